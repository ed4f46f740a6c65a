"""Classes of marketability: the documents' limits, the reasons and what they rest on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.worksheets.inputs import Place
from assistant.worksheets.market_class import DensityType, MarketClass, classify_market
from knowledge.numbers import number_values
from tests.worksheets.bundled import library

_DENSITIES = st.none() | st.floats(min_value=0, max_value=100_000)
_RATES = st.none() | st.floats(min_value=0, max_value=100)


def _place(density: float | None, sufficiency: float | None) -> Place:
    return Place(population_density=density, resource_sufficiency=sufficiency)


@pytest.mark.parametrize(
    ("density", "sufficiency", "kind", "market"),
    [
        pytest.param(13675, 100, DensityType.LARGE_CITY, MarketClass.A, id="Musashino"),
        pytest.param(1525.7, 99.9, DensityType.CITY, MarketClass.A, id="Harima"),
        pytest.param(1165, 63, DensityType.CITY, MarketClass.B, id="Gyoda"),
        pytest.param(77.6, 39.8, DensityType.MOUNTAIN, MarketClass.C, id="Kobayashi"),
        pytest.param(199.9, 90, DensityType.MOUNTAIN, MarketClass.C, id="mountains, any rate"),
        pytest.param(200, 79.9, DensityType.CITY, MarketClass.B, id="lower limit of a city"),
        pytest.param(1999.9, 39.9, DensityType.CITY, MarketClass.C, id="a city short of resources"),
        pytest.param(2000, 40, DensityType.LARGE_CITY, MarketClass.B, id="limit of a large city"),
        pytest.param(2000, 80, DensityType.LARGE_CITY, MarketClass.A, id="limit of the high class"),
        pytest.param(150, None, DensityType.MOUNTAIN, MarketClass.C, id="density alone decides"),
        pytest.param(500, None, DensityType.CITY, None, id="the rate is missing"),
        pytest.param(None, 90, None, None, id="the density is missing"),
    ],
)
def test_classes_follow_the_documents(
    density: float | None, sufficiency: float | None, kind: DensityType, market: MarketClass
) -> None:
    found = classify_market(_place(density, sufficiency))
    assert (found.density, found.market) == (kind, market)


@pytest.mark.parametrize(
    ("place", "entry"),
    [
        pytest.param(
            _place(150, 85), "koubo-2025/market-high-area", id="dense centre in the hills"
        ),
        pytest.param(_place(500, 40), "koubo-2025/regional-segments", id="exactly on the limit"),
    ],
)
def test_doubtful_cases_are_told(place: Place, entry: str) -> None:
    plain = classify_market(_place(150, 10) if entry.endswith("high-area") else _place(500, 50))
    doubtful = classify_market(place)
    assert len(doubtful.reasons) == len(plain.reasons) + 1
    assert doubtful.reasons[-1].entry_id == entry


def test_missing_figures_say_how_to_find_them() -> None:
    reasons = classify_market(Place()).reasons
    assert "人口を面積" in reasons[0].text.ja
    assert "500m" in reasons[1].text.ja
    assert reasons[1].entry_id == "koubo-2025/resource-sufficiency-rate"


@given(_DENSITIES, _RATES)
def test_every_figure_told_is_the_users_or_the_entrys(
    density: float | None, sufficiency: float | None
) -> None:
    own = number_values(f"{density or 0:,.10g} {sufficiency or 0:.10g}")
    for reason in classify_market(_place(density, sufficiency)).reasons:
        entry = library().corpus.by_id[reason.entry_id]
        known = number_values(f"{entry.text.ja}\n{entry.text.en}") | own
        # km2 in the English text is written with a plain 2.
        stated = number_values((reason.text.ja + reason.text.en).replace("km2", ""))
        assert stated <= known, reason.text


@given(st.floats(min_value=200, max_value=100_000), st.tuples(_RATES, _RATES))
def test_more_resources_never_lower_the_class(
    density: float, rates: tuple[float | None, float | None]
) -> None:
    low, high = sorted(rate or 0.0 for rate in rates)
    order = [MarketClass.C, MarketClass.B, MarketClass.A]
    classes = [classify_market(_place(density, rate)).market for rate in (low, high)]
    positions = [order.index(market) for market in classes if market]
    assert positions == sorted(positions)


@pytest.mark.parametrize("market", MarketClass, ids=lambda market: market.value)
def test_labels_stand_in_both_languages(market: MarketClass) -> None:
    assert market.value in market.label.ja
    assert market.value in market.label.en
