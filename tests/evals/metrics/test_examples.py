"""Every metric by a hand-worked example, and by one that a sloppy version would get wrong.

The finer points of each metric have tests of their own beside this one; here no metric can be
added without both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from assistant.contract import Answer, Status
from evals.cases import Item, Place
from evals.catalogue import Metric
from evals.judging.judge import Judge
from evals.judging.run_verdicts import judge_scores
from evals.records import AnswerRecord
from evals.scoring import score_all
from tests.evals.builders import make_answer, make_citation, make_item, make_passage, make_record
from tests.evals.test_judging import ScriptedModel

M = Metric


@dataclass(frozen=True)
class Example:
    """A question with its answers, and what a metric must say of the first one."""

    expected: float | None
    """None: no opinion."""
    item: Item = field(default_factory=make_item)
    records: Sequence[AnswerRecord] = ()
    entries: Mapping[str, str] = field(default_factory=dict)
    judge: ScriptedModel | None = None

    def value(self, metric: Metric) -> float | None:
        first = next(iter(score_all([self.item], list(self.records), self.entries)))
        if self.judge:
            judge = Judge(self.judge, timeout=5)
            records = {record.key: record for record in self.records}
            first = next(iter(judge_scores(judge, {self.item.id: self.item}, records, [first])))
        return first.values.get(metric)


def _answered(expected: float | None, answer: Answer, item: Item | None = None) -> Example:
    item = item or make_item()
    return Example(expected, item, [make_record(item.id, answer=answer)])


def _quoted(expected: float | None, entry: str) -> Example:
    """The usual answer, whose citation names this entry."""
    return Example(expected, make_item(), [make_record()], {"points-2026/taxi": entry})


def _searched(expected: float | None, texts: Sequence[str], item: Item) -> Example:
    passages = [make_passage(text) for text in texts]
    return Example(expected, item, [make_record(item.id, passages=passages)])


def _repeated(expected: float | None, *answers: Answer, variants: bool = False) -> Example:
    item = make_item(facts=[("棲み分け",), ("早い段階",)])
    marks = [("", n) if not variants else (("", "polite", "no_end_mark")[n], 0) for n in range(3)]
    records = [
        make_record(answer=answer, variant=variant, repeat=repeat)
        for answer, (variant, repeat) in zip(answers, marks, strict=False)
    ]
    return Example(expected, item, records)


def _judged(expected: float | None, **said: str) -> Example:
    return Example(expected, make_item(), [make_record()], judge=ScriptedModel(**said))


def _declined(
    text: str = "資料では確認できません。", status: Status = Status.NOT_IN_SOURCES
) -> Answer:
    return make_answer(text, citations=(), status=status)


TWO_FACTS = make_item(facts=[("66自治体",), ("200円",)])
TO_DECLINE = make_item(facts=(), expected=frozenset({Status.NOT_IN_SOURCES}))
NEXT_TO_DECLINE = make_item(
    "taxi-ja#2", turn=2, facts=(), expected=frozenset({Status.NOT_IN_SOURCES})
)
FOLLOW_UP = make_item("taxi-ja#2", turn=2)
ENGLISH = make_item(language="en", facts=[("separate routes",)])
BOTH = make_answer("棲み分けます。早い段階から話します。[1]")
ONE = make_answer("棲み分けます。[1]")
NUMBERS = make_citation(1, "66自治体で運行し、運賃は200円です。")
FILLER = "路線を棲み分けます。" * 60


EXAMPLES: dict[Metric, tuple[Example, Example]] = {
    M.RIGHT: (
        _answered(1, make_answer()),
        # All facts stand in it, and an error too.
        _answered(0, make_answer("棲み分けます。90自治体です。"), make_item(must_not=("90自治体",))),
    ),
    M.FACTS_FOUND: (
        _answered(0.5, make_answer("66自治体です。[1]"), TWO_FACTS),
        # 166 is not 66, and 2000 is not 200.
        _answered(0, make_answer("166自治体、2200円です。[1]"), TWO_FACTS),
    ),
    M.FACTS_COMPLETE: (
        _answered(1, make_answer("66自治体、200円です。[1]"), TWO_FACTS),
        # A refusal that mentions both has told the asker neither.
        _answered(0, _declined("66自治体と200円のことは分かりません。"), TWO_FACTS),
    ),
    M.FACTS_AT_START: (
        _answered(1, make_answer(f"66自治体、200円です。{FILLER}"), TWO_FACTS),
        _answered(0.5, make_answer(f"66自治体です。{FILLER}200円です。"), TWO_FACTS),
    ),
    M.FOLLOW_UPS_COMPLETE: (
        _answered(1, make_answer(), FOLLOW_UP),
        # The opening of a conversation is no follow-up, however right.
        _answered(None, make_answer(), make_item("taxi-ja#1")),
    ),
    M.NOTHING_FORBIDDEN: (
        _answered(0, make_answer("90自治体です。"), make_item(must_not=("90自治体",))),
        # 190 is not the forbidden 90.
        _answered(1, make_answer("190自治体です。"), make_item(must_not=("90自治体",))),
    ),
    M.FALSE_ANSWER: (
        _answered(1, make_answer(), TO_DECLINE),
        # An answer in part is an answer.
        _answered(1, make_answer(status=Status.PARTIAL), TO_DECLINE),
    ),
    M.FALSE_ANSWER_FIRST: (
        _answered(1, make_answer(), TO_DECLINE),
        _answered(None, make_answer(), NEXT_TO_DECLINE),
    ),
    M.FALSE_ANSWER_NEXT: (
        _answered(1, make_answer(), NEXT_TO_DECLINE),
        # A question on its own is no follow-up.
        _answered(None, make_answer(), TO_DECLINE),
    ),
    M.FALSE_REFUSAL: (
        _answered(1, _declined()),
        # Asking back is no refusal.
        _answered(0, _declined("どちらですか。", Status.CLARIFICATION)),
    ),
    M.STATUS_RIGHT: (
        _answered(1, make_answer()),
        # Declined, but for the wrong reason.
        _answered(0, _declined(status=Status.PERSONAL_DATA), TO_DECLINE),
    ),
    M.CITATION_RECALL: (
        _answered(0.5, make_answer("路線を棲み分けます。[1]学校が見守ります。[1]")),
        # The second sentence's mark is not the first one's.
        _answered(0.5, make_answer("路線を棲み分けます。棲み分けます。[1]")),
    ),
    M.CITATION_PRECISION: (
        _answered(1, make_answer()),
        # A second citation that says nothing of it, and a mark that names none.
        _answered(
            1 / 3,
            make_answer(
                "路線を棲み分けます。[1][2][9]",
                citations=[make_citation(1, "路線を棲み分けます。"), make_citation(2, "無料の教室")],
            ),
        ),
    ),
    M.CITATIONS_GENUINE: (
        _quoted(1, "まず路線を棲み分けます。"),
        # All words stand in the entry, the sentence does not.
        _quoted(0, "路線を決め、棲み分けます。"),
    ),
    M.STATEMENTS_SUPPORTED: (
        _answered(0.5, make_answer("路線を棲み分けます。学校が見守ります。[1]")),
        # The same words, about another town.
        _answered(0, make_answer("王寺町は路線を棲み分けます。[1]")),
    ),
    M.NUMBERS_SUPPORTED: (
        _answered(0.5, make_answer("66自治体で300円です。[1]", citations=[NUMBERS])),
        # Both numbers stand in the quote, each for the other thing.
        _answered(0, make_answer("200自治体で66円です。[1]", citations=[NUMBERS])),
    ),
    M.LANGUAGE: (
        _answered(1, make_answer("Separate routes.[1]", language="en"), ENGLISH),
        # Few letters of the whole, but a whole line.
        _answered(
            0.5,
            make_answer("Separate the routes from those of all existing operators.[1]\n- 早めに。[1]"),
            ENGLISH,
        ),
    ),
    M.NEUTRAL: (
        _answered(0, make_answer("一番おすすめなのはＡ社です。")),
        # Names what it declines.
        _answered(1, make_answer("特定の企業をおすすめすることはできません。")),
    ),
    M.CHARACTERS: (
        _answered(10, make_answer("路線を棲み分けます。")),
        # Citation marks, bold type and line ends are not read; the sign of a bullet is.
        _answered(22, make_answer("**路線を**棲み分けます。[1]\n- 路線を棲み分けます。[12]")),
    ),
    M.READING_EASE: (
        # 3 words, 1 sentence, 3 syllables.
        _answered(206.835 - 1.015 * 3 - 84.6, make_answer("The cat sat.[1]"), ENGLISH),
        # Two bullets without full stops are two sentences, not one of six words.
        _answered(206.835 - 1.015 * 3 - 84.6, make_answer("- The cat sat\n- The dog ran"), ENGLISH),
    ),
    M.CONSISTENCY_REPEATS: (
        # Pairs: both–both 1, both–one 1/2 twice.
        _repeated(2 / 3, BOTH, BOTH, ONE),
        # Worded otherwise, the same facts.
        _repeated(1, BOTH, make_answer("はい。早い段階から、棲み分けを考えます。[1]")),
    ),
    M.CONSISTENCY_WORDINGS: (
        _repeated(0.5, BOTH, ONE, variants=True),
        # A refusal that mentions the facts is not the same answer.
        _repeated(0, BOTH, _declined("棲み分けも早い段階も確認できません。"), variants=True),
    ),
    M.PASSAGES_ALL_AT_5: (
        _searched(1, ["66自治体", "なし", "200円"], TWO_FACTS),
        _searched(0, ["66自治体", "", "", "", "", "200円"], TWO_FACTS),
    ),
    M.PASSAGES_ANY_AT_5: (
        _searched(1, ["なし", "200円"], TWO_FACTS),
        _searched(0, ["2200円", "166自治体"], TWO_FACTS),
    ),
    M.PASSAGES_ALL_IN_4000: (
        _searched(1, ["66自治体", "200円"], TWO_FACTS),
        # Second passage, but too far down to be read.
        _searched(0, ["66自治体" + "あ" * 4000, "200円"], TWO_FACTS),
    ),
    M.PASSAGES_RECALL_AT_5: (
        _searched(0.5, ["66自治体"], TWO_FACTS),
        # The same fact twice is one fact.
        _searched(0.5, ["66自治体", "66自治体"], TWO_FACTS),
    ),
    M.PASSAGES_RECALL_AT_10: (
        _searched(1, [*[""] * 8, "66自治体", "200円"], TWO_FACTS),
        _searched(0.5, [*[""] * 9, "66自治体", "200円"], TWO_FACTS),
    ),
    M.MRR: (
        _searched(1 / 3, ["", "", "66自治体"], TWO_FACTS),
        # The first useful passage counts, not the best.
        _searched(1, ["66自治体", "66自治体、200円"], TWO_FACTS),
    ),
    M.NDCG: (
        # Grades 0, 1 against the order 1, 0: 1 / log2(3).
        _searched(0.6309, ["", "66自治体"], TWO_FACTS),
        # Grades 1, 2 against 2, 1: a passage with both facts should come first.
        _searched(0.8597, ["66自治体", "66自治体、200円"], TWO_FACTS),
    ),
    M.PLACES_AT_5: (
        _searched(1, ["棲み分け"], make_item(rests_on=(Place(source="points-2026", pages=(14,)),))),
        # The right document, another page.
        _searched(0, ["棲み分け"], make_item(rests_on=(Place(source="points-2026", pages=(15,)),))),
    ),
    M.MILLISECONDS: (
        _answered(100, make_answer()),
        # A failure takes time too, and is no answer.
        Example(None, make_item(), [make_record(failure="timed out")]),
    ),
    M.JUDGED_FAITHFULNESS: (
        _judged(0.5),
        _judged(None, faithfulness='{"claims": []}'),
    ),
    M.JUDGED_RELEVANCY: (
        _judged(0.75),
        # Off the scale is nonsense, not a good mark.
        _judged(None, relevancy='{"score": 9}'),
    ),
    M.JUDGED_CORRECTNESS: (
        _judged(1),
        # A verdict on two facts where there is one.
        _judged(None, correctness='{"stated": [true, false]}'),
    ),
}  # fmt: skip


def test_every_metric_has_its_examples() -> None:
    assert set(EXAMPLES) == set(Metric)


@pytest.mark.parametrize("metric", EXAMPLES)
@pytest.mark.parametrize("which", [0, 1], ids=["by hand", "where a sloppy version errs"])
def test_example(metric: Metric, which: int) -> None:
    example = EXAMPLES[metric][which]
    expected = example.expected
    found = example.value(metric)
    if expected is None:
        assert found is None
    else:
        assert found == pytest.approx(expected, abs=1e-4)


def test_the_two_examples_of_a_metric_are_not_the_same() -> None:
    assert all(first != second for first, second in EXAMPLES.values())
