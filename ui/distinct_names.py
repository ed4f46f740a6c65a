"""Names to choose from, each of which stands for one thing only: a choice is known by its name."""

from collections import Counter
from collections.abc import Hashable, Mapping
from itertools import count
from typing import TypeVar

from ui.language import say
from ui.texts import frame as words

Key = TypeVar("Key", bound=Hashable)


def distinct(names: Mapping[Key, str], longer: Mapping[Key, str] | None = None) -> dict[Key, str]:
    """A name that repeats in its longer form, and numbered where that repeats as well."""
    repeated = _repeated(names)
    told = {key: (longer or {}).get(key, name) for key, name in names.items() if name in repeated}
    return _numbered({**names, **told})


def _numbered(names: Mapping[Key, str]) -> dict[Key, str]:
    repeated, taken, numbered = _repeated(names), set(names.values()), {}
    for key, name in names.items():
        numbered[key] = _free(name, taken) if name in repeated else name
        taken.add(numbered[key])
    return numbered


def _free(name: str, taken: set[str]) -> str:
    numbers = (say(words.NUMBERED, name=name, number=number) for number in count(1))
    return next(each for each in numbers if each not in taken)


def _repeated(names: Mapping[Key, str]) -> set[str]:
    return {name for name, times in Counter(names.values()).items() if times > 1}
