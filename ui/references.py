"""An answer as a text of its own, with its sources, to be pasted or saved."""

import re

from assistant.contract import Answer, Citation
from ui.language import say
from ui.texts import chat as words

_EMPHASIS = re.compile(r"\*\*|`")
_RULE = re.compile(r"^\|[\s|:-]+\|\n", re.MULTILINE)
_ROW = re.compile(r"^\|\s*(.*?)\s*\|\s*$", re.MULTILINE)
_BULLET = {"ja": "・", "en": "- "}


def as_markdown(question: str, answer: Answer) -> str:
    """Question, answer and numbered sources."""
    parts = [f"# {question}", answer.text]
    if answer.citations:
        listed = "\n".join(f"{c.number}. {reference(c)}" for c in answer.citations)
        parts.append(f"## {say(words.SOURCES)}\n\n{listed}")
    return "\n\n".join(parts) + "\n"


def as_text(question: str, answer: Answer) -> str:
    """The same without any markup, for a letter or a form."""
    body = _EMPHASIS.sub("", _RULE.sub("", answer.text)).replace("<br>", " ")
    body = _ROW.sub(lambda row: re.sub(r"\s*\|\s*", "：", row[1]), body)
    body = re.sub(r"^- ", _BULLET[answer.language], body, flags=re.MULTILINE)
    parts = [question, body.strip()]
    if answer.terms:
        listed = [f"{term.term}：{term.meaning}" for term in answer.terms]
        parts.append("\n".join([say(words.TERMS), *listed]))
    parts += [newer.sentence for newer in answer.newer]
    if answer.citations:
        cited = answer.references or [f"[{c.number}] {reference(c)}" for c in answer.citations]
        parts.append("\n".join([say(words.SOURCES), *cited]))
    return "\n\n".join(parts) + "\n"


def reference(citation: Citation) -> str:
    """One line that names the cited place."""
    parts = [
        citation.publisher,
        f"「{citation.title}」",
        citation.published,
        page_numbers(citation.pages),
        citation.heading,
        citation.url or "",
    ]
    return "、".join(part for part in parts if part)


def page_numbers(pages: tuple[int, ...]) -> str:
    """`p.3, 4`, or nothing when the pages are not known."""
    return say(words.PAGE_NUMBERS, pages=", ".join(map(str, pages))) if pages else ""
