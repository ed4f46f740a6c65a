"""Each rule of the check, with an entry that breaks it."""

from typing import Any

import pytest

from knowledge.checking.coverage import glossary_names, name_coverage, number_coverage
from knowledge.checking.fidelity import check_fidelity
from knowledge.checking.findings import Finding
from knowledge.checking.form import check_form
from knowledge.checking.wording import check_wording, copied_runs, copied_share
from knowledge.documents import Bilingual, Kind
from tests.knowledge.samples import SHOP_EN, SHOP_JA, corpus, entry, glossary, term

SOURCE_TEXT = "移動販売は週２回。愛知県豊明市では令和7年度に28万人が利用。株式会社アイシンが運行"
NO_TERMS = glossary()


def rules(findings: Any) -> set[str]:
    return {finding.rule for finding in findings}


def both(japanese: str, english: str) -> Bilingual:
    return Bilingual(japanese, english)


def test_a_sound_entry_has_no_finding() -> None:
    assert list(check_form(corpus(entry()))) == []


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        pytest.param({"related": ("guide-2026/nowhere",)}, "link", id="related-to-nothing"),
        pytest.param({"related": ("guide-2026/mobile-shop",)}, "link", id="related-to-itself"),
        pytest.param({"differs": ("guide-2026/nowhere",)}, "link", id="differs-from-nothing"),
        pytest.param({"case_of": "guide-2026/nowhere"}, "link", id="detail-of-no-case"),
        pytest.param({"source": "other-2026"}, "source", id="source-that-is-not-its-folder"),
        pytest.param({"topics": ("宇宙",)}, "topic", id="unknown-topic"),
        pytest.param({"text": both("短い。", "Short.")}, "length", id="too-short"),
        pytest.param({"text": both(SHOP_JA * 6, SHOP_EN * 6)}, "length", id="too-long"),
        pytest.param({"text": both(SHOP_EN, SHOP_EN)}, "language", id="japanese-part-in-english"),
        pytest.param({"text": both(SHOP_JA, SHOP_JA)}, "language", id="english-part-in-japanese"),
        pytest.param({"text": both(SHOP_JA, SHOP_EN + "\n- More.")}, "language", id="one-point-more-in-english"),
        pytest.param({"text": both("# 見出し\n" + SHOP_JA, "Title\n" + SHOP_EN)}, "markup", id="a-heading"),
        pytest.param({"text": both(SHOP_JA.replace("見守り", "**見守り**"), SHOP_EN)}, "markup", id="bold"),
        pytest.param({"text": both(SHOP_JA, SHOP_EN.replace("shop", "[shop](x)", 1))}, "markup", id="a-link"),
        pytest.param({"text": both(SHOP_JA + "\n| 表 |", SHOP_EN + "\n| a |")}, "markup", id="a-table"),
        pytest.param(
            {"text": both(SHOP_JA.replace("- 移動販売では、", "- 同市では、"), SHOP_EN)},
            "stands-alone", id="a-point-that-leans-on-its-neighbour",
        ),
        pytest.param(
            {"text": both(SHOP_JA, SHOP_EN.replace("- The driver of", "- This means"))},
            "stands-alone", id="an-english-point-that-leans",
        ),
        pytest.param({"questions_ja": ("あ", "い", "あ")}, "questions", id="a-question-stands-twice"),
        pytest.param(
            {"questions_en": ("Mobile shops for people who cannot shop?", "b")},
            "questions", id="a-question-repeats-the-title",
        ),
        pytest.param({"kind": Kind.CASE}, "case", id="a-case-without-labels"),
    ],
)  # fmt: skip
def test_a_broken_entry_is_found_by_its_rule(changed: dict[str, Any], rule: str) -> None:
    findings = list(check_form(corpus(entry(**changed))))
    assert rules(findings) == {rule}
    assert all(finding.entry == "guide-2026/mobile-shop" for finding in findings)


def test_an_id_that_stands_twice_is_found() -> None:
    [finding] = check_form(corpus(entry(), entry()))
    assert str(finding) == "guide-2026/mobile-shop: id: stands 2 times"


