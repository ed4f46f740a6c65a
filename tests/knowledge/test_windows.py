"""Windows: the stretches of a chunk that are turned into vectors."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.corpus import statements
from knowledge.windows import WINDOW_CHARACTERS, statement_window, subject_of, windows_of
from tests.knowledge.samples import SHOP, chunk, corpus

LINES = st.lists(
    st.text(alphabet="買い物支援。 abc", min_size=1, max_size=300), min_size=1, max_size=12
)


def test_an_entry_has_its_whole_text_and_each_statement() -> None:
    for entry_chunk in corpus(SHOP).chunks():
        windows = windows_of(entry_chunk)
        assert windows[0] == f"{entry_chunk.title}\n{entry_chunk.text}"
        for position, statement in enumerate(statements(entry_chunk.text)):
            assert windows[statement_window(position)] == f"{entry_chunk.title}\n{statement}"


@given(lines=LINES)
def test_the_windows_of_a_document_cover_it_line_by_line(lines: list[str]) -> None:
    text = "\n".join(lines)
    windows = windows_of(chunk(text, heading=""))
    without_name = [window.removeprefix("計画\n") for window in windows]
    assert "\n".join(without_name).splitlines() == text.splitlines()


@given(lines=LINES, repeated=st.integers(0, 11))
def test_what_the_chunk_before_ends_with_is_in_no_window_again(
    lines: list[str], repeated: int
) -> None:
    repeated = min(repeated, len(lines) - 1)
    whole = chunk("\n".join(lines), heading="")
    windows = windows_of(replace(whole, repeated_lines=repeated))
    assert windows == windows_of(replace(whole, text="\n".join(lines[repeated:])))


@given(lines=LINES)
def test_no_window_is_longer_than_a_line_too_many(lines: list[str]) -> None:
    windows = windows_of(chunk("\n".join(lines), heading=""))
    longest = max(map(len, lines))
    most = WINDOW_CHARACTERS + longest + len(lines) + len("計画\n")
    assert all(len(window) <= most for window in windows)


def test_each_window_stands_under_the_document_and_its_headings() -> None:
    windows = windows_of(chunk("一。\n" * 300))
    assert len(windows) > 1
    assert all(window.startswith("計画 ＞ 第3章 移動 ＞ 足の確保\n") for window in windows)


@pytest.mark.parametrize(
    ("title", "heading", "expected"),
    [
        pytest.param("みどり号.md", "料金", "みどり号 ＞ 料金", id="the-name-without-its-suffix"),
        pytest.param("みどり号.md", "", "みどり号", id="no-heading"),
        pytest.param("みどり号.md", "みどり号 ＞ 料金", "みどり号 ＞ 料金", id="the-name-once"),
        pytest.param("a.md", "一 ＞ 二 ＞ 三 ＞ 四", "a ＞ 二 ＞ 三 ＞ 四", id="the-nearest-three"),
    ],
)
def test_the_subject_of_a_chunk_is_what_stands_above_it(
    title: str, heading: str, expected: str
) -> None:
    assert subject_of(chunk("300円", title=title, heading=heading)) == expected
