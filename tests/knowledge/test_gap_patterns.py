"""Questions after named things, made from patterns."""

from pathlib import Path

import pytest

from knowledge.corpus import load_corpus
from knowledge.errors import SourcesUnreadable
from knowledge.gap_patterns import FILE, load_gap_patterns, patterned_questions
from knowledge.glossary import load_glossary
from knowledge.settings import BUNDLED_KNOWLEDGE

PRICE = """
- id: price
  of: [service]
  said: {ja: [円], en: [yen]}
  ja: ["{name}はいくら", "{name}の値段"]
  en: ["What does {name} cost?"]
"""


def test_every_pattern_of_the_project_makes_questions() -> None:
    glossary, corpus = load_glossary(BUNDLED_KNOWLEDGE), load_corpus(BUNDLED_KNOWLEDGE)
    patterns = load_gap_patterns(BUNDLED_KNOWLEDGE)
    made = list(patterned_questions(patterns, glossary, corpus.entries))
    assert not [question for question in made if "{" in question or "~" in question]
    for pattern in patterns:
        endings = tuple(w.partition("{name}")[2] for w in pattern.wordings[0])
        assert len([question for question in made if question.endswith(endings)]) >= 1, pattern.id


def test_nothing_is_made_where_an_entry_tells(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(PRICE, encoding="utf-8")
    glossary, corpus = load_glossary(BUNDLED_KNOWLEDGE), load_corpus(BUNDLED_KNOWLEDGE)
    patterns = load_gap_patterns(tmp_path)
    without = set(patterned_questions(patterns, glossary, ()))
    made = set(patterned_questions(patterns, glossary, corpus.entries))
    assert made < without
    assert not [question for question in made if question.startswith("チョイソコ")]
    assert {"チョイソコはいくら", "チョイソコの値段"} & without


def test_wordings_take_turns_and_are_the_same_each_time(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(PRICE, encoding="utf-8")
    glossary = load_glossary(BUNDLED_KNOWLEDGE)
    made = list(patterned_questions(load_gap_patterns(tmp_path), glossary, ()))
    assert made == list(patterned_questions(load_gap_patterns(tmp_path), glossary, ()))
    assert {question[-4:] for question in made} >= {"はいくら", "cost?"[-4:]}
    assert any(question.endswith("の値段") for question in made)


@pytest.mark.parametrize(
    "text",
    ["[", "- id: a", PRICE.replace("service", "animal"), "- 5"],
    ids=["no YAML", "half a pattern", "an unknown kind of name", "a number"],
)
def test_a_damaged_file_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(SourcesUnreadable, match=FILE):
        load_gap_patterns(tmp_path)
