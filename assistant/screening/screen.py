"""Which questions get no ordinary answer: danger, private data, tricks, endorsement, other matters."""

from unicodedata import normalize

from assistant.contract import Status
from assistant.screening.danger import tells_of_danger
from assistant.screening.endorsement import asks_for_endorsement
from assistant.screening.injection import tries_to_take_over
from assistant.screening.off_topic import is_about_something_else
from assistant.screening.private_details import asks_for_private_details


def screen(question: str) -> Status | None:
    """The status of a question that gets no ordinary answer; None for all others.

    Danger comes first: a person at risk is signposted whatever else the question holds.
    """
    text = normalize("NFKC", question)
    return next((status for noticed, status in _CHECKS if noticed(text)), None)


_CHECKS = (
    (tells_of_danger, Status.UNSAFE),
    (tries_to_take_over, Status.OUT_OF_SCOPE),
    (asks_for_private_details, Status.PERSONAL_DATA),
    (is_about_something_else, Status.OUT_OF_SCOPE),
    (asks_for_endorsement, Status.NEUTRALITY),
)
