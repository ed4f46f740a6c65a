"""Requests for what there is: services, cases, ways, statistics; not for what is known of somebody."""

import re

from assistant.screening.wording import Wording

_WHAT_THERE_IS = (
    r"(?:支援|サポート|サービス|例|取り?組み?|制度|方法|手段|やり方|仕組み|しくみ|対策|事業|活動|居場所|通いの場|相談先|窓口|手続き?|方(?=を|は)"
    r"|コツ|ポイント|アイデア|工夫|提案|移動販売|移動スーパー|配食|宅配|弁当|見守り|送迎|交通|乗り物|タクシー|バス|教室|体操|サロン|カフェ|団体|企業|会社)"
)
_OF_IT = r"(?:の(?:一覧|リスト|種類|情報|内容|流れ|費用|値段))?(?:一覧)?(?:を|が|は|には|って|について|なら)"
_THINGS = (
    r"(?:support|services?|schemes?|examples?|cases?|activit(?:y|ies)|projects?|programmes?|transport|options?|ideas?|places?|shops?"
    r"|delivery|deliveries|rides?|helpers|measures|ways|exercises?|classes)"
)
_GENERAL = Wording.of(
    japanese=(
        rf"{_WHAT_THERE_IS}{_OF_IT}(?:[^。、]{{0,14}}(?:教え|知り|見せ|紹介|挙げ|あり|ある|ない|探し|出し|くだ|使え|どん)[^。、]{{0,12}})?[。?？]*$",
        r"(?:何が|どんな|どういう|どのような)[^。、]{0,14}(?:でき|使え|あり|ある|良い|よい|いい)[^。、]{0,8}$",
        r"(?:どう|何を|何から|誰と)(?:すれば|したら|話せば|始めれば|つなげば)[^。、]{0,8}$",
    ),
    english=(
        rf"\b(?:what|which|any|some|more|other|suggest|show(?: me| us)?|give (?:me|us)|list|lists? of|examples? of|kinds? of)"
        rf" (?:[\w-]+ ){{0,3}}?{_THINGS}\b",
        rf"\b(?:is|are) there (?:an?y? |some |other )?(?:[\w-]+ ){{0,2}}?(?:{_THINGS}\b|anything|something)",
        r"\b(?:what|how) (?:can|could|should|do|might) (?:we|I|they|a company|companies|others?)\b(?! (?:find|get|reach|contact)\b)",
    ),
)
_ALSO = ("と", "や", "、", "・", "及", "お")
_ALSO_EN = re.compile(r"\band (?!whose)(?:[\w']+ ){0,2}$", re.IGNORECASE)


_OF_MANY = Wording.of(
    japanese=(
        r"(?:平均(?:的な)?|中央値|相場|標準的な|一般的な)[^。、]{0,12}(?:年収|収入|給与|給料|所得|年金額?|貯金額?|借金額?|残高)",
        r"(?:年収|収入|給与|給料|所得|年金額?|貯金額?|借金額?|残高)の?(?:平均|中央値|相場|水準|分布|目安)",
    ),
    english=(
        r"(?<!'s )(?<!\bhis )(?<!\bher )(?<!\btheir )\b(?:average|median|mean|typical|usual) (?:(?!by\b|his\b|her\b|their\b)[\w-]+ ){0,3}?(?:salary|income|pay|wages?|pension|savings|debts?)\b(?: of)?",
    ),
)
"""What many people have on average is nobody's."""


def asks_for_statistic(part: str, details: Wording) -> bool:
    """Whether every detail that is asked for is one of many people together."""
    spans = [match.span() for match in _OF_MANY.pattern.finditer(part)]
    return all(
        any(start < detail.end() and detail.start() < end for start, end in spans)
        for detail in details.pattern.finditer(part)
    )


def asks_in_general(part: str, details: Wording) -> bool:
    """Whether services, cases or ways are asked for, and none of the details beside them.

    In Japanese the object stands last; in both languages 「住所と」 and "and her address" ask too.
    """
    general = _GENERAL.pattern.search(part)
    if general is None:
        return False
    found = list(details.pattern.finditer(part))
    if general.lastgroup == "japanese":
        return not any(
            detail.start() > general.start() or part[detail.end() :].startswith(_ALSO)
            for detail in found
        )
    return not any(
        _ALSO_EN.search(part, 0, detail.start()) or part.startswith(" and ", detail.end())
        for detail in found
    )
