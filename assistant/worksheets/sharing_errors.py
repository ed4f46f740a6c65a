"""What people who share sheets can lose, each by its own name."""

from assistant.errors import AssistantError
from assistant.worksheets.inputs import Inputs
from assistant.worksheets.model import FieldValue


class WorkspaceNotFound(AssistantError):
    """No such workspace, or one that this person has not joined."""

    ja = (
        "この作業場所は見つかりません。共有リンクが正しいか、作り直されていないか確認してください。"
    )
    en = "This workspace was not found. Check that the link is complete and has not been renewed."


class WorksheetNotFound(AssistantError):
    """No such sheet, or one in a workspace that this person has not joined."""

    ja = "このシートは見つかりません。ごみ箱にあるか、共有リンクからの参加が必要かもしれません。"
    en = "This sheet was not found. It may be in the trash, or you may need to join by its link."


class WorksheetLocked(AssistantError):
    """The sheet is finished: it takes no edits until somebody unlocks it."""

    ja = "このシートは確定済みです。編集するには、確定を解除するか写しを作ってください。"
    en = "This sheet is locked as finished. Unlock it, or copy it, to go on editing."


class FieldConflict(AssistantError):
    """Somebody else saved the field first; neither text is lost."""

    ja = "ほかの人が先にこの欄を保存しました。両方の文を見比べて、残す内容を保存し直してください。"
    en = "Somebody else saved this field first. Compare the two texts and save what should stay."

    def __init__(self, *, yours: FieldValue, theirs: FieldValue) -> None:
        """
        Args:
            yours: what could not be saved; it is kept in the field's history.
            theirs: what stands in the field now, with its revision.
        """
        super().__init__(f"revision {theirs.revision}")
        self.yours, self.theirs = yours, theirs


class InputsConflict(AssistantError):
    """Somebody else changed the project's description first."""

    ja = "ほかの人が先に事業の概要を保存しました。両方を見比べて、保存し直してください。"
    en = "Somebody else saved the project's description first. Compare the two and save again."

    def __init__(self, *, yours: Inputs, theirs: Inputs) -> None:
        super().__init__("inputs")
        self.yours, self.theirs = yours, theirs


class ValueUnfit(AssistantError):
    """The value does not fit its field: another kind, an unknown option, too long."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__(ja)
        self.ja, self.en = ja, en


class CommentNotFound(AssistantError):
    ja = "このコメントは見つかりません。すでに削除された可能性があります。"
    en = "This comment was not found; it may have been deleted."


class VersionNotFound(AssistantError):
    ja = "この版は見つかりません。"
    en = "This version was not found."


class LimitReached(AssistantError):
    """One more would be too many to be saved or shown."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__(ja)
        self.ja, self.en = ja, en
