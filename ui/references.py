"""An answer as a text of its own, with its sources, to be pasted or saved."""

from assistant.contract import Answer, Citation
from ui.language import say
from ui.texts import chat as words


def as_markdown(question: str, answer: Answer) -> str:
    """Question, answer and numbered sources."""
    parts = [f"# {question}", answer.text]
    if answer.citations:
        listed = "\n".join(f"{c.number}. {reference(c)}" for c in answer.citations)
        parts.append(f"## {say(words.SOURCES)}\n\n{listed}")
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
