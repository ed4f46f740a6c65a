"""Text on its way into Markdown."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ui.markdown_text import quoted, verbatim, with_links, written

_RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_LINES = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"))
    | st.sampled_from("*_`[](){}#~$:|!<>& "),
    min_size=1,
    max_size=60,
)


def read(markdown: str) -> str:
    """What somebody reads once the Markdown is rendered."""
    tokens = _RENDERER.parse(markdown)
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    children = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in children} <= {"text", "hardbreak", "text_special"}
    return "".join("\n" if child.type == "hardbreak" else child.content for child in children)


@given(_LINES)
def test_any_text_is_read_as_it_was_written(text: str) -> None:
    assert read(verbatim(text)) == text.strip()


@given(st.lists(_LINES.map(str.strip).filter(bool), min_size=1, max_size=4))
def test_lines_stay_lines(lines: list[str]) -> None:
    assert read(verbatim("\n".join(lines))) == "\n".join(lines)


@given(_LINES)
def test_a_quotation_marks_every_line(text: str) -> None:
    assert all(line.startswith("> ") for line in quoted(text).splitlines())


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        pytest.param("costs $5 and $6", "costs \\$5 and \\$6", id="dollars are no formula"),
        pytest.param("1~2 ~~3~~", "1\\~2 \\~\\~3\\~\\~", id="a wave strikes nothing out"),
        pytest.param(":red[x] :smile:", "\\:red[x] \\:smile:", id="no colours, no icons"),
        pytest.param("at 10:30, **bold**: yes", "at 10:30, **bold**: yes", id="the rest is left"),
        pytest.param("\\$5", "\\$5", id="nothing is escaped twice"),
    ],
)
def test_markdown_of_answers_keeps_only_markdown(markdown: str, shown: str) -> None:
    assert written(markdown) == shown


def test_marks_become_links_with_the_place_as_title() -> None:
    linked = with_links("一文。[1][2]", {1: ("library?entry=a%2Fb", '資料 "甲" p.3')})
    assert linked == '一文。[\\[1\\]](library?entry=a%2Fb "資料 ”甲” p.3")\\[2\\]'


def test_an_ordinary_link_is_no_mark() -> None:
    assert with_links("[1](https://example.org)", {1: ("x", "y")}) == "[1](https://example.org)"


@given(st.text("[]0123456789 a", max_size=40))
def test_every_mark_with_a_source_is_linked_once(text: str) -> None:
    links = {number: ("address", "title") for number in range(1000)}
    assert with_links(text, links).count("](address") == len(re.findall(r"\[\d{1,3}\]", text))
