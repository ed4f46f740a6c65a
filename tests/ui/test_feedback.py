"""Thumbs and reasons."""

import pytest

from tests.ui.fake_service import FakeService
from tests.ui.serving import Server
from tests.ui.visitor import checked, open_page, seen, send

QUESTION = "移動支援はどうしますか"


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize(("thumb", "rating"), [(1, "up"), (0, "down")], ids=["up", "down"])
def test_a_thumb_is_saved_at_once_and_once(service: FakeService, thumb: int, rating: str) -> None:
    page = send(open_page(), QUESTION)
    checked(page.feedback[0].set_value(thumb).run())
    checked(page.run())
    assert [(answer, given.rating) for answer, given in service.ratings] == [("answer-1", rating)]
    assert "評価を保存しました" in seen(page)


@pytest.mark.usefixtures("server")
def test_a_reason_follows_the_thumb(service: FakeService) -> None:
    page = send(open_page(), QUESTION)
    checked(page.feedback[0].set_value(0).run())
    reasons = next(group for group in page.button_group if "情報が古い" in group.options)
    reasons.set_value(["情報が古い", "事実と違う"])
    page.text_input[0].set_value("2025年の数字です")
    send_reason = next(b for b in page.button if b.label == "理由を送る")
    checked(send_reason.click().run())
    assert service.ratings[-1][1].rating == "down"
    assert service.ratings[-1][1].reason == "情報が古い / 事実と違う / 2025年の数字です"
    assert "理由も保存しました" in seen(page)


@pytest.mark.usefixtures("server")
def test_a_saved_thumb_is_shown_when_one_comes_back(service: FakeService) -> None:
    page = send(open_page(), QUESTION)
    checked(page.feedback[0].set_value(0).run())
    checked(page.switch_page("views/about.py").run())
    checked(page.switch_page("views/chat.py").run())
    assert page.feedback[0].value == 0
    assert "評価を保存しました" in seen(page)
    assert len(service.ratings) == 1


def test_a_rating_that_cannot_be_saved_is_not_thanked_for(
    server: Server, service: FakeService
) -> None:
    page = send(open_page(), QUESTION)
    server.stop()
    checked(page.feedback[0].set_value(1).run())
    assert "応答がありません" in seen(page)
    assert "評価を保存しました" not in seen(page)
    server.start()
    checked(page.run())
    assert len(service.ratings) == 1
