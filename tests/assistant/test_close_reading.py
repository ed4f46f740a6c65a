"""Questions read word by word, by layers trained for it."""

from math import log
from pathlib import Path

import numpy as np
import pytest

from assistant.answerability import ANSWERABLE
from assistant.answerability_training import GAP, Example
from assistant.close_reading import CloseReading, load_close_reading
from assistant.close_reading_training import in_conversations, train_close_reading
from knowledge.bundled_model import FOLDER_NAME
from knowledge.embeddings import SentenceTransformerEmbeddings
from knowledge.known_questions import KnownQuestion
from knowledge.last_layers import LastLayers
from tests.assistant.small_services import CHOISOKO, UETAN, small_corpus

KINDS = (ANSWERABLE, GAP, "off_topic", "unsafe")
NOTHING = LastLayers({})
ASKED = ("移動販売は{}", "配食は{}", "サロンは{}", "体操は{}", "見守りは{}", "送迎は{}")
KNOWN = [
    Example(asked.format(words), kind)
    for asked in ASKED
    for words, kind in (("いくらですか", GAP), ("どこでしますか", ANSWERABLE))
]


def test_odds_by_hand() -> None:
    out = np.array([[1.0, 0.0, 0.0, 0.0], [0.0, 2.0, 0.0, 9.0]], np.float32)
    reading = CloseReading(NOTHING, out, np.array([0.0, 0.5, -1.0, 0.0], np.float32), KINDS)
    powers = np.exp([3.0, 0.5, -1.0, 0.0])
    told, left_open, off_topic, _ = powers / powers.sum()
    expected = log((told + 1e-4) / (left_open + off_topic + 1e-4))
    assert reading.answerable([3.0, 0.0]) == pytest.approx(expected, abs=1e-4)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    weights = {
        "8.output.dense.weight": np.array([[0.25, -1.5]], np.float32),
        "11.output.LayerNorm.bias": np.array([0.1], np.float32),
    }
    out, bias = np.ones((2, 4), np.float32), np.arange(4, dtype=np.float32)
    CloseReading(LastLayers(weights), out, bias, KINDS).write(file := tmp_path / "read.npz")
    found = load_close_reading(file)
    assert found.kinds == KINDS
    assert np.array_equal(found.out, out)
    assert np.array_equal(found.out_bias, bias)
    assert found.layers.weights.keys() == weights.keys()
    for name, values in weights.items():
        assert np.array_equal(found.layers.weights[name], values)


def test_a_follow_up_stands_behind_a_question_that_its_entry_answers() -> None:
    entry = small_corpus().by_id[CHOISOKO]
    one = KnownQuestion("and the fare?", "en", (CHOISOKO,), True)
    [joined] = in_conversations([one], small_corpus().by_id)
    assert joined.removesuffix(" and the fare?") in entry.questions("en")


def test_what_was_learned_tells_other_questions_apart(model_home: Path) -> None:
    folder = model_home / "models" / FOLDER_NAME
    follow_ups = [KnownQuestion("それはいくら？", "ja", (UETAN,), False)]
    heard: list[tuple[str, int, int]] = []
    reading, later = train_close_reading(
        folder,
        KNOWN * 30,
        follow_ups,
        small_corpus().by_id,
        lambda step, done, total: heard.append((step, done, total)),
    )
    read = SentenceTransformerEmbeddings(str(folder), threads=2).reader(reading.layers)
    told = reading.answerable(read("買い物代行はどこでしますか"))
    left_open = reading.answerable(read("買い物代行はいくらですか"))
    assert told > left_open
    assert not np.array_equal(reading.out, later.out)
    assert {step for step, *_ in heard} == {"questions", "follow-ups"}
    assert heard[-1][1] == heard[-1][2]
