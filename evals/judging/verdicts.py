"""What a judge model may say, and nothing else counts."""

import json
import re
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evals.errors import JudgeFailed

_FENCED = re.compile(r"```(?:json)?\s*(.*?)```", re.DOTALL)
_THOUGHT = re.compile(r"<think>.*?</think>", re.DOTALL)


class _Verdict(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)


class Claim(_Verdict):
    """One thing that the answer says."""

    claim: str
    supported: bool


class Faithfulness(_Verdict):
    claims: list[Claim] = Field(min_length=1)


class Relevancy(_Verdict):
    score: int = Field(ge=0, le=4)


class Correctness(_Verdict):
    stated: list[bool]


Verdict = TypeVar("Verdict", bound=_Verdict)


def read_verdict(said: str, kind: type[Verdict]) -> Verdict:
    """The verdict in a judge's words; a code fence and thoughts around it are overlooked.

    Raises:
        JudgeFailed: there is no JSON of the right form in it.
    """
    said = _THOUGHT.sub("", said)
    fenced = _FENCED.search(said)
    body = fenced[1] if fenced else said
    start, end = body.find("{"), body.rfind("}")
    try:
        return kind.model_validate(json.loads(body[start : end + 1]))
    except (ValueError, ValidationError) as error:
        raise JudgeFailed(f"The judge gave nothing usable: {said.strip()[:200]!r}") from error
