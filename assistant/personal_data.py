"""Personal data in a question: masked before it is searched with, stored or sent anywhere."""

import re
from dataclasses import dataclass
from unicodedata import normalize

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("メール", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("マイナンバー", re.compile(r"(?<!\d)\d{4}[- ]?\d{4}[- ]?\d{4}(?!\d)")),
    ("電話", re.compile(r"(?<!\d)(?:\+81[- ]?|0)\d{1,4}[-(（ ]\d{1,4}[-)） ]\d{3,4}(?!\d)|(?<!\d)0[5789]0\d{8}(?!\d)")),
    ("生年月日", re.compile(
        r"(?:(?:昭和|大正|平成|S|T|H)\d{1,2}[年.]\d{1,2}[月.]\d{1,2}日?|(?:19|20)\d{2}[年/.-]\d{1,2}[月/.-]\d{1,2}日?)(?:生まれ|生|\s*born)|"
        r"(?:生年月日|誕生日)[はが:：\s]*\S{4,12}|\bborn (?:on )?\w+ \d{1,2},? \d{4}", re.I)),
    ("住所", re.compile(
        r"[\u4e00-\u9fff]{1,6}[市区町村][\u4e00-\u9fffぁ-んァ-ン]{1,10}\d{1,3}(?:丁目|-)\d{1,3}(?:番地?|-)?\d{0,4}(?:号)?|"
        r"[\u4e00-\u9fffァ-ン]{1,8}\d{1,2}丁目\d{1,3}(?:番地?|-)?\d{0,3}号?")),
    ("氏名", re.compile(
        r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]{1,4}[ 　]?[\u4e00-\u9fffぁ-んァ-ン]{1,4})(?=(?:さん|様|氏|くん|ちゃん|君)"
        r"(?:[（(]?\d{2,3}[歳才]|の(?:住所|電話|連絡先|病|介護|息子|娘|家|自宅|個人)|が(?:倒れ|亡|行方|徘徊|転)|宅|、?\d{2,3}歳))|"
        r"(?:氏名|名前)[はが:：]\s*[\u4e00-\u9fff]{2,8}|\bM(?:r|rs|s)\.? [A-Z][a-z]+(?: [A-Z][a-z]+)?(?=,? (?:aged?|\d{2}|who lives|living|of \d|born|'s (?:address|phone)))")),
)  # fmt: skip
_ASKS_FOR = re.compile(
    r"(?:さん|様|氏|担当者|利用者|住民|委員|座長|誰|個人)(?:の|.{0,6}の)?(?:住所|電話番号|携帯|連絡先|自宅|個人情報|メールアドレス|家族構成|病歴|年収|生年月日)"
    r"|(?:住所|電話番号|連絡先|個人情報).{0,6}(?:教えて|知りたい|調べて|一覧)"
    r"|\b(?:home address|phone number|personal (?:data|details|information)|private e-?mail|medical (?:history|records?))\b.{0,40}\b(?:of|for)\b"
    r"|\b(?:give|tell|find|list|send|show)\b.{0,40}\b(?:home address|phone numbers?|mobile|personal (?:data|details)|private e-?mail)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without personal data, and the way back, which never leaves the process."""

    text: str
    replaced: tuple[tuple[str, str], ...]
    """(mask, what it stands for)."""

    def restored(self, text: str) -> str:
        """The text with masks replaced by what they stand for."""
        for mask, original in self.replaced:
            text = text.replace(mask, original)
        return text


def mask(text: str) -> Masked:
    """Replace residents' names, addresses, phones, My Number, birth dates and mail addresses.

    Organisations, places and dates of programmes stay: they are what questions are about.
    """
    text = (
        normalize("NFKC", text)
        if any(p.search(normalize("NFKC", text)) for _, p in _PATTERNS)
        else text
    )
    replaced: list[tuple[str, str]] = []
    for label, pattern in _PATTERNS:
        text = pattern.sub(lambda match, label=label: _mask(label, match[0], replaced), text)
    return Masked(text, tuple(replaced))


def asks_for_personal_data(text: str) -> bool:
    """True when somebody's private details are what is asked for."""
    return bool(_ASKS_FOR.search(text))


def _mask(label: str, original: str, replaced: list[tuple[str, str]]) -> str:
    known = next((m for m, kept in replaced if kept == original), None)
    if known is None:
        known = f"【{label}{len(replaced) + 1}】"
        replaced.append((known, original))
    return known
