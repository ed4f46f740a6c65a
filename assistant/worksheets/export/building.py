"""Lay a sheet out for printing: which box stands where, which line carries which mark."""

from itertools import groupby

from assistant.worksheets.blanks import TO_CONFIRM
from assistant.worksheets.conditions import is_asked
from assistant.worksheets.export.document import (
    Block,
    Box,
    Fact,
    Line,
    Reference,
    SheetDocument,
    Standing,
)
from assistant.worksheets.export.facts import sheet_facts
from assistant.worksheets.export.phrases import COLON
from assistant.worksheets.export.printable import Printable
from assistant.worksheets.export.references import Numbering
from assistant.worksheets.model import EntryCitation, FieldValue, Kpi, Origin, Provenance, Sheet
from assistant.worksheets.outcomes import result_of
from knowledge.documents import Bilingual, Language
from knowledge.forms import Form, FormField, Section

MOST_SIDE_BY_SIDE = 4
_TARGET = Bilingual("目標", "Target")
_METHOD = Bilingual("測り方", "Measured by")
_FREQUENCY = Bilingual("頻度", "How often")
_RESULT = Bilingual("結果", "Result")
_LEVEL = Bilingual("いまの段階", "Where we stand")
_READ_NEXT = Bilingual("次に読むもの", "What to read next")
_OLD_FIELDS = Bilingual("いまの様式にない欄", "Fields that the form no longer has")


def lay_out(sheet: Sheet, form: Form, numbering: Numbering) -> SheetDocument:
    """The sheet as a document, in the sheet's own language.

    Args:
        numbering: numbers what the lines cite; references numbered before are listed too.

    Fields that the form's newer edition has dropped stand at the end: nothing written is left out.
    """
    return _Layout(sheet, form, numbering).document()


class _Layout:
    """One sheet being laid out: numbers references and counts what cannot be printed."""

    def __init__(self, sheet: Sheet, form: Form, numbering: Numbering) -> None:
        self._sheet, self._form = sheet, form
        self._language: Language = sheet.language
        self._numbering = numbering
        self._printable = Printable()

    def document(self) -> SheetDocument:
        blocks = [self._block(section) for section in self._form.sections]
        blocks += self._result()
        blocks += self._dropped_fields()
        facts = sheet_facts(self._sheet)
        printable = self._printable
        return SheetDocument(
            language=self._language,
            title=printable(self._sheet.title),
            form_title=self._say(self._form.title),
            facts=tuple(Fact(fact.label, printable(fact.text)) for fact in facts),
            blocks=tuple(block for block in blocks if block.rows),
            references=tuple(
                _printed(reference, printable) for reference in self._numbering.references()
            ),
            notices=self._notices(),
        )

    def _block(self, section: Section) -> Block:
        return Block(
            title=self._say(section.title),
            group=self._say(section.group) if section.group else "",
            page=section.page,
            rows=self._rows(section),
        )

    def _rows(self, section: Section) -> tuple[tuple[Box, ...], ...]:
        shown = [field for field in section.fields if self._is_shown(field)]
        if section.group is None:
            return tuple((self._box(field),) for field in shown)
        rows: list[tuple[Box, ...]] = []
        for _, fields in groupby(shown, key=lambda field: field.row):
            boxes = [self._box(field) for field in fields]
            starts = range(0, len(boxes), MOST_SIDE_BY_SIDE)
            rows += [tuple(boxes[start : start + MOST_SIDE_BY_SIDE]) for start in starts]
        return tuple(rows)

    def _is_shown(self, field: FormField) -> bool:
        written = not self._sheet.value(field.id).is_empty
        return written or is_asked(field, self._form, self._sheet)

    def _box(self, field: FormField) -> Box:
        value = self._sheet.value(field.id)
        lines = self._options(field, value) if field.options else self._written(value)
        blank = Line(text=self._say(TO_CONFIRM), standing=Standing.UNCONFIRMED)
        needed = field.required and value.is_empty and not field.options
        return Box(
            field_id=field.id,
            label=self._say(field.label),
            lines=(blank,) if needed else tuple(lines),
        )

    def _options(self, field: FormField, value: FieldValue) -> list[Line]:
        chosen = [
            Line(text=f"{'■' if option.id in value.choices else '□'} {self._say(option.label)}")
            for option in field.options
        ]
        return chosen + self._written(value)

    def _written(self, value: FieldValue) -> list[Line]:
        lines = [self._statement(sentence.text, sentence) for sentence in value.sentences]
        for kpi in value.kpis:
            lines += self._kpi(kpi)
        return lines

    def _kpi(self, kpi: Kpi) -> list[Line]:
        colon, blank = self._say(COLON), self._say(TO_CONFIRM)
        parts = ((_TARGET, kpi.target), (_METHOD, kpi.method), (_FREQUENCY, kpi.frequency))
        return [
            self._statement(kpi.name, kpi),
            *(
                Line(text=self._printable(f"{self._say(name)}{colon}{text or blank}"), level=1)
                for name, text in parts
            ),
        ]

    def _statement(self, text: str, provenance: Provenance) -> Line:
        return Line(
            text=self._printable(text),
            standing=_standing(provenance),
            numbers=self._numbering.numbers(provenance.citations),
        )

    def _result(self) -> list[Block]:
        """What the answers of a level check come to; nothing for other forms."""
        result = result_of(self._form, self._sheet)
        if result is None:
            return []
        told = (result.outcome.title, result.outcome.text)
        known = self._numbering.works.entries
        reading = [
            Line(
                text=self._say(known[entry_id].title),
                numbers=self._numbering.numbers((EntryCitation(entry_id=entry_id),)),
            )
            for entry_id in result.read_next
            if entry_id in known
        ]
        boxes = (
            Box(field_id="", label=self._say(_LEVEL), lines=tuple(self._plain(x) for x in told)),
            Box(field_id="", label=self._say(_READ_NEXT), lines=tuple(reading)),
        )
        page = max(section.page for section in self._form.sections)
        rows = tuple((box,) for box in boxes if box.lines)
        return [Block(title=self._say(_RESULT), group="", page=page, rows=rows)]

    def _plain(self, text: Bilingual) -> Line:
        return Line(text=self._say(text))

    def _dropped_fields(self) -> list[Block]:
        known = self._form.fields
        boxes = tuple(
            (Box(field_id=field_id, label=field_id, lines=tuple(self._all_written(value))),)
            for field_id, value in self._sheet.fields.items()
            if field_id not in known and not value.is_empty
        )
        pages = [section.page for section in self._form.sections]
        return [Block(title=self._say(_OLD_FIELDS), group="", page=max(pages), rows=boxes)]

    def _all_written(self, value: FieldValue) -> list[Line]:
        return self._written(value) + [Line(text=f"■ {choice}") for choice in value.choices]

    def _notices(self) -> tuple[str, ...]:
        left_out = self._printable.left_out
        if not left_out:
            return ()
        if self._language == "en":
            return (f"{left_out} control characters that no file can hold were left out.",)
        return (f"ファイルに書き出せない制御文字を{left_out}字取り除きました。",)

    def _say(self, text: Bilingual) -> str:
        return text.in_language(self._language)


def _standing(provenance: Provenance) -> Standing:
    if not provenance.confirmed:
        return Standing.UNCONFIRMED
    return Standing.SOURCE if provenance.origin is Origin.SOURCE else Standing.USER


def _printed(reference: Reference, printable: Printable) -> Reference:
    quotes = tuple(printable(quote) for quote in reference.quotes)
    return Reference(reference.number, printable(reference.text), quotes)
