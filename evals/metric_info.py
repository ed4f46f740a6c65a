"""How a metric is shown to a reader who did not write it."""

from dataclasses import dataclass
from typing import Literal

from assistant.contract import LanguageCode

Better = Literal["higher", "lower", "neither"]


@dataclass(frozen=True, slots=True)
class MetricInfo:
    """How a metric is shown to a reader who did not write it."""

    ja: str
    en: str
    meaning_ja: str
    meaning_en: str
    better: Better = "higher"
    is_share: bool = True
    """From 0 to 1, shown in per cent."""

    def name(self, language: LanguageCode) -> str:
        return self.ja if language == "ja" else self.en

    def meaning(self, language: LanguageCode) -> str:
        return self.meaning_ja if language == "ja" else self.meaning_en

    def shown(self, value: float) -> str:
        """The value as a reader expects it: 93.4 %, or 412."""
        return f"{value:.1%}" if self.is_share else f"{value:,.0f}"

    def shown_range(self, low: float, high: float) -> str:
        """Both ends with the sign once: 91.2–95.0 %."""
        return f"{self.shown(low).removesuffix('%')}–{self.shown(high)}"

    def shown_difference(self, value: float) -> str:
        """With its sign, and none where nothing is left of it after rounding: +2.1 %, 0."""
        shown = self.shown(abs(value))
        if not shown.strip("0.,%"):
            return shown
        return f"{'+' if value > 0 else '-'}{shown}"
