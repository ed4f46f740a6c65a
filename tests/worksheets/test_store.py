"""Shared sheets: who may see them, and that no edit loses anybody's text."""

import pytest
from sqlalchemy import Engine

from assistant.worksheets.errors import FieldUnknown, FormTooNew, FormUnknown
from assistant.worksheets.inputs import Inputs, Place
from assistant.worksheets.model import FieldValue, Kpi, Origin, Side
from assistant.worksheets.open_sheet import OpenSheet
from assistant.worksheets.service import NewSheet, Worksheets
from assistant.worksheets.sharing import EditKind, LineChange, Workspace
from assistant.worksheets.sharing_errors import (
    CommentNotFound,
    FieldConflict,
    InputsConflict,
    ValueUnfit,
    VersionNotFound,
    WorksheetLocked,
    WorksheetNotFound,
    WorkspaceNotFound,
)
from tests.worksheets.forms import ANN, BEN, COMPANY, WELFARE, form, worksheets_on, written

STRANGER = "visitor-stranger"


def new_sheet(form_id: str = "small") -> NewSheet:
    return NewSheet(form_id=form_id, title="", language="ja", inputs=Inputs())


class TestWorkspaces:
    def test_whoever_has_the_link_can_join(
        self, worksheets: Worksheets, workspace: Workspace
    ) -> None:
        assert [member.name for member in workspace.members] == ["佐藤", "Yamada"]
        assert workspace.me.side is Side.COMPANY
        assert len(workspace.key) >= 32

    def test_a_wrong_link_opens_nothing(self, worksheets: Worksheets) -> None:
        with pytest.raises(WorkspaceNotFound):
            worksheets.workspaces.join("guessed", STRANGER, COMPANY)

    def test_a_renewed_link_keeps_members_and_shuts_out_others(
        self, worksheets: Worksheets, workspace: Workspace
    ) -> None:
        renewed = worksheets.workspaces.renew_key(workspace.id, ANN)
        assert renewed.key != workspace.key
        assert worksheets.workspaces.get(workspace.id, BEN).key == renewed.key
        with pytest.raises(WorkspaceNotFound):
            worksheets.workspaces.join(workspace.key, STRANGER, COMPANY)

    def test_joining_again_changes_name_and_side(
        self, worksheets: Worksheets, workspace: Workspace
    ) -> None:
        again = worksheets.workspaces.join(workspace.key, BEN, WELFARE)
        assert (again.me.name, again.me.side, len(again.members)) == ("佐藤", Side.WELFARE, 2)

    def test_strangers_see_neither_workspace_nor_sheets(
        self, worksheets: Worksheets, workspace: Workspace, opened: OpenSheet
    ) -> None:
        assert worksheets.workspaces.list(STRANGER) == ()
        with pytest.raises(WorkspaceNotFound):
            worksheets.list(workspace.id, STRANGER)
        with pytest.raises(WorksheetNotFound):
            worksheets.open(opened.id, STRANGER)
        with pytest.raises(WorksheetNotFound):
            worksheets.open("no-such-sheet", ANN)

    def test_who_has_left_sees_nothing_any_more(
        self, worksheets: Worksheets, workspace: Workspace
    ) -> None:
        worksheets.workspaces.leave(workspace.id, BEN)
        with pytest.raises(WorkspaceNotFound):
            worksheets.workspaces.get(workspace.id, BEN)
        assert len(worksheets.workspaces.get(workspace.id, ANN).members) == 1

    def test_rename(self, worksheets: Worksheets, workspace: Workspace) -> None:
        worksheets.workspaces.rename(workspace.id, BEN, "送迎の相談")
        assert [each.name for each in worksheets.workspaces.list(ANN)] == ["送迎の相談"]

    def test_somebody_alone_gets_a_workspace_once(self, worksheets: Worksheets) -> None:
        first = worksheets.own_workspace(STRANGER, WELFARE)
        assert worksheets.own_workspace(STRANGER, WELFARE).id == first.id


