"""What the files under forms/ are made of: bilingual texts, keys, placeholders."""

import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from knowledge.documents import Bilingual

PLACEHOLDERS = frozenset(
    {
        "place", "municipality", "districts", "problem", "persona", "partners", "operators",
        "service", "population_density", "resource_sufficiency", "market_class",
    }
)  # fmt: skip
"""What a draft line may name: the sheet's inputs, filled in or marked as to be confirmed."""
_PLACEHOLDER = re.compile(r"\{(\w*)\}")


def _both_languages(value: Any) -> Any:
    """Accept {ja: …, en: …} with both texts present and nothing else."""
    if isinstance(value, Bilingual):
        return value
    if not isinstance(value, dict) or set(value) != {"ja", "en"}:
        raise ValueError("needs exactly the texts ja and en")
    if not all(isinstance(text, str) and text.strip() for text in value.values()):
        raise ValueError("ja and en must both be texts")
    return Bilingual(value["ja"].strip(), value["en"].strip())


Text = Annotated[Bilingual, BeforeValidator(_both_languages)]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{0,59}$")]
EntryId = Annotated[str, Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]


class FormPart(BaseModel):
    """Base of everything read from a form file: immutable, and no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def placeholders_in(text: Bilingual) -> frozenset[str]:
    """Names between braces, in either language."""
    return frozenset(_PLACEHOLDER.findall(text.ja) + _PLACEHOLDER.findall(text.en))
