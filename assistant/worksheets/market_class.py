"""How marketable an area is, from population density and 地域資源充足率, with the reasons cited.

The limits are METI's (koubo-2025/regional-segments): below 200 people/km² 中山間等地域, from 2,000
大都市部; sufficiency of resources below 40 %, 40–80 %, 80–100 %.
"""

from dataclasses import dataclass
from enum import StrEnum

from assistant.worksheets.inputs import Place
from knowledge.documents import Bilingual

_CITY, _LARGE_CITY = 200, 2000
_MEDIUM, _HIGH = 40, 80


class MarketClass(StrEnum):
    """市場性: how likely a business is to work by itself."""

    A = "A"
    B = "B"
    C = "C"

    @property
    def label(self) -> Bilingual:
        return _LABELS[self]


class DensityType(StrEnum):
    """Kind of area by population density."""

    MOUNTAIN = "mountain"
    CITY = "city"
    LARGE_CITY = "large_city"


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the classification, with the entry that it rests on."""

    text: Bilingual
    entry_id: str


@dataclass(frozen=True, slots=True)
class Classification:
    """What is known of an area's marketability; parts that the figures do not decide are None."""

    density: DensityType | None
    market: MarketClass | None
    reasons: tuple[Reason, ...]
    """In order; never empty: where a figure is missing, it says so and how to find it."""


def classify_market(place: Place) -> Classification:
    """Classify a place by the figures given for it."""
    density = _density_type(place.population_density)
    market = _market_class(density, place.resource_sufficiency)
    reasons = [
        _density_reason(place.population_density, density),
        _sufficiency_reason(place.resource_sufficiency),
    ]
    reasons += _class_reasons(place, density, market)
    return Classification(density, market, tuple(reasons))


def _density_type(density: float | None) -> DensityType | None:
    if density is None:
        return None
    if density < _CITY:
        return DensityType.MOUNTAIN
    return DensityType.CITY if density < _LARGE_CITY else DensityType.LARGE_CITY


def _market_class(density: DensityType | None, sufficiency: float | None) -> MarketClass | None:
    if density is DensityType.MOUNTAIN:
        return MarketClass.C
    if density is None or sufficiency is None:
        return None
    if sufficiency < _MEDIUM:
        return MarketClass.C
    return MarketClass.B if sufficiency < _HIGH else MarketClass.A


def _density_reason(value: float | None, density: DensityType | None) -> Reason:
    if value is None or density is None:
        return Reason(_DENSITY_MISSING, _SEGMENTS)
    number = f"{value:,.10g}"
    limits = _DENSITY_TEXTS[density]
    return Reason(Bilingual(limits.ja.format(number), limits.en.format(number)), _SEGMENTS)


def _sufficiency_reason(value: float | None) -> Reason:
    if value is None:
        return Reason(_SUFFICIENCY_MISSING, "koubo-2025/resource-sufficiency-rate")
    number = f"{value:.10g}"
    span = "0～40%" if value < _MEDIUM else "40～80%" if value < _HIGH else "80～100%"
    text = Bilingual(
        f"地域資源充足率 {number}% は、{span}の区分に入ります。",
        f"A sufficiency rate (地域資源充足率) of {number}% falls into the band {span.replace('～', '–')}.",
    )
    return Reason(text, _SEGMENTS)


def _class_reasons(
    place: Place, density: DensityType | None, market: MarketClass | None
) -> list[Reason]:
    if market is None:
        return []
    found = [_CLASS_REASONS[market], _MODEL_REASONS[market]]
    sufficiency = place.resource_sufficiency
    if density is DensityType.MOUNTAIN and sufficiency is not None and sufficiency >= _HIGH:
        found.append(_DENSE_CENTRE)
    if density is not DensityType.MOUNTAIN and sufficiency in (_MEDIUM, _HIGH):
        found.append(_ON_THE_LIMIT)
    return found


