"""Questions made from the entries' own, many of which the documents cannot answer as asked.

To find out what an assistant says when a question names a year, an amount or a party that its
documents do not speak of: each is a question of an entry, as it is, or changed in one way.
"""

import re
from collections.abc import Sequence
from random import Random

_SEED = 20260401
_NUMBER = re.compile(r"(?<![\d.,])\d{1,4}(?![\d.,])")
_YEAR = re.compile(r"(?:19|20)\d\d")


def generated_questions(questions: Sequence[str], count: int) -> list[str]:
    """As many different questions as asked for, in the same order every time.

    Args:
        questions: those of entries, all of one language.

    Raises:
        ValueError: fewer than two questions to make others from.
    """
    own = list(dict.fromkeys(questions))
    if len(own) < 2:
        raise ValueError("Questions can only be made from at least two others")
    random = Random(_SEED)
    made: dict[str, None] = {}
    changes = (_as_it_is, _with_other_numbers, _with_a_year, _with_another)
    # Entries with few numbers give the same question again: some turns bring nothing new.
    for turn in range(count * 4):
        if len(made) == count:
            break
        change = changes[turn % len(changes)]
        made[change(random.choice(own), own, random)] = None
    return list(made)


def _as_it_is(question: str, _others: Sequence[str], _random: Random) -> str:
    return question


def _with_other_numbers(question: str, _others: Sequence[str], random: Random) -> str:
    return _NUMBER.sub(lambda match: _another(match[0], random), question)


def _with_a_year(question: str, _others: Sequence[str], random: Random) -> str:
    year = random.randint(2015, 2035)
    return f"{question} {year}年では？" if _is_japanese(question) else f"In {year}, {question}"


def _with_another(question: str, others: Sequence[str], random: Random) -> str:
    return f"{question} {random.choice(others)}"


def _another(number: str, random: Random) -> str:
    if _YEAR.fullmatch(number):
        return str(int(number) + random.choice((-7, -2, 3, 9)))
    return str(int(number) + random.randint(1, 40))


def _is_japanese(text: str) -> bool:
    return bool(re.search(r"[ぁ-んァ-ヴ]", text))
