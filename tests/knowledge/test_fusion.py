"""Fusion of rankings: its properties, whatever the arms have found."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.fusion import Scored, fuse_rankings, lift_neighbours, ranks

ARMS = ("passages", "questions", "keywords")
IDS = st.sampled_from("abcdefgh")


@st.composite
def ranking(draw: st.DrawFn) -> list[Scored]:
    found = draw(st.lists(IDS, unique=True, max_size=8))
    scores = draw(st.lists(st.floats(0, 50, width=16), min_size=len(found), max_size=len(found)))
    return list(zip(found, sorted(scores, reverse=True), strict=True))


RANKINGS = st.fixed_dictionaries(dict.fromkeys(ARMS, ranking()))
WEIGHTS = st.fixed_dictionaries(dict.fromkeys(ARMS, st.floats(0, 4, width=16)))


@given(rankings=RANKINGS, weights=WEIGHTS)
def test_what_any_arm_has_found_is_there_once_best_first(
    rankings: dict[str, list[Scored]], weights: dict[str, float]
) -> None:
    fused = fuse_rankings(rankings, weights)
    assert set(fused) == {found for arm in rankings.values() for found, _ in arm}
    assert list(fused.items()) == sorted(fused.items(), key=lambda item: (-item[1], item[0]))
    assert all(0 <= score <= sum(weights.values()) + 1e-9 for score in fused.values())


@given(rankings=RANKINGS, weights=WEIGHTS, seed=st.integers())
def test_the_order_of_the_arms_makes_no_difference(
    rankings: dict[str, list[Scored]], weights: dict[str, float], seed: int
) -> None:
    arms = list(rankings)
    Random(seed).shuffle(arms)
    shuffled = fuse_rankings({arm: rankings[arm] for arm in arms}, weights)
    assert shuffled == pytest.approx(fuse_rankings(rankings, weights))


@given(rankings=RANKINGS, weights=WEIGHTS)
def test_an_arm_without_weight_changes_no_score(
    rankings: dict[str, list[Scored]], weights: dict[str, float]
) -> None:
    silent = fuse_rankings(rankings, {**weights, "questions": 0.0})
    without = fuse_rankings({**rankings, "questions": []}, weights)
    assert {found: silent[found] for found in without} == pytest.approx(without)
    assert all(silent[found] == 0 for found in silent.keys() - without.keys())


@given(one=ranking(), factor=st.floats(0.5, 8, width=16), shift=st.floats(0, 100, width=16))
def test_the_scale_of_an_arm_makes_no_difference(
    one: list[Scored], factor: float, shift: float
) -> None:
    moved = [(found, score * factor + shift) for found, score in one]
    assert fuse_rankings({"a": moved}, {}) == pytest.approx(fuse_rankings({"a": one}, {}), abs=1e-6)


@given(one=ranking())
def test_a_single_arm_keeps_its_order(one: list[Scored]) -> None:
    scores = fuse_rankings({"a": one}, {})
    assert all(scores[a] >= scores[b] for (a, _), (b, _) in pairwise(one))


def test_ties_stand_in_order_of_id() -> None:
    tied = fuse_rankings({"a": [("z", 2.0), ("m", 1.0)], "b": [("m", 2.0), ("z", 1.0)]}, {})
    assert list(tied) == ["m", "z"]


def test_two_arms_that_agree_beat_one() -> None:
    rankings = {
        "a": [("x", 3.0), ("y", 2.0), ("n", 0.0)],
        "b": [("z", 3.0), ("y", 2.9), ("n", 0.0)],
    }
    assert next(iter(fuse_rankings(rankings, {}))) == "y"


def test_weights_decide_between_arms_that_disagree() -> None:
    rankings = {"a": [("x", 1.0), ("y", 0.0)], "b": [("y", 1.0), ("x", 0.0)]}
    assert next(iter(fuse_rankings(rankings, {"a": 1.0, "b": 2.0}))) == "y"
    assert next(iter(fuse_rankings(rankings, {"a": 2.0, "b": 1.0}))) == "x"


def test_a_known_floor_keeps_the_last_hit_above_nothing() -> None:
    words = {"keywords": [("x", 8.0), ("y", 4.0)]}
    assert fuse_rankings(words, {}, floors={"keywords": 0.0}) == {"x": 1.0, "y": 0.5}
    assert fuse_rankings(words, {}) == {"x": 1.0, "y": 0.0}


@pytest.mark.parametrize(
    "rankings",
    [
        pytest.param({}, id="no-arm"),
        pytest.param({"a": [], "b": []}, id="arms-that-found-nothing"),
    ],
)
def test_nothing_found_is_nothing(rankings: dict[str, list[Scored]]) -> None:
    assert fuse_rankings(rankings, {}) == {}


def test_a_single_hit_counts_in_full() -> None:
    assert fuse_rankings({"a": [("x", 0.3)]}, {"a": 2.0}) == {"x": 2.0}


def test_ranks_tell_where_each_arm_has_it() -> None:
    rankings = {"a": [("x", 2.0), ("y", 1.0)], "b": [("y", 5.0)], "c": []}
    assert ranks(rankings) == {"x": {"a": 1}, "y": {"a": 2, "b": 1}}


SCORES = st.dictionaries(IDS, st.floats(0, 4, width=16))


@given(scores=SCORES, share=st.floats(0, 1, width=16))
def test_a_good_neighbour_lifts_and_nothing_is_lost(scores: dict[str, float], share: float) -> None:
    lifted = lift_neighbours(scores, lambda found: [chr(ord(found) + 1), "nobody"], share)
    assert set(lifted) == set(scores)
    for found, score in scores.items():
        beside = scores.get(chr(ord(found) + 1), 0.0)
        assert lifted[found] == pytest.approx(score + share * beside)
    assert list(lifted.values()) == sorted(lifted.values(), reverse=True)
