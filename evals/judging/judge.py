"""Ask a judge model about one answer. The only module here that knows LangChain."""

from collections.abc import Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TookTooLong
from functools import cache
from importlib.resources import files
from threading import Thread

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage, HumanMessage

from assistant.contract import Answer
from evals.cases import Fact
from evals.errors import JudgeFailed
from evals.judging.verdicts import Correctness, Faithfulness, Relevancy, Verdict, read_verdict
from evals.metrics.citations import evidence_by_number
from evals.metrics.statements import plain_text

_HIGHEST = 4


class Judge:
    """Three verdicts, each from one question to the model, with prompts in Japanese.

    Each method raises JudgeFailed when the model fails, takes too long, or gives nothing usable.
    """

    def __init__(self, model: BaseChatModel, *, timeout: float) -> None:
        """
        Args:
            model: any chat model; temperature 0 makes verdicts repeatable where it can be set.
            timeout: seconds for one verdict.
        """
        self._model = model
        self._timeout = timeout

    def faithfulness(self, question: str, answer: Answer) -> float:
        """Share of the answer's claims that the cited quotes bear out (as RAGAS defines it,
        Es et al. 2024, EACL, arXiv:2309.15217), 0 to 1."""
        evidence = evidence_by_number(answer.citations)
        sources = "\n\n".join(f"[{n}] " + "\n".join(texts) for n, texts in evidence.items())
        claims = self._verdict(
            Faithfulness, question=question, answer=answer.text, sources=sources
        ).claims
        return sum(claim.supported for claim in claims) / len(claims)

    def relevancy(self, question: str, answer: Answer) -> float:
        """How far the answer answers the question, 0 to 1 in five steps."""
        verdict = self._verdict(Relevancy, question=question, answer=plain_text(answer.text))
        return verdict.score / _HIGHEST

    def correctness(self, question: str, answer: Answer, facts: Sequence[Fact]) -> float | None:
        """Share of the facts that the answer states in whatever words, 0 to 1; None without facts."""
        if not facts:
            return None
        listed = "\n".join(f"{n}. {'／'.join(fact)}" for n, fact in enumerate(facts, start=1))
        verdict = self._verdict(
            Correctness, question=question, answer=plain_text(answer.text), facts=listed
        )
        if len(verdict.stated) != len(facts):
            raise JudgeFailed(f"The judge spoke of {len(verdict.stated)} facts, not {len(facts)}")
        return sum(verdict.stated) / len(facts)

    def _verdict(self, kind: type[Verdict], **parts: str) -> Verdict:
        prompt = _prompt(kind.__name__.lower()).format(**parts)
        return read_verdict(self._said(prompt), kind)

    def _said(self, prompt: str) -> str:
        # Not every provider keeps its own time limit, so the wait is limited here. The thread is a
        # daemon: a model that never says anything must not keep the command from ending.
        reply: Future[BaseMessage] = Future()
        Thread(target=self._put_to_model, args=(prompt, reply), daemon=True).start()
        try:
            return str(reply.result(self._timeout).text)
        except TookTooLong as error:
            raise JudgeFailed(f"The judge said nothing in {self._timeout:.0f} s") from error
        except Exception as error:  # providers raise whatever they like; all of it is a failure
            raise JudgeFailed(f"The judge failed: {type(error).__name__}: {error}") from error

    def _put_to_model(self, prompt: str, reply: "Future[BaseMessage]") -> None:
        try:
            reply.set_result(self._model.invoke([HumanMessage(prompt)]))
        except Exception as error:  # noqa: BLE001  # raised again to whoever waits
            reply.set_exception(error)


@cache
def _prompt(name: str) -> str:
    return files(__package__).joinpath(f"prompts/{name}.md").read_text(encoding="utf-8")
