"""Readings of a question that names its subject too broadly: which service's fare, which programme?

A question has several readings when it asks for one figure, names nothing that has it, and the
entries give different values for different things. Every other question has one reading.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from assistant.contract import Choice
from assistant.understanding.figure_words import FIGURES, FigureWords
from assistant.understanding.question import Question
from knowledge.corpus import statements
from knowledge.documents import Entry
from knowledge.glossary import Glossary, Term
from knowledge.tokens import morphemes, tokenise

_MOST = 6
_OWNERS = ("service", "programme", "organisation", "place")
_ASKING = frozenset(
    """
    幾ら 何円 円 金額 額 掛かる 必要 知る どれ 位 程度 大体 今 現在 平均 人 数 値段 料 御 回 一 一人 一回 出る 取る 払う 聞く 分かる
    much many cost pay charg yen take need person peopl each per one now current get know long
    """.split()  # noqa: SIM905
)
"""Words that ask and name nothing."""
_NOT_FOR_A_VALUE = re.compile(
    r"とは|って何|意味|違い|決め方|\bmean|\bdiffer|\bwhy\b|なぜ", re.IGNORECASE
)
_TELLS_OF_OTHERS = re.compile(
    r"(?:省|庁|府|局|課|集|手引き|検討会|委員会|協議会|報告書|ブック|ガイドライン|調査)$"
)
"""Offices, panels and documents: a figure that stands beside one of these is another's."""
_CLAUSE = re.compile(r"[、，;]|, | and ")


@dataclass
class _Owned:
    """The values of one thing."""

    term: Term
    values: set[str] = field(default_factory=set)
    told: int = 0
    beside: set[str] = field(default_factory=set)
    """Names said in the same breath: a company and its service."""


@dataclass(frozen=True)
class Readings:
    """Finds the readings of a question among the entries."""

    entries: Mapping[str, Entry]
    glossary: Glossary

    def of(self, question: Question) -> tuple[Choice, ...]:
        """A choice for each reading; empty for a question with one clear reading.

        A follow-up has its subject from the conversation, a question of several parts names it.
        """
        asked = question.asked
        if shared := self._shared_name(question):
            return shared
        figure = next((figure for figure in FIGURES if figure.is_in(asked)), None)
        if figure is None or question.parts or _NOT_FOR_A_VALUE.search(asked):
            return ()
        if question.search_text != self.glossary.corrected(asked):
            return ()
        broad = self._broad_subject(asked, figure)
        if broad is None:
            return ()
        owners = self._owners(question, figure, broad)
        if len({frozenset(owner.values) for owner in owners}) < 2:
            return ()
        return tuple(_choice(question, owner.term, broad) for owner in owners[:_MOST])

    def _shared_name(self, question: Question) -> tuple[Choice, ...]:
        """For a name that several things have, those of which the entries tell."""
        for noun in _noun_runs(question.asked) if self._shared else ():
            labels = [term.label(question.language) for term in self._shared.get(noun, ())]
            told = [label for label in labels if self._is_told(label, question)]
            if len(told) > 1 and not any(label in question.asked for label in told):
                return tuple(
                    Choice(label=label, question=question.asked.replace(noun, label, 1))
                    for label in told[:_MOST]
                )
        return ()

    @cached_property
    def _shared(self) -> Mapping[str, list[Term]]:
        """Names of several things, with these things."""
        named: dict[str, list[Term]] = {}
        for term in filter(_may_own, self.glossary.terms):
            for form in {term.term, *term.aliases, term.en, *term.en_aliases}:
                named.setdefault(form, []).append(term)
        return {form: terms for form, terms in named.items() if len(terms) > 1}

    def _is_told(self, label: str, question: Question) -> bool:
        texts = (entry.text.in_language(question.language) for entry in self.entries.values())
        return any(label in text for text in texts)

    def _broad_subject(self, asked: str, figure: FigureWords) -> str | None:
        """A noun with which several names end, or an empty text where nothing is named.

        Returns:
            None when the question says more than that.
        """
        if any(term.kind in _OWNERS for term in self.glossary.find(asked)):
            return None
        if not _asks_more(asked, figure):
            return ""
        for noun in _noun_runs(asked):
            is_shared = not figure.is_in(noun) and len(self._ending_with(noun)) > 1
            if is_shared and not _asks_more(asked.replace(noun, " "), figure):
                return noun
        return None

    def _owners(self, question: Question, figure: FigureWords, broad: str) -> list[_Owned]:
        """Things with values of this figure, those first of which most is told."""
        owned: dict[str, _Owned] = {}
        fitting = {term.term for term in self._ending_with(broad)} if broad else None
        for said in self._statements(question, figure):
            for term, values, beside in self._values(said, figure):
                if fitting is None or term.term in fitting:
                    owner = owned.setdefault(term.term, _Owned(term))
                    owner.values |= values
                    owner.beside |= beside
                    owner.told += 1
        most_told_first = sorted(owned.values(), key=lambda each: (-each.told, each.term.term))
        return _apart(most_told_first)

    def _statements(self, question: Question, figure: FigureWords) -> Iterator[str]:
        for entry in self.entries.values():
            text = entry.text.in_language(question.language)
            if question.sources and entry.source not in question.sources:
                continue
            if figure.is_in(text):
                yield from (said for said in statements(text) if figure.is_in(said))

    def _values(self, said: str, figure: FigureWords) -> Iterator[tuple[Term, set[str], set[str]]]:
        """Values with the name that was said last before them, and other names beside it."""
        named: list[Term] = []
        for clause in _CLAUSE.split(said):
            named = [term for term in self.glossary.find(clause) if _may_own(term)] or named
            owner = named[-1] if named else None
            values = set(figure.values_in(clause))
            if owner and values:
                yield owner, values, {term.term for term in named}

    def _ending_with(self, noun: str) -> list[Term]:
        wanted = _words(noun)
        return [
            term
            for term, names in self._names
            if noun not in (term.term, *term.aliases)
            and any(_is_ordered(wanted, parts) for parts in names)
        ]

    @cached_property
    def _names(self) -> list[tuple[Term, list[list[str]]]]:
        return [
            (term, [_words(form) for form in (term.term, *term.aliases)])
            for term in self.glossary.terms
            if _may_own(term)
        ]


