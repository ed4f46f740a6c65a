"""The whole story of an answer, top to bottom: understand → retrieve → answer → verify → keep."""

import logging
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from assistant import fixed_answers
from assistant.answerer import Answerer, Draft
from assistant.citations import Citing
from assistant.clarification import clarification
from assistant.contract import (
    Answer,
    Answered,
    AnswerEvent,
    AskRequest,
    Citation,
    SourcesFound,
    Status,
    TextDelta,
)
from assistant.conversations import ConversationStore, new_conversation_id
from assistant.errors import AnswerUnsupported, KnowledgeUnavailable, ModelFailed
from assistant.finding import Finder, Found, searching
from assistant.follow_ups import related_questions
from assistant.grounded.answerer import GroundedAnswerer
from assistant.neutrality import NeutralAnswer
from assistant.newer_sources import newer_sources
from assistant.personal_data import Masked, about_anybody, mask
from assistant.screening import screen
from assistant.support import SupportJudge
from assistant.timing import Clock
from assistant.understanding.question import Question, understand
from assistant.understanding.readings import Readings
from assistant.worksheets.field_answers import AskedField, FieldAnswers
from knowledge.documents import Bilingual, Language, Passage, Source
from knowledge.glossary import Glossary
from knowledge.spelling import Spelling

logger = logging.getLogger(__name__)
LOCAL_VISITOR = "local"
MakeCiting = Callable[[Language], Citing]


@dataclass(frozen=True)
class _Asked:
    """One question on its way through."""

    request: AskRequest
    masked: Masked
    question: Question
    conversation_id: str
    visitor: str
    clock: Clock
    citing: Citing
    field: AskedField | None = None
    """Beside which it was asked."""


