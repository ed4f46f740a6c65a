"""What somebody who fills in a sheet can lose, each by its own name."""

from assistant.errors import AssistantError


class SheetUnreadable(AssistantError):
    """A sheet that was brought in cannot be read; the message says where and why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.ja = f"シートを読み込めません。元のシートは変わっていません。（{reason}）"
        self.en = f"The sheet cannot be read; nothing has been changed. ({reason})"


class SheetTooNew(AssistantError):
    """A sheet was saved by a newer version of this product."""

    ja = "このシートは新しい版のアシスタントで保存されています。アシスタントを更新してから開いてください。"
    en = "This sheet was saved by a newer version of the assistant. Update it, then open the sheet."


class FormUnknown(AssistantError):
    """There is no form of this name."""

    ja = "この様式は見つかりません。"
    en = "This form was not found."


class FormTooNew(AssistantError):
    """A sheet was filled in on a newer edition of its form than the one held here."""

    ja = "このシートの様式は、ここにある様式より新しい版です。アシスタントを更新してから開いてください。"
    en = (
        "This sheet uses a newer edition of its form than is held here. Update the assistant first."
    )


class FieldUnknown(AssistantError):
    """The form has no such field."""

    ja = "この様式に、その欄はありません。"
    en = "This form has no such field."
