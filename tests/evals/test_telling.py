"""What goes wrong in a command becomes a sentence, what nobody foresaw a trace."""

import pytest
import typer

from assistant.errors import AssistantError
from evals.errors import EvaluationError
from evals.telling import told
from knowledge.errors import ModelUnavailable


@pytest.mark.parametrize(
    "error",
    [
        EvaluationError("no such run"),
        AssistantError("the service is away"),
        ModelUnavailable("the model cannot be unpacked"),
        ValueError("a share lies between 0 and 1"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_is_a_sentence(error: Exception, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as ended, told():
        raise error
    assert ended.value.exit_code == 2
    assert str(error) in capsys.readouterr().err


def test_what_nobody_foresaw_is_not_hidden() -> None:
    with pytest.raises(KeyError), told():
        raise KeyError("a mistake of ours")
