"""Every format is read in reading order, with its pages and headings."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from ingest.blocks import Block, LoadedFile
from ingest.loaders import SUFFIXES, load_file
from tests.ingest import made_files

MORNING = datetime(2026, 4, 1, 9, 30)  # noqa: DTZ001  # Excel knows no time zones


def texts(loaded: LoadedFile) -> list[str]:
    return [block.text for block in loaded.blocks]


def headings(loaded: LoadedFile) -> list[tuple[str, int]]:
    return [(block.text, block.heading_level) for block in loaded.blocks if block.heading_level]


def test_pdf_has_a_block_for_each_page(tmp_path: Path) -> None:
    pages = [["地域福祉計画", "移動販売を週2回行う。"], ["Chapter 2", "料金は300円。"]]
    loaded = load_file(made_files.pdf(tmp_path / "計画.pdf", pages))
    assert loaded.pages == 2
    assert [block.page for block in loaded.blocks] == [1, 2]
    assert [block.text.split("\n") for block in loaded.blocks] == pages


def test_pdf_may_begin_with_other_bytes(tmp_path: Path) -> None:
    file = made_files.pdf(tmp_path / "a.pdf", [["本文"]])
    file.write_bytes(b"\n\n" + file.read_bytes())
    assert "本文" in texts(load_file(file))[0]


def test_pdfs_are_read_in_threads(tmp_path: Path) -> None:
    files = [
        made_files.pdf(tmp_path / f"{n}.pdf", [[f"文書{n} 頁{p}"] for p in range(9)])
        for n in range(8)
    ]
    with ThreadPoolExecutor(8) as threads:
        read = list(threads.map(load_file, files * 3))
    for number, loaded in enumerate(read):
        assert texts(loaded)[8] == f"文書{number % 8} 頁8"


def test_word_keeps_headings_tables_boxes_and_fields(tmp_path: Path) -> None:
    loaded = load_file(made_files.word(tmp_path / "計画.docx"))
    assert loaded.pages is None
    assert headings(loaded) == [("地域福祉計画", 1), ("第1章 移動", 1), ("料金", 2)]
    assert texts(loaded) == [
        "地域福祉計画", "第1章 移動", "デマンド交通の実証を行う。", "料金", "1回300円とする。",
        "地区 | 週 | 月", "北 | あり | あり", "全地区で共通", "様式の記入欄", "回数は週3回", "囲みの注意書き",
    ]  # fmt: skip


def test_excel_rows_can_be_read_alone(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["社会資源一覧"],
        [],
        ["名称", "曜日", "料金"],
        ["うえたん号", "火", 0],
        ["配食", None, 450],
    ]
    loaded = load_file(
        made_files.excel(
            tmp_path / "一覧.xlsx", {"資源": rows, "空": [], "連絡先": [["窓口", "課"]]}
        )
    )
    assert loaded.pages == 3
    assert headings(loaded) == [("資源", 1), ("空", 1), ("連絡先", 1)]
    assert [(block.text, block.page) for block in loaded.blocks if not block.heading_level] == [
        ("社会資源一覧", 1),
        ("名称 | 曜日 | 料金", 1),
        ("名称: うえたん号、曜日: 火、料金: 0", 1),
        ("名称: 配食、料金: 450", 1),
        ("窓口 | 課", 3),
    ]


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        pytest.param(0.576, "0.0%", "57.6%", id="a-percentage"),
        pytest.param(0.28, "0%", "28%", id="a-whole-percentage"),
        pytest.param(0.1 + 0.2, "General", "0.3", id="no-noise-of-floats"),
        pytest.param(1234567.0, "#,##0", "1234567", id="a-whole-number"),
        pytest.param(MORNING.replace(hour=0, minute=0), "yyyy/m/d", "2026-04-01", id="a-day"),
        pytest.param(MORNING, "yyyy/m/d h:mm", "2026-04-01 09:30:00", id="a-moment"),
        pytest.param(date(2026, 4, 1), "yyyy/m/d", "2026-04-01", id="a-date"),
        pytest.param(time(13, 0), "h:mm", "13:00:00", id="a-time"),
        pytest.param(timedelta(hours=26), "[h]:mm", "1 day, 2:00:00", id="a-duration"),
        pytest.param(True, "General", "True", id="yes"),
        pytest.param("  前後の空白 ", "General", "前後の空白", id="text"),
    ],
)
def test_excel_values_say_what_the_sheet_shows(
    tmp_path: Path, value: object, number_format: str, shown: str
) -> None:
    file = made_files.excel(tmp_path / "a.xlsx", {"表": [["値", value]]}, {"B1": number_format})
    assert texts(load_file(file))[1] == f"値 | {shown}"


def test_slides_give_titles_text_tables_groups_and_notes(tmp_path: Path) -> None:
    loaded = load_file(made_files.slides(tmp_path / "説明.pptx"))
    assert loaded.pages == 2
    assert headings(loaded) == [("移動販売の進め方", 1)]
    assert [(block.text, block.page) for block in loaded.blocks] == [
        ("移動販売の進め方", 1), ("場所を決める\n時刻を決める", 1), ("口頭で費用に触れる", 1),
        ("役割 | 担い手", 2), ("運転 | 企業", 2), ("組の中の文", 2),
    ]  # fmt: skip


def html(tmp_path: Path, body: str, head: str = "") -> LoadedFile:
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return load_file(made_files.text(tmp_path / "page.html", page))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<h1>題</h1><p>文</p><h2>節</h2><ul><li>一<li>二</ul>", ["題", "文", "節", "一", "二"], id="blocks"),
        pytest.param("<div>囲み<p>段落</p>続き</div>", ["囲み", "段落", "続き"], id="text-beside-a-paragraph"),
        pytest.param("<ul><li>親<ul><li>子</li></ul></li></ul>", ["親", "子"], id="a-list-in-a-list"),
        pytest.param("<p>a <b>b</b><i>c</i> d</p>", ["a bc d"], id="words-within-a-paragraph"),
        pytest.param("<p>同じ</p><p>同じ</p>", ["同じ", "同じ"], id="equal-paragraphs"),
        pytest.param("<p>一行目<br>二行目</p>", ["一行目\n二行目"], id="a-line-break"),
        pytest.param("<p>高齢者の困\n  りごと</p>", ["高齢者の困りごと"], id="a-line-of-the-source"),
        pytest.param("<p>two\n  words</p>", ["two words"], id="a-line-of-the-source-in-english"),
        pytest.param("<table><tr><th>名<th>料金<tr><td>配食<td>450円</table>", ["名 | 料金", "配食 | 450円"], id="rows-of-a-table"),
        pytest.param("<table><tr><td><p>左</p><td><table><tr><td>内</table></table>", ["左", "内"], id="a-table-for-layout"),
        pytest.param("<pre>a\n  b</pre>", ["a\n  b"], id="set-text-keeps-its-lines"),
        pytest.param("<nav>道</nav><script>x()</script><style>p{}</style><footer>足</footer><p>文</p>", ["文"], id="furniture-is-left-out"),
        pytest.param("<article><header><h1>題</h1></header><p>文</p></article>", ["題", "文"], id="the-heading-of-an-article"),
        pytest.param("<form><p>全体を囲む様式</p><select><option>a</select></form>", ["全体を囲む様式"], id="a-form-around-everything"),
        pytest.param("<!-- 注 --><p>文</p>", ["文"], id="a-comment"),
        pytest.param("裸の文", ["裸の文"], id="no-element-at-all"),
    ],
)  # fmt: skip
def test_html(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert texts(html(tmp_path, body)) == expected


def test_html_headings_have_their_level(tmp_path: Path) -> None:
    assert headings(html(tmp_path, "<h1>題</h1><h3>項</h3><p>文</p>", "<title>窓</title>")) == [
        ("題", 1),
        ("項", 3),
    ]


def test_the_title_of_the_window_stands_in_for_a_missing_heading(tmp_path: Path) -> None:
    assert headings(html(tmp_path, "<h2>節</h2>", "<title>市の\n計画</title>")) == [
        ("市の計画", 1),
        ("節", 2),
    ]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        pytest.param("utf-8", '<meta charset="utf-8">', id="utf-8"),
        pytest.param("cp932", '<meta charset="Shift_JIS">', id="shift-jis"),
        pytest.param(
            "cp932",
            '<meta http-equiv="Content-Type" content="text/html; charset=x-sjis">',
            id="an-old-name",
        ),
        pytest.param("euc_jp", "<meta charset=EUC-JP>", id="euc"),
        pytest.param("cp932", "", id="not-declared"),
        pytest.param("utf-8", '<meta charset="no-such-thing">', id="wrongly-declared"),
        pytest.param("utf-8", '<meta charset="Shift_JIS">', id="declared-as-another"),
    ],
)
def test_html_in_any_encoding(tmp_path: Path, encoding: str, declared: str) -> None:
    said = "移動販売を続ける。高齢者の見守りも兼ねる。"
    page = f"<html><head>{declared}</head><body><p>{said}</p></body></html>"
    assert texts(load_file(made_files.text(tmp_path / "a.htm", page, encoding))) == [said]


def test_xhtml_is_html(tmp_path: Path) -> None:
    page = '<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>文</p></body></html>'
    assert texts(load_file(made_files.text(tmp_path / "a.html", page))) == ["文"]


def test_markdown_headings_are_headings(tmp_path: Path) -> None:
    written = "前書き\n\n# 計画\n本文。\n\n## 料金 ##\n- 300円\n```\n# 注釈\n```\n#見出しでない\n"
    loaded = load_file(made_files.text(tmp_path / "a.md", written))
    assert headings(loaded) == [("計画", 1), ("料金", 2)]
    assert texts(loaded)[0] == "前書き\n"
    assert texts(loaded)[-1] == "- 300円\n```\n# 注釈\n```\n#見出しでない"


def test_plain_text_is_one_block_or_one_a_page(tmp_path: Path) -> None:
    assert load_file(made_files.text(tmp_path / "a.txt", "一\n二")) == LoadedFile(
        (Block("一\n二"),), None
    )
    paged = load_file(made_files.text(tmp_path / "b.txt", "一頁\f二頁\f"))
    assert paged == LoadedFile((Block("一頁", page=1), Block("二頁", page=2)), 2)
    assert texts(load_file(made_files.text(tmp_path / "c.csv", "名,料金\n配食,450"))) == [
        "名,料金\n配食,450"
    ]


def test_suffixes_count_in_any_case(tmp_path: Path) -> None:
    assert texts(load_file(made_files.text(tmp_path / "A.TXT", "大文字"))) == ["大文字"]
    assert ".pdf" in SUFFIXES
