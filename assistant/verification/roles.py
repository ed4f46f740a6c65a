"""Who does what to whom: a sentence that swaps the parties has all the right words."""

import re
from itertools import permutations

from assistant.verification.stretches import Match
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
_ENGLISH_KIND = (
    r"(?:livelihood support coordinators?|coordinators?|municipalit(?:y|ies)|cit(?:y|ies)|towns?|villages?"
    r"|prefectures?|compan(?:y|ies)|firms?|operators?|residents?|older people|users?|famil(?:y|ies)"
    r"|government|ministry|sponsors?|volunteers?)"
)
_ENGLISH_PARTY = rf"(?:the |its |their |an? )?(?:{_ENGLISH_KIND}|[A-Z][a-z]{{2,}})"
_COMPOUND = re.compile(r"[ァ-ヴー\u4e00-\u9fff]+(?:会社|事業者|薬局|部|課|担当)")
_QUALIFIED = re.compile(rf"\b([a-z]+) ({_ENGLISH_KIND})\b")
_ACTS_ON = re.compile(
    rf"(?P<who>{_ENGLISH_PARTY}) (?:[a-z]+ ){{1,2}}?(?P<whom>{_ENGLISH_PARTY})(?= |,|\.|;|$)"
)
_NO_ACT = re.compile(
    r"\b(?:and|or|of|in|at|with|by|from|for|to|on|as|between|near|via|than|are|is|was|were|like)\b"
)
_NO_QUALITY = frozenset("the a an its their some many other both all and or of local".split())  # noqa: SIM905


def swaps_parties(sentence: str, match: Match, language: Language) -> bool:
    """Who does and who is done to change places between the passages and the sentence."""
    if language == "en":
        told_acts, said_acts = _english_acts(sentence), _english_acts(match.stretch)
        return any(
            (whom, who) in said_acts and (who, whom) not in said_acts for who, whom in told_acts
        )
    told, said = _japanese_roles(sentence), _japanese_roles(match.statement)
    return any(
        told[doer] == _DOES != said.get(doer)
        and told[other] == _IS_DONE_TO
        and said.get(other) == _DOES
        for doer, other in permutations(told, 2)
    )


def takes_anothers_place(clause: str, match: Match, language: Language) -> bool:
    """The clause puts one party where the passages have another.

    Args:
        match: where the clause without its parties (`without_parties`) comes from.
    """
    told, said = _parties(clause, language), _parties(match.stretch, language)
    whole = _parties(match.statement, language)
    return bool(said - told) and not (told - said).isdisjoint(whole)


def without_parties(clause: str, language: Language) -> str:
    """What is said of them, whoever they are."""
    return (_COMPOUND if language == "ja" else _QUALIFIED).sub(" ", clause)


def _parties(text: str, language: Language) -> frozenset[str]:
    """Companies and the like with what tells one from another: taxi company, バス会社."""
    if language == "ja":
        return frozenset(_COMPOUND.findall(text))
    return frozenset(
        f"{m[1]} {_bare(m[2])}" for m in _QUALIFIED.finditer(text) if m[1] not in _NO_QUALITY
    )


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
