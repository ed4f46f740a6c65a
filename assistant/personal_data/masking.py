"""Replacing personal data by masks, and the way back."""

import re
from dataclasses import dataclass
from functools import partial
from unicodedata import normalize

from assistant.personal_data.patterns import NAME, PATTERNS
from assistant.personal_data.people import private_names
from assistant.personal_data.public_people import is_public
from knowledge.documents import Bilingual
from knowledge.tokens import is_japanese


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without personal data, and the way back, which never leaves the process."""

    text: str
    replaced: tuple[tuple[str, str], ...]
    """(mask, what it stands for)."""

    def restored(self, text: str) -> str:
        """The text with masks replaced by what they stand for."""
        for mask, original in self.replaced:
            text = text.replace(mask, original)
        return text


def mask(text: str, *, public_names: frozenset[str] = frozenset()) -> Masked:
    """Replace residents' names, addresses, phones, My Number, birth dates and mail addresses.

    Organisations, places and dates of programmes stay: they are what questions are about. A text
    without personal data comes back unchanged, one with some in Unicode's NFKC form.

    Args:
        public_names: people whom the documents name; they stay unless the text is about a resident.
    """
    masking = _Masking(normalize("NFKC", text), is_japanese(text), public_names)
    for label, pattern in PATTERNS:
        masking.replace(label, pattern)
    masking.replace_names()
    return Masked(masking.text, tuple(masking.masks)) if masking.masks else Masked(text, ())


class _Masking:
    """A text while its personal data are replaced, kind by kind."""

    def __init__(self, text: str, japanese: bool, public_names: frozenset[str]) -> None:
        self.text = text
        self.masks: list[tuple[str, str]] = []
        self._japanese = japanese
        self._given = text
        self._public_names = public_names

    def replace(self, label: Bilingual, pattern: re.Pattern[str]) -> None:
        """Mask what the pattern finds, unless it names somebody whom the documents name."""
        self.text = pattern.sub(partial(self._mask_match, label), self.text)

    def replace_names(self) -> None:
        """Names with さん and the like, and names that something private follows."""
        for start, end in reversed(list(private_names(self.text, self._public_names))):
            self.text = self.text[:start] + self._mask(NAME, self.text[start:end]) + self.text[end:]

    def _mask_match(self, label: Bilingual, match: re.Match[str]) -> str:
        if label is NAME and is_public(match[0], match.string, match.end(), self._public_names):
            return match[0]
        return self._mask(label, match[0])

    def _mask(self, label: Bilingual, original: str) -> str:
        known = next((mask for mask, kept in self.masks if kept == original), None)
        return known or self._new_mask(label, original)

    def _new_mask(self, label: Bilingual, original: str) -> str:
        name = label.ja if self._japanese else f"{label.en} "
        number = len(self.masks) + 1
        # Somebody may have typed what looks like a mask: ours must lead back to one thing only.
        while (mask := f"【{name}{number}】") in self._given or mask in dict(self.masks):
            number += 1
        self.masks.append((mask, original))
        return mask
