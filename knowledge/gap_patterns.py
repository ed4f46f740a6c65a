"""Questions after named things that the documents leave open, made from patterns.

A service's users, a town's population, a ministry's budget: what people ask about anything that has
a name. `gap_patterns.yaml` has the wordings, and the words that show that an entry does tell;
where one stands in an entry about the name, nothing is made. The questions train the answerability
network (assistant.answerability_training); they are not gaps that an answer could name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from knowledge.documents import Entry
from knowledge.errors import SourcesUnreadable
from knowledge.folding import folded
from knowledge.glossary import Glossary, TermKind

FILE = "gap_patterns.yaml"
_EACH = 3
"""A name is asked after with every third pattern: more of the same outweighs what people wrote."""


class _Words(BaseModel):
    model_config = ConfigDict(extra="forbid")
    ja: list[str]
    en: list[str]


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: str
    of: list[TermKind]
    said: _Words
    names: _Words = _Words(ja=[], en=[])
    ja: list[str] = Field(min_length=1)
    en: list[str] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class GapPattern:
    """One thing that people ask about names of some kinds."""

    id: str
    kinds: frozenset[TermKind]
    """Of the glossary's names."""
    names: tuple[tuple[str, str], ...]
    """Other names, Japanese and English, of which no entry may tell anything."""
    said: tuple[str, ...]
    """Words that show that a text tells it, in either language."""
    wordings: tuple[tuple[str, ...], tuple[str, ...]]
    """Questions with `{name}`, Japanese and English."""


def load_gap_patterns(directory: Path) -> tuple[GapPattern, ...]:
    """All patterns of `directory`; raises SourcesUnreadable when the file is damaged."""
    try:
        rows = yaml.safe_load((directory / FILE).read_text(encoding="utf-8"))
        return tuple(_pattern(_Written.model_validate(row)) for row in rows)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, TypeError, ValidationError) as error:
        raise SourcesUnreadable(f"{FILE}: {error}") from error


def _pattern(row: _Written) -> GapPattern:
    return GapPattern(
        id=row.id,
        kinds=frozenset(row.of),
        names=tuple(zip(row.names.ja, row.names.en, strict=True)),
        said=tuple(word.lower() for word in (*row.said.ja, *row.said.en)),
        wordings=(tuple(row.ja), tuple(row.en)),
    )


def patterned_questions(
    patterns: Sequence[GapPattern], glossary: Glossary, entries: Sequence[Entry]
) -> Iterator[str]:
    """One wording in each language for names and patterns that no entry answers.

    Patterns and wordings take turns from name to name, so that all of them occur; the same each time.
    """
    texts = [_told(entry) for entry in entries]
    for turn, term in enumerate(glossary.terms):
        fitting = [pattern for pattern in patterns if term.kind in pattern.kinds]
        in_turn = fitting[turn % _EACH :: _EACH]
        about = _about(texts, (term.term, term.en, *term.aliases)) if in_turn else ""
        for pattern in in_turn:
            if not any(word in about for word in pattern.said):
                yield from _worded(pattern, (term.term, _plain(term.en)), turn // _EACH)
    for pattern in patterns:
        for turn, names in enumerate(pattern.names):
            if not _about(texts, names):
                yield from _worded(pattern, names, turn)


def _about(texts: Sequence[str], forms: Sequence[str]) -> str:
    lowered = [form.lower() for form in forms]
    return "\n".join(text for text in texts if any(form in text for form in lowered))


def _worded(pattern: GapPattern, names: tuple[str, str], turn: int) -> Iterator[str]:
    for wordings, name in zip(pattern.wordings, names, strict=True):
        yield wordings[turn % len(wordings)].replace("{name}", name)


def _plain(english: str) -> str:
    """Without the glossary's mark of plurals and its explanation in brackets."""
    return english.split(" (")[0].replace("~", "")


def _told(entry: Entry) -> str:
    text = f"{entry.title.ja}\n{entry.title.en}\n{entry.text.ja}\n{entry.text.en}"
    return folded(text)
