"""Comparisons: each thing has a row with statements about itself."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.citations import Citing
from assistant.contract import AskRequest
from assistant.finding import PartFound
from assistant.grounded.compose import Composition
from assistant.grounded.several import write_comparison
from assistant.understanding.question import Question, understand
from knowledge.documents import Passage
from tests.assistant.small_services import document_passage, glossary, small_corpus

TIERS = "第1層の協議体の多くは市の全域に一つ置かれています。"
BOTH = "企業がいる割合は、第1層の協議体が16.8%、第2層の協議体が8.3%です。"
SECOND = "第2層の協議体は地区ごとに置かれています。"


def _table(names: Sequence[str], passages: Sequence[Passage]) -> list[str]:
    """Rows of the comparison of these things, all found in the same passages."""
    corpus = small_corpus()
    writing = Composition("ja", Citing("ja", corpus.sources.get, corpus.by_id))
    things = [PartFound(_question(name), tuple(passages)) for name in names]
    write_comparison(writing, things, lambda words: [1.0 for _ in words])
    return writing.text.splitlines()[2:]


def _question(name: str) -> Question:
    return replace(understand(AskRequest(question=name), name, (), glossary()), asked=name)


def _passages(*texts: str) -> list[Passage]:
    return [document_passage(text, position=place) for place, text in enumerate(texts)]


def test_what_is_said_of_another_number_is_said_of_another_thing() -> None:
    first, second = _table(["第1層の協議体", "第2層の協議体"], _passages(TIERS, SECOND))
    assert first == f"| 第1層の協議体 | {TIERS}[1] |"
    assert second == f"| 第2層の協議体 | {SECOND}[2] |"


def test_a_thing_whose_number_nobody_names_has_no_row() -> None:
    assert _table(["第1層の協議体", "第3層の協議体"], _passages(TIERS, SECOND)) == []


def test_what_is_said_of_both_stands_once_and_leaves_no_empty_cell() -> None:
    assert _table(["第1層の協議体", "第2層の協議体"], _passages(BOTH)) == []
    rows = _table(["第1層の協議体", "第2層の協議体"], _passages(BOTH, SECOND))
    assert [row.count(BOTH) for row in rows] == [1, 0]
    assert SECOND in rows[1]
