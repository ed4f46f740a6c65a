"""実施します into 行います: verbs made of a Sino-Japanese noun and する, in every form."""

from collections.abc import Sequence

from assistant.registers.conjugation import TYPE, Verb
from assistant.registers.easy_words import INTRANSITIVE, VERBS
from knowledge.tokens import Morpheme

_FORM = 5
_SURU = "サ行変格"


def easier_verb(words: Sequence[Morpheme], at: int) -> tuple[str, int] | None:
    """The easier verb for the noun at this place and する behind it.

    Returns:
        What is written instead, and how many words it stands for; None where there is none or
        the form is not one of those that are known.
    """
    found = VERBS.get(words[at].surface)
    if found is None or at + 1 >= len(words) or _belongs_to_compound(words, at):
        return None
    verb = Verb(*found)
    following = words[at + 1]
    if following.dictionary_form in ("できる", "出来る"):
        return f"{verb.plain}ことが{following.surface}", 2
    if following.dictionary_form != "する" or following.part_of_speech[TYPE] != _SURU:
        return None
    after = words[at + 2].surface if at + 2 < len(words) else ""
    return _in_form(verb, following.part_of_speech[_FORM], after)


def _in_form(verb: Verb, form: str, after: str) -> tuple[str, int] | None:
    if form.startswith("連用形") and after in ("て", "た", "たり", "たら"):
        return (verb.gerund if after == "て" else verb.past + after[1:]), 3
    if form == "未然形-サ":
        return (verb.stem("passive"), 2) if after in ("れ", "れる") else None
    if form.startswith(("終止形", "連体形")):
        return verb.plain, 2
    stems = {"連用形-一般": "i", "未然形-一般": "a", "仮定形-一般": "ba"}
    return (verb.stem(stems[form]), 2) if form in stems else None


def _belongs_to_compound(words: Sequence[Morpheme], at: int) -> bool:
    """移動支援します is one thing; 増加 with を takes another verb."""
    before = words[at - 1] if at else None
    if before is None:
        return False
    if words[at].surface in INTRANSITIVE and before.surface == "を":
        return True
    return before.part_of_speech[0] in ("名詞", "接頭辞", "接尾辞") or before.surface in "・「（"
