"""An answer as a text of its own, to be pasted or saved."""

import re

from assistant.contract import Answer, Citation, ExplainedTerm, NewerSource, Status
from ui.references import as_markdown, as_text

CITED = Citation(
    number=1,
    entry_id="points/taxi",
    source="points",
    title="Guidebook",
    publisher="METI",
    published="2026-04",
    heading="II",
    pages=(3, 4),
    quote="It began in a city.",
    score=1.0,
    kind="guideline",
)
NEWER = NewerSource(
    number=1,
    as_of="2024-03",
    entry_id="points/bus",
    entry_title="Bus",
    newer_as_of="2026-04",
    sentence="There is something newer.",
)


def answer(**changes: object) -> Answer:
    values: dict[str, object] = {
        "answer_id": "answer-1",
        "conversation_id": "conversation-1",
        "status": Status.ANSWERED,
        "language": "en",
        "text": "| Taxi | Bus |\n|---|---|\n| one[1] | two |",
        "citations": (CITED,),
        "follow_ups": (),
        "engine": "grounded",
        "timings_ms": {},
        "terms": (ExplainedTerm(term="SC", meaning="a coordinator"),),
        "newer": (NEWER,),
    }
    return Answer.model_validate(values | changes)


def test_an_english_copy_is_punctuated_in_english() -> None:
    copied = as_text("Taxi?", answer())
    assert "one[1]: two" in copied
    assert "SC: a coordinator" in copied
    assert "[1] METI, “Guidebook”, 2026-04, p.3, 4, II" in copied
    assert not re.search("[「」、：]", copied)


def test_a_saved_answer_holds_what_the_copied_one_does() -> None:
    saved = as_markdown("Taxi?", answer(references=("[1] METI, Guidebook",)))
    assert "- **SC**: a coordinator" in saved
    assert NEWER.sentence in saved
    assert "- [1] METI, Guidebook" in saved


def test_a_japanese_copy_is_punctuated_in_japanese() -> None:
    copied = as_text("送迎は", answer(language="ja", text="文。[1]"))
    assert "[1] METI、「Guidebook」、2026-04" in copied
    assert "SC：a coordinator" in copied
