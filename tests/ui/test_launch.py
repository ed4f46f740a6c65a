"""The command line that starts the page."""

from pathlib import Path

import pytest

from assistant.settings import AssistantSettings
from ui.launch import command

SETTINGS = AssistantSettings(ui_host="127.0.0.2", ui_port=8765, largest_upload_mb=7)


@pytest.mark.parametrize(
    "flag",
    [
        pytest.param("--server.address=127.0.0.2", id="host of the settings"),
        pytest.param("--server.port=8765", id="port of the settings"),
        pytest.param("--server.maxUploadSize=7", id="upload limit of the settings"),
        pytest.param("--browser.gatherUsageStats=false", id="no telemetry"),
        pytest.param("--server.fileWatcherType=none", id="no file watcher"),
        pytest.param("--server.headless=true", id="no browser opened, no e-mail asked for"),
        pytest.param("--logger.hideWelcomeMessage=true", id="no look-up of the outer address"),
        pytest.param("--client.toolbarMode=minimal", id="no deploy button"),
    ],
)
def test_the_page_starts_quietly_and_where_it_should(flag: str) -> None:
    assert flag in command(SETTINGS)


def test_it_runs_the_page_with_the_theme() -> None:
    argv = command(SETTINGS)
    assert argv[1:4] == ["-m", "streamlit", "run"]
    assert Path(argv[4]).is_file()
    assert any(part.startswith("--theme.light.primaryColor=#") for part in argv)


def test_nothing_is_fetched_from_elsewhere() -> None:
    assert not any("http" in part for part in command(SETTINGS))
