"""The folder of a run: manifest, answers, scores, verdicts. Lines are appended as they come."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from evals.errors import RunDiffers, RunMissing, RunUnreadable
from evals.records import AnswerRecord, Asked, Manifest, ScoreRecord
from evals.summary import RunSummary

_MANIFEST, _ANSWERS, _SCORES = "manifest.json", "answers.jsonl", "scores.jsonl"
_ENTRIES, _SUMMARY, _COMPLETE = "entries.json", "summary.json", "complete"

Line = TypeVar("Line", bound=BaseModel)


@dataclass(frozen=True)
class Run:
    """One run on disk."""

    folder: Path
    manifest: Manifest

    @property
    def name(self) -> str:
        return self.folder.name

    def answers(self) -> list[AnswerRecord]:
        """Answers so far; of a question asked again, the later one. Raises RunUnreadable."""
        lines = _read_lines(self.folder / _ANSWERS, AnswerRecord)
        return list({record.key: record for record in lines}.values())

    def count_answers(self) -> int:
        """Questions asked so far. Raises RunUnreadable."""
        return len({record.key for record in _read_lines(self.folder / _ANSWERS, Asked)})

    def scores(self) -> list[ScoreRecord]:
        """Scores, when the run has been scored. Raises RunUnreadable."""
        return list(_read_lines(self.folder / _SCORES, ScoreRecord))

    def write_scores(self, scores: Iterable[ScoreRecord]) -> None:
        """Replace all scores at once."""
        lines = "".join(f"{score.model_dump_json()}\n" for score in scores)
        write_whole(self.folder / _SCORES, lines)

    @property
    def is_complete(self) -> bool:
        """True when everything was asked and scored."""
        if not (self.folder / _SUMMARY).exists():
            return False
        # Runs of earlier versions were scored only when all had been asked, and have no mark.
        return (self.folder / _COMPLETE).exists() or not self.manifest.to_ask

    def mark_complete(self) -> None:
        """Everything was asked and scored."""
        (self.folder / _COMPLETE).touch()

    def summary(self) -> RunSummary | None:
        """The figures, when the run has been scored. Raises RunUnreadable."""
        path = self.folder / _SUMMARY
        try:
            return RunSummary.model_validate_json(path.read_bytes()) if path.exists() else None
        except ValidationError as error:
            raise RunUnreadable(path, str(error)) from error

    def write_summary(self, summary: RunSummary) -> None:
        """Replace the figures."""
        write_whole(self.folder / _SUMMARY, summary.model_dump_json(indent=1))

    def forget_figures(self) -> None:
        """More is going to be asked: the figures so far do not count."""
        for name in (_COMPLETE, _SUMMARY):
            (self.folder / name).unlink(missing_ok=True)

    def entry_texts(self) -> dict[str, str]:
        """By entry id, all its text as it was when the run was made."""
        path = self.folder / _ENTRIES
        texts: dict[str, str] = (
            json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        )
        return texts

    def write_entry_texts(self, texts: dict[str, str]) -> None:
        write_whole(self.folder / _ENTRIES, json.dumps(texts, ensure_ascii=False))


class AnswerFile:
    """Takes answers as they come, from any thread; each is on disk before the next is asked for."""

    def __init__(self, run: Run) -> None:
        self._path = run.folder / _ANSWERS
        self._lock = Lock()
        _drop_torn_line(self._path)

    def append(self, records: Iterable[AnswerRecord]) -> None:
        """Add the records of one case together."""
        lines = "".join(f"{record.model_dump_json()}\n" for record in records)
        with self._lock, self._path.open("a", encoding="utf-8") as file:
            file.write(lines)


def begin_run(runs: Path, manifest: Manifest, *, resume: bool = False) -> Run:
    """Make a run's folder, or take up the one of that name.

    Raises:
        RunDiffers: there is one already and it is not to be, or cannot be, resumed.
    """
    folder = runs / manifest.name
    if (folder / _MANIFEST).exists():
        begun = open_run(runs, manifest.name)
        if not resume:
            raise RunDiffers(f"A run {manifest.name} exists; resume it or choose another name")
        if not begun.manifest.same_work(manifest):
            raise RunDiffers(f"The run {manifest.name} was begun with other settings or questions")
        return begun
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / _MANIFEST, manifest.model_dump_json(indent=2))
    return Run(folder, manifest)


def open_run(runs: Path, name: str) -> Run:
    """A run by its name, the newest by `latest`, or by its folder.

    Raises:
        RunMissing: there is none.
        RunUnreadable: its manifest is damaged.
    """
    folder = Path(name) if (Path(name) / _MANIFEST).exists() else runs / name
    if name == "latest":
        if not (names := run_names(runs)):
            raise RunMissing(f"There is no run in {runs}")
        folder = runs / names[0]
    path = folder / _MANIFEST
    try:
        return Run(folder, Manifest.model_validate_json(path.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise RunMissing(f"There is no run {name} in {runs}") from error
    except (ValidationError, OSError) as error:
        raise RunUnreadable(path, str(error)) from error


def run_names(runs: Path) -> list[str]:
    """Names of all runs, newest first."""
    folders = [path.parent for path in runs.glob(f"*/{_MANIFEST}")]
    return sorted((folder.name for folder in folders), reverse=True)


def finished_runs(runs: Path, *, like: Run) -> list[Run]:
    """Finished runs of the same engine over the same entries and documents, newest first."""

    def of(run: Run) -> tuple[str, ...]:
        return run.manifest.engine, run.manifest.corpus

    opened = (_opened_or_none(runs, name) for name in run_names(runs))
    return [run for run in opened if run and run.is_complete and of(run) == of(like)]


def _opened_or_none(runs: Path, name: str) -> Run | None:
    try:
        return open_run(runs, name)
    except RunUnreadable:
        return None


def new_run_name(engine: str, chosen_set: str, *, now: datetime | None = None) -> str:
    """A name that sorts by time and tells what was run."""
    moment = (now or datetime.now(UTC)).strftime("%Y%m%d-%H%M%S")
    tidy = "".join(letter if letter.isalnum() else "-" for letter in engine)
    return f"{moment}-{tidy}-{chosen_set}"


def _read_lines(path: Path, kind: type[Line]) -> Iterator[Line]:
    if not path.exists():
        return
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        try:
            yield kind.model_validate_json(line)
        except ValidationError as error:
            if number == len(lines):
                return  # Torn by a crash while it was written; that case is asked again.
            raise RunUnreadable(path, f"line {number}: {error}") from error


def _drop_torn_line(path: Path) -> None:
    if path.exists() and (content := path.read_bytes()) and not content.endswith(b"\n"):
        path.write_bytes(content[: content.rfind(b"\n") + 1])


def write_whole(path: Path, content: str) -> None:
    """Replace the file at once: whoever reads it meanwhile sees the old or the new one."""
    building = path.with_suffix(path.suffix + ".new")
    building.write_text(content, encoding="utf-8")
    building.replace(path)
