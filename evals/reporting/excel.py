"""A run as an Excel file: figures, groups and every answer."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from evals.cases import Item
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


def write_excel(
    contents: ReportContents,
    items: Sequence[Item],
    answers: Sequence[AnswerRecord],
    scores: Sequence[ScoreRecord],
    path: Path,
) -> None:
    """Write the sheets: summary, groups, answers."""
    words, language = contents.words, contents.language
    book = Workbook()
    book.remove(book.worksheets[0])
    summary = book.create_sheet(words("summary"))
    _fill(summary, [[words("run"), contents.manifest.name]], heading=False)
    for key in ("started_at", "engine", "chosen_set", "git_commit", "corpus", "dataset"):
        summary.append([key, str(getattr(contents.manifest, key) or "")])
    summary.append([words("failed_answers"), contents.summary.failures])
    heading = [words("metric"), words("mean"), words("low"), words("high"), "n", words("meaning")]
    rows: list[list[object]] = [["dimension", "group", *heading]]
    for group in contents.summary.groups:
        for metric, held in group.metrics.items():
            info = CATALOGUE[metric]
            figures = [round(value, 4) for value in (held.mean, held.low, held.high)]
            names = [words(group.dimension), words(group.value), info.name(language)]
            rows.append([*names, *figures, held.count, info.meaning(language)])
    _fill(book.create_sheet(words("groups")), rows)
    _fill(book.create_sheet(words("answers")), _answer_rows(contents, items, answers, scores))
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


def _answer_rows(
    contents: ReportContents,
    items: Sequence[Item],
    answers: Sequence[AnswerRecord],
    scores: Sequence[ScoreRecord],
) -> Iterable[list[object]]:
    words, by_id = contents.words, {item.id: item for item in items}
    by_key = {score.key: score for score in scores}
    keys = "question language kind persona split given answer citations missing forbidden unsupported failure"
    metrics = [CATALOGUE[metric].name(contents.language) for metric in _ANSWER_METRICS]
    yield ["id", "repeat", "wording", *map(words, keys.split()), *metrics]
    for record in answers:
        item, score = by_id.get(record.item), by_key.get(record.key)
        if item and score:
            values = [score.values.get(metric) for metric in _ANSWER_METRICS]
            yield [*_identity(record, item, contents), *_given(record, score, words), *values]


def _identity(record: AnswerRecord, item: Item, contents: ReportContents) -> list[object]:
    words, persona = contents.words, item.persona.value if item.persona else "none"
    return [
        record.item,
        record.repeat,
        record.variant,
        record.question,
        words(item.language),
        words(item.kind.value),
        words(persona),
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
        answer.text if answer else "",
        "\n".join(quotes),
        " / ".join(score.missing),
        " / ".join(score.forbidden),
        " / ".join(score.unsupported),
        record.failure or record.search_failure or "",
    ]


def _fill(sheet: Worksheet, rows: Iterable[Sequence[object]], *, heading: bool = True) -> None:
    for row in rows:
        sheet.append([cell_text(value) if isinstance(value, str) else value for value in row])
    for index in range(1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(index)].width = 24
    if heading:
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = sheet.dimensions
        for cell in sheet[1]:
            cell.font = Font(bold=True)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
