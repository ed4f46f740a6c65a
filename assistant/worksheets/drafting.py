"""Help with one field: what belongs here, similar cases, a suggestion and another one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from assistant.errors import ModelFailed
from assistant.worksheets.composing import Composer, composes
from assistant.worksheets.conditions import asked_fields
from assistant.worksheets.errors import FieldUnknown, FormUnknown
from assistant.worksheets.guiding import FieldGuide, PassageSearch
from assistant.worksheets.library import Library
from assistant.worksheets.model import Kpi, Sentence, Sheet
from assistant.worksheets.suggestion import FieldGuidance, Suggestion
from assistant.worksheets.writing import FieldWriter, Task
from knowledge.documents import Bilingual, Passage
from knowledge.forms import FieldKind, Form, FormField

Line = Sentence | Kpi
_PASSAGES = 12
"""Passages that a language model is shown."""
_MODEL_FAILED = Bilingual(
    "言語モデルから使える案が得られなかったため、資料から組み立てた案を示しています。",
    "The language model gave no usable suggestion; this one is composed from the documents.",
)


@dataclass(frozen=True)
class Drafter:
    """Drafts fields from the library; with a writer a language model words them."""

    library: Library
    retriever: PassageSearch
    writer: FieldWriter | None = None

    def guidance(self, sheet: Sheet, field_id: str) -> FieldGuidance:
        """What belongs in a field, with citations, and similar cases.

        Raises:
            FormUnknown, FieldUnknown: the sheet's form or the field is not held here.
        """
        return self._guide.guidance(sheet, self._box(sheet, field_id))

    def composed(self, sheet: Sheet, field_id: str) -> Suggestion:
        """The first draft of one field as it is without a language model.

        Raises:
            FormUnknown, FieldUnknown: as for `guidance`.
        """
        return self._composed(sheet, self._box(sheet, field_id), 0)

    def suggest(
        self, sheet: Sheet, field_id: str, *, attempt: int = 0, rejected: Sequence[str] = ()
    ) -> Suggestion:
        """A draft of one field; another attempt gives another. Empty for fields of choices.

        Args:
            attempt: 0 for the first, then counted up.
            rejected: lines that the user has turned down (told to a language model).

        Raises:
            FormUnknown, FieldUnknown: as for `guidance`.
        """
        *_, whole = self.stream(sheet, field_id, attempt=attempt, rejected=rejected)
        return cast(Suggestion, whole)

    def stream(
        self, sheet: Sheet, field_id: str, *, attempt: int = 0, rejected: Sequence[str] = ()
    ) -> Iterator[Line | Suggestion]:
        """Line by line as it is written, then the whole suggestion, always.

        The whole is what counts: when a language model fails half-way, it is the composed one.
        """
        box = self._box(sheet, field_id)
        composed = self._composed(sheet, box, attempt)
        if self.writer is None or not composes(box):
            yield from composed.sentences
            yield from composed.kpis
            yield composed
            return
        task = Task(
            sheet=sheet,
            box=box,
            composed=(*composed.sentences, *composed.kpis),
            passages=self._passages(sheet, box, composed),
            rejected=tuple(rejected),
        )
        yield from self._written(self.writer, task, composed)

    def first_draft(self, sheet: Sheet) -> Iterator[Suggestion]:
        """A suggestion for each written field that is asked for and still empty.

        Always composed: a whole sheet appears at once, and single fields can be worded better
        afterwards.

        Raises:
            FormUnknown: as for `guidance`.
        """
        for box in asked_fields(self._form(sheet), sheet):
            if composes(box) and sheet.value(box.id).is_empty:
                yield self._composed(sheet, box, 0)

    def _written(
        self, writer: FieldWriter, task: Task, composed: Suggestion
    ) -> Iterator[Line | Suggestion]:
        lines: list[Line] = []
        try:
            for line in writer.write(task):
                lines.append(line)
                yield line
        except ModelFailed:
            notice = _MODEL_FAILED.in_language(task.sheet.language)
            yield composed.model_copy(update={"notices": (notice,)})
            return
        written = self._whole(task.sheet, task.box, composed.attempt, lines)
        yield written.model_copy(update={"engine": writer.engine})

    def _composed(self, sheet: Sheet, box: FormField, attempt: int) -> Suggestion:
        composer = Composer(self.library, sheet, box, attempt)
        lines: Sequence[Line] = ()
        if box.kind is FieldKind.TEXT:
            lines = composer.sentences()
        elif box.kind is FieldKind.KPI:
            lines = composer.kpis()
        return self._whole(sheet, box, attempt, lines)

    def _whole(
        self, sheet: Sheet, box: FormField, attempt: int, lines: Sequence[Line]
    ) -> Suggestion:
        quoted = [(c.entry_id, c.quote) for line in lines for c in line.citations]
        return Suggestion(
            field_id=box.id,
            attempt=attempt,
            sentences=tuple(line for line in lines if isinstance(line, Sentence)),
            kpis=tuple(line for line in lines if isinstance(line, Kpi)),
            citations=self.library.citations(quoted, sheet.language),
        )

    def _passages(self, sheet: Sheet, box: FormField, composed: Suggestion) -> tuple[Passage, ...]:
        ids = [*box.guidance[:3], *(citation.entry_id for citation in composed.citations)]
        found = {entry: self.library.passage(entry, sheet.language) for entry in ids}
        for passage in self._guide.cases(sheet, box):
            found.setdefault(passage.chunk.entry_id, passage)
        return tuple(found.values())[:_PASSAGES]

    @cached_property
    def _guide(self) -> FieldGuide:
        return FieldGuide(self.library, self.retriever)

    def _form(self, sheet: Sheet) -> Form:
        form = self.library.forms.get(sheet.form_id)
        if form is None:
            raise FormUnknown(sheet.form_id)
        return form

    def _box(self, sheet: Sheet, field_id: str) -> FormField:
        box = self._form(sheet).fields.get(field_id)
        if box is None:
            raise FieldUnknown(field_id)
        return box
