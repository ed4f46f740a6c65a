"""Drafts, checks and files over HTTP; many people at once."""

import json
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import pytest

from assistant.contract import Failed
from assistant.errors import RequestRefused, ServiceUnavailable, StorageFailed
from assistant.worksheet_client import WorksheetClient
from assistant.worksheet_contract import (
    CreateSheet,
    CreateWorkspace,
    FieldDrafted,
    FieldSaved,
    SaveField,
    SheetDrafted,
    Suggested,
    SuggestedLine,
    SuggestField,
)
from assistant.worksheets.drafting import Drafter, Line
from assistant.worksheets.export.kinds import ExportKind
from assistant.worksheets.model import FieldValue, Sheet
from assistant.worksheets.provenance import own_words
from assistant.worksheets.service import Worksheets
from assistant.worksheets.sharing import EditKind, Workspace
from assistant.worksheets.suggestion import Suggestion
from tests.worksheets.forms import SATO, sheet, written
from tests.worksheets.service import served, worksheet_app


def saved_text(client: WorksheetClient, sheet_id: str, text: str, revision: int = 0) -> FieldValue:
    saved = client.save_field(sheet_id, "problem", SaveField(text=text, revision=revision))
    assert isinstance(saved, FieldSaved)
    return saved.value


class TestDrafting:
    def test_what_belongs_in_a_field(self, ann: WorksheetClient, ride: Sheet) -> None:
        guidance = ann.guidance(ride.id, "persona")
        assert guidance.belongs_here
        assert all(statement.citation.title for statement in guidance.belongs_here)

    def test_a_suggestion_comes_line_by_line_and_is_not_saved(
        self, ann: WorksheetClient, ride: Sheet
    ) -> None:
        *lines, last = ann.suggestion(ride.id, "stakeholders", SuggestField())
        assert lines
        assert all(isinstance(event, SuggestedLine) for event in lines)
        assert isinstance(last, Suggested)
        assert last.suggestion.citations
        assert ann.get(ride.id).value("stakeholders").is_empty

    def test_another_attempt_is_another_suggestion(self, ann: WorksheetClient, ride: Sheet) -> None:
        first, second = (
            list(ann.suggestion(ride.id, "risks", SuggestField(attempt=attempt)))[-1]
            for attempt in (0, 1)
        )
        assert isinstance(first, Suggested)
        assert isinstance(second, Suggested)
        assert first.suggestion.sentences != second.suggestion.sentences

    def test_an_unknown_field_is_refused_before_the_stream(
        self, ann: WorksheetClient, ride: Sheet
    ) -> None:
        with pytest.raises(RequestRefused) as refused:
            list(ann.suggestion(ride.id, "nowhere", SuggestField()))
        assert refused.value.status == 404

    def test_a_first_draft_fills_every_field_that_is_empty(
        self, ann: WorksheetClient, ride: Sheet
    ) -> None:
        mine = saved_text(ann, ride.id, "私の書いた課題")
        *fields, last = ann.draft(ride.id)
        assert isinstance(last, SheetDrafted)
        assert {event.field_id for event in fields if isinstance(event, FieldDrafted)} == {
            *ann.get(ride.id).fields
        } - {"problem"}
        assert last.sheet.value("problem") == mine
        form = ann.form("awareness-worksheet")
        every = [field.id for section in form.sections for field in section.fields]
        assert not any(last.sheet.value(field_id).is_empty for field_id in every)

    def test_a_field_that_was_emptied_is_drafted_again(
        self, ann: WorksheetClient, ride: Sheet
    ) -> None:
        saved_text(ann, ride.id, "消すつもりの文")
        saved_text(ann, ride.id, "", revision=1)
        *_, last = ann.draft(ride.id)
        assert isinstance(last, SheetDrafted)
        assert not last.sheet.value("problem").is_empty
        kinds = [edit.kind for edit in ann.history(ride.id).edits("problem").edits]
        assert kinds == [EditKind.EDITED, EditKind.EDITED, EditKind.DRAFTED]

    def test_checks_name_the_field_and_cite(self, ann: WorksheetClient, ride: Sheet) -> None:
        review = ann.checks(ride.id)
        assert review.completeness.percent == 0
        cited = {citation.entry_id for citation in review.citations}
        assert {finding.entry_id for finding in review.findings} <= cited
        assert review.open_items
        *_, last = ann.draft(ride.id)
        assert isinstance(last, SheetDrafted)
        assert 0 < ann.checks(ride.id).completeness.percent <= 100

    def test_a_level_check_says_what_to_read_next(
        self, ann: WorksheetClient, shared: Workspace
    ) -> None:
        made = ann.create(CreateSheet(workspace_id=shared.id, form_id="level-municipality"))
        assert ann.checks(made.id).result is None
        form = ann.form("level-municipality")
        for section in form.sections:
            for field in section.fields:
                if field.kind == "choice":
                    value = FieldValue(choices=(field.options[0].id,))
                    ann.save_field(made.id, field.id, SaveField(value=value, revision=0))
        result = ann.checks(made.id).result
        assert result is not None
        assert result.read_next


