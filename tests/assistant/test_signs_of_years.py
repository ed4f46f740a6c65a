"""A year that a question asks about, beside what the passages found for it tell."""

import pytest

from assistant.contract import AskRequest
from assistant.signs import Signs
from assistant.understanding.question import understand
from assistant.wiring import Services
from knowledge.documents import Passage
from tests.assistant.small_services import document_passage

OF_2023 = document_passage("2023年度は12台の車が走りました。", position=1)
OF_2025 = document_passage("2025年度は20台の車が走りました。", position=2)
NO_YEAR = document_passage("車は毎日走ります。", position=3)


@pytest.mark.parametrize(
    ("passages", "in_best", "in_any"),
    [
        pytest.param((OF_2025, NO_YEAR), 0, 0, id="the best passage tells it"),
        pytest.param((OF_2023, OF_2025), 1, 0, id="only another one does"),
        pytest.param((OF_2023, NO_YEAR), 1, 1, id="none does"),
    ],
)
def test_whether_the_best_passage_alone_tells_of_the_year(
    services: Services, passages: tuple[Passage, ...], in_best: int, in_any: int
) -> None:
    signs = signs_of(services, "2025年度に何台の車が走りましたか", passages)
    assert (signs.years_in_best, signs.years) == (in_best, in_any)


def test_a_question_without_a_year_has_none_to_miss(services: Services) -> None:
    signs = signs_of(services, "何台の車が走りますか", (OF_2023,))
    assert (signs.years_in_best, signs.years) == (0, 0)


def signs_of(services: Services, text: str, passages: tuple[Passage, ...]) -> Signs:
    question = understand(AskRequest(question=text), text, (), services.knowledge.glossary)
    return services.assistant.judge.signs(question, passages)
