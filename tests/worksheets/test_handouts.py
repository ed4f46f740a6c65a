"""Agendas and hand-over packs: what is open, what was decided, by whom and when."""

import shutil
import subprocess
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from assistant.worksheets.export.decisions import decisions
from assistant.worksheets.export.kinds import ExportKind
from assistant.worksheets.model import read_sheet
from assistant.worksheets.open_sheet import OpenSheet
from assistant.worksheets.service import Worksheets
from assistant.worksheets.sharing import EditKind
from assistant.worksheets.sharing_errors import FieldConflict
from tests.worksheets.forms import BEN, form, written


def texts(content: bytes) -> list[str]:
    """Paragraphs and cells of a Word file."""
    document = Document(BytesIO(content))
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


@pytest.fixture
def talked_over(worksheets: Worksheets, opened: OpenSheet) -> OpenSheet:
    """A sheet with a version, an edit of each side after it, and two comments."""
    opened.keep_version("第1回のあと")
    opened.save("problem", written("買い物に行けない"))
    worksheets.open(opened.id, BEN).save_text("service", "平日に走る送迎", 0)
    opened.resolve(opened.comment("service", "週末は？").id)
    worksheets.open(opened.id, BEN).comment("problem", "通院も入れますか")
    return opened


class TestAgenda:
    def test_it_shows_changes_open_points_indicators_and_room_to_write(
        self, talked_over: OpenSheet
    ) -> None:
        found = texts(talked_over.export(ExportKind.AGENDA).content)
        assert found[0] == "次回打合せ　次第"
        assert "＋ 買い物に行けない" in found
        assert "＋ 平日に走る送迎" in found
        assert any(text.startswith("通院も入れますか") for text in found)
        assert not any("週末は？" in text for text in found)
        assert "利用者数" in found
        assert "だれが" in found

    def test_without_a_version_it_says_so(self, opened: OpenSheet) -> None:
        found = texts(opened.export(ExportKind.AGENDA).content)
        assert any("残した版がまだありません" in text for text in found)

    def test_the_councils_begins_with_what_it_is_about(self, talked_over: OpenSheet) -> None:
        found = texts(talked_over.export(ExportKind.COUNCIL_AGENDA).content)
        assert found[0] == "協議体　次第"
        assert "議題の事業：中央市の送迎" in found


class TestHandover:
    def test_it_holds_sheet_decisions_comments_versions_and_sources(
        self, talked_over: OpenSheet
    ) -> None:
        found = texts(talked_over.export(ExportKind.HANDOVER).content)
        assert "引き継ぎ資料" in found
        assert any("市が集客を担う" in text for text in found)
        assert "＋ 平日に走る送迎" in found
        assert "Yamada（企業）" in found
        assert "週末は？" in found
        assert "解決" in found
        assert "第1回のあと" in found
        assert any(text.startswith("〔1〕 「記入例の関係者と役割分担」") for text in found)


class TestDecisions:
    def test_edits_of_one_sitting_are_one_decision(self, opened: OpenSheet) -> None:
        for revision, text in enumerate(("買い", "買い物に", "買い物に行けない")):
            opened.save("problem", written(text, revision=revision))
        (decision,) = decisions(opened.history("problem"), form(), "ja")
        assert [line.text for line in decision.lines] == ["買い物に行けない"]

    def test_edits_of_both_sides_and_of_other_days_stay_apart(
        self, worksheets: Worksheets, opened: OpenSheet
    ) -> None:
        opened.save("problem", written("一"))
        worksheets.open(opened.id, BEN).save("problem", written("二", revision=1))
        opened.save("problem", written("三", revision=2))
        first, second, third = opened.history("problem")
        later = third.model_copy(update={"at": third.at + timedelta(days=1)})
        last = later.model_copy(update={"at": later.at + timedelta(days=1), "id": 99})
        found = decisions((first, second, later, last), form(), "ja")
        assert [decision.by for decision in found] == ["佐藤", "Yamada", "佐藤"]

    def test_a_text_that_was_refused_is_no_decision(
        self, worksheets: Worksheets, opened: OpenSheet
    ) -> None:
        opened.save("problem", written("一"))
        with pytest.raises(FieldConflict):
            worksheets.open(opened.id, BEN).save("problem", written("二"))
        assert len(decisions(opened.history("problem"), form(), "ja")) == 1

    def test_a_confirmation_is_a_decision_though_no_word_changes(self, opened: OpenSheet) -> None:
        opened.confirm("persona", 3)
        assert decisions(opened.history("persona"), form(), "ja")[-1].kind is EditKind.CONFIRMED


class TestFiles:
    @pytest.mark.parametrize("kind", list(ExportKind), ids=lambda kind: kind.value)
    def test_the_name_is_the_title_with_a_fitting_ending(
        self, opened: OpenSheet, kind: ExportKind
    ) -> None:
        opened.rename("../北部:送迎*案?")
        file = opened.export(kind)
        assert file.name.startswith("北部 送迎 案")
        assert file.content
        endings = {"agenda": "docx", "council-agenda": "docx", "handover": "docx"}
        assert file.name.endswith(f".{endings.get(kind.value, kind.value)}")

    def test_json_comes_back_as_the_sheet(self, talked_over: OpenSheet) -> None:
        content = talked_over.export(ExportKind.JSON).content
        assert read_sheet(content.decode()) == talked_over.read()


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_every_file(talked_over: OpenSheet, tmp_path: Path) -> None:
    kinds = (ExportKind.WORD, ExportKind.EXCEL, ExportKind.AGENDA, ExportKind.HANDOVER)
    paths = []
    for kind in kinds:
        file = talked_over.export(kind)
        path = tmp_path / f"{kind.value}.{file.name.rpartition('.')[2]}"
        path.write_bytes(file.content)
        paths.append(path)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=180)
    for path in paths:
        with pypdfium2.PdfDocument(path.with_suffix(".pdf")) as opened:
            text = "".join(page.get_textpage().get_text_bounded() for page in opened)
        assert "買い物に行けない" in "".join(text.split())
