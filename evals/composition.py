"""What a question set consists of, and whether that is enough to judge the assistant by."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evals.cases import Kind, Split, TurnKind
from evals.dataset import Dataset

LEAST_QUESTIONS = 300
LEAST_ENGLISH = 0.4
"""Of the questions."""
LEAST_UNANSWERABLE = 40
LEAST_CONVERSATIONS = 20
TURNS = range(2, 5)
"""Of a conversation that counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """Counts of a set."""

    cases: int
    questions: int
    english: int
    conversations: int
    """Of two to four turns."""
    follow_ups: int
    kinds: Mapping[Kind, int]
    splits: Mapping[Split, int]
    sources: Mapping[str, int]
    """Questions by document that a right answer rests on."""


def composition_of(dataset: Dataset) -> Composition:
    """Count what is in the set; each turn of a conversation is a question."""
    items = dataset.items
    return Composition(
        cases=len(dataset.cases),
        questions=len(items),
        english=sum(item.language == "en" for item in items),
        conversations=sum(len(case.turns) in TURNS for case in dataset.cases),
        follow_ups=sum(item.turn_kind is TurnKind.FOLLOW_UP for item in items),
        kinds=Counter(item.kind for item in items),
        splits=Counter(item.split for item in items),
        sources=Counter(source for item in items for source in {p.source for p in item.rests_on}),
    )


def shortfalls(held: Composition, sources: Sequence[str]) -> Iterator[str]:
    """What the set lacks, a line each.

    Args:
        held: counts of the set.
        sources: documents that some question must rest on.
    """
    counts = (
        ("questions", held.questions, LEAST_QUESTIONS),
        ("unanswerable questions", held.kinds.get(Kind.UNANSWERABLE, 0), LEAST_UNANSWERABLE),
        ("conversations of two to four turns", held.conversations, LEAST_CONVERSATIONS),
    )
    for what, found, least in counts:
        if found < least:
            yield f"{found} {what}, {least} are needed"
    if held.english < LEAST_ENGLISH * held.questions:
        yield f"{held.english} of {held.questions} questions are English, {LEAST_ENGLISH:.0%} are needed"
    # Follow-ups carry the kind of what they ask for; as a kind of their own they may be missing.
    missing = [
        kind.value for kind in Kind if kind is not Kind.FOLLOW_UP and not held.kinds.get(kind)
    ]
    missing += [] if held.follow_ups else [Kind.FOLLOW_UP.value]
    missing += [f"split {split.value}" for split in Split if not held.splits.get(split)]
    missing += [f"source {source}" for source in sources if not held.sources.get(source)]
    yield from (f"no question of {what}" for what in missing)
