"""What an asker can lose, each by its own name; messages stand in both languages."""

from typing import Literal


class AssistantError(Exception):
    """Something that the user asked for could not be done."""

    ja = "処理できませんでした。もう一度お試しください。"
    en = "This could not be done. Please try again."

    def message(self, language: Literal["ja", "en"]) -> str:
        """One sentence for the user: what was lost and what to do."""
        return self.ja if language == "ja" else self.en


class QuestionInvalid(AssistantError):
    """The question or one of its options cannot be used as it is."""

    ja = "質問を確認してください。1〜2000文字で入力してください。"
    en = "Please check the question: it takes 1 to 2,000 characters."


class KnowledgeUnavailable(AssistantError):
    """The documents cannot be searched right now."""

    ja = (
        "資料を検索できません。少し待ってもう一度お試しください。"
        "続くときは、管理者に索引の作り直し（sanpuku knowledge build）を頼んでください。"
    )
    en = (
        "The documents cannot be searched. Wait a little and try again; if it goes on, "
        "ask your administrator to rebuild the index (sanpuku knowledge build)."
    )


class StillPreparing(AssistantError):
    """The first index is still being made; nothing can be searched until it is there."""

    ja = "アシスタントは準備中です。資料を検索できるようになるまで、少し待ってからもう一度お試しください。"
    en = "The assistant is still getting ready to search the documents. Please try again shortly."


class ModelFailed(AssistantError):
    """The language model gave no usable answer."""

    ja = (
        "言語モデルが応答しませんでした。少し待ってもう一度お試しください。"
        "続くときは、管理者に言語モデルの確認を頼んでください。"
    )
    en = (
        "The language model did not answer. Wait a little and try again; if it goes on, "
        "ask your administrator to check the language model."
    )


class AnswerUnsupported(ModelFailed):
    """The language model's answer is not in the documents."""

    ja = (
        "言語モデルの回答は資料で裏付けられませんでした。"
        "もう一度お試しになるか、聞き方を変えてください。"
    )
    en = (
        "The language model's answer is not supported by the documents. "
        "Try again, or put the question differently."
    )


class ConversationNotFound(AssistantError):
    ja = "この会話は見つかりません。削除された可能性があります。"
    en = "This conversation was not found; it may have been deleted."


class AnswerNotFound(AssistantError):
    ja = "この回答は見つかりません。会話が削除された可能性があります。もう一度質問してください。"
    en = "This answer was not found; its conversation may have been deleted. Please ask again."


class EntryNotFound(AssistantError):
    ja = "この資料項目は見つかりません。「資料・事例」の一覧から選び直してください。"
    en = "This entry was not found. Please choose one from the list in the library."


class DocumentNotFound(AssistantError):
    ja = "この文書は見つかりません。すでに削除された可能性があります。"
    en = "This document was not found; it may have been deleted already."


class DocumentRefused(AssistantError):
    """An uploaded file could not be added; the reason is in the message."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__(ja)
        self.ja, self.en = ja, en


class EvaluatorsOnly(AssistantError):
    """What users asked is shown to evaluators only."""

    ja = (
        "利用者の評価は、評価者だけが見られます。"
        "評価者の鍵（SANPUKU_EVALUATOR_KEY）を設定し、同じ鍵を示してください。"
    )
    en = (
        "Users' ratings are for evaluators only. "
        "Set an evaluator key (SANPUKU_EVALUATOR_KEY) and present the same key."
    )


class StorageFailed(AssistantError):
    """Something could not be saved: disk full, database away."""

    ja = (
        "保存できませんでした。少し待ってもう一度お試しください。"
        "続くときは、管理者に空き容量とデータベースの確認を頼んでください。"
    )
    en = (
        "This could not be saved. Wait a little and try again; if it goes on, "
        "ask your administrator to check the free space and the database."
    )


class ServiceUnavailable(AssistantError):
    """The service cannot be reached (raised by the client)."""

    ja = (
        "アシスタントから応答がありません。少し待ってもう一度お試しください。"
        "続くときは、管理者に起動しているか（sanpuku up）の確認を頼んでください。"
    )
    en = (
        "The assistant does not respond. Wait a little and try again; if it goes on, "
        "ask your administrator whether it is running (sanpuku up)."
    )


class RequestRefused(AssistantError):
    """The service refused the request; the message is the service's own (raised by the client)."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.ja = self.en = detail
