"""The wire contract: what is taken, what is refused, what a type checker relies on."""

from typing import get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from assistant.contract import (
    LONGEST_QUESTION,
    Answered,
    AnswerEvent,
    AskRequest,
    Failed,
    FeedbackRequest,
    Persona,
    SourcesFound,
    Status,
    TextDelta,
)


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({}, id="no question"),
        pytest.param({"question": ""}, id="an empty question"),
        pytest.param({"question": " \n\t　"}, id="a question of spaces"),
        pytest.param({"question": "あ" * (LONGEST_QUESTION + 1)}, id="one character too many"),
        pytest.param({"question": None}, id="a question that is null"),
        pytest.param({"question": ["a"]}, id="a question that is a list"),
        pytest.param({"question": "q", "persona": "mayor"}, id="an unknown role"),
        pytest.param({"question": "q", "language": "fr"}, id="an unknown language"),
        pytest.param({"question": "q", "conversation_id": "x" * 65}, id="a long conversation id"),
        pytest.param({"question": "q", "sources": ["s"] * 101}, id="too many sources"),
        pytest.param({"question": "q", "role": "sc"}, id="an extra field"),
        pytest.param({"question": "q", "context": {"form_id": "f"}}, id="a form without a field"),
    ],
)
def test_requests_that_are_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        AskRequest.model_validate(fields)


def test_the_longest_question_is_taken_and_spaces_around_it_are_not() -> None:
    request = AskRequest(question=f"  {'あ' * LONGEST_QUESTION} \n")
    assert request.question == "あ" * LONGEST_QUESTION


def test_only_a_question_is_needed() -> None:
    request = AskRequest(question="産福共創とは")
    assert (request.persona, request.language, request.conversation_id) == (None, None, None)
    assert request.sources == ()


def test_the_five_sides_of_the_table_are_taken() -> None:
    taken = [AskRequest.model_validate({"question": "q", "persona": p}).persona for p in Persona]
    assert taken == list(Persona)
    assert {p.value for p in Persona} == {
        "sc",
        "municipality",
        "prefecture",
        "company",
        "evaluator",
    }


def test_the_statuses_of_version_one_are_all_there() -> None:
    assert {status.value for status in Status} >= {
        "answered", "partial", "clarification", "not_in_sources", "out_of_scope", "neutrality",
        "personal_data", "unsafe",
    }  # fmt: skip


def test_requests_cannot_be_changed() -> None:
    request = AskRequest(question="q")
    with pytest.raises(ValidationError):
        request.question = "other"  # type: ignore[misc]  # what is tested


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"rating": "sideways"}, id="an unknown rating"),
        pytest.param({"rating": "up", "reason": "x" * 2001}, id="a long reason"),
        pytest.param({"rating": "up", "stars": 5}, id="an extra field"),
        pytest.param({"reason": "good"}, id="no rating"),
    ],
)
def test_feedback_that_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        FeedbackRequest.model_validate(fields)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param('{"kind":"sources","conversation_id":"c","citations":[]}', SourcesFound),
        pytest.param('{"kind":"text","text":"t"}', TextDelta),
        pytest.param('{"kind":"failed","problem":"p"}', Failed),
    ],
)
def test_an_event_is_told_by_its_kind(text: str, kind: type[AnswerEvent]) -> None:
    adapter: TypeAdapter[AnswerEvent] = TypeAdapter(AnswerEvent)
    assert isinstance(adapter.validate_json(text), kind)


def test_an_unknown_event_is_refused() -> None:
    adapter: TypeAdapter[AnswerEvent] = TypeAdapter(AnswerEvent)
    with pytest.raises(ValidationError):
        adapter.validate_json('{"kind":"tool","text":"t"}')
    union = get_args(get_args(AnswerEvent)[0])
    assert set(union) == {SourcesFound, TextDelta, Answered, Failed}


def test_an_event_with_fields_of_a_later_version_is_still_read() -> None:
    adapter: TypeAdapter[AnswerEvent] = TypeAdapter(AnswerEvent)
    assert adapter.validate_json('{"kind":"text","text":"t","speed":3}') == TextDelta(text="t")
