"""Questions that only make sense after the ones before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.understanding.language import language_of
from knowledge.documents import Language
from knowledge.glossary import Glossary, Term
from knowledge.tokens import tokenise

# それ, 他の…, あと…: Japanese that points back; "and for…", "what about…", "it": English that does.
_POINTS_BACK = re.compile(
    r"^(?:それ|その|これ|この|あれ|そこ|そっち|じゃあ?|では|ほか|他|もう少し|もっと|あと|ちなみに|逆に|なぜ|なんで|具体的|"
    r"例え|たとえ|そもそも|もう一つ|もうひとつ)|(?:それ|そこ|あそこ|その(?:数字|事例|会社|市|ため|場合|とき|効果|理由)|同じ|もっと詳しく)|"
    r"(?:の場合|の方|側)は[?？]?$|^.{1,12}(?:は|では|なら|だと|にとっては)[?？]|^.{1,12}(?:だと|では|は)どう|"
    r"^(?:and|but|so|then|what about|how about|what else|why|also|for example|any other|tell me more|more|as of)\b|"
    r"\b(?:it|its|that|this|these|those|they|them|their|there|the same|similar|instead|elsewhere)\b",
    re.I,
)
_LONGEST = {"ja": 30, "en": 70}
_ELSEWHERE = re.compile(
    r"(?:他|ほか|別)の(?:市|町|村|自治体|県|都道府県|会社|企業|地域|ところ|所|例|事例)|"
    r"\b(?:other|another) (?:cit|town|village|municipalit|prefecture|compan|firm|place|area|case|example)|\belsewhere\b",
    re.I,
)
_MOST_WORDS_WITHOUT_SUBJECT = 5
"""A question that names nothing and has no more words than this leans on what was said."""
_MOST_WORDS_WITH_PLACE = 6
_FEW_WORDS = 2
"""With no more words than this it leans on the very question before."""
_TURNING = {"方", "側", "場合"}
"""Words that only turn to somebody else."""
_WIDE = 120
"""Longest English question in characters that can lean on another without pointing back."""


@dataclass(frozen=True, slots=True)
class InContext:
    """A question and what it leans on."""

    alone: str
    """As it would be asked on its own."""
    asks: str
    """What is asked for, without the subject: with the question before where it hardly says more
    than that, and with all of it where it only names somebody."""


def in_context(
    question: str, earlier: Sequence[str], language: Language, glossary: Glossary
) -> InContext:
    """The question with what it leans on.

    A question that points back, or names nothing to ask about, is joined to the subject of the last
    question that stood alone, and to the one just before when it has hardly a word of its own; one
    that only names somebody or some place asks of them what was asked last. What it names takes the
    place of what the subject named: another city, the other side of the table. Others come back
    unchanged.
    """
    if not earlier or not leans(question, language, glossary):
        return InContext(question, question)
    start = _last_alone(earlier, glossary)
    subject = _replaced(earlier[start], question, glossary)
    before = _asked_before(question, earlier[start + 1 :], glossary)
    is_told_by_subject = not before and _only_names(question, glossary)
    return InContext(
        alone=_joined((subject, *before), question),
        asks=_joined((subject,) if is_told_by_subject else before, question),
    )


def _joined(context: Sequence[str], question: str) -> str:
    return " ".join((*(old.rstrip("。？?. ") for old in context), question))


def leans(question: str, language: Language, glossary: Glossary) -> bool:
    """True for a question that cannot be understood without the conversation."""
    return points_back(question, language, glossary) or _names_nothing(question, glossary)


def points_back(question: str, language: Language, glossary: Glossary) -> bool:
    """True for a short question that says by its words that it continues the conversation."""
    if len(question) > _LONGEST[language]:
        return False
    names = [term for term in glossary.find(question) if _is_subject(term)]
    return bool(_POINTS_BACK.search(question)) and len(names) <= 1


def _last_alone(earlier: Sequence[str], glossary: Glossary) -> int:
    """Where the last question stands that was understood without the others."""
    alone = (
        at
        for at in range(len(earlier) - 1, 0, -1)
        if not leans(earlier[at], language_of(earlier[at]), glossary)
    )
    return next(alone, 0)


def _asked_before(question: str, since: Sequence[str], glossary: Glossary) -> list[str]:
    """Which of the questions after its subject a question leans on too: one at most."""
    if _only_names(question, glossary):
        asked = [old for old in since if not _only_names(old, glossary)]
        return [_replaced(old, question, glossary) for old in asked[-1:]]
    if _says_little(question):
        return [old for old in since[-1:] if not _says_little(old)]
    return []


def _only_names(question: str, glossary: Glossary) -> bool:
    """「豊明市では？」, "and Hokkaido?": what was asked before, of somebody else."""
    named = [term for term in glossary.find(question) if term.is_name]
    forms = sorted((form for term in named for form in term.written_forms()), key=len, reverse=True)
    rest = re.sub("|".join(map(re.escape, forms)), " ", question, flags=re.I) if forms else question
    return bool(forms) and set(tokenise(rest)) <= _TURNING


def _names_nothing(question: str, glossary: Glossary) -> bool:
    """True where hardly more is said than what, or where, is asked for: a place alone is seldom what
    a conversation turns to (「行田では実際どんなことを？」)."""
    subjects = [term for term in glossary.find(question) if _is_subject(term)]
    if len(question) > _WIDE or any(term.kind != "place" for term in subjects):
        return False
    most = _MOST_WORDS_WITH_PLACE if subjects else _MOST_WORDS_WITHOUT_SUBJECT
    return len(subjects) <= 1 and len(set(tokenise(question))) <= most


def _says_little(question: str) -> bool:
    return len(set(tokenise(question))) <= _FEW_WORDS


def _is_subject(term: Term) -> bool:
    return term.is_name or term.kind == "concept"


def _replaced(subject: str, question: str, glossary: Glossary) -> str:
    """The subject without the names in whose place the question puts its own."""
    asked = glossary.find(question)
    replaceable = ("place", "role") if _says_little(question) else ("place",)
    kinds: set[str] = {term.kind for term in asked if term.kind in replaceable}
    if _ELSEWHERE.search(question):
        kinds |= {"place", "organisation", "service"}
    kept = {term.term for term in asked}
    for term in glossary.find(subject):
        if term.kind in kinds and term.term not in kept:
            subject = _without(subject, term)
    return subject


def _without(text: str, term: Term) -> str:
    """The text without the term in any of its forms; as it is if nothing would be left."""
    forms = sorted(term.written_forms(), key=len, reverse=True)
    pattern = "|".join(re.escape(form) for form in forms)
    shorter = re.sub(rf"(?:{pattern})(?:の|は|が|で(?:は)?|に)?", "", text, flags=re.I).strip()
    return shorter if len(shorter) * 3 >= len(text) else text
