"""Worksheets as their users feel them: suggestions, saving, and many people editing at once."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from pydantic import BaseModel, ConfigDict

from assistant.contract import LanguageCode
from assistant.form_contract import FieldInfo, FormInfo
from assistant.worksheet_client import WorksheetClient
from assistant.worksheet_contract import (
    CreateSheet,
    CreateWorkspace,
    FieldSaved,
    JoinWorkspace,
    Person,
    SaveField,
    SuggestField,
)
from assistant.worksheets.inputs import Inputs, Place
from assistant.worksheets.model import Side
from evals.bench.editors import Editor, edit_together, lost_lines
from evals.bench.figures import Latency
from evals.bench.serving import serving

_FORM = "awareness-worksheet"
_ALONE, _TOGETHER = 20, 5
"""People with a sheet of their own, and people on one sheet."""
_SAVES = 200
_WRITTEN = ("text", "kpi")

Say = Callable[[str], None]


class EditingFigures(BaseModel):
    """Times over HTTP, in a service of its own without a language model."""

    model_config = ConfigDict(frozen=True)

    service: str
    """The kind of database, or the address of a running service."""
    suggestions: Latency
    """A whole suggestion; each kind of service, both languages, every field that is written."""
    saving: Latency
    """One person saving a field, nobody else about."""
    saving_together: Latency
    """The same while everybody edits."""
    people: int
    seconds: float
    conflicts: int
    """Saves that came second, were given both texts, and were made again."""
    lost: int
    """Lines that were saved and are gone: must be 0."""
    failures: int
    """Server errors and broken connections: must be 0."""


@dataclass(frozen=True, kw_only=True)
class Service:
    """Where the measured service is, or what one is started with."""

    url: str | None = None
    """Of a running service; None starts one."""
    home: Path
    """Where the index and the unpacked model lie."""
    database: str
    """SQLAlchemy address of an empty database, for a service that is started."""

    @property
    def told(self) -> str:
        """What stands over the figures."""
        return self.url or self.database.partition(":")[0]

    @contextmanager
    def running(self) -> Iterator[str]:
        """Yields the address; raises ServiceNotStarted."""
        if self.url is not None:
            yield self.url
            return
        overrides = {
            "SANPUKU_HOME": str(self.home),
            "SANPUKU_MODEL": "",
            "SANPUKU_DATABASE_URL": self.database,
        }
        with serving(overrides) as service:
            yield service.url


def measure_editing(service: Service, say: Say, *, seconds: float = 60.0) -> EditingFigures:
    """Suggestions, then saving, then everybody at once.

    Raises:
        ServiceNotStarted, AssistantError: the service failed before people began to edit.
    """
    with service.running() as url, WorksheetClient.at(url, visitor="editor-0") as client:
        workspace = client.workspaces.create(CreateWorkspace(name="bench", person=_person(0)))
        say("Suggestions")
        suggestions = Latency.of(list(_suggestions(client, workspace.id)))
        say("Saving")
        saving = Latency.of(list(_saves(client, workspace.id)))
        say(f"{_ALONE + _TOGETHER} people editing for {seconds:.0f} s")
        editors = _editors(client, workspace.id, workspace.key)
        edited = edit_together(editors, seconds)
        lost = lost_lines(editors, edited)
    return EditingFigures(
        service=service.told,
        suggestions=suggestions,
        saving=saving,
        saving_together=Latency.of([each for done in edited for each in done.saves]),
        people=len(editors),
        seconds=seconds,
        conflicts=sum(done.conflicts for done in edited),
        lost=len(lost),
        failures=sum(len(done.failures) for done in edited),
    )


def _suggestions(client: WorksheetClient, workspace_id: str) -> Iterator[float]:
    """Each form with each kind of service, in both languages."""
    kinds = [kind.id for kind in client.service_types().service_types]
    place = Place(municipality="みどり市", districts=("東地区",), population_density=312)
    for summary in client.forms().forms:
        form = client.form(summary.id)
        for number, kind in enumerate(kinds):
            language: LanguageCode = "en" if number % 2 else "ja"
            request = CreateSheet(
                workspace_id=workspace_id,
                form_id=form.id,
                language=language,
                inputs=Inputs(service_types=(kind,), place=place),
            )
            sheet = client.create(request)
            for box in _written_fields(form):
                began = perf_counter()
                for _ in client.suggestion(sheet.id, box.id, SuggestField()):
                    pass
                yield (perf_counter() - began) * 1000


def _saves(client: WorksheetClient, workspace_id: str) -> Iterator[float]:
    sheet = client.create(CreateSheet(workspace_id=workspace_id, form_id=_FORM))
    fields = _text_fields(client.form(_FORM))
    revisions = dict.fromkeys(fields, 0)
    for number in range(_SAVES):
        box = fields[number % len(fields)]
        text = "\n".join(f"{number}回目の{line}行目の文です。" for line in range(5))
        began = perf_counter()
        saved = client.save_field(sheet.id, box, SaveField(revision=revisions[box], text=text))
        yield (perf_counter() - began) * 1000
        if isinstance(saved, FieldSaved):
            revisions[box] = saved.value.revision


def _editors(client: WorksheetClient, workspace_id: str, key: str) -> list[Editor]:
    """Everybody has joined by the link; the last ones share one sheet."""
    fields = _text_fields(client.form(_FORM))
    request = CreateSheet(workspace_id=workspace_id, form_id=_FORM)
    shared = client.create(request).id
    editors = []
    for number in range(_ALONE + _TOGETHER):
        own = client.in_hands_of(f"editor-{number}", "ja")
        own.workspaces.join(JoinWorkspace(key=key, person=_person(number)))
        sheet_id = own.create(request).id if number < _ALONE else shared
        editors.append(Editor(f"{number}人目", own, sheet_id, fields))
    return editors


def _person(number: int) -> Person:
    side = Side.COMPANY if number % 2 else Side.WELFARE
    return Person(name=f"{number}人目", side=side)


def _written_fields(form: FormInfo) -> Sequence[FieldInfo]:
    every = (box for section in form.sections for box in section.fields)
    return [box for box in every if box.kind in _WRITTEN]


def _text_fields(form: FormInfo) -> list[str]:
    return [box.id for box in _written_fields(form) if box.kind == "text"]
