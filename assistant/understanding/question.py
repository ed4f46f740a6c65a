"""A question as the assistant understands it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.contract import AskRequest, Persona
from assistant.understanding.comparison import asked_of_each, compared
from assistant.understanding.follow_ups import in_context
from assistant.understanding.intent import Intent, intent_of
from assistant.understanding.language import language_of
from assistant.understanding.parts import parts_of
from assistant.understanding.persona import persona_of
from knowledge.documents import Language
from knowledge.glossary import Glossary, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is searched for and how it is to be answered."""

    asked: str
    """As typed, personal data masked, slips of the keyboard put right."""
    search_text: str
    """As it would be asked alone, names spelt correctly."""
    asks: str
    """What it asks for, without the subject that it leans on (assistant.understanding.follow_ups)."""
    language: Language
    intent: Intent
    persona: Persona | None
    sources: frozenset[str]
    follows: bool = False
    """True where it leans on the conversation: `search_text` has more than was asked."""
    in_conversation: bool = False
    """True where others were asked before it, whether it leans on them or not."""
    names: tuple[Term, ...] = ()
    """Organisations, places, programmes and services in its search text."""
    subject: tuple[Term, ...] = ()
    """These, of a question that leans on the conversation and names nothing itself."""
    parts: tuple["Question", ...] = ()
    """The questions in it where there are several, or one for each thing compared."""
    compares: bool = False
    """True when its parts are two things to be set side by side."""


def understand(
    request: AskRequest, text: str, earlier: Sequence[str], glossary: Glossary
) -> Question:
    """Read a question in the light of the conversation.

    Args:
        text: the question with personal data masked and slips of the keyboard put right.
        earlier: the conversation's questions before this one, oldest first.
    """
    language = request.language or language_of(text)
    context = in_context(text, earlier, language_of(text), glossary)
    search_text = glossary.corrected(context.alone)
    question = Question(
        asked=text,
        search_text=search_text,
        asks=glossary.corrected(context.asks),
        language=language,
        intent=intent_of(text),
        persona=request.persona or persona_of(text),
        sources=frozenset(request.sources),
        follows=context.alone != text,
        in_conversation=bool(earlier),
        names=_names(search_text, glossary),
    )
    # A follow-up leans on what was said before: its clauses do not stand alone.
    if question.follows:
        return replace(question, subject=() if _names(text, glossary) else question.names)
    things = _things(question, glossary)
    parts = things or _clauses(question, glossary)
    return replace(question, parts=parts, compares=bool(things))


def _names(text: str, glossary: Glossary) -> tuple[Term, ...]:
    return tuple(term for term in glossary.find(text) if term.is_name)


def _things(question: Question, glossary: Glossary) -> tuple[Question, ...]:
    """One for each thing that is compared."""
    text, language = question.asked, question.language
    pair = compared(text, language) if question.intent is Intent.COMPARE else None
    return tuple(
        replace(
            question,
            asked=thing.name,
            search_text=(told := glossary.corrected(thing.search_text)),
            asks=told,
            intent=Intent.COMPARE,
        )
        for thing in pair or asked_of_each(text, language, glossary) or ()
    )


def _clauses(question: Question, glossary: Glossary) -> tuple[Question, ...]:
    """The questions in it where there are several."""
    return tuple(
        replace(
            question,
            asked=part.asked,
            search_text=glossary.corrected(part.search_text),
            asks=glossary.corrected(part.asked),
            intent=intent_of(part.asked),
        )
        for part in parts_of(question.asked, question.language, glossary)
    )
