"""Questions that only make sense after the one before."""

import re
from collections.abc import Sequence

from knowledge.documents import Language
from knowledge.glossary import Glossary

# それ, 他の…, あと…: Japanese that points back; "and for…", "what about…", "it": English that does.
_POINTS_BACK = re.compile(
    r"^(?:それ|その|これ|この|あれ|そこ|そっち|じゃあ?|では|ほか|他|もう少し|もっと|あと|ちなみに|逆に|なぜ|なんで|具体的|"
    r"例え|たとえ)|(?:それ|その(?:数字|事例|会社|市|ため|場合|とき|効果|理由)|同じ)|(?:の場合|の方)は[?？]?$|^.{1,12}(?:は|では|なら|だと)[?？]$|"
    r"^(?:and|but|so|then|what about|how about|what else|why|also|for example|any other|tell me more|more)\b|"
    r"\b(?:it|that|this|these|those|they|them|there|the same)\b",
    re.I,
)
_LONGEST = {"ja": 30, "en": 70}


def with_context(
    question: str, earlier: Sequence[str], language: Language, glossary: Glossary
) -> str:
    """The question as it would be asked on its own.

    A question that points back, or is too short to stand alone, is joined to the subject of the
    last question that stood alone. Others come back unchanged.
    """
    if not earlier or not points_back(question, language, glossary):
        return question
    subject = next(
        (old for old in reversed(earlier) if not points_back(old, language, glossary)), earlier[0]
    )
    return f"{subject.rstrip('。？?. ')} {question}"


def points_back(question: str, language: Language, glossary: Glossary) -> bool:
    """True for a short question that leans on the conversation."""
    if len(question) > _LONGEST[language]:
        return False
    names = [term for term in glossary.find(question) if term.is_name or term.kind == "concept"]
    return bool(_POINTS_BACK.search(question)) and len(names) <= 1
