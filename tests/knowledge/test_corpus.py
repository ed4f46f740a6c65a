"""Reading entries, sources and topics: what is sound is read, what is broken is named."""

from pathlib import Path

import pytest

from knowledge.corpus import load_corpus, load_sources, load_topics, read_entry, statements
from knowledge.documents import Audience, Kind, Stage
from knowledge.errors import EntryUnreadable, SourcesUnreadable
from knowledge.settings import BUNDLED_KNOWLEDGE
from tests.knowledge.samples import write_files

ENTRY = """\
---
id: guide-2026/mobile-shop
kind: case
source: guide-2026
pages: [14, 15]
heading: Ⅱ 買い物 ＞ 移動販売
audience: [municipality, sc]
stage: design
regions: [愛知県豊明市]
organisations: [アイシン]
topics: [買物支援]
as_of: 2026-04
related: [guide-2026/shared-taxi]
title:
  ja: 移動販売
  en: Mobile shop
questions:
  ja: [店が遠い, 買い物できない, 移動スーパーは？]
  en: [No shop nearby, Can a shop come?]
---
## ja
移動販売は週2回です。

- 見守りも兼ねます。
## en
The mobile shop comes twice a week.

- It also keeps an eye on people.
"""
SOURCES = """\
guide-2026:
  title: {ja: 手引き, en: Guide}
  publisher: {ja: 県, en: Prefecture}
  published: 2026-04
  authority: guidebook
  pages_note: {ja: 目次による, en: By the contents list}
"""
TOPICS = "買物支援: {en: Shopping}\n"


def entry_file(folder: Path, text: str, name: str = "mobile-shop.md") -> Path:
    return write_files(folder, {f"corpus/guide-2026/{name}": text}) / "corpus" / "guide-2026" / name


