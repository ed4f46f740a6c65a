"""Every wording of the page."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

from assistant.contract import Persona, Status
from ui import texts
from ui.texts import examples, labels
from ui.texts.regions import PREFECTURES
from ui.wording import Text

_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")


def wordings() -> Iterator[tuple[str, Text]]:
    for module in pkgutil.iter_modules(texts.__path__):
        named = vars(importlib.import_module(f"ui.texts.{module.name}"))
        for name, value in named.items():
            yield from ((f"{module.name}.{name}", text) for text in _texts_in(value))


def _texts_in(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts_in(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts_in(one)


def test_every_wording_is_there_in_both_languages_with_the_same_blanks() -> None:
    problems = [
        name
        for name, text in wordings()
        if not (text.ja.strip() and text.en.strip())
        or set(re.findall(r"{(\w+)", text.ja)) != set(re.findall(r"{(\w+)", text.en))
    ]
    assert problems == []


def test_english_wordings_are_english() -> None:
    mixed = {name for name, text in wordings() if _JAPANESE.search(text.en)}
    assert mixed == {"frame.LANGUAGE"}  # understood by readers of either language


def test_roles_and_statuses_are_all_named() -> None:
    assert set(labels.ROLES) == set(labels.SHORT_ROLES) == set(examples.FOR_ROLE) == set(Persona)
    assert set(labels.STATUSES) == set(Status) - {Status.ANSWERED}


def test_there_are_47_prefectures() -> None:
    assert len(PREFECTURES) == 47
    assert PREFECTURES["兵庫県"].en == "Hyogo"
