"""Browsing what the assistant knows."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.fake_service import FakeService
from tests.ui.samples import ENTRIES
from tests.ui.serving import Server
from tests.ui.visitor import checked, folded, in_english, open_page, press, seen
from ui import state

SECTION = state.SECTION_KEY


def titles(page: AppTest) -> list[str]:
    """Titles of the listed entries, in order."""
    known = {entry.ja.title for entry in ENTRIES}
    shown = [element.value.strip("*") for element in page.main.markdown]
    return [text for text in shown if text in known]


def section(page: AppTest, name: str) -> AppTest:
    return checked(page.button_group(key=SECTION).set_value(name).run())


@pytest.mark.usefixtures("server")
def test_all_entries_are_listed_by_document_with_where_they_are_from() -> None:
    page = open_page("library")
    assert titles(page) == [
        "乗合送迎の事例",
        "乗合送迎の効果",
        "タクシーと競合しない組み立て方",
        "移動販売の事例",
    ]
    assert "4件" in seen(page)
    assert "事例 ・ 手引き ・ p.14 ・ 埼玉県行田市 ・ 2026-04" in seen(page)


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize(
    ("key", "value", "found"),
    [
        pytest.param("find_source", "handbook", ["移動販売の事例"], id="of a document"),
        pytest.param("find_kind", "guideline", ["タクシーと競合しない組み立て方"], id="of a kind"),
        pytest.param("find_region", "愛知県", ["乗合送迎の事例"], id="of a prefecture"),
        pytest.param("find_region", "elsewhere", ["乗合送迎の事例"], id="of another country"),
        pytest.param("find_topic", "買物支援", ["移動販売の事例"], id="on a topic"),
        pytest.param("find_role", "company", ["移動販売の事例"], id="for a role"),
        pytest.param("find_stage", "launch", ["乗合送迎の事例"], id="at a stage"),
    ],
)
def test_a_filter_leaves_entries(key: str, value: str, found: list[str]) -> None:
    page = open_page("library")
    checked(page.selectbox(key=key).set_value(value).run())
    assert titles(page) == found
    assert "絞り込み（1件設定中）" in seen(page)
    assert len(titles(press(page, "絞り込みを解除"))) == len(ENTRIES)


@pytest.mark.usefixtures("server")
def test_words_find_entries_in_either_language_and_width() -> None:
    page = open_page("library")
    checked(page.text_input(key="find").set_value("ＴＡＸＩ　routes").run())
    assert titles(page)[0] == "タクシーと競合しない組み立て方"
    assert "1件" in seen(page)


@pytest.mark.usefixtures("server")
def test_words_that_occur_nowhere_find_what_is_near_in_meaning() -> None:
    page = open_page("library")
    checked(page.text_input(key="find").set_value("買い物難民").run())
    text = seen(page)
    assert "あてはまる項目はありません" in text
    assert "内容が近い項目" in text
    assert len(titles(page)) == len(ENTRIES)


@pytest.mark.usefixtures("server")
def test_cases_are_listed_without_their_details() -> None:
    page = section(open_page("library"), "cases")
    assert titles(page) == ["乗合送迎の事例", "移動販売の事例"]


@pytest.mark.usefixtures("server")
def test_a_link_opens_an_entry_in_its_place() -> None:
    page = open_page("library", entry="points/taxi")
    assert page.title[0].value == "タクシーと競合しない組み立て方"
    assert [tab.label for tab in page.tabs] == ["日本語", "English"]
    text = seen(page)
    for fact in (
        "経済産業省",
        "p\\.14",
        "points/taxi",
        "タクシー会社の客を取って",
        "Routes are kept",
    ):
        assert fact in text
    assert len(titles(press(page, "一覧にもどる"))) == len(ENTRIES)


@pytest.mark.usefixtures("server")
def test_entries_lead_to_related_differing_and_larger_ones() -> None:
    page = open_page("library", entry="points/taxi")
    assert "関連する項目" in seen(page)
    press(page, "乗合送迎の効果")
    assert "この事例の全体" in seen(page)
    press(page, "乗合送迎の事例")
    assert "この事例のくわしい内容" in seen(page)
    page = open_page("library", entry="handbook/shop")
    assert "数字や内容が異なる項目" in seen(page)


@pytest.mark.usefixtures("server")
def test_an_unknown_entry_is_explained() -> None:
    assert "この項目は見つかりません" in open_page("library", entry="x/y").warning[0].value


@pytest.mark.usefixtures("server")
def test_a_question_of_an_entry_is_asked_in_the_chat(service: FakeService) -> None:
    press(open_page("library", entry="points/taxi"), "タクシー会社の客を取ってしまわないか")
    assert service.asked[0].question == "タクシー会社の客を取ってしまわないか心配です"


@pytest.mark.usefixtures("server")
def test_two_cases_stand_side_by_side_under_their_labels() -> None:
    page = section(open_page("library"), "compare")
    assert "2件か3件選ぶ" in page.info[0].value
    chosen = page.multiselect(key=state.COMPARED_KEY)
    checked(chosen.set_value(["points/rides", "handbook/shop"]).run())
    text = seen(page)
    for part in (
        "##### 地域",
        "豊明市で走っています。",
        "行田市です。",
        "- 予約で走ります。\n- 協賛",
    ):
        assert part in text
    assert text.count("資料に記載なし") == 3
    assert "事業モデル" not in text


@pytest.mark.usefixtures("server")
def test_a_case_is_taken_along_to_the_comparison() -> None:
    page = press(open_page("library", entry="points/rides"), "ほかの事例とくらべる")
    assert page.multiselect(key=state.COMPARED_KEY).value == ["points/rides"]
    page = open_page("library", entry="points/taxi")
    assert "ほかの事例とくらべる" not in seen(page)


@pytest.mark.usefixtures("server")
def test_comparing_works_in_english() -> None:
    page = section(in_english(open_page("library")), "compare")
    chosen = page.multiselect(key=state.COMPARED_KEY)
    checked(chosen.set_value(["points/rides", "handbook/shop"]).run())
    assert "##### What made it work" in seen(page)
    assert "Residents helped\\." in seen(page)


@pytest.mark.usefixtures("server")
def test_documents_lead_to_their_entries() -> None:
    page = section(open_page("library"), "sources")
    assert "[手引き](https://example.org/handbook)" in seen(page)
    checked(page.button(key="see-handbook").click().run())
    assert titles(page) == ["移動販売の事例"]


@pytest.mark.usefixtures("server")
def test_topics_and_places_have_english_names() -> None:
    page = in_english(open_page("library"))
    options = [option for box in page.selectbox for option in box.options]
    assert {"Shopping (1)", "Aichi (1)", "Elsewhere (1)", "Handbook (1)"} <= set(options)


@pytest.mark.usefixtures("server")
def test_filters_are_kept_while_an_entry_is_open() -> None:
    page = open_page("library")
    checked(page.selectbox(key="find_kind").set_value("case").run())
    page.query_params["entry"] = "points/rides"
    checked(page.run())
    assert folded(press(page, "一覧にもどる"), "1件設定中")


@pytest.mark.usefixtures("server")
def test_why_the_library_cannot_be_read_is_told_in_the_visitors_language(
    service: FakeService,
) -> None:
    service.closed = {"ja": "準備中です", "en": "Getting ready"}
    page = open_page("library")
    assert page.error[0].value == "準備中です"
    assert in_english(page).error[0].value == "Getting ready"


def test_a_library_without_a_service_says_so_and_comes_back(server: Server) -> None:
    server.stop()
    page = open_page("library")
    assert "応答がありません" in page.error[0].value
    server.start()
    assert titles(press(page, "もう一度試す"))
