"""`python -m evals numbers`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from evals.telling import told

if TYPE_CHECKING:
    from assistant.client import AssistantClient
    from assistant.contract import AskRequest


def numbers(
    generated: Annotated[
        int, typer.Option(min=0, help="How many questions to make from those of the entries.")
    ] = 1000,
    url: Annotated[
        str | None, typer.Option(help="A running service; default is one of our own.")
    ] = None,
) -> None:
    """Ask all question sets and generated questions; no answer may state a number of its own."""
    from evals import console
    from evals.backend import ServiceBackend
    from evals.number_audit import audit_numbers
    from evals.progress import with_progress
    from evals.services import open_service

    audited = []
    with told(), open_service(url) as client:
        requests = _requests(client, generated)
        answers = audit_numbers(ServiceBackend(client), requests)
        for one in with_progress(answers, "Asking", total=len(requests)):
            audited.append(one)
            if one.wrong or one.failure:
                console.complain(f"✗ {one.question}\n    {one.failure or ' / '.join(one.wrong)}")
    statements = sum(one.statements for one in audited)
    wrong = sum(bool(one.wrong) for one in audited)
    failed = sum(bool(one.failure) for one in audited)
    console.say(f"{len(audited) - failed} answers, {statements} statements; {failed} not answered")
    console.say(f"{wrong} answers with a number that their citations do not bear out")
    if wrong or failed:
        raise typer.Exit(1)


def _requests(client: "AssistantClient", generated: int) -> "Sequence[AskRequest]":
    from assistant.contract import AskRequest
    from evals.dataset import load_dataset

    asked = [item.question for item in load_dataset().items]
    return [AskRequest(question=q) for q in dict.fromkeys([*asked, *_made(client, generated)])]


def _made(client: "AssistantClient", count: int) -> Iterator[str]:
    """Half of them in each language."""
    from evals.generated_questions import generated_questions

    if not count:
        return
    entries = client.entries().entries
    for texts in ([entry.ja for entry in entries], [entry.en for entry in entries]):
        yield from generated_questions([q for text in texts for q in text.questions], count // 2)
