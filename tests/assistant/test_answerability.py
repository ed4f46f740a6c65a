"""What the meaning of a question tells, and what is said of known gaps."""

from pathlib import Path

import numpy as np
import pytest

from assistant.answerability import (
    WEIGHT_OF_WORDS,
    Answerability,
    Network,
    Reading,
    load_answerability,
)
from assistant.answerability_training import Example, examples, train, with_subjects
from assistant.grounded.whom_to_ask import whom_to_ask
from knowledge.contrasts import load_contrasts
from knowledge.corpus import load_corpus
from knowledge.errors import SourcesUnreadable
from knowledge.gap_patterns import load_gap_patterns, patterned_questions
from knowledge.gaps import Ask, load_gaps
from knowledge.glossary import load_glossary
from knowledge.known_questions import KnownQuestion
from knowledge.settings import BUNDLED_KNOWLEDGE
from knowledge.tokens import tokenise

GAP = """- id: fare
  missing: {ja: 運賃, en: the fare}
  near: []
  ask: operator
  questions: {ja: [いくら, 料金は, 運賃を教えて], en: [how much, what fare]}
"""


def embed(text: str) -> list[float]:
    """Questions with 空 look one way, those with 花 another, all others a third."""
    noise = (sum(map(ord, text)) % 7) / 100
    kinds = [float("空" in text), float("花" in text)]
    return [*kinds, 1.0 - sum(kinds) + noise]


def learned() -> Answerability:
    known = [Example(f"質問{n}", "answerable") for n in range(600)]
    known += [Example(f"空{n}", "gap", "some/gap") for n in range(600)]
    known += [Example(f"花{n}", "off_topic") for n in range(600)]
    return train(known, lambda questions: [embed(question) for question in questions])


def read(model: Answerability, question: str) -> Reading:
    return model.read(embed(question), tokenise(question))


def test_known_kinds_are_told_apart() -> None:
    model = learned()
    answered, left_open = read(model, "質問100"), read(model, "空100")
    assert answered.answerable > 0 > left_open.answerable
    assert left_open.gap_id == "some/gap"


def test_the_same_questions_give_the_same_network() -> None:
    assert read(learned(), "空7") == read(learned(), "空7")


def test_words_in_common_bring_a_known_question_nearer() -> None:
    model = learned()
    plain = model.read(embed("空100"), [])
    with_words = read(model, "空100")
    assert plain.words_answered == 0
    assert plain.open_likeness == pytest.approx(plain.gap_similarity)
    assert plain.open_likeness < with_words.open_likeness
    assert with_words.open_likeness <= with_words.gap_similarity + WEIGHT_OF_WORDS + 1e-6
    assert read(model, "質問100").words_answered == pytest.approx(1)


def test_a_question_left_open_without_a_gap_is_like_it_and_names_none() -> None:
    known = [Example(f"質問{n}", "answerable") for n in range(600)]
    known += [Example(f"空{n}", "gap", is_contrast=True) for n in range(600)]
    known += [Example(f"花{n}", "off_topic") for n in range(600)]
    reading = read(train(known, lambda questions: [embed(text) for text in questions]), "空100")
    assert reading.gap_id is None
    assert reading.gap_similarity == 0
    assert reading.open_likeness > 1


def test_words_of_follow_ups_are_learned_from_behind_their_subject() -> None:
    entry = load_corpus(BUNDLED_KNOWLEDGE).entries[0]
    asked = (KnownQuestion("料金は？", "ja", (entry.id,), False),)
    (joined,) = with_subjects(asked, {entry.id: entry})
    assert joined.asked.startswith(entry.title.ja)
    assert joined.asked.endswith("料金は？")
    assert not joined.is_answered


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    model = learned()
    model.write(tmp_path / "model.npz")
    again = load_answerability(tmp_path / "model.npz")
    assert again.kinds == model.kinds
    before, after = read(model, "空3"), read(again, "空3")
    assert after.answerable == pytest.approx(before.answerable, abs=0.05)
    assert after.open_likeness == pytest.approx(before.open_likeness, abs=0.01)
    assert after.words_answered == before.words_answered


def test_probabilities_by_hand() -> None:
    one = np.ones(1, dtype=np.float32)
    network = Network(
        0 * one, one, one[None], 0 * one, np.array([[1.0, -1.0]], np.float32), 0 * one
    )
    # Hidden 2, scores 2 and -2: e^4 to 1.
    first, second = network.probabilities(2 * one)
    assert first / second == pytest.approx(np.exp(4), rel=1e-4)


def test_the_shipped_network_knows_the_shipped_gaps() -> None:
    gaps = load_gaps(BUNDLED_KNOWLEDGE)
    assert set(load_answerability().gap_ids) <= {gap.id for gap in gaps} | {""}


def test_gaps_lead_to_entries_that_exist_and_to_somebody_who_may_know() -> None:
    by_id = load_corpus(BUNDLED_KNOWLEDGE).by_id
    for gap in load_gaps(BUNDLED_KNOWLEDGE):
        assert set(gap.near) <= by_id.keys(), gap.id
        assert whom_to_ask(gap.ask).ja


def test_no_question_is_both_answered_and_left_open() -> None:
    kinds: dict[str, set[str]] = {}
    corpus = load_corpus(BUNDLED_KNOWLEDGE)
    patterned = patterned_questions(
        load_gap_patterns(BUNDLED_KNOWLEDGE), load_glossary(BUNDLED_KNOWLEDGE), corpus.entries
    )
    contrasts = load_contrasts(BUNDLED_KNOWLEDGE)
    gaps = load_gaps(BUNDLED_KNOWLEDGE)
    for example in examples(corpus.entries, gaps, patterned, contrasts):
        kinds.setdefault(example.question, set()).add(example.kind)
    both = [q for q, found in kinds.items() if {"gap", "answerable"} <= found]
    assert not both


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(GAP.replace("ask: operator", "ask: somebody"), id="an unknown adviser"),
        pytest.param(GAP + GAP, id="an id twice"),
        pytest.param(GAP.replace("料金は, ", ""), id="too few questions"),
        pytest.param("- just text", id="no gap"),
        pytest.param("{", id="no YAML"),
    ],
)
def test_a_damaged_file_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "gaps").mkdir()
    (tmp_path / "gaps" / "some.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(SourcesUnreadable, match="some"):
        load_gaps(tmp_path)


def test_a_gap_is_read(tmp_path: Path) -> None:
    (tmp_path / "gaps").mkdir()
    (tmp_path / "gaps" / "some.yaml").write_text(GAP, encoding="utf-8")
    (gap,) = load_gaps(tmp_path)
    assert (gap.id, gap.ask, len(gap.questions)) == ("some/fare", Ask.OPERATOR, 5)
