"""Places and times that a question asks about and a text does not speak of.

Whoever asks for another town, or for this month, is not answered by what was told of a town last
year, however alike the rest is. What somebody says of their own situation does not count
(assistant.understanding.asking_part).
"""

import re
from dataclasses import dataclass
from unicodedata import normalize

from assistant.understanding.asking_part import asking_part
from assistant.understanding.language import language_of
from knowledge.documents import Bilingual, Language
from knowledge.folding import folded
from knowledge.gaps import Ask, Gap
from knowledge.glossary import Glossary
from knowledge.tokens import proper_nouns

_NO_PLACE = frozenset(
    """
    日本 国内 アジア japan japanese english asia fiscal
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    """.split()  # noqa: SIM905
)
"""What every document is about or nobody means as a place."""
_NAME = r"([A-ZŌ][a-zōū]{2,}(?:-(?:shi|cho|machi|mura|ken|ku))?)"
_PLACE = re.compile(
    rf"\b(?:in|near|around|across)\s+(?:the\s+)?(?:city of\s+|town of\s+)?{_NAME}\b(?!\s+[A-Z])"
    rf"|\b{_NAME}(?:'s)?\s+(?:City|Town|Village|Prefecture|Ward|prefecture)\b"
    # Who is asked about: "does Finland", "is Nagano also".
    rf"|\b(?:does|did|has|is|are|do)\s+{_NAME}\b(?!'s|\s+[A-Z])"
)
_NOW = {
    "ja": re.compile("今年|今期|今月|今週|先月|先週|昨日|直近|現時点|最新の|本日"),
    "en": re.compile(
        r"\b(?:this (?:(?:fiscal|financial) )?(?:year|month|week|spring|summer|autumn|fall|winter)"
        r"|last (?:month|week|year|spring|summer|autumn|fall|winter)|today(?!'s)|currently|recently"
        r"|right now|nowadays|as of now)\b",
        re.I,
    ),
}
_IN_JAPAN = re.compile(r"(?:[都道府県市町村区]|市内|県内)$")


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What a question asks about and the text does not speak of; false where there is nothing."""

    places: tuple[str, ...]
    """Places, and in English others that are asked about as one, each once."""
    now: bool
    """Whether it asks for the time at which it is asked."""

    def __bool__(self) -> bool:
        return bool(self.places) or self.now

    def is_meant_by(self, gap: Gap, glossary: Glossary) -> bool:
        """Whether what is missing there names one of the places, in any spelling."""
        missing = folded(f"{gap.missing.ja}\n{gap.missing.en}")
        return any(
            folded(form) in missing for place in self.places for form in glossary.spellings(place)
        )

    def gap(self, near: tuple[str, ...]) -> Gap:
        """As something that the documents leave open.

        Args:
            near: entries that say something close to it.
        """
        if self.places:
            named_ja, named_en = "・".join(self.places), " and ".join(self.places)
            missing = Bilingual(f"{named_ja}についてのこの点", f"what was asked, about {named_en}")
            is_here = any(_IN_JAPAN.search(place) for place in self.places)
            return Gap("elsewhere", missing, near, Ask.MUNICIPALITY if is_here else Ask.NOBODY, ())
        missing = Bilingual(
            "資料がまとめられた後の状況", "how things stand after they were written"
        )
        return Gap("now", missing, near, Ask.PUBLISHER, ())


def elsewhere(question: str, text: str, glossary: Glossary) -> Elsewhere:
    """Places and times in the part of the question that asks, where the text does not have them in
    any spelling."""
    language = language_of(question)  # its own, whatever language the answer is wanted in
    asking, told = normalize("NFKC", asking_part(question, language)), folded(text)
    places = tuple(
        place
        for place in dict.fromkeys(_places(asking, language))
        if not any(folded(form) in told for form in glossary.spellings(place))
    )
    now = any(folded(match[0]) not in told for match in _NOW[language].finditer(asking))
    return Elsewhere(places, now)


def _places(asking: str, language: Language) -> list[str]:
    if language == "ja":
        found = [noun.text for noun in proper_nouns(asking) if noun.is_place]
    else:
        found = [next(filter(None, match.groups())) for match in _PLACE.finditer(asking)]
    return [place for place in found if len(place) > 1 and place.lower() not in _NO_PLACE]
