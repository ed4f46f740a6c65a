"""Long Japanese sentences cut where two main clauses meet."""

import re
from collections.abc import Sequence

from assistant.registers.conjugation import TYPE
from knowledge.tokens import Morpheme, morphemes

_LONG = 40
"""Characters from which on a sentence is worth cutting."""
_SHORTEST = 8
_POLITE = ("助動詞-マス", "助動詞-デス")
_JOINS = {"が": "しかし、", "ので": "ですから、", "けれど": "しかし、", "けれども": "しかし、"}
_TOPIC = re.compile(r"^[^、。「」（）]{1,12}は")
_SCOPE = re.compile(r"(?:では|には|とは|は)、?")
_FORM = 5


def cut(sentence: str) -> list[str]:
    """The sentence in pieces that each stand alone; whole when no cut is certain.

    A polite ending before が or ので ends a main clause; so does a verb's 連用形 before a comma when a
    new topic follows. What stands under a topic is not taken away from it.
    """
    if len(sentence) < _LONG:
        return [sentence]
    words, depth = morphemes(sentence), 0
    for at, word in enumerate(words):
        depth += (word.surface in "「『（(") - (word.surface in "」』）)")
        if depth:
            continue
        if (pieces := _cut_at(words, at)) and min(map(len, pieces)) >= _SHORTEST:
            return [pieces[0], *cut(pieces[1])]
    return [sentence]


def _cut_at(words: Sequence[Morpheme], at: int) -> tuple[str, str] | None:
    following = [word.surface for word in words[at + 1 : at + 3]]
    if len(following) < 2 or "、" not in following:
        return None
    word, before = words[at], _text(words[: at + 1])
    if following[0] in _JOINS and following[1] == "、" and _ends_politely(words, at):
        rest = _text(words[at + 3 :])
        is_under_topic = _TOPIC.match(rest) and re.search(r"(?:で|に|と)は", before)
        return None if is_under_topic else (f"{before}。", _JOINS[following[0]] + rest)
    rest = _text(words[at + 2 :])
    is_clause = following[0] == "、" and word.part_of_speech[0] == "動詞"
    if is_clause and word.part_of_speech[_FORM] == "連用形-一般" and _TOPIC.match(rest):
        return None if _SCOPE.search(before) else (f"{before}ます。", rest)
    return None


def _ends_politely(words: Sequence[Morpheme], at: int) -> bool:
    """〜ます, 〜です, 〜ました, 〜ません."""
    kinds = [word.part_of_speech[TYPE] for word in words[max(at - 1, 0) : at + 1]]
    return kinds[-1] in _POLITE or (kinds[0] in _POLITE and kinds[-1] in ("助動詞-タ", "助動詞-ヌ"))


def _text(words: Sequence[Morpheme]) -> str:
    return "".join(word.surface for word in words)
