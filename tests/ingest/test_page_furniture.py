"""What pages repeat is left out; what they state is not."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.blocks import Block
from ingest.page_furniture import without_furniture

WORDS = st.text(alphabet="移動販売高齢者の。", min_size=4, max_size=12)


def pages(*texts: str) -> list[Block]:
    return [Block(text, page=number) for number, text in enumerate(texts, start=1)]


def remaining(blocks: list[Block]) -> list[str]:
    return [block.text for block in without_furniture(blocks)]


def test_running_headers_and_footers_are_left_out() -> None:
    blocks = pages(*(f"地域福祉計画\n本文{n}の内容\n豊明市 福祉課" for n in "一二三四"))
    assert remaining(blocks) == [f"本文{n}の内容" for n in "一二三四"]


def test_a_header_missing_on_some_pages_is_a_header_still() -> None:
    blocks = pages("表紙", *(f"地域福祉計画\n本文{n}" for n in "一二三"))
    assert remaining(blocks) == ["表紙", "本文一", "本文二", "本文三"]


def test_a_line_in_the_middle_of_pages_stays() -> None:
    middle = ["まとめ" if n == 5 else f"行{n}" for n in range(11)]
    text = "\n".join(middle)
    varied = [text.replace("行", f"頁{n}行") for n in "一二三四"]
    assert remaining(pages(*varied)) == varied


def test_two_pages_repeat_nothing() -> None:
    blocks = pages("目標\n一", "目標\n二")
    assert remaining(blocks) == ["目標\n一", "目標\n二"]


def test_page_numbers_are_left_out_wherever_they_begin() -> None:
    blocks = pages(*(f"本文{n}の内容\n{11 + i}" for i, n in enumerate("一二三四")))
    assert remaining(blocks) == [f"本文{n}の内容" for n in "一二三四"]


def test_marked_page_numbers_are_left_out_even_once() -> None:
    for written in ("- 7 -", "— 12 —", "p. 3", "P.3", "3 / 20", " 3/20 "):
        assert remaining(pages(f"本文\n{written}")) == ["本文"]


def test_the_number_of_a_single_page_is_left_out() -> None:
    assert remaining(pages("本文\n1")) == ["本文"]


def test_a_figure_at_the_edge_of_a_page_stays() -> None:
    assert remaining(pages("906\n施設")) == ["906\n施設"]
    assert remaining(pages("一\n1", "二\n2", "三\n57", "四\n4")) == ["一", "二", "三\n57", "四"]


def test_lines_that_differ_only_in_their_figures_stay() -> None:
    blocks = pages(*(f"人口 {n}万人\n{w}の本文" for n, w in ((3, "甲"), (5, "乙"), (8, "丙"))))
    assert remaining(blocks) == [block.text for block in blocks]


def test_titles_of_one_case_a_page_stay() -> None:
    blocks = pages(*(f"事例{n}\n{w}の本文" for n, w in ((1, "甲"), (2, "乙"), (3, "丙"))))
    assert remaining(blocks) == [block.text for block in blocks]


def test_rows_of_sheets_and_boxes_of_slides_are_never_touched() -> None:
    rows = [Block("合計 | 100", page=n) for n in (1, 1, 2, 2, 3, 3, 4, 4)]
    digits = [Block("2025", page=n) for n in (1, 1, 2, 2, 3, 3)]
    assert without_furniture(rows) == rows
    assert without_furniture(digits) == digits


def test_documents_without_pages_are_never_touched() -> None:
    blocks = [Block("目標\n12") for _ in range(8)]
    assert without_furniture(blocks) == blocks


def test_headings_are_never_furniture() -> None:
    titles = [Block("目標", page=n, heading_level=1) for n in range(1, 6)]
    assert without_furniture(titles) == titles


@given(texts=st.lists(st.lists(WORDS, min_size=1, max_size=9, unique=True), min_size=1, max_size=6))
def test_only_lines_that_stand_on_several_pages_are_left_out(texts: list[list[str]]) -> None:
    kept = without_furniture(pages(*("\n".join(lines) for lines in texts)))
    for lines, block in zip(texts, kept, strict=True):
        lost = set(lines) - set(block.text.split("\n"))
        assert all(sum(line in other for other in texts) >= 3 for line in lost)
        assert [line for line in lines if line not in lost] == [
            line for line in block.text.split("\n") if line
        ]
