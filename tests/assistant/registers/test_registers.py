"""Whole answers in other words: the promises that hold for every answer."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assistant.citations import marks_in, without_marks
from assistant.contract import Answer, Citation, LanguageCode, Register, Status
from assistant.registers.facts import names_in, numbers_in, without_readings
from assistant.registers.writing import Registers
from knowledge.corpus import load_corpus
from knowledge.documents import Entry
from knowledge.settings import BUNDLED_KNOWLEDGE
from tests.assistant.small_services import glossary

POLITE = re.compile(r"(?:です|ます|ました|ません|でした|ください)(?:[。、）]|$)")


@pytest.fixture(scope="module")
def registers() -> Registers:
    return Registers(glossary())


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    return list(load_corpus(BUNDLED_KNOWLEDGE).by_id.values())


def citation(number: int) -> Citation:
    return Citation(
        number=number,
        entry_id=f"points/{number}",
        source="points",
        title="ポイント集",
        publisher="経済産業省",
        published="2026-04",
        heading="Ⅱ 福祉関係者向け",
        pages=(3, 4),
        quote="",
        score=1.0,
    )


def answer(text: str, language: LanguageCode = "ja", status: Status = Status.ANSWERED) -> Answer:
    cited = sorted({mark for mark in marks_in(text) if mark})
    return Answer(
        answer_id="a",
        conversation_id="c",
        status=status,
        language=language,
        text=text,
        citations=tuple(map(citation, cited)),
        follow_ups=(),
        engine="grounded",
        timings_ms={},
    )


def lines_of(entry: Entry, language: LanguageCode) -> Iterator[str]:
    """The entry as the answerer writes it: a mark behind each line."""
    for line in entry.text.in_language(language).splitlines():
        yield f"{line}[1]" if line.strip() else line


def facts(text: str) -> tuple[list[str], frozenset[str]]:
    plain = without_readings(without_marks(text))
    return numbers_in(plain), names_in(plain)


@pytest.mark.parametrize("register", list(Register), ids=str)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_numbers_names_and_citations_of_the_bundled_entries_stay(
    registers: Registers, entries: list[Entry], language: LanguageCode, register: Register
) -> None:
    for entry in entries[::60]:
        given = answer("\n".join(lines_of(entry, language)), language)
        written = registers.written(given, register)
        numbers, names = facts(given.text)
        assert facts(written.text)[0] == numbers, entry.id
        plain = without_readings(written.text)
        assert [name for name in names if name not in plain] == [], entry.id
        assert set(marks_in(written.text)) == set(marks_in(given.text))
        assert written.citations == given.citations


def test_bundled_entries_have_no_polite_form_left_in_official_style(
    registers: Registers, entries: list[Entry]
) -> None:
    left = [
        line
        for entry in entries[::40]
        for line in registers.written(
            answer("\n".join(lines_of(entry, "ja"))), Register.OFFICIAL
        ).text.splitlines()
        if POLITE.search(re.sub(r"「[^」]*」", "", without_marks(line)))
    ]
    assert left == []


@settings(max_examples=25, deadline=None)
@given(
    text=st.lists(
        st.text(
            alphabet="あいう、。はがを実施利用します町市123,.%円[]|*-（）「」AZ \n", max_size=40
        ),
        max_size=5,
    ).map("\n".join),
    register=st.sampled_from(list(Register)),
    language=st.sampled_from(["ja", "en"]),
)
@example(text="1", register=Register.EASY, language="ja")
def test_any_text_keeps_its_numbers_and_marks(
    text: str, register: Register, language: LanguageCode
) -> None:
    given_answer = answer(text, language)
    written = Registers(glossary()).written(given_answer, register)
    assert numbers_in(without_marks(written.text)) == numbers_in(without_marks(text))
    assert set(marks_in(written.text)) == set(marks_in(text))


def test_lists_tables_and_headings_keep_their_places(registers: Registers) -> None:
    text = "町は車を出します。[1]\n\n**次の一歩**\n\n1. 役割を決めます。[2]\n- 実施します。[1]\n\n| 比べるもの | 記述 |\n| --- | --- |\n| 町 | 車を出します。[1]<br>人も出します。[2] |"
    written = registers.written(answer(text), Register.OFFICIAL).text
    assert written == (
        "町は車を出す。[1]\n\n**今後の手順**\n\n1. 役割を決める。[2]\n- 実施する。[1]\n\n| 比べるもの | 記述 |\n| --- | --- |\n| 町 | 車を出す。[1]<br>人も出す。[2] |"
    )


def test_what_is_folded_stays_folded(registers: Registers) -> None:
    given_answer = answer("町は車を出します。[1]\n\nくわしくは後で決めます。[1]").model_copy(
        update={"more_from": 14}
    )
    written = registers.written(given_answer, Register.OFFICIAL)
    assert written.text[: written.more_from].strip() == "町は車を出す。[1]"
    assert written.text[written.more_from :].strip() == "詳しくは後で決める。[1]"


def test_an_official_version_lists_what_it_cites_and_spells_as_officials_do(
    registers: Registers,
) -> None:
    given_answer = answer("手続きおよび話し合いを行いましょう。[2]")
    written = registers.written(given_answer, Register.OFFICIAL)
    assert written.text == "手続及び話合いを行うこと。[2]"
    assert written.references == (
        "[2] 経済産業省『ポイント集』（2026年4月）3・4頁「Ⅱ 福祉関係者向け」",
    )
    assert written.written_as is Register.OFFICIAL


def test_an_easy_version_explains_official_terms_once(registers: Registers) -> None:
    written = registers.written(
        answer("民業圧迫を避けます。民業圧迫は困ります。[1]"), Register.EASY
    )
    assert [term.term for term in written.terms] == ["民業圧迫"]
    assert written.terms[0].meaning
    assert written.references == ()


def test_signposting_in_danger_is_never_made_formal(registers: Registers) -> None:
    given_answer = answer("まず安全を確保してください。", status=Status.UNSAFE)
    assert registers.written(given_answer, Register.OFFICIAL).text == given_answer.text


@pytest.mark.parametrize(
    ("register", "text", "expected"),
    [
        (
            Register.EASY,
            "Residents utilise the bus; the company obtains sponsors and the city pays approximately 40% of the cost of it.[1]",
            "Residents use the bus.[1] The company gets sponsors and the city pays about 40% of the cost of it.[1]",
        ),
        (
            Register.OFFICIAL,
            "It doesn't cost about 40 yen. Don't ask “isn't it”.[1]",
            "It does not cost approximately 40 yen. Do not ask “isn't it”.[1]",
        ),
    ],
    ids=["plain English", "formal English"],
)
def test_english_has_both_registers(
    registers: Registers, register: Register, text: str, expected: str
) -> None:
    assert registers.written(answer(text, "en"), register).text == expected
