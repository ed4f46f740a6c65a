"""やさしい日本語: shorter, easier, with readings, and nothing else changed."""

import pytest

from assistant.registers.easy import EasyJapanese, easier_words
from assistant.registers.furigana import Furigana
from assistant.registers.short_sentences import cut


@pytest.mark.parametrize(
    ("formal", "easy"),
    [
        ("説明会を実施します。", "説明会を行います。"),
        ("説明会を実施しました。", "説明会を行いました。"),
        ("事業を開始しています。", "事業を始めています。"),
        ("車両を使用すれば、費用が減少します。", "車両を使えば、費用が減ります。"),
        ("アプリを利用できます。", "アプリを使うことができます。"),
        ("報告書は提出されません。", "報告書は出されません。"),
        ("費用及び役割は重要です。", "費用と役割は大切です。"),
        ("移動支援します。", "移動支援します。"),
        ("負担を増加させます。", "負担を増加させます。"),
        ("「実施します」と述べました。", "「実施します」と述べました。"),
    ],
    ids=lambda text: text,
)
def test_easier_words_say_the_same(formal: str, easy: str) -> None:
    assert easier_words(formal) == easy


def test_a_long_sentence_is_cut_where_a_main_clause_ends() -> None:
    long = (
        "送迎の車は毎日朝から夕方まで市内の各地を走っていますが、日曜日と祝日は車庫でお休みします。"
    )
    assert cut(long) == [
        "送迎の車は毎日朝から夕方まで市内の各地を走っています。",
        "しかし、日曜日と祝日は車庫でお休みします。",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "高齢者が毎週たくさん集まり、職員がゆっくり話せる居心地のよい場所を市内の各地に作りました。",
            id="a clause within a clause",
        ),
        pytest.param(
            "大都市では2040年までに人口が減る地域が多くあり、在宅介護サービスの需要は2045年以降が山です。",
            id="a place that both clauses stand under",
        ),
        pytest.param("町は車を出し、会社は人を出します。", id="a short sentence"),
    ],
)
def test_a_sentence_stays_whole_where_a_cut_is_not_certain(sentence: str) -> None:
    assert cut(sentence) == [sentence]


def test_a_hard_word_has_its_reading_once() -> None:
    furigana = Furigana()
    assert (
        furigana.annotated("福祉の担当者です。") == "福祉（ふくし）の担当者（たんとうしゃ）です。"
    )
    assert furigana.annotated("福祉の担当者です。") == "福祉の担当者です。"


def test_kana_at_the_end_stands_outside_the_brackets() -> None:
    assert Furigana().annotated("仕事を奪わない") == "仕事を奪（うば）わない"


def test_names_of_people_and_counters_have_no_reading() -> None:
    assert Furigana().annotated("佐藤さんは3歳です。") == "佐藤さんは3歳です。"


def test_the_fields_own_words_are_read_as_the_glossary_has_them() -> None:
    readings = {"産福共創": "さんぷくきょうそう"}
    assert Furigana(readings.get).annotated("産福共創とは") == "産福共創（さんぷくきょうそう）とは"


def test_every_piece_of_a_sentence_is_kept() -> None:
    easy = EasyJapanese(Furigana())
    pieces = list(
        easy.sentences(
            "この車の運賃は地域により異なっていて片道数百円程度ですが、会員は半額で利用できます。"
        )
    )
    assert len(pieces) == 2
    assert "半額" in pieces[1]
