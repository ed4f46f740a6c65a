"""Names of people in a text, of which residents' are private."""

import re
from collections.abc import Iterator

from assistant.personal_data.patterns import NO_FIRST_WORD
from assistant.personal_data.public_people import is_public
from knowledge.romanisation import in_katakana
from knowledge.tokens import proper_nouns

Span = tuple[int, int]
"""Start and end in a text."""

_SPACE = "[ \u3000]?"
_HONORIFIC = re.compile(rf"{_SPACE}(?:さん|様|さま|ちゃん|くん|君)(?![々式子相])")
_PRIVATE_CONTEXT = re.compile(
    rf"{_SPACE}(?:さん|様|さま|氏|ちゃん|くん|君)?(?:[（(、, ]*\d{{2,3}}[歳才]"
    r"|の(?:住所|電話|連絡先|病|介護|息子|娘|夫|妻|家(?!族会)|自宅|個人情報|携帯)|が(?:倒れ|亡く|行方|徘徊|転(?:ん|倒))|宅)"
)
_ROLE_ENDINGS = "員者人長民客生師士方皆隣孫親娘婦夫妻供族家官係業店屋社体当社市町村区県"
_UNKNOWN_NAME = re.compile(
    rf"(?<![\u4e00-\u9fff])(?!息子)[\u4e00-\u9fff]{{1,4}}[^\W{_ROLE_ENDINGS}ぁ-ん]"
)
_KATAKANA = re.compile(r"[ァ-ヴー]+")
_TWO_CAPITALISED = re.compile(
    rf"(?=\b{NO_FIRST_WORD}(?P<first>[A-Z][a-z]+) (?P<second>[A-Z][a-z]+)\b)"
)
# What is said of one person; of a company hardly anybody says that it lives alone.
_SAID_OF_A_PERSON = re.compile(
    r",? \(?(?:aged? )?\d{2,3}\b|,? (?:who|living|lives|widowed|is (?:bed|ill|alone|lonely|old|frail|an? )|has (?:dementia|trouble|nobody|no (?:car|family|one|relatives))"
    r"|can(?:no|')t|gave up|wants|needs|no longer|never|lost)\b"
    r"|'s (?:home|house|address|(?:mobile )?(?:phone|number)|care level|illness|diagnosis|family|mother|father|son|daughter|husband|wife"
    r"|health|medical|birth|date of birth|age|condition|income|pension|bank)"
)
_SAID_OF_ANYBODY = re.compile(
    r",? (?:(?:is|was|has|had|does|did|could|would)(?:n't)?|asked|told)\b"
)


def private_names(text: str, public_names: frozenset[str]) -> Iterator[Span]:
    """Names of residents, from left to right, those that two Latin words make among them."""
    done = 0
    for start, end in sorted((*_in_japanese(text, public_names), *_in_latin(text, public_names))):
        if start >= done:
            done = end
            yield start, end


def _in_japanese(text: str, public_names: frozenset[str]) -> Iterator[Span]:
    for start, end in _people(text):
        name = text[start:end]
        addressed = bool(_HONORIFIC.match(text, end)) and not _KATAKANA.fullmatch(name)
        if _PRIVATE_CONTEXT.match(text, end) or (
            addressed and not is_public(name, text, end, public_names)
        ):
            yield start, end


def _in_latin(text: str, public_names: frozenset[str]) -> Iterator[Span]:
    """Given and family name in Latin letters, in either order, of whom something private is said."""
    for match in _TWO_CAPITALISED.finditer(text):
        start, end = match.start("first"), match.end("second")
        kana = [in_katakana(match["first"]), in_katakana(match["second"])]
        names = sum(map(_is_a_persons, kana)) if all(kana) else 0
        is_a_person = (names and _SAID_OF_A_PERSON.match(text, end)) or (
            names == len(kana) and _SAID_OF_ANYBODY.match(text, end)
        )
        if is_a_person and not is_public(text[start:end], text, end, public_names):
            yield start, end


def _is_a_persons(kana: str) -> bool:
    # Sato and Taro leave out that the last vowel is long.
    return any(
        noun.is_person and noun.text == written
        for written in (kana, f"{kana}ウ")
        for noun in proper_nouns(written)
    )


def _people(text: str) -> list[Span]:
    """Family name and given name as one, and kanji before さん that no dictionary has."""
    spans: list[Span] = []
    for noun in proper_nouns(text):
        if not noun.is_person:
            continue
        if spans and text[spans[-1][1] : noun.start] in ("", " ", "\u3000"):
            spans[-1] = (spans[-1][0], noun.end)
        else:
            spans.append((noun.start, noun.end))
    spans = [(start, _with_ending(text, end)) for start, end in spans]
    taken = {position for start, end in spans for position in range(start, end)}
    unknown = [
        match.span()
        for match in _UNKNOWN_NAME.finditer(text)
        if _PRIVATE_CONTEXT.match(text, match.end())
        and _HONORIFIC.match(text, match.end())
        and taken.isdisjoint(range(*match.span()))
    ]
    return sorted((*spans, *unknown))


def _with_ending(text: str, end: int) -> int:
    """ヨシ子 is known to the dictionary as ヨシ alone."""
    ends_name = text[end : end + 1] in tuple("子江代美枝男夫郎")
    return end + 1 if ends_name and _HONORIFIC.match(text, end + 1) else end
