"""How two states of a sheet differ, field by field and line by line."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from assistant.worksheets.model import FieldValue, Kpi, Sheet
from assistant.worksheets.sharing import ChangedLine, FieldDifference, LineChange
from knowledge.documents import Language
from knowledge.forms import Form


def sheet_differences(before: Sheet, after: Sheet, form: Form) -> tuple[FieldDifference, ...]:
    """The fields whose text differs, in the form's order; marks and signatures do not count.

    Fields that the form no longer has come last.
    """
    field_ids = dict.fromkeys([*form.fields, *after.fields, *before.fields])
    found = (
        FieldDifference(
            field_id=field_id,
            lines=line_changes(
                written_lines(before.value(field_id), form, field_id, after.language),
                written_lines(after.value(field_id), form, field_id, after.language),
            ),
        )
        for field_id in field_ids
    )
    return tuple(each for each in found if is_change(each.lines))


def is_change(lines: Sequence[ChangedLine]) -> bool:
    """Whether anything differs in a comparison."""
    return any(line.change is not LineChange.SAME for line in lines)


def written_lines(value: FieldValue, form: Form, field_id: str, language: Language) -> list[str]:
    """What stands in a field, one text a line: sentences, then indicators, then options chosen."""
    field = form.fields.get(field_id)
    options = field.options if field else ()
    names = {option.id: option.label.in_language(language) for option in options}
    return [
        *(sentence.text for sentence in value.sentences),
        *(_kpi_line(kpi) for kpi in value.kpis),
        *(names.get(choice, choice) for choice in value.choices),
    ]


def line_changes(before: Sequence[str], after: Sequence[str]) -> tuple[ChangedLine, ...]:
    """Both texts in one, each line marked as the same, removed or added."""
    changes: list[ChangedLine] = []
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    for what, start, end, new_start, new_end in matcher.get_opcodes():
        if what == "equal":
            changes += _changed(LineChange.SAME, before[start:end])
        else:
            changes += _changed(LineChange.REMOVED, before[start:end])
            changes += _changed(LineChange.ADDED, after[new_start:new_end])
    return tuple(changes)


def _kpi_line(kpi: Kpi) -> str:
    parts = (kpi.name, kpi.target, kpi.method, kpi.frequency)
    return " / ".join(part for part in parts if part)


def _changed(change: LineChange, lines: Sequence[str]) -> list[ChangedLine]:
    return [ChangedLine(change=change, text=line) for line in lines]
