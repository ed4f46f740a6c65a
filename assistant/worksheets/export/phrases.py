"""Fixed words of exported files, in both languages."""

from assistant.worksheets.blanks import TO_CONFIRM
from assistant.worksheets.export.document import Line, Standing
from knowledge.documents import Bilingual, Language

COLON = Bilingual("：", ": ")
BETWEEN = Bilingual("　", "  ·  ")
"""What stands between facts, and between explanations, on one line."""
REFERENCES = Bilingual("出典", "References")
FONT = "游ゴシック"
"""On every Windows and Mac since 2013; other systems put their own Japanese font in its place."""

_LEGEND = (
    Bilingual(
        "〔番号〕 資料に基づく文（番号は末尾の出典）",
        "[number] rests on a source (listed at the end)",
    ),
    Bilingual("● 記入者が書いた、または確認した文", "● written or confirmed by a person"),
    Bilingual(
        "【要確認】 提案のままで、まだ誰も確認していない文・空欄",
        "[to be confirmed] suggested or blank; nobody has confirmed it yet",
    ),
)


def legend(language: Language) -> tuple[str, ...]:
    """What the marks mean, one line each."""
    return tuple(each.in_language(language) for each in _LEGEND)


def reference_mark(numbers: tuple[int, ...], language: Language) -> str:
    """Numbers of references as they stand behind a line; empty for none."""
    opening, closing = ("〔", "〕") if language == "ja" else ("[", "]")
    return "".join(f"{opening}{number}{closing}" for number in numbers)


def standing_mark(line: Line, language: Language) -> str:
    """The mark of who stands behind a line; empty where the reference or the text says it."""
    if line.standing is Standing.USER:
        return "●"
    to_confirm = TO_CONFIRM.in_language(language)
    if line.standing is Standing.UNCONFIRMED and not line.text.endswith(to_confirm):
        return to_confirm
    return ""


def marks(line: Line, language: Language) -> str:
    """All marks of a line, with a space before them."""
    found = reference_mark(line.numbers, language) + standing_mark(line, language)
    return f" {found}" if found else ""
