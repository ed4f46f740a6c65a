"""Names in a sentence that the passages do not have."""

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

from knowledge.folding import folded
from knowledge.glossary import Glossary
from knowledge.tokens import is_ordinary_word, proper_nouns, tokenise

_KATAKANA = re.compile(r"[ァ-ヴー・]{4,}")
_ORGANISATION = re.compile(
    r"(?:株式会社|一般社団法人|公益社団法人|NPO法人|社会福祉法人|合同会社)[\u4e00-\u9fffァ-ヴーA-Za-z]{2,12}"
    r"|[\u4e00-\u9fffァ-ヴーA-Za-z]{2,12}(?:株式会社|大学|研究所|財団|協会|銀行|信用金庫|生協|薬局|省|庁)"
)
_PLACE = re.compile(
    r"(?![各全同当本両他]|市町|町村|市区)[\u4e00-\u9fff]{1,4}(?:市|町|村|県|区)(?![\u4e00-\u9fffぁ-ん]{0,1}(?:民|役|場|街|部|長|内|外|政))"
)
_LATIN = re.compile(
    r"(?<![A-Za-z])[A-Z][A-Za-z0-9]*(?:[-'’&.][A-Za-z0-9]+)*(?: [A-Z][A-Za-z0-9]*(?:[-'’&.][A-Za-z0-9]+)*)*"
)
_PREFECTURE = re.compile(r"(.{2,3}[都道府県])(.+)")
_CALENDAR = frozenset({"令和", "平成", "昭和", "日本"})
# Words that begin a sentence with a capital and name nothing; others must stand in the passages.
_PREDICATE = re.compile(
    r" (?:is|was|has|had|runs?|ran|operates?|offers?|provides?|launched|began|started|also|and [A-Z]|works?|joined|pays?|paid|[a-z]+ed)\b"
)
_FRAME = frozenset(
    """
    the a an this that these those it its they their there here in on at by for from with as to of
    and but or so if when while where because since after before during under over between both
    each every all some many most few other another such first second third finally also however
    therefore then thus next instead according based depending people one two three what how who
    which why yes no not i you we he she japan japanese english
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday reiwa heisei
    """.split()  # noqa: SIM905  # a list is read more easily as one text
)


def unknown_names(sentence: str, evidence: str, glossary: Glossary) -> list[str]:
    """Names that the evidence has in no spelling of the glossary."""
    sentence, told = normalize("NFKC", sentence), folded(evidence)
    stems = _stems(evidence)
    return [
        name
        for name in dict.fromkeys(_names(sentence, glossary, stems))
        if not _is_told(name, told, glossary)
    ]


def _is_told(name: str, told: str, glossary: Glossary) -> bool:
    if any(folded(form) in told for form in glossary.spellings(name)):
        return True
    if parts := _PREFECTURE.fullmatch(name):
        return all(_is_told(part, told, glossary) for part in parts.groups())
    words = name.split()
    return len(words) > 1 and all(_is_told(word, told, glossary) for word in words)


def _names(sentence: str, glossary: Glossary, stems: frozenset[str]) -> Iterator[str]:
    yield from (term.term for term in glossary.find(sentence) if term.is_name)
    yield from (noun.text for noun in proper_nouns(sentence) if noun.text not in _CALENDAR)
    yield from (m[0] for m in _KATAKANA.finditer(sentence) if not is_ordinary_word(m[0]))
    yield from (match[0] for match in _ORGANISATION.finditer(sentence))
    yield from (match[0] for match in _PLACE.finditer(sentence))
    for match in _LATIN.finditer(sentence):
        yield from _latin_name(match, sentence, stems)


def _latin_name(match: re.Match[str], sentence: str, stems: frozenset[str]) -> Iterator[str]:
    words = match[0].split()
    while words and words[0].lower() in _FRAME:
        words.pop(0)
    begins = not sentence[: match.start()].strip(" \"'“(*-")
    is_plain = len(words) == 1 and words[0][1:].islower() and len(words[0]) > 1
    if begins and is_plain and not _PREDICATE.match(sentence, match.end()):
        return  # capital for standing first
    # "Coordinators" is no name where the passages speak of a coordinator.
    unknown = [word for word in words if not set(tokenise(word)) <= stems or not tokenise(word)]
    if unknown and not all(len(word) == 1 for word in unknown):
        yield " ".join(words)


@lru_cache(maxsize=256)
def _stems(text: str) -> frozenset[str]:
    return frozenset(tokenise(text))