def _apart(owners: Sequence[_Owned]) -> list[_Owned]:
    """Of names for one thing, the one of which most is told."""
    kept: list[_Owned] = []
    for owner in owners:
        if not any(owner.term.term in k.beside or k.term.term in owner.beside for k in kept):
            kept.append(owner)
    return kept


def _asks_more(asked: str, figure: FigureWords) -> bool:
    """True when the question has words beside the figure and those that ask."""
    return bool(set(tokenise(figure.without(asked))) - _ASKING)


def _may_own(term: Term) -> bool:
    return term.kind in _OWNERS and not _TELLS_OF_OTHERS.search(term.term)


def _choice(question: Question, term: Term, broad: str) -> Choice:
    label, asked = term.label(question.language), question.asked
    if broad:
        return Choice(label=label, question=asked.replace(broad, label, 1))
    if question.language == "ja":
        return Choice(label=label, question=f"{label}の{asked}")
    return Choice(label=label, question=f"{label}: {asked[0].lower()}{asked[1:]}")


def _is_ordered(wanted: Sequence[str], parts: Sequence[str]) -> bool:
    """True when the parts have the wanted words in their order, the last one at the end."""
    if not wanted or not parts or wanted[-1] != parts[-1]:
        return False
    left = iter(parts)
    return all(part in left for part in wanted)


def _words(name: str) -> list[str]:
    return [word.surface for word in morphemes(name)]


def _noun_runs(text: str) -> list[str]:
    runs: list[str] = []
    run = ""
    for word in morphemes(text):
        if word.part_of_speech[0] in ("名詞", "接頭辞", "接尾辞"):
            run += word.surface
            continue
        runs, run = [*runs, run], ""
    return [run for run in [*runs, run] if len(run) >= 3]
