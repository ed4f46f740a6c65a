"""Answers written by a chat model, sentence by sentence verified before anyone sees them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage

from assistant import fixed_answers
from assistant.answerer import Draft, Piece
from assistant.citations import Citing, marks_in, without_marks
from assistant.errors import AnswerUnsupported, ModelFailed
from assistant.generation.deadline import within
from assistant.generation.request import fit_to_send, messages, repeats_rules, rules
from assistant.generation.sentences import sentences
from assistant.understanding.question import Question
from assistant.verification.verifier import Verifier
from knowledge.documents import Passage

_LIST_MARK = re.compile(r"^(\s*(?:[-*・]|\d{1,2}[.)])\s+)")
# Personal data of a document reach the model as masks, which are no use to a reader.
_MASK = re.compile(r"【[^】]{1,12}\d+】")


@dataclass(frozen=True)
class GeneratingAnswerer:
    """A LangChain chat model behind the answerer's seam."""

    model: BaseChatModel
    name: str
    """`provider:model`, as the user set it."""
    verifier: Verifier
    timeout: float
    """Seconds for the whole answer."""

    @property
    def engine(self) -> str:
        return f"llm:{self.name}"

    def answer(
        self, question: Question, passages: Sequence[Passage], citing: Citing
    ) -> Iterator[Piece]:
        """Verified sentences as they are written, then the draft.

        Raises:
            ModelFailed: no answer, or none in time.
            AnswerUnsupported: more of it is false to the passages than stands in them.
        """
        writing = _Writing(question, [fit_to_send(p) for p in passages], citing, self.verifier)
        for sentence in self._sentences(messages(question, writing.passages)):
            if text := writing.take(sentence):
                yield Piece(text=text)
        if not writing.kept or writing.refused > writing.kept:
            raise AnswerUnsupported(f"{writing.refused} sentences are not in the passages")
        yield Piece(final=writing.draft())

    def _sentences(self, conversation: list[BaseMessage]) -> Iterator[str]:
        try:
            tokens = within(self.timeout, self.model.stream(conversation))
            yield from sentences(str(token.text) for token in tokens)
        except Exception as error:
            # Every provider's client has its own errors; to the asker they are all the same loss.
            raise ModelFailed(str(error)) from error


@dataclass
class _Writing:
    """The answer while sentences arrive: verifies, renumbers, keeps what stands."""

    question: Question
    passages: Sequence[Passage]
    """As the model was shown them."""
    citing: Citing
    verifier: Verifier
    kept: int = 0
    refused: int = 0
    """Sentences that claim something which the passages they cite do not say."""
    _text: str = ""
    _translated: bool = field(default=False, init=False)

    def take(self, raw: str) -> str:
        """The sentence as it is shown, or nothing when the passages do not support it."""
        if not raw.strip():
            return self._append(raw) if self._text else ""
        mark = match[1] if (match := _LIST_MARK.match(raw)) else ""
        numbers = list(dict.fromkeys(marks_in(raw)))
        cited = [self.passages[n - 1] for n in numbers if 0 < n <= len(self.passages)]
        plain = without_marks(raw[len(mark) :]).strip()
        if not plain or self._is_refused(plain, cited):
            # A sentence without a mark is a phrase between claims: lost, but no false claim.
            self.refused += bool(plain and numbers)
            return ""
        self.kept += 1
        self._translated |= all(p.chunk.language != self.question.language for p in cited)
        marks = "".join(self.citing.mark(p, self.verifier.quote(plain, p)) for p in cited)
        return self._append(f"{mark}{plain}{marks}" + self._ending(raw))

    def draft(self) -> Draft:
        """The whole answer; what the asker should know about it stands in its notices."""
        language = self.question.language
        notices = [
            text.in_language(language)
            for text, applies in (
                (fixed_answers.SENTENCES_DROPPED, self.refused > 0),
                (fixed_answers.TRANSLATED, self._translated),
            )
            if applies
        ]
        return Draft(self._text.strip(), self.citing.citations(), None, tuple(notices))

    def _is_refused(self, plain: str, cited: Sequence[Passage]) -> bool:
        language = self.question.language
        if _MASK.search(plain) or repeats_rules(plain, rules(self.question), language):
            return True
        return not self.verifier.verify(plain, cited, language).supported

    def _ending(self, raw: str) -> str:
        if raw.endswith("\n"):
            return "\n"
        return "" if self.question.language == "ja" else " "

    def _append(self, text: str) -> str:
        self._text += text
        return text
