"""Requests for somebody's private details, which are not answered."""

import re

from assistant.personal_data.masking import mask
from assistant.personal_data.patterns import NAME_MASK
from assistant.screening.asking import asking_parts
from assistant.screening.general_request import asks_for_statistic, asks_in_general
from assistant.screening.private_wording import (
    ABOUT_HANDLING,
    DETAIL,
    PERSON,
    PICKED_OUT,
    PUBLIC,
)


def asks_for_private_details(text: str) -> bool:
    """True when somebody's private details are to be told; an office's are public.

    What a message tells of somebody is no request: only what it asks for counts.
    """
    return any(_wants_details(part, text) for part in asking_parts(text))


def _wants_details(part: str, text: str) -> bool:
    # Looking for names takes longest: last, and only where it matters.
    of_a_person = DETAIL.found_in(part) and (
        (PERSON.found_in(part) and not asks_for_statistic(part, DETAIL)) or _names_somebody(text)
    )
    if not of_a_person and not PICKED_OUT.found_in(part):
        return False
    excuses = ABOUT_HANDLING.found_in(part) or PUBLIC.found_in(part)
    return not excuses and not asks_in_general(part, DETAIL)


def _names_somebody(text: str) -> bool:
    return bool(re.search(NAME_MASK, mask(text).text))
