"""How a recipe's search fared, as kept and shown."""

from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from evals.bootstrap import Estimate
from evals.errors import RunUnreadable

PEERS_FILE = "peers.json"


class PeerResult(BaseModel):
    """One recipe on one task."""

    model_config = ConfigDict(frozen=True)

    recipe: str
    task: str
    """The question set, or JSQuAD."""
    in_5: dict[str, Estimate]
    """By language and `all`: questions whose facts are all in the first five passages."""
    in_4000: dict[str, Estimate]
    """The same for the passages' first 4,000 characters; empty where that is not measured."""
    mrr: Estimate | None
    p50_milliseconds: float
    measured_on: str = ""
    """The day, as 2026-11-21; empty in older files."""
    problem: str = ""
    """Why there are no figures, if so."""


_RESULTS: TypeAdapter[tuple[PeerResult, ...]] = TypeAdapter(tuple[PeerResult, ...])


def write_results(results: Sequence[PeerResult], folder: Path) -> Path:
    """Keep results in place of earlier ones of the same recipe and task; returns the file.

    Raises:
        RunUnreadable: the earlier ones are damaged.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / PEERS_FILE
    kept = {(one.task, one.recipe): one for one in (*read_results(folder), *results)}
    file.write_bytes(_RESULTS.dump_json(tuple(kept.values()), indent=1))
    return file


def read_results(folder: Path) -> tuple[PeerResult, ...]:
    """Kept results; none when there is no file. Raises RunUnreadable."""
    file = folder / PEERS_FILE
    if not file.exists():
        return ()
    try:
        return _RESULTS.validate_json(file.read_bytes())
    except ValidationError as error:
        raise RunUnreadable(file, str(error)) from error
