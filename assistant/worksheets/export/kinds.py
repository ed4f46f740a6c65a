"""What a sheet can be exported as."""

from enum import StrEnum


class ExportKind(StrEnum):
    """Kinds of file."""

    WORD = "docx"
    EXCEL = "xlsx"
    PDF = "pdf"
    MARKDOWN = "md"
    JSON = "json"
    """Whole, to be read back."""
    AGENDA = "agenda"
    """Of the project's next meeting, as Word."""
    COUNCIL_AGENDA = "council-agenda"
    """Of a 協議体, as Word."""
    HANDOVER = "handover"
    """For a successor, as Word."""
