"""Which side of the table the asker sits on."""

import pytest

from assistant.contract import Persona
from assistant.understanding.persona import audience_of, persona_of
from knowledge.documents import Audience


@pytest.mark.parametrize(
    ("question", "persona"),
    [
        ("弊社が市に移動販売を提案するには", Persona.COMPANY),
        ("企業としてどう関わればよいですか", Persona.COMPANY),
        ("Our company wants to propose a mobile shop", Persona.COMPANY),
        ("県としてプラットフォームをつくるには", Persona.PREFECTURE),
        ("As a prefecture, how do we help towns?", Persona.PREFECTURE),
        ("生活支援コーディネーターとして何から始めますか", Persona.SC),
        ("I am a coordinator in a small town", Persona.SC),
        ("市の担当ですが、企業に何を聞けばよいですか", Persona.MUNICIPALITY),
        ("Our city has few buses", Persona.MUNICIPALITY),
        ("チョイソコとは", None),
        ("企業と市の連携の事例", None),
        ("What is Choisoko?", None),
    ],
)
def test_the_side_that_the_words_give_away(question: str, persona: Persona | None) -> None:
    assert persona_of(question) is persona


@pytest.mark.parametrize(
    ("persona", "audience"),
    [
        (Persona.SC, Audience.SC),
        (Persona.MUNICIPALITY, Audience.MUNICIPALITY),
        (Persona.PREFECTURE, Audience.PREFECTURE),
        (Persona.COMPANY, Audience.COMPANY),
        (Persona.EVALUATOR, None),
        (None, None),
    ],
)
def test_whose_entries_come_first(persona: Persona | None, audience: Audience | None) -> None:
    assert audience_of(persona) is audience