@dataclass(frozen=True)
class Assistant:
    """Answers questions; holds everything it needs, makes nothing."""

    finder: Finder
    glossary: Glossary
    spelling: Spelling
    grounded: GroundedAnswerer
    generating: Answerer | None
    neutral: NeutralAnswer
    conversations: ConversationStore
    make_citing: MakeCiting
    sources: Callable[[str], Source | None]
    judge: SupportJudge
    fields: FieldAnswers
    readings: Readings
    public_names: frozenset[str] = frozenset()
    """People whom the documents name: questions about what they said are no private matter."""

    @property
    def engine(self) -> str:
        return (self.generating or self.grounded).engine

    def ask(self, request: AskRequest, visitor: str = LOCAL_VISITOR) -> Answer:
        """The whole answer; see `stream` for the errors."""
        events = list(self.stream(request, visitor))
        last = events[-1]
        if not isinstance(last, Answered):
            raise KnowledgeUnavailable("the answer was not finished")
        return last.answer

    def stream(self, request: AskRequest, visitor: str = LOCAL_VISITOR) -> Iterator[AnswerEvent]:
        """Sources, then text as it comes, then the whole answer, kept in its conversation.

        Raises:
            KnowledgeUnavailable: the documents cannot be searched.
            StorageFailed: the conversation cannot be read or kept.
            ConversationNotFound: the conversation belongs to somebody else.
            FormUnknown, FieldUnknown: there is no such field to ask about.
        """
        with searching():
            yield from self._events(request, visitor)

    def _events(self, request: AskRequest, visitor: str) -> Iterator[AnswerEvent]:
        asked = self._understand(request, visitor)
        status = screen(request.question)
        if status is None and asked.field and (wish := asked.field.wish(request.question)):
            draft = self.fields.compose(asked.field, wish, asked.citing)
            yield from self._composed(asked, Status.ANSWERED, draft)
            return
        self.finder.prepare(asked.question)
        status = self._screened(asked, status)
        if status is not None:
            yield from self._fixed(asked, status)
            return
        if not asked.field and (choices := self.readings.of(asked.question)):
            draft = clarification(choices, asked.question.language)
            yield from self._composed(asked, Status.CLARIFICATION, draft)
            return
        asked, found = self._found(asked)
        if not found.is_answerable:
            yield from self._unsupported(asked, found.passages)
            return
        yield SourcesFound(
            conversation_id=asked.conversation_id,
            citations=self._preview(asked, found.all_passages),
        )
        yield from self._answered(asked, self.judge.wholly_judged(found))

    def _understand(self, request: AskRequest, visitor: str) -> _Asked:
        clock = Clock()
        masked = mask(request.question, public_names=self.public_names)
        conversation_id = request.conversation_id or new_conversation_id()
        earlier: Sequence[str] = ()
        if request.conversation_id:
            kept = self.conversations.questions(request.conversation_id, visitor)
            earlier = tuple(map(about_anybody, kept))
        question = self.read(request, about_anybody(masked.text), earlier)
        clock.lap("understand")
        citing = self.make_citing(question.language)
        field = self.fields.field(request.context, question.language) if request.context else None
        return _Asked(request, masked, question, conversation_id, visitor, clock, citing, field)

    def read(self, request: AskRequest, text: str, earlier: Sequence[str] = ()) -> Question:
        """The question as it is searched for: slips put right, read in the light of earlier ones.

        Raises:
            KnowledgeUnavailable: the documents cannot be searched.
        """
        with searching():
            text, *before = map(self.spelling.corrected, (text, *earlier))
        return understand(request, text, before, self.glossary)

    def _screened(self, asked: _Asked, by_rule: Status | None) -> Status | None:
        """What rules say of the words, unless the meaning overrules it; then what the meaning says."""
        # Without the name, a question for somebody's diagnosis reads like one about anybody's.
        names_somebody = by_rule is Status.PERSONAL_DATA and bool(asked.masked.replaced)
        if by_rule and (names_somebody or not self.judge.overrules(by_rule, asked.question)):
            return by_rule
        return self.judge.screened(asked.question)

    def _found(self, asked: _Asked) -> tuple[_Asked, Found]:
        """What was found for the question as it stands or, where that answers nothing, together
        with its field."""
        found = self._judged(asked, asked.question)
        if asked.field is None or found.is_answerable:
            return asked, found
        told = asked.field.told_with(asked.question.search_text)
        question = replace(asked.question, search_text=told, parts=())
        again = self._judged(asked, question)
        if not asked.field.is_answered_by(asked.question.asked, again.passages):
            return asked, found
        return replace(asked, question=question), again

    def _judged(self, asked: _Asked, question: Question) -> Found:
        found = self.finder.find(question)
        asked.clock.lap("retrieve")
        found = self.judge.supported(question, found)
        asked.clock.lap("judge")
        return found

    def _preview(self, asked: _Asked, passages: Sequence[Passage]) -> tuple[Citation, ...]:
        """What the answer will rest on, in order of the search; its own numbers come with it."""
        citing = self.make_citing(asked.question.language)
        for passage in passages:
            citing.mark(passage, passage.chunk.text)
        return citing.citations()

    def _answered(self, asked: _Asked, found: Found) -> Iterator[AnswerEvent]:
        draft, engine = yield from self._drafted(asked, found)
        asked.clock.lap("answer")
        status = Status.PARTIAL if found.unanswered else Status.ANSWERED
        yield self._finished(asked, status, draft, engine=engine, passages=found.passages)

    def _drafted(
        self, asked: _Asked, found: Found
    ) -> Generator[TextDelta, None, tuple[Draft, str]]:
        """The model's answer where there is one and it stands, else the grounded one."""
        notices: tuple[str, ...] = ()
        if self.generating:
            try:
                draft = yield from _written(self.generating, asked, found.all_passages)
            except ModelFailed as error:
                logger.warning("Answering without the language model: %s", error)
                notices = (_reason(error).in_language(asked.question.language),)
            else:
                return draft, self.generating.engine
        citing = self.make_citing(asked.question.language)
        draft = self.grounded.compose(asked.question, found, citing)
        for line in draft.text.splitlines(keepends=True):
            yield TextDelta(text=line)
        return replace(draft, notices=notices), self.grounded.engine

    def _fixed(self, asked: _Asked, status: Status) -> Iterator[AnswerEvent]:
        language = asked.question.language
        if status is Status.NEUTRALITY:
            draft = self.neutral.compose(asked.question.search_text, language, asked.citing)
        else:
            draft = Draft(fixed_answers.TEXTS[status].in_language(language), (), None)
        yield from self._composed(asked, status, draft)

    def _unsupported(self, asked: _Asked, passages: Sequence[Passage]) -> Iterator[AnswerEvent]:
        """No sources are shown under a non-answer as if they supported it."""
        gap = self.judge.missing(asked.question, passages)
        if gap is None and asked.field is not None:
            draft = self.fields.nearby(asked.field, asked.citing)
        else:
            draft = self.grounded.nearby(asked.question, gap, asked.citing, passages)
        yield from self._composed(asked, Status.NOT_IN_SOURCES, draft, passages)

    def _composed(
        self, asked: _Asked, status: Status, draft: Draft, passages: Sequence[Passage] = ()
    ) -> Iterator[AnswerEvent]:
        """An answer that is there at once, as a stream."""
        asked.clock.lap("answer")
        yield SourcesFound(conversation_id=asked.conversation_id, citations=draft.citations)
        yield TextDelta(text=draft.text)
        engine = self.grounded.engine
        yield self._finished(asked, status, draft, engine=engine, passages=passages)

    def _finished(
        self,
        asked: _Asked,
        status: Status,
        draft: Draft,
        *,
        engine: str,
        passages: Sequence[Passage],
    ) -> Answered:
        question = asked.question
        answer = Answer(
            answer_id=uuid4().hex,
            conversation_id=asked.conversation_id,
            status=status,
            language=question.language,
            text=draft.text,
            citations=draft.citations,
            follow_ups=related_questions(question, passages, self.grounded.entries),
            engine=engine,
            timings_ms=asked.clock.timings,
            more_from=draft.more_from,
            persona=question.persona,
            notices=(*draft.notices, *_notices(asked)),
            choices=draft.choices,
            newer=newer_sources(draft.citations, self.grounded.entries, question.language),
        )
        self.conversations.keep(asked.masked.text, answer, asked.visitor)
        return Answered(answer=answer)


def _notices(asked: _Asked) -> Iterator[str]:
    """What was done to the question before it was answered."""
    question = asked.question
    if question.asked != about_anybody(asked.masked.text):
        read_as = fixed_answers.READ_AS.in_language(question.language)
        yield read_as.format(question=question.asked)
    if asked.masked.replaced:
        yield fixed_answers.MASKED.in_language(question.language)


def _written(
    answerer: Answerer, asked: _Asked, passages: Sequence[Passage]
) -> Generator[TextDelta, None, Draft]:
    draft: Draft | None = None
    for piece in answerer.answer(asked.question, passages, asked.citing):
        if piece.text:
            yield TextDelta(text=piece.text)
        draft = piece.final or draft
    if draft is None:
        raise ModelFailed("the answer was not finished")
    return draft


def _reason(error: ModelFailed) -> Bilingual:
    unsupported = isinstance(error, AnswerUnsupported)
    return fixed_answers.MODEL_UNSUPPORTED if unsupported else fixed_answers.MODEL_FAILED
