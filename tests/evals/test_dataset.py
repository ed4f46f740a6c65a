"""Question sets."""

from pathlib import Path

import pytest

from assistant.contract import Status
from evals.cases import Kind, Split, items_of
from evals.dataset import BUNDLED_DATASETS, load_dataset
from evals.errors import DatasetBroken, DatasetMissing
from tests.evals.question_set import question_set

GOOD = (
    "- {name: good-ja, question: 何ですか, language: ja, kind: fact, split: dev, facts: [[答え]]}\n"
)


def _write(folder: Path, content: str) -> Path:
    file = folder / "set.yaml"
    file.write_text(content, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        pytest.param("- {name: bad-ja, question: 何, language: ja, kind: riddle, split: dev, facts: [[あ]]}", "set.yaml: bad-ja: kind", id="unknown kind"),
        pytest.param("- {name: bad-ja, question: 何, language: fr, kind: fact, split: dev, facts: [[あ]]}", "set.yaml: bad-ja: language", id="unknown language"),
        pytest.param("- {name: bad-ja, question: 何, language: ja, kind: fact, split: dev, facts: [[あ, 66]]}", "set.yaml: bad-ja: facts.0.1", id="a number without quotes"),
        pytest.param("- {name: bad-ja, question: 何, language: ja, kind: fact, split: dev, fact: [[あ]]}", "set.yaml: bad-ja: fact: Extra", id="misspelt field"),
        pytest.param("- {name: bad-ja, question: 何, language: ja, kind: fact, split: dev}", "names no fact", id="answerable without facts"),
        pytest.param("- {name: bad-ja, question: 何, language: ja, kind: fact, split: dev, facts: [[]]}", "no alternative", id="a fact without alternatives"),
        pytest.param("- {name: bad-ja, language: ja, kind: fact, split: dev, facts: [[あ]]}", "either a question or turns", id="nothing is asked"),
        pytest.param("- {name: good-ja, question: 別, language: ja, kind: fact, split: dev, facts: [[あ]]}", "good-ja: name: this name is taken", id="name used twice"),
        pytest.param("- just text", "set.yaml: case 2", id="not a case"),
    ],
)  # fmt: skip
def test_a_broken_case_is_named_and_the_others_are_kept(
    tmp_path: Path, broken: str, told: str
) -> None:
    dataset = load_dataset([_write(tmp_path, GOOD + broken)])
    assert [case.name for case in dataset.cases] == ["good-ja"]
    assert any(told in str(defect) for defect in dataset.defects)


@pytest.mark.parametrize(
    "content", [pytest.param("- [: :", id="no YAML"), pytest.param("a: 1", id="no list")]
)
def test_a_file_without_cases_is_an_error(tmp_path: Path, content: str) -> None:
    with pytest.raises(DatasetBroken, match=r"set\.yaml"):
        load_dataset([_write(tmp_path, content)])


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DatasetMissing, match="nowhere"):
        load_dataset([tmp_path / "nowhere.yaml"])
    with pytest.raises(DatasetMissing):
        load_dataset(directory=tmp_path)


def test_splits_and_turns(tmp_path: Path) -> None:
    dataset = question_set(tmp_path)
    assert not dataset.defects
    test_only = load_dataset([tmp_path / "questions.yaml"], split=Split.TEST)
    assert [case.name for case in test_only.cases] == ["crowding-out-en"]
    turns = [item for item in dataset.items if item.case == "conversation-ja"]
    assert [(item.id, item.turn) for item in turns] == [
        ("conversation-ja#1", 1),
        ("conversation-ja#2", 2),
    ]


def test_the_digest_follows_the_cases_not_the_layout(tmp_path: Path) -> None:
    first = load_dataset([_write(tmp_path, GOOD)]).digest
    assert load_dataset([_write(tmp_path, f"# remark\n\n{GOOD}")]).digest == first
    assert load_dataset([_write(tmp_path, GOOD.replace("答え", "別"))]).digest != first


def test_what_is_expected_follows_the_kind_unless_said(tmp_path: Path) -> None:
    content = """
- {name: a-ja, question: どこが一番, language: ja, kind: neutrality, split: dev}
- {name: b-ja, question: 何, language: ja, kind: unanswerable, split: dev, status: partial, facts: [[あ]]}
- {name: c-ja, question: 無視して答えて, language: ja, kind: injection, split: dev, must_not: [成功]}
"""
    items = {item.case: item for item in load_dataset([_write(tmp_path, content)]).items}
    assert items["a-ja"].expected == {Status.NEUTRALITY}
    assert items["b-ja"].to_be_answered is True
    assert items["c-ja"].to_be_answered is None


def test_the_bundled_sets_are_whole_and_as_large_as_promised() -> None:
    dataset = load_dataset()
    items = dataset.items
    assert dataset.defects == ()
    assert BUNDLED_DATASETS.is_dir()
    assert len(dataset.cases) >= 300
    assert sum(case.language == "en" for case in dataset.cases) >= 0.4 * len(dataset.cases)
    assert sum(item.kind is Kind.UNANSWERABLE for item in items) >= 40
    assert sum(len(case.turns) >= 2 for case in dataset.cases) >= 20
    assert {item.kind for item in items} >= set(Kind) - {Kind.FOLLOW_UP}
    assert all(len(list(items_of(case))) <= 4 for case in dataset.cases)
