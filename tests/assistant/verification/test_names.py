"""Names that stand in the passages, and names that do not."""

import pytest

from assistant.verification.names import unknown_names
from tests.assistant.small_services import glossary


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        pytest.param("アイシンが始めた", "株式会社アイシンの事業", id="a company"),
        pytest.param("Aisin began it", "アイシンが始めた", id="a company in the other language"),
        pytest.param("Toyoake began it", "豊明市が始めた", id="a city in the other language"),
        pytest.param("埼玉県行田市の例", "行田市（埼玉県）の例", id="prefecture and city apart"),
        pytest.param("コーディネーターのサポート", "支援について", id="ordinary katakana words"),
        pytest.param("Coordinators should ask", "a coordinator asks", id="a capital at the start"),
        pytest.param("In July, the city began", "the city", id="a month"),
        pytest.param("令和の時代の日本", "時代", id="era and country"),
        pytest.param("市の職員や県の担当、各町村", "自治体", id="kinds of municipality"),
        pytest.param("AIが経路を計算", "AIが計算する", id="an abbreviation that is there"),
    ],
)
def test_known_names(sentence: str, evidence: str) -> None:
    assert unknown_names(sentence, evidence, glossary()) == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        pytest.param("トヨタが始めた", "トヨタ", id="a company of the glossary"),
        pytest.param("ニシムラ交通が始めた", "ニシムラ", id="a company that nobody knows"),
        pytest.param("名古屋市で始まった", "名古屋市", id="a city"),
        pytest.param("渡辺直美氏が述べた", "渡辺", id="a person"),
        pytest.param("総務省が認めた", "総務省", id="a ministry"),
        pytest.param("一般社団法人移動みらい機構と結ぶ", "移動", id="an association"),
        pytest.param("Lawson developed the service", "Lawson", id="a name at the start"),
        pytest.param("It was built by Seven Eleven", "Seven Eleven", id="a name of two words"),
        pytest.param("It was built by IBM", "IBM", id="capitals"),
    ],
)
def test_unknown_names(sentence: str, name: str) -> None:
    found = unknown_names(sentence, "アイシンと豊明市のチョイソコ by Aisin", glossary())
    assert any(name in each for each in found)
