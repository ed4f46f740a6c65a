"""What a check looks at, and what it says."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.contract import Message
from assistant.worksheets.blanks import blanks_in
from assistant.worksheets.inputs import Inputs
from assistant.worksheets.model import FieldValue, Sheet
from knowledge.documents import Bilingual
from knowledge.forms import Form, FormField, Meaning
from knowledge.service_types import ServiceType


class Finding(Message):
    """One check's word on one field."""

    check_id: str
    field_id: str
    """Where to go to put it right."""
    passed: bool
    message: Bilingual
    entry_id: str
    """The entry that asks for it."""
    advice: bool = False
    """Worth knowing, but a sheet can be finished without it."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A sheet, and the field (or the first field) that a check is about."""

    form: Form
    sheet: Sheet
    services: tuple[ServiceType, ...]
    box: FormField

    @property
    def value(self) -> FieldValue:
        return self.sheet.value(self.box.id)

    @property
    def inputs(self) -> Inputs:
        return self.sheet.inputs

    def of(self, *meanings: Meaning) -> Iterator[tuple[FormField, str]]:
        """(field, sentence) of every sentence in fields about these, blanks included."""
        for meaning in meanings:
            for box in self.form.meaning(meaning):
                for sentence in self.sheet.value(box.id).sentences:
                    yield box, sentence.text

    def field_about(self, *meanings: Meaning) -> FormField:
        """The first field about one of these; the subject's own when the form has none."""
        found = [box for meaning in meanings for box in self.form.meaning(meaning)]
        return found[0] if found else self.box


Check = Callable[[Subject], list[Finding]]


def known(text: str) -> str:
    """The text of a line that is settled; nothing for one that is marked as to be confirmed."""
    return "" if blanks_in(text) else text


def joined(words: list[Bilingual]) -> Bilingual:
    """A list of things in both languages."""
    return Bilingual("、".join(w.ja for w in words), ", ".join(w.en for w in words))
