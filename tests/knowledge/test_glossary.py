"""Words that people type lead to the words that documents use."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.errors import SourcesUnreadable
from knowledge.glossary import Glossary, load_glossary
from knowledge.settings import BUNDLED_KNOWLEDGE
from tests.knowledge.samples import glossary, term, write_files

SC = term("生活支援コーディネーター", "livelihood support coordinator", "role", aliases=("SC",))
CROWDING = term(
    "民業圧迫", "crowding out", en_aliases=("crowds out",), everyday=("客を取ってしまう",)
)
CHOISOKO = term("チョイソコ", "Choisoko", "service", misspellings=("チョイスコ", "Choisuko"))
CO_CREATION = term("共創", "co-creation", misspellings=("協創",))
SANPUKU = term("産福共創", "sanpuku kyōsō", misspellings=("産福協創",))
TERMS = glossary(SC, CROWDING, CHOISOKO, CO_CREATION, SANPUKU)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "SCの仕事は？", ["生活支援コーディネーター"], id="an-abbreviation-in-japanese-text"
        ),
        pytest.param("ＳＣとは", ["生活支援コーディネーター"], id="in-full-width"),
        pytest.param("What does an sc do?", ["生活支援コーディネーター"], id="in-small-letters"),
        pytest.param("SCHOOL and DISC and MSC", [], id="not-within-an-english-word"),
        pytest.param("SC2 2SC", [], id="not-beside-a-digit"),
        pytest.param("Is that Crowding Out?", ["民業圧迫"], id="english-in-any-case"),
        pytest.param("crowding outside", [], id="not-the-start-of-a-longer-word"),
        pytest.param("it crowds out taxis", ["民業圧迫"], id="another-form"),
        pytest.param("客を取ってしまうのでは", ["民業圧迫"], id="everyday-words"),
        pytest.param("チョイスコに乗る", ["チョイソコ"], id="misspelt"),
        pytest.param("産福共創とは", ["産福共創"], id="the-longest-form-wins"),
        pytest.param(
            "民業圧迫とSC", ["民業圧迫", "生活支援コーディネーター"], id="in-order-of-appearance"
        ),
        pytest.param("SCとコーディネーターとSC", ["生活支援コーディネーター"], id="each-once"),
        pytest.param("天気はどうですか", [], id="none"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_terms_are_found_in_text(text: str, expected: list[str]) -> None:
    assert [found.term for found in TERMS.find(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("チョイスコの料金", "チョイソコの料金", id="japanese"),
        pytest.param("ﾁｮｲｽｺの料金", "チョイソコの料金", id="half-width-kana"),
        pytest.param("Is choisuko free?", "Is チョイソコ free?", id="english-in-any-case"),
        pytest.param("産福協創と協創", "産福共創と共創", id="the-longest-misspelling-first"),
        pytest.param("Choisukonian", "Choisukonian", id="not-within-a-word"),
        pytest.param(
            "チョイソコは１回２００円",
            "チョイソコは１回２００円",
            id="correct-text-is-left-as-it-is",
        ),
    ],
)
def test_misspelt_terms_are_corrected(text: str, expected: str) -> None:
    assert TERMS.corrected(text) == expected


@given(text=st.text(max_size=40))
def test_text_without_a_misspelling_is_left_alone(text: str) -> None:
    assert glossary(SC, CROWDING).corrected(text) == text


@given(text=st.text(alphabet="SCscチョイスコ協共創 産福", max_size=20))
def test_correcting_twice_changes_no_more(text: str) -> None:
    once = TERMS.corrected(text)
    assert TERMS.corrected(once) == once


def test_a_form_may_stand_for_two_terms() -> None:
    both = glossary(
        term("移動販売", "mobile shop"), term("移動支援", "transport", everyday=("mobile shop",))
    )
    assert [found.term for found in both.find("a mobile shop")] == ["移動販売", "移動支援"]


def test_lookup_and_spellings() -> None:
    assert TERMS.lookup("sc") == SC
    assert TERMS.lookup("チョイスコ") == CHOISOKO
    assert TERMS.lookup("知らない") is None
    assert TERMS.spellings("SC")[:2] == ("SC", "生活支援コーディネーター")
    assert "Choisuko" in TERMS.spellings("チョイソコ")
    assert TERMS.spellings("知らない") == ("知らない",)
    assert "客を取ってしまう" not in TERMS.spellings("民業圧迫")


def test_labels_and_names() -> None:
    assert (SC.label("ja"), SC.label("en")) == (SC.term, "livelihood support coordinator")
    assert (CHOISOKO.is_name, SC.is_name) == (True, False)


def test_an_empty_glossary_finds_nothing() -> None:
    assert list(glossary().find("何か")) == []
    assert glossary().corrected("何か") == "何か"


@pytest.mark.parametrize(
    ("written", "named"),
    [
        pytest.param("- {term: あ, en: a, kind: thing}", "kind", id="unknown-kind"),
        pytest.param("- {term: あ, kind: word}", "en", id="no-english"),
        pytest.param("- {term: あ, en: a, kind: word}", "definition", id="no-definition"),
        pytest.param("a: b", "tuple", id="no-list"),
        pytest.param("- {", "glossary.yaml", id="broken"),
    ],
)
def test_a_broken_glossary_is_named(tmp_path: Path, written: str, named: str) -> None:
    write_files(tmp_path, {"glossary.yaml": written})
    with pytest.raises(SourcesUnreadable) as raised:
        load_glossary(tmp_path)
    assert "glossary.yaml" in str(raised.value)
    assert named in str(raised.value)


def test_a_missing_glossary_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourcesUnreadable, match=r"glossary\.yaml cannot be read"):
        load_glossary(tmp_path)


@pytest.fixture(scope="module")
def bundled() -> Glossary:
    return load_glossary(BUNDLED_KNOWLEDGE)


@pytest.mark.parametrize("written", ["チョイスコ", "チョコソコ", "ちょいソコ"])
def test_known_spellings_lead_to_the_service(bundled: Glossary, written: str) -> None:
    assert "チョイソコ" in [found.term for found in bundled.find(f"{written}の料金は？")]


@pytest.mark.parametrize("written", ["チョイスコ", "チョコソコ"])
def test_known_misspellings_are_corrected(bundled: Glossary, written: str) -> None:
    assert bundled.corrected(f"{written}の料金は？") == "チョイソコの料金は？"
