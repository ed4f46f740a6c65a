"""`sanpuku ask` and `sanpuku search`: in this process, with the same fields as over HTTP."""

import json
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.markdown import Markdown

from assistant.command_line.batch import answer_batch
from assistant.command_line.console import clear_errors, out, say
from assistant.command_line.services import prepared
from assistant.contract import Answer, AskRequest, LanguageCode, Persona
from assistant.errors import QuestionInvalid
from assistant.searching import search_passages

QuestionArgument = Annotated[str | None, typer.Argument(help="質問 / the question")]
PersonaOption = Annotated[Persona | None, typer.Option(help="立場 / your side of the table")]
JsonOption = Annotated[
    bool, typer.Option("--json", help="HTTPと同じ項目のJSON / JSON as over HTTP")
]


def ask(
    context: typer.Context,
    question: QuestionArgument = None,
    persona: PersonaOption = None,
    language: Annotated[
        LanguageCode | None, typer.Option(help="回答の言語 / language of the answer")
    ] = None,
    as_json: JsonOption = False,
    batch: Annotated[
        Path | None, typer.Option(help="質問の一覧（csv・xlsx・jsonl） / a list of questions")
    ] = None,
    out_file: Annotated[
        Path | None, typer.Option("--out", help="回答の書き出し先 / where the answers go")
    ] = None,
) -> None:
    """質問に出典つきで答えます。 / Answer a question with citations."""
    with clear_errors():
        if batch:
            answer_batch(prepared(context), batch, out_file, persona)
            return
        request = to_request(question or "", persona, language)
        answer = prepared(context).assistant.ask(request)
        if as_json:
            out.print_json(answer.model_dump_json())
        else:
            print_answer(answer)


def search(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="質問 / the question")],
    persona: PersonaOption = None,
    limit: Annotated[int, typer.Option(min=1, max=100)] = 10,
    source: Annotated[list[str] | None, typer.Option(help="資料を限定 / only this source")] = None,
    as_json: JsonOption = False,
) -> None:
    """関係する箇所を探します（回答は作りません）。 / Find passages without composing an answer."""
    with clear_errors():
        asked = to_request(question, persona, None).question
        result = search_passages(
            prepared(context).knowledge,
            asked,
            limit=limit,
            persona=persona,
            sources=frozenset(source or ()),
        )
        if as_json:
            out.print_json(result.model_dump_json())
            return
        for number, passage in enumerate(result.passages, start=1):
            pages = f" p.{', '.join(map(str, passage.pages))}" if passage.pages else ""
            title = passage.title or passage.heading
            out.print(f"{number}. {title}", style="bold", markup=False)
            where = f"   {passage.source}{pages}  {passage.entry_id}"
            out.print(where, style="dim", markup=False)
            out.print(passage.text, markup=False)
            out.print()


def to_request(question: str, persona: Persona | None, language: LanguageCode | None) -> AskRequest:
    """A valid request, or QuestionInvalid with what is wrong with it."""
    fields = {"question": question, "persona": persona, "language": language}
    try:
        return AskRequest.model_validate({k: v for k, v in fields.items() if v is not None})
    except ValidationError as error:
        problem = error.errors()[0]
        raise QuestionInvalid(f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}") from error


def print_answer(answer: Answer) -> None:
    """Text, notices, numbered sources, related questions."""
    # Wrapped: what is not, rich cuts off where a list's lines reach the edge of the terminal.
    out.print(Markdown(answer.text), soft_wrap=False)
    for notice in answer.notices:
        out.print(f"\n※ {notice}", style="yellow", markup=False)
    if answer.citations:
        out.print(f"\n[bold]{say('出典', 'Sources')}[/bold]")
    for citation in answer.citations:
        pages = f" p.{', '.join(map(str, citation.pages))}" if citation.pages else ""
        line = f"[{citation.number}] {citation.title}（{citation.publisher}、{citation.published}）{pages}"
        out.print(line, markup=False)
        out.print(f"    {citation.heading}", style="dim", markup=False)
    if answer.follow_ups:
        out.print(f"\n[bold]{say('関連する質問', 'Related questions')}[/bold]")
        for question in answer.follow_ups:
            out.print(f"- {question}", markup=False)
    out.print(json.dumps({"status": answer.status, "engine": answer.engine}), style="dim")
