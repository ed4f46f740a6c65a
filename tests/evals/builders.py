"""Small valid things to start a test from."""

from collections.abc import Sequence

from assistant.contract import Answer, Citation, LanguageCode, Persona, Status
from assistant.library_contract import EntryInfo, EntryText, FoundPassage
from evals.cases import ANSWERS, Fact, Item, Kind, Place, Split
from evals.records import AnswerRecord, ScoreRecord


def make_item(
    item_id: str = "taxi-ja",
    *,
    question: str = "タクシー会社に怒られませんか",
    language: LanguageCode = "ja",
    kind: Kind = Kind.HOW_TO,
    facts: Sequence[Fact] = (("棲み分け",),),
    must_not: tuple[str, ...] = (),
    expected: frozenset[Status] = ANSWERS,
    persona: Persona | None = None,
    rests_on: tuple[Place, ...] = (),
    turn: int = 1,
    paraphrase_of: str | None = None,
) -> Item:
    return Item(
        id=item_id,
        case=item_id.partition("#")[0],
        turn=turn,
        question=question,
        language=language,
        persona=persona,
        kind=kind,
        split=Split.DEV,
        facts=tuple(facts),
        must_not=must_not,
        rests_on=rests_on,
        expected=expected,
        paraphrase_of=paraphrase_of,
    )


def make_citation(number: int, quote: str, *, entry_id: str = "points-2026/taxi") -> Citation:
    return Citation(
        number=number,
        entry_id=entry_id,
        source="points-2026",
        title="ポイント集",
        publisher="経済産業省",
        published="2026-04",
        heading="事業設計",
        pages=(14,),
        quote=quote,
        score=0.5,
        entry_title="既存サービスとの調整",
    )


def make_answer(
    text: str = "路線を棲み分けます。[1]",
    *,
    citations: Sequence[Citation] | None = None,
    status: Status = Status.ANSWERED,
    language: LanguageCode = "ja",
) -> Answer:
    quotes = (make_citation(1, "路線を棲み分けます。"),) if citations is None else tuple(citations)
    return Answer(
        answer_id="a1",
        conversation_id="c1",
        status=status,
        language=language,
        text=text,
        citations=quotes,
        follow_ups=(),
        engine="grounded",
        timings_ms={},
    )


def make_entry(
    entry_id: str,
    *,
    ja: EntryText,
    en: EntryText,
    source: str = "points-2026",
    pages: tuple[int, ...] = (29,),
) -> EntryInfo:
    return EntryInfo(
        id=entry_id,
        kind="statistic",
        source=source,
        pages=pages,
        heading="",
        audience=(),
        stage=None,
        regions=(),
        organisations=(),
        topics=(),
        as_of="2026-04",
        related=(),
        differs=(),
        case_of=None,
        ja=ja,
        en=en,
    )


def make_passage(
    text: str,
    *,
    source: str = "points-2026",
    pages: tuple[int, ...] = (14,),
    similarity: float = 0.8,
) -> FoundPassage:
    return FoundPassage(
        entry_id=f"{source}/taxi",
        source=source,
        heading="事業設計",
        pages=pages,
        text=text,
        score=0.1,
        ranks={},
        similarity=similarity,
    )


def make_record(
    item_id: str = "taxi-ja",
    *,
    answer: Answer | None = None,
    failure: str | None = None,
    passages: Sequence[FoundPassage] = (),
    repeat: int = 0,
    variant: str = "",
) -> AnswerRecord:
    return AnswerRecord(
        item=item_id,
        repeat=repeat,
        variant=variant,
        question="タクシー会社に怒られませんか",
        answer=None if failure and answer is None else answer or make_answer(),
        failure=failure,
        milliseconds=100.0,
        passages=tuple(passages),
    )


def make_score(item_id: str, **values: float) -> ScoreRecord:
    return ScoreRecord(item=item_id, values=values)
