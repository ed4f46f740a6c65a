"""A visitor's whole way through the real product: everything but a language model is real."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.client import AssistantClient
from assistant.contract import Answer, AskRequest, Status
from tests.running_product import Product

PLAN = """# みどりが丘市 生活支援計画

## 移動販売車の停留所

みどりが丘市では、移動販売車ひまわり号が毎週木曜日の午前10時に、桜台集会所の前に停まります。
ひまわり号の運行にかかる費用は年間430万円で、市と商工会が半分ずつ負担します。

## 見守りの協力店

市内の協力店は28店です。店員が異変に気づいたときは、地域包括支援センターに連絡します。
"""
ABOUT_PLAN = "移動販売車ひまわり号はいつ、どこに停まりますか"
CHOISOKO = "チョイソコはどんな取組ですか"


@pytest.fixture
def client(running: Product) -> Iterator[AssistantClient]:
    with running.client() as opened:
        yield opened


def ask(client: AssistantClient, question: str, conversation: str | None = None) -> Answer:
    return client.ask(AskRequest(question=question, conversation_id=conversation))


@pytest.mark.parametrize(
    ("question", "language"),
    [
        pytest.param("都道府県プラットフォームはどんな手順でつくりますか", "ja", id="in Japanese"),
        pytest.param("What are the steps to build a prefectural platform?", "en", id="in English"),
    ],
)
def test_an_answer_is_in_the_questions_language_and_every_mark_has_its_source(
    client: AssistantClient, question: str, language: str
) -> None:
    answer = ask(client, question)
    assert answer.status is Status.ANSWERED
    assert answer.language == language
    assert answer.engine == "grounded"
    assert answer.citations
    for citation in answer.citations:
        assert f"[{citation.number}]" in answer.text
        assert citation.title
        assert citation.publisher
        assert citation.quote


@pytest.mark.parametrize(
    ("question", "groups"),
    [
        pytest.param(
            "地元のタクシーやバスの仕事を奪わないようにするには？",
            (("棲み分け",), ("巻き込",), ("交渉", "調整"), ("豊明", "チョイソコ"), ("王寺",)),
            id="in Japanese",
        ),
        pytest.param(
            "how do I avoid crowding out local taxis",
            (
                ("separate", "divid"),
                ("brought", "bring", "part of it", "involv"),
                ("negotiat", "coordinat"),
                ("Toyoake", "Choisoko", "豊明", "チョイソコ"),
                ("Oji", "Ōji", "王寺"),
            ),
            id="in English",
        ),
    ],
)
def test_not_crowding_out_local_taxis_names_both_ways_the_talks_and_both_cases(
    client: AssistantClient, question: str, groups: tuple[tuple[str, ...], ...]
) -> None:
    answer = ask(client, question)
    for alternatives in groups:
        assert any(word in answer.text for word in alternatives), (alternatives, answer.text)
    cited = [citation for citation in answer.citations if citation.source == "points-2026"]
    assert any(14 in citation.pages for citation in cited), [c.pages for c in answer.citations]


def test_a_follow_up_is_about_what_was_asked_before(client: AssistantClient) -> None:
    first = ask(client, CHOISOKO)
    second = ask(client, "運賃はいくらですか", first.conversation_id)
    assert second.conversation_id == first.conversation_id
    assert "円" in second.text
    assert any(
        "チョイソコ" in citation.quote + citation.entry_title for citation in second.citations
    )
    kept = client.conversation(first.conversation_id)
    assert [turn.question for turn in kept.turns] == [CHOISOKO, "運賃はいくらですか"]


def test_what_the_documents_do_not_say_is_not_answered(client: AssistantClient) -> None:
    answer = ask(client, "みどりが丘市の今年のひまわりの開花日はいつですか")
    assert answer.status not in (Status.ANSWERED, Status.PARTIAL)


def test_an_added_document_is_cited_until_it_is_deleted(client: AssistantClient) -> None:
    added = client.add_document("みどりが丘市計画.md", PLAN.encode())
    answer = ask(client, ABOUT_PLAN)
    assert "木曜日" in answer.text
    cited = next(c for c in answer.citations if c.source == added.id)
    assert cited.title == "みどりが丘市計画.md"
    assert "みどりが丘市 生活支援計画" in cited.heading
    assert "桜台集会所" in cited.quote

    client.delete_document(added.id)
    assert client.documents().documents == ()
    after = ask(client, ABOUT_PLAN)
    assert "桜台集会所" not in after.text
    assert all(citation.source != added.id for citation in after.citations)


def test_a_list_of_questions_is_answered_by_the_command(running: Product, tmp_path: Path) -> None:
    questions, answers = tmp_path / "questions.csv", tmp_path / "answers.csv"
    questions.write_text(
        f"number,question\n1,{CHOISOKO}\n2,What is Choisoko?\n3,\n", encoding="utf-8"
    )
    done = running.command("ask", "--batch", str(questions), "--out", str(answers))
    assert done.returncode == 0, done.stderr
    with answers.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["number"] for row in rows][:2] == ["1", "2"]
    assert [row["language"] for row in rows][:2] == ["ja", "en"]
    assert all(row["status"] == Status.ANSWERED and row["citations"] for row in rows[:2])


def test_conversations_outlive_the_service(running: Product) -> None:
    with running.client() as before:
        asked = ask(before, CHOISOKO)
    running.stop_service()
    running.start_service()
    with running.client() as after:
        assert asked.conversation_id in {c.id for c in after.conversations().conversations}
        kept = after.conversation(asked.conversation_id)
        again = ask(after, "運賃はいくらですか", asked.conversation_id)
    assert kept.turns[0].answer == asked
    assert again.conversation_id == asked.conversation_id
