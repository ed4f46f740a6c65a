"""Answers put together from entries: what every one of them promises."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from assistant.answerer import Draft
from assistant.citations import Citing
from assistant.contract import AskRequest, Persona
from assistant.finding import Found
from assistant.grounded import phrases
from assistant.grounded.answerer import GroundedAnswerer
from assistant.grounded.statements import sentences_of, statements_of
from assistant.understanding.question import Question, understand
from knowledge.case_labels import without_label
from knowledge.documents import Language, Passage
from tests.assistant.small_services import (
    CHOISOKO,
    CHOISOKO_90,
    CONCEPT,
    EVENT,
    EXISTING_COMPANY,
    EXISTING_WELFARE,
    KPI,
    OPINION,
    UETAN,
    document_passage,
    glossary,
    passage_of,
    small_corpus,
)

ENTRIES = (CHOISOKO, UETAN, EXISTING_WELFARE, EXISTING_COMPANY, KPI, CONCEPT, EVENT, OPINION)


def understood(text: str, persona: Persona | None = None) -> Question:
    return understand(AskRequest(question=text, persona=persona), text, (), glossary())


def compose(text: str, passages: Sequence[Passage]) -> Draft:
    """The draft of a question over these passages."""
    corpus, question = small_corpus(), understood(text)
    answerer = GroundedAnswerer(
        lambda words: [1.0 for _ in words],
        corpus.by_id,
        lambda entry_id, language: passage_of(entry_id, language),
        corpus.sources.get,
    )
    citing = Citing(question.language, corpus.sources.get, corpus.by_id)
    return answerer.compose(question, Found(tuple(passages)), citing)


def found(*entry_ids: str, language: Language = "ja") -> list[Passage]:
    """Passages of these entries, each less close than the one before."""
    return [
        passage_of(entry_id, language, score=1.0 - 0.1 * place)
        for place, entry_id in enumerate(entry_ids)
    ]


QUESTIONS: dict[Language, dict[str, str]] = {
    "ja": {entry.id: entry.questions_ja[0] for entry in small_corpus().entries},
    "en": {entry.id: entry.questions_en[0] for entry in small_corpus().entries},
}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("entry_id", ENTRIES)
def test_every_sentence_carries_a_mark_that_points_to_a_citation(
    entry_id: str, language: Language
) -> None:
    others = [other for other in ENTRIES if other != entry_id][:4]
    draft = compose(QUESTIONS[language][entry_id], found(entry_id, *others, language=language))
    numbers = {citation.number for citation in draft.citations}
    for line in filter(None, draft.text.splitlines()):
        if line.startswith("**"):
            continue
        assert re.search(r"\[\d+\](?:（発言者の意見）|\(the speaker's view\))?$", line)
        assert {int(n) for n in re.findall(r"\[(\d+)\]", line)} <= numbers
    assert {int(n) for n in re.findall(r"\[(\d+)\]", draft.text)} == numbers


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("entry_id", ENTRIES)
def test_every_sentence_is_an_entrys_own(entry_id: str, language: Language) -> None:
    others = [other for other in ENTRIES if other != entry_id][:4]
    draft = compose(QUESTIONS[language][entry_id], found(entry_id, *others, language=language))
    own = {
        sentence
        for chunk in small_corpus().chunks()
        for statement in statements_of(Passage(chunk=chunk, score=1.0))
        for text in (statement.text, without_label(statement.text))
        for sentence in sentences_of(text, language)
        if chunk.language == language
    }
    for line in draft.text.splitlines():
        if not line or line.startswith("**"):
            continue
        plain = re.sub(r"^(?:- |\d+\. )|（発言者の意見）|\(the speaker's view\)", "", line)
        told = [part.strip() for part in re.split(r"\[\d+\]", plain) if part.strip()]
        assert told
        assert set(told) <= own


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("entry_id", ENTRIES)
def test_the_lead_answers_first(entry_id: str, language: Language) -> None:
    passages = found(entry_id, language=language)
    draft = compose(
        {"ja": "どう進めればよいですか", "en": "What should we do?"}[language], passages
    )
    lead = sentences_of(statements_of(passages[0])[0].text, language)[0]
    assert draft.text.startswith(lead)
    assert draft.citations[0].entry_id == entry_id


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        pytest.param("チョイソコの運賃はいくら？", "片道数百円程度", id="a fare"),
        pytest.param("How much is a ride with Choisoko?", "hundreds of yen", id="in English"),
        pytest.param("チョイソコは何自治体で走っていますか", "66自治体", id="a count"),
    ],
)
def test_a_fact_is_told_first(question: str, fact: str) -> None:
    passages = found(CHOISOKO, language=understood(question).language)
    first, *_ = compose(question, passages).text.split("\n\n")
    assert fact in first


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("entry_id", ENTRIES)
def test_nothing_is_told_twice(entry_id: str, language: Language) -> None:
    again = found(entry_id, entry_id, *ENTRIES[:4], language=language)
    draft = compose(QUESTIONS[language][entry_id], again)
    lines = [re.sub(r"\[\d+\]|^(?:- |\d+\. )", "", line) for line in draft.text.splitlines()]
    told = [line for line in lines if line]
    assert len(told) == len(set(told))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("entry_id", ENTRIES)
def test_detail_begins_at_a_line(entry_id: str, language: Language) -> None:
    others = [other for other in ENTRIES if other != entry_id]
    draft = compose(QUESTIONS[language][entry_id], found(entry_id, *others, language=language))
    assert draft.more_from is not None
    assert 0 < draft.more_from <= len(draft.text)
    rest = draft.text[draft.more_from :]
    assert rest == "" or rest.startswith("\n")
    assert not draft.text[: draft.more_from].endswith("\n")


def test_a_procedure_is_numbered_and_keeps_its_order() -> None:
    draft = compose("イベントの手順を教えて", found(EVENT))
    steps = re.findall(r"^(\d+)\. (.{8})", draft.text, re.MULTILINE)
    assert [int(number) for number, _ in steps] == list(range(1, len(steps) + 1))
    told = [
        draft.text.index(f"イベントの{step}") for step in ("設計では", "声かけでは", "コンテンツは")
    ]
    assert told == sorted(told)


def test_a_case_is_told_whole_and_in_its_order() -> None:
    draft = compose("豊明市の移動支援の事例を教えて", found(CHOISOKO))
    statements = [statement.text for statement in statements_of(passage_of(CHOISOKO, "ja"))]
    places = [draft.text.index(text[:12]) for text in statements]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("entry_id", "question"),
    [
        (CHOISOKO, "チョイソコは何自治体で走っていますか"),
        (CHOISOKO_90, "チョイソコは何自治体で走っていますか"),
    ],
)
def test_where_two_documents_differ_both_figures_are_told_with_their_dates(
    entry_id: str, question: str
) -> None:
    draft = compose(question, found(entry_id))
    assert "90自治体" in draft.text
    assert "2025年1月" in draft.text
    assert phrases.OTHER_FIGURE.ja in draft.text
    assert {citation.entry_id for citation in draft.citations} >= {CHOISOKO, CHOISOKO_90}


def test_the_other_side_of_the_table_is_told() -> None:
    draft = compose("民業圧迫と言われないようにするには", found(EXISTING_WELFARE))
    assert phrases.COMPANY_SIDE.ja in draft.text
    assert EXISTING_COMPANY in {citation.entry_id for citation in draft.citations}


def test_the_next_step_is_a_form_or_a_procedure() -> None:
    draft = compose("共通のKPIはどう決めますか", found(KPI))
    assert phrases.NEXT_STEP.ja in draft.text
    assert EVENT in {citation.entry_id for citation in draft.citations}


def test_a_question_for_cases_is_answered_by_a_case() -> None:
    draft = compose("移動支援の事例を教えて", found(EXISTING_WELFARE, CHOISOKO))
    assert draft.text.startswith("チョイソコは")


def test_an_opinion_is_told_as_one() -> None:
    assert phrases.OPINION.ja in compose("山際氏の考えは？", found(OPINION)).text.splitlines()[0]
    english = compose("What does Yamagiwa think?", found(OPINION, language="en"))
    assert phrases.OPINION.en in english.text.splitlines()[0]


def test_users_documents_are_quoted_sentence_by_sentence() -> None:
    passage = document_passage("移動販売を始めます。毎週火曜日に走ります。見守りも行います。")
    draft = compose("移動販売はいつ走りますか", [passage])
    assert "毎週火曜日に走ります。[1]" in draft.text
    assert draft.citations[0].title == "計画.pdf"


def test_with_nothing_found_nothing_is_claimed() -> None:
    draft = compose("チョイソコとは", [])
    assert phrases.NOT_IN_SOURCES.ja in draft.text
    assert draft.citations == ()


def test_an_answer_does_not_begin_with_the_label_of_a_case() -> None:
    first, *rest = compose(QUESTIONS["ja"][CHOISOKO], found(CHOISOKO, UETAN)).text.splitlines()
    assert first == without_label(first)
    assert any(line.startswith("- 体制：") for line in rest)


def test_beside_a_short_answer_a_few_lines_are_shown() -> None:
    first, *others = found(KPI, CHOISOKO, UETAN, CONCEPT)
    short = replace(first, chunk=replace(first.chunk, text="指標は三つです。"))
    draft = compose("指標の一覧を教えて", [short, *others])
    assert draft.more_from
    shown, detail = draft.text[: draft.more_from], draft.text[draft.more_from :]
    assert shown.startswith("指標は三つです。")
    assert shown.partition(phrases.BESIDE.ja)[2].count("\n- ") == 3
    assert detail.lstrip().startswith("- ")
