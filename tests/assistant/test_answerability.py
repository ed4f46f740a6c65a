"""What the meaning of a question tells, and what is said of known gaps."""

from pathlib import Path

import numpy as np
import pytest

from assistant.answerability import Answerability, Network, load_answerability
from assistant.answerability_training import Example, examples, train
from assistant.grounded.whom_to_ask import whom_to_ask
from knowledge.corpus import load_corpus
from knowledge.errors import SourcesUnreadable
from knowledge.gap_patterns import load_gap_patterns, patterned_questions
from knowledge.gaps import Ask, load_gaps
from knowledge.glossary import load_glossary
from knowledge.settings import BUNDLED_KNOWLEDGE

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


def test_known_kinds_are_told_apart() -> None:
    model = learned()
    assert model.read(embed("質問100")).answerable > 0 > model.read(embed("空100")).answerable
    assert model.read(embed("空100")).gap_id == "some/gap"


def test_the_same_questions_give_the_same_network() -> None:
    assert learned().read(embed("空7")) == learned().read(embed("空7"))


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    model = learned()
    model.write(tmp_path / "model.npz")
    again = load_answerability(tmp_path / "model.npz")
    assert again.kinds == model.kinds
    before, after = model.read(embed("空3")), again.read(embed("空3"))
    assert after.answerable == pytest.approx(before.answerable, abs=0.05)


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
    assert set(load_answerability().gap_ids) <= {gap.id for gap in gaps}


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
    for example in examples(corpus.entries, load_gaps(BUNDLED_KNOWLEDGE), patterned):
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
