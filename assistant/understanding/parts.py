"""Several questions in one message, taken apart so that each gets its answer.

A sentence that asks nothing tells the situation and belongs to every part. Within a sentence, a
new part begins where a clause with a question word of its own begins.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.understanding.follow_ups import points_back
from knowledge.documents import Language
from knowledge.glossary import Glossary
from knowledge.tokens import tokenise

_MOST = 4
"""More parts than this are one long question."""
_STANDS_ALONE = 5
"""Words from which on a part without a name can be searched for by itself."""
_SENTENCE = {
    "ja": re.compile(r"[^。？?！!\n]+[。？?！!]*"),
    # A full stop before a small letter or a digit belongs to an abbreviation.
    "en": re.compile(r"[^.?!\n]+(?:[.?!](?!\s+[A-Z]|\s*$)[^.?!\n]*)*[.?!]*"),
}
_INVERTED = (
    r"(?:is|are|was|were|do|does|did|can|could|has|have|will|would|should|must|may)(?:n't)?\s+"
    r"(?:the|an?|it|its|they|their|there|this|these|those|we|our|i|my|you|your|he|she|people|anyone|anybody"
    r"|someone|companies|municipalities|residents)\b"
)
"""How an English question begins that has no question word: "does it …", "are the …"."""
_QUESTION_WORD = {
    "ja": re.compile(
        r"何(?!か(?!所|月|国))|なに(?!か)|なん(?:で|の|と|に|か[?？]|です)|いくら|いくつ|いつ(?!も|か)|どこ(?!か|でも)|"
        r"どの|どんな|どう|どちら|どっち|どれ|誰|だれ|なぜ"
    ),
    "en": re.compile(rf"\b(?:what|how|who|whom|whose|when|where|which|why)\b|^{_INVERTED}", re.I),
}
_ASKS = {
    "ja": re.compile(
        r"[？?]$|(?:教え|知りた|説明し|挙げ|まとめ|比べ)[^。]{0,8}$|(?:か|の|かな|っけ)。?$|"
        r"(?:何|いくら|いくつ|いつ|どこ|誰|どう|どれ|(?:どんな|どの|何)[^。、]{1,12})。?$|いい。?$"
    ),
    "en": re.compile(
        r"\?$|^(?:please )?(?:tell|explain|give|list|describe|compare|name|show|summari[sz]e|"
        r"what|how|who|whom|when|where|which|why)\b",
        re.I,
    ),
}
_CLAUSE = {
    "ja": re.compile(r"(?<=[でがてしと])[、,]|[、,](?=それ(?:と|から)|また|あと|さらに)"),
    "en": re.compile(
        r"[,;]?\s+(?:and|but|or)\s+(?=(?:(?:also|roughly|about|then|if so|in|from|until|since|by|for|to|at|with|on),?\s+)?"
        # "Is it free, or do we pay?" is one question.
        rf"(?:(?:what|how|who|whom|when|where|which|why)\b|(?<!\bor ){_INVERTED}))|\s*;\s+",
        re.I,
    ),
}
_FEWEST_WORDS = {"ja": 3, "en": 2}
"""In a clause that is asked by itself: "who drives the vehicles?" has two of any weight."""
_FEWEST_BEFORE = {"ja": 1, "en": 2}
"""In the clause before it: "when and where is it?" is one question."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of several questions in a message."""

    asked: str
    search_text: str
    """As it would be asked alone."""


def sentences_of(text: str, language: Language) -> tuple[list[str], list[str]]:
    """Its sentences in order, and those of them that ask something."""
    sentences = [match[0].strip() for match in _SENTENCE[language].finditer(text)]
    return sentences, [s for s in sentences if _ASKS[language].search(s)]


def parts_of(text: str, language: Language, glossary: Glossary) -> tuple[Part, ...]:
    """The questions in a message in their order; empty when there is only one."""
    sentences, asking = sentences_of(text, language)
    clauses = [clause for sentence in asking for clause in _clauses(sentence, language)]
    if not 2 <= len(clauses) <= _MOST:
        return ()
    situation = " ".join(s for s in sentences if s not in asking)
    return tuple(
        Part(clause, _alone(clause, clauses[:position], situation, language, glossary))
        for position, clause in enumerate(clauses)
    )


def _clauses(sentence: str, language: Language) -> list[str]:
    """Split where both sides have a question word and enough to say."""
    clauses: list[str] = []
    for piece in _CLAUSE[language].split(sentence):
        piece = piece.strip()
        opens = _asks(piece, _FEWEST_WORDS[language], language)
        if clauses and not (opens and _asks(clauses[-1], _FEWEST_BEFORE[language], language)):
            clauses[-1] += f"、{piece}" if language == "ja" else f" {piece}"
        elif piece:
            clauses.append(piece)
    return clauses


def _asks(clause: str, fewest: int, language: Language) -> bool:
    asks = _QUESTION_WORD[language].search(clause)
    return bool(asks) and len(tokenise(clause)) >= fewest


def _alone(
    clause: str,
    before: Sequence[str],
    situation: str,
    language: Language,
    glossary: Glossary,
) -> str:
    named = any(term.is_name or term.kind == "concept" for term in glossary.find(clause))
    long_enough = len(set(tokenise(clause))) >= _STANDS_ALONE
    if named or (long_enough and not points_back(clause, language, glossary)):
        return clause
    return " ".join(part for part in (situation, *before[:1], clause) if part)