class TestEditing:
    def test_an_edit_keeps_who_when_and_which_side(
        self, worksheets: Worksheets, opened: OpenSheet
    ) -> None:
        saved = worksheets.open(opened.id, BEN).save("problem", written("買い物に行けない"))
        assert (saved.revision, saved.edited_by, saved.side) == (1, "Yamada", Side.COMPANY)
        assert saved.edited_at is not None
        assert opened.read().value("problem") == saved
        (edit,) = opened.history("problem")
        assert (edit.by, edit.side, edit.at) == ("Yamada", Side.COMPANY, saved.edited_at)

    def test_the_second_of_two_editors_gets_both_texts(
        self, worksheets: Worksheets, opened: OpenSheet
    ) -> None:
        theirs = worksheets.open(opened.id, BEN).save("problem", written("企業の文"))
        with pytest.raises(FieldConflict) as conflict:
            opened.save("problem", written("市の文"))
        assert conflict.value.theirs == theirs
        assert conflict.value.yours.text == "市の文"
        assert opened.read().value("problem") == theirs

    def test_a_refused_text_stays_in_the_history(
        self, worksheets: Worksheets, opened: OpenSheet
    ) -> None:
        worksheets.open(opened.id, BEN).save("problem", written("企業の文"))
        with pytest.raises(FieldConflict):
            opened.save("problem", written("市の文"))
        kept = [(edit.kind, edit.value.text, edit.by) for edit in opened.history("problem")]
        assert kept == [
            (EditKind.EDITED, "企業の文", "Yamada"),
            (EditKind.REFUSED, "市の文", "佐藤"),
        ]

    def test_after_a_conflict_the_editor_saves_on_top(self, opened: OpenSheet) -> None:
        opened.save("problem", written("一"))
        saved = opened.save("problem", written("一", "二", revision=1))
        assert (saved.text, saved.revision) == ("一\n二", 2)

    def test_the_same_text_twice_is_no_conflict(
        self, worksheets: Worksheets, opened: OpenSheet
    ) -> None:
        first = opened.save("problem", written("同じ文"))
        assert worksheets.open(opened.id, BEN).save("problem", written("同じ文")) == first

    def test_two_fields_do_not_disturb_each_other(
        self, worksheets: Worksheets, opened: OpenSheet
    ) -> None:
        opened.save("problem", written("課題"))
        worksheets.open(opened.id, BEN).save("service", written("送迎"))
        assert opened.read().value("problem").text == "課題"

    def test_edited_text_keeps_the_marks_of_unchanged_lines(self, opened: OpenSheet) -> None:
        before = opened.read().value("persona")
        lines = before.text.replace("隣町の家族に頼る人がいる", "隣町の家族に頼る人が多い")
        saved = opened.save_text("persona", lines, before.revision)
        origins = [sentence.origin for sentence in saved.sentences]
        assert origins == [Origin.SOURCE, Origin.USER, Origin.USER]
        assert saved.sentences[0] == before.sentences[0]

    def test_confirming_one_line_makes_it_the_users(self, opened: OpenSheet) -> None:
        before = opened.read().value("persona")
        saved = opened.confirm("persona", before.revision, [2])
        assert saved.sentences[2].origin is Origin.USER
        assert saved.sentences[:2] == before.sentences[:2]
        assert opened.history("persona")[-1].kind is EditKind.CONFIRMED

    def test_confirming_a_field_confirms_every_line(self, opened: OpenSheet) -> None:
        saved = opened.confirm("persona", opened.read().value("persona").revision)
        assert all(sentence.confirmed for sentence in saved.sentences)

    @pytest.mark.parametrize(
        ("field_id", "value"),
        [
            pytest.param("kpi", written("文章"), id="sentences-in-a-field-of-indicators"),
            pytest.param(
                "problem",
                FieldValue(kpis=(Kpi(name="人数", origin=Origin.USER, confirmed=True),)),
                id="indicators-in-a-field-of-sentences",
            ),
            pytest.param("ready", FieldValue(choices=("maybe",)), id="an-option-there-is-not"),
            pytest.param("ready", FieldValue(choices=("yes", "no")), id="two-answers-for-one"),
        ],
    )
    def test_a_value_that_does_not_fit_is_refused(
        self, opened: OpenSheet, field_id: str, value: FieldValue
    ) -> None:
        with pytest.raises(ValueUnfit):
            opened.save(field_id, value)

    def test_several_choices_fit_where_several_are_asked(self, opened: OpenSheet) -> None:
        assert opened.save("asked", FieldValue(choices=("yes", "no"))).choices == ("yes", "no")

    def test_an_unknown_field_is_refused(self, opened: OpenSheet) -> None:
        with pytest.raises(FieldUnknown):
            opened.save("nowhere", written("文"))
        with pytest.raises(FieldUnknown):
            opened.comment("nowhere", "意見")

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param("あ" * 100_000, id="a-hundred-thousand-characters"),
            pytest.param("あ" * 2_001, id="one-endless-line"),
            pytest.param("あ\n" * 201, id="too-many-lines"),
        ],
    )
    def test_a_text_that_is_too_long_is_refused_whole(self, opened: OpenSheet, text: str) -> None:
        with pytest.raises(ValueUnfit) as refused:
            opened.save_text("problem", text, 0)
        assert "長すぎ" in refused.value.message("ja")
        assert opened.read().value("problem").is_empty

    def test_control_characters_do_not_reach_the_database(self, opened: OpenSheet) -> None:
        saved = opened.save_text("problem", "買い物\x00に\x1b行けない", 0)
        assert saved.text == "買い物に行けない"
        assert opened.read().value("problem").text == "買い物に行けない"


