"""A question about a resident, as it would be asked about anybody."""

import re

from assistant.personal_data.patterns import MASK, NAME_MASK
from knowledge.tokens import is_japanese

_DATUM = rf"(?!{NAME_MASK}){MASK}"
_ASIDE = re.compile(rf"\s*[（(][^（()）]*{_DATUM}[^（()）]*[)）]")

_HONORIFIC = "[ \u3000]?(?:さん|様|さま|氏|ちゃん|くん|君)?"
_ROLE = r"(?:[員者客師士族方]|ケアマネ|ジャー|ヘルパー|ーター|友人|知人|様)"
_NAME = re.compile(rf"(?P<role>{_ROLE})?(?P<of>[のるたい])?{NAME_MASK}{_HONORIFIC}")
_KIND = (
    r"(?:連絡先|電話(?:番号)?|携帯(?:電話|番号)?|住所|住まい|自宅|生年月日|誕生日"
    r"|メール(?:アドレス)?|マイナンバー)[はがも: ]*"
)
_DATA = re.compile(rf"(?:{_KIND})?{_DATUM}(?:です|に住む|在住|(?:へ|に|まで)(?=$|。))?[のは]?")
_AGE = re.compile(r"\d{2,3}[歳才](?!以|未|まで|から)の?(?:[、・,](?=[^)）]))?")
_LEFT_OVER = re.compile(
    r"[（(][、・, ]*[)）]|[、・, ]+(?=[、。,)）])|(?<=。)[、。]+|^[、。,\s]+|(?<=\s)\s+"
)

_ROLE_EN = (
    r"\b(?:neighbou?r|client|user|resident|patient|customer|employee|colleague|friend|member"
    r"|mother|father|aunt|uncle|helper|coordinator|manager|commissioner|volunteer|nurse)"
)
_NAME_EN = re.compile(rf"(?:(?P<role>{_ROLE_EN}),? )?{NAME_MASK}", re.I)
_AGE_EN = re.compile(r"(?<=someone)(?:,? \(?(?:aged? )?\d{2,3}(?: years old)?\)?,?)(?=[ .?!])")
_KIND_EN = (
    r"\b(?:tel|telephone|phone|mobile|e-?mail|my number|address|born(?: on)?|date of birth)\b"
    r"[.:]?(?: is)? *"
)
_DATA_EN = re.compile(
    rf"(?:{NAME_MASK}'s )?(?:,? ?\b(?:and|in|at|of) )?(?:,? ?{_KIND_EN})?{_DATUM},?", re.I
)
_LEFT_OVER_EN = re.compile(
    r"^[\s,.]+|[\s,]+(?=[,.?!]|$)|(?<=[.?!])\.|(?<= ) +|(?<=someone),(?= +[a-z]+s )"
)


def about_anybody(masked: str) -> str:
    """The masked text with somebody in place of names, and without ages and other masks.

    What a resident needs is looked for as anybody's: a mask would be searched for, and a phone
    number that nobody sees asks nothing. A text without masks comes back unchanged.
    """
    mask = re.search(MASK, masked)
    if mask is None:
        return masked
    text = _ASIDE.sub("", masked)
    return (_japanese(text) if is_japanese(mask[0][1:-1]) else _english(text)) or masked


def _japanese(text: str) -> str:
    text = _NAME.sub(_somebody, _DATA.sub("", text))
    return _LEFT_OVER.sub("", _AGE.sub("", text))


def _somebody(name: re.Match[str]) -> str:
    """利用者の【】さん is the 利用者; 隣の【】さん is 隣の人."""
    role, of = name["role"] or "", name["of"] or ""
    if role and of in ("", "の"):
        return role
    return f"{role}{of}人" if of else "ある人"


def _english(text: str) -> str:
    text = _NAME_EN.sub(lambda name: name["role"] or "someone", _DATA_EN.sub("", text))
    text = _LEFT_OVER_EN.sub("", _AGE_EN.sub("", text))
    return text[:1].upper() + text[1:]
