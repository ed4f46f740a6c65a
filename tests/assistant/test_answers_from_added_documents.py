"""Users' own documents are answered from, and cited under the heading where it stands."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.contract import AskRequest, Status
from assistant.trained_judge import TrainedJudge
from assistant.wiring import Services
from ingest.wiring import build_ingestion
from tests.assistant.small_services import BY_SHARED_WORDS, always

NOTICE = """# 乗合タクシー「みどり号」のご案内

みどり号は、緑ヶ丘地区と中央病院を結ぶ予約制の乗合タクシーです。

## 利用料

利用料は、1回につき300円です。小学生以下は無料です。

## 運行日

運行日は月曜・水曜・金曜です。祝日は運休します。

## 予約のしかた

予約は、利用する前日の午後3時までに公民館に電話してください。
"""


@pytest.fixture
def assistant(services: Services, tmp_path: Path) -> Assistant:
    """The small assistant with a notice of a shared taxi added to it."""
    file = tmp_path / "みどり号.md"
    file.write_text(NOTICE, encoding="utf-8")
    build_ingestion(services.knowledge).add(
        [file], on_file=lambda *_: None, on_progress=lambda *_: None
    )
    return services.assistant


@pytest.mark.parametrize(
    ("question", "said", "heading"),
    [
        pytest.param("みどり号の利用料は？", "300円", "利用料", id="what-it-costs"),
        pytest.param("みどり号の運行日は？", "月曜・水曜・金曜", "運行日", id="when-it-runs"),
        pytest.param("みどり号の予約のしかたは？", "前日", "予約のしかた", id="how-to-book"),
    ],
)
def test_a_notice_is_answered_from_and_cited_at_its_heading(
    assistant: Assistant, question: str, said: str, heading: str
) -> None:
    answer = assistant.ask(AskRequest(question=question))
    assert answer.status is Status.ANSWERED
    assert said in answer.text
    first = answer.citations[0]
    assert first.title == "みどり号.md"
    assert first.heading == f"乗合タクシー「みどり号」のご案内 ＞ {heading}"


def test_a_name_is_found_that_an_english_question_writes_as_it_is_read(
    assistant: Assistant,
) -> None:
    answer = assistant.ask(AskRequest(question="What is the fare of Midori-go?"))
    assert answer.notices == ("Read as: “What is the fare of みどり号?”",)
    assert answer.citations[0].title == "みどり号.md"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("みどり号の利用料は？", Status.ANSWERED, id="what-the-notice-says"),
        pytest.param("富士山の標高は？", Status.OUT_OF_SCOPE, id="what-it-does-not-say"),
    ],
)
def test_what_is_off_topic_to_the_entries_may_stand_in_a_notice(
    assistant: Assistant, question: str, expected: Status
) -> None:
    trained = TrainedJudge(always("off_topic"), {}, BY_SHARED_WORDS)
    judge = replace(assistant.judge, trained=trained)
    answer = replace(assistant, judge=judge).ask(AskRequest(question=question))
    assert answer.status is expected
