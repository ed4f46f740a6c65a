"""Days and times as they are printed: Japan's, wherever the program runs."""

from datetime import datetime, timedelta, timezone

JAPAN = timezone(timedelta(hours=9), "JST")  # no daylight saving time since 1951


def day(moment: datetime) -> str:
    """The day in Japan, as 2026-04-01."""
    return f"{moment.astimezone(JAPAN):%Y-%m-%d}"


def day_and_time(moment: datetime) -> str:
    """Day and minute in Japan, as 2026-04-01 09:30."""
    return f"{moment.astimezone(JAPAN):%Y-%m-%d %H:%M}"
