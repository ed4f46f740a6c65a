"""Do the known follow-ups hold: entries that exist, one language each, never answered and left open
after the same entry?"""

import re
from collections.abc import Iterator, Sequence

from knowledge.checking.findings import Finding
from knowledge.checking.likeness import letter_groups
from knowledge.corpus import Corpus
from knowledge.follow_ups import FOLDER, FollowUp

_JAPANESE = re.compile("[ぁ-んァ-ヶ一-鿿]")
_SENTENCE_OF_KANA = re.compile("[ぁ-ん]{4}")


def check_follow_ups(follow_ups: Sequence[FollowUp], corpus: Corpus) -> Iterator[Finding]:
    """Links and languages of each; those that stand on both sides of one entry."""
    for one in follow_ups:
        yield from _links(one, corpus)
        yield from _language(one)
    yield from _on_both_sides(follow_ups)


def _links(one: FollowUp, corpus: Corpus) -> Iterator[Finding]:
    for entry_id in one.after:
        if entry_id not in corpus.by_id:
            yield Finding(_place(one), "link", f"{entry_id} is not an entry")


def _language(one: FollowUp) -> Iterator[Finding]:
    wrong = _SENTENCE_OF_KANA if one.language == "en" else None
    if wrong and wrong.search(one.asked):
        yield Finding(_place(one), "language", f"is not English: {one.asked}")
    if one.language == "ja" and not _JAPANESE.search(one.asked):
        yield Finding(_place(one), "language", f"is not Japanese: {one.asked}")


def _on_both_sides(follow_ups: Sequence[FollowUp]) -> Iterator[Finding]:
    answered = {
        (entry_id, letter_groups(one.asked))
        for one in follow_ups
        if one.is_answered
        for entry_id in one.after
    }
    for one in follow_ups:
        for entry_id in () if one.is_answered else one.after:
            if (entry_id, letter_groups(one.asked)) in answered:
                yield Finding(_place(one), "answered", f"{entry_id} answers it: {one.asked}")


def _place(one: FollowUp) -> str:
    return f"{FOLDER}/{one.gap_id or one.after[0]}"
