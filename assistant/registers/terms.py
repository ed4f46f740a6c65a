"""Official terms of an answer, each explained once in plain words."""

import re

from assistant.contract import ExplainedTerm
from knowledge.documents import Language
from knowledge.glossary import Glossary, Term

_EXPLAINED = ("concept", "role", "programme")
_MOST = 5
_NUMBER = re.compile(r"\d")
_EVERYDAY = frozenset(
    "自治体 民間企業 企業 住民 市町村 都道府県 ボランティア 人口密度 高齢者 行政 民間サービス 事業モデル".split()  # noqa: SIM905
)
"""Terms of the glossary that readers know."""
_KANA = re.compile(r"[ぁ-ゖー]+")


def explained_terms(text: str, language: Language, glossary: Glossary) -> tuple[ExplainedTerm, ...]:
    """Up to five terms that the text uses, in the order of their first use.

    A definition with a figure in it is left out: figures are told by cited sentences alone.
    """
    found = [
        ExplainedTerm(
            term=term.label(language),
            reading=(reading_of(term) or "") if language == "ja" else "",
            meaning=term.definition.in_language(language),
        )
        for term in glossary.find(text)
        if _needs_explaining(term, text, language)
    ]
    return tuple(found[:_MOST])


def reading_of(term: Term) -> str | None:
    """The term in hiragana where the glossary has it so."""
    return next((alias for alias in term.aliases if _KANA.fullmatch(alias)), None)


def _needs_explaining(term: Term, text: str, language: Language) -> bool:
    definition = term.definition.in_language(language)
    is_used = term.label(language).lower() in text.lower()
    is_known = term.term in _EVERYDAY
    return is_used and not is_known and term.kind in _EXPLAINED and not _NUMBER.search(definition)
