"""Locks, comments and versions of a shared sheet."""

import pytest

from assistant.worksheets.inputs import Inputs
from assistant.worksheets.model import Side
from assistant.worksheets.open_sheet import OpenSheet
from assistant.worksheets.service import Worksheets
from assistant.worksheets.sharing import EditKind, LineChange
from assistant.worksheets.sharing_errors import (
    CommentNotFound,
    VersionNotFound,
    WorksheetLocked,
)
from tests.worksheets.forms import BEN, written


class TestLocking:
    def test_a_locked_sheet_takes_comments_but_no_edits(self, opened: OpenSheet) -> None:
        assert opened.lock().locked
        before = opened.read()
        for change in (
            lambda: opened.save("problem", written("文")),
            lambda: opened.rename("別の題"),
            lambda: opened.save_inputs(Inputs(), started_from=before.inputs),
        ):
            with pytest.raises(WorksheetLocked):
                change()
        assert opened.comment("problem", "次回に話す").text == "次回に話す"

    def test_an_unlocked_sheet_takes_edits_again(self, opened: OpenSheet) -> None:
        opened.lock()
        opened.lock(False)
        assert opened.save("problem", written("文")).revision == 1


class TestComments:
    def test_a_comment_is_signed_settled_and_removed(
        self, worksheets: Worksheets, opened: OpenSheet
    ) -> None:
        comment = worksheets.open(opened.id, BEN).comment("problem", "費用は誰が？\n市と相談")
        assert (comment.author, comment.side, comment.resolved) == ("Yamada", Side.COMPANY, False)
        assert opened.resolve(comment.id).resolved
        assert opened.read().comments[0].resolved
        assert not opened.resolve(comment.id, False).resolved
        opened.delete_comment(comment.id)
        assert opened.read().comments == ()

    def test_an_unknown_comment(self, opened: OpenSheet) -> None:
        with pytest.raises(CommentNotFound):
            opened.resolve("none")
        with pytest.raises(CommentNotFound):
            opened.delete_comment("none")


class TestVersions:
    def test_a_version_is_compared_and_brought_back(self, opened: OpenSheet) -> None:
        kept = opened.keep_version("第1回の打合せ")
        before = opened.read()
        opened.save_text("persona", "免許を返した人が多い\n一人暮らしが多い", 3)
        (difference,) = opened.differences(kept.number)
        assert [(line.change, line.text) for line in difference.lines] == [
            (LineChange.REMOVED, "市が集客を担う"),
            (LineChange.SAME, "免許を返した人が多い"),
            (LineChange.REMOVED, "隣町の家族に頼る人がいる"),
            (LineChange.ADDED, "一人暮らしが多い"),
        ]
        restored = opened.restore(kept.number)
        assert restored.value("persona").sentences == before.value("persona").sentences
        assert restored.value("persona").revision == 5
        assert opened.history("persona")[-1].kind is EditKind.RESTORED

    def test_a_restored_version_brings_back_inputs_and_emptied_fields(
        self, opened: OpenSheet
    ) -> None:
        kept = opened.keep_version("はじめ")
        before = opened.read()
        opened.save_inputs(Inputs(), started_from=before.inputs)
        opened.save("problem", written("あとから書いた文"))
        restored = opened.restore(kept.number)
        assert restored.inputs == before.inputs
        assert restored.value("problem").is_empty
        assert "あとから書いた文" in [edit.value.text for edit in opened.history("problem")]

    def test_versions_are_numbered_and_listed_newest_first(self, opened: OpenSheet) -> None:
        opened.keep_version("一")
        opened.save("problem", written("文"))
        opened.keep_version("二")
        assert [(kept.number, kept.name) for kept in opened.versions()] == [(2, "二"), (1, "一")]
        assert opened.version(2).sheet.version == 2
        assert [each.field_id for each in opened.differences(1, 2)] == ["problem"]
        assert opened.read().version == 2

    def test_a_locked_sheet_is_not_brought_back(self, opened: OpenSheet) -> None:
        opened.keep_version("一")
        opened.lock()
        with pytest.raises(WorksheetLocked):
            opened.restore(1)

    def test_an_unknown_version(self, opened: OpenSheet) -> None:
        with pytest.raises(VersionNotFound):
            opened.version(7)
