"""What an evaluator can lose, each by its own name."""

from pathlib import Path


class EvaluationError(Exception):
    """Something that the evaluator asked for could not be done."""


class DatasetMissing(EvaluationError):
    """There is no question set of that name."""


class DatasetBroken(EvaluationError):
    """No case of a question set can be used."""


class RunMissing(EvaluationError):
    """There is no run of that name."""


class RunUnreadable(EvaluationError):
    """A run's folder is damaged; the message names the file and the line."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")


class RunDiffers(EvaluationError):
    """A run cannot be resumed: it was begun with other settings or questions."""


class BaselineMissing(EvaluationError):
    """There is no baseline to hold a run against."""


class ServiceNotStarted(EvaluationError):
    """The assistant's service could not be started for a run."""


class BackendFailed(EvaluationError):
    """One question got no answer; the run goes on."""


class JudgeFailed(EvaluationError):
    """The judge model timed out or gave nothing usable."""


class GradeRefused(EvaluationError):
    """A grade does not fit the rubric, the task or the grader."""


class PeerUnavailable(EvaluationError):
    """A peer's library is not installed, or it could not be built."""
