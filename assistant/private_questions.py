"""Questions for somebody's private details, which are not answered."""

import re
from collections.abc import Callable

_PRIVATE = r"(?:自宅の?)?(?:住所|電話番号|携帯(?:電話)?の?番号|連絡先|メールアドレス|家族構成|病歴|既往歴|年収|生年月日|個人情報|自宅(?:は?どこ))"
_WHOSE = (
    r"(?:さん|様|氏|くん|担当者|職員|利用者|住民|高齢者|委員|座長|誰か?|個人|市長|社長|議員|この人)"
)
# What is done with data in a project, as against being told them.
_HANDLED = r"(?![^。]{0,14}(?:扱|管理|保護|共有|同意|渡|提供|届|訪|配|方法|注意|ルール|交換|把握|集め|聞い|活用|必要|変わ))"
_WANTED = r"(?:[^。]{0,10}(?:教え|知りた|調べ|一覧|見せ|出して|送って|わか[るり]|分か[るり]|何番|どこ)|(?:は|を|って)?[?？。]?$)"
_UNASKED = (
    r"(?:(?!\b(?:how|whether|what|when|why|rules?|about|handl\w+|protect\w+|shar\w+)\b)[^.?]){0,40}"
)
_DETAILS = r"(?:(?:home|private) address(?:es)?|names and (?:home )?addresses|(?<!personal )health records? of|(?:mobile |cell |phone |telephone )numbers?|medical (?:history|records?)|private e-?mails?(?: address(?:es)?)?)"
_ASKS_FOR: tuple[Callable[[str], re.Match[str] | None], ...] = tuple(
    re.compile(pattern, re.I).search
    for pattern in (
        rf"{_WHOSE}(?:の|[^。、]{{0,6}}の)?{_PRIVATE}(?:[とや]{_PRIVATE})?{_HANDLED}{_WANTED}",
        r"個人情報(?:を|も)?(?:すべて|全部)?(?:教えて|知りたい|調べて|一覧|見せ|出して)",
        rf"\b(?:give|tell|find|list|send|show|look up|get|need|want)\b{_UNASKED}\b(?:{_DETAILS}|personal (?:data|details) (?:of|on|about) )",
        rf"\bwhat(?:'s| is| are| was)\b{_UNASKED}\b{_DETAILS}",
        rf"\b{_DETAILS}\b.{{0,20}}\b(?:of|for)\b (?:Mr|Mrs|Ms|Dr|the|this|that|a|our|my|his|her)\b",
        r"(?:さん|様)[がはの][^。]{0,20}(?:要介護|認知症|病気|障害|生活保護|借金|収入)[^。]{0,12}(?:教え|調べ|知りた)(?![^。]*(?:方法|手順|仕組み|事例))",
        r"\bwhere does\b.{1,40}\blive\b",
    )
)


_OF_AN_OFFICE = re.compile(
    r"\b(?:address|numbers?|e-?mails?)\b[^.?]{0,40}\b(?:of|for|at) (?:the |your |our )?(?:[a-z]+ ){0,2}"
    r"(?:publisher|office|ministry|secretariat|desk|cent(?:re|er)|department|division|section|city hall)\b",
    re.I,
)


def asks_for_personal_data(text: str) -> bool:
    """True when somebody's private details are what is asked for; an office's are public."""
    return not _OF_AN_OFFICE.search(text) and any(search(text) for search in _ASKS_FOR)
