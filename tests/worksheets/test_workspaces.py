"""Who may see a sheet, the lists of them, the trash, copies for other areas."""

import pytest
from sqlalchemy import Engine

from assistant.worksheets.errors import FormTooNew, FormUnknown
from assistant.worksheets.inputs import Inputs, Place
from assistant.worksheets.model import Origin, Side
from assistant.worksheets.open_sheet import OpenSheet
from assistant.worksheets.service import NewSheet, Worksheets
from assistant.worksheets.sharing import Workspace
from assistant.worksheets.sharing_errors import (
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
