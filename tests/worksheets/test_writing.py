"""Suggestions worded by a language model: what does not hold never reaches the user."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from threading import Event
from typing import Any

import pytest
from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from pydantic import PrivateAttr

from assistant.verification.verifier import Verifier
from assistant.worksheets.drafting import Drafter
from assistant.worksheets.model import Origin, Sheet
from assistant.worksheets.suggestion import Suggestion
from assistant.worksheets.writing import FieldWriter
from knowledge.glossary import load_glossary
from knowledge.settings import BUNDLED_KNOWLEDGE
from tests.worksheets.bundled import SharedLettersRetriever, empty_sheet, library, ride_inputs

_WORKSHEET = library().forms["awareness-worksheet"]


class ScriptedModel(BaseChatModel):
    """Streams its script in small pieces, and remembers what it was shown.

    With `echoes` it repeats the first line shown that begins so, citing the inputs.
    """

    script: str
    echoes: str = ""
    fails: bool = False
    stalls: bool = False
    _shown: list[list[BaseMessage]] = PrivateAttr(default_factory=list)

    @property
    def shown(self) -> str:
        """Everything that the model has been sent."""
        return "\n".join(str(message.content) for messages in self._shown for message in messages)

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(self, messages: list[BaseMessage], *_: Any, **__: Any) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=AIMessage(content=self.script))])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **_: Any,
    ) -> Iterator[ChatGenerationChunk]:
        self._shown.append(messages)
        script = self.script
        if self.echoes:
            lines = self.shown.splitlines()
            script = next(line for line in lines if line.startswith(self.echoes)) + " [1]"
        for start in range(0, len(script), 7):
            yield ChatGenerationChunk(message=AIMessageChunk(content=script[start : start + 7]))
        if self.fails:
            raise ConnectionError("the line is dead")
        if self.stalls:
            Event().wait(10)


@dataclass
class _Drafting:
    """One field drafted with a scripted model."""

    script: str
    fails: bool = False
    timeout: float = 60.0
    echoes: str = ""
    stalls: bool = False
    public_names: frozenset[str] = frozenset()
    model: ScriptedModel = field(init=False)

    def __post_init__(self) -> None:
        self.model = ScriptedModel(
            script=self.script, fails=self.fails, echoes=self.echoes, stalls=self.stalls
        )

    def suggest(self, sheet: Sheet, field_id: str, rejected: Sequence[str] = ()) -> Suggestion:
        verifier = Verifier(
            load_glossary(BUNDLED_KNOWLEDGE), lambda words: [1.0] * len(words), self.public_names
        )
        writer = FieldWriter(self.model, "scripted:one", verifier, self.timeout, self.public_names)
        drafter = Drafter(library(), SharedLettersRetriever(), writer)
        return drafter.suggest(sheet, field_id, rejected=rejected)


def _sheet() -> Sheet:
    return empty_sheet(_WORKSHEET, ride_inputs())


_FROM_INPUTS = "みどり交通が東地区と西地区で予約制の乗合送迎を行う [1]"


def test_a_line_that_holds_is_kept_as_a_suggestion() -> None:
    suggestion = _Drafting(f"- {_FROM_INPUTS}").suggest(_sheet(), "service")
    assert suggestion.engine == "llm:scripted:one"
    assert [line.text for line in suggestion.sentences] == [_FROM_INPUTS.removesuffix(" [1]")]
    assert suggestion.sentences[0].origin is Origin.SUGGESTED
    assert suggestion.notices == ()


def test_a_line_from_an_entry_carries_its_citation() -> None:
    script = "使う資源と提供するサービスを短く書きます [2]"
    suggestion = _Drafting(script).suggest(_sheet(), "service")
    assert [c.entry_id for c in suggestion.citations] == ["points-2026/worksheet-design"]


@pytest.mark.parametrize(
    "invented",
    [
        pytest.param("みどり交通が車両8台で予約制の乗合送迎を行う [1]", id="a figure"),
        pytest.param("みどり交通とヤマハ発動機が予約制の乗合送迎を行う [1]", id="a company"),
        pytest.param("みどり交通が東地区で予約制の乗合送迎を行う", id="no citation"),
        pytest.param("みどり交通が東地区で予約制の乗合送迎を行う [99]", id="a citation of nothing"),
        pytest.param("毎週日曜に温泉で健康講座と映画の上映会を開催 [1]", id="another matter"),
    ],
)
def test_what_does_not_hold_is_dropped(invented: str) -> None:
    suggestion = _Drafting(f"{invented}\n{_FROM_INPUTS}\n").suggest(_sheet(), "service")
    assert [line.text for line in suggestion.sentences] == [_FROM_INPUTS.removesuffix(" [1]")]


def test_a_cases_figures_are_not_the_projects() -> None:
    case = "チョイソコの会員に合わせた予約制の乗合送迎を66自治体で行う"
    marks = "".join(f"[{number}]" for number in range(1, 13))
    suggestion = _Drafting(f"{case} {marks}\n{_FROM_INPUTS}").suggest(_sheet(), "service")
    assert not any("66" in line.text for line in suggestion.sentences)


def test_an_unknown_stays_marked() -> None:
    script = "みどり交通が予約制の乗合送迎を行う曜日と台数：【要確認】 [1]"
    suggestion = _Drafting(script).suggest(_sheet(), "service")
    assert "【要確認】" in suggestion.sentences[0].text


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        pytest.param("延べ1,000人、実人数500人", "【要確認】", id="copied from the worked example"),
        pytest.param("【要確認】", "【要確認】", id="left open"),
        pytest.param("年間312人", "年間312人", id="a figure that the user has given"),
    ],
)
def test_only_the_user_sets_targets(target: str, kept: str) -> None:
    numbers = "".join(f"[{number}]" for number in range(1, 13))
    script = f"利用者数 | {target} | 運行の記録を集計 | 1年に1回 {numbers}"
    suggestion = _Drafting(script).suggest(_sheet(), "kpi_shared")
    assert [kpi.target for kpi in suggestion.kpis] == [kept]


@pytest.mark.parametrize(
    ("script", "fails", "timeout"),
    [
        pytest.param("", False, 60.0, id="it says nothing"),
        pytest.param("月に100万円の利益が出ます [1]", False, 60.0, id="nothing of it holds"),
        pytest.param("利用者数", True, 60.0, id="it breaks off"),
        pytest.param(f"<think>{_FROM_INPUTS}", False, 60.0, id="it only thinks"),
    ],
)
def test_when_the_model_fails_the_composed_suggestion_is_given(
    script: str, fails: bool, timeout: float
) -> None:
    composed = Drafter(library(), SharedLettersRetriever()).suggest(_sheet(), "service")
    suggestion = _Drafting(script, fails, timeout).suggest(_sheet(), "service")
    assert suggestion.sentences == composed.sentences
    assert suggestion.engine == "grounded"
    assert len(suggestion.notices) == 1


def test_a_model_that_stalls_is_given_up_in_time() -> None:
    started = time.monotonic()
    suggestion = _Drafting(_FROM_INPUTS, timeout=0.3, stalls=True).suggest(_sheet(), "service")
    assert time.monotonic() - started < 5
    assert suggestion.engine == "grounded"


def test_thoughts_are_not_taken_for_lines() -> None:
    thought = "<think>みどり交通が東地区で予約制の乗合送迎を行う [1]\nどう書こう。\n</think>"
    suggestion = _Drafting(f"{thought}{_FROM_INPUTS}").suggest(_sheet(), "service")
    assert [line.text for line in suggestion.sentences] == [_FROM_INPUTS.removesuffix(" [1]")]


def test_people_whom_the_documents_name_are_shown_to_the_model() -> None:
    problem = "佐藤清和さんは県に移動支援を呼びかけました"
    inputs = ride_inputs().model_copy(update={"problem": problem})
    for public_names, shown in ((frozenset({"佐藤清和"}), True), (frozenset(), False)):
        drafting = _Drafting(_FROM_INPUTS, public_names=public_names)
        drafting.suggest(empty_sheet(_WORKSHEET, inputs), "service")
        assert ("佐藤清和" in drafting.model.shown) is shown


def test_personal_data_does_not_leave_and_is_not_written_by_the_model() -> None:
    persona = "東地区に住む山田さん82歳、電話は090-1234-5678"
    inputs = ride_inputs().model_copy(update={"persona": persona})
    drafting = _Drafting("", echoes="東地区に住む")
    suggestion = drafting.suggest(empty_sheet(_WORKSHEET, inputs), "persona")
    assert "東地区に住む" in drafting.model.shown
    assert "090-1234-5678" not in drafting.model.shown
    assert "山田" not in drafting.model.shown
    written = [line for line in suggestion.sentences if "山田" in line.text]
    assert [(line.text, line.origin) for line in written] == [(persona, Origin.USER)]


def test_the_model_is_told_what_was_turned_down() -> None:
    drafting = _Drafting(_FROM_INPUTS)
    drafting.suggest(_sheet(), "service", rejected=["バスを無料で走らせる"])
    assert "バスを無料で走らせる" in drafting.model.shown


def test_braces_in_the_users_words_are_only_words() -> None:
    inputs = ride_inputs().model_copy(update={"problem": "{passages} {label} {x}"})
    drafting = _Drafting(_FROM_INPUTS)
    drafting.suggest(empty_sheet(_WORKSHEET, inputs), "service")
    assert "{passages} {label} {x}" in drafting.model.shown
