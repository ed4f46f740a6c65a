"""The page of the running product, and one browser; skipped where there is no Chromium."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.running_product import Product

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_CHROMIUM = Path("/usr/bin/chromium")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_PATIENCE = 20_000
"""Milliseconds that a step may take: the machine may have other work."""


@pytest.fixture(scope="session")
def _has_chromium() -> None:
    """Asked for first: without a browser there is no need to start anything."""
    if not _CHROMIUM.exists():
        pytest.skip(f"there is no browser at {_CHROMIUM}")


@pytest.fixture(scope="session")
def product(_has_chromium: None, running: Product) -> Product:
    """The product with its page."""
    running.start_page()
    return running


@pytest.fixture(scope="session")
def browser(product: Product) -> "Iterator[Browser]":
    from playwright.sync_api import expect, sync_playwright  # not everywhere installed

    expect.set_options(timeout=_PATIENCE)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(_CHROMIUM), args=list(_QUIET))
        yield opened
        opened.close()


@pytest.fixture
def page(browser: "Browser", product: Product) -> "Iterator[Page]":
    """The start page, at the width of a desk."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(_PATIENCE)
    opened = context.new_page()
    opened.goto(product.page_url)
    opened.get_by_test_id("stChatInputTextArea").wait_for()
    yield opened
    context.close()
