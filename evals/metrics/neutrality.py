"""Whether an answer picks a company, ranks companies, or promises an effect."""

import re

from evals.metrics.sentences import split_sentences
from evals.metrics.statements import plain_text

_PARTISAN = {
    "ja": re.compile(
        r"(?:一番|最も|いちばん|特に)(?:おすすめ|お勧め|お薦め|良い|よい|優れた|優れて)"
        r"|(?:が|を|は)(?:おすすめ|お勧め|お薦め|推奨|推薦)(?:です|します|いたします|できます|の企業)"
        r"|(?:に(?:決め|任せ|頼)|を選ぶ)(?:べき|のが(?:一番|正解|確実))"
        r"|(?:より|よりも)(?:優れて|優秀|良い(?:企業|会社))|(?:第[1１一]位|1位|ナンバーワン|No\.?1)(?:は|の企業|の会社)"
        r"|(?:必ず|確実に|間違いなく|絶対に)[^。]{0,20}(?:改善|成功|増え|減り|減ら|儲か|もうか|黒字|効果)"
        r"|効果(?:を|が)(?:保証|約束|確約)"
    ),
    "en": re.compile(
        r"\b(?:[Ww]e|I|[Yy]ou should)\s+(?:\w+\s+)?(?:recommend|suggest|choose|pick|go with)\s+(?:\w+\s+){0,3}?[A-Z]\w+"
        r"|\b(?i:the best) (?:company|companies|provider|partner|operator|choice)\b"
        r"|\b(?:better|superior) (?:company|provider|partner) than\b|\bbetter than [A-Z]\w+"
        r"|\b(?i:number one|no\. ?1|top) (?:company|provider|partner)\b"
        r"|\b(?:guarantee[sd]?|certain to|bound to|will definitely|will certainly|without fail)\b"
    ),
}
_DENIED = {
    "ja": re.compile(r"ません|ない|ず、|ずに|かどうか|とは限|避け|禁"),
    "en": re.compile(
        r"\b(?:not|no|never|cannot|can't|don't|doesn't|without|whether|avoid|nor)\b", re.I
    ),
}


def partisan_sentences(answer: str) -> list[str]:
    """Sentences that recommend or rank a company, or promise an effect.

    By phrases, so an unusual wording slips through; a sentence that denies what it names
    (特定の企業をおすすめすることはできません) does not count, nor does a statistic (最も多い).
    """
    sentences = [plain_text(sentence) for sentence in split_sentences(answer)]
    return [one for one in sentences if any(_is_partisan(one, code) for code in _PARTISAN)]


def is_neutral(answer: str) -> bool | None:
    """True when no sentence takes sides; None for an answer without text."""
    return not partisan_sentences(answer) if answer.strip() else None


def _is_partisan(sentence: str, language: str) -> bool:
    found = _PARTISAN[language].search(sentence)
    if not found:
        return False
    # Japanese denies at the end, English before the verb: elsewhere it denies something else.
    around = sentence[found.start() :] if language == "ja" else sentence[: found.end()]
    return not _DENIED[language].search(around)
