"""The sheet that the visitor works on, as it is on the screen: nothing typed is lost here."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from secrets import token_hex

from assistant.errors import AssistantError
from assistant.worksheet_contract import FieldConflictProblem
from assistant.worksheets.model import FieldValue, Kpi
from assistant.worksheets.suggestion import Suggestion
from ui import state
from ui.chat_on_screen import Chat

PART_KEY = "sheet_part"
"""Which part of a sheet is shown."""
WRITE, MEETING, VERSIONS, EXPORT, SETTINGS = "write", "meeting", "versions", "export", "settings"


@dataclass(frozen=True, slots=True)
class KpiRow:
    """One indicator as typed."""

    name: str = ""
    target: str = ""
    method: str = ""
    frequency: str = ""

    @classmethod
    def of(cls, kpi: Kpi) -> "KpiRow":
        return cls(kpi.name, kpi.target, kpi.method, kpi.frequency)

    @property
    def is_empty(self) -> bool:
        return not any((self.name, self.target, self.method, self.frequency))


@dataclass
class Box:
    """One field on the screen."""

    revision: int = 0
    """Of the value that the visitor's text started from."""
    text: str = ""
    rows: list[KpiRow] = field(default_factory=list)
    choices: tuple[str, ...] = ()
    drawn: str = ""
    """Another name each time the box shall show something else than what was typed last."""
    problem: AssistantError | None = None
    """Why what is in the box has not been saved."""
    conflict: FieldConflictProblem | None = None
    notices: tuple[str, ...] = ()
    drawer: str | None = None
    """What is open beside the field."""
    suggestion: Suggestion | None = None
    attempt: int = 0
    """Counts the suggestions that were asked for."""
    rejected: tuple[str, ...] = ()
    talk: Chat = field(default_factory=Chat)
    """What has been asked about the field."""
    comments_left: int = 0
    """Counts the comments that the visitor has left here."""

    @property
    def is_unsaved(self) -> bool:
        return self.problem is not None or self.conflict is not None

    def show(self, value: FieldValue) -> None:
        """Put another value into the box, in place of what was typed."""
        self.revision = value.revision
        self.text = value.text
        self.rows = [KpiRow.of(kpi) for kpi in value.kpis]
        self.choices = value.choices
        self.redraw()
        self.problem = self.conflict = None

    def redraw(self) -> None:
        """Have the box show what it holds here, not what was typed last."""
        self.drawn = token_hex(4)


@dataclass
class Desk:
    """One sheet with its fields."""

    sheet_id: str
    section: str | None = None
    """The open section; none yet is the first."""
    boxes: dict[str, Box] = field(default_factory=dict)
    put_away: dict[str, Box] = field(default_factory=dict)
    """Boxes of sections that were left: a browser may still tell of what was typed there."""
    seen: int = 0
    """The sheet's revision that is on the screen."""
    is_drafting: bool = False
    """A first draft is asked for and not yet made."""
    drafted: dict[str, int] = field(default_factory=dict)
    """Revisions of the fields that the last draft filled: what can be undone."""
    target: str | None = None
    """The field to be moved to when the page is drawn."""
    problem: AssistantError | None = None
    """Why something about the whole sheet could not be done."""
    done: str = ""
    """What has just been done."""
    versions_kept: int = 0
    """Counts the versions that the visitor has kept by name."""

    @property
    def checks_key(self) -> str:
        """Whether the checks of the whole sheet are unfolded."""
        return f"checks-{self.sheet_id}"

    def box(self, field_id: str, value: FieldValue) -> Box:
        """The field's box; filled from its value when it is first shown."""
        if field_id not in self.boxes:
            box = Box()
            box.show(value)
            self.boxes[field_id] = box
        return self.boxes[field_id]

    def known_box(self, field_id: str) -> Box:
        """The box of a field that has been shown, put away or not."""
        if field_id not in self.boxes:
            self.boxes[field_id] = self.put_away.pop(field_id)
        return self.boxes[field_id]

    def open_section(self, section: str) -> None:
        self.section, self.done = section, ""
        state.preset({self.checks_key: False})
        self._fold_saved()

    def go_to(self, section: str, field_id: str) -> None:
        """Show this field next."""
        state.preset({PART_KEY: WRITE})
        self.open_section(section)
        self.target = field_id

    def forget(self, field_ids: Sequence[str] | None = None) -> None:
        """Take fields anew from the sheet, but none that holds unsaved text."""
        wanted = self.boxes if field_ids is None else field_ids
        for field_id in [each for each in wanted if each in self.boxes]:
            if not self.boxes[field_id].is_unsaved:
                self.put_away[field_id] = self.boxes.pop(field_id)

    def _fold_saved(self) -> None:
        self.forget([each for each, box in self.boxes.items() if box.drawer is None])


def desk(sheet_id: str) -> Desk:
    """The visitor's desk for this sheet."""
    return state.kept(f"desk-{sheet_id}", lambda: Desk(sheet_id))
