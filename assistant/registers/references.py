"""How an official document names what it cites."""

from assistant.contract import Citation, LanguageCode
from assistant.newer_sources import spoken_date


def reference(citation: Citation, language: LanguageCode) -> str:
    """Publisher, document, date, page and heading in one line; what is not known is left out."""
    if language == "en":
        return _english(citation)
    place = f"「{citation.heading}」" if citation.heading else ""
    pages = f"{'・'.join(map(str, citation.pages))}頁" if citation.pages else ""
    dated = f"（{spoken_date(citation.published, language)}）" if citation.published else ""
    return f"{citation.publisher}『{citation.title}』{dated}{pages}{place}"


def _english(citation: Citation) -> str:
    pages = ""
    if citation.pages:
        sign = "p." if len(citation.pages) == 1 else "pp."
        pages = f"{sign} {', '.join(map(str, citation.pages))}"
    heading = f"“{citation.heading}”" if citation.heading else ""
    dated = spoken_date(citation.published, "en")
    parts = (citation.publisher, citation.title, dated, pages, heading)
    return ", ".join(part for part in parts if part)
