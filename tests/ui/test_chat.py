"""Asking: from the start page to an answer with its sources."""

import pytest

from assistant.contract import AskRequest, Choice, Citation, Persona, Status
from assistant.errors import AssistantError
from tests.ui.fake_service import FakeService
from tests.ui.visitor import (
    button,
    buttons,
    checked,
    folded,
    in_english,
    open_page,
    press,
    seen,
    send,
)
from ui import state
from ui.arriving_answer import ArrivingAnswer
from ui.chat_on_screen import Chat
from ui.texts import examples, labels

pytestmark = pytest.mark.usefixtures("server")
QUESTION = "移動支援はどうしますか"


def test_the_start_page_says_what_it_is_and_offers_questions() -> None:
    page = open_page()
    assert page.title[0].value == "産福共創アシスタント"
    assert "出典つきでお答えします" in seen(page)
    assert {text.ja for text in examples.FOR_ANYONE} <= set(buttons(page))


@pytest.mark.parametrize("role", list(Persona), ids=lambda role: f"as {role}")
def test_each_role_has_its_own_questions_and_is_answered_as_such(
    service: FakeService, role: Persona
) -> None:
    page = open_page()
    checked(page.pills(key=state.START_ROLE_KEY).set_value(role).run())
    question = examples.FOR_ROLE[role][0].ja
    press(page, question)
    assert page.selectbox(key=state.ROLE_KEY).value == role
    assert service.asked[0].question == question
    assert service.asked[0].persona == role


def test_the_role_of_the_sidebar_reaches_the_start_page() -> None:
    page = open_page()
    checked(page.selectbox(key=state.ROLE_KEY).set_value(Persona.COMPANY).run())
    assert page.pills(key=state.START_ROLE_KEY).value == Persona.COMPANY
    assert examples.FOR_ROLE[Persona.COMPANY][0].ja in buttons(page)


def test_an_answer_stands_under_its_question_with_marks_that_lead_to_their_entries() -> None:
    page = send(open_page(), QUESTION)
    asked, answered = page.chat_message
    assert asked.markdown[0].value == QUESTION
    text = seen(answered)
    assert "乗合送迎は豊明市で始まりました。" in text
    assert "[\\[1\\]](library?entry=points%2Frides&said=" in text


def test_each_source_opens_a_card_with_all_that_is_known() -> None:
    page = send(open_page(), "買物支援の例は")
    card = seen(folded(page, "\\[1\\]"))
    for fact in ("移動販売は行田市で始まりました", "手引き", "研究所", "2026", "p\\.14", "事例"):
        assert fact in card
    assert "資料・事例で開く" in card
    assert "発行元のページ" in card


def test_a_card_shows_the_documents_own_words_when_they_are_known(service: FakeService) -> None:
    service.changes[QUESTION] = {"citations": (cited(document_quote="原文はこう書いています"),)}
    card = seen(folded(send(open_page(), QUESTION), "\\[1\\]"))
    assert "文書の原文" in card
    assert "> 原文はこう書いています" in card


def test_a_source_in_an_added_document_opens_there(service: FakeService) -> None:
    service.changes[QUESTION] = {"citations": (cited(kind="document", entry_id="doc-plan#3"),)}
    page = send(open_page(), QUESTION)
    assert "文書の中で開く" in seen(folded(page, "\\[1\\]"))


def test_detail_is_folded(service: FakeService) -> None:
    service.changes[QUESTION] = {"text": "結論です。\n\nくわしい話です。", "more_from": 6}
    page = send(open_page(), QUESTION)
    assert "くわしい話です。" in seen(folded(page, "くわしく"))
    assert "結論です。" not in seen(folded(page, "くわしく"))


def test_notices_are_shown(service: FakeService) -> None:
    service.changes[QUESTION] = {
        "notices": ("言語モデルが応答しなかったため、資料から作成しました。",)
    }
    page = send(open_page(), QUESTION)
    assert "言語モデルが応答しなかったため" in page.info[0].value


@pytest.mark.parametrize("status", list(labels.STATUSES), ids=lambda status: f"status {status}")
def test_an_answer_that_is_none_says_so(service: FakeService, status: Status) -> None:
    service.changes[QUESTION] = {"status": status}
    assert labels.STATUSES[status].ja in seen(send(open_page(), QUESTION))


def test_nothing_is_shown_as_support_of_a_non_answer(service: FakeService) -> None:
    service.changes[QUESTION] = {"status": Status.NOT_IN_SOURCES}
    text = seen(send(open_page(), QUESTION))
    assert "質問への答えではありません" in text
    assert "**出典**" not in text


def test_a_choice_is_asked_in_the_same_conversation(service: FakeService) -> None:
    service.changes["効果は"] = {
        "status": Status.CLARIFICATION,
        "choices": (Choice(label="住民への効果", question="住民への効果は何ですか"),),
    }
    page = press(send(open_page(), "効果は"), "住民への効果")
    assert service.asked[1].question == "住民への効果は何ですか"
    assert service.asked[1].conversation_id == "conversation-1"
    assert len(page.chat_message) == 4


def test_a_related_question_goes_on_and_is_offered_under_the_last_answer_only() -> None:
    page = press(send(open_page(), QUESTION), "次に聞くこと")
    assert page.chat_message[2].markdown[0].value == "次に聞くこと"
    assert buttons(page).count("次に聞くこと") == 1


def test_the_answer_can_be_copied_with_its_sources() -> None:
    page = send(open_page(), "買物支援の例は")
    copied = page.code[0].value
    assert copied.startswith("買物支援の例は")
    assert "[1] 研究所、「手引き」、2026-03、p.14、Ⅱ ＞ ③、https://example.org/handbook" in copied


