"""The same words with another meaning."""

import pytest

from assistant.verification.meaning import (
    claims_more,
    negates_alone,
    says_opposite,
    tells_aim_as_fact,
)
from assistant.verification.stretches import Match
from knowledge.documents import Language


@pytest.mark.parametrize(
    ("clause", "stretch", "language", "expected"),
    [
        pytest.param("調整を行いません", "調整を行います", "ja", True, id="added"),
        pytest.param("調整を行います", "調整を行いません", "ja", True, id="removed"),
        pytest.param(
            "地縁だけでなく支援", "地縁だけに頼らず支援", "ja", False, id="not only is none"
        ),
        pytest.param(
            "話し合わなければなりません", "話し合う必要があります", "ja", False, id="must"
        ),
        pytest.param("成り立ちません", "成り立つのは難しい", "ja", False, id="hard is near to not"),
        pytest.param("必ず、まず話す", "まず、話す", "ja", False, id="words that end in ず"),
        pytest.param("It does not run", "It runs", "en", True, id="added in English"),
        pytest.param("It is not only a bus", "It is also a bus", "en", False, id="not only"),
        pytest.param("It cannot be shown", "It is hard to show", "en", False, id="hard in English"),
    ],
)
def test_negation(clause: str, stretch: str, language: Language, expected: bool) -> None:
    assert negates_alone(clause, stretch, language) is expected


@pytest.mark.parametrize(
    ("clause", "statement", "expected"),
    [
        pytest.param("外出が減った", "外出が増えた", True, id="fewer for more"),
        pytest.param("赤字になった", "黒字になった", True, id="loss for profit"),
        pytest.param("75歳以下", "75歳以上", True, id="at most for at least"),
        pytest.param("無料で乗れる", "有料で乗れる", True, id="free for paid"),
        pytest.param(
            "外出が増え、負担が減った", "外出が増え、負担が減った", False, id="both in both"
        ),
        pytest.param("外出が増えた", "外出の頻度は高い", False, id="no opposite"),
        pytest.param("Costs fell", "Costs rose", True, id="fell for rose"),
        pytest.param("before the trial", "after the trial", True, id="before for after"),
    ],
)
def test_opposites(clause: str, statement: str, expected: bool) -> None:
    assert bool(says_opposite(clause, Match(statement, statement))) is expected


@pytest.mark.parametrize(
    ("clause", "statement", "expected"),
    [
        pytest.param("すべての市で行う", "多くの市で行う", True, id="all for many"),
        pytest.param("すべての市で行う", "全市で行う", False, id="all for all"),
        pytest.param("日本初の取組", "先進的な取組", True, id="the first"),
        pytest.param("最大の事業", "大きな事業", True, id="the largest"),
        pytest.param("義務です", "望まれます", True, id="duty for wish"),
        pytest.param("話し合いが必須です", "話し合いが必要です", False, id="must for need"),
        pytest.param("Every town runs it", "Some towns run it", True, id="every for some"),
        pytest.param("It is proven", "It is thought", True, id="proven for thought"),
        pytest.param("the most common", "the most common", False, id="the passage says so"),
    ],
)
def test_stronger_claims(clause: str, statement: str, expected: bool) -> None:
    assert bool(claims_more(clause, statement)) is expected


@pytest.mark.parametrize(
    ("sentence", "stretch", "expected"),
    [
        pytest.param("黒字化した", "黒字化を目指す", True, id="an aim"),
        pytest.param("黒字化が目標です", "黒字化を目指す", False, id="an aim in other words"),
        pytest.param("3倍に増えた", "3倍に増える見込み", True, id="an expectation"),
        pytest.param("It made a profit", "It aims at a profit", True, id="an aim in English"),
        pytest.param("It hopes for a profit", "It aims at a profit", False, id="told as a hope"),
        pytest.param("Care is needed", "Care may be needed", True, id="a possibility"),
    ],
)
def test_aims_told_as_facts(sentence: str, stretch: str, expected: bool) -> None:
    assert tells_aim_as_fact(sentence, stretch) is expected
