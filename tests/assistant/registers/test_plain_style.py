"""です・ます into である: the right form or none."""

import pytest

from assistant.registers.plain_style import in_plain_style


@pytest.mark.parametrize(
    ("polite", "plain"),
    [
        ("役割を決めます。", "役割を決める。"),
        ("書きました。泳ぎました。飲みました。待ちました。", "書いた。泳いだ。飲んだ。待った。"),
        ("話しました。使いました。行きました。来ました。", "話した。使った。行った。来た。"),
        ("実施しました。実施されました。", "実施した。実施された。"),
        ("行われていますが、減りました。", "行われているが、減った。"),
        ("決まっていませんでした。", "決まっていなかった。"),
        ("費用はかかりません。", "費用はかからない。"),
        ("記録はありません。", "記録はない。"),
        ("対象ではありません。", "対象ではない。"),
        ("しなければなりません。", "しなければならない。"),
        ("利用者は1,200人でした。", "利用者は1,200人であった。"),
        ("必要です。費用が多いです。", "必要である。費用が多い。"),
        ("始まったのです。", "始まったのである。"),
        ("よいでしょう。", "よいであろう。"),
        ("話し合いましょう。", "話し合うこと。"),
        ("役割を確認してください。", "役割を確認すること。"),
        ("入力しないでください。", "入力しないこと。"),
        ("ご確認ください。お問い合わせください。", "確認すること。問い合わせること。"),
        ("年1回です（2026年3月）。", "年1回である（2026年3月）。"),
        ("「必要です」と述べました。", "「必要です」と述べた。"),
        ("連絡先：市の担当課", "連絡先：市の担当課"),
    ],
    ids=lambda text: text,
)
def test_polite_forms_become_plain_ones(polite: str, plain: str) -> None:
    assert in_plain_style(polite) == plain


@pytest.mark.parametrize("sentence", ["便利ですね。", "調べましょうか。"])
def test_what_has_no_certain_plain_form_is_refused(sentence: str) -> None:
    assert in_plain_style(sentence) is None
