"""Follow-ups that ask for nothing but another side of the table: 「企業側は？」, "and the municipality?"."""

import re
from unicodedata import normalize

from knowledge.documents import Audience

# Short names alone ask which one it is: 「県は？」.
_MORE = r"(?=側|の(?:側|場合|立場)|.*(?:すれば|したら|する|やれば|動けば))"
_SIDES = {
    Audience.COMPANY: r"企業|会社|事業者|民間|(?:the )?(?:compan(?:y|ies)|business(?:es)?)",
    Audience.PREFECTURE: rf"都道府県|県{_MORE}|(?:the )?prefectures?",
    Audience.MUNICIPALITY: (
        rf"自治体|市区?町村|行政|福祉|役所|役場|(?:町|市){_MORE}|"
        r"(?:the )?(?:municipalit(?:y|ies)|local governments?|towns|cities|welfare)"
    ),
    Audience.SC: r"SC|生活支援コーディネーター|コーディネーター|(?:the )?(?:SCs?|coordinators?)",
}
_BEFORE = (
    r"(?:(?:では|じゃあ?|それでは|逆に|一方で?)、?|(?:and|but|so|then|what about|how about)[ ,]+)*"
)
_JAPANESE_END = (
    r"(?:側|サイド)?(?:の(?:側|場合|立場|ほう|方))?(?:は|では|なら|だと|としては)?"
    r"(?:何を?|なに(?:を)?|どう|どのように)?(?:すれば|したら|する|やれば|動けば)?(?:の|ん)?"
    r"(?:いい|良い|よい)?(?:の|ん)?(?:ですか|でしょうか|か)?"
)
_ENGLISH_END = r"(?:['’]s)?(?: side)?(?: then| instead)?"
_ASKED = {
    side: re.compile(
        rf"{_BEFORE}(?:for |on )?(?:what (?:should|can|does|do|must) )?(?:{names})"
        rf"(?:{_JAPANESE_END}|{_ENGLISH_END}(?: do)?)\W*",
        re.I,
    )
    for side, names in _SIDES.items()
}


def asked_side(question: str) -> Audience | None:
    """The side that these words ask for, if for nothing else."""
    words = normalize("NFKC", question).strip()
    return next((side for side, asked in _ASKED.items() if asked.fullmatch(words)), None)
