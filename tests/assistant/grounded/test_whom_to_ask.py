"""Whom a question is sent on to that the sources leave open."""

import pytest

from assistant.contract import Persona
from assistant.grounded.whom_to_ask import whom_else_to_ask
from knowledge.documents import Bilingual

METI = Bilingual("経済産業省", "METI")


@pytest.mark.parametrize(
    ("persona", "named", "not_named"),
    [
        pytest.param(Persona.SC, "地域包括支援センター", "都道府県", id="a coordinator"),
        pytest.param(Persona.MUNICIPALITY, "都道府県", "市区町村", id="a municipality"),
        pytest.param(Persona.PREFECTURE, "省庁", "都道府県", id="a prefecture"),
        pytest.param(Persona.COMPANY, "協業先の市区町村", "地域包括支援センター", id="a company"),
        pytest.param(None, "地域包括支援センター", "都道府県", id="nobody knows who"),
    ],
)
def test_nobody_is_sent_to_themselves(persona: Persona | None, named: str, not_named: str) -> None:
    sentence = whom_else_to_ask(persona, METI)
    assert named in sentence.ja
    assert not_named not in sentence.ja
    assert "経済産業省" in sentence.ja
    assert "METI" in sentence.en


def test_without_a_document_near_its_publisher_has_no_name() -> None:
    sentence = whom_else_to_ask(None, None)
    assert "資料の発行元、または" in sentence.ja
    assert "the document's publisher, or" in sentence.en
