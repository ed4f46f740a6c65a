"""`sanpuku worksheet` from a new sheet to its files and back."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.command_line.worksheet import app
from assistant.worksheets.model import read_sheet


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing of the machine's own settings."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SANPUKU_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SANPUKU_DATABASE_URL", raising=False)
    monkeypatch.delenv("SANPUKU_MODEL", raising=False)
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")


def ran(*arguments: str) -> str:
    done = CliRunner().invoke(app, list(arguments))
    assert done.exit_code == 0, done.output
    return done.stdout.strip()


def new_sheet() -> str:
    return ran(
        *("new", "awareness-worksheet", "--title", "中央市の送迎"),
        *("--service-type", "movement", "--service", "予約制の送迎", "--municipality", "中央市"),
        *("--district", "北部地区", "--density", "300", "--sufficiency", "50"),
        *("--partner", "company:あおば交通", "--problem", "免許を返した人が買い物に行けない"),
    )


def test_from_a_new_sheet_to_its_files_and_back(tmp_path: Path) -> None:
    sheet_id = new_sheet()
    assert sheet_id in ran("list")
    drafted = ran("draft", sheet_id)
    assert "あおば交通" in drafted
    assert "【要確認】" in drafted
    assert "完成度" in ran("check", sheet_id)
    path = tmp_path / "sheet.json"
    ran("export", sheet_id, "--kind", "json", "--out", str(path))
    exported = read_sheet(path.read_text(encoding="utf-8"))
    assert not exported.value("stakeholders").is_empty
    imported = ran("import", str(path))
    again = read_sheet(ran("show", imported, "--json"))
    assert (again.fields, again.inputs) == (exported.fields, exported.inputs)


def test_a_file_is_named_after_the_title(tmp_path: Path) -> None:
    assert ran("export", new_sheet()) == "中央市の送迎.docx"
    assert (tmp_path / "中央市の送迎.docx").read_bytes().startswith(b"PK")


def test_the_forms_are_listed() -> None:
    assert "awareness-worksheet" in ran("forms")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(("show", "nothing"), "このシートは見つかりません", id="an-unknown-sheet"),
        pytest.param(("new", "nothing"), "この様式は見つかりません", id="an-unknown-form"),
        pytest.param(
            ("new", "awareness-worksheet", "--partner", "somebody"),
            "種類:名前",
            id="a-partner-without-a-kind",
        ),
        pytest.param(
            ("new", "awareness-worksheet", "--density", "-5"), "population_density", id="no-density"
        ),
    ],
)
def test_what_cannot_be_done_is_said_in_plain_words(arguments: tuple[str, ...], words: str) -> None:
    done = CliRunner().invoke(app, list(arguments))
    assert done.exit_code == 1
    assert words in done.stderr


def test_a_broken_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_bytes(b"{broken")
    done = CliRunner().invoke(app, ["import", str(path)])
    assert done.exit_code == 1
    assert "シートを読み込めません" in done.stderr
