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
    persona_inferred: bool
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

    @property
    def compares(self) -> bool:
        """True when its parts are two things to be set side by side."""
        return bool(self.parts) and all(part.intent is Intent.COMPARE for part in self.parts)


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
    inferred = persona_of(text)
    search_text = glossary.corrected(context.alone)
    question = Question(
        asked=text,
        search_text=search_text,
        asks=glossary.corrected(context.asks),
        language=language,
        intent=intent_of(text),
        persona=request.persona or inferred,
        persona_inferred=request.persona is None and inferred is not None,
        sources=frozenset(request.sources),
        follows=context.alone != text,
        in_conversation=bool(earlier),
        names=_names(search_text, glossary),
    )
    # A follow-up leans on what was said before: its clauses do not stand alone.
    if question.follows:
        return replace(question, subject=() if _names(text, glossary) else question.names)
    return replace(question, parts=_parts(question, glossary))


def _names(text: str, glossary: Glossary) -> tuple[Term, ...]:
    return tuple(term for term in glossary.find(text) if term.is_name)


def _parts(question: Question, glossary: Glossary) -> tuple[Question, ...]:
    text, language = question.asked, question.language
    pair = compared(text, language) if question.intent is Intent.COMPARE else None
    if things := pair or asked_of_each(text, language, glossary):
        return tuple(
            replace(
                question,
                asked=thing.name,
                search_text=(told := glossary.corrected(thing.search_text)),
                asks=told,
                intent=Intent.COMPARE,
            )
            for thing in things
        )
    return tuple(
        replace(
            question,
            asked=part.asked,
            search_text=glossary.corrected(part.search_text),
            asks=glossary.corrected(part.asked),
            intent=intent_of(part.asked),
        )
        for part in parts_of(text, language, glossary)
    )
