"""Settings without a usable value are named."""

import sys

import pytest

from assistant.command_line.app import main


@pytest.mark.parametrize(
    ("setting", "value", "command", "locale", "told"),
    [
        pytest.param(
            "SANPUKU_EVALUATOR_KEY",
            "too-short",
            ["ask", "チョイソコとは"],
            "ja_JP.UTF-8",
            "設定 SANPUKU_EVALUATOR_KEY の値が使えません。",
            id="too short a key",
        ),
        pytest.param(
            "SANPUKU_PORT",
            "eight thousand",
            ["up"],
            "en_GB.UTF-8",
            "The value of the setting SANPUKU_PORT cannot be used.",
            id="no number",
        ),
    ],
)
def test_a_wrong_setting_is_named_without_its_value(
    setting: str,
    value: str,
    command: list[str],
    locale: str,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(setting, value)
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.setattr(sys, "argv", ["sanpuku", *command])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert told in said
    assert value not in said
