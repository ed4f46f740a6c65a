"""Text in the encodings that Japanese offices use."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.errors import BrokenFile
from ingest.loaders.text import decode

SENTENCES = {
    "sentences": "買い物に困る高齢者が増えている。移動販売を始めた。\n地域の見守りも兼ねる。",
    "special-signs": "①地域の②企業と㈱アイシンが～連携する。料金は￥300。",
    "a-table": "名称,曜日,料金\nうえたん号,火・木,0\n配食サービス,毎日,450",
    "english": "A mobile shop stops here, twice a week (2026).",
    "one-word": "ワークシート",
    "kanji-only": "産福共創推進事業",
    "old-katakana": "ﾔﾏﾀﾞ ﾀﾛｳ,1000\nｻﾄｳ ﾊﾅｺ,2000",
}
ENCODINGS = ["utf-8", "utf-8-sig", "cp932", "euc_jp", "utf-16", "iso2022_jp", "utf-32"]
NOT_TELLABLE = {("old-katakana", "euc_jp")}
"""A few bytes that are as good in another encoding."""


def can_be_written(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.parametrize(
    ("kind", "encoding"),
    [
        pytest.param(kind, encoding, id=f"{kind}-in-{encoding}")
        for kind, text in SENTENCES.items()
        for encoding in ENCODINGS
        if can_be_written(text, encoding) and (kind, encoding) not in NOT_TELLABLE
    ],
)
def test_text_is_read_as_it_was_written(kind: str, encoding: str) -> None:
    assert decode(SENTENCES[kind].encode(encoding), "a.txt") == SENTENCES[kind]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark(encoding: str) -> None:
    text = "name: mobile shop, 移動販売, 2026\n" * 3
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp"])
@given(
    words=st.lists(
        st.sampled_from(
            [
                "買い物に",
                "困る人",
                "高齢者の",
                "移動を",
                "支える。",
                "地域で",
                "①番",
                "2026年",
                "です",
            ]
        ),
        min_size=3,
        max_size=30,
    )
)  # a list of words
def test_any_sentence_is_told_from_the_other_encoding(encoding: str, words: list[str]) -> None:
    text = "困りごとは、" + "".join(words).replace("①", "一" if encoding == "euc_jp" else "①")
    assert decode(text.encode(encoding), "a.txt") == text


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
@example(text="\ufffd")  # from a file that was already broken when it was saved
def test_utf_8_is_always_utf_8(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text.removeprefix("\ufeff")


def test_a_few_broken_characters_are_replaced() -> None:
    data = SENTENCES["sentences"].encode() * 30
    read = decode(data[:100] + b"\xff" + data[100:], "a.txt")
    assert read.count("移動販売") >= 29


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(bytes(range(32)) * 50, id="control-characters"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, id="a-picture"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(BrokenFile, match=r"a\.txt: this is not text"):
        decode(data, "a.txt")


@given(data=st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data, "a.txt")
    except BrokenFile:
        return
    strange = sum(character < " " and character not in "\t\n\r\f\v" for character in text)
    assert strange <= 0.02 * max(len(text), 1)
