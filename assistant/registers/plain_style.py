"""です・ます into である, sentence by sentence; what cannot be turned with certainty is refused."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assistant.registers.conjugation import TYPE, Verb
from knowledge.tokens import Morpheme, morphemes

_FORM = 5
_MASU, _DESU = "助動詞-マス", "助動詞-デス"
_CONJUGATED = ("動詞", "助動詞")
_ENDS = frozenset("。！？）)")
_OPENING, _CLOSING = frozenset("「『"), frozenset("」』")
_HUMBLE = {"いたす": "する", "ござる": "ある", "おる": "いる"}


class _Refused(Exception):
    """A turn of phrase that has no certain plain form."""


@dataclass
class _Plain:
    """A sentence while it is turned: words read so far, and what they became."""

    words: Sequence[Morpheme]
    at: int = 0
    written: list[str] = field(default_factory=list)

    def word(self, ahead: int = 0) -> Morpheme | None:
        place = self.at + ahead
        return self.words[place] if 0 <= place < len(self.words) else None

    def surface(self, ahead: int = 0) -> str:
        word = self.word(ahead)
        return word.surface if word else ""

    def instead(self, text: str, *, of: int = 1, then: int = 1) -> None:
        """Write this for the last `of` words written, and go on `then` words."""
        del self.written[len(self.written) - of :]
        self.written.append(text)
        self.at += then

    @property
    def is_last(self) -> bool:
        """True when the sentence ends after the word that is read."""
        following = self.surface(1)
        return not following or following in _ENDS


def in_plain_style(sentence: str) -> str | None:
    """The sentence in である style; what is quoted in 「」 stays as it is.

    Returns:
        None when some polite form in it cannot be turned with certainty.
    """
    state, depth = _Plain(morphemes(sentence)), 0
    try:
        while (word := state.word()) is not None:
            depth += (word.surface in _OPENING) - (word.surface in _CLOSING)
            turn = None if depth > 0 else _turn_of(word)
            if turn is None:
                state.written.append(word.surface)
                state.at += 1
            else:
                turn(state)
    except _Refused:
        return None
    return "".join(state.written)


def _turn_of(word: Morpheme) -> Callable[[_Plain], None] | None:
    if word.part_of_speech[TYPE] == _MASU:
        return _masu
    if word.part_of_speech[TYPE] == _DESU:
        return _desu
    if word.dictionary_form == "くださる" and word.part_of_speech[_FORM] == "命令形":
        return _request
    return None


def _masu(state: _Plain) -> None:
    verb = _verb_before(state)
    form = state.words[state.at].part_of_speech[_FORM]
    following = state.surface(1)
    if form.startswith(("終止形", "連体形")):
        state.instead(verb.plain)
    elif form.startswith("連用形") and following in ("た", "たら"):
        state.instead(verb.past + following[1:], then=2)
    elif form.startswith("連用形") and following == "て":
        state.instead(verb.gerund, then=2)
    elif form.startswith("未然形") and following == "ん":
        is_past = (state.surface(2), state.surface(3)) == ("でし", "た")
        state.instead(verb.negative_past if is_past else verb.negative, then=4 if is_past else 2)
    elif form == "意志推量形" and state.is_last:
        state.instead(f"{verb.plain}こと")
    else:
        raise _Refused


def _desu(state: _Plain) -> None:
    form = state.words[state.at].part_of_speech[_FORM]
    before = state.word(-1)
    is_adjective = before is not None and _is_adjective(before)
    if form == "意志推量形":
        state.instead("であろう", of=0)
    elif form.startswith("連用形") and state.surface(1) == "た" and not is_adjective:
        state.instead("であった", of=0, then=2)
    elif form.startswith(("終止形", "連体形")) and state.surface(1) not in ("ね", "よ"):
        state.instead("" if is_adjective else "である", of=0)
    else:
        raise _Refused


def _request(state: _Plain) -> None:
    """〜てください, お〜ください, ご〜ください: what is to be done."""
    if not state.is_last:
        raise _Refused
    if state.surface(-1) in ("て", "で"):
        if state.surface(-2) == "ない":
            state.instead("こと", of=1)
            return
        of = 2
    else:
        of = 1
    word = state.word(-of)
    polite = state.surface(-of - 1) in ("お", "ご", "御")
    if word is None or (of == 1 and not polite):
        raise _Refused
    plain = _HUMBLE.get(word.dictionary_form, word.dictionary_form)
    if word.part_of_speech[0] == "名詞":
        plain = f"{word.surface}する"
    elif word.part_of_speech[0] not in _CONJUGATED:
        raise _Refused
    state.instead(f"{plain}こと", of=of + (1 if of == 1 else 0))


def _verb_before(state: _Plain) -> Verb:
    word = state.word(-1)
    if word is None or word.part_of_speech[0] not in _CONJUGATED:
        raise _Refused
    humble = _HUMBLE.get(word.dictionary_form)
    if humble is None:
        return Verb.of(word)
    return Verb(humble, "サ行変格" if humble == "する" else word.part_of_speech[TYPE])


def _is_adjective(word: Morpheme) -> bool:
    kind = word.part_of_speech
    return kind[0] == "形容詞" or kind[TYPE] in ("助動詞-ナイ", "助動詞-タイ", "助動詞-タ")
