"""What kind of value a question wants, and whether a text has one of that kind.

A passage about the right subject that lacks the asked value does not answer: "what does it cost"
is not answered by a passage without an amount.
"""

import re
from enum import StrEnum
from unicodedata import normalize


class AskedFor(StrEnum):
    """Kinds of value that can be seen in a text."""

    MONEY = "money"
    DATE = "date"
    SHARE = "share"
    COUNT = "count"
    DURATION = "duration"
    CONTACT = "contact"


_QUESTION: tuple[tuple[AskedFor, re.Pattern[str]], ...] = (
    (
        AskedFor.CONTACT,
        re.compile(
            r"電話番号|連絡先|問い?合わせ先|メールアドレス|郵便番号|窓口はどこ|\bphone number|\bcontact (?:details|information|number)|\be-?mail address|\bwho (?:do|should) i (?:call|contact|phone)",
            re.I,
        ),
    ),
    (
        AskedFor.MONEY,
        re.compile(
            r"いくら(?!い)|何(?:万|億|千|兆)?円|(?:費用|料金|価格|値段|単価|予算|売上|利益|報酬|手数料|負担金|年収|賃金|給料|金額|上限額|補助額|委託費|利用料|運賃|年会費)(?:は|が|って|を|の額|額)?[^。]{0,10}(?:いくら|どのくらい|どれくらい|何円|教え|知りたい|[?？]|$)|"
            r"\bhow much (?:does|do|did|is|are|was|were|will|would|money|funding|can|could|should)\b(?! (?:we|you|i|they) (?:involve|care|know|disclose|share|say))|\b(?:cost|price|fee|fare|budget|salary|wage|revenue|sales|profit|licen[cs]e|commission|ceiling|subsidy)s?\b[^?.]{0,50}\?|\bwhat (?:does|do|did|is|are) .{0,40}\b(?:cost|price|fee|fare|salary|wage|revenue|profit)",
            re.I,
        ),
    ),
    (
        AskedFor.SHARE,
        re.compile(
            r"何(?:%|％|パーセント|割|ポイント)|割合|比率|\bpercent|\bwhat (?:share|proportion|fraction|rate)\b|\b%",
            re.I,
        ),
    ),
    (
        AskedFor.DATE,
        re.compile(
            r"いつ|何年(?!間)|何月|何日(?!間|か)|日程|締め?切|期限|\bwhen\b(?! (?:we|you|i|they|a|an|the|it|our|my|do)\b[^?]{0,40},)|\b(?:what|which) (?:year|date|month|day)\b|\bdeadline\b|\bsince when\b",
            re.I,
        ),
    ),
    (
        AskedFor.DURATION,
        re.compile(
            r"何(?:日間|日か|か月|ヶ月|カ月|ヵ月|年間|週間|時間|分)|期間は|\bhow long\b|\bhow many (?:days|weeks|months|years|hours|minutes)\b",
            re.I,
        ),
    ),
    (
        AskedFor.COUNT,
        re.compile(
            r"何(?:人|名|件|社|台|か所|箇所|カ所|ヶ所|回|歳|自治体|市町村|市|町|世帯|店舗?|単位|戸|種類|つ|個|組|校|団体|事業所|km|キロ)|いくつ|人数|件数|社数|台数|自治体数|利用者数|規模は|\bhow many\b|\bhow (?:big|large)\b|\bsize of (?:the|its|their|this|that)\b|\bwhat number\b|\bnumber of\b[^.]*\?",
            re.I,
        ),
    ),
)
_TEXT = {
    AskedFor.MONEY: re.compile(r"\d[\d,.]*\s*(?:兆|億|百万|千万|万|千)?\s*円|¥\s*\d|\byen\b|\bJPY\b|無料|無償|かかりません|かからない|free of charge|\bfree\b|円(?:程度|くらい)|百円|hundred yen", re.I),
    AskedFor.SHARE: re.compile(r"\d[\d.]*\s*(?:%|％|パーセント|割|ポイント)|半数|過半|half|\bpercent|\bpoints?\b|third|quarter", re.I),
    AskedFor.DATE: re.compile(r"\d{4}|[月火水木金土日]曜|午前|午後|\d+\s*時(?!間)|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|(?:令和|平成|昭和)|\d+\s*月|\d+\s*年|上旬|中旬|下旬|年度|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b", re.I),
    AskedFor.DURATION: re.compile(r"\d+\s*(?:日|週|か月|ヶ月|カ月|年|時間|分)|半年|\b\d+[ -](?:day|week|month|year|hour|minute)|half a year|\b(?:one|two|three|four|five|six|seven|eight|nine|ten) (?:day|week|month|year|hour|minute)", re.I),
    AskedFor.COUNT: re.compile(r"\d|[一二三四五六七八九十](?:つ|人|社|種|段階|類型|者|件|回)|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.I),
    AskedFor.CONTACT: re.compile(r"\d{2,4}-\d{2,4}-\d{3,4}|@[\w-]+\.|https?://"),
}  # fmt: skip

_DATED = re.compile(
    r"(?:19|20)\d{2}(?:年度?(?:\d{1,2}月(?:\d{1,2}日)?)?)?|(?:令和|平成|昭和)\d{1,2}年度?|\b(?:Reiwa|Heisei) \d{1,2}\b"
)


def asked_for(question: str) -> frozenset[AskedFor]:
    """Every kind of value that the question wants; empty for questions that want none."""
    question = normalize("NFKC", question)
    return frozenset(kind for kind, pattern in _QUESTION if pattern.search(question))


def has_value(text: str, kind: AskedFor) -> bool:
    """True when the text has some value of this kind; the date of a document counts nothing."""
    text = normalize("NFKC", text)
    if kind is AskedFor.COUNT:
        text = _DATED.sub("", text)
    return bool(_TEXT[kind].search(text))
