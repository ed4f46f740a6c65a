"""A question of several parts is answered by a part, if the whole does not speak against it."""

import pytest

from assistant.contract import AskRequest
from assistant.finding import Found, PartFound
from assistant.judging_parts import to_the_end, until_answered
from assistant.understanding.question import understand
from tests.assistant.small_services import glossary


def parts(margins: tuple[float, ...]) -> tuple[Found, dict[str, float]]:
    """A question with so many parts, and the margin of each by its words."""
    asked = {f"質問{at}": margin for at, margin in enumerate(margins)}
    questions = (understand(AskRequest(question=text), text, (), glossary()) for text in asked)
    return Found((), tuple(PartFound(question, ()) for question in questions)), asked


@pytest.mark.parametrize(
    ("margins", "whole", "is_answerable", "answered"),
    [
        pytest.param((0.3, 0.2), 0.1, True, (True, None), id="the first is enough"),
        pytest.param((0.1, 0.4), -0.3, True, (True, True), id="one outweighs the whole"),
        pytest.param((-0.5, 0.45), -0.5, True, (False, True), id="one is certain"),
        pytest.param((0.1, -0.2), -0.3, False, (True, False), id="the whole outweighs them"),
        pytest.param((-0.2, -0.1), 0.3, True, (True, True), id="the whole stands for both"),
        pytest.param((-0.4, -0.1), 0.2, True, (False, True), id="the whole stands for the best"),
        pytest.param((-0.3, -0.4), 0.2, False, (False, False), id="none"),
        pytest.param((0.0,), 0.0, True, (True,), id="on the threshold"),
    ],
)
def test_the_whole_has_its_say(
    margins: tuple[float, ...],
    whole: float,
    is_answerable: bool,
    answered: tuple[bool | None, ...],
) -> None:
    found, of = parts(margins)
    judged = until_answered(found, whole, lambda part: of[part.question.asked])
    assert judged.is_answerable is is_answerable
    assert tuple(part.is_answered for part in judged.parts) == answered


def test_what_was_left_open_is_judged_by_itself_and_nothing_else() -> None:
    found, of = parts((0.3, -0.5, 0.1))
    judged = until_answered(found, 0.4, lambda part: of[part.question.asked])
    looked_at: list[str] = []

    def margin(part: PartFound) -> float:
        looked_at.append(part.question.asked)
        return of[part.question.asked]

    whole = to_the_end(judged, margin)
    assert tuple(part.is_answered for part in whole.parts) == (True, False, True)
    assert looked_at == ["質問1", "質問2"]


def test_a_part_is_missing_only_where_the_whole_does_not_speak_for_it() -> None:
    found, of = parts((0.3, -0.2))
    for whole, is_told in ((0.4, True), (0.1, False)):
        judged = until_answered(found, whole, lambda part: of[part.question.asked])
        last = to_the_end(judged, lambda part: of[part.question.asked]).parts[-1]
        assert last.is_answered is is_told
