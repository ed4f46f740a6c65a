"""What an evaluator can lose, each by its own name."""

from pathlib import Path

from assistant.contract import LanguageCode


class EvaluationError(Exception):
    """Something that the evaluator asked for could not be done."""

    ja = "評価の処理ができませんでした。"
    en = "This part of the evaluation could not be done."

    def message(self, language: LanguageCode) -> str:
        """What was lost, for the evaluator; the detail follows in brackets."""
        sentence = self.ja if language == "ja" else self.en
        detail = str(self)
        if not detail:
            return sentence
        return f"{sentence}（{detail}）" if language == "ja" else f"{sentence} ({detail})"


class DatasetMissing(EvaluationError):
    """There is no question set of that name."""

    ja = "質問集が見つかりません。"
    en = "The question set was not found."


class DatasetBroken(EvaluationError):
    """No case of a question set can be used."""

    ja = "質問集に使える質問がありません。"
    en = "The question set has no usable question."


class RunMissing(EvaluationError):
    """There is no run of that name."""

    ja = "この評価は見つかりません。"
    en = "This run was not found."


class RunBusy(EvaluationError):
    """Another process is running this run."""

    ja = "この評価は、いま実行中です。"
    en = "This run is going on at the moment."


class RunUnreadable(EvaluationError):
    """A run's folder is damaged; the message names the file and the line."""

    ja = "この評価の記録は壊れていて、読み取れません。"
    en = "The record of this run is damaged and cannot be read."

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
    """A grade, a grading sheet or a new test case cannot be taken; the sentences say why."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__(en)
        self.ja, self.en = ja, en

    def message(self, language: LanguageCode) -> str:
        return self.ja if language == "ja" else self.en


class PeerUnavailable(EvaluationError):
    """A peer's library is not installed, or it could not be built."""
