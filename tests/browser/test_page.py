"""What a visitor does with the page, in a real browser."""

import re

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

from playwright.sync_api import Locator, Page, expect

from tests.running_product import Product

pytestmark = pytest.mark.browser

PLAN = """# みどりが丘市 生活支援計画

## 移動販売車の停留所

みどりが丘市では、移動販売車ひまわり号が毎週木曜日の午前10時に、桜台集会所の前に停まります。
"""
TAXIS = "地元のタクシーやバスの仕事を奪わないようにするには？"
PATIENCE = 30_000


def ask(page: Page, question: str) -> Locator:
    """Type a question, send it, and wait until its answer is whole."""
    line = page.get_by_test_id("stChatInputTextArea")
    line.fill(question)
    line.press("Enter")
    answer = page.get_by_test_id("stChatMessage").last
    expect(answer).to_contain_text(
        re.compile("言語モデル不使用|no language model"), timeout=PATIENCE
    )
    return answer


def open_view(page: Page, name: str) -> None:
    page.get_by_test_id("stSidebarNav").get_by_text(name).click()


def card(answer: Locator, words: str) -> Locator:
    """The source whose line says this."""
    return answer.get_by_test_id("stExpander").filter(has_text=words).first


def test_a_question_is_answered_and_its_source_can_be_read(page: Page) -> None:
    answer = ask(page, TAXIS)
    expect(answer).to_contain_text("棲み分け")
    source = card(answer, "p.14")
    source.locator("summary").click()
    expect(source).to_contain_text("もとにした記載")
    expect(source).to_contain_text("発行")
    expect(source.get_by_role("link", name="資料・事例で開く")).to_be_visible()


def test_the_language_can_be_switched_with_the_conversation_kept(page: Page) -> None:
    ask(page, TAXIS)
    page.get_by_test_id("stSidebar").get_by_text("English", exact=True).click()
    expect(page.get_by_test_id("stChatInputTextArea")).to_have_attribute(
        "placeholder", re.compile("2,000 characters")
    )
    expect(page.get_by_test_id("stChatMessage").first).to_contain_text(TAXIS)
    answer = ask(page, "how do I avoid crowding out local taxis")
    expect(answer).to_contain_text("Sources")
    expect(answer).to_contain_text(re.compile("Choisoko|Toyoake"))


def test_two_questions_in_a_hurry_make_one_conversation(page: Page, product: Product) -> None:
    first, second = "認知症の人の見守りはどうする？", "費用は誰が出す？"
    line = page.get_by_test_id("stChatInputTextArea")
    with product.service_held():
        for question in (first, second):
            line.fill(question)
            line.press("Enter")
            # Of two that are sent before the page has read one, Streamlit keeps the newer.
            expect(page.get_by_test_id("stMain")).to_contain_text(first)
    answers = page.get_by_text(re.compile("言語モデル不使用"))
    expect(answers).to_have_count(2, timeout=PATIENCE)
    [visitor] = [c["value"] for c in page.context.cookies() if c["name"] == "sanpuku_visitor"]
    with product.client() as client:
        kept = client.for_visitor(visitor).conversations().conversations
        assert kept[0].id not in {c.id for c in client.conversations().conversations}
    assert [conversation.title for conversation in kept] == [first]


def test_the_same_browser_lists_its_conversations_again(page: Page) -> None:
    question = "配食サービスの見守りはどうする？"
    ask(page, question)
    page.reload()
    again = page.get_by_test_id("stSidebar").get_by_role("button", name=question, exact=True)
    again.click()
    expect(page.get_by_test_id("stChatMessage").first).to_contain_text(question)


def test_an_added_document_is_cited(page: Page, product: Product) -> None:
    open_view(page, "文書")
    with page.expect_response(lambda response: "upload_file" in response.url):
        page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(
            {"name": "みどりが丘市計画.md", "mimeType": "text/markdown", "buffer": PLAN.encode()}
        )
    page.get_by_test_id("stBaseButton-primaryFormSubmit").click()
    expect(page.get_by_text("みどりが丘市計画.md：追加しました")).to_be_visible(timeout=PATIENCE)
    open_view(page, "質問する")
    try:
        answer = ask(page, "移動販売車ひまわり号はいつ、どこに停まりますか")
        expect(answer).to_contain_text("木曜日")
        source = card(answer, "みどりが丘市計画.md")
        source.locator("summary").click()
        expect(source).to_contain_text("桜台集会所")
    finally:
        with product.client() as client:
            for document in client.documents().documents:
                client.delete_document(document.id)


def test_a_service_that_went_away_is_told_and_the_question_is_kept(
    page: Page, product: Product
) -> None:
    product.stop_service()
    try:
        line = page.get_by_test_id("stChatInputTextArea")
        line.fill(TAXIS)
        line.press("Enter")
        expect(page.get_by_test_id("stAlert").first).to_contain_text(
            "アシスタントから応答がありません", timeout=PATIENCE
        )
        documents = page.context.new_page()
        documents.goto(f"{product.page_url}/documents")
        expect(documents.get_by_test_id("stAlert").first).to_contain_text(
            "アシスタントから応答がありません", timeout=PATIENCE
        )
    finally:
        product.start_service()
    # A page that only shows something goes on by itself.
    expect(documents.get_by_test_id("stFileUploader")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="もう一度送る").click()
    answer = page.get_by_test_id("stChatMessage").last
    expect(answer).to_contain_text("棲み分け", timeout=PATIENCE)


def test_on_a_phone_an_answer_has_the_width_of_the_screen(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    answer = ask(page, TAXIS)
    written = answer.get_by_test_id("stChatMessageContent").bounding_box()
    assert written is not None
    assert written["width"] >= 320


@pytest.mark.parametrize(
    "view",
    [
        pytest.param("", id="chat"),
        pytest.param("library", id="library"),
        pytest.param("documents", id="documents"),
        pytest.param("about", id="about"),
    ],
)
def test_nothing_is_wider_than_a_phone(page: Page, product: Product, view: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{product.page_url}/{view}")
    page.get_by_test_id("stMainBlockContainer").wait_for()
    if not view:
        page.get_by_test_id("stChatInputTextArea").wait_for()
        ask(page, TAXIS)
    expect(page.locator("[data-test-script-state=notRunning]").first).to_be_attached()
    wider = page.evaluate(
        """() => ["html", "[data-testid=stMain]"]
            .map(place => document.querySelector(place))
            .filter(place => place && place.scrollWidth > place.clientWidth + 1)
            .map(place => place.scrollWidth)"""
    )
    assert wider == []
