"""What shape of answer a question asks for."""

import re
from enum import StrEnum


class Intent(StrEnum):
    """Shapes of answers."""

    FACT = "fact"
    LIST = "list"
    HOW_TO = "how_to"
    CASE = "case"
    COMPARE = "compare"
    DEFINITION = "definition"
    FORM = "form"


# Order matters: the first that fits wins, the special before the general.
_PATTERNS: tuple[tuple[Intent, re.Pattern[str]], ...] = (
    (
        Intent.COMPARE,
        re.compile(
            r"違い|違う|比べ|比較|どっち|どちら|差は|\bdiffer|\bcompare|\bversus\b|\bvs\b|comparison",
            re.I,
        ),
    ),
    (
        Intent.DEFINITION,
        re.compile(
            r"とは[?？]?$|とは(?:何|なに|なん)|って(?:何|なに|なん)(?!年|人|件|か所|％|%|割)|の意味|定義|"
            r"^what (?:is|are) (?:an? |the )?[^?]{1,60}\?*$|what does .{1,60} (?:mean|stand for)|\bdefin",
            re.I,
        ),
    ),
    (
        Intent.FACT,
        re.compile(
            r"いくら|いくつ|何(?:人|件|年|月|日|時|割|％|%|社|台|か所|箇所|市|自治体|回|名|歳|円|万|億|分|番|ページ|つ|カ所|ヶ所)|"
            r"どのくらい|どれくらい|どれぐらい|いつ|どこ(?:が|で|に|の)|誰|だれ|割合|件数|人数|金額|上限|"
            r"何パーセント|まで[?？]?$|"
            r"\bhow (?:many|much|long|often|old|large|big|far)\b|\bwhen\b|\bwho\b|\bwhere\b|\bwhat year\b|"
            r"\bpercent|\bwhat (?:share|proportion|number|rate|amount|date)\b|\bdeadline\b",
            re.I,
        ),
    ),
    (
        Intent.CASE,
        re.compile(
            r"事例|実例|例(?:は|を|が|って)|\bcases?\b(?! by)|\bexamples?\b|取り組(?:んで|みは)",
            re.I,
        ),
    ),
    (
        Intent.FORM,
        re.compile(
            r"ワークシート|記入|書き方|様式|提案書|worksheet|\bfill (?:in|out)\b|template", re.I
        ),
    ),
    (
        Intent.LIST,
        re.compile(
            r"一覧|列挙|すべて|全部|何が(?:ある|あり)|どんな.{0,12}が(?:ある|あり)|(?:種類|項目|機能|段階|パターン|条件|要件|"
            r"メリット|課題|ポイント|対象)(?:は|を|って)|\blist\b|\bwhich (?:ones|items|kinds|types)\b|"
            r"\bwhat (?:kinds?|types?|sorts?|are)\b|\bname (?:the|all)\b",
            re.I,
        ),
    ),
    (
        Intent.HOW_TO,
        re.compile(
            r"どう(?:すれ|した|し|や|進|始|対応|説明|作|つく|考)|やり方|方法|手順|進め方|始め方|コツ|には[?？]?$|べき|"
            r"\bhow (?:do|can|should|to|would|does|did)\b|\bwhat should\b|\bsteps?\b|\badvice\b|\btips?\b|\bways? to\b",
            re.I,
        ),
    ),
)


def intent_of(question: str) -> Intent:
    """The shape of answer; a fact where nothing else is recognised."""
    stripped = question.strip().rstrip("。. ")
    for intent, pattern in _PATTERNS:
        if pattern.search(stripped):
            return intent
    return Intent.FACT
