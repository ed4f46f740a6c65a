"""Every kind of file that a sheet leaves as."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from assistant.worksheets.export.agenda import Meeting, agenda
from assistant.worksheets.export.building import lay_out
from assistant.worksheets.export.document import SheetDocument
from assistant.worksheets.export.excel import to_excel
from assistant.worksheets.export.handover import handover_pack
from assistant.worksheets.export.kinds import ExportKind
from assistant.worksheets.export.markdown import to_markdown
from assistant.worksheets.export.pdf import to_pdf
from assistant.worksheets.export.record import SheetRecord
from assistant.worksheets.export.references import Numbering
from assistant.worksheets.export.word import to_word
from assistant.worksheets.export.word_handout import handout_to_word, handover_to_word
from knowledge.documents import Bilingual

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LONGEST_NAME = 80
_NO_SUFFIX = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file to be saved."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class _Kind:
    make: Callable[[SheetRecord], bytes]
    media_type: str
    extension: str
    suffix: Bilingual = _NO_SUFFIX


def export(kind: ExportKind, record: SheetRecord) -> ExportedFile:
    """The sheet as a file named after its title."""
    how = _KINDS[kind]
    suffix = how.suffix.in_language(record.sheet.language)
    name = f"{_file_name(record.sheet.title)}{suffix}.{how.extension}"
    return ExportedFile(name, how.media_type, how.make(record))


def _document(record: SheetRecord) -> SheetDocument:
    numbering = Numbering(record.works, record.sheet.language)
    return lay_out(record.sheet, record.form, numbering)


def _agenda(meeting: Meeting) -> Callable[[SheetRecord], bytes]:
    return lambda record: handout_to_word(agenda(record, meeting))


_KINDS: Mapping[ExportKind, _Kind] = MappingProxyType(
    {
        ExportKind.WORD: _Kind(lambda record: to_word(_document(record)), _WORD, "docx"),
        ExportKind.EXCEL: _Kind(lambda record: to_excel(_document(record)), _EXCEL, "xlsx"),
        ExportKind.PDF: _Kind(lambda record: to_pdf(_document(record)), "application/pdf", "pdf"),
        ExportKind.MARKDOWN: _Kind(
            lambda record: to_markdown(_document(record)).encode(),
            "text/markdown; charset=utf-8",
            "md",
        ),
        ExportKind.JSON: _Kind(
            lambda record: record.sheet.to_json().encode(), "application/json", "json"
        ),
        ExportKind.AGENDA: _Kind(
            _agenda(Meeting.PROJECT), _WORD, "docx", Bilingual("_打合せ次第", "_agenda")
        ),
        ExportKind.COUNCIL_AGENDA: _Kind(
            _agenda(Meeting.COUNCIL), _WORD, "docx", Bilingual("_協議体次第", "_council-agenda")
        ),
        ExportKind.HANDOVER: _Kind(
            lambda record: handover_to_word(handover_pack(record)),
            _WORD,
            "docx",
            Bilingual("_引き継ぎ資料", "_hand-over"),
        ),
    }
)


def _file_name(title: str) -> str:
    """The title without what file systems refuse."""
    kept = "".join(" " if c in '\\/:*?"<>|' or not c.isprintable() else c for c in title)
    return " ".join(kept.split())[:_LONGEST_NAME].strip(" .") or "worksheet"
