"""Language, neutrality, length, reading ease, consistency, latency."""

import pytest

from evals.metrics.consistency import Gist, consistency
from evals.metrics.decisions import Decision
from evals.metrics.language import is_japanese, share_in_language
from evals.metrics.latency import latency
from evals.metrics.neutrality import is_neutral
from evals.metrics.readability import characters, reading_ease


@pytest.mark.parametrize(
    ("text", "japanese"),
    [
        pytest.param("自治体が企業と話します。", True, id="Japanese"),
        pytest.param("Municipalities talk with companies.", False, id="English"),
        pytest.param("A coordinator (生活支援コーディネーター) talks with every company first.", False, id="English with a Japanese term"),
        pytest.param("KPIとICTとPHRを活用した実証事業です。", True, id="Japanese with Latin abbreviations"),
        pytest.param("2024-07-01", False, id="no words"),
    ],
)  # fmt: skip
def test_is_japanese(text: str, japanese: bool) -> None:
    assert is_japanese(text) is japanese


def test_one_stray_line_in_the_other_language_shows() -> None:
    answer = "Companies talk first.[1]\n**次の一歩**\n- Then they plan together.[1]"
    assert share_in_language(answer, "en") == pytest.approx(2 / 3)
    assert share_in_language("12.5%", "en") is None


@pytest.mark.parametrize(
    ("answer", "neutral"),
    [
        pytest.param("一番おすすめなのはＡ社です。", False, id="recommends"),
        pytest.param("We recommend Welcia for this.", False, id="recommends in English"),
        pytest.param("We recommend Welcia, not its rival.", False, id="a denial of something else"),
        pytest.param("必ず売上が増えます。", False, id="promises sales"),
        pytest.param("導入すれば必ず健康状態が改善します。", False, id="promises an effect"),
        pytest.param("This is guaranteed to work.", False, id="guarantees"),
        pytest.param("特定の企業が最もおすすめです、とは言えません。", True, id="denies"),
        pytest.param("We cannot recommend Welcia or any other company.", True, id="denies in English"),
        pytest.param("最も多い回答は移動支援でした。", True, id="a statistic is no ranking"),
        pytest.param("企業を選ぶ基準は三つあります。", True, id="criteria"),
    ],
)  # fmt: skip
def test_is_neutral(answer: str, neutral: bool) -> None:
    assert is_neutral(answer) is neutral


def test_an_empty_answer_has_no_side() -> None:
    assert is_neutral("  ") is None


def test_length_leaves_out_marks_and_markdown() -> None:
    assert characters("**移動**販売です。[1]\n- 週1回[2]") == len("移動販売です。") + len("- 週1回")


def test_english_reading_ease_by_hand() -> None:
    # 3 words, 1 sentence, 3 syllables: 206.835 - 1.015 × 3 - 84.6 × 1.
    assert reading_ease("The cat sat.[1]", "en") == pytest.approx(206.835 - 3.045 - 84.6)


def test_japanese_reading_ease_by_hand() -> None:
    # 市は歩く。: 5 letters, runs of kanji 市, 歩 (mean 1), of hiragana は, く (mean 1).
    assert reading_ease("市は歩く。", "ja") == pytest.approx(115.79 - 0.12 * 5 + 7.4 - 23.18)


def test_officialese_reads_harder_than_plain_words() -> None:
    plain = reading_ease("車でお店まで送ります。使うのはかんたんです。", "ja")
    stiff = reading_ease("高齢者移動支援事業推進体制構築検討委員会設置要綱を制定する。", "ja")
    assert plain is not None
    assert stiff is not None
    assert plain > stiff
    assert reading_ease("", "ja") is None


def test_consistency_by_hand() -> None:
    both = Gist(Decision.ANSWERED, frozenset({0, 1}))
    one = Gist(Decision.ANSWERED, frozenset({0}))
    declined = Gist(Decision.DECLINED, frozenset())
    # Pairs: both–one 1/2, both–declined 0, one–declined 0.
    assert consistency([both, one, declined]) == pytest.approx(1 / 6)
    assert consistency([declined, declined]) == 1
    assert consistency([both]) is None
    assert consistency([both, Gist(Decision.PARTLY_ANSWERED, both.facts)]) == 1
    assert consistency([declined, Gist(Decision.ASKED_BACK, frozenset())]) == 0


def test_latency_by_hand() -> None:
    measured = latency([100, 200, 300, 400, 1000])
    assert measured is not None
    assert measured.p50 == 300
    assert measured.p95 == pytest.approx(880)
    assert measured.longest == 1000
    assert latency([]) is None
