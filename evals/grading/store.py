"""Tasks and grades in a database. The only module here that knows SQLAlchemy."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    ForeignKey,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    func,
    insert,
    select,
)
from sqlalchemy.exc import IntegrityError

from evals.errors import GradeRefused
from evals.grading.rubric import GRADERS_PER_TASK
from evals.grading.tasks import Grade, NewTask, Task

_schema = MetaData()
_tasks = Table(
    "grading_tasks",
    _schema,
    Column("id", String(16), primary_key=True),
    Column("added_at", String(32), nullable=False),
    Column("content", Text, nullable=False),
)
_grades = Table(
    "grades",
    _schema,
    Column("task", ForeignKey("grading_tasks.id"), primary_key=True),
    Column("grader", String(60), primary_key=True),
    Column("given_at", String(32), nullable=False),
    Column("content", Text, nullable=False),
)


class GradeStore:
    """Grading tasks and the grades they got; each task goes to two graders."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        _schema.create_all(engine)

    @classmethod
    def at(cls, file: Path) -> "GradeStore":
        """The store in this SQLite file, made when missing."""
        file.parent.mkdir(parents=True, exist_ok=True)
        return cls(create_engine(f"sqlite:///{file}"))

    def add(self, tasks: Sequence[NewTask]) -> int:
        """Add tasks; those already there are left as they are. Returns how many are new."""
        with self._engine.begin() as connection:
            known = set(connection.scalars(select(_tasks.c.id)))
            fresh = {new.task.id: new for new in tasks if new.task.id not in known}
            for new in fresh.values():
                row = {"id": new.task.id, "added_at": _now(), "content": new.model_dump_json()}
                connection.execute(insert(_tasks).values(row))
        return len(fresh)

    def waiting_for(self, grader: str) -> list[Task]:
        """Tasks that this grader can grade: those that wait for their second grade first."""
        mine = select(_grades.c.task).where(_grades.c.grader == grader)
        count = func.count(_grades.c.grader)
        waiting = (
            select(_tasks.c.content)
            .outerjoin(_grades)
            .where(_tasks.c.id.not_in(mine))
            .group_by(_tasks.c.id)
            .having(count < GRADERS_PER_TASK)
            .order_by(count.desc(), _tasks.c.added_at, _tasks.c.id)
        )
        with self._engine.connect() as connection:
            contents = connection.scalars(waiting).all()
        return [NewTask.model_validate_json(content).task for content in contents]

    def save(self, grade: Grade) -> None:
        """Keep a grade.

        Raises:
            GradeRefused: the task is unknown, graded by this grader, or graded by two already.
        """
        self.save_all([grade])

    def save_all(self, grades: Sequence[Grade]) -> None:
        """Keep all of these grades or, when one is refused, none.

        Raises:
            GradeRefused: see save.
        """
        with self._engine.begin() as connection:
            for grade in grades:
                _check(connection, grade)
                row = {"task": grade.task, "grader": grade.grader, "given_at": _now()}
                row["content"] = grade.model_dump_json()
                try:
                    connection.execute(insert(_grades).values(row))
                except IntegrityError as error:
                    raise GradeRefused(
                        f"{grade.grader}さんは、この回答をすでに採点しています。",
                        f"{grade.grader} has graded this task already",
                    ) from error

    def unfinished(self) -> set[str]:
        """Ids of the tasks that lack a grade."""
        count = func.count(_grades.c.grader)
        lacking = select(_tasks.c.id).outerjoin(_grades).group_by(_tasks.c.id)
        with self._engine.connect() as connection:
            return set(connection.scalars(lacking.having(count < GRADERS_PER_TASK)))

    def tasks(self) -> list[NewTask]:
        """All tasks with their origins, oldest first."""
        found = select(_tasks.c.content).order_by(_tasks.c.added_at, _tasks.c.id)
        with self._engine.connect() as connection:
            return [NewTask.model_validate_json(content) for content in connection.scalars(found)]

    def grades(self) -> list[Grade]:
        """All grades, oldest first."""
        found = select(_grades.c.content).order_by(_grades.c.given_at, _grades.c.grader)
        with self._engine.connect() as connection:
            return [Grade.model_validate_json(content) for content in connection.scalars(found)]


def _check(connection: Connection, grade: Grade) -> None:
    content = connection.scalar(select(_tasks.c.content).where(_tasks.c.id == grade.task))
    if content is None:
        raise GradeRefused(
            f"採点する回答（{grade.task}）が見つかりません。", f"There is no task {grade.task}"
        )
    if (NewTask.model_validate_json(content).right is None) != (grade.right is None):
        raise GradeRefused(
            "採点した回答の数が、課題と合いません。",
            "The grade and the task differ in the number of answers",
        )
    graders = set(connection.scalars(select(_grades.c.grader).where(_grades.c.task == grade.task)))
    if len(graders - {grade.grader}) >= GRADERS_PER_TASK:
        raise GradeRefused(
            "この回答は、すでに二人が採点しています。",
            "This task has been graded twice already",
        )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