def test_a_labelled_case_holds() -> None:
    record = entry(
        kind=Kind.CASE,
        text=both(
            "豊明市では、乗合の送迎サービスが高齢者の外出を支えています。"
            "\n\n- 地域：愛知県豊明市の郊外で、坂の多い住宅地が広がり、店や診療所まで遠い地域です。"
            "\n- 課題：運転をやめた高齢者が、買い物と通院に出かけられなくなっていました。"
            "\n- 取組：企業と市が、予約に応じて走る乗合の送迎を始めました。",
            "In Toyoake a shared ride takes older people out."
            "\n\n- Area: The outskirts of Toyoake."
            "\n- Problem: People could not get out."
            "\n- What was done: A company and the city began rides.",
        ),
    )
    assert list(check_form(corpus(record))) == []


def test_a_detail_of_a_case_needs_no_labels() -> None:
    detail = entry("guide-2026/detail", kind=Kind.CASE, case_of="guide-2026/mobile-shop")
    assert list(check_form(corpus(entry(), detail))) == []


def facts(japanese: str, english: str = "The shop comes.", **changed: Any) -> list[Finding]:
    checked = corpus(entry(text=both(japanese, english), **changed))
    names = glossary(term("アイシン", "Aisin", "organisation", aliases=("株式会社アイシン",)))
    return list(check_fidelity(checked, {"guide-2026": SOURCE_TEXT}, names))


@pytest.mark.parametrize(
    "japanese",
    [
        pytest.param("移動販売は週2回です。", id="half-width-for-full-width"),
        pytest.param("280,000人が使いました。", id="another-way-to-write-it"),
        pytest.param("2025年度の数字です。", id="western-for-era-year"),
        pytest.param("要点は3つです。\n- 一\n- 二\n- 三", id="a-count-of-its-own-points"),
        pytest.param("数字はありません。", id="no-number"),
    ],
)
def test_numbers_that_the_source_states_hold(japanese: str) -> None:
    assert facts(japanese) == []


@pytest.mark.parametrize(
    ("japanese", "english", "named"),
    [
        pytest.param("移動販売は週3回です。", "x", "ja: 3 ", id="another-number"),
        pytest.param("28億人です。", "x", "ja: 2800000000 ", id="another-scale"),
        pytest.param("週2回です。", "Three in 2031.", "en: 2031 ", id="only-in-english"),
    ],
)
def test_a_number_that_the_source_does_not_state_is_found(
    japanese: str, english: str, named: str
) -> None:
    [finding] = facts(japanese, english)
    assert finding.rule == "number"
    assert named in finding.message


def test_numbers_of_a_document_that_the_entry_differs_from_may_stand_beside_its_own() -> None:
    other = entry("plan-2027/mobile-shop", source="plan-2027")
    both_told = entry(text=both("週2回と週9回です。", "x"), differs=("plan-2027/mobile-shop",))
    texts = {"guide-2026": SOURCE_TEXT, "plan-2027": "週9回、週に2回。半年で黒字"}
    assert list(check_fidelity(corpus(both_told, other), texts, NO_TERMS)) == []
    alone = entry(text=both("週2回と週9回です。", "x"))
    assert len(list(check_fidelity(corpus(alone, other), texts, NO_TERMS))) == 1


def test_a_number_in_a_title_is_checked() -> None:
    [finding] = facts("移動販売です。", title=both("5つの型", "Kinds"))
    assert (finding.rule, finding.message) == ("number", "ja title: 5 is not in guide-2026")


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        pytest.param({"regions": ("愛知県豊明市",)}, None, id="a-place-with-its-prefecture"),
        pytest.param({"regions": ("三重県豊明市",)}, None, id="the-prefecture-may-be-ours"),
        pytest.param({"regions": ("愛知県王寺町",)}, "place", id="a-place-of-another-document"),
        pytest.param(
            {"organisations": ("アイシン",)}, None, id="an-organisation-under-another-name"
        ),
        pytest.param(
            {"organisations": ("ヤマハ",)}, "organisation", id="an-organisation-from-elsewhere"
        ),
    ],
)
def test_names_stand_in_the_source(changed: dict[str, Any], rule: str | None) -> None:
    assert rules(facts("移動販売です。", **changed)) == ({rule} if rule else set())


def test_entries_of_sources_that_are_not_here_are_left_alone() -> None:
    assert list(check_fidelity(corpus(entry()), {}, NO_TERMS)) == []
    assert list(check_wording(corpus(entry()), {})) == []


SENTENCE = (
    "企業と福祉関係者が力を合わせて高齢者の暮らしの困りごとを解決していくことが何よりも大切です"
)


def test_a_copied_run_is_found_once_and_whole() -> None:
    source = f"はじめに。{SENTENCE}。おわりに。"
    [run] = copied_runs(f"私たちは{SENTENCE}と考えます", source)
    assert run == SENTENCE


