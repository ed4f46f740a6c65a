"""What a visitor sees and does, whatever the page is made of."""

from pathlib import Path

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Button, Expander

import ui

APP = Path(ui.__file__).parent / "app.py"
_READ = ("title", "subheader", "markdown", "caption", "error", "warning", "info", "success")


def open_page(view: str | None = None, **address: str) -> AppTest:
    """The page after it was opened: the chat, or one of views/ with something in its address."""
    page = AppTest.from_file(str(APP), default_timeout=20)
    if view is None:
        page.query_params.update(address)
        return checked(page.run())
    page.run()
    page.switch_page(f"views/{view}.py")
    page.query_params.update(address)
    return checked(page.run())


def checked(page: AppTest) -> AppTest:
    """The page, which must not have broken."""
    assert not page.exception, page.exception
    return page


def seen(block: AppTest | Block) -> str:
    """Everything that can be read, folded parts included."""
    read = [str(element.value) for kind in _READ for element in getattr(block, kind)]
    labels = [element.label for element in (*block.button, *block.expander)]
    return "\n".join([*read, *labels, *(link.value for link in block.page_link)])


def button(page: AppTest | Block, label: str) -> Button:
    """The first button that says this."""
    found = [one for one in page.button if label in one.label]
    assert found, f"no button {label!r} among {[one.label for one in page.button]}"
    return found[0]


def buttons(page: AppTest) -> list[str]:
    """What the buttons say, emphasis aside."""
    return [one.label.replace("*", "") for one in page.button]


def press(page: AppTest, label: str) -> AppTest:
    return checked(button(page, label).click().run())


def send(page: AppTest, question: str) -> AppTest:
    """Type a question and send it."""
    return checked(page.chat_input[0].set_value(question).run())


def folded(page: AppTest, label: str) -> Expander:
    """The part of the page that opens under this label."""
    found = [part for part in page.expander if label in part.label]
    assert found, f"nothing folded under {label!r} among {[p.label for p in page.expander]}"
    return found[0]


def in_english(page: AppTest) -> AppTest:
    """The page after the visitor switched to English."""
    switch = next(group for group in page.button_group if "English" in group.options)
    return checked(switch.set_value("en").run())
