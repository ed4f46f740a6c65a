"""Do the known questions hold: entries that exist, one language each, never answered and left open
of the same entry, and none that stands alone left open that an entry answers?"""

import re
from collections.abc import Iterator, Sequence

from knowledge.checking.findings import Finding
from knowledge.checking.likeness import Wording, letter_groups, nearly_equal
from knowledge.corpus import Corpus
from knowledge.documents import LANGUAGES
from knowledge.known_questions import KnownQuestion

_JAPANESE = re.compile("[ぁ-んァ-ヶ一-鿿]")
_SENTENCE_OF_KANA = re.compile("[ぁ-ん]{4}")


def check_known_questions(
    known: Sequence[KnownQuestion], corpus: Corpus, *, folder: str
) -> Iterator[Finding]:
    """Links and languages of each; those that stand on both sides of one entry.

    Args:
        folder: where they were read; findings name it.
    """
    for one in known:
        yield from _links(one, corpus, folder)
        yield from _language(one, folder)
    yield from _on_both_sides(known, folder)


def check_contrasts(
    contrasts: Sequence[KnownQuestion], corpus: Corpus, *, folder: str
) -> Iterator[Finding]:
    """Those left open that nearly are a question that any entry answers."""
    left_open = [
        Wording(_place(one, folder), one.asked) for one in contrasts if not one.is_answered
    ]
    answered = [Wording(one.entry_ids[0], one.asked) for one in contrasts if one.is_answered]
    answered += [
        Wording(entry.id, question)
        for entry in corpus.entries
        for language in LANGUAGES
        for question in entry.questions(language)
    ]
    for wording, other in nearly_equal(left_open, answered):
        yield Finding(wording.owner, "answered", f"{other.owner} answers it: {wording.text}")


def _links(one: KnownQuestion, corpus: Corpus, folder: str) -> Iterator[Finding]:
    for entry_id in one.entry_ids:
        if entry_id not in corpus.by_id:
            yield Finding(_place(one, folder), "link", f"{entry_id} is not an entry")


def _language(one: KnownQuestion, folder: str) -> Iterator[Finding]:
    wrong = _SENTENCE_OF_KANA if one.language == "en" else None
    if wrong and wrong.search(one.asked):
        yield Finding(_place(one, folder), "language", f"is not English: {one.asked}")
    if one.language == "ja" and not _JAPANESE.search(one.asked):
        yield Finding(_place(one, folder), "language", f"is not Japanese: {one.asked}")


def _on_both_sides(known: Sequence[KnownQuestion], folder: str) -> Iterator[Finding]:
    answered = {
        (entry_id, letter_groups(one.asked))
        for one in known
        if one.is_answered
        for entry_id in one.entry_ids
    }
    for one in known:
        for entry_id in () if one.is_answered else one.entry_ids:
            if (entry_id, letter_groups(one.asked)) in answered:
                yield Finding(
                    _place(one, folder), "answered", f"{entry_id} answers it: {one.asked}"
                )


def _place(one: KnownQuestion, folder: str) -> str:
    return f"{folder}/{one.gap_id or one.entry_ids[0]}"
