"""Numbers of answers held against their citations, and questions made to provoke wrong ones."""

import pytest

from assistant.contract import Answer, AskRequest, Status
from evals.errors import BackendFailed
from evals.generated_questions import generated_questions
from evals.number_audit import audit_numbers, statements_with_wrong_numbers
from tests.evals.builders import make_answer, make_citation
from tests.evals.fake_assistant import NoteAssistant

JAPANESE = ("チョイソコは2024年に何自治体ですか", "運賃は200円ですか", "31台はいつの数字ですか")
ENGLISH = ("How many towns in 2024?", "Is the fare 200 yen?", "When were there 31 vehicles?")


class Unreachable:
    """A service that is gone."""

    def ask(self, request: AskRequest) -> Answer:
        raise BackendFailed("gone")

    def search(self, question: str, *, limit: int, persona: object = None) -> tuple[()]:
        raise BackendFailed("gone")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param("66自治体で運行しています。[1]", [], id="as the citation says"),
        pytest.param("70自治体で運行しています。[1]", ["70自治体で運行しています。"], id="another number"),
        pytest.param("66自治体で運行しています。", ["66自治体で運行しています。"], id="no citation"),
        pytest.param("運行しています。[1]", [], id="no number"),
    ],
)  # fmt: skip
def test_a_number_must_stand_in_what_its_statement_cites(text: str, wrong: list[str]) -> None:
    cited = make_citation(1, "チョイソコは66自治体で運行しています。")
    answer = make_answer(text, citations=(cited,))
    assert list(statements_with_wrong_numbers(answer)) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param("「2027年度の計画」は、確認できませんでした。", [], id="what is missing"),
        pytest.param("命の危険があるときは119番へ連絡してください。", [], id="whom to call"),
        pytest.param("70自治体で運行しています。[1]", ["70自治体で運行しています。"], id="what is cited"),
    ],
)  # fmt: skip
def test_of_an_answer_that_declines_only_what_it_cites_is_looked_at(
    text: str, wrong: list[str]
) -> None:
    cited = make_citation(1, "チョイソコは66自治体で運行しています。")
    answer = make_answer(text, citations=(cited,), status=Status.NOT_IN_SOURCES)
    assert list(statements_with_wrong_numbers(answer)) == wrong


def test_every_question_is_asked_and_its_statements_counted() -> None:
    requests = [AskRequest(question=q) for q in ("チョイソコは何自治体で運行?", "月の重さは?")]
    audited = list(audit_numbers(NoteAssistant(), requests))
    assert [one.question for one in audited] == [request.question for request in requests]
    assert audited[0].statements == 2
    assert not any(one.wrong or one.failure for one in audited)


def test_a_question_without_an_answer_is_told() -> None:
    (one,) = audit_numbers(Unreachable(), [AskRequest(question="運賃は")])
    assert one.failure == "gone"


@pytest.mark.parametrize("questions", [JAPANESE, ENGLISH])
def test_questions_are_made_the_same_every_time_and_none_twice(questions: tuple[str, ...]) -> None:
    made = generated_questions(questions, 40)
    assert made == generated_questions(questions, 40)
    assert len(made) == len(set(made)) == 40
    assert set(made) - set(questions)


def test_questions_cannot_be_made_from_one() -> None:
    with pytest.raises(ValueError, match="at least two"):
        generated_questions(["運賃は"], 3)
