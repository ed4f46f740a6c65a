"""Worksheets over HTTP, through the client that the pages use."""

import httpx
import pytest

from assistant.client import VISITOR_HEADER
from assistant.errors import RequestRefused
from assistant.worksheet_client import WorksheetClient
from assistant.worksheet_contract import (
    AddComment,
    ChangeSheet,
    ConfirmField,
    CopySheet,
    FieldConflictProblem,
    FieldSaved,
    InputsConflictProblem,
    SaveField,
)
from assistant.worksheets.inputs import Place
from assistant.worksheets.model import FieldValue, Origin, Sheet, Side
from assistant.worksheets.sharing import EditKind, Workspace
from tests.worksheets.forms import ANN, BEN


def saved_text(client: WorksheetClient, sheet_id: str, text: str, revision: int = 0) -> FieldValue:
    saved = client.save_field(sheet_id, "problem", SaveField(text=text, revision=revision))
    assert isinstance(saved, FieldSaved)
    return saved.value


class TestForms:
    def test_every_form_is_listed_and_can_be_shown(self, ann: WorksheetClient) -> None:
        listed = ann.forms().forms
        assert listed[0].id == "awareness-worksheet"
        shown = ann.form("awareness-worksheet")
        fields = [field for section in shown.sections for field in section.fields]
        assert shown.title.en
        assert all(field.label.ja and field.help.en and field.guidance for field in fields)

    def test_service_types_and_market_class(self, ann: WorksheetClient) -> None:
        assert "movement" in {each.id for each in ann.service_types().service_types}
        place = Place(population_density=312, resource_sufficiency=55)
        found = ann.market_class(place)
        assert (found.density, found.market) == ("city", "B")
        assert all(reason.citation.quote for reason in found.reasons)

    def test_an_unknown_form(self, ann: WorksheetClient) -> None:
        with pytest.raises(RequestRefused) as refused:
            ann.form("nothing")
        assert (refused.value.status, refused.value.ja) == (404, "この様式は見つかりません。")


class TestWorkspaces:
    def test_nobody_learns_anothers_visitor_id(
        self, url: str, ann: WorksheetClient, shared: Workspace
    ) -> None:
        answer = httpx.get(f"{url}/v1/workspaces/{shared.id}", headers={VISITOR_HEADER: ANN})
        assert answer.status_code == 200
        assert BEN not in answer.text

    def test_list_rename_renew_and_leave(
        self, ann: WorksheetClient, ben: WorksheetClient, shared: Workspace
    ) -> None:
        assert ben.workspaces.rename(shared.id, "北部").name == "北部"
        assert ann.workspaces.renew_link(shared.id).key != shared.key
        ben.workspaces.leave(shared.id)
        assert ben.workspaces.list().workspaces == ()
        assert [member.name for member in ann.workspaces.get(shared.id).members] == ["佐藤"]

    def test_strangers_are_told_that_there_is_nothing(
        self, ann: WorksheetClient, filled: Sheet
    ) -> None:
        stranger = ann.in_hands_of("stranger", "en")
        with pytest.raises(RequestRefused) as refused:
            stranger.get(filled.id)
        assert refused.value.status == 404
        assert "This sheet was not found" in refused.value.en


