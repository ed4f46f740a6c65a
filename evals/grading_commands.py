"""`sanpuku eval grading …`: grading without the page, by Excel.

What a command needs is imported when it runs, as in evals.commands.
"""

from pathlib import Path
from typing import Annotated, Literal

import typer

from evals.settings import EvaluationSettings
from evals.telling import told

grading = typer.Typer(help="Grades by people.", no_args_is_help=True)


@grading.command()
def draw(
    first: Annotated[str, typer.Argument(help="A run.")],
    second: Annotated[str | None, typer.Argument(help="Another run, for blind pairs.")] = None,
    sample: Annotated[int, typer.Option(min=1, help="How many questions.")] = 30,
    seed: Annotated[int, typer.Option(help="The same seed draws the same questions.")] = 1,
) -> None:
    """Draw answers, or pairs of answers, to be graded."""
    from evals import console
    from evals.evaluating import dataset_of
    from evals.grading.blind import pair_tasks, single_tasks
    from evals.grading.store import GradeStore
    from evals.run_store import open_run

    settings = EvaluationSettings()
    with told():
        one = open_run(settings.runs, first)
        items = dataset_of(one).items
        if second:
            other = open_run(settings.runs, second)
            tasks = pair_tasks(one, other, items, sample=sample, seed=seed)
        else:
            tasks = single_tasks(one, items, sample=sample, seed=seed)
    console.say(f"{GradeStore.at(settings.grades).add(tasks)} new tasks")


@grading.command()
def sheet(
    path: Annotated[Path, typer.Argument(help="The Excel file to write.")],
    grader: Annotated[str, typer.Option(help="Who will fill it in.")],
    language: Annotated[Literal["ja", "en"], typer.Option(help="ja or en.")] = "ja",
) -> None:
    """Write the tasks that this grader has not graded yet to an Excel file."""
    from evals import console
    from evals.grading.exchange import write_sheet
    from evals.grading.store import GradeStore

    waiting = GradeStore.at(EvaluationSettings().grades).waiting_for(grader)
    write_sheet(waiting, path, language)
    console.say(f"{len(waiting)} tasks in {path}")


@grading.command("read")
def read_grades(
    path: Annotated[Path, typer.Argument(help="The filled Excel file.")],
    grader: Annotated[str, typer.Option(help="Who filled it in.")],
) -> None:
    """Take in the grades of a filled Excel file."""
    from evals import console
    from evals.grading.exchange import read_sheet
    from evals.grading.store import GradeStore

    store = GradeStore.at(EvaluationSettings().grades)
    with told():
        grades = read_sheet(path, grader)
        for grade in grades:
            store.save(grade)
    console.say(f"{len(grades)} grades")


@grading.command()
def agree() -> None:
    """Show how far graders agree, and what their grades come to."""
    from evals import console
    from evals.grading.agreement import agreement, mean_grades, preferences
    from evals.grading.store import GradeStore

    store = GradeStore.at(EvaluationSettings().grades)
    tasks, grades = store.tasks(), store.grades()
    console.show_agreement(
        agreement(grades), mean_grades(grades, tasks), preferences(grades, tasks)
    )
