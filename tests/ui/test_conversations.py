"""Conversations in the sidebar."""

import pytest

from tests.ui.fake_service import FakeService
from tests.ui.visitor import buttons, checked, open_page, press, seen, send

pytestmark = pytest.mark.usefixtures("server")
FIRST, SECOND = "移動支援はどうしますか", "買物支援の例は"


def test_a_new_conversation_is_listed_at_once() -> None:
    assert FIRST in buttons(send(open_page(), FIRST))


def test_a_visitor_without_conversations_is_told_so() -> None:
    assert "まだ会話はありません" in seen(open_page())


def test_an_old_conversation_is_reopened_and_goes_on(service: FakeService) -> None:
    page = send(open_page(), FIRST)
    press(page, "新しい会話")
    assert not page.chat_message
    send(page, SECOND)
    press(page, FIRST)
    assert page.chat_message[0].markdown[0].value == FIRST
    send(page, "ほかには？")
    assert [asked.conversation_id for asked in service.asked] == [None, None, "conversation-1"]


def test_each_bin_says_what_it_deletes() -> None:
    page = send(open_page(), FIRST)
    assert page.button(key="delete-conversation-1").label == f"「{FIRST}」を削除"


def test_deleting_asks_first_and_clears_the_screen(service: FakeService) -> None:
    page = send(open_page(), FIRST)
    checked(page.button(key="delete-conversation-1").click().run())
    assert "元に戻せません" in seen(page)
    assert "conversation-1" in service.conversations
    press(page, "削除する")
    assert service.conversations == {}
    assert not page.chat_message


def test_thinking_better_of_it_keeps_the_conversation(service: FakeService) -> None:
    page = send(open_page(), FIRST)
    checked(page.button(key="delete-conversation-1").click().run())
    press(page, "やめる")
    assert "conversation-1" in service.conversations
    assert page.chat_message[0].markdown[0].value == FIRST


def test_a_conversation_deleted_elsewhere_is_explained(service: FakeService) -> None:
    page = send(open_page(), FIRST)
    service.conversations.clear()
    press(page, FIRST)
    assert "この会話は見つかりません" in page.error[0].value


def test_many_conversations_are_folded_after_the_newest(service: FakeService) -> None:
    page = open_page()
    for number in range(12):
        press(page, "新しい会話")
        send(page, f"質問{number}")
    older = [part for part in page.expander if "以前の会話（2件）" in part.label]
    assert {"質問0", "質問1"} <= {b.label for b in older[0].button}
    assert len(service.conversations) == 12


def test_each_browser_has_conversations_of_its_own(service: FakeService) -> None:
    one = send(send(open_page(), FIRST), SECOND)
    send(open_page(), FIRST)
    assert not one.exception
    first, again, other = service.visitors
    assert first == again != other
    assert min(len(first), len(other)) == 32
