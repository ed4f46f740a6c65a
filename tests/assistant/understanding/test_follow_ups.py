"""Questions that only make sense after the one before."""

import pytest

from assistant.understanding.follow_ups import in_context, points_back
from knowledge.documents import Language
from tests.assistant.small_services import glossary


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("それは何年の数字？", "ja"),
        ("その効果は？", "ja"),
        ("ほかには？", "ja"),
        ("もっと詳しく", "ja"),
        ("運賃は？", "ja"),
        ("企業の場合は？", "ja"),
        ("なぜですか", "ja"),
        ("What about the fare?", "en"),
        ("Why?", "en"),
        ("And for companies?", "en"),
        ("How did they pay for it?", "en"),
        ("Tell me more", "en"),
    ],
)
def test_questions_that_lean_on_the_conversation(question: str, language: Language) -> None:
    assert points_back(question, language, glossary())


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("うえたん号とチョイソコの違いを教えてください", "ja"),
        ("認知症の人の見守りを企業と一緒に行う自治体の事例を教えてください", "ja"),
        ("How do municipalities and companies share a common KPI in sanpuku kyoso projects?", "en"),
    ],
)
def test_questions_that_stand_alone(question: str, language: Language) -> None:
    assert not points_back(question, language, glossary())


def test_a_follow_up_takes_the_subject_of_the_last_question_that_stood_alone() -> None:
    earlier = ["うえたん号の自治体数と台数を教えてください", "それは何年の数字？"]
    assert in_context("ほかには？", earlier, "ja", glossary()).alone == (
        "うえたん号の自治体数と台数を教えてください ほかには？"
    )


@pytest.mark.parametrize(
    ("earlier", "question", "expected"),
    [
        pytest.param(
            ["播磨町の買い物拠点の充足率は？"],
            "小林市だとどう？",
            "買い物拠点の充足率は 小林市だとどう？",
            id="another town takes the place of the first",
        ),
        pytest.param(
            ["企業とのタッチポイントづくりで、コーディネーターの役割は？"],
            "行田では実際どんなことを？",
            "企業とのタッチポイントづくりで、コーディネーターの役割は 行田では実際どんなことを？",
            id="a place alone is no subject",
        ),
        pytest.param(
            ["豊明市の移動支援はどんな取組？"],
            "他の市では？",
            "移動支援はどんな取組 他の市では？",
            id="elsewhere is not here",
        ),
        pytest.param(
            ["チョイソコは何自治体？"],
            "運賃はいくらぐらい",
            "チョイソコは何自治体 運賃はいくらぐらい",
            id="a question that names nothing",
        ),
        pytest.param(
            ["チョイソコは何自治体？", "どういう段階で進むの"],
            "いつから？",
            "チョイソコは何自治体 どういう段階で進むの いつから？",
            id="hardly a word of its own",
        ),
        pytest.param(
            ["チョイソコは何自治体？", "いつから？"],
            "豊明市の場合は？",
            "チョイソコは何自治体 いつから 豊明市の場合は？",
            id="the same of somebody else",
        ),
        pytest.param(
            ["移動支援はどんな取組？", "豊明市の運賃は？"],
            "小林市は？",
            "移動支援はどんな取組 運賃は 小林市は？",
            id="the same of one place after another",
        ),
        pytest.param(
            ["チョイソコは何自治体？"],
            "民業圧迫と言われないためには？",
            "民業圧迫と言われないためには？",
            id="a new subject",
        ),
    ],
)
def test_what_a_follow_up_takes_from_the_conversation(
    earlier: list[str], question: str, expected: str
) -> None:
    assert in_context(question, earlier, "ja", glossary()).alone == expected


def test_the_other_side_takes_the_place_of_the_first() -> None:
    earlier = ["How should municipalities set a shared KPI?"]
    told = in_context("And for companies?", earlier, "en", glossary()).alone
    assert told.endswith("set a shared KPI And for companies?")
    assert "municipalities" not in told


def test_in_a_new_conversation_a_short_question_stays_as_it_is() -> None:
    assert in_context("それは？", [], "ja", glossary()).alone == "それは？"


def test_a_question_that_stands_alone_takes_nothing() -> None:
    question = "認知症の人の見守りを企業と一緒に行う自治体の事例を教えてください"
    assert in_context(question, ["チョイソコとは"], "ja", glossary()).alone == question


@pytest.mark.parametrize(
    ("question", "earlier", "asks"),
    [
        pytest.param("それはいくら？", [], "それはいくら？", id="nothing before"),
        pytest.param(
            "行政からの補助はありますか",
            ["チョイソコとは"],
            "行政からの補助はありますか",
            id="without the subject",
        ),
        pytest.param("豊明市では？", ["運賃は？"], "運賃は 豊明市では？", id="only a name"),
        pytest.param(
            "豊明市では？",
            ["チョイソコの協賛とは", "料金は月にいくら？"],
            "料金は月にいくら 豊明市では？",
            id="only a name, behind a detail",
        ),
    ],
)
def test_what_is_asked_for_leaves_the_subject_out(
    question: str, earlier: list[str], asks: str
) -> None:
    assert in_context(question, earlier, "ja", glossary()).asks == asks
