"""Who does what to whom: a sentence that swaps the parties has all the right words."""

import re
from itertools import permutations

from knowledge.documents import Language
from knowledge.tokens import proper_nouns

_PARTIES = (
    "生活支援コーディネーター", "自治体", "市町村", "都道府県", "行政", "企業", "会社", "事業者", "薬局", "住民",
    "高齢者", "利用者", "家族", "社協", "社会福祉協議会", "NPO", "ボランティア", "地域包括支援センター", "タクシー会社",
    "バス会社", "スポンサー", "経済産業省", "厚生労働省", "SC", "市", "町", "村", "県", "国",
)  # fmt: skip
_PARTY = "|".join(sorted(map(re.escape, _PARTIES), key=len, reverse=True))
_DOES, _IS_DONE_TO = "does", "is done to"
_PARTICLE = re.compile(r"(?:が|は|も|では)(?![い])|(?P<to>に(?!よ|つ|お|対|関|は)|へ|を|に対し)")
_ENGLISH_PARTY = (
    r"(?:the |its |their |an? )?(?:livelihood support coordinators?|coordinators?|municipalit(?:y|ies)|cit(?:y|ies)|towns?|villages?|prefectures?"
    r"|compan(?:y|ies)|firms?|operators?|residents?|older people|users?|famil(?:y|ies)|government|ministry|sponsors?|volunteers?|[A-Z][a-z]{2,})"
)
_ACTS_ON = re.compile(
    rf"(?P<who>{_ENGLISH_PARTY}) (?:[a-z]+ ){{1,2}}?(?P<whom>{_ENGLISH_PARTY})(?= |,|\.|;|$)"
)
_NO_ACT = re.compile(
    r"\b(?:and|or|of|in|at|with|by|from|for|to|on|as|between|near|via|than|are|is|was|were|like)\b"
)


def swaps_parties(clause: str, stretch: str, language: Language) -> bool:
    """True when two parties change places between the passages and the clause."""
    if language == "ja":
        told, said = _japanese_roles(clause), _japanese_roles(stretch)
        return any(
            told[one] == _DOES == said[other] and told[other] == _IS_DONE_TO == said[one]
            for one, other in permutations(told.keys() & said.keys(), 2)
        )
    told_acts, said_acts = _english_acts(clause), _english_acts(stretch)
    return any((whom, who) in said_acts and (who, whom) not in said_acts for who, whom in told_acts)


def _japanese_roles(text: str) -> dict[str, str]:
    """Parties that do something and parties that something is done to, by their particles."""
    names = "|".join(re.escape(noun.text) for noun in proper_nouns(text))
    pattern = re.compile(f"(?:{names}|{_PARTY})" if names else f"(?:{_PARTY})")
    roles: dict[str, str] = {}
    for match in pattern.finditer(text):
        if particle := _PARTICLE.match(text, match.end()):
            roles.setdefault(match[0], _IS_DONE_TO if particle["to"] else _DOES)
    return roles


def _english_acts(text: str) -> set[tuple[str, str]]:
    return {
        (_bare(match["who"]), _bare(match["whom"]))
        for match in _ACTS_ON.finditer(text)
        if not _NO_ACT.search(text[match.end("who") : match.start("whom")])
    }


def _bare(party: str) -> str:
    word = re.sub(r"^(?:the|its|their|an?) ", "", party.lower())
    return re.sub(r"(?:ies|y)$", "", word).removesuffix("s")
