"""What drafting hands over: what belongs in a field, similar cases, a suggestion."""

from assistant.contract import Citation, Message
from assistant.worksheets.model import Kpi, Sentence


class CitedStatement(Message):
    """A statement of an entry."""

    text: str
    citation: Citation


class SimilarCase(Message):
    """What somebody did elsewhere."""

    title: str
    text: str
    citation: Citation


class FieldGuidance(Message):
    """What somebody needs who is about to fill in a field, in the sheet's language."""

    field_id: str
    label: str
    help: str
    example: tuple[str, ...]
    """A filled-in field, one line a sentence."""
    belongs_here: tuple[CitedStatement, ...]
    similar_cases: tuple[SimilarCase, ...]


class Suggestion(Message):
    """A draft of one field; nothing of it is confirmed except the user's own words."""

    field_id: str
    attempt: int
    sentences: tuple[Sentence, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    engine: str = "grounded"
    """`grounded`, or `llm:<provider>:<model>`."""
    citations: tuple[Citation, ...] = ()
    """Of all lines, each entry once."""
    notices: tuple[str, ...] = ()
    """What the user should know about how it came to be."""
