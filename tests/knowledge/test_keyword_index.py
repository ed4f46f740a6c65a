"""Search by words."""

from collections.abc import Callable
from math import log
from pathlib import Path

import pytest

from knowledge.errors import IndexUnavailable
from knowledge.keyword_index import KeywordIndex

IDS = ["shop", "taxi", "meals"]
WORDS = [["移動", "販売", "買い物", "移動"], ["移動", "タクシー", "診療所"], ["配食", "弁当"]]


@pytest.fixture
def index() -> KeywordIndex:
    return KeywordIndex.build(IDS, WORDS)


def found(index: KeywordIndex, *words: str, limit: int = 5) -> list[str]:
    return [found_id for found_id, _ in index.search(words, limit=limit)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(["弁当"], ["meals"], id="one-word"),
        pytest.param(["移動"], ["shop", "taxi"], id="the-more-often-the-better"),
        pytest.param(["移動", "タクシー"], ["taxi", "shop"], id="rare-words-tell-more"),
        pytest.param(["知らない"], [], id="an-unknown-word"),
        pytest.param(["知らない", "弁当"], ["meals"], id="an-unknown-word-among-others"),
        pytest.param([], [], id="no-word"),
    ],
)
def test_only_what_shares_a_word_is_found(
    index: KeywordIndex, words: list[str], expected: list[str]
) -> None:
    assert found(index, *words) == expected


def test_an_empty_word_is_no_word(index: KeywordIndex) -> None:
    assert index.knows([""]) == [False]
    assert found(index, "", "弁当") == ["meals"]


def test_scores_fall_and_the_limit_holds(index: KeywordIndex) -> None:
    scores = [score for _, score in index.search(["移動", "弁当"], limit=3)]
    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)
    assert len(found(index, "移動", limit=1)) == 1


def test_weights_decide_which_word_counts(index: KeywordIndex) -> None:
    words = ["弁当", "タクシー"]
    assert index.search(words, limit=1, weights=[1.0, 0.1])[0][0] == "meals"
    assert index.search(words, limit=1, weights=[0.1, 1.0])[0][0] == "taxi"


def test_equal_weights_are_no_weights(index: KeywordIndex) -> None:
    words = ["移動", "タクシー", "弁当"]
    assert index.search(words, limit=3, weights=[1.0] * 3) == index.search(words, limit=3)


def test_weights_scale_scores(index: KeywordIndex) -> None:
    [(_, whole)] = index.search(["弁当"], limit=1)
    [(_, half)] = index.search(["弁当"], limit=1, weights=[0.5])
    assert half == pytest.approx(whole / 2)


def test_rare_words_tell_more(index: KeywordIndex) -> None:
    unknown, rare, common = index.rarity(["知らない", "弁当", "移動"])
    assert unknown > rare > common > 0
    assert rare == pytest.approx(log(1 + 2.5 / 1.5))


def test_the_index_knows_its_words(index: KeywordIndex) -> None:
    assert index.knows(["移動", "知らない"]) == [True, False]


def test_words_told_by_some_texts(index: KeywordIndex) -> None:
    assert index.told(["移動", "弁当", "知らない"], ["shop", "taxi"]) == [True, False, False]
    assert index.told(["移動"], ["nowhere"]) == [False]


def test_a_saved_index_answers_as_before(index: KeywordIndex, tmp_path: Path) -> None:
    index.save(tmp_path / "keywords")
    read = KeywordIndex.load(tmp_path / "keywords")
    assert read.search(["移動", "弁当"], limit=3) == index.search(["移動", "弁当"], limit=3)
    assert read.rarity(["移動"]) == index.rarity(["移動"])


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        pytest.param([], [], id="no-text"),
        pytest.param(["a", "b"], [[], []], id="texts-without-words"),
    ],
)
def test_an_empty_index_finds_nothing_and_can_be_saved(
    tmp_path: Path, ids: list[str], words: list[list[str]]
) -> None:
    index = KeywordIndex.build(ids, words)
    index.save(tmp_path)
    for empty in (index, KeywordIndex.load(tmp_path)):
        assert found(empty, "移動") == []
        assert empty.knows(["移動"]) == [False]
        assert len(empty.rarity(["移動"])) == 1


def test_a_text_without_words_among_others_is_never_found() -> None:
    assert found(KeywordIndex.build(["a", "b"], [[], ["移動"]]), "移動") == ["b"]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda file: file.unlink(), id="missing"),
        pytest.param(lambda file: file.write_bytes(b""), id="empty"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[:10]), id="cut-short"),
        pytest.param(lambda file: file.write_bytes(b"x" * file.stat().st_size), id="noise"),
    ],
)
def test_any_damaged_file_is_named(
    index: KeywordIndex, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    index.save(tmp_path / "sound")
    for name in [path.name for path in (tmp_path / "sound").iterdir()]:
        folder = tmp_path / name
        index.save(folder)
        damage(folder / name)
        with pytest.raises(IndexUnavailable, match="keyword index cannot be read"):
            KeywordIndex.load(folder)


def test_only_some_texts_are_looked_at(index: KeywordIndex) -> None:
    assert [key for key, _ in index.search(["移動"], limit=1, among=["taxi", "nowhere"])] == [
        "taxi"
    ]
    assert index.search(["移動"], limit=1, among=[]) == []
