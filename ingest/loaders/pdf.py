"""PDF. The only module that knows pypdfium2."""

from pathlib import Path
from threading import Lock

import pypdfium2

from ingest.blocks import Block, LoadedFile
from ingest.errors import BrokenFile, EncryptedFile

# PDFium is not safe in two threads at once, not even on two documents.
_one_at_a_time = Lock()


def load(path: Path) -> LoadedFile:
    """One block a page, lines as the page has them; cleaning makes paragraphs of them."""
    with _one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(path)
        except pypdfium2.PdfiumError as error:
            if "password" in str(error).lower():
                raise EncryptedFile(path.name) from error
            raise BrokenFile(f"{path.name}: {error}") from error
        try:
            blocks = tuple(_page_text(document, number) for number in range(len(document)))
        finally:
            document.close()
    return LoadedFile(blocks, pages=len(blocks))


def _page_text(document: pypdfium2.PdfDocument, index: int) -> Block:
    page = document[index]
    text_page = page.get_textpage()
    try:
        return Block(text_page.get_text_bounded().replace("\r\n", "\n"), page=index + 1)
    finally:
        text_page.close()
        page.close()
