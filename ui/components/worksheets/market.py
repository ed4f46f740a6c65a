"""How marketable a place is, computed from its figures and explained."""

import streamlit as st

from assistant.form_contract import MarketReason
from assistant.worksheets.inputs import Place
from ui.backend import worksheets
from ui.components.worksheets.citing import cited
from ui.language import say
from ui.markdown_text import verbatim
from ui.texts import worksheets as words


def show_market_class(place: Place) -> None:
    """The class with each reason and its source; what is missing where it is not decided."""
    found = worksheets().market_class(place)
    label = (
        say(words.MARKET, label=verbatim(found.label)) if found.label else say(words.MARKET_OPEN)
    )
    with st.container(border=True):
        st.markdown(f":material/analytics: **{label}**")
        st.markdown("\n".join(f"- {_reason(reason)}" for reason in found.reasons))


def _reason(reason: MarketReason) -> str:
    return f":small[{verbatim(reason.text)} {cited(reason.citation)}]"
