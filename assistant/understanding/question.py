"""A question as the assistant understands it."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.contract import AskRequest, Persona
from assistant.understanding.follow_ups import with_context
from assistant.understanding.intent import Intent, intent_of
from assistant.understanding.language import language_of
from assistant.understanding.persona import persona_of
from knowledge.documents import Language
from knowledge.glossary import Glossary


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is searched for and how it is to be answered."""

    asked: str
    """As typed, personal data masked."""
    search_text: str
    """As it would be asked alone, names spelt correctly."""
    language: Language
    intent: Intent
    persona: Persona | None
    persona_inferred: bool
    sources: frozenset[str]


def understand(
    request: AskRequest, text: str, earlier: Sequence[str], glossary: Glossary
) -> Question:
    """Read a question in the light of the conversation.

    Args:
        text: the question with personal data masked.
        earlier: the conversation's questions before this one, oldest first.
    """
    language = request.language or language_of(text)
    alone = with_context(text, earlier, language_of(text), glossary)
    inferred = persona_of(text)
    return Question(
        asked=text,
        search_text=glossary.corrected(alone),
        language=language,
        intent=intent_of(text),
        persona=request.persona or inferred,
        persona_inferred=request.persona is None and inferred is not None,
        sources=frozenset(request.sources),
    )
