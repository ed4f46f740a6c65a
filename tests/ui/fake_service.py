"""A service that behaves: it keeps what it is told and answers from a small library."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.contract import (
    Answer,
    Answered,
    AnswerEvent,
    AskRequest,
    Citation,
    Conversation,
    Failed,
    FeedbackRequest,
    Readiness,
    SourcesFound,
    Status,
    TextDelta,
    Turn,
)
from assistant.feedback_contract import RatedAnswer
from assistant.library_contract import DocumentInfo, DocumentPassages, FoundPassage
from tests.ui.samples import ENTRIES, SOURCES

ASKED_AT = "2026-04-01T00:00:00+00:00"


@dataclass
class FakeService:
    """One machine's assistant, in memory."""

    readiness: Readiness = field(default_factory=lambda: Readiness(status="ready"))
    asked: list[AskRequest] = field(default_factory=list)
    visitors: list[str] = field(default_factory=list)
    """Who asked each of them."""
    ratings: list[tuple[str, FeedbackRequest]] = field(default_factory=list)
    conversations: dict[str, Conversation] = field(default_factory=dict)
    documents: dict[str, DocumentPassages] = field(default_factory=dict)
    changes: dict[str, dict[str, object]] = field(default_factory=dict)
    """Per question, what is different in its answer."""
    evaluator_key: str = ""
    """Who shows it may see rated answers; empty for nobody."""
    rated: list[RatedAnswer] = field(default_factory=list)
    failing: str | None = None
    """What a stream says when it fails half-way; an empty text breaks it off without a word."""
    closed: dict[str, str] = field(default_factory=dict)
    """Why the library cannot be read, per language; empty while it can."""
    pause: float = 0.0
    """Seconds between two pieces of an answer."""

    def events(self, request: AskRequest) -> Iterator[AnswerEvent]:
        """The answer as it comes."""
        self.asked.append(request)
        answer = self._answer(request)
        yield SourcesFound(conversation_id=answer.conversation_id, citations=answer.citations)
        for piece in answer.text.splitlines(keepends=True):
            time.sleep(self.pause)
            yield TextDelta(text=piece)
            if self.failing is not None:
                break
        if self.failing is None:
            self._keep(request.question, answer)
            yield Answered(answer=answer)
        elif self.failing:
            yield Failed(problem=self.failing)

    def add(self, name: str, content: bytes, as_source: str | None) -> DocumentInfo | None:
        """Split at empty lines; None for what cannot be read."""
        if not name.endswith((".txt", ".md")) or not content:
            return None
        parts = content.decode().split("\n\n")
        key = f"doc-{name.split('.')[0]}"
        info = DocumentInfo(
            id=key,
            name=name,
            added_at=ASKED_AT,
            pages=None,
            passages=len(parts),
            as_source=as_source,
            outcome="replaced" if key in self.documents else "added",
        )
        passages = tuple(
            FoundPassage(
                entry_id=f"{key}#{n}",
                source=key,
                heading="見出し",
                pages=(),
                text=part,
                score=0.0,
                ranks={},
            )
            for n, part in enumerate(parts)
        )
        self.documents[key] = DocumentPassages(document=info, passages=passages)
        return info

    def _answer(self, request: AskRequest) -> Answer:
        language = request.language or ("en" if request.question.isascii() else "ja")
        citations = tuple(self._cite(request.question))
        number = len(self.asked)
        values: dict[str, object] = {
            "answer_id": f"answer-{number}",
            "conversation_id": request.conversation_id or f"conversation-{number}",
            "status": Status.ANSWERED if citations else Status.NOT_IN_SOURCES,
            "language": language,
            "text": "\n".join(f"{c.quote}[{c.number}]" for c in citations) or "資料にありません。",
            "citations": citations,
            "follow_ups": ("次に聞くこと",),
            "engine": "grounded",
            "timings_ms": {},
            "persona": request.persona,
        }
        return Answer.model_validate(values | self.changes.get(request.question, {}))

    def _cite(self, question: str) -> Iterator[Citation]:
        titles = {source.key: source for source in SOURCES}
        found = [e for e in ENTRIES if any(word in question for word in e.topics + e.organisations)]
        for number, entry in enumerate(found, start=1):
            source = titles[entry.source]
            yield Citation(
                number=number,
                entry_id=entry.id,
                source=entry.source,
                title=source.title,
                publisher=source.publisher,
                published=source.published,
                heading=entry.heading,
                pages=entry.pages,
                quote=entry.ja.text.split("\n")[0],
                url=source.url,
                score=1.0,
                entry_title=entry.ja.title,
                kind=entry.kind,
                as_of=entry.as_of,
            )

    def _keep(self, question: str, answer: Answer) -> None:
        key = answer.conversation_id
        old = self.conversations.get(key)
        turns = (
            *(old.turns if old else ()),
            Turn(question=question, asked_at=ASKED_AT, answer=answer),
        )
        self.conversations[key] = Conversation(id=key, title=turns[0].question, turns=turns)
