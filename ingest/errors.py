"""Why one file could not be added; the message is shown to the person who added it."""


class IngestError(Exception):
    """The file was left out; nothing else was touched."""

    reason_ja = "ファイルを読み込めませんでした"
    reason_en = "The file could not be read"


class UnknownFormat(IngestError):
    reason_ja = (
        "対応していない形式です（PDF・Word・Excel・PowerPoint・HTML・Markdown・テキストに対応）"
    )
    reason_en = "This format is not supported (PDF, Word, Excel, PowerPoint, HTML, Markdown, text)"


class WrongSuffix(IngestError):
    reason_ja = "拡張子と中身が合いません。正しい拡張子に直すか、保存し直してください"
    reason_en = "The content does not match the suffix; rename the file or save it again"


class FileTooLarge(IngestError):
    reason_ja = "ファイルが大きすぎます。分割してから追加してください"
    reason_en = "The file is too large; split it and add the parts"


class EmptyFile(IngestError):
    reason_ja = "文字が見つかりません。空のファイルか、画像だけの文書です（文字認識をしてから追加してください）"
    reason_en = (
        "No text was found: the file is empty or made of images (run text recognition first)"
    )


class EncryptedFile(IngestError):
    reason_ja = "パスワードで保護されています。保護を外してから追加してください"
    reason_en = "The file is protected by a password; remove the protection first"


class BrokenFile(IngestError):
    reason_ja = "ファイルが壊れていて読めません。もとのアプリで開いて保存し直してください"
    reason_en = "The file is damaged; open it in its own application and save it again"


class FileUnreadable(IngestError):
    reason_ja = "ファイルを開けません。場所と権限を確かめてください"
    reason_en = "The file cannot be opened; check its place and your rights"
