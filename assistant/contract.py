"""The wire contract: what goes over HTTP, the command line and into files. Version 1.

Fields may be added; none is renamed, removed or given another meaning.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from assistant.worksheets.inputs import Inputs
from assistant.worksheets.text import Identifier

LONGEST_QUESTION = 2000


class Message(BaseModel):
    """Base of everything that travels: immutable."""

    model_config = ConfigDict(frozen=True)


class Persona(StrEnum):
    """The asker's side of the table (立場)."""

    SC = "sc"
    MUNICIPALITY = "municipality"
    PREFECTURE = "prefecture"
    COMPANY = "company"
    EVALUATOR = "evaluator"


class Status(StrEnum):
    """What kind of answer this is."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    CLARIFICATION = "clarification"
    NOT_IN_SOURCES = "not_in_sources"
    OUT_OF_SCOPE = "out_of_scope"
    NEUTRALITY = "neutrality"
    PERSONAL_DATA = "personal_data"
    UNSAFE = "unsafe"


LanguageCode = Literal["ja", "en"]


class FieldContext(Message):
    """The field of a form beside which a question is asked."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    form_id: Identifier
    field_id: Identifier
    inputs: Inputs = Inputs()
    """Of the sheet: what the field is filled in for."""


class AskRequest(Message):
    """A question."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    question: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_QUESTION)
    ]
    persona: Persona | None = None
    language: LanguageCode | None = None
    """Of the answer; unset is the question's language."""
    conversation_id: str | None = Field(default=None, max_length=64)
    sources: tuple[str, ...] = Field(default=(), max_length=100)
    """Only these sources or added documents; empty means all."""
    context: FieldContext | None = None
    """“What do I write here?” is answered for this field; other questions have it in view."""


class Citation(Message):
    """Where a sentence comes from."""

    number: int
    entry_id: str
    source: str
    title: str
    """Of the document."""
    publisher: str
    published: str
    heading: str
    pages: tuple[int, ...]
    quote: str
    """The passage's own sentence, or sentences, that the answer rests on."""
    url: str | None = None
    score: float
    entry_title: str = ""
    kind: str = ""
    as_of: str = ""
    document_quote: str | None = None
    """The official document's own words, when that document has been added."""


class Register(StrEnum):
    """How an answer is worded."""

    EASY = "easy"
    """やさしい日本語, plain English."""
    OFFICIAL = "official"
    """公用文, formal English."""


class ExplainedTerm(Message):
    """An official term of an answer in plain words, from the glossary."""

    term: str
    reading: str = ""
    """In hiragana, where it is known."""
    meaning: str


class NewerSource(Message):
    """Something newer on the point for which an older document is cited."""

    number: int
    """Of the citation that is older."""
    as_of: str
    """Date of what is cited."""
    entry_id: str
    """The newer entry."""
    entry_title: str
    newer_as_of: str
    sentence: str
    """Says so with both dates, in the answer's language."""


class Choice(Message):
    """One reading of a question that has several."""

    label: str
    question: str


class Answer(Message):
    """A whole answer."""

    answer_id: str
    conversation_id: str
    status: Status
    language: LanguageCode
    text: str
    """Markdown; [1] refers to the citation of that number."""
    citations: tuple[Citation, ...]
    follow_ups: tuple[str, ...]
    engine: str
    """`grounded`, or `llm:<provider>:<model>`."""
    timings_ms: dict[str, float]
    more_from: int | None = None
    """Position in `text` from which on it is detail that a page may fold."""
    persona: Persona | None = None
    """The side for which the answer was written: as asked, or as inferred from the words."""
    notices: tuple[str, ...] = ()
    """What the asker should know about how the answer came to be, in the answer's language."""
    choices: tuple[Choice, ...] = ()
    newer: tuple[NewerSource, ...] = ()
    """Cited documents that are older than another one on the same point."""
    written_as: Register | None = None
    """Unset for the answer as it was given."""
    terms: tuple[ExplainedTerm, ...] = ()
    """Of an easy version, what its official terms mean."""
    references: tuple[str, ...] = ()
    """Of an official version, its numbered references."""


class SourcesFound(Message):
    """First event of a stream: what the answer will be based on."""

    kind: Literal["sources"] = "sources"
    conversation_id: str
    citations: tuple[Citation, ...]


class TextDelta(Message):
    kind: Literal["text"] = "text"
    text: str


class Answered(Message):
    """Last event of a stream that went well; its text is final, whatever was streamed before."""

    kind: Literal["answered"] = "answered"
    answer: Answer


class Failed(Message):
    """Last event of a stream that did not."""

    kind: Literal["failed"] = "failed"
    problem: str


AnswerEvent = Annotated[SourcesFound | TextDelta | Answered | Failed, Field(discriminator="kind")]


class FeedbackRequest(Message):
    model_config = ConfigDict(frozen=True, extra="forbid")

    rating: Literal["up", "down"]
    reason: str = Field(default="", max_length=2000)


class FeedbackSaved(Message):
    answer_id: str
    rating: str


class Turn(Message):
    """One question with its answer, as kept."""

    question: str
    asked_at: str
    answer: Answer


class ConversationSummary(Message):
    id: str
    title: str
    updated_at: str
    turns: int


class ConversationList(Message):
    conversations: tuple[ConversationSummary, ...]


class Conversation(Message):
    id: str
    title: str
    turns: tuple[Turn, ...]


class Problem(Message):
    """An error, RFC 9457."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    instance: str = ""


class Health(Message):
    status: Literal["ok"] = "ok"
    version: str


class Readiness(Message):
    status: Literal["ready", "preparing", "unavailable"]
    detail: str = ""
    engine: str = "grounded"
