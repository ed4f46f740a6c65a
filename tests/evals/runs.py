"""Runs on disk to start a test from, made by asking the small assistant."""

from pathlib import Path

from evals.dataset import load_dataset
from evals.evaluating import score_run
from evals.records import Manifest
from evals.run_store import Run, begin_run
from evals.runner import Runner, jobs_of
from tests.evals.fake_assistant import NoteAssistant
from tests.evals.question_set import QUESTIONS


def questions_file(home: Path, content: str = QUESTIONS) -> Path:
    """The small question set, where a run will find it again."""
    file = home / "questions.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    return file


def finished_run(
    home: Path, name: str, *, day: int = 1, assistant: NoteAssistant | None = None
) -> Run:
    """A run of the whole small question set, scored."""
    run = begun_run(home, name, day=day)
    asked = assistant or NoteAssistant()
    cases = load_dataset([Path(file) for file in run.manifest.files]).cases
    for _ in Runner(asked).run(run, cases):
        pass
    run.write_entry_texts(asked.entry_texts)
    score_run(run, load_dataset([Path(file) for file in run.manifest.files]))
    run.mark_complete()
    return run


def begun_run(home: Path, name: str, *, day: int = 1) -> Run:
    """A run that has asked nothing yet."""
    file = questions_file(home)
    dataset = load_dataset([file])
    jobs = jobs_of(dataset.cases, repeats=1, variants=False)
    manifest = Manifest(
        name=name,
        started_at=f"2026-11-{day:02}T09:00:00+00:00",
        chosen_set="all",
        files=(str(file),),
        dataset=dataset.digest,
        engine="grounded",
        to_ask=sum(len(job.keys) for job in jobs),
    )
    return begin_run(home / "evals", manifest)


def part_of(run: Run, questions: int) -> None:
    """The run asks its first cases and breaks off."""
    cases = load_dataset([Path(file) for file in run.manifest.files]).cases
    for _ in Runner(NoteAssistant()).run(run, cases[:questions]):
        pass
