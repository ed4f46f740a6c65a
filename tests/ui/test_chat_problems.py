"""What can go wrong while asking: nothing typed is lost, and every message says what to do."""

import pytest

from assistant.contract import LONGEST_QUESTION, Readiness
from tests.ui.fake_service import FakeService
from tests.ui.serving import Server
from tests.ui.visitor import buttons, in_english, open_page, press, seen, send

QUESTION = "移動支援はどうしますか"


@pytest.mark.parametrize(
    ("english", "sentence"),
    [
        pytest.param(False, "アシスタントから応答がありません", id="in Japanese"),
        pytest.param(True, "The assistant does not respond", id="in English"),
    ],
)
def test_a_service_that_goes_away_loses_no_question(
    server: Server, service: FakeService, *, english: bool, sentence: str
) -> None:
    page = in_english(open_page()) if english else open_page()
    server.stop()
    send(page, QUESTION)
    assert sentence in page.error[0].value
    assert page.chat_message[0].markdown[0].value == QUESTION
    server.start()
    press(page, "Send again" if english else "もう一度送る")
    assert not page.error
    assert service.asked[-1].question == QUESTION
    assert "乗合送迎は豊明市で始まりました。" in seen(page.chat_message[1])


def test_opening_the_page_without_a_service_says_what_to_do(server: Server) -> None:
    server.stop()
    page = open_page()
    assert "sanpuku up" in page.error[0].value
    assert "会話の一覧を読み込めません" in seen(page)
    server.start()
    press(page, "もう一度試す")
    assert not page.error


@pytest.mark.usefixtures("server")
def test_an_answer_that_fails_half_way_can_be_asked_again(service: FakeService) -> None:
    service.failing = "保存できませんでした。"
    page = send(open_page(), QUESTION)
    assert "保存できませんでした。" in page.error[0].value
    assert "質問は残してあります" in page.error[0].value
    service.failing = None
    assert not press(page, "もう一度送る").error


@pytest.mark.usefixtures("server")
def test_a_stream_that_breaks_off_is_no_answer(service: FakeService) -> None:
    service.failing = ""
    page = send(open_page(), QUESTION)
    assert "応答がありません" in page.error[0].value
    assert len(page.chat_message) == 2


@pytest.mark.usefixtures("server")
def test_a_failed_question_can_be_changed_and_then_sent(service: FakeService) -> None:
    service.failing = "だめでした。"
    page = press(send(open_page(), QUESTION), "質問を直す")
    service.failing = None
    assert not page.error
    assert page.session_state["question"] is None
    assert page.chat_input[0].proto.value == QUESTION


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        pytest.param("あ" * 10_000, "10,000文字", id="ten thousand characters"),
        pytest.param("あ" * (LONGEST_QUESTION + 1), "2,001文字", id="one character too many"),
        pytest.param("　 \n", "質問を入力してから", id="nothing but space"),
    ],
)
def test_a_question_that_cannot_be_sent_stays_in_its_line(
    service: FakeService, question: str, sentence: str
) -> None:
    page = send(open_page(), question)
    assert sentence in page.warning[0].value
    assert page.chat_input[0].proto.value == question
    assert service.asked == []


@pytest.mark.usefixtures("server")
def test_the_longest_question_is_sent_without_the_space_around_it(service: FakeService) -> None:
    page = send(open_page(), f"  {'あ' * LONGEST_QUESTION}\n")
    assert not page.warning
    assert service.asked[0].question == "あ" * LONGEST_QUESTION


@pytest.mark.usefixtures("server")
def test_a_warning_goes_with_the_next_question() -> None:
    page = send(open_page(), "あ" * 3000)
    assert not send(page, QUESTION).warning


@pytest.mark.usefixtures("server")
def test_preparing_is_told_with_its_progress(service: FakeService) -> None:
    service.readiness = Readiness(status="preparing", detail="vectors 3/4")
    page = open_page()
    assert "検索の準備をしています" in page.info[0].value
    assert page.get("progress")[0].proto.value == 75


@pytest.mark.usefixtures("server")
def test_a_service_that_cannot_prepare_says_why(service: FakeService) -> None:
    service.readiness = Readiness(status="unavailable", detail="no disk space")
    page = open_page()
    assert "no disk space" in page.warning[0].value
    assert "もう一度送る" not in buttons(page)
