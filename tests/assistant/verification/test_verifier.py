"""True sentences stand, false ones do not."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.grounded.statements import sentences_of, statements_of
from assistant.verification.verifier import Verifier
from knowledge.documents import Kind, Language, Passage
from tests.assistant.replies import HONEST_EN, HONEST_JA, LIES, Lie, shown
from tests.assistant.small_services import (
    CHOISOKO,
    UETAN,
    document_passage,
    glossary,
    passage_of,
    small_corpus,
)
from tests.assistant.verification.conftest import Judge


@pytest.mark.parametrize("sentence", HONEST_JA)
def test_true_sentences_stand(sentence: str, judge: Judge) -> None:
    assert judge(sentence, "ja").reason == ""


@pytest.mark.parametrize("sentence", HONEST_EN)
def test_true_english_sentences_stand(sentence: str, judge: Judge) -> None:
    assert judge(sentence, "en").reason == ""


@pytest.mark.parametrize("lie", [pytest.param(lie, id=lie.name) for lie in LIES])
def test_false_sentences_do_not_stand(lie: Lie, judge: Judge) -> None:
    verdict = judge(lie.sentence, lie.language)
    assert not verdict.supported
    assert verdict.reason


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        pytest.param("チョイソコは全国120自治体で走っています[1]。", "number", id="a number"),
        pytest.param("トヨタがチョイソコを豊明市で実証しました[1]。", "name", id="a name"),
        pytest.param("豊明市では、チョイソコの利用者数と乗車数が減りました[1]。", "opposite", id="an opposite"),
        pytest.param("アイシンは複数地域への展開で黒字化を達成しました[1]。", "aim", id="an aim"),
        pytest.param("王寺町のグリスロ事業では、既存のバス路線等と共存するルートを設定しませんでした[3]。", "negation", id="a negation"),
        pytest.param("市町村は申請書を審査会に提出します[5]。", "words", id="words"),
        pytest.param("自治体はアイシンと契約すべきです[1]。", "endorsement", id="an endorsement"),
        pytest.param("![図](http://x.example/)[1]", "markup", id="markup"),
        pytest.param("鈴木花子さんが参加します[8]。", "personal", id="personal data"),
    ],
)  # fmt: skip
def test_the_reason_is_told(sentence: str, reason: str, judge: Judge) -> None:
    assert judge(sentence, "ja").reason == reason


def _own_sentences(language: Language) -> Iterator[tuple[str, Passage]]:
    for chunk in small_corpus().chunks():
        if chunk.language == language:
            passage = Passage(chunk=chunk, score=1.0)
            for statement in statements_of(passage):
                for sentence in sentences_of(statement.text, language):
                    yield sentence, passage


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_passages_own_sentences_all_stand(language: Language, verifier: Verifier) -> None:
    refused = [
        (sentence, verdict.reason)
        for sentence, passage in _own_sentences(language)
        if not (verdict := verifier.verify(sentence, [passage], language)).supported
    ]
    assert refused == []


def test_without_a_passage_nothing_stands(verifier: Verifier) -> None:
    assert not verifier.verify("チョイソコは乗合送迎サービスです。", [], "ja").supported


def test_two_passages_may_carry_one_sentence_together(verifier: Verifier) -> None:
    sentence = "チョイソコは予約制の乗合送迎サービスで、うえたん号は2025年7月時点で35自治体で運行しています。"
    both = [passage_of(CHOISOKO, "ja"), passage_of(UETAN, "ja")]
    assert verifier.verify(sentence, both, "ja").supported
    assert not verifier.verify(sentence, both[:1], "ja").supported


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        pytest.param("In 2024 the plan covers 3 routes.", True, id="its numbers are there"),
        pytest.param("In 2024 the plan covers 5 routes.", False, id="a number is not"),
        pytest.param("The plan covers 3 routes with Lawson stores.", False, id="a name is not"),
        pytest.param("The plan guarantees success.", False, id="a promise"),
    ],
)
def test_across_languages_numbers_names_and_conduct_are_checked(
    sentence: str, stands: bool, verifier: Verifier
) -> None:
    passage = document_passage("2024年の計画では3路線を運行します。")
    assert verifier.verify(sentence, [passage], "en").supported is stands


def test_an_offices_telephone_in_a_published_entry_may_be_told(verifier: Verifier) -> None:
    text = "発行元の電話番号は03-6833-6300です。"
    document = document_passage(text)
    assert verifier.verify(text, [document], "ja").reason == "personal"
    published = replace(document, chunk=replace(document.chunk, kind=Kind.STATISTIC))
    assert verifier.verify(text, [published], "ja").supported


def test_the_quote_is_the_passages_own_statement(verifier: Verifier) -> None:
    passage = passage_of(CHOISOKO, "ja")
    quote = verifier.quote("運賃は片道で数百円くらいです。", passage)
    assert "片道数百円程度" in quote
    assert quote in [statement.text for statement in statements_of(passage)]


def test_a_sentence_that_shares_no_word_is_quoted_by_the_first_statement(
    verifier: Verifier,
) -> None:
    passage = document_passage("移動販売を始めます。毎週火曜日です。")
    assert verifier.quote("It starts in autumn.", passage) == "移動販売を始めます。"


@given(st.text(max_size=200))
def test_no_text_makes_the_verifier_stumble(text: str) -> None:
    knowledge_free = Verifier(glossary(), lambda words: [1.0 for _ in words])
    for language in ("ja", "en"):
        verdict = knowledge_free.verify(text, shown(language)[:2], language)
        assert verdict.supported is (verdict.reason == "")