class TestEditing:
    def test_a_text_is_saved_and_signed(self, ben: WorksheetClient, filled: Sheet) -> None:
        value = saved_text(ben, filled.id, "買い物に行けない")
        assert (value.edited_by, value.side, value.revision) == ("Yamada", Side.COMPANY, 1)

    def test_a_conflict_comes_back_with_both_texts(
        self, ann: WorksheetClient, ben: WorksheetClient, filled: Sheet
    ) -> None:
        saved_text(ben, filled.id, "企業の文")
        request = SaveField(text="市の文", revision=0)
        conflict = ann.save_field(filled.id, "problem", request)
        assert isinstance(conflict, FieldConflictProblem)
        assert (conflict.yours.text, conflict.theirs.text) == ("市の文", "企業の文")
        assert (conflict.status, conflict.theirs.revision) == (409, 1)
        kinds = [edit.kind for edit in ann.history(filled.id).edits("problem").edits]
        assert kinds == [EditKind.EDITED, EditKind.REFUSED]

    def test_a_value_is_saved_with_its_marks(self, ann: WorksheetClient, filled: Sheet) -> None:
        value = filled.value("persona")
        saved = ann.save_field(filled.id, "problem", SaveField(value=value, revision=0))
        assert isinstance(saved, FieldSaved)
        assert saved.value.sentences == value.sentences

    def test_confirming_makes_a_suggestion_the_users(
        self, ann: WorksheetClient, filled: Sheet
    ) -> None:
        saved = ann.confirm_field(filled.id, "persona", ConfirmField(revision=3, lines=(2,)))
        assert isinstance(saved, FieldSaved)
        assert saved.value.sentences[2].origin is Origin.USER

    def test_control_characters_are_taken_out_with_a_notice(
        self, ann: WorksheetClient, filled: Sheet
    ) -> None:
        request = SaveField(text="一\x00行目\r\n二行目\x1b", revision=0)
        saved = ann.save_field(filled.id, "problem", request)
        assert isinstance(saved, FieldSaved)
        assert saved.value.text == "一行目\n二行目"
        assert "2字" in saved.notices[0]

    def test_a_text_that_is_too_long_is_refused_in_plain_words(
        self, ann: WorksheetClient, filled: Sheet
    ) -> None:
        with pytest.raises(RequestRefused) as refused:
            saved_text(ann, filled.id, "あ" * 100_000)
        assert refused.value.status == 422
        assert "10,000文字" in refused.value.ja
        assert ann.get(filled.id).value("problem").is_empty

    def test_an_unknown_field(self, ann: WorksheetClient, filled: Sheet) -> None:
        with pytest.raises(RequestRefused) as refused:
            ann.save_field(filled.id, "nowhere", SaveField(text="文", revision=0))
        assert refused.value.status == 404

    def test_inputs_and_title_change_and_conflict(
        self, ann: WorksheetClient, ben: WorksheetClient, filled: Sheet
    ) -> None:
        theirs = filled.inputs.model_copy(update={"problem": "通院"})
        started = filled.inputs
        changed = ben.change(
            filled.id, ChangeSheet(title="新しい題", inputs=theirs, started_from=started)
        )
        assert isinstance(changed, Sheet)
        assert (changed.title, changed.inputs) == ("新しい題", theirs)
        yours = filled.inputs.model_copy(update={"problem": "買い物"})
        conflict = ann.change(filled.id, ChangeSheet(inputs=yours, started_from=started))
        assert isinstance(conflict, InputsConflictProblem)
        assert (conflict.yours, conflict.theirs) == (yours, theirs)
        assert len(ann.history(filled.id).inputs().edits) == 3

    def test_a_locked_sheet_is_refused_until_it_is_unlocked(
        self, ann: WorksheetClient, filled: Sheet
    ) -> None:
        assert ann.lock(filled.id).locked
        with pytest.raises(RequestRefused) as refused:
            saved_text(ann, filled.id, "文")
        assert refused.value.status == 423
        with pytest.raises(RequestRefused) as refused:
            list(ann.draft(filled.id))
        assert refused.value.status == 423
        ann.lock(filled.id, False)
        assert saved_text(ann, filled.id, "文").revision == 1


class TestHistory:
    def test_comments(self, ann: WorksheetClient, ben: WorksheetClient, filled: Sheet) -> None:
        request = AddComment(field_id="problem", text="費用は？")
        comment = ben.history(filled.id).comment(request)
        assert comment.author == "Yamada"
        assert ann.history(filled.id).resolve(comment.id).resolved
        ann.history(filled.id).delete_comment(comment.id)
        assert ann.get(filled.id).comments == ()

    def test_versions(self, ann: WorksheetClient, filled: Sheet) -> None:
        history = ann.history(filled.id)
        assert history.keep_version("第1回").number == 1
        saved_text(ann, filled.id, "あとの文")
        assert [kept.name for kept in history.versions().versions] == ["第1回"]
        assert [each.field_id for each in history.differences(1).fields] == ["problem"]
        assert history.version(1).sheet.value("problem").is_empty
        assert history.restore(1).value("problem").is_empty
        history.keep_version("第2回")
        assert history.differences(1, 2).fields == ()


class TestTrashAndCopies:
    def test_deleted_taken_back_deleted_for_good(
        self, ann: WorksheetClient, shared: Workspace, filled: Sheet
    ) -> None:
        ann.delete(filled.id)
        assert ann.list(shared.id).worksheets == ()
        assert ann.list(shared.id, trash=True).worksheets[0].id == filled.id
        assert ann.undelete(filled.id) == filled
        ann.delete(filled.id)
        ann.delete(filled.id, for_good=True)
        assert ann.list(shared.id, trash=True).worksheets == ()

    def test_a_copy(self, ann: WorksheetClient, filled: Sheet) -> None:
        request = CopySheet(place=Place(municipality="海辺市"), title="海辺市")
        copy = ann.copy(filled.id, request)
        assert (copy.copied_from, copy.inputs.place.municipality) == (filled.id, "海辺市")


def test_the_list_tells_how_complete_each_sheet_is(ann: WorksheetClient, ride: Sheet) -> None:
    (workspace,) = ann.workspaces.list().workspaces
    assert [each.percent for each in ann.list(workspace.id).worksheets] == [0]
    list(ann.draft(ride.id))
    assert [each.percent for each in ann.list(workspace.id).worksheets] == [50]
    ann.delete(ride.id)
    assert [each.percent for each in ann.list(workspace.id, trash=True).worksheets] == [None]


def test_a_sheet_tells_where_it_is_shared(
    ann: WorksheetClient, ride: Sheet, shared: Workspace
) -> None:
    assert ann.workspace_of(ride.id).key == shared.key
    with pytest.raises(RequestRefused):
        ann.in_hands_of("stranger", "ja").workspace_of(ride.id)
