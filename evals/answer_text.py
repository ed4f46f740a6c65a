"""An answer's text for places that show no Markdown."""


def plain(text: str) -> str:
    """Without the signs of bold words; bullets and marks of citations stay."""
    return text.replace("**", "")
