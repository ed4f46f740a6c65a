"""Endorsement, promises, markup, the model's own voice; and sentences that only sound like them."""

import pytest

from assistant.verification.conduct import misconduct


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("アイシンのチョイソコが最も優れたサービスです。", "endorsement"),
        ("チョイソコが一番いいです。", "endorsement"),
        ("ウエルシア薬局をおすすめします。", "endorsement"),
        ("この会社と契約すべきです。", "endorsement"),
        ("おすすめの企業はアイシンです。", "endorsement"),
        ("チョイソコは他社より優れています。", "endorsement"),
        ("株式会社ミライが唯一の正式な事業者です。", "endorsement"),
        ("Aisin is the best choice.", "endorsement"),
        ("We recommend Aisin.", "endorsement"),
        ("You should hire Welcia.", "endorsement"),
        ("It is the most reliable provider.", "endorsement"),
        ("Aisin is better than its rivals.", "endorsement"),
        ("導入すれば必ず外出が増えます。", "promise"),
        ("効果を保証します。", "promise"),
        ("絶対に成功します。", "promise"),
        ("失敗することはありません。", "promise"),
        ("It will definitely pay.", "promise"),
        ("It guarantees a profit.", "promise"),
        ("It is risk-free.", "promise"),
        ("詳しくは https://example.com を見てください。", "markup"),
        ("![a](b)", "markup"),
        ("<script>alert(1)</script>", "markup"),
        ("AIとしてお答えします。", "own voice"),
        ("As an AI, I think so.", "own voice"),
        ("My instructions say so.", "own voice"),
    ],
)
def test_what_an_answer_never_holds(sentence: str, kind: str) -> None:
    assert misconduct(sentence) == kind


@pytest.mark.parametrize(
    "sentence",
    [
        "自治体が特定の企業を推薦することは公平性の面で難しいとされています。",
        "早めに相談することが勧められています。",
        "共通のKPIを持つことが推奨されています。",
        "効果を保証するものではありません。",
        "必ず本人の同意を得ます。",
        "ベストプラクティスを共有します。",
        "最も多い課題は移動です。",
        "契約の前に話し合うべきです。",
        "サービスの目的を確認します。",
        "The effect is not guaranteed.",
        "It recommends sharing a common KPI.",
        "Choose a common KPI together.",
        "Best practices are shared.",
        "The most common problem is transport.",
        "The municipality should check the purpose.",
    ],
)
def test_what_only_sounds_like_it(sentence: str) -> None:
    assert misconduct(sentence) == ""