def test_the_page_says_whether_a_language_model_wrote(service: FakeService) -> None:
    service.changes[QUESTION] = {"engine": "llm:openai:gpt-4o-mini"}
    page = send(open_page(), QUESTION)
    assert "言語モデルを使用：openai" in seen(page)
    assert "言語モデル不使用" in seen(send(page, "買物支援の例は"))


def test_markdown_in_a_question_is_shown_as_typed() -> None:
    page = send(open_page(), "*費用* は $100 ですか <b>")
    assert page.chat_message[0].markdown[0].value == "\\*費用\\* は \\$100 ですか \\<b\\>"


def test_english_page_asks_and_names_everything_in_english() -> None:
    page = in_english(open_page())
    assert page.title[0].value == "Sanpuku Kyōsō Assistant"
    assert {text.en for text in examples.FOR_ANYONE} <= set(buttons(page))
    text = seen(send(page, QUESTION))
    for word in ("Sources", "Was this answer useful?", "Related questions", "no language model"):
        assert word in text


def test_documents_of_the_same_name_are_told_apart(service: FakeService) -> None:
    service.add("計画.txt", "移動支援は週2回です".encode(), None)
    first = service.documents["doc-計画"]
    again = first.document.model_copy(update={"id": "doc-2"})
    service.documents["doc-2"] = first.model_copy(update={"document": again})
    scope = open_page().multiselect(key=state.SCOPE_KEY)
    checked(scope.set_value(["doc-計画"]).run())
    assert len(set(scope.options)) == len(scope.options)
    assert scope.value == ["doc-計画"]


def test_switching_the_language_there_and_back_keeps_what_was_chosen(service: FakeService) -> None:
    page = open_page()
    checked(page.selectbox(key=state.ROLE_KEY).set_value(Persona.COMPANY).run())
    checked(page.multiselect(key=state.SCOPE_KEY).set_value(["handbook"]).run())
    for language in ("en", "ja", "en"):
        switch = page.button_group(key=state.LANGUAGE_KEY)
        checked(switch.set_value(language).run())
        assert page.selectbox(key=state.ROLE_KEY).value == Persona.COMPANY
    send(page, QUESTION)
    assert service.asked[0].persona == Persona.COMPANY
    assert service.asked[0].sources == ("handbook",)


def test_a_link_may_set_the_language_of_the_visit() -> None:
    assert open_page(lang="en").title[0].value == "Sanpuku Kyōsō Assistant"
    assert open_page(lang="fr").title[0].value == "産福共創アシスタント"


def test_the_language_of_the_page_leaves_the_language_of_answers_alone(
    service: FakeService,
) -> None:
    page = send(in_english(open_page()), QUESTION)
    assert service.asked[0].language is None
    checked(page.selectbox(key=state.ANSWER_LANGUAGE_KEY).set_value("en").run())
    send(page, QUESTION)
    assert service.asked[1].language == "en"


def test_a_search_can_be_limited_to_some_documents(service: FakeService) -> None:
    page = open_page()
    checked(page.multiselect(key=state.SCOPE_KEY).set_value(["handbook"]).run())
    send(page, QUESTION)
    assert service.asked[0].sources == ("handbook",)


def test_a_conversation_outlives_a_visit_to_another_page() -> None:
    page = send(open_page(), QUESTION)
    checked(page.switch_page("views/about.py").run())
    checked(page.switch_page("views/chat.py").run())
    assert button(page, "次に聞くこと")
    assert page.chat_message[0].markdown[0].value == QUESTION


def test_the_language_can_be_switched_beneath_an_answer_with_choices(service: FakeService) -> None:
    choice = Choice(label="住民への効果", question="住民への効果は何ですか")
    service.changes[QUESTION] = {"status": Status.CLARIFICATION, "choices": (choice,)}
    page = in_english(send(open_page(), QUESTION))
    assert button(page, "住民への効果")


def test_questions_sent_while_one_is_answered_have_their_turn(service: FakeService) -> None:
    page = open_page()
    chat = Chat()
    for question in ("移動支援は？", "費用は？", "誰が運転？"):
        chat.ask(question)
    page.session_state["chat"] = chat
    checked(page.run())
    assert [asked.question for asked in service.asked] == ["移動支援は？", "費用は？", "誰が運転？"]
    assert [one.markdown[0].value for one in page.chat_message[::2]] == [
        "移動支援は？",
        "費用は？",
        "誰が運転？",
    ]


def test_a_page_drawn_again_while_an_answer_comes_asks_once(service: FakeService) -> None:
    request = AskRequest(question=QUESTION)
    chat = Chat(asking=QUESTION, arriving=ArrivingAnswer(service.events(request)))
    page = open_page()
    page.session_state["chat"] = chat
    checked(page.run())
    assert service.asked == [request]
    assert "乗合送迎は豊明市で始まりました。" in seen(page.chat_message[1])
    assert chat.arriving is None


def test_a_question_after_one_that_failed_takes_its_place() -> None:
    chat = Chat(asking="移動支援は？", failure=AssistantError("down"))
    chat.ask("費用は？")
    assert (chat.asking, chat.failure, chat.waiting) == ("費用は？", None, [])


def cited(**changes: object) -> Citation:
    values: dict[str, object] = {
        "number": 1,
        "entry_id": "points/taxi",
        "source": "points",
        "title": "ポイント集",
        "publisher": "経済産業省",
        "published": "2026-04",
        "heading": "Ⅱ",
        "pages": (),
        "quote": "文。",
        "score": 1.0,
        "kind": "guideline",
    }
    return Citation.model_validate(values | changes)
