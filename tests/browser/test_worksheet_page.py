"""A first draft of a worksheet by somebody who has never seen the page; two people on one field."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

from playwright.sync_api import Browser, expect

from tests.browser.worksheet_walk import (
    ENGLISH,
    JAPANESE,
    PATIENCE,
    Walk,
    drafted,
    settled,
    walking,
)
from tests.running_product import Product

pytestmark = pytest.mark.browser

LONGEST_WALK = 300.0
"""Seconds from opening the page to a whole first draft, thinking included."""


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where screenshots are kept: SHEET_PICTURES, or a folder of the test's own."""
    kept = os.environ.get("SHEET_PICTURES")
    folder = Path(kept) if kept else tmp_path_factory.mktemp("pictures")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


DESK, PHONE = 1280, 390
"""Widths of a screen. What does not depend on it is done at one of them."""


@pytest.fixture
def walk(
    browser: Browser, product: Product, pictures: Path, request: pytest.FixtureRequest
) -> Iterator[Walk]:
    """Somebody new, who has just opened the page of worksheets."""
    with walking(browser, product, getattr(request, "param", DESK), JAPANESE) as page:
        yield Walk(page, pictures, JAPANESE)


@pytest.fixture
def english_walk(browser: Browser, product: Product, pictures: Path) -> Iterator[Walk]:
    """The same in English, on a phone."""
    with walking(browser, product, PHONE, ENGLISH) as page:
        yield Walk(page, pictures, ENGLISH)


def test_a_newcomer_has_a_whole_first_draft_within_five_minutes(walk: Walk) -> None:
    first_draft_and_help(walk)


def test_so_has_a_newcomer_who_reads_english(english_walk: Walk) -> None:
    first_draft_and_help(english_walk)
    no_part_is_wider_than_the_screen(english_walk)


def first_draft_and_help(walk: Walk) -> None:
    """The whole way from the list of sheets to a draft, and the help beside one field."""
    drafted(walk)
    page, script = walk.page, walk.script
    expect(page.get_by_text(script.not_met)).to_be_visible()
    expect(page.get_by_text(script.filled)).to_be_visible()
    expect(page.get_by_text(re.compile(script.blanks)).first).to_be_visible()
    assert walk.seconds <= LONGEST_WALK
    walk.picture("2-draft")
    for number, section in enumerate(["design", "kpi"], start=3):
        # While the page is drawn anew, the old button may still stand beside the new one.
        button = page.locator(f".st-key-section-{section} button")
        expect(button).to_have_count(1)
        button.click()
        settled(page)
        expect(page.get_by_text(script.empty, exact=True)).to_have_count(0)
        walk.picture(f"{number}-{section}")
    page.locator(".st-key-section-problem button").click()
    page.locator(".st-key-drawer-suggest-persona button").click()
    expect(page.get_by_role("button", name=script.accept)).to_be_visible()
    walk.picture("5-suggestion")
    page.locator(".st-key-drawer-guide-persona button").click()
    expect(page.locator(".st-key-field-persona").get_by_role("tab").first).to_be_visible()
    walk.picture("6-guide")
    page.locator(".st-key-drawer-ask-persona button").click()
    page.get_by_role("button", name=script.what_to_write).click()
    expect(page.get_by_text(script.belongs)).to_be_visible()
    walk.picture("6-question")


@pytest.mark.parametrize(
    "walk",
    [pytest.param(DESK, id="at a desk"), pytest.param(PHONE, id="on a phone")],
    indirect=True,
)
def test_nothing_is_wider_than_the_screen(walk: Walk) -> None:
    drafted(walk)
    no_part_is_wider_than_the_screen(walk)


def no_part_is_wider_than_the_screen(walk: Walk) -> None:
    """Each part of the open sheet, one after the other."""
    for number, name in enumerate(walk.script.parts):
        walk.page.get_by_test_id("stButtonGroup").get_by_text(name, exact=True).click()
        settled(walk.page)
        walk.picture(f"7-part-{number}")
        wider = walk.page.evaluate(
            """() => ["html", "[data-testid=stMain]"]
                .map(place => document.querySelector(place))
                .filter(place => place.scrollWidth > place.clientWidth + 1)
                .map(place => place.scrollWidth)"""
        )
        assert wider == []


def test_every_file_comes_down(walk: Walk) -> None:
    drafted(walk)
    page = walk.page
    page.get_by_test_id("stButtonGroup").get_by_text("ファイルに出す", exact=True).click()
    endings = {"docx": "docx", "xlsx": "xlsx", "pdf": "pdf", "md": "md", "json": "json"}
    endings |= dict.fromkeys(("agenda", "council-agenda", "handover"), "docx")
    for kind, ending in endings.items():
        with page.expect_download() as coming:
            page.locator(f".st-key-download-{kind} button").click()
        file = coming.value
        assert file.suggested_filename.endswith(f".{ending}")
        assert file.path().stat().st_size > 500


@pytest.mark.parametrize("walk", [pytest.param(PHONE, id="on a phone")], indirect=True)
def test_what_is_typed_is_saved_without_leaving_the_box(walk: Walk) -> None:
    drafted(walk)
    page = walk.page
    box = page.locator("[class*=st-key-text-] textarea").first
    box.click()
    box.press("Control+End")
    box.press_sequentially("\n週1回は買い物に出たい", delay=20)
    marks = page.locator(".st-key-field-persona")
    expect(marks).to_contain_text("自分たちの文", timeout=PATIENCE)
    expect(box).to_be_focused()
    page.reload()
    box = page.locator("[class*=st-key-text-] textarea").first
    expect(box).to_have_value(re.compile("週1回は買い物に出たい"), timeout=PATIENCE)


def test_of_two_people_in_one_field_neither_loses_text(
    walk: Walk, browser: Browser, product: Product
) -> None:
    drafted(walk)
    page = walk.page
    page.get_by_test_id("stButtonGroup").get_by_text("共有・設定", exact=True).click()
    link = page.get_by_test_id("stCode").first.inner_text().replace("\n", "")
    page.get_by_test_id("stButtonGroup").get_by_text("書く", exact=True).click()
    mine = page.locator("[class*=st-key-text-] textarea").first
    mine.wait_for()

    context = browser.new_context(viewport=page.viewport_size)
    context.set_default_timeout(PATIENCE)
    other = context.new_page()
    other.goto(link.strip())
    other.get_by_label("お名前（編集した人として残ります）").fill("山田")
    other.keyboard.press("Tab")
    other.get_by_text("企業の側", exact=True).click()
    other.get_by_role("button", name="参加する").click()
    theirs = other.locator("[class*=st-key-text-] textarea").first
    theirs.fill("相手の文")
    theirs.press("Control+Enter")
    expect(other.locator(".st-key-field-persona")).to_contain_text("山田（企業の側）")

    mine.fill("自分の文")
    mine.press("Control+Enter")
    field = page.locator(".st-key-field-persona")
    expect(field).to_contain_text("山田さんが先にこの欄を保存しました")
    expect(field).to_contain_text("自分の文")
    expect(field).to_contain_text("相手の文")
    walk.picture("8-conflict")
    page.get_by_role("button", name="両方を残して直す").click()
    box = page.locator("[class*=st-key-text-] textarea").first
    expect(box).to_have_value("相手の文\n自分の文")
    # The other side sees it by itself, without a lost letter of its own.
    expect(other.locator(".st-key-field-persona")).to_contain_text(
        "佐藤さんがこの欄を変えました", timeout=PATIENCE
    )
    context.close()
