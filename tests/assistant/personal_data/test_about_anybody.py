"""What is looked for when a question names a resident."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.personal_data import about_anybody, mask


@pytest.mark.parametrize(
    ("question", "about"),
    [
        pytest.param(
            "田中太郎さん（080-1234-5678）が免許を返納しました。送迎の例はありますか",
            "ある人が免許を返納しました。送迎の例はありますか",
            id="a name and a phone",
        ),
        pytest.param(
            "隣の松本さんは引きこもりがちです",
            "隣の人は引きこもりがちです",
            id="what kind of person stays",
        ),
        pytest.param(
            "利用者の鈴木一郎さん、ゴミ出しができません",
            "利用者、ゴミ出しができません",
            id="a role stays without its name",
        ),
        pytest.param(
            "大田フミ様 住所：みどり町3-14-2 電話：0562-12-3456 使える制度は何ですか",
            "ある人 使える制度は何ですか",
            id="data with their labels",
        ),
        pytest.param(
            "要介護2の山本さん（78歳・独居）に合う配食は",
            "要介護2の人(独居)に合う配食は",
            id="an age among other things",
        ),
        pytest.param("65歳以上の田中さん", "65歳以上の人", id="an age that is a condition"),
        pytest.param("佐藤さん", "ある人", id="nothing but a name"),
        pytest.param("移動販売の例は？", "移動販売の例は？", id="nobody"),
        pytest.param(
            "Our neighbour Hanako Yamada, born 3 May 1940, cannot get to the shops.",
            "Our neighbour, cannot get to the shops.",
            id="a role in English",
        ),
        pytest.param(
            "Mrs Kuroki's address is 2-7-9 Hosono, Kobayashi. Is there a mobile shop?",
            "Is there a mobile shop?",
            id="a sentence that holds nothing else",
        ),
        pytest.param(
            "Mrs Sato Yoshiko, 82, lives alone and can't shop. What can we offer?",
            "Someone lives alone and can't shop. What can we offer?",
            id="a name and an age in English",
        ),
    ],
)
def test_it_is_asked_as_about_anybody(question: str, about: str) -> None:
    assert about_anybody(mask(question).text) == about


def test_a_kept_question_is_read_in_the_same_way() -> None:
    kept = mask("佐藤ヨシ子様、独居。移動販売は？").text
    assert about_anybody(kept) == "ある人、独居。移動販売は?"


@given(st.text(max_size=200))
def test_a_text_without_masks_stays(text: str) -> None:
    assert mask(text).replaced or about_anybody(text) == text
