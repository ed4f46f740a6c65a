"""Moments as they are kept: ISO 8601 in UTC, so that their texts sort by time."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def to_text(moment: datetime) -> str:
    """A moment as a text of fixed length, with microseconds."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
