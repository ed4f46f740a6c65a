"""Case records taken apart at their labels, so that cases can stand side by side."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.contract import LanguageCode

LABELS: Mapping[LanguageCode, tuple[str, ...]] = {
    "ja": (
        "地域",
        "課題",
        "取組",
        "体制",
        "事業モデル",
        "住民への効果",
        "事業への効果",
        "成功要因",
    ),
    "en": (
        "Area",
        "Problem",
        "What was done",
        "Who did what",
        "Business model",
        "Effect on residents",
        "Effect on the business",
        "What made it work",
    ),
}
_BULLET = re.compile(r"^- ([^：:\n]{1,30})[：:]\s*(.+)$")


@dataclass(frozen=True, slots=True)
class CaseSheet:
    """One case, its statements under their labels."""

    lead: str
    parts: Mapping[str, tuple[str, ...]]
    other: tuple[str, ...]
    """Lines that stand under no label."""


def take_apart(text: str, language: LanguageCode) -> CaseSheet:
    """Read a case record; what has no known label is kept in `other`, nothing is lost."""
    parts: dict[str, list[str]] = {}
    lead: list[str] = []
    other: list[str] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        bullet = _BULLET.match(line)
        if bullet and bullet[1] in LABELS[language]:
            parts.setdefault(bullet[1], []).append(bullet[2])
        elif line.startswith("- ") or parts or other:
            other.append(line.removeprefix("- "))
        else:
            lead.append(line)
    return CaseSheet(
        lead="\n".join(lead),
        parts={label: tuple(parts[label]) for label in LABELS[language] if label in parts},
        other=tuple(other),
    )
