"""Sentences on the screen know their sources, and what is cited is marked where it is read."""

import pytest

from assistant.contract import Citation
from ui.cited_sentences import tying_style, with_sentences
from ui.marked_sentence import beginnings, marked_lines, marked_passage

LINKS = {1: ("library?entry=a", "資料"), 2: ("library?entry=b", "別の資料")}
FIRST = '[\\[1\\]](library?entry=a "資料")'
SECOND = '[\\[2\\]](library?entry=b "別の資料")'


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param(
            "町が決めます。[1]",
            f'<span data-cites="1" tabindex="-1">町が決めます。{FIRST}</span>',
            id="a sentence",
        ),
        pytest.param(
            "- 町が決めます。[1][2]",
            f'- <span data-cites="1 2" tabindex="-1">町が決めます。{FIRST}{SECOND}</span>',
            id="a line with two sources",
        ),
        pytest.param(
            "| 町 | 決めます。[1]<br>出します。[2] |",
            f'| 町 | <span data-cites="1" tabindex="-1">決めます。{FIRST}</span><br>'
            f'<span data-cites="2" tabindex="-1">出します。{SECOND}</span> |',
            id="a table",
        ),
        pytest.param("**次の一歩**", "**次の一歩**", id="a heading"),
        pytest.param(
            "<script>x</script> & 町 [1]",
            '<span data-cites="1" tabindex="-1">&lt;script&gt;x&lt;/script&gt; &amp; 町 '
            f"{FIRST}</span>",
            id="what looks like HTML is text",
        ),
    ],
)
def test_each_cited_sentence_names_its_sources(written: str, shown: str) -> None:
    assert with_sentences(written, LINKS) == shown


def test_pointing_works_both_ways() -> None:
    style = tying_style()
    assert (
        '[data-cites~="3"]:is(:hover, :focus, :focus-within)) [class*="st-key-source-3-of-"]'
        in style
    )
    assert (
        '[class*="st-key-source-3-of-"]:is(:hover, :focus, :focus-within)) [data-cites~="3"]'
        in style
    )


def cited(quote: str) -> str:
    return beginnings(
        Citation(
            number=1,
            entry_id="a",
            source="s",
            title="",
            publisher="",
            published="",
            heading="",
            pages=(),
            quote=quote,
            score=1.0,
        )
    )


def test_cited_lines_of_an_entry_are_marked() -> None:
    text = "町が決めます。\n\n- 費用は[3]円です。\n- 別の話です。"
    assert marked_lines(text, cited("費用は[3]円です。")) == (
        "町が決めます。\n\n- :green-background[費用は\\[3\\]円です。]\n- 別の話です。"
    )


def test_the_cited_sentence_of_a_document_is_marked_to_its_end() -> None:
    assert marked_passage("はじめに。町が決めます。おわり。", cited("町が決めます。")) == (
        "はじめに。:green-background[町が決めます。]おわり。"
    )


def test_without_a_citation_nothing_is_marked() -> None:
    assert marked_lines("町が決めます。", "") == "町が決めます。"
    assert marked_passage("町が決めます。", "ほかの文") == "町が決めます。"
