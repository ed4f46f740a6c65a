"""Why one file could not be added; the message is shown to the person who added it."""

_MEGABYTE = 1024 * 1024


class IngestError(Exception):
    """The file was left out; nothing else was touched."""

    reason_ja = "ファイルを読み込めませんでした"
    reason_en = "The file could not be read"


class UnknownFormat(IngestError):
    reason_ja = (
        "対応していない形式です（PDF・Word・Excel・PowerPoint・HTML・Markdown・テキスト・CSVに対応）。"
        "古い形式（.doc・.xls・.ppt）や一太郎の文書は、PDFか新しい形式で保存し直してください"
    )
    reason_en = (
        "This format is not supported (PDF, Word, Excel, PowerPoint, HTML, Markdown, text, CSV "
        "are); save old formats (.doc, .xls, .ppt) as PDF or in the new format"
    )


class WrongSuffix(IngestError):
    reason_ja = "拡張子と中身が合いません。正しい拡張子に直すか、保存し直してください"
    reason_en = "The content does not match the suffix; rename the file or save it again"


class FileTooLarge(IngestError):
    """The message names the limit."""

    reason_ja = "ファイルが大きすぎます（1ファイル{limit}MBまで）。分割してから追加してください"
    reason_en = "The file is too large (up to {limit} MB each); split it and add the parts"

    def __init__(self, name: str, largest_bytes: int) -> None:
        super().__init__(name)
        limit = f"{largest_bytes / _MEGABYTE:.3g}"
        self.reason_ja = self.reason_ja.format(limit=limit)
        self.reason_en = self.reason_en.format(limit=limit)


class UnpackedTooLarge(FileTooLarge):
    """An Office document is packed; what is in it counts too."""

    reason_ja = (
        "ファイルの中身が大きすぎます（展開して{limit}MBまで）。分割してから追加してください"
    )
    reason_en = "The file unpacks to more than {limit} MB; split it and add the parts"


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
