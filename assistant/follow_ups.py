"""Questions to ask next, in users' own words, from the entries beside the answer."""

from collections.abc import Mapping, Sequence

from assistant.understanding.question import Question
from knowledge.documents import Entry, Passage

HOW_MANY = 3


def related_questions(
    question: Question, passages: Sequence[Passage], entries: Mapping[str, Entry]
) -> tuple[str, ...]:
    """Up to three questions that the sources answer: of related entries, then of others found."""
    found = [passage.chunk.entry_id for passage in passages]
    first = entries.get(found[0]) if found else None
    wanted = [*(first.related if first else ()), *found[1:]]
    questions = [
        entry.questions(question.language)[0]
        for entry_id in dict.fromkeys(wanted)
        if (entry := entries.get(entry_id)) and (first is None or entry.id != first.id)
    ]
    return tuple(q for q in dict.fromkeys(questions) if q != question.asked)[:HOW_MANY]