@dataclass(frozen=True)
class DrafterThatBreaksOff(Drafter):
    """Writes one line; then the database is away."""

    def stream(
        self, sheet: Sheet, field_id: str, *, attempt: int = 0, rejected: Sequence[str] = ()
    ) -> Iterator[Line | Suggestion]:
        yield own_words("はじめの一行")
        raise StorageFailed


def test_a_stream_that_breaks_off_ends_with_what_failed(worksheets: Worksheets) -> None:
    tools = worksheets.tools
    broken = DrafterThatBreaksOff(tools.library, tools.drafter.retriever)
    breaking = replace(worksheets, tools=replace(tools, drafter=broken))
    with served(worksheet_app(breaking)) as url, WorksheetClient.at(url) as client:
        workspace = client.workspaces.create(CreateWorkspace(name="送迎", person=SATO))
        made = client.create(CreateSheet(workspace_id=workspace.id, form_id="small"))
        first, last = client.suggestion(made.id, "problem", SuggestField())
    assert isinstance(first, SuggestedLine)
    assert isinstance(last, Failed)
    assert last.problem == StorageFailed.ja


class TestFiles:
    @pytest.mark.parametrize("kind", list(ExportKind), ids=lambda kind: kind.value)
    def test_every_kind_downloads_under_its_japanese_name(
        self, ann: WorksheetClient, filled: Sheet, kind: ExportKind
    ) -> None:
        file = ann.export(filled.id, kind)
        assert file.name.startswith("中央市の送迎")
        assert len(file.content) > 500
        assert "/" in file.media_type

    def test_an_exported_sheet_comes_back_as_it_was(
        self, ann: WorksheetClient, shared: Workspace, filled: Sheet
    ) -> None:
        file = ann.export(filled.id, ExportKind.JSON)
        again = ann.import_json(shared.id, file.content)
        assert (again.fields, again.inputs) == (filled.fields, filled.inputs)

    @pytest.mark.parametrize(
        "content",
        [
            pytest.param(b"{broken", id="broken-json"),
            pytest.param(b"\xff\xfe\x00", id="no-text-at-all"),
            pytest.param(
                json.dumps(json.loads(sheet().to_json()) | {"form_version": 9}).encode(),
                id="a-newer-form",
            ),
        ],
    )
    def test_what_cannot_be_imported_is_refused_in_plain_words(
        self, ann: WorksheetClient, shared: Workspace, content: bytes
    ) -> None:
        with pytest.raises(RequestRefused) as refused:
            ann.import_json(shared.id, content)
        assert refused.value.status in (409, 422)
        assert "シート" in refused.value.ja
        assert ann.list(shared.id).worksheets == ()


def test_a_service_that_is_away_is_named_as_such() -> None:
    with pytest.raises(ServiceUnavailable), WorksheetClient.at("http://127.0.0.1:1") as client:
        client.forms()


def test_twenty_people_at_once_lose_nothing_and_see_no_failure(
    ann: WorksheetClient, ben: WorksheetClient, shared: Workspace, filled: Sheet
) -> None:
    def write(number: int) -> None:
        client, own = (ann, ben)[number % 2], number >= 5
        target = ann.create(CreateSheet(workspace_id=shared.id, form_id="small")) if own else filled
        value = FieldValue()
        for line in range(5):
            value = add_line(client, target.id, value, f"{number}人目の{line}行目")

    with ThreadPoolExecutor(20) as people:
        list(people.map(write, range(20)))
    lines = set(ann.get(filled.id).value("problem").text.splitlines())
    assert lines == {f"{number}人目の{line}行目" for number in range(5) for line in range(5)}


def add_line(client: WorksheetClient, sheet_id: str, value: FieldValue, line: str) -> FieldValue:
    """Save the field with one more line, on top of whatever others have saved."""
    while True:
        lines = [*value.text.splitlines(), line]
        request = SaveField(value=written(*lines), revision=value.revision)
        answer = client.save_field(sheet_id, "problem", request)
        if isinstance(answer, FieldSaved):
            return answer.value
        value = answer.theirs


def test_saving_is_fast(ann: WorksheetClient, filled: Sheet) -> None:
    seconds = []
    for revision in range(40):
        started = time.perf_counter()
        saved_text(ann, filled.id, f"{revision}回目の文", revision)
        seconds.append(time.perf_counter() - started)
    # The bar is 50 ms at the 95th percentile, measured by `python -m evals bench-editing`; here
    # other work may hold up single saves, so half of them must keep to twice that.
    assert sorted(seconds)[20] < 0.1
