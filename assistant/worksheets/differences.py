"""How two states of a sheet differ, field by field and line by line."""

from difflib import SequenceMatcher

from assistant.worksheets.model import FieldValue, Kpi, Sheet
from assistant.worksheets.sharing import ChangedLine, FieldDifference, LineChange


def sheet_differences(before: Sheet, after: Sheet) -> tuple[FieldDifference, ...]:
    """The fields whose text differs, in the order of `after`; marks and signatures do not count."""
    field_ids = [*after.fields, *(each for each in before.fields if each not in after.fields)]
    found = (
        FieldDifference(
            field_id=field_id,
            lines=_line_changes(
                written_lines(before.value(field_id)), written_lines(after.value(field_id))
            ),
        )
        for field_id in field_ids
    )
    return tuple(
        difference
        for difference in found
        if any(line.change is not LineChange.SAME for line in difference.lines)
    )


def written_lines(value: FieldValue) -> list[str]:
    """What stands in a field, one text a line: sentences, then indicators, then choices."""
    return [
        *(sentence.text for sentence in value.sentences),
        *(_kpi_line(kpi) for kpi in value.kpis),
        *value.choices,
    ]


def _kpi_line(kpi: Kpi) -> str:
    parts = (kpi.name, kpi.target, kpi.method, kpi.frequency)
    return " / ".join(part for part in parts if part)


def _line_changes(before: list[str], after: list[str]) -> tuple[ChangedLine, ...]:
    changes: list[ChangedLine] = []
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    for what, start, end, new_start, new_end in matcher.get_opcodes():
        if what == "equal":
            changes += _changed(LineChange.SAME, before[start:end])
        else:
            changes += _changed(LineChange.REMOVED, before[start:end])
            changes += _changed(LineChange.ADDED, after[new_start:new_end])
    return tuple(changes)


def _changed(change: LineChange, lines: list[str]) -> list[ChangedLine]:
    return [ChangedLine(change=change, text=line) for line in lines]
