"""Somebody who fills in a worksheet: what they read and type, and how long that takes a person."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.running_product import Product

PATIENCE = 30_000
"""Milliseconds that a step may take."""
THINKING = 3.0
"""Seconds that a person needs, beside typing, for each question of the form."""
LETTERS_A_SECOND = 2.0
"""A slow typist."""


@dataclass(frozen=True)
class Script:
    """What somebody reads and types who uses the page in one language."""

    language: str
    new: str
    service_type: str
    typed: tuple[tuple[str, str], ...]
    """Label of a box and what goes into it, in order."""
    market: str
    draft: str
    drafted: str
    not_met: str
    filled: str
    blanks: str
    empty: str
    accept: str
    what_to_write: str
    belongs: str
    parts: tuple[str, ...]


JAPANESE = Script(
    language="ja",
    new="新しいシートを作る",
    service_type="移動支援",
    typed=(
        ("どんなサービスですか（短く）", "予約制の乗合送迎"),
        ("市区町村", "みどり市"),
        ("地区（「、」で区切る）", "東地区、西地区"),
        ("人口密度（人/km²）", "312"),
        ("地域資源充足率（%）", "55"),
        ("名前", "みどり交通"),
        ("だれの、どんな困りごとですか", "運転をやめた高齢者が買い物や通院に行けない"),
        ("お名前（編集した人として残ります）", "佐藤"),
    ),
    market="市場性「中」エリア（B）",
    draft="作って、全部の欄に下書きを入れる",
    drafted="16欄に下書きを入れました",
    not_met="まだ対応していないこと",
    filled="16欄のうち記入 16",
    blanks="【要確認】[0-9]+か所",
    empty="未記入",
    accept="採用する",
    what_to_write="ここには何を書けばよいですか",
    belongs="の欄に書くことは、資料では次のとおりです。",
    parts=("書く", "次の打合せ", "版・履歴", "ファイルに出す", "共有・設定"),
)
ENGLISH = Script(
    language="en",
    new="Start a new sheet",
    service_type="Transport",
    typed=(
        ("What is the service? (briefly)", "on-demand shared rides"),
        ("Municipality", "Midori City"),
        ("Districts (separate with commas)", "East, West"),
        ("Population density (people/km²)", "312"),
        ("Sufficiency of local resources (%)", "55"),
        ("Name", "Midori Transport"),
        (
            "Whose problem is it, and what is it?",
            "Older people who no longer drive cannot get to shops or the doctor",
        ),
        ("Your name (kept with your edits)", "Sato"),
    ),
    market="medium marketability (B)",
    draft="Create it and draft every field",
    drafted="16 field(s) were drafted",
    not_met="Not met yet",
    filled="16 of 16 fields filled",
    blanks="[0-9]+ to be confirmed",
    empty="empty",
    accept="Accept",
    what_to_write="What do I write here?",
    belongs="This is what the documents say belongs in",
    parts=("Write", "Next meeting", "Versions", "Export", "Share and settings"),
)


class Walk:
    """One person at one screen: what they do, what it costs them, pictures of what they see."""

    def __init__(self, page: Page, pictures: Path, script: Script) -> None:
        self.page = page
        self.script = script
        self._pictures = pictures
        self._human = 0.0
        self._started = time.monotonic()

    @property
    def seconds(self) -> float:
        """The machine's time, and what reading and typing would have taken."""
        return time.monotonic() - self._started + self._human

    def type(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=True).first.fill(text)
        self.page.keyboard.press("Tab")
        self._human += THINKING + len(text) / LETTERS_A_SECOND

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name).first.click()
        self._human += THINKING

    def picture(self, name: str) -> None:
        """The whole page, however long."""
        settled(self.page)
        size = self.page.viewport_size
        assert size is not None
        place = "document.querySelector('[data-testid=stMain]').scrollHeight"
        height = min(6_000, int(self.page.evaluate(place)) + 60)
        self.page.set_viewport_size({"width": size["width"], "height": height})
        self.page.wait_for_timeout(300)
        file = f"{name}-{self.script.language}-{size['width']}.png"
        self.page.screenshot(path=self._pictures / file)
        self.page.set_viewport_size(size)


def settled(page: Page) -> None:
    expect(page.locator("[data-test-script-state=notRunning]").first).to_be_attached()


@contextmanager
def walking(browser: Browser, product: Product, width: int, script: Script) -> Iterator[Page]:
    """The page of worksheets on a screen of this width."""
    context = browser.new_context(viewport={"width": width, "height": 860})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(f"{product.page_url}/worksheets?lang={script.language}")
    page.get_by_text(script.new).first.wait_for()
    yield page
    context.close()


def describe_the_project(walk: Walk) -> None:
    """Answer the questions with which a sheet begins."""
    script = walk.script
    walk.press(script.new)
    walk.page.get_by_role("button", name=script.service_type).click()
    for label, text in script.typed:
        walk.type(label, text)
        if text == "55":
            expect(walk.page.get_by_text(script.market).first).to_be_visible()
    settled(walk.page)
    walk.picture("1-project")


def drafted(walk: Walk) -> None:
    """Have a sheet with a draft in every field."""
    describe_the_project(walk)
    walk.press(walk.script.draft)
    expect(walk.page.get_by_text(walk.script.drafted)).to_be_visible(timeout=PATIENCE)
