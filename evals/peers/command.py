"""`sanpuku eval peers`. What it needs is imported when it runs, as in evals.commands."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evals.settings import EvaluationSettings
from evals.telling import told

if TYPE_CHECKING:
    from evals.peers.results import PeerResult


def peers(
    documents: Annotated[Path, typer.Option(help="The folder of the documents' text files.")],
    chosen: Annotated[str, typer.Option("--set", help="dev, test or all.")] = "dev",
    files: Annotated[
        list[Path] | None,
        typer.Option("--file", help="A question set file; default is all bundled."),
    ] = None,
    jsquad: Annotated[Path | None, typer.Option(help="JSQuAD's validation file.")] = None,
    sample: Annotated[int, typer.Option(min=1, help="Questions of JSQuAD.")] = 500,
    model: Annotated[
        Path | None, typer.Option(help="The embedding model's folder; default is the packaged one.")
    ] = None,
) -> None:
    """Put the same questions and documents to the usual recipes."""
    from evals import console
    from evals.evaluating import RunRequest
    from evals.peers.comparing import JSQUAD, compare_on_jsquad, compare_on_questions
    from evals.peers.embedding import PeerEmbeddings
    from evals.peers.jsquad import load_jsquad
    from evals.peers.results import write_results
    from evals.retrieval import searchable
    from knowledge.bundled_model import unpacked_model

    with told():
        settings = EvaluationSettings()
        items = searchable(RunRequest(chosen_set=chosen, files=tuple(files or ())).dataset.items)
        embeddings = PeerEmbeddings(model or unpacked_model(settings.home))
        results = _shown(compare_on_questions(items, documents, embeddings, task=chosen))
        if jsquad:
            task = load_jsquad(jsquad, sample=sample, seed=1)
            console.say(f"{JSQUAD}: {len(task.items)} questions")
            results += _shown(compare_on_jsquad(task, embeddings))
        console.say(str(write_results(results, settings.runs)))


def _shown(results: "Iterator[PeerResult]") -> "list[PeerResult]":
    from evals import console

    shown = []
    for result in results:
        console.show_peer(result)
        shown.append(result)
    return shown
