"""Do the gaps hold: near entries that exist, both languages, no question that an entry answers?"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from knowledge.checking.findings import Finding
from knowledge.checking.likeness import Wording, letter_groups, nearly_equal
from knowledge.corpus import Corpus
from knowledge.documents import LANGUAGES
from knowledge.gaps import Gap

FEWEST_JA, FEWEST_EN = 3, 2
_JAPANESE = re.compile("[ぁ-んァ-ヶ一-鿿]")
_SENTENCE_OF_KANA = re.compile("[ぁ-ん]{4}")
_ENGLISH = re.compile(r"(?:[A-Za-z]{2,}\b.*?){3}")  # three words; a name may be Japanese


def check_gaps(gaps: Sequence[Gap], corpus: Corpus) -> Iterator[Finding]:
    """Links, languages and counts of each gap; questions that stand twice or that an entry has."""
    for gap in gaps:
        yield from _links(gap, corpus)
        yield from _languages(gap)
        yield from _repeated(gap)
    yield from _answered(gaps, corpus)


def _links(gap: Gap, corpus: Corpus) -> Iterator[Finding]:
    for entry_id in gap.near:
        if entry_id not in corpus.by_id:
            yield Finding(f"gaps/{gap.id}", "link", f"{entry_id} is not an entry")


def _languages(gap: Gap) -> Iterator[Finding]:
    if not _JAPANESE.search(gap.missing.ja) or _SENTENCE_OF_KANA.search(gap.missing.en):
        yield Finding(f"gaps/{gap.id}", "language", "each text must be in its own language")
    japanese = sum(1 for question in gap.questions if _JAPANESE.search(question))
    english = sum(1 for question in gap.questions if _ENGLISH.search(question))
    for language, count, fewest in (
        ("Japanese", japanese, FEWEST_JA),
        ("English", english, FEWEST_EN),
    ):
        if count < fewest:
            yield Finding(f"gaps/{gap.id}", "questions", f"only {count} of them are {language}")


def _repeated(gap: Gap) -> Iterator[Finding]:
    written = Counter(letter_groups(question) for question in gap.questions)
    for question in gap.questions:
        if written[letter_groups(question)] > 1:
            yield Finding(f"gaps/{gap.id}", "questions", f"stands twice: {question}")


def _answered(gaps: Sequence[Gap], corpus: Corpus) -> Iterator[Finding]:
    asked = [Wording(f"gaps/{gap.id}", question) for gap in gaps for question in gap.questions]
    answered = (
        Wording(entry.id, question)
        for entry in corpus.entries
        for language in LANGUAGES
        for question in (*entry.questions(language), entry.title.in_language(language))
    )
    for gap, entry in nearly_equal(asked, answered):
        yield Finding(
            gap.owner, "answered", f"{gap.text} is nearly a question of {entry.owner}: {entry.text}"
        )
