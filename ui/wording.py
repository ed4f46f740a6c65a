"""A text in both languages."""

from dataclasses import dataclass

from assistant.contract import LanguageCode


@dataclass(frozen=True, slots=True)
class Text:
    """One wording in both languages; `{name}` is filled in by `say`."""

    ja: str
    en: str

    def in_language(self, language: LanguageCode) -> str:
        return self.ja if language == "ja" else self.en
