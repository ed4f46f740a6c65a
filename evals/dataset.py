"""Question sets: YAML files of cases. A broken case is reported by file, case and field."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from evals.cases import Case, Item, Split, items_of
from evals.errors import DatasetBroken, DatasetMissing

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The same as in Python, ten times as fast, where PyYAML was built with it."""
BUNDLED_DATASETS = Path(__file__).parent / "datasets"


@dataclass(frozen=True, slots=True)
class Defect:
    """Something wrong in a question set, at a place that an author can find."""

    file: str
    case: str
    field: str
    reason: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.case, self.field, self.reason) if part)


@dataclass(frozen=True, slots=True)
class Dataset:
    """The usable cases, and what was wrong with the others."""

    cases: tuple[Case, ...]
    defects: tuple[Defect, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Every question, conversations turn by turn."""
        return tuple(item for case in self.cases for item in items_of(case))

    @property
    def digest(self) -> str:
        """Changes whenever a case does, whatever the file's layout."""
        whole = "\n".join(case.model_dump_json() for case in self.cases)
        return sha256(whole.encode()).hexdigest()[:16]


def load_dataset(
    paths: Sequence[Path] = (), *, split: Split | None = None, directory: Path = BUNDLED_DATASETS
) -> Dataset:
    """Read cases in order of file name and place in the file.

    Args:
        paths: question set files; empty means all of `directory`.
        split: only this part.

    Raises:
        DatasetMissing: a path does not exist, or the directory has no question set.
        DatasetBroken: not one case can be used.
    """
    files = list(paths) or sorted(directory.glob("*.yaml"))
    if missing := [str(path) for path in files if not path.is_file()]:
        raise DatasetMissing(f"No question set at {', '.join(missing)}")
    if not files:
        raise DatasetMissing(f"No question set in {directory}")
    cases: dict[str, Case] = {}
    defects: list[Defect] = []
    for file in files:
        for case in _cases_in(file, defects):
            if case.name in cases:
                defects.append(Defect(file.name, case.name, "name", "this name is taken already"))
                continue
            cases[case.name] = case
    if not cases:
        raise DatasetBroken("\n".join(str(defect) for defect in defects) or "no cases")
    chosen = tuple(case for case in cases.values() if split in (None, case.split))
    return Dataset(chosen, tuple(defects))


def _cases_in(file: Path, defects: list[Defect]) -> Iterator[Case]:
    try:
        content = yaml.load(file.read_text(encoding="utf-8"), _LOADER)
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        defects.append(Defect(file.name, "", "", f"cannot be read: {error}"))
        return
    if not isinstance(content, list):
        defects.append(Defect(file.name, "", "", "is not a list of cases"))
        return
    for position, data in enumerate(content, start=1):
        try:
            yield Case.model_validate(data)
        except ValidationError as error:
            defects += _defects_of(error, file.name, _name(data, position))


def _name(data: Any, position: int) -> str:
    name = data.get("name") if isinstance(data, dict) else None
    return str(name) if name else f"case {position}"


def _defects_of(error: ValidationError, file: str, case: str) -> Iterator[Defect]:
    for problem in error.errors(include_url=False, include_context=False):
        field = ".".join(str(part) for part in problem["loc"])
        yield Defect(file, case, field, problem["msg"])