class TestInputs:
    def test_inputs_are_replaced_with_their_history(self, opened: OpenSheet) -> None:
        before = opened.read().inputs
        after = before.model_copy(update={"problem": "通院の足がない"})
        assert opened.save_inputs(after, started_from=before).inputs == after
        assert [edit.inputs for edit in opened.inputs_history()] == [before, after]

    def test_a_conflict_carries_both(self, worksheets: Worksheets, opened: OpenSheet) -> None:
        before = opened.read().inputs
        theirs = before.model_copy(update={"problem": "通院"})
        yours = before.model_copy(update={"problem": "買い物"})
        worksheets.open(opened.id, BEN).save_inputs(theirs, started_from=before)
        with pytest.raises(InputsConflict) as conflict:
            opened.save_inputs(yours, started_from=before)
        assert (conflict.value.theirs, conflict.value.yours) == (theirs, yours)
        assert opened.inputs_history()[-1].kind is EditKind.REFUSED

    def test_rename(self, opened: OpenSheet) -> None:
        assert opened.rename("北部の送迎").title == "北部の送迎"
        assert opened.read().title == "北部の送迎"


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


class TestListsAndTrash:
    def test_sheets_are_listed_last_changed_first(
        self, worksheets: Worksheets, workspace: Workspace
    ) -> None:
        first = worksheets.create(workspace.id, ANN, new_sheet())
        second = worksheets.create(workspace.id, BEN, new_sheet())
        worksheets.open(first.id, ANN).save("problem", written("文"))
        listed = worksheets.list(workspace.id, BEN)
        assert [each.id for each in listed] == [first.id, second.id]
        assert (listed[0].updated_by, listed[0].title) == ("佐藤", "小さな様式")

    def test_an_unknown_form(self, worksheets: Worksheets, workspace: Workspace) -> None:
        with pytest.raises(FormUnknown):
            worksheets.create(workspace.id, ANN, new_sheet("nothing"))

    def test_a_deleted_sheet_can_be_taken_back_whole(
        self, worksheets: Worksheets, workspace: Workspace, opened: OpenSheet
    ) -> None:
        before = opened.read()
        opened.delete()
        assert worksheets.list(workspace.id, ANN) == ()
        (trashed,) = worksheets.list(workspace.id, ANN, trash=True)
        assert (trashed.id, trashed.deleted_by) == (opened.id, "佐藤")
        with pytest.raises(WorksheetNotFound):
            opened.read()
        with pytest.raises(WorksheetNotFound):
            opened.save("problem", written("文"))
        assert worksheets.take_back(opened.id, BEN) == before

    def test_only_what_lies_in_the_trash_is_deleted_for_good(
        self, worksheets: Worksheets, workspace: Workspace, opened: OpenSheet
    ) -> None:
        opened.comment("problem", "意見")
        opened.keep_version("一")
        with pytest.raises(WorksheetNotFound):
            worksheets.delete_for_good(opened.id, ANN)
        opened.delete()
        worksheets.delete_for_good(opened.id, ANN)
        assert worksheets.list(workspace.id, ANN, trash=True) == ()
        with pytest.raises(WorksheetNotFound):
            worksheets.open(opened.id, ANN)

    def test_a_sheet_on_a_newer_form_is_not_edited(
        self, engine: Engine, worksheets: Worksheets, opened: OpenSheet
    ) -> None:
        newer = worksheets_on(engine, form(version=2))
        made = newer.create(opened.workspace_id, ANN, new_sheet())
        with pytest.raises(FormTooNew):
            worksheets.open(made.id, ANN).save("problem", written("文"))


class TestCopying:
    def test_a_copy_for_another_city_is_to_be_confirmed_there(self, opened: OpenSheet) -> None:
        copy = opened.copy_for(Place(municipality="海辺市"), "海辺市の送迎")
        origins = [(s.origin, s.confirmed) for s in copy.value("persona").sentences]
        assert origins == [
            (Origin.SOURCE, False),
            (Origin.SUGGESTED, False),
            (Origin.SUGGESTED, False),
        ]
        assert [partner.name for partner in copy.inputs.partners] == ["あおば交通"]
        assert (copy.copied_from, copy.title) == (opened.id, "海辺市の送迎")
        assert copy.inputs.place.municipality == "海辺市"
        assert copy.value("ready").choices == ("yes",)

    def test_a_copy_for_another_district_keeps_all_partners(self, opened: OpenSheet) -> None:
        inputs = opened.read().inputs
        place = inputs.place.model_copy(update={"districts": ("山手地区",)})
        assert opened.copy_for(place, "山手").inputs.partners == inputs.partners

    def test_the_first_sheet_stays_as_it_was(self, opened: OpenSheet) -> None:
        before = opened.read()
        opened.copy_for(Place(municipality="海辺市"), "海辺市の送迎")
        assert opened.read() == before
