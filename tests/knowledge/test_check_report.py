"""The whole check over a folder, and its list of exceptions."""

from pathlib import Path

import pytest

from knowledge.checking.check import check_knowledge
from knowledge.checking.exceptions import load_exceptions
from knowledge.errors import SourcesUnreadable
from tests.knowledge.samples import SHOP_EN, SHOP_JA, write_files
from tests.knowledge.test_corpus import ENTRY, SOURCES, TOPICS

SOUND = ENTRY.replace("kind: case", "kind: guideline").replace(
    "related: [guide-2026/shared-taxi]\n", ""
)
HEADER, _, _ = SOUND.partition("## ja")
ENTRY_FILE = "corpus/guide-2026/mobile-shop.md"
GLOSSARY = """\
- term: 豊明市
  en: Toyoake
  kind: place
  definition: {ja: 市, en: A city}
- term: アイシン
  en: Aisin
  kind: organisation
  definition: {ja: 会社, en: A company}
"""
SOURCE = "豊明市では週２回、アイシンが運ぶ。利用者は120人。半年で黒字"


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    """A knowledge base of one entry that holds but for one number of its source."""
    return write_files(
        tmp_path / "knowledge",
        {
            "sources.yaml": SOURCES,
            "topics.yaml": TOPICS,
            "glossary.yaml": GLOSSARY,
            "checking/exceptions.yaml": "",
            ENTRY_FILE: f"{HEADER}## ja\n{SHOP_JA}豊明市とアイシン。\n## en\n{SHOP_EN}\n",
        },
    )


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    return write_files(tmp_path / "sources", {"guide-2026.txt": SOURCE})


def test_a_number_that_no_entry_has_fails_the_check(knowledge: Path, sources: Path) -> None:
    report = check_knowledge(knowledge, sources)
    assert report.findings == ()
    assert not report.holds
    assert [coverage.missing[0].split(" ")[0] for coverage in report.numbers] == ["120"]
    assert any("no entry has: 120" in line for line in report.lines(verbose=False))


def test_a_reason_lets_it_pass(knowledge: Path, sources: Path) -> None:
    reason = "numbers:\n- {source: guide-2026, number: 120, reason: page furniture}\n"
    write_files(knowledge, {"checking/exceptions.yaml": reason})
    report = check_knowledge(knowledge, sources)
    assert report.holds
    summary = "1 entries, 0 gaps, 0 follow-ups, 0 contrasts, 0 findings"
    assert next(iter(report.lines(verbose=False))) == summary


def test_without_the_documents_only_the_form_is_checked(knowledge: Path, tmp_path: Path) -> None:
    report = check_knowledge(knowledge, tmp_path / "nowhere")
    assert report.holds
    assert any("skipped" in line for line in report.lines(verbose=False))


def test_a_finding_fails_the_check_unless_it_is_allowed(knowledge: Path, tmp_path: Path) -> None:
    entry = knowledge / ENTRY_FILE
    entry.write_text(entry.read_text("utf-8").replace("[買物支援]", "[宇宙]"), "utf-8")
    report = check_knowledge(knowledge, tmp_path)
    assert [str(finding) for finding in report.findings] == [
        "guide-2026/mobile-shop: topic: 宇宙 is not in topics.yaml"
    ]
    assert not report.holds
    allowed = "findings:\n- {entry: guide-2026/mobile-shop, rule: topic, reason: a test}\n"
    write_files(knowledge, {"checking/exceptions.yaml": allowed})
    assert check_knowledge(knowledge, tmp_path).holds


def test_a_text_of_copied_pieces_fails_the_check(knowledge: Path, tmp_path: Path) -> None:
    copied = write_files(tmp_path / "copied", {"guide-2026.txt": SHOP_JA + SOURCE})
    report = check_knowledge(knowledge, copied)
    assert report.copied[0].share > 0.3
    assert not report.holds


@pytest.mark.parametrize(
    ("written", "named"),
    [
        pytest.param("numbers: [{source: a, number: 1}]", "numbers.0.reason", id="no-reason"),
        pytest.param(
            "names: [{source: a, name: b, reason: ''}]", "names.0.reason", id="empty-reason"
        ),
        pytest.param("findings: [{entry: a, reason: b}]", "findings.0.rule", id="no-rule"),
        pytest.param("number: []", "number", id="misspelt-list"),
        pytest.param("- a", "exceptions.yaml", id="a-list"),
        pytest.param("numbers: [", "exceptions.yaml", id="broken"),
    ],
)
def test_a_broken_list_of_exceptions_is_named(tmp_path: Path, written: str, named: str) -> None:
    file = write_files(tmp_path, {"exceptions.yaml": written}) / "exceptions.yaml"
    with pytest.raises(SourcesUnreadable) as raised:
        load_exceptions(file)
    assert "exceptions.yaml" in str(raised.value)
    assert named in str(raised.value)


def test_a_missing_list_of_exceptions_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourcesUnreadable, match=r"exceptions\.yaml cannot be read"):
        load_exceptions(tmp_path / "exceptions.yaml")
