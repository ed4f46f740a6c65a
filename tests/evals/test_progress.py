"""How far a command is, told where nobody sees a bar."""

import pytest

from evals.progress import with_progress


def test_every_tenth_is_told_once_and_the_work_stays_the_same(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert list(with_progress(range(40), "Asking", total=40)) == list(range(40))
    told = capsys.readouterr()
    assert told.err.splitlines() == [f"Asking: {done} of 40" for done in range(4, 41, 4)]
    assert not told.out


def test_no_work_is_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(with_progress((), "Asking", total=0)) == []
    assert not capsys.readouterr().err
