"""`sanpuku knowledge`: check the entries, build the index, bundle what is shipped."""

from pathlib import Path
from typing import Annotated

import typer

import assistant
from assistant.answerability import FILE
from assistant.command_line.console import clear_errors, err, out, progress_bar, say
from assistant.command_line.services import prepared
from assistant.known_questions import ASKED_NEXT, CONTRASTS, known_questions
from knowledge.bundled_model import unpacked_model
from knowledge.bundling import write_bundle
from knowledge.checking.check import check_knowledge
from knowledge.contrasts import load_contrasts
from knowledge.follow_ups import load_follow_ups
from knowledge.gap_patterns import load_gap_patterns, patterned_questions
from knowledge.settings import BUNDLED_KNOWLEDGE, KnowledgeSettings
from knowledge.wiring import build_knowledge

app = typer.Typer(
    no_args_is_help=True, help="知識ベースの検査と索引 / check and index the knowledge base"
)


@app.command()
def check(
    sources: Annotated[
        Path, typer.Option(help="資料の本文があるフォルダ / folder with the documents' texts")
    ] = Path("../shared/sources"),
    verbose: Annotated[
        bool, typer.Option(help="足りない数字・名称も表示 / list what is missing")
    ] = False,
) -> None:
    """項目の形式・リンク・数字と名称の忠実さ・網羅・自分の言葉かを検査します。 / Prove the entries."""
    with clear_errors():
        report = check_knowledge(BUNDLED_KNOWLEDGE, sources)
    for finding in report.findings:
        out.print(str(finding), markup=False)
    for line in report.lines(verbose=verbose):
        out.print(line, markup=False)
    if not report.holds:
        raise typer.Exit(1)


@app.command()
def build() -> None:
    """検索の索引を作り直します。 / Rebuild the search index."""
    with clear_errors():
        knowledge = build_knowledge(KnowledgeSettings())
        indexer = knowledge.indexer
        with progress_bar() as heard:
            knowledge.store.build(
                indexer.content(),
                indexer.cache,
                indexer.model_identity,
                on_progress=heard,
                anew=True,
            )
    err.print(say("索引を作成しました。", "The index has been built."))


@app.command()
def bundle() -> None:
    """項目を直したあとに、同梱するベクトルと対訳を作り直します。 / Rebuild shipped vectors and lexicon."""
    with clear_errors(), progress_bar() as heard:
        written = write_bundle(KnowledgeSettings(), on_progress=heard)
    err.print(written)


@app.command()
def calibrate(
    context: typer.Context,
    questions: Annotated[Path, typer.Argument(help="問題集のフォルダ / folder of question sets")],
    split: Annotated[str, typer.Option(help="dev | test")] = "dev",
    largest_refusal: Annotated[
        float,
        typer.Option(min=0.0, max=0.5, help="答えられる質問を断ってよい割合 / share declined"),
    ] = 0.03,
    write: Annotated[bool, typer.Option(help="重みを書き込む / write the weights")] = False,
) -> None:
    """「資料にない」の判定を問題集で調整します。 / Fit when to decline on question sets."""
    # What fits takes seconds to load, and no other command needs it.
    from assistant.calibration import (
        LEFT_OUT,
        MORE_REFUSALS,
        judge_follow_ups,
        judge_questions,
        write_weights,
    )
    from assistant.calibration import calibrate as calibrate_support

    with clear_errors():
        services = prepared(context)
        singles = list(judge_questions(services, questions, split))
        follow_ups = list(judge_follow_ups(services, questions, split))
    judged = {"plain": singles, "trained": singles, "following": follow_ups}
    fitted = {
        name: calibrate_support(
            judged[name],
            largest_refusal=largest_refusal + MORE_REFUSALS.get(name, 0.0),
            left_out=LEFT_OUT[name],
        )
        for name in judged
    }
    for name, found in fitted.items():
        out.print(
            f"{name}: {len(judged[name])} questions, threshold {found.threshold}, {found.weights}"
        )
        for point in found.curve:
            out.print(
                f"{point.threshold:.2f}  {point.wrongly_declined:.3f}  {point.rightly_declined:.3f}"
            )
    if write:
        write_weights(fitted, Path(assistant.__file__).parent / "support_weights.json")


@app.command()
def train(context: typer.Context) -> None:
    """答えられる質問と答えられない質問の見分け方を学び直します。 / Retrain what tells answerable questions."""
    from assistant.answerability_training import examples, in_batches, with_subjects
    from assistant.answerability_training import train as train_network
    from assistant.close_reading import ALONE, IN_CONVERSATION
    from assistant.close_reading_training import train_close_reading

    with clear_errors():
        knowledge = prepared(context).knowledge
        entries = knowledge.corpus.entries
        patterns = load_gap_patterns(BUNDLED_KNOWLEDGE)
        patterned = patterned_questions(patterns, knowledge.glossary, entries)
        contrasts = load_contrasts(BUNDLED_KNOWLEDGE)
        follow_ups = load_follow_ups(BUNDLED_KNOWLEDGE, knowledge.gaps)
        known = list(examples(entries, knowledge.gaps, patterned, contrasts))
        embed = in_batches(knowledge.embeddings.embed_queries)
        joined = with_subjects(follow_ups, knowledge.corpus.by_id)
        train_network(known, embed, (*follow_ups, *joined)).write(FILE)
        for file, questions in ((CONTRASTS, contrasts), (ASKED_NEXT, follow_ups)):
            known_questions(questions, embed).write(file)
        with progress_bar() as heard:
            model = unpacked_model(knowledge.settings.home)
            by_id = knowledge.corpus.by_id
            alone, in_conversation = train_close_reading(model, known, follow_ups, by_id, heard)
        alone.write(ALONE)
        in_conversation.write(IN_CONVERSATION)
    err.print(
        f"{FILE.name}, {ALONE.name}: {len(known)}; {CONTRASTS.name}: {len(contrasts)}; "
        f"{ASKED_NEXT.name}, {IN_CONVERSATION.name}: {len(follow_ups)}"
    )
