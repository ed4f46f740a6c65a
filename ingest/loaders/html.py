"""HTML. The only module that knows Beautiful Soup."""

from pathlib import Path

from bs4 import BeautifulSoup

from ingest.blocks import Block, LoadedFile

_BLOCKS = ["h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "td", "th", "pre", "blockquote", "dt", "dd"]


def load(path: Path) -> LoadedFile:
    """Headings, paragraphs, list items and cells; navigation and scripts are left out."""
    soup = BeautifulSoup(path.read_bytes(), "html.parser")
    for furniture in soup(["script", "style", "nav", "header", "footer", "form", "noscript"]):
        furniture.decompose()
    blocks = tuple(
        Block(text, heading_level=int(tag.name[1]) if tag.name[0] == "h" else 0)
        for tag in soup.find_all(_BLOCKS)
        if not tag.find(_BLOCKS) and (text := tag.get_text(" ", strip=True))
    )
    return LoadedFile(blocks or (Block(soup.get_text("\n", strip=True)),), pages=None)