_SEGMENTS = "koubo-2025/regional-segments"
_LABELS = {
    MarketClass.A: Bilingual("市場性「高」エリア（A）", "area of high marketability (A)"),
    MarketClass.B: Bilingual("市場性「中」エリア（B）", "area of medium marketability (B)"),
    MarketClass.C: Bilingual("市場性「低」エリア（C）", "area of low marketability (C)"),
}
_DENSITY_TEXTS = {
    DensityType.MOUNTAIN: Bilingual(
        "人口密度 {}人/km2 は200人/km2未満なので、中山間等地域に当たります。",
        "A population density of {} per km2 is below 200 per km2: a mountainous or similar area.",
    ),
    DensityType.CITY: Bilingual(
        "人口密度 {}人/km2 は200人/km2以上2000人/km2未満なので、一般市に当たります。",
        "A population density of {} per km2 is from 200 to below 2,000 per km2: an ordinary city.",
    ),
    DensityType.LARGE_CITY: Bilingual(
        "人口密度 {}人/km2 は2000人/km2以上なので、大都市部に当たります。",
        "A population density of {} per km2 is 2,000 per km2 or more: a big-city area.",
    ),
}
_DENSITY_MISSING = Bilingual(
    "人口密度が分かると、中山間等地域（200人/km2未満）、一般市、大都市部（2000人/km2以上）のどれかが決まります。人口を面積（km2）で割って求めます。",
    "With the population density one can tell a mountainous area (below 200 per km2), an ordinary city and a big-city area (2,000 per km2 or more). Divide the population by the area in km2.",
)
_SUFFICIENCY_MISSING = Bilingual(
    "地域資源充足率が分かると、市場性の区分が決まります。75歳以上（要介護3以上を除く）の在宅高齢者のうち、半径500m以内に店などの資源がある人の割合です。",
    "With the sufficiency rate (地域資源充足率) one can tell the class of marketability. It is the share of people aged 75 and over living at home (without care level 3 or higher) who have a shop or other resource within 500 m.",
)
_CLASS_REASONS = {
    MarketClass.A: Reason(
        Bilingual(
            "市場性「高」エリア（A）です。利用者も供給者も一定数おり、新規参画も含めて比較的ビジネスが成り立ちやすいとされています。",
            "This is an area of high marketability (A): there are users and providers, and a business is relatively likely to work, newcomers included.",
        ),
        "koubo-2025/market-high-area",
    ),
    MarketClass.B: Reason(
        Bilingual(
            "市場性「中」エリア（B）です。地元密着の企業や全国チェーンは一定数ありますが、新規参入が大きく進むとは見込まれていません。",
            "This is an area of medium marketability (B): there are local firms and some nationwide chains, but no great number of newcomers is expected.",
        ),
        "koubo-2025/market-medium-area",
    ),
    MarketClass.C: Reason(
        Bilingual(
            "市場性「低」エリア（C）です。利用者が少なく、純粋な民間ビジネスの成立は比較的困難とされています。",
            "This is an area of low marketability (C): users are few, and a purely private business is relatively hard.",
        ),
        "koubo-2025/market-low-area",
    ),
}
_MODEL_REASONS = {
    MarketClass.A: Reason(
        Bilingual(
            "目指す形は、新規性の高いサービスの社会実装や複数企業の連携で、他の地域にも広げられる資源開発を先導することです。",
            "The aim there is to lead the way with new services or several companies together, so that they can spread elsewhere.",
        ),
        "koubo-2025/model-high-potential",
    ),
    MarketClass.B: Reason(
        Bilingual(
            "目指す形は、地域に根差した企業や自治体が持つ資産など、既にある資源を徹底して使うことです。",
            "The aim there is to make full use of what exists: companies rooted in the area and the municipality's assets.",
        ),
        "koubo-2025/model-medium-potential",
    ),
    MarketClass.C: Reason(
        Bilingual(
            "目指す形は、公的事業との連携や住民互助活動の効率化で、必要性の高い資源を保つことです。",
            "The aim there is to keep up much-needed resources, by linking with public projects and making mutual help more efficient.",
        ),
        "koubo-2025/model-low-potential",
    ),
}
_DENSE_CENTRE = Reason(
    Bilingual(
        "ただし資料は、市区町村全体の人口密度が低くても、人が集まる区域に資源が確保されていれば市場性「高」に入るとも述べています。地区ごとに確かめてください。",
        "The documents also say that a municipality of low overall density belongs to the high class if resources are secured where people gather. Check it by district.",
    ),
    "koubo-2025/market-high-area",
)
_ON_THE_LIMIT = Reason(
    Bilingual(
        "充足率がちょうど区分の境目です。資料は境目の値をどちらに入れるかを示していないため、ここでは上の区分に入れています。",
        "The rate lies exactly between two bands. The documents do not say to which one it belongs; here it is put into the upper one.",
    ),
    _SEGMENTS,
)
