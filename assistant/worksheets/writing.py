"""A field worded by a language model, each line verified before anyone sees it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from assistant.citations import marks_in, without_marks
from assistant.errors import ModelFailed
from assistant.generation.deadline import within
from assistant.generation.prompts import load_prompt
from assistant.generation.sentences import without_thoughts
from assistant.personal_data import mask
from assistant.verification.verifier import Verifier
from assistant.worksheets.blanks import TO_CONFIRM, without_blanks
from assistant.worksheets.model import EntryCitation, Kpi, Origin, Sentence, Sheet
from knowledge.documents import Chunk, Kind, Language, Passage
from knowledge.forms import FieldKind, FormField
from knowledge.numbers import number_values

_LIST_MARK = re.compile(r"^\s*(?:[-*・]|\d{1,2}[.)])\s+")
_LONGEST = 6_000
"""Characters, thoughts aside, after which a model that does not stop is stopped."""
_MOST_LINES = 10
_INPUTS = "inputs"


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be written, and what it may rest on."""

    sheet: Sheet
    box: FormField
    composed: tuple[Sentence | Kpi, ...]
    """The suggestion without a model: shown to the model as one way to do it."""
    passages: tuple[Passage, ...]
    rejected: tuple[str, ...] = ()

    @property
    def language(self) -> Language:
        return self.sheet.language

    @property
    def kind(self) -> str:
        return "kpi" if self.box.kind is FieldKind.KPI else "text"


@dataclass(frozen=True)
class FieldWriter:
    """A LangChain chat model that words fields."""

    model: BaseChatModel
    name: str
    """`provider:model`, as the user set it."""
    verifier: Verifier
    timeout: float
    """Seconds for the whole of a field."""
    public_names: frozenset[str] = frozenset()
    """People whom the documents name; everybody else's name is masked before it is sent."""

    @property
    def engine(self) -> str:
        return f"llm:{self.name}"

    def write(self, task: Task) -> Iterator[Sentence | Kpi]:
        """Lines that hold, as they are written.

        A line holds when what it cites supports it; its figures stand in the user's inputs or in
        cited passages that are no cases, for another place's figures are not this project's.

        Raises:
            ModelFailed: no answer, none in time, or no line that holds.
        """
        passages = (_as_passage(inputs_text(task.sheet), task.language), *task.passages)
        masked = mask(_request(task, passages), public_names=self.public_names)
        rules = load_prompt(f"worksheet_{task.kind}_{task.language}")
        kept: set[str] = set()
        for raw in self._lines([SystemMessage(rules), HumanMessage(masked.text)]):
            line = self._checked(masked.restored(raw), task, passages)
            if line is None or _text_of(line) in kept:
                continue
            kept.add(_text_of(line))
            yield line
            if len(kept) == _MOST_LINES:
                return
        if not kept:
            raise ModelFailed("no line of the model's suggestion holds")

    def _checked(self, raw: str, task: Task, passages: Sequence[Passage]) -> Sentence | Kpi | None:
        numbers = [n for n in dict.fromkeys(marks_in(raw)) if 0 < n <= len(passages)]
        text = _LIST_MARK.sub("", without_marks(raw)).strip()
        cited = [passages[n - 1] for n in numbers]
        if not text or not cited or not self._holds(text, cited, passages[0], task.language):
            return None
        citations = tuple(
            EntryCitation(entry_id=p.chunk.entry_id, quote=_lead(p))
            for p in cited
            if p.chunk.entry_id != _INPUTS
        )
        if task.box.kind is FieldKind.KPI:
            return _kpi(text, citations, passages[0], task.language)
        return Sentence(text=text, origin=Origin.SUGGESTED, citations=citations)

    def _holds(
        self, text: str, cited: Sequence[Passage], inputs: Passage, language: Language
    ) -> bool:
        stated = without_blanks(text)
        licensed = [inputs, *(p for p in cited if p.chunk.kind is not Kind.CASE)]
        figures = frozenset().union(*(number_values(p.chunk.text) for p in licensed))
        if number_values(stated) - figures:
            return False
        return self.verifier.verify(stated, [*cited, inputs], language).supported

    def _lines(self, messages: list[BaseMessage]) -> Iterator[str]:
        held, written = "", 0
        try:
            tokens = within(self.timeout, self.model.stream(messages))
            for piece in without_thoughts(str(token.text) for token in tokens):
                *whole, held = (held + piece).split("\n")
                yield from whole
                written += len(piece)
                if written > _LONGEST:
                    return
        except Exception as error:
            # Every provider's client has its own errors; to the user they are all the same loss.
            raise ModelFailed(str(error)) from error
        yield held


def inputs_text(sheet: Sheet) -> str:
    """Everything that the user has said about the project, one line each."""
    inputs, place = sheet.inputs, sheet.inputs.place
    lines = [sheet.title, inputs.service, inputs.problem, inputs.persona, place.municipality]
    lines += place.districts
    lines += [f"{partner.name} {partner.kind.value} {partner.role}" for partner in inputs.partners]
    figures = (place.population_density, place.resource_sufficiency)
    lines += [f"{figure:,.10g}" for figure in figures if figure is not None]
    lines += [sentence.text for value in sheet.fields.values() for sentence in value.sentences
              if sentence.confirmed]  # fmt: skip
    return "\n".join(line for line in lines if line.strip())


def _as_passage(text: str, language: Language) -> Passage:
    chunk = Chunk(
        id=_INPUTS, source=_INPUTS, entry_id=_INPUTS, language=language, title="", heading="",
        pages=(), text=text, kind=Kind.DOCUMENT,
    )  # fmt: skip
    return Passage(chunk=chunk, score=1.0)


def _kpi(
    text: str, citations: tuple[EntryCitation, ...], inputs: Passage, language: Language
) -> Kpi | None:
    """`name | target | method | frequency`; a target that is not the user's own is a blank."""
    parts = [part.strip() for part in re.split(r"\s*[|｜]\s*", text)]
    if len(parts) != 4 or not parts[0]:
        return None
    name, target, method, frequency = parts
    blank = TO_CONFIRM.in_language(language)
    figures = number_values(target)
    if not figures or figures - number_values(inputs.chunk.text):
        target = blank
    return Kpi(
        name=name, target=target, method=method or blank, frequency=frequency or blank,
        origin=Origin.SUGGESTED, citations=citations,
    )  # fmt: skip


def _request(task: Task, passages: Sequence[Passage]) -> str:
    language = task.language
    shown = "\n\n".join(
        f"[{number}] {p.chunk.title}\n{p.chunk.text}" for number, p in enumerate(passages, start=1)
    )
    values = {
        "label": task.box.label.in_language(language),
        "help": task.box.help.in_language(language),
        "example": task.box.example.in_language(language),
        "composed": "\n".join(f"- {_text_of(line)}" for line in task.composed),
        "rejected": "\n".join(f"- {line}" for line in task.rejected) or "-",
        "passages": shown,
    }
    # One pass, so that braces in a user's words are never taken for placeholders.
    request = load_prompt(f"worksheet_request_{language}")
    return re.sub(r"\{(\w+)\}", lambda match: values[match[1]], request)


def _text_of(line: Sentence | Kpi) -> str:
    if isinstance(line, Kpi):
        return f"{line.name} | {line.target} | {line.method} | {line.frequency}"
    return line.text


def _lead(passage: Passage) -> str:
    return passage.chunk.text.split("\n", 1)[0][:4000]
