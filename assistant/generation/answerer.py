"""Answers written by a chat model, sentence by sentence verified before anyone sees them."""

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from assistant.answerer import Draft, Piece
from assistant.citations import Citing, marks_in, without_marks
from assistant.errors import ModelFailed
from assistant.generation.prompts import load_prompt
from assistant.understanding.question import Question
from assistant.verification.verifier import Verifier
from knowledge.documents import Passage

# A sentence ends with its marks: "…です。[1][2]" or "… way [1]."
_SENTENCE_END = re.compile(
    r"(?:[。！？!?]|\.(?=[\s\[]))(?:\s*\[\d{1,3}\])*(?=[^\[\s]|\s+[^\[\s])|\n+"
)
_LIST_MARK = re.compile(r"^(\s*(?:[-*・]|\d{1,2}[.)])\s+)")
_LONGEST = 12_000
"""Characters after which a model that does not stop is stopped."""
_NOTHING = {"資料では確認できません。", "The documents do not say this."}


@dataclass(frozen=True)
class GeneratingAnswerer:
    """A LangChain chat model behind the answerer's seam."""

    model: BaseChatModel
    name: str
    """`provider:model`, as the user set it."""
    verifier: Verifier
    timeout: float

    @property
    def engine(self) -> str:
        return f"llm:{self.name}"

    def answer(
        self, question: Question, passages: Sequence[Passage], citing: Citing
    ) -> Iterator[Piece]:
        """Verified sentences as they are written, then the draft.

        Raises:
            ModelFailed: no answer, none in time, or no sentence that the passages support.
        """
        writing = _Writing(question, passages, citing, self.verifier)
        for sentence in self._sentences(_messages(question, passages)):
            if text := writing.take(sentence):
                yield Piece(text=text)
        if not writing.kept:
            raise ModelFailed("no sentence of the model's answer is supported by the passages")
        yield Piece(final=Draft(writing.text.strip(), citing.citations(), None))

    def _sentences(self, messages: list[BaseMessage]) -> Iterator[str]:
        """The stream cut behind each sentence with its marks."""
        deadline = time.monotonic() + self.timeout
        held, written = "", 0
        try:
            for token in self.model.stream(messages):
                held += str(token.text)
                written += len(str(token.text))
                if time.monotonic() > deadline:
                    raise ModelFailed(f"no whole answer within {self.timeout:g} seconds")
                if written > _LONGEST:
                    break
                *whole, held = _cut(held)
                yield from whole
        except ModelFailed:
            raise
        except Exception as error:
            # Every provider's client has its own errors; to the asker they are all the same loss.
            raise ModelFailed(str(error)) from error
        yield held


@dataclass
class _Writing:
    """The answer while sentences arrive: verifies, renumbers, keeps what stands."""

    question: Question
    passages: Sequence[Passage]
    citing: Citing
    verifier: Verifier
    text: str = ""
    kept: int = 0
    dropped: list[str] = field(default_factory=list)

    def take(self, raw: str) -> str:
        """The sentence as it is shown, or nothing when the passages do not support it."""
        if not raw.strip():
            self.text += raw if self.text else ""
            return raw if self.text else ""
        mark = match[1] if (match := _LIST_MARK.match(raw)) else ""
        cited = [
            self.passages[n - 1]
            for n in dict.fromkeys(marks_in(raw))
            if 0 < n <= len(self.passages)
        ]
        plain = without_marks(raw[len(mark) :]).strip()
        if plain in _NOTHING or not plain or self._is_unsupported(plain, cited):
            self.dropped.append(plain)
            return ""
        marks = "".join(self.citing.mark(passage, plain) for passage in cited)
        shown = f"{mark}{plain}{marks}" + ("\n" if raw.endswith("\n") else "")
        shown += "" if self.question.language == "ja" or shown.endswith("\n") else " "
        self.text += shown
        self.kept += 1
        return shown

    def _is_unsupported(self, plain: str, cited: Sequence[Passage]) -> bool:
        return not self.verifier.verify(plain, cited, self.question.language).supported


def _messages(question: Question, passages: Sequence[Passage]) -> list[BaseMessage]:
    persona = question.persona.value if question.persona else "-"
    rules = load_prompt(f"answer_{question.language}").replace("{persona}", persona)
    shown = "\n\n".join(
        f"[{number}] {p.chunk.title}\n{p.chunk.text}" for number, p in enumerate(passages, start=1)
    )
    heading = ("資料", "質問") if question.language == "ja" else ("Passages", "Question")
    return [
        SystemMessage(rules),
        HumanMessage(f"# {heading[0]}\n\n{shown}\n\n# {heading[1]}\n\n{question.search_text}"),
    ]


def _cut(text: str) -> list[str]:
    """Whole sentences, then what is not finished yet."""
    parts, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        # The end of what has arrived may be the middle of "[12]": wait for more.
        if match.end() < len(text) or text.endswith("\n"):
            parts.append(text[start : match.end()])
            start = match.end()
    return [*parts, text[start:]]
