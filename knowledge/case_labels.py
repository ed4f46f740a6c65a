"""The labels under which a case is told (docs/writing-entries.md), each in front of its statement."""

import re
from collections.abc import Mapping

from knowledge.documents import Language

CASE_LABELS: Mapping[Language, tuple[str, ...]] = {
    "ja": ("地域", "課題", "取組", "体制", "事業モデル", "住民への効果", "事業への効果", "成功要因"),
    "en": (
        "Area", "Problem", "What was done", "Who did what", "Business model",
        "Effect on residents", "Effect on the business", "What made it work",
    ),
}  # fmt: skip
_WORDS = tuple(label for labels in CASE_LABELS.values() for label in labels[1:])
"""Without the first: where a case is may be told in no more than the place's name."""
_LABEL = re.compile(rf"^(?:{'|'.join(map(re.escape, _WORDS))})(?:：|: )(?=\S)")


def without_label(statement: str) -> str:
    """A statement of a case as a sentence by itself."""
    return _LABEL.sub("", statement)
