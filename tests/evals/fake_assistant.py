"""A small assistant that behaves: it looks questions up in notes, cites them, and declines others."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock

from assistant.contract import Answer, AskRequest, LanguageCode, Persona, Status
from assistant.library_contract import FoundPassage
from evals.errors import BackendFailed
from evals.metrics.support import content_share
from tests.evals.builders import make_answer, make_citation


@dataclass(frozen=True)
class Note:
    """One thing that the assistant knows, in both languages."""

    id: str
    ja: tuple[str, ...]
    en: tuple[str, ...]

    def sentences(self, language: LanguageCode) -> tuple[str, ...]:
        return self.ja if language == "ja" else self.en


NOTES = (
    Note(
        "n/choisoko",
        ("チョイソコは66自治体で運行しています。", "運賃は1回200円程度です。"),
        ("Choisoko runs in 66 municipalities.", "A ride costs about 200 yen."),
    ),
    Note(
        "n/mobile-shop",
        ("うえたん号は35自治体で31台が走る移動販売車です。", "2023年12月に始まりました。"),
        ("The mobile shop Uetan runs 31 vehicles in 35 towns.", "It began in December 2023."),
    ),
    Note(
        "n/crowding-out",
        (
            "民業圧迫を避けるには既存の事業者と路線を棲み分けます。",
            "早い段階から関係者を巻き込みます。",
        ),
        ("To avoid crowding out, separate routes from existing operators.", "Involve them early."),
    ),
)

_NOTHING: dict[LanguageCode, str] = {
    "ja": "お尋ねの内容は資料では確認できませんでした。",
    "en": "The documents held here do not say this.",
}


@dataclass
class NoteAssistant:
    """Answers with the whole of the nearest note; declines when none is near."""

    notes: Sequence[Note] = NOTES
    nearest_enough: float = 0.25
    asked: list[AskRequest] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    def ask(self, request: AskRequest) -> Answer:
        with self._lock:
            self.asked.append(request)
        language = _language(request.question)
        note, near = self._nearest(request.question, language)
        if near < self.nearest_enough:
            return make_answer(
                _NOTHING[language], citations=(), status=Status.NOT_IN_SOURCES, language=language
            )
        sentences = note.sentences(language)
        text = "".join(f"{sentence}[1] " for sentence in sentences).strip()
        cited = make_citation(1, "\n".join(sentences), entry_id=note.id)
        return make_answer(text, citations=(cited,), language=language)

    def search(
        self, question: str, *, limit: int, persona: Persona | None = None
    ) -> Sequence[FoundPassage]:
        del persona
        language = _language(question)
        ordered = sorted(self.notes, key=lambda note: -_near(question, note, language))
        return [_passage(note, _near(question, note, language), language) for note in ordered][
            :limit
        ]

    def _nearest(self, question: str, language: LanguageCode) -> tuple[Note, float]:
        near = {note.id: _near(question, note, language) for note in self.notes}
        best = max(self.notes, key=lambda note: near[note.id])
        return best, near[best.id]

    @property
    def entry_texts(self) -> dict[str, str]:
        return {note.id: "\n".join((*note.ja, *note.en)) for note in self.notes}


@dataclass
class UnreachableAssistant:
    """Is down."""

    def ask(self, request: AskRequest) -> Answer:
        raise BackendFailed("ServiceUnavailable: connection refused")

    def search(
        self, question: str, *, limit: int, persona: Persona | None = None
    ) -> Sequence[FoundPassage]:
        raise BackendFailed("ServiceUnavailable: connection refused")


def _near(question: str, note: Note, language: LanguageCode) -> float:
    return content_share(question, " ".join(note.sentences(language)))


def _language(question: str) -> LanguageCode:
    return "en" if question.isascii() else "ja"


def _passage(note: Note, near: float, language: LanguageCode) -> FoundPassage:
    return FoundPassage(
        entry_id=note.id,
        source="n",
        heading="",
        pages=(),
        text="\n".join(note.sentences(language)),
        score=near,
        ranks={},
        similarity=near,
    )
