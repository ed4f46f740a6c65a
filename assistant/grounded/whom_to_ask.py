"""Whom to ask when the sources do not say it."""

from collections.abc import Mapping

from assistant.contract import Persona
from knowledge.documents import Bilingual
from knowledge.gaps import Ask

_WHO: dict[Ask, Bilingual] = {
    Ask.PUBLISHER: Bilingual("資料の発行元", "the document's publisher"),
    Ask.MUNICIPALITY: Bilingual(
        "その市区町村の高齢福祉担当課", "the municipality's older people's welfare section"
    ),
    Ask.PREFECTURE: Bilingual(
        "都道府県の高齢福祉担当課", "the prefecture's older people's welfare section"
    ),
    Ask.OPERATOR: Bilingual("そのサービスの運営元", "whoever runs the service"),
    Ask.MINISTRY: Bilingual("所管する省庁の担当課", "the ministry in charge"),
    Ask.TRANSPORT_OFFICE: Bilingual("管轄の運輸支局", "the district transport office"),
    Ask.INSURER: Bilingual(
        "介護保険の保険者（市区町村の介護保険担当課）",
        "the long-term care insurer (the municipality's insurance section)",
    ),
    Ask.CARE_MANAGER: Bilingual(
        "地域包括支援センターまたは担当のケアマネジャー",
        "the community general support centre or the care manager",
    ),
    Ask.TAX_OFFICE: Bilingual("税務署または税理士", "the tax office or a tax accountant"),
    Ask.LABOUR_OFFICE: Bilingual(
        "労働局または社会保険労務士", "the labour bureau or a labour and social security attorney"
    ),
    Ask.DOCTOR: Bilingual("かかりつけ医や専門職", "a doctor or other health professional"),
    Ask.LAWYER: Bilingual("法務担当または弁護士", "your legal section or a lawyer"),
    Ask.STATISTICS: Bilingual(
        "統計を公表している機関（e-Statなど）",
        "the body that publishes the statistics (e-Stat, for one)",
    ),
    Ask.VENDOR: Bilingual("製品・システムの提供元", "the maker of the product or system"),
}
_SENTENCE = Bilingual(
    "{who}にお問い合わせください。お手元に資料があれば、「文書」のページから追加してください。その内容からもお答えします。",
    "Please ask {who}. If you have a document that says it, add it under “Documents” and answers will draw on it too.",
)
_NOBODY = Bilingual(
    "お手元に資料があれば、「文書」のページから追加してください。その内容からもお答えします。",
    "If you have a document that says it, add it under “Documents” and answers will draw on it too.",
)


_BESIDE: Mapping[Persona | None, Bilingual] = {
    Persona.MUNICIPALITY: _WHO[Ask.PREFECTURE],
    Persona.PREFECTURE: _WHO[Ask.MINISTRY],
    Persona.COMPANY: Bilingual(
        "協業先の市区町村の高齢福祉担当課",
        "the older people's welfare section of the municipality you wish to work with",
    ),
}
"""Whom each side can turn to; a municipality is not sent to itself."""
_ANYBODY = Bilingual(
    "市区町村の高齢福祉担当課や地域包括支援センター",
    "the municipality's older people's welfare section or the community general support centre",
)
_OR = Bilingual("{one}、または{other}", "{one}, or {other}")
_PUBLISHER = Bilingual("資料の発行元（{publisher}）", "the document's publisher ({publisher})")


def whom_else_to_ask(persona: Persona | None, publisher: Bilingual | None) -> Bilingual:
    """The same where nothing tells who knows.

    Args:
        publisher: of the document that says something close to it; None where there is none.
    """
    other = _BESIDE.get(persona, _ANYBODY)
    one = _WHO[Ask.PUBLISHER]
    if publisher:
        ja = _PUBLISHER.ja.format(publisher=publisher.ja)
        one = Bilingual(ja, _PUBLISHER.en.format(publisher=publisher.en))
    who = Bilingual(
        _OR.ja.format(one=one.ja, other=other.ja), _OR.en.format(one=one.en, other=other.en)
    )
    return Bilingual(_SENTENCE.ja.format(who=who.ja), _SENTENCE.en.format(who=who.en))


def whom_to_ask(ask: Ask) -> Bilingual:
    """A sentence that names who is likely to know."""
    who = _WHO.get(ask)
    if who is None:
        return _NOBODY
    return Bilingual(_SENTENCE.ja.format(who=who.ja), _SENTENCE.en.format(who=who.en))
