"""Masking: residents' data go, programmes' data stay, and the way back is exact."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.personal_data import Masked, mask
from assistant.wiring import people_in_entries
from knowledge.corpus import Corpus, load_corpus
from knowledge.settings import BUNDLED_KNOWLEDGE
from tests.assistant.small_services import glossary

PRIVATE = (
    pytest.param("090-1234-5678に電話してよいですか", "090-1234-5678", id="a mobile number"),
    pytest.param("09012345678に電話", "09012345678", id="a mobile number without hyphens"),
    pytest.param("電話は０５６２－１２－３４５６です", "0562-12-3456", id="full-width digits"),
    pytest.param("連絡先は(03)1234-5678です", "(03)1234-5678", id="an area code in brackets"),
    pytest.param("call +81 90-1234-5678 please", "+81 90-1234-5678", id="an international number"),
    pytest.param("taro.yamada@example.com に送る", "taro.yamada@example.com", id="a mail address"),
    pytest.param("番号は1234-5678-9012です", "1234-5678-9012", id="My Number"),
    pytest.param("番号は123456789012です", "123456789012", id="My Number without hyphens"),
    pytest.param("昭和12年5月3日生まれの母", "昭和12年5月3日", id="a birth date of an era"),
    pytest.param("1937年5月3日生まれの母", "1937年5月3日", id="a Western birth date"),
    pytest.param("生年月日は1937/5/3です", "1937/5/3", id="a labelled birth date"),
    pytest.param("She was born on May 3, 1937.", "May 3, 1937", id="an English birth date"),
    pytest.param("豊明市新田町子持松1丁目1番地1の家", "1丁目1番", id="an address with chome"),
    pytest.param("横浜市西区みなとみらい2-3-1に住む", "2-3-1", id="an address with hyphens"),
    pytest.param("みどり町3-14-2の家", "3-14-2", id="an address without a city"),
    pytest.param("いわき市平字古町12番地に住む", "古町12番地", id="an address with banchi"),
    pytest.param("〒470-1195に届ける", "470-1195", id="a postal code"),
    pytest.param("田中ハナエさん（82歳）が困っています", "田中ハナエ", id="a full name"),
    pytest.param("鈴木一郎太さんが免許を返納しました", "鈴木一郎太", id="a longer full name"),
    pytest.param("佐藤ヨシ子様、独居です", "佐藤ヨシ子", id="a name with 様"),
    pytest.param("隣の佐々木さんの見守り", "佐々木", id="a family name"),
    pytest.param("森 太郎さんの支援", "森 太郎", id="a name with a space"),
    pytest.param("Mrs. Fumi Kuroki wants to exercise", "Fumi Kuroki", id="an English title"),
    pytest.param("Kenji Okada (employee no. 40071)", "Kenji Okada", id="a name with a number"),
    pytest.param("Taro Yamada, aged 82, cannot shop", "Taro Yamada", id="a name with an age"),
    pytest.param("2-7-9 Hosono, Kobayashi", "2-7-9 Hosono", id="an English address"),
    pytest.param("Mrs Sato Yoshiko, 82, lives alone", "Sato Yoshiko", id="family name first"),
    pytest.param("Tanaka-san cannot walk far", "Tanaka", id="an English name with -san"),
    pytest.param("Our client Hanako Yamada has dementia", "Yamada", id="a name that is read"),
    pytest.param("Ichiro Sato's care level is 2", "Ichiro Sato", id="a name without long vowels"),
)
PUBLIC = (
    pytest.param("2026年3月31日までの公募", id="a deadline"),
    pytest.param("2024年4月1日生活支援を開始", id="a date before 生活"),
    pytest.param("FY 2023 2024 2025の推移", id="three fiscal years"),
    pytest.param("2023-2024-2025", id="three years with hyphens"),
    pytest.param("令和5-6年度の事業", id="a range of era years"),
    pytest.param("豊明市では令和5-6年度に", id="a city and a range of years"),
    pytest.param("行田市の65-74歳人口", id="a city and a range of ages"),
    pytest.param("堺市3-5年計画", id="a plan's years"),
    pytest.param("月1-2回の移動販売", id="a frequency"),
    pytest.param("10-15-20人の集まり", id="head counts"),
    pytest.param("予算は1,234,567,890円", id="a budget"),
    pytest.param("予算は100000000000円", id="a budget without commas"),
    pytest.param("アイシンさんと豊明市の連携", id="a company with さん"),
    pytest.param("ローソンさんと協定を結びたい", id="a company that is also a family name"),
    pytest.param("小林市さんの事例", id="a city that is also a family name"),
    pytest.param("民生委員さんや利用者さん、ケアマネさん", id="roles with さん"),
    pytest.param("お客様や皆様、担当者様への案内", id="people without a name"),
    pytest.param("多様な主体と同様の取組の仕様書と様子", id="words with 様"),
    pytest.param("厚生労働省と経済産業省の違い", id="ministries"),
    pytest.param("チョイソコ6-7台", id="a range of vehicles"),
    pytest.param("Which company runs Choisoko?", id="an English question"),
    pytest.param("What did Mayo Clinic do in 2024?", id="an English organisation"),
    pytest.param("ISO 9001-2015-12", id="a standard"),
    pytest.param("Tama Shinkin has no branch there", id="a bank that sounds like a person"),
    pytest.param("In Kobayashi they have a gym", id="a city after a capital"),
    pytest.param("息子さんの連絡先が分かりません", id="a son"),
)


@pytest.fixture(scope="module")
def bundled() -> Corpus:
    return load_corpus(BUNDLED_KNOWLEDGE)


@pytest.mark.parametrize(("text", "private"), PRIVATE)
def test_residents_data_are_masked(text: str, private: str) -> None:
    masked = mask(text)
    assert private not in masked.text
    assert masked.restored(masked.text) == normalize("NFKC", text)


@pytest.mark.parametrize("text", PUBLIC)
def test_dates_organisations_and_roles_stay(text: str) -> None:
    assert mask(text) == Masked(text, ())


def test_the_same_thing_gets_the_same_mask() -> None:
    masked = mask("090-1234-5678か090-8765-4321、だめなら090-1234-5678")
    assert masked.text == "【電話1】か【電話2】、だめなら【電話1】"


def test_masks_of_an_english_question_are_english() -> None:
    assert mask("Call 090-1234-5678").text == "Call 【phone 1】"


def test_a_mask_takes_the_datum_and_nothing_around_it() -> None:
    asked = "田中さん（090-1234-5678）はみどり町3-14-2の一軒家"
    assert mask(asked).text == "【氏名3】さん(【電話1】)は【住所2】の一軒家"


def test_what_looks_like_a_mask_is_not_taken_for_one() -> None:
    text = "【電話1】とは何ですか。090-1234-5678"
    masked = mask(text)
    assert masked.text == "【電話1】とは何ですか。【電話2】"
    assert masked.restored(masked.text) == text


def test_nothing_in_the_bundled_questions_is_taken_for_a_residents_data(bundled: Corpus) -> None:
    names = people_in_entries(bundled.entries, glossary())
    asked = [q for entry in bundled.entries for q in (*entry.questions_ja, *entry.questions_en)]
    wrongly = [(q, found) for q in asked if (found := mask(q, public_names=names).replaced)]
    assert wrongly == []


_PHONE = st.from_regex(r"0[5789]0-[0-9]{4}-[0-9]{4}", fullmatch=True)
_MAIL = st.from_regex(r"[a-z][a-z0-9]{2,8}@[a-z]{3,8}\.(?:com|jp)", fullmatch=True)
_NUMBER = st.from_regex(r"[3-9][0-9]{3}-[0-9]{4}-[0-9]{4}", fullmatch=True)
_BIRTH = st.from_regex(r"昭和[1-9]年1[0-2]月[1-9]日生まれ", fullmatch=True)
_ADDRESS = st.from_regex(r"みどり町[1-9]-[1-9][0-9]-[1-9]", fullmatch=True)
_NAME = st.builds(
    "".join,
    st.tuples(st.sampled_from(["田中", "鈴木", "佐々木"]), st.sampled_from(["花子", "一郎"])),
)
_WORDS = st.text(alphabet="あいうえお、。 見守買物支援", min_size=0, max_size=30)


@given(
    private=st.lists(st.one_of(_PHONE, _MAIL, _NUMBER, _BIRTH, _ADDRESS), min_size=1, max_size=4),
    between=_WORDS,
)
def test_no_private_datum_is_left_and_all_come_back(private: list[str], between: str) -> None:
    text = f"。{between}。".join(private)
    masked = mask(text)
    assert all(datum.removesuffix("生まれ") not in masked.text for datum in private)
    assert masked.restored(masked.text) == normalize("NFKC", text)


@given(name=_NAME, before=_WORDS, after=_WORDS)
def test_no_full_name_is_left(name: str, before: str, after: str) -> None:
    masked = mask(f"{before}。{name}さんは{after}")
    assert name not in masked.text


@given(st.text(max_size=300))
def test_any_text_comes_back(text: str) -> None:
    masked = mask(text)
    expected = normalize("NFKC", text) if masked.replaced else text
    assert masked.restored(masked.text) == expected
