"""What an evaluator does with the pages of evaluation and grading, in a real browser."""

import re

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

from playwright.sync_api import Page, expect

from tests.running_product import Product

pytestmark = pytest.mark.browser

PATIENCE = 90_000
"""Milliseconds for a run of twenty cases."""


def choose(page: Page, section: str) -> None:
    """Another section of the page."""
    page.get_by_test_id("stMain").get_by_text(section, exact=True).first.click()
    settled(page)


def settled(page: Page) -> None:
    expect(page.locator("[data-test-script-state=notRunning]").first).to_be_attached()


def open_view(page: Page, product: Product, view: str) -> None:
    page.goto(f"{product.page_url}/{view}")
    page.get_by_role("heading", level=1).wait_for()
    settled(page)


def finished_run(page: Page, product: Product) -> None:
    """See to it that there is a run, made from the page."""
    open_view(page, product, "evaluation")
    if page.get_by_role("button", name="くわしく見る").count():
        return
    choose(page, "評価を始める")
    page.get_by_text("全体から20件だけ").click()
    page.get_by_test_id("stBaseButton-primaryFormSubmit").click()
    expect(page.get_by_text("評価を実行しています")).to_be_visible()
    page.reload()
    settled(page)
    choose(page, "結果の一覧")
    expect(page.get_by_role("button", name="くわしく見る").first).to_be_visible(timeout=PATIENCE)


def test_a_run_survives_a_reload_and_is_looked_into(page: Page, product: Product) -> None:
    finished_run(page, product)
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("正答率")
    page.get_by_role("button", name="くわしく見る").first.click()
    expect(main).to_contain_text("どのように行った評価か")
    case = page.get_by_test_id("stExpander").last
    case.locator("summary").click()
    expect(case).to_contain_text("正しい区分")
    choose(page, "内訳")
    expect(page.locator("canvas, svg.marks").first).to_be_visible()
    choose(page, "レポート")
    with page.expect_download(timeout=PATIENCE) as waiting:
        page.get_by_role("button", name="HTMLレポートを保存").click()
    report = waiting.value.path().read_text(encoding="utf-8")
    assert "回答品質の評価レポート" in report


def test_an_answer_is_drawn_and_graded(page: Page, product: Product) -> None:
    finished_run(page, product)
    open_view(page, product, "grading")
    choose(page, "答えを選ぶ")
    page.get_by_test_id("stBaseButton-primaryFormSubmit").click()
    expect(page.get_by_test_id("stAlert").first).to_contain_text(
        re.compile("加えました|ありません")
    )
    choose(page, "採点する")
    name = page.get_by_role("textbox", name="採点する人の名前")
    name.fill("真理")
    name.press("Enter")
    waiting = page.get_by_text(re.compile("あなたの採点を待っている答え："))
    expect(waiting).to_be_visible()
    before = waiting.inner_text()
    expect(page.get_by_test_id("stRadio")).to_have_count(5)
    for step in page.get_by_text("3 はい", exact=True).all():
        step.click()
    page.get_by_role("button", name="採点を保存して次へ").click()
    expect(page.get_by_text("採点を保存しました")).to_be_visible()
    expect(waiting).not_to_have_text(before)


def test_the_widgets_speak_japanese_on_the_japanese_page(page: Page, product: Product) -> None:
    open_view(page, product, "grading")
    choose(page, "Excelで採点")
    name = page.get_by_role("textbox", name="採点する人の名前")
    name.fill("真理")
    expect(page.get_by_text("2/60")).to_be_visible()
    expect(page.get_by_text("Press Enter")).to_be_hidden()
    name.press("Enter")
    uploader = page.get_by_test_id("stFileUploader")
    label = uploader.locator("button p").evaluate("p => getComputedStyle(p, '::after').content")
    assert label == '"ファイルを選ぶ"'
    expect(uploader.get_by_text("per file")).to_be_hidden()


@pytest.mark.parametrize(
    "view", [pytest.param("evaluation", id="evaluation"), pytest.param("grading", id="grading")]
)
def test_nothing_is_wider_than_a_phone(page: Page, product: Product, view: str) -> None:
    finished_run(page, product)
    page.set_viewport_size({"width": 390, "height": 844})
    open_view(page, product, view)
    wider = page.evaluate(
        """() => ["html", "[data-testid=stMain]"]
            .map(place => document.querySelector(place))
            .filter(place => place && place.scrollWidth > place.clientWidth + 1)
            .map(place => place.scrollWidth)"""
    )
    assert wider == []
