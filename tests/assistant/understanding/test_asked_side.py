"""Another side of the table, asked for alone."""

import pytest

from assistant.understanding.asked_side import asked_side
from knowledge.documents import Audience


@pytest.mark.parametrize(
    ("question", "side"),
    [
        pytest.param("企業は？", Audience.COMPANY, id="company"),
        pytest.param("企業側は何をすればいい？", Audience.COMPANY, id="company's side"),
        pytest.param(
            "じゃあ、会社の場合はどうすればいいですか", Audience.COMPANY, id="the case of"
        ),
        pytest.param("自治体側は？", Audience.MUNICIPALITY, id="municipality"),
        pytest.param("市町村はどうする？", Audience.MUNICIPALITY, id="towns"),
        pytest.param("県は何をすればいい？", Audience.PREFECTURE, id="prefecture"),
        pytest.param("町の側は？", Audience.MUNICIPALITY, id="the town's side"),
        pytest.param("県は？", None, id="which prefecture"),
        pytest.param("and the town?", None, id="which town it is"),
        pytest.param("ＳＣは何をする？", Audience.SC, id="full width"),
        pytest.param("and for companies?", Audience.COMPANY, id="companies in English"),
        pytest.param("And the municipality?", Audience.MUNICIPALITY, id="municipality in English"),
        pytest.param("what should the prefecture do?", Audience.PREFECTURE, id="what to do"),
        pytest.param("what about coordinators?", Audience.SC, id="coordinators"),
        pytest.param("企業の名前は？", None, id="a detail of a company"),
        pytest.param("市は何人くらい？", None, id="a figure"),
        pytest.param("which town is that?", None, id="which one"),
        pytest.param("which companies?", None, id="which ones"),
        pytest.param("他の市では？", None, id="another place"),
        pytest.param("それはどこの会社ですか", None, id="whose"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_only_a_side_that_stands_alone_is_asked_for(question: str, side: Audience | None) -> None:
    assert asked_side(question) is side
