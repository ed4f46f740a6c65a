"""Everything about the open sheet that its pieces are drawn from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from assistant.contract import Citation
from assistant.form_contract import FieldInfo, FormInfo, SectionInfo
from assistant.worksheets.checking.finding import Finding
from assistant.worksheets.model import FieldValue, Sheet, Side
from assistant.worksheets.review import Review
from ui.desk import Box, Desk
from ui.language import say
from ui.texts import sheet as words
from ui.texts import worksheets as list_words

EVERY_FIELD = ("filled", "settled", "confirmed")
"""Checks that every form makes of every field."""


@dataclass(frozen=True)
class OpenedSheet:
    """A sheet as it stands, its form, what the checks say, and the visitor's desk."""

    sheet: Sheet
    form: FormInfo
    review: Review
    desk: Desk
    later: list[Callable[[], None]] = field(default_factory=list)
    """What takes its time and is done when everything is drawn; the next run shows what came
    of it."""

    @property
    def id(self) -> str:
        return self.sheet.id

    @property
    def is_locked(self) -> bool:
        return self.sheet.locked

    @cached_property
    def sections(self) -> tuple[SectionInfo, ...]:
        """Sections with something to fill in, given the answers so far."""
        return tuple(each for each in self.form.sections if self.asked(each))

    @cached_property
    def fields(self) -> dict[str, FieldInfo]:
        """Fields that are asked for, in reading order."""
        return {field.id: field for each in self.form.sections for field in self.asked(each)}

    @cached_property
    def citations(self) -> dict[str, Citation]:
        """What the checks rest on, by entry."""
        return {citation.entry_id: citation for citation in self.review.citations}

    def asked(self, section: SectionInfo) -> tuple[FieldInfo, ...]:
        """The section's fields whose conditions hold."""
        return tuple(field for field in section.fields if self._is_asked(field))

    def section_of(self, field_id: str) -> str:
        """The id of the section that holds a field."""
        holding = (s.id for s in self.form.sections if any(f.id == field_id for f in s.fields))
        return next(holding, self.form.sections[0].id)

    def value(self, field_id: str) -> FieldValue:
        return self.sheet.value(field_id)

    def box(self, field_id: str) -> Box:
        """The field as it is on the visitor's screen."""
        return self.desk.box(field_id, self.value(field_id))

    def findings(self, field_id: str) -> Iterator[Finding]:
        """What the checks say of one field."""
        return (each for each in self.review.findings if each.field_id == field_id)

    def go_to(self, field_id: str) -> None:
        """Show this field next."""
        self.desk.go_to(self.section_of(field_id), field_id)

    def _is_asked(self, field: FieldInfo) -> bool:
        condition = field.only_if
        if condition is None:
            return True
        every = (each for section in self.form.sections for each in section.fields)
        asking = next(each for each in every if each.id == condition.field)
        chosen = self.value(condition.field).choices
        return condition.option in chosen and self._is_asked(asking)


def side_name(side: Side | None) -> str:
    """What a side is called; nothing when it is not known."""
    return say(list_words.SIDES[side]) if side else ""


def signed(name: str, side: Side | None, when: str) -> str:
    """Who did something, on which side, and when."""
    return say(words.BY, name=name, side=side_name(side) or "-", when=when)
