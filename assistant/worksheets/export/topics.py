"""Topics that agendas and hand-over packs have in common."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.worksheets.blanks import TO_CONFIRM
from assistant.worksheets.export.document import Line, Reference
from assistant.worksheets.export.handout import Grid, Topic
from assistant.worksheets.export.phrases import reference_mark
from assistant.worksheets.export.printable import Printable
from assistant.worksheets.export.record import SheetRecord
from assistant.worksheets.export.references import Numbering
from assistant.worksheets.model import EntryCitation
from assistant.worksheets.sharing import ChangedLine, LineChange
from knowledge.documents import Bilingual, Language
from knowledge.forms import Meaning

_SIGNS = {LineChange.ADDED: "＋ ", LineChange.REMOVED: "－ "}
_FIELD = Bilingual("欄", "Field")
_OPEN = Bilingual("決めること", "To decide")
_DECIDED = Bilingual("決まったこと", "Decided")
_NOTHING_OPEN = Bilingual("未決のことはありません。", "Nothing is open.")
_INDICATOR = Bilingual("指標", "Indicator")
_TARGET = Bilingual("目標", "Target")
_MEASURE = Bilingual("測り方・頻度", "How and how often")
_NOW = Bilingual("いまの値", "Value now")
_TASK = Bilingual("すること", "Task")
_WHO = Bilingual("だれが", "Who")
_UNTIL = Bilingual("いつまでに", "Until")
_BLANK_ROWS = 5


@dataclass(frozen=True)
class Topics:
    """Makes topics of one sheet, numbering what they refer to."""

    record: SheetRecord
    numbering: Numbering
    printable: Printable

    @classmethod
    def of(cls, record: SheetRecord) -> "Topics":
        """For this sheet, with references numbered from 1."""
        return cls(record, Numbering(record.works, record.sheet.language), Printable())

    @property
    def language(self) -> Language:
        """The sheet's."""
        return self.record.sheet.language

    def say(self, text: Bilingual) -> str:
        """A fixed text in the sheet's language."""
        return text.in_language(self.language)

    def open_items(self, title: Bilingual, *, decided: bool) -> Topic:
        """What is open, field by field; with room to write down what was decided."""
        items = self.record.open_items
        if not items:
            return Topic(title=self.say(title), lines=(Line(text=self.say(_NOTHING_OPEN)),))
        header = ("", self.say(_FIELD), self.say(_OPEN))
        rows = [
            (str(number), self.say(item.label), self._marked(self.say(item.text), item.entry_id))
            for number, item in enumerate(items, start=1)
        ]
        if decided:
            grid = Grid(
                header=(*header, self.say(_DECIDED)),
                rows=tuple((*row, "") for row in rows),
                shares=(1, 5, 11, 8),
            )
        else:
            grid = Grid(header=header, rows=tuple(rows), shares=(1, 6, 18))
        return Topic(title=self.say(title), grid=grid)

    def indicators(self, title: Bilingual) -> tuple[Topic, ...]:
        """All indicators with room for their present values; nothing when there are none."""
        blank, sheet = self.say(TO_CONFIRM), self.record.sheet
        rows = tuple(
            (
                self.printable(kpi.name),
                self.printable(kpi.target) or blank,
                self.printable(f"{kpi.method}　{kpi.frequency}".strip()) or blank,
                "",
            )
            for field_id in self.record.form.fields
            for kpi in sheet.value(field_id).kpis
        )
        header = tuple(self.say(each) for each in (_INDICATOR, _TARGET, _MEASURE, _NOW))
        grid = Grid(header=header, rows=rows, shares=(7, 7, 7, 4))
        return (Topic(title=self.say(title), grid=grid),) if rows else ()

    def tasks(self, title: Bilingual) -> Topic:
        """Room to write down who does what until when."""
        header = tuple(self.say(each) for each in (_TASK, _WHO, _UNTIL))
        rows = (("", "", ""),) * _BLANK_ROWS
        return Topic(title=self.say(title), grid=Grid(header=header, rows=rows, shares=(14, 6, 5)))

    def written(self, title: Bilingual, *meanings: Meaning) -> tuple[Topic, ...]:
        """The sentences of the fields about these; nothing when none has been written."""
        lines = tuple(
            Line(text=self.printable(s.text), numbers=self.numbering.numbers(s.citations))
            for meaning in meanings
            for field in self.record.form.meaning(meaning)
            for s in self.record.sheet.value(field.id).sentences
        )
        return (Topic(title=self.say(title), lines=lines),) if lines else ()

    def changed(self, lines: Sequence[ChangedLine]) -> str:
        """Added and removed lines of a comparison, one below the other."""
        shown = [f"{_SIGNS[each.change]}{each.text}" for each in lines if each.change in _SIGNS]
        return self.printable("\n".join(shown))

    def references(self) -> tuple[Reference, ...]:
        """What has been referred to so far."""
        return self.numbering.references()

    def _marked(self, text: str, entry_id: str) -> str:
        numbers = self.numbering.numbers((EntryCitation(entry_id=entry_id),))
        return f"{self.printable(text)} {reference_mark(numbers, self.language)}"
