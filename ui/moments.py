"""Dates and times as the visitor's clock shows them."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st


def shown(moment: datetime | None) -> str:
    """Day and minute in the browser's time zone, the service's where that is not known."""
    return moment.astimezone(_zone()).strftime("%Y-%m-%d %H:%M") if moment else ""


def _zone() -> ZoneInfo | None:
    try:
        return ZoneInfo(str(st.context.timezone or ""))
    except (ZoneInfoNotFoundError, ValueError):
        return None