def test_a_sound_entry_is_read_with_all_its_fields(tmp_path: Path) -> None:
    entry = read_entry(entry_file(tmp_path, ENTRY))
    assert entry.id == "guide-2026/mobile-shop"
    assert (entry.kind, entry.stage) == (Kind.CASE, Stage.DESIGN)
    assert entry.pages == (14, 15)
    assert entry.audience == (Audience.MUNICIPALITY, Audience.SC)
    assert entry.regions == ("愛知県豊明市",)
    assert entry.as_of == "2026-04"
    assert entry.related == ("guide-2026/shared-taxi",)
    assert entry.title.en == "Mobile shop"
    assert entry.questions("en") == ("No shop nearby", "Can a shop come?")
    assert entry.text.ja == "移動販売は週2回です。\n\n- 見守りも兼ねます。"
    assert entry.text.en.endswith("- It also keeps an eye on people.")


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(("\n", "\r\n"), id="lines-end-as-on-windows"),
        pytest.param(("---\nid:", "\ufeff---\nid:"), id="the-editor-put-a-mark-at-the-start"),
        pytest.param(("## ja\n", "## ja  \n"), id="spaces-after-a-heading"),
        pytest.param(("as_of: 2026-04", "as_of: 2026"), id="only-a-year"),
        pytest.param(("stage: design\n", ""), id="no-stage"),
    ],
)
def test_harmless_differences_are_accepted(tmp_path: Path, changed: tuple[str, str]) -> None:
    path = entry_file(tmp_path, "")
    path.write_bytes(ENTRY.replace(*changed).encode())
    assert read_entry(path).text.ja.startswith("移動販売は週2回です。")


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        pytest.param(("---\nid:", "id:"), "front matter", id="no-front-matter"),
        pytest.param(("## ja", "## jp"), "## ja", id="no-japanese-part"),
        pytest.param(("## en", "## English"), "## en", id="no-english-part"),
        pytest.param(
            ("移動販売は週2回です。\n\n- 見守りも兼ねます。\n", ""),
            "text",
            id="empty-japanese-part",
        ),
        pytest.param(("kind: case", "kind: story"), "kind", id="unknown-kind"),
        pytest.param(("kind: case\n", ""), "kind", id="kind-missing"),
        pytest.param(("[14, 15]", "[fourteen]"), "pages.0", id="page-in-words"),
        pytest.param(("[14, 15]", "[0]"), "pages.0", id="page-zero"),
        pytest.param(("[municipality, sc]", "[mayor]"), "audience.0", id="unknown-audience"),
        pytest.param(("[municipality, sc]", "[]"), "audience", id="no-audience"),
        pytest.param(("stage: design", "stage: dream"), "stage", id="unknown-stage"),
        pytest.param(("topics: [買物支援]", "topics: []"), "topics", id="no-topic"),
        pytest.param(("as_of: 2026-04", "as_of: April"), "as_of", id="date-in-words"),
        pytest.param(("as_of: 2026-04", "as_of: 2026-04-01"), "as_of", id="date-with-a-day"),
        pytest.param(("  en: Mobile shop\n", ""), "title.en", id="no-english-title"),
        pytest.param((", 移動スーパーは？", ""), "questions.ja", id="too-few-japanese-questions"),
        pytest.param((", Can a shop come?", ""), "questions.en", id="too-few-english-questions"),
        pytest.param(("stage: design", "stages: design"), "stages", id="misspelt-field"),
        pytest.param(("stage: design", "kind: case"), "kind stands twice", id="field-stands-twice"),
        pytest.param(("id: guide-2026/", "id: Guide/"), "id", id="id-with-capitals"),
        pytest.param(("mobile-shop\n", "other-shop\n"), "id", id="id-of-another-file"),
        pytest.param(("heading: Ⅱ", "heading: [Ⅱ"), "mobile-shop.md", id="broken-yaml"),
        pytest.param(
            ("heading: Ⅱ 買い物", "heading: a: b"), "mobile-shop.md", id="colon-without-quotes"
        ),
    ],
)
def test_a_broken_entry_is_named_with_file_and_field(
    tmp_path: Path, changed: tuple[str, str], named: str
) -> None:
    broken = ENTRY.replace(*changed, 1)
    assert broken != ENTRY
    with pytest.raises(EntryUnreadable) as raised:
        read_entry(entry_file(tmp_path, broken))
    assert str(raised.value).startswith("guide-2026/mobile-shop.md: ")
    assert named in str(raised.value)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\xff\xfe\x00\x01", id="not-text"),
        pytest.param("---\n- a\n- b\n---\n## ja\nあ\n## en\na\n".encode(), id="a-list-for-fields"),
        pytest.param("---\n\n---\n## ja\nあ\n## en\na\n".encode(), id="no-fields-at-all"),
    ],
)
def test_a_file_that_is_no_entry_is_named(tmp_path: Path, written: bytes) -> None:
    path = entry_file(tmp_path, "")
    path.write_bytes(written)
    with pytest.raises(EntryUnreadable, match=r"guide-2026/mobile-shop\.md"):
        read_entry(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(EntryUnreadable, match=r"guide-2026/gone\.md"):
        read_entry(tmp_path / "guide-2026" / "gone.md")


def test_a_knowledge_base_is_read_whole(tmp_path: Path) -> None:
    write_files(tmp_path, {"sources.yaml": SOURCES, "topics.yaml": TOPICS})
    entry_file(tmp_path, ENTRY)
    entry_file(tmp_path, ENTRY.replace("mobile-shop", "a-shop"), "a-shop.md")
    read = load_corpus(tmp_path)
    assert list(read.by_id) == ["guide-2026/a-shop", "guide-2026/mobile-shop"]
    assert read.sources["guide-2026"].publisher.en == "Prefecture"
    assert read.sources["guide-2026"].published == "2026-04"
    assert read.topics["買物支援"].en == "Shopping"


def test_each_entry_gives_a_chunk_in_each_language(tmp_path: Path) -> None:
    write_files(tmp_path, {"sources.yaml": SOURCES, "topics.yaml": TOPICS})
    entry_file(tmp_path, ENTRY)
    japanese, english = load_corpus(tmp_path).chunks()
    assert (japanese.id, english.id) == ("guide-2026/mobile-shop@ja", "guide-2026/mobile-shop@en")
    assert japanese.entry_id == english.entry_id == "guide-2026/mobile-shop"
    assert (japanese.title, english.title) == ("移動販売", "Mobile shop")
    assert japanese.is_curated
    assert english.text.startswith("The mobile shop")


@pytest.mark.parametrize(
    ("file", "written", "named"),
    [
        pytest.param("sources.yaml", "", "mapping", id="sources-empty"),
        pytest.param("sources.yaml", "- a", "mapping", id="sources-a-list"),
        pytest.param(
            "sources.yaml", "a: {title: {ja: あ}}", "a: title.en", id="title-not-in-english"
        ),
        pytest.param("sources.yaml", "a: [1]", "a: ", id="fields-a-list"),
        pytest.param("sources.yaml", "a: {", "sources.yaml", id="sources-broken"),
        pytest.param("sources.yaml", SOURCES + SOURCES, "stands twice", id="a-source-stands-twice"),
        pytest.param("topics.yaml", "買物支援: Shopping", "買物支援", id="label-without-language"),
        pytest.param(
            "topics.yaml", "買物支援: {fr: Achats}", "買物支援: en", id="label-not-in-english"
        ),
        pytest.param("topics.yaml", "買物支援", "mapping", id="topics-a-word"),
    ],
)
def test_a_broken_list_is_named(tmp_path: Path, file: str, written: str, named: str) -> None:
    write_files(tmp_path, {"sources.yaml": SOURCES, "topics.yaml": TOPICS, file: written})
    with pytest.raises(SourcesUnreadable) as raised:
        load_corpus(tmp_path)
    assert file in str(raised.value)
    assert named in str(raised.value)


@pytest.mark.parametrize("load", [load_sources, load_topics])
def test_a_missing_list_is_named(tmp_path: Path, load: object) -> None:
    assert callable(load)
    with pytest.raises(SourcesUnreadable, match=r"\.yaml cannot be read"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "はじめ。\n\n- 一つ。\n- 二つ。", ["はじめ。", "一つ。", "二つ。"], id="bullets"
        ),
        pytest.param("1. 一。\n2. 二。\n12. 十二。", ["一。", "二。", "十二。"], id="numbers"),
        pytest.param("-28.4%です。", ["-28.4%です。"], id="a-minus-sign-is-no-bullet"),
        pytest.param("2.5倍です。", ["2.5倍です。"], id="a-decimal-is-no-number-of-a-list"),
        pytest.param("\n \n", [], id="nothing"),
    ],
)
def test_statements_stand_without_their_marks(text: str, expected: list[str]) -> None:
    assert list(statements(text)) == expected


def test_the_bundled_knowledge_base_is_sound() -> None:
    bundled = load_corpus(BUNDLED_KNOWLEDGE)
    assert len(bundled.entries) > 500
    assert {entry.source for entry in bundled.entries} == set(bundled.sources)
    assert all(set(entry.topics) <= set(bundled.topics) for entry in bundled.entries)
