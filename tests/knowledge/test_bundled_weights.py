"""The file of 4-bit weights: what it says is read exactly, what it is not is named."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.bundled_weights import WeightsUnreadable, read_weights
from tests.knowledge.packed_weights import PIECES, packed_header, quantised, weights_file


def test_shape_and_vocabulary_are_read(tmp_path: Path) -> None:
    read = read_weights(weights_file(tmp_path, {}))
    assert (read.shape.hidden, read.shape.layers, read.shape.heads) == (64, 2, 4)
    assert (read.shape.feed_forward, read.shape.vocabulary, read.shape.positions) == (128, 5, 16)
    assert read.shape.epsilon == pytest.approx(1e-12)
    assert read.vocabulary.pieces == [(piece, score) for piece, score in PIECES]
    assert (read.vocabulary.pad, read.vocabulary.unknown) == (2, 3)
    assert read.tensors == {}


def test_plain_floats_are_read_as_they_are(tmp_path: Path) -> None:
    values = np.asarray([1.5, -2.25, 3e-7], dtype="<f4")
    read = read_weights(weights_file(tmp_path, {"emb.ln.b": (0, 3, values.tobytes())}))
    assert read.tensors["emb.ln.b"].tolist() == values.tolist()


@given(
    blocks=st.lists(
        st.tuples(
            st.lists(st.integers(0, 15), min_size=32, max_size=32),
            st.floats(-4, 4, width=16, allow_subnormal=False),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_four_bit_weights_are_their_nibble_less_eight_times_the_scale(
    tmp_path_factory: pytest.TempPathFactory, blocks: list[tuple[list[int], float]]
) -> None:
    raw = b"".join(
        quantised(np.asarray(nibbles, dtype=np.uint8), scale) for nibbles, scale in blocks
    )
    file = weights_file(
        tmp_path_factory.mktemp("weights"), {"emb.word": (1, 32 * len(blocks), raw)}
    )
    expected = [(nibble - 8) * scale for nibbles, scale in blocks for nibble in nibbles]
    assert read_weights(file).tensors["emb.word"].tolist() == pytest.approx(expected)


@pytest.mark.parametrize(
    ("header", "named"),
    [
        pytest.param(packed_header(magic=b"GGUF"), "unknown format", id="another-format"),
        pytest.param(packed_header(version=2), "unknown format", id="another-version"),
        pytest.param(packed_header(block=64), "blocks of 64", id="blocks-of-another-size"),
        pytest.param(b"", "cut short", id="empty"),
        pytest.param(packed_header()[:20], "cut short", id="cut-in-the-header"),
    ],
)
def test_another_file_is_named(tmp_path: Path, header: bytes, named: str) -> None:
    file = tmp_path / "weights.bin"
    file.write_bytes(header)
    with pytest.raises(WeightsUnreadable, match=named):
        read_weights(file)


@given(length=st.integers(0, 400))
def test_a_file_cut_anywhere_is_named(
    tmp_path_factory: pytest.TempPathFactory, length: int
) -> None:
    raw = quantised(np.zeros(32, dtype=np.uint8), 1.0)
    file = weights_file(
        tmp_path_factory.mktemp("cut"), {"a": (0, 60, b"\0" * 240), "b": (1, 32, raw)}
    )
    whole = file.read_bytes()
    file.write_bytes(whole[: min(length, len(whole) - 1)])
    with pytest.raises(WeightsUnreadable):
        read_weights(file)


def test_a_missing_file_is_not_a_damaged_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_weights(tmp_path / "weights.bin")
