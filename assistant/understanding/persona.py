"""Which side of the table the asker sits on."""

import re

from assistant.contract import Persona
from assistant.understanding.asked_side import asked_side
from knowledge.documents import Audience

_SIGNS: tuple[tuple[Persona, re.Pattern[str]], ...] = (
    (
        Persona.COMPANY,
        re.compile(
            r"^(?:では|じゃあ?|逆に)?、?(?:企業|会社|事業者)(?:の(?:場合|立場)|側|だと|なら)|弊社|当社|我が社|うちの会社|わが社|自社|(?:会社|企業|メーカー|事業者)(?:として|の(?:立場|担当|者))|営業(?:担当|に)|"
            r"(?:市|町|役所|自治体|行政)に(?:提案|売り込|営業|話を持)|"
            r"^(?:and |but |what about |how about |so )+(?:for )?(?:the )?compan(?:y|ies)\b|\b(?:our|my) (?:company|firm|business)\b|\bas a (?:company|business|vendor|firm)\b|"
            r"\bwe (?:sell|want to propose|are a company)\b|\bpitch\w* (?:to )?(?:a |the )?(?:city|town|municipalit)",
            re.I,
        ),
    ),
    (
        Persona.PREFECTURE,
        re.compile(
            r"県(?:として|庁|の(?:担当|立場|職員))|都道府県(?:として|の(?:担当|立場|職員))|(?:当|本|うちの)県|"
            r"\b(?:our|my) prefecture\b|\bas a prefect|\bprefectural (?:staff|officer|official)",
            re.I,
        ),
    ),
    (
        Persona.SC,
        re.compile(
            r"(?:SC|生活支援コーディネーター)(?:として|です|をして|の私|なのですが|ですが)|"
            r"\b(?:I am|I'm|we are|as) (?:an? |the )?(?:SC|coordinator|livelihood support)",
            re.I,
        ),
    ),
    (
        Persona.MUNICIPALITY,
        re.compile(
            r"(?:市|町|村|役場|自治体|役所)(?:として|職員|の(?:担当|立場|職員))|(?:当|本|うちの)(?:市|町|村)|"
            r"\b(?:our|my) (?:city|town|village|municipality)\b|\bas a (?:municipality|city|town|local government)",
            re.I,
        ),
    ),
)


def persona_of(question: str) -> Persona | None:
    """The side that the words give away, or None."""
    told = next((persona for persona, sign in _SIGNS if sign.search(question)), None)
    side = asked_side(question)
    return told or (Persona(side.value) if side else None)


def audience_of(persona: Persona | None) -> Audience | None:
    """Whose entries come first for this asker; evaluators see all alike."""
    if persona in (None, Persona.EVALUATOR):
        return None
    return Audience(persona.value)
