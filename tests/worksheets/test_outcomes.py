"""Check lists: a no is explained, and the answers come to a level with what to read next."""

import pytest

from assistant.worksheets.inputs import Inputs
from assistant.worksheets.outcomes import result_of
from tests.worksheets.bundled import empty_sheet, library
from tests.worksheets.filled import CHECKLIST, FORMS, answered, findings, lines, passes


def test_a_no_has_to_be_explained() -> None:
    sheet = answered(CHECKLIST, q1_grasp="no")
    assert not passes(sheet, "no_is_explained")
    explained = sheet.with_field("q2_details", lines("地区ごとにまとめていない"))
    assert passes(explained, "no_is_explained")


def test_questions_of_the_flow_chart_are_asked_after_a_yes_only() -> None:
    after_no, after_yes = (
        {f.field_id for f in findings(answered(CHECKLIST, q1_grasp=answer), "filled")}
        for answer in ("no", "yes")
    )
    assert "q1_structure" not in after_no
    assert "q1_structure" in after_yes


@pytest.mark.parametrize(
    ("form_id", "answers", "outcome"),
    [
        pytest.param("handbook-checklist", {"q1_grasp": "no"}, "grasp", id="problems unknown"),
        pytest.param(
            "handbook-checklist",
            {"q1_grasp": "yes", "q1_structure": "yes", "q1_measures": "yes"},
            "under_way",
            id="all yes",
        ),
        pytest.param("level-municipality", {"discussed": "no"}, "discussion", id="first level"),
        pytest.param(
            "level-municipality", {"discussed": "yes", "planned": "no"}, "joint_plan", id="second"
        ),
        pytest.param(
            "level-municipality",
            {"discussed": "yes", "planned": "yes", "implemented": "yes"},
            "strategic",
            id="the highest level",
        ),
        pytest.param("level-company", {"partnered": "yes", "designed": "no"}, "design", id="company"),
        pytest.param(
            "level-company", {"partnered": "no", "designed": "yes"}, "partnering",
            id="an answer left over from before does not count",
        ),
    ],
)  # fmt: skip
def test_answers_come_to_a_level(form_id: str, answers: dict[str, str], outcome: str) -> None:
    form = library().forms[form_id]
    result = result_of(form, answered(form, **answers))
    assert result is not None
    assert result.outcome.id == outcome
    assert set(result.outcome.next) <= set(result.read_next)


def test_without_answers_there_is_no_level() -> None:
    for form in FORMS:
        assert result_of(form, empty_sheet(form, Inputs())) is None


def test_points_that_are_not_in_hand_are_read_first() -> None:
    form = library().forms["level-municipality"]
    sheet = answered(form, discussed="yes", planned="no", design_points="information sharing")
    result = result_of(form, sheet)
    assert result is not None
    assert result.read_next[0] == "points-2026/existing-services-municipality"
