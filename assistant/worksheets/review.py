"""What a review of a sheet says, as it goes over the wire."""

from assistant.contract import Citation, Message
from assistant.worksheets.checking.finding import Finding
from assistant.worksheets.checks import Completeness, OpenItem


class ReadNext(Message):
    """An entry worth reading."""

    entry_id: str
    title: str


class SheetResult(Message):
    """What the answers of a level check come to, in the sheet's language."""

    title: str
    text: str
    read_next: tuple[ReadNext, ...]


class Review(Message):
    """The checks on one sheet as it stands."""

    completeness: Completeness
    findings: tuple[Finding, ...]
    open_items: tuple[OpenItem, ...]
    """To be settled in the next meeting."""
    citations: tuple[Citation, ...]
    """Of the entries that findings and open items name, each once."""
    result: SheetResult | None = None
    """Of level checks, once enough has been answered."""
