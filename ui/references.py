"""An answer as a text of its own, with its sources, to be pasted or saved."""

import re
from collections.abc import Sequence

from assistant.contract import Answer, Citation, LanguageCode
from ui.language import say
from ui.texts import chat as words
from ui.texts import frame

_EMPHASIS = re.compile(r"\*\*|`")
_RULE = re.compile(r"^\|[\s|:-]+\|\n", re.MULTILINE)
_ROW = re.compile(r"^\|\s*(.*?)\s*\|\s*$", re.MULTILINE)
_BULLET = {"ja": "・", "en": "- "}


def as_markdown(question: str, answer: Answer) -> str:
    """Question, answer, what there is to know of it and numbered sources."""
    parts = [f"# {question}", answer.text]
    if answer.terms:
        listed = "\n".join(
            f"- **{term.term}**{_colon(answer)}{term.meaning}" for term in answer.terms
        )
        parts.append(f"## {say(words.TERMS)}\n\n{listed}")
    parts += _newer(answer)
    if answer.citations:
        listed = "\n".join(f"- {line}" for line in _sources(answer))
        parts.append(f"## {say(words.SOURCES)}\n\n{listed}")
    return "\n\n".join(parts) + "\n"


def as_text(question: str, answer: Answer) -> str:
    """The same without any markup, for a letter or a form."""
    colon = _colon(answer)
    body = _EMPHASIS.sub("", _RULE.sub("", answer.text)).replace("<br>", " ")
    body = _ROW.sub(lambda row: re.sub(r"\s*\|\s*", colon, row[1]), body)
    body = re.sub(r"^- ", _BULLET[answer.language], body, flags=re.MULTILINE)
    parts = [question, body.strip()]
    if answer.terms:
        listed = [f"{term.term}{colon}{term.meaning}" for term in answer.terms]
        parts.append("\n".join([say(words.TERMS), *listed]))
    parts += _newer(answer)
    if answer.citations:
        parts.append("\n".join([say(words.SOURCES), *_sources(answer)]))
    return "\n\n".join(parts) + "\n"


def _colon(answer: Answer) -> str:
    return frame.COLON.in_language(answer.language)


def _newer(answer: Answer) -> list[str]:
    return [newer.sentence for newer in answer.newer]


def _sources(answer: Answer) -> Sequence[str]:
    """One line each, numbered as the marks are; an official version names them in its own way."""
    return answer.references or [
        f"[{citation.number}] {_reference(citation, answer.language)}"
        for citation in answer.citations
    ]


def _reference(citation: Citation, language: LanguageCode) -> str:
    """One line that names the cited place."""
    parts = [
        citation.publisher,
        words.SOURCE_TITLE.in_language(language).format(title=citation.title),
        citation.published,
        page_numbers(citation.pages),
        citation.heading,
        citation.url or "",
    ]
    return frame.LIST_COMMA.in_language(language).join(part for part in parts if part)


def page_numbers(pages: tuple[int, ...]) -> str:
    """`p.3, 4`, or nothing when the pages are not known."""
    return say(words.PAGE_NUMBERS, pages=", ".join(map(str, pages))) if pages else ""
