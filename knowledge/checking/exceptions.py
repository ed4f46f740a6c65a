"""The short list of what the check lets pass, each with its reason: exceptions.yaml."""

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from knowledge.errors import SourcesUnreadable


class _Exception(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    reason: str = Field(min_length=1)


class LeftOutNumber(_Exception):
    """A number of a source that no entry needs to have."""

    source: str
    number: str = Field(coerce_numbers_to_str=True)


class LeftOutName(_Exception):
    """A name of a source that no entry needs to have."""

    source: str
    name: str


class AllowedFinding(_Exception):
    """A finding that was looked at and holds."""

    entry: str
    rule: str


class Exceptions(BaseModel):
    """All of them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    numbers: tuple[LeftOutNumber, ...] = ()
    names: tuple[LeftOutName, ...] = ()
    findings: tuple[AllowedFinding, ...] = ()

    def numbers_of(self, source: str) -> frozenset[str]:
        return frozenset(left.number for left in self.numbers if left.source == source)

    def names_of(self, source: str) -> frozenset[str]:
        return frozenset(left.name for left in self.names if left.source == source)


def load_exceptions(file: Path) -> Exceptions:
    """Read the list; raises SourcesUnreadable with the place and what is wrong."""
    try:
        raw = yaml.safe_load(file.read_text(encoding="utf-8-sig"))
        return Exceptions.model_validate(raw or {})
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SourcesUnreadable(f"{file.name} cannot be read: {error}") from error
    except ValidationError as error:
        problem = error.errors()[0]
        place = ".".join(str(part) for part in problem["loc"])
        raise SourcesUnreadable(f"{file.name}: {place}: {problem['msg']}") from error
