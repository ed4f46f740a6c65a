"""The field's vocabulary: how a word that somebody types leads to the word that a document uses."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from knowledge.documents import Bilingual, Language
from knowledge.errors import SourcesUnreadable
from knowledge.folding import folded

TermKind = Literal["concept", "role", "organisation", "place", "programme", "service", "word"]


_TEXTS_REMEMBERED = 512
_LATIN = re.compile("[a-z0-9]")


class _Definition(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    ja: str
    en: str


class _TermFields(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    term: str
    en: str
    kind: TermKind
    aliases: tuple[str, ...] = ()
    """Other correct names and abbreviations, Japanese or in Latin letters."""
    en_aliases: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()
    everyday: tuple[str, ...] = ()
    """Words people use instead, Japanese or English, that are not exact synonyms."""
    definition: _Definition


@dataclass(frozen=True, slots=True)
class Term:
    """One term with all the ways to write it."""

    term: str
    en: str
    kind: TermKind
    aliases: tuple[str, ...]
    en_aliases: tuple[str, ...]
    misspellings: tuple[str, ...]
    everyday: tuple[str, ...]
    definition: Bilingual

    @property
    def is_name(self) -> bool:
        return self.kind in ("organisation", "place", "programme", "service")

    def label(self, language: Language) -> str:
        return self.term if language == "ja" else self.en

    def written_forms(self) -> tuple[str, ...]:
        """Every form that stands for the term in a question."""
        return (
            self.term, self.en, *self.aliases, *self.en_aliases, *self.misspellings, *self.everyday
        )  # fmt: skip


class Glossary:
    """Terms, found in text by any of their forms."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(terms)
        # One question is looked through at several steps, and thousands of forms take milliseconds.
        self._remembered = lru_cache(maxsize=_TEXTS_REMEMBERED)(self._find)
        self._put_right = lru_cache(maxsize=_TEXTS_REMEMBERED)(self._corrected)
        self._by_form: dict[str, list[Term]] = {}
        for term in self.terms:
            for form in term.written_forms():
                known = self._by_form.setdefault(folded(form), [])
                if term not in known:
                    known.append(term)

    def find(self, text: str) -> tuple[Term, ...]:
        """Terms mentioned in the text in any form, in order of appearance, longest form first."""
        return self._remembered(text)

    def _find(self, text: str) -> tuple[Term, ...]:
        found: dict[str, Term] = {}
        text, at = folded(text), 0
        while at < len(text):
            form = self._form_at(text, at)
            for term in self._by_form.get(form, ()):
                found.setdefault(term.term, term)
            at += len(form) or 1
        return tuple(found.values())

    def _form_at(self, text: str, at: int) -> str:
        """The longest form that begins there; empty where none does."""
        for length in self._lengths.get(text[at], ()):
            form = text[at : at + length]
            if form in self._by_form and _stands_alone(form, text, at):
                return form
        return ""

    @cached_property
    def _lengths(self) -> dict[str, list[int]]:
        """How long forms are that begin with a character, the longest first.

        Looking forms up takes a twentieth of the time of one pattern for thousands of them.
        """
        lengths: dict[str, set[int]] = {}
        for form in filter(None, self._by_form):
            lengths.setdefault(form[0], set()).add(len(form))
        return {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def lookup(self, form: str) -> Term | None:
        """The term that is written like this, or None."""
        terms = self._by_form.get(folded(form))
        return terms[0] if terms else None

    def spellings(self, name: str) -> tuple[str, ...]:
        """The name itself and every other spelling of it; just the name where it is unknown."""
        term = self.lookup(name)
        if term is None:
            return (name,)
        return (name, term.term, *term.aliases, *term.misspellings, term.en, *term.en_aliases)

    def corrected(self, text: str) -> str:
        """The text with misspelt terms written correctly (チョイスコ → チョイソコ).

        Misspellings count in any case and width (ﾁｮｲｽｺ); a text without one comes back as it is.
        """
        return self._put_right(text)

    def _corrected(self, text: str) -> str:
        for written in (text, normalize("NFKC", text)):
            if self._misspelt_pattern.search(written):
                return self._misspelt_pattern.sub(
                    lambda match: self._misspelt[folded(match[0])], written
                )
        return text

    @cached_property
    def _misspelt(self) -> dict[str, str]:
        return {folded(wrong): term.term for term in self.terms for wrong in term.misspellings}

    @cached_property
    def _misspelt_pattern(self) -> re.Pattern[str]:
        return re.compile(_any_of(self._misspelt), re.IGNORECASE)


def load_glossary(directory: Path) -> Glossary:
    """Read glossary.yaml; raises SourcesUnreadable with the term and what is wrong."""
    path = directory / "glossary.yaml"
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        raw = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=loader)
        fields = TypeAdapter(tuple[_TermFields, ...]).validate_python(raw)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, ValidationError) as error:
        raise SourcesUnreadable(f"glossary.yaml cannot be read: {error}") from error
    return Glossary(
        Term(
            **field.model_dump(exclude={"definition"}),
            definition=Bilingual(field.definition.ja, field.definition.en),
        )
        for field in fields
    )


def _stands_alone(form: str, text: str, at: int) -> bool:
    """English words count as whole words only, Japanese ones anywhere."""
    before, after = text[max(at - 1, 0) : at], text[at + len(form) : at + len(form) + 1]
    return not (_LATIN.match(before) and _LATIN.match(form[0])) and not (
        _LATIN.match(after) and _LATIN.match(form[-1])
    )


def _any_of(forms: Iterable[str]) -> str:
    """A pattern for any of the forms, the longest first; without forms it matches nothing."""
    longest_first = sorted(forms, key=len, reverse=True)
    return "|".join(_bounded(form) for form in longest_first) or r"(?!)"


def _bounded(form: str) -> str:
    """As `_stands_alone` has it, for a pattern."""
    left = r"(?<![a-z0-9])" if re.match(r"[A-Za-z0-9]", form) else ""
    right = r"(?![a-z0-9])" if re.search(r"[A-Za-z0-9]$", form) else ""
    return f"{left}{re.escape(form)}{right}"
