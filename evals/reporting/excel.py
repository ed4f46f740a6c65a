"""A run as an Excel file: figures, groups and every answer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from evals.answer_text import plain
from evals.bootstrap import Estimate
from evals.cases import Item, earlier_questions
from evals.catalogue import CATALOGUE, Metric
from evals.records import AnswerRecord, ScoreRecord
from evals.reporting.contents import ReportContents
from evals.reporting.wording import Wording
from evals.spreadsheet_text import cell_text

_ANSWER_METRICS = (
    Metric.RIGHT,
    Metric.FACTS_FOUND,
    Metric.FACTS_AT_START,
    Metric.CITATION_RECALL,
    Metric.CITATION_PRECISION,
    Metric.NUMBERS_SUPPORTED,
    Metric.LANGUAGE,
    Metric.NEUTRAL,
    Metric.PASSAGES_ALL_AT_5,
    Metric.MILLISECONDS,
)
_HEAD = PatternFill("solid", fgColor="E8EDF4")
_WIDE, _NARROW, _USUAL = 60, 11, 20
_WIDTHS = {"question": 42, "earlier": 30, "answer": _WIDE, "citations": _WIDE, "unsupported": 40}
_MATRIX = (
    ("to_answer", ("answered_rightly", "partly_rightly", "asked_back_wrongly", "refused_falsely")),
    ("to_decline", ("answered_falsely", "partly_falsely", "asked_back_rightly", "refused_rightly")),
)

Rows = Iterable[Sequence[object]]


def write_excel(
    contents: ReportContents,
    items: Sequence[Item],
    answers: Sequence[AnswerRecord],
    scores: Sequence[ScoreRecord],
    path: Path,
) -> None:
    """Write the sheets: summary, groups, answers."""
    words = contents.words
    book = Workbook()
    book.remove(book.worksheets[0])
    summary = book.create_sheet(words("summary"))
    _fill(summary, _summary_rows(contents), widths=[36, 30, 20, 20, 20, 80])
    _mark_headings(summary, {words("answered"), words("all")})
    _show_figures(summary, metric_at=0)
    groups = book.create_sheet(words("groups"))
    _fill(groups, _group_rows(contents), widths=[22, 26, 30, 10, 10, 10, 8, 80], has_heading=True)
    _show_figures(groups, metric_at=2)
    listed = book.create_sheet(words("answers"))
    by_key: dict[object, ScoreRecord] = {score.key: score for score in scores}
    rows = _answer_rows(contents, items, answers, by_key)
    _fill(listed, rows, widths=_answer_widths(), has_heading=True)
    listed.freeze_panes = "E2"
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


def _summary_rows(contents: ReportContents) -> Iterator[Sequence[object]]:
    words, manifest, summary = contents.words, contents.manifest, contents.summary
    yield [words("title")]
    yield [words("run"), manifest.name]
    yield [words("made"), contents.made]
    yield [words("engine"), words(manifest.engine)]
    yield [words("set"), f"{words(manifest.set_name)} ({manifest.dataset})"]
    yield [words("questions"), summary.questions]
    yield [words("commit"), manifest.git_commit or "–"]
    yield [words("corpus"), manifest.corpus or "–"]
    yield [words("failed_answers"), summary.failures]
    yield []
    yield ["", *map(words, ("answered", "partly_answered", "asked_back", "declined"))]
    for name, counts in _MATRIX:
        yield [words(name), *(getattr(summary.confusion, count) for count in counts)]
    yield []
    columns = contents.columns
    names = [words(group.value) for group in columns]
    padding = [""] * (4 - len(names))
    yield [words("metric"), *names, *padding, words("meaning")]
    for metric in summary.overall:
        info = CATALOGUE[metric]
        held = [_mean(group.metrics.get(metric)) for group in columns]
        language = contents.language
        yield [info.name(language), *held, *padding, info.meaning(language)]


def _group_rows(contents: ReportContents) -> Iterator[Sequence[object]]:
    words, language = contents.words, contents.language
    keys = ("dimension", "group", "metric", "mean", "low", "high")
    yield [*map(words, keys), "n", words("meaning")]
    for group in contents.summary.groups:
        for metric, held in group.metrics.items():
            info = CATALOGUE[metric]
            figures = [round(value, 4) for value in (held.mean, held.low, held.high)]
            names = [words(group.dimension), words(group.value), info.name(language)]
            yield [*names, *figures, held.count, info.meaning(language)]


_KEYS = (
    *("case_name", "repeat", "variant", "question", "earlier", "language", "kind", "persona"),
    *("split", "given", "answer", "citations", "missing", "forbidden", "unsupported", "failure"),
)


def _answer_widths() -> list[int]:
    return [*(_WIDTHS.get(key, _USUAL) for key in _KEYS), *(_NARROW for _ in _ANSWER_METRICS)]


def _answer_rows(
    contents: ReportContents,
    items: Sequence[Item],
    answers: Sequence[AnswerRecord],
    scores: Mapping[object, ScoreRecord],
) -> Iterator[Sequence[object]]:
    words, by_id = contents.words, {item.id: item for item in items}
    metrics = [CATALOGUE[metric].name(contents.language) for metric in _ANSWER_METRICS]
    yield [*map(words, _KEYS), *metrics]
    for record in answers:
        item, score = by_id.get(record.item), scores.get(record.key)
        if item and score:
            values = [_rounded(score.values.get(metric)) for metric in _ANSWER_METRICS]
            asked = _asked(record, item, earlier_questions(item, items), words)
            yield [*asked, *_given(record, score, words), *values]


def _asked(
    record: AnswerRecord, item: Item, earlier: Sequence[str], words: Wording
) -> list[object]:
    return [
        record.item,
        record.repeat,
        record.variant,
        record.question,
        " → ".join(earlier),
        words(item.language),
        words(item.kind.value),
        words(item.persona.value if item.persona else "none"),
        words(item.split.value),
    ]


def _given(record: AnswerRecord, score: ScoreRecord, words: Wording) -> list[object]:
    answer = record.answer
    quotes = (
        [f"[{c.number}] {c.entry_title or c.title}: {c.quote}" for c in answer.citations]
        if answer
        else []
    )
    return [
        words(answer.status.value) if answer else "",
        plain(answer.text) if answer else "",
        "\n".join(quotes),
        " / ".join(score.missing),
        " / ".join(score.forbidden),
        " / ".join(score.unsupported),
        record.failure or record.search_failure or "",
    ]


def _fill(
    sheet: Worksheet, rows: Rows, *, widths: Sequence[int], has_heading: bool = False
) -> None:
    for row in rows:
        sheet.append([cell_text(value) if isinstance(value, str) else value for value in row])
    for index, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    _embolden(sheet[1])
    if has_heading:
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = sheet.dimensions
        sheet.print_title_rows = "1:1"


def _mark_headings(sheet: Worksheet, second: Set[object]) -> None:
    """Rows whose second cell is one of these head a table."""
    for cells in sheet.iter_rows():
        if cells[1].value in second:
            _embolden(cells)
        for cell in cells[1:-1]:
            cell.alignment = Alignment(horizontal="left", vertical="top")


def _embolden(cells: Iterable[Cell | MergedCell]) -> None:
    for cell in cells:
        cell.font = Font(bold=True)
        cell.fill = _HEAD


def _show_figures(sheet: Worksheet, *, metric_at: int) -> None:
    """Shares in per cent; other figures as they are, without decimals."""
    names = {info.name(code): info for info in CATALOGUE.values() for code in ("ja", "en")}
    for cells in sheet.iter_rows():
        info = names.get(str(cells[metric_at].value))
        for cell in cells:
            if info and isinstance(cell.value, float):
                cell.number_format = "0.0%" if info.is_share else "#,##0"


def _mean(held: Estimate | None) -> float | str:
    return round(held.mean, 4) if held else "–"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
