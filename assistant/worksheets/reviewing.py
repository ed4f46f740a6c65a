"""Everything the guidebook's checks say of a sheet, with their citations."""

from collections.abc import Iterable

from assistant.contract import Citation
from assistant.worksheets.checks import completeness, open_items, run_checks
from assistant.worksheets.library import Library
from assistant.worksheets.model import Sheet
from assistant.worksheets.outcomes import result_of
from assistant.worksheets.review import ReadNext, Review, SheetResult
from knowledge.documents import Language
from knowledge.forms import Form


def review(sheet: Sheet, form: Form, library: Library) -> Review:
    """Check the sheet and cite what asks for it."""
    services = library.services_of(sheet.inputs)
    findings = run_checks(form, sheet, services)
    items = open_items(form, sheet, services)
    said = [(f.entry_id, f.message.in_language(sheet.language)) for f in findings]
    said += [(item.entry_id, item.text.in_language(sheet.language)) for item in items]
    return Review(
        completeness=completeness(form, sheet),
        findings=findings,
        open_items=items,
        citations=_citations(said, library, sheet.language),
        result=_result(sheet, form, library),
    )


def _citations(
    said: Iterable[tuple[str, str]], library: Library, language: Language
) -> tuple[Citation, ...]:
    first = {entry_id: text for entry_id, text in reversed(list(said))}
    known = [(entry, text) for entry, text in first.items() if entry in library.corpus.by_id]
    quoted = [(entry, library.closest(entry, text, language)) for entry, text in known]
    return library.citations(quoted, language)


def _result(sheet: Sheet, form: Form, library: Library) -> SheetResult | None:
    result = result_of(form, sheet)
    if result is None:
        return None
    entries = library.corpus.by_id
    return SheetResult(
        title=result.outcome.title.in_language(sheet.language),
        text=result.outcome.text.in_language(sheet.language),
        read_next=tuple(
            ReadNext(entry_id=each, title=entries[each].title.in_language(sheet.language))
            for each in result.read_next
            if each in entries
        ),
    )
