"""How the page is started."""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from assistant.settings import AssistantSettings

_FOLDER = Path(__file__).parent


def command(settings: AssistantSettings) -> list[str]:
    """The command line that serves the page on the host and port of the settings.

    Nothing is looked up on the network. What config.toml beside the page says is repeated as flags,
    which outrank Streamlit's own environment variables.
    """
    return [
        sys.executable,
        *("-m", "streamlit", "run", str(_FOLDER / "app.py")),
        f"--server.address={settings.ui_host}",
        f"--server.port={settings.ui_port}",
        f"--server.maxUploadSize={settings.largest_upload_mb}",
        *_fixed_options(),
    ]


def _fixed_options() -> Iterator[str]:
    text = (_FOLDER / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    yield from _flags(tomllib.loads(text), ())


def _flags(table: dict[str, object], path: tuple[str, ...]) -> Iterator[str]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flags(value, (*path, name))
        elif not isinstance(value, list):  # no flag takes a list; those count from the file
            written = str(value).lower() if isinstance(value, bool) else str(value)
            yield f"--{'.'.join((*path, name))}={written}"