@pytest.mark.parametrize(
    ("length", "expected"),
    [pytest.param(39, 0, id="39-characters-pass"), pytest.param(40, 1, id="40-characters-do-not")],
)
def test_the_limit_of_a_copied_run(length: int, expected: int) -> None:
    assert len(copied_runs(f"あ{SENTENCE[:length]}ん", SENTENCE)) == expected


def test_two_copied_runs_are_two_findings() -> None:
    other = "移動販売車が集会所の前に週に二回来て買い物に困る人の暮らしを長く支え続けているのです"
    runs = copied_runs(f"{SENTENCE}。ところで、{other}", f"{other}■{SENTENCE}")
    assert runs == [SENTENCE, other]


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        pytest.param(SENTENCE, True, id="a-sentence-of-the-source"),
        pytest.param(f"- {SENTENCE[:20]}\n{SENTENCE[20:]}", True, id="with-line-breaks-and-marks"),
        pytest.param(f"「{SENTENCE}」と書かれています", False, id="a-quotation-is-no-copy"),
        pytest.param("自分の言葉で短く言い直しました", False, id="own-words"),
    ],
)
def test_wording(text: str, copied: bool) -> None:
    checked = corpus(entry(text=both(text, "x")))
    assert rules(check_wording(checked, {"guide-2026": SENTENCE})) == (
        {"copied"} if copied else set()
    )


def test_the_share_of_copied_pieces() -> None:
    half = corpus(entry(text=both(SENTENCE[:40] + "自分の言葉" * 8, "x")))
    share = copied_share(half, "guide-2026", SENTENCE)
    assert 0.2 < share.share < 0.6
    assert copied_share(half, "guide-2026", "何もない").share == 0.0
    assert copied_share(corpus(), "guide-2026", SENTENCE).share == 0.0


def covered(
    source: str, japanese: str, exceptions: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    checked = corpus(entry(text=both(japanese, "x"), pages=()))
    return number_coverage(checked, "guide-2026", source, exceptions).missing


@pytest.mark.parametrize(
    ("source", "japanese"),
    [
        pytest.param("利用者は120人", "利用者は120人です。", id="the-same-number"),
        pytest.param("利用者は２８万人", "28万人が使います。", id="in-another-width"),
        pytest.param("ステップ3", "手順です。", id="a-single-digit-is-often-a-list-mark"),
        pytest.param("https://example.jp/2026/0401.pdf", "資料です。", id="an-address"),
        pytest.param("<img width=640>", "図です。", id="what-is-left-of-markup"),
    ],
)
def test_covered_numbers(source: str, japanese: str) -> None:
    assert covered(source, japanese) == ()


def test_a_number_that_no_entry_has_is_named_with_its_surroundings() -> None:
    [missing] = covered("昨年度の利用者数は 1,234 人でした", "利用者がいます。")
    assert missing.startswith("1,234 … ")
    assert "利用者数は" in missing


def test_numbers_may_be_left_out_for_a_reason() -> None:
    assert covered("電話 7754", "電話です。", frozenset({"7754"})) == ()


def test_a_number_counts_once_however_often_it_stands() -> None:
    assert len(covered("120人、120人、99人", "人がいます。")) == 2


def test_pages_of_entries_cover_page_numbers() -> None:
    with_page = corpus(entry(text=both("本文。", "x"), pages=(14,)))
    assert number_coverage(with_page, "guide-2026", "14ページ", frozenset()).share == 1.0


NAMES = glossary(
    term("チョイソコ", "Choisoko", "service", misspellings=("チョイスコ",)),
    term("豊明市", "Toyoake", "place"),
    term("民業圧迫", "crowding out"),
)


def test_names_of_a_source_are_covered_in_any_spelling() -> None:
    checked = corpus(entry(text=both("チョイソコが走ります。", "x")))
    found = name_coverage(
        checked, "guide-2026", "豊明市のチョイ\nスコ", glossary_names(NAMES), exceptions=set()
    )
    assert (found.total, found.missing, found.share) == (2, ("豊明市",), 0.5)


def test_names_may_be_left_out_and_concepts_are_none() -> None:
    assert set(glossary_names(NAMES)) == {"チョイソコ", "豊明市"}
    left = name_coverage(
        corpus(), "guide-2026", "豊明市の民業圧迫", glossary_names(NAMES), exceptions={"豊明市"}
    )
    assert (left.total, left.share) == (0, 1.0)
