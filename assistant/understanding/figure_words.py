"""Figures that many things have one of, by the words that ask for them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

_YEN = (
    r"\d[\d,.]*\s*(?:兆|億|百万|千万|万|千)*\s*円|[数何]百円|\d[\d,.]*\s*(?:million |billion )?yen|"
    r"hundreds of yen"
)
_PEOPLE = (
    r"\d[\d,.]*\s*万?\s*(?:人|名|世帯)|\d[\d,.]*\s*(?:people|users|members|residents|households)"
)
_SHARE = r"\d[\d.]*\s*(?:%|割)|\d+\s*/\s*\d+|\d+分の\d+"
_PROJECTS = r"\d+\s*(?:件|者|projects)|数件|several"
_PLACES = r"\d+\s*(?:自治体|市町村|市|municipalities)"
_DAY = r"\d+月\d+日|\d+ (?:January|February|March|April|May|June|July|August|September|October|November|December)"


@dataclass(frozen=True)
class FigureWords:
    """One figure: everything that it is called, and what its values look like."""

    values: str
    words: tuple[str, ...]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.words, key=len, reverse=True)
        bounded = (rf"\b{w}s?\b" if w.isascii() else re.escape(w) for w in longest_first)
        return re.compile("|".join(bounded), re.IGNORECASE)

    def is_in(self, text: str) -> bool:
        """True when the text has one of the words."""
        return bool(self._pattern.search(text))

    def without(self, text: str) -> str:
        """The text with the words taken out."""
        return self._pattern.sub(" ", text)

    def values_in(self, text: str) -> Iterator[str]:
        """Values of this figure, as written."""
        for match in re.finditer(self.values, normalize("NFKC", text), re.IGNORECASE):
            yield match[0]


FIGURES = (
    FigureWords(_YEN, ("年会費", "月会費", "会費", "membership fee")),
    FigureWords(_YEN, ("参加費", "受講料", "participation fee", "entry fee")),
    FigureWords(_YEN, ("協賛金", "協賛料", "スポンサー料", "sponsorship fee", "sponsor fee")),
    FigureWords(_YEN, ("手数料", "commission")),
    FigureWords(_YEN, ("運賃", "乗車賃", "乗車料金", "bus fare", "fare")),
    FigureWords(
        _YEN,
        (
            *(
                "利用料金",
                "利用料",
                "利用者負担",
                "使用料",
                "運賃",
                "乗車料金",
                "料金",
                "値段",
                "価格",
            ),
            *("代金", "fee", "fare", "price", "charge"),
        ),
    ),
    FigureWords(_SHARE, ("補助率", "助成率", "subsidy rate", "grant rate")),
    FigureWords(
        _YEN,
        (
            *(
                "補助上限額",
                "補助上限",
                "補助額",
                "上限額",
                "補助金額",
                "上限金額",
                "上限",
                "支援金額",
            ),
            *("ceiling", "upper limit", "maximum amount", "grant amount"),
        ),
    ),
    FigureWords(_YEN, ("予算額", "予算", "事業費", "budget")),
    FigureWords(
        _PEOPLE,
        (
            *("利用者数", "会員数", "登録者数", "参加者数", "利用人数"),
            *("number of users", "number of members", "number of participants"),
        ),
    ),
    FigureWords(_PROJECTS, ("採択件数", "採択数", "number of selected projects")),
    FigureWords(_PLACES, ("自治体数", "導入自治体", "number of municipalities")),
    FigureWords(
        _DAY, ("公募期間", "応募期間", "募集期間", "応募締切", "締切", "締め切り", "deadline")
    ),
)
"""The narrower figure first."""
