"""What cannot be read is left out with its reason."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest import errors
from ingest.errors import (
    BrokenFile,
    EmptyFile,
    EncryptedFile,
    FileTooLarge,
    FileUnreadable,
    IngestError,
    UnknownFormat,
    UnpackedTooLarge,
    WrongSuffix,
)
from ingest.loaders import load_file
from tests.ingest import made_files

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
Make = Callable[[Path], Path]


def written(name: str, content: bytes) -> Make:
    def make(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return make


def cut(make: Callable[[Path], Path], name: str, share: float = 0.5) -> Make:
    def damaged(folder: Path) -> Path:
        file = make(folder / name)
        file.write_bytes(file.read_bytes()[: int(file.stat().st_size * share)])
        return file

    return damaged


def renamed(make: Callable[[Path], Path], name: str, wrong: str) -> Make:
    return lambda folder: make(folder / name).rename(folder / wrong)


CASES = [
    pytest.param(written("a.xyz", b"text"), UnknownFormat, id="unknown-suffix"),
    pytest.param(written("README", b"text"), UnknownFormat, id="no-suffix"),
    pytest.param(written("a.doc", OLE), UnknownFormat, id="old-word"),
    pytest.param(written("a.txt", b""), EmptyFile, id="empty"),
    pytest.param(written("a.txt", " \n\t　".encode()), EmptyFile, id="only-white-space"),
    pytest.param(written("a.html", b"<html><script>x</script></html>"), EmptyFile, id="a-page-without-text"),
    pytest.param(lambda f: made_files.scanned_pdf(f / "a.pdf"), EmptyFile, id="a-scanned-pdf"),
    pytest.param(lambda f: made_files.pdf(f / "a.pdf", [["秘密"]], password="x"), EncryptedFile, id="an-encrypted-pdf"),
    pytest.param(written("a.docx", OLE), EncryptedFile, id="an-encrypted-word-file"),
    pytest.param(written("a.xlsx", OLE), EncryptedFile, id="an-encrypted-excel-file"),
    pytest.param(renamed(made_files.word, "a.docx", "a.pdf"), WrongSuffix, id="word-called-pdf"),
    pytest.param(renamed(made_files.word, "a.docx", "a.xlsx"), WrongSuffix, id="word-called-excel"),
    pytest.param(renamed(made_files.slides, "a.pptx", "a.docx"), WrongSuffix, id="slides-called-word"),
    pytest.param(renamed(made_files.word, "a.docx", "a.txt"), WrongSuffix, id="word-called-text"),
    pytest.param(written("a.docx", b"text"), WrongSuffix, id="text-called-word"),
    pytest.param(written("a.pdf", b"text"), WrongSuffix, id="text-called-pdf"),
    pytest.param(written("a.txt", b"%PDF-1.4 ..."), WrongSuffix, id="pdf-called-text"),
    pytest.param(written("a.txt", OLE), WrongSuffix, id="old-word-called-text"),
    pytest.param(cut(lambda f: made_files.pdf(f, [["文"]] * 5), "a.pdf", 0.3), BrokenFile, id="a-pdf-cut-short"),
    pytest.param(written("a.pdf", b"%PDF-1.4\n" + b"\0" * 500), BrokenFile, id="a-pdf-of-nothing"),
    pytest.param(cut(made_files.word, "a.docx"), BrokenFile, id="a-word-file-cut-short"),
    pytest.param(cut(made_files.slides, "a.pptx", 0.9), BrokenFile, id="slides-cut-short"),
    pytest.param(cut(lambda f: made_files.excel(f, {"a": [["b"]]}), "a.xlsx"), BrokenFile, id="a-table-cut-short"),
    pytest.param(lambda f: made_files.zip_of(f / "a.docx", {"x.txt": b"y"}), BrokenFile, id="another-zip-file"),
    pytest.param(lambda f: made_files.zip_of(f / "a.docx", {"word/document.xml": b"<w>"}), BrokenFile, id="word-without-its-parts"),
    pytest.param(lambda f: made_files.zip_of(f / "a.xlsx", {"xl/workbook.xml": b""}), BrokenFile, id="excel-without-its-parts"),
    pytest.param(written("a.txt", bytes(range(32)) * 9), BrokenFile, id="bytes-called-text"),
    pytest.param(lambda f: f / "nowhere.txt", FileUnreadable, id="missing"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "reason"), CASES)
def test_each_bad_file_has_its_reason(
    tmp_path: Path, make: Make, reason: type[IngestError]
) -> None:
    file = make(tmp_path)
    with pytest.raises(IngestError) as raised:
        load_file(file)
    assert type(raised.value) is reason
    assert file.name in str(raised.value)


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    file = made_files.text(tmp_path / "a.txt", "長い文書" * 100)
    assert load_file(file, largest_bytes=file.stat().st_size)
    with pytest.raises(FileTooLarge, match=r"a\.txt"):
        load_file(file, largest_bytes=file.stat().st_size - 1)


def test_a_small_file_that_unpacks_to_a_large_one_is_not_unpacked(tmp_path: Path) -> None:
    bomb = made_files.zip_of(tmp_path / "a.docx", {"word/document.xml": b"\0" * 3_000_000})
    assert bomb.stat().st_size < 10_000
    with pytest.raises(UnpackedTooLarge):
        load_file(bomb, largest_bytes=100_000)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_the_right_to_read_it(tmp_path: Path) -> None:
    file = made_files.text(tmp_path / "a.txt", "秘密")
    file.chmod(0)
    with pytest.raises(FileUnreadable):
        load_file(file)


def test_what_is_no_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(FileUnreadable):
        load_file(tmp_path / "folder.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s.pdf"))
        with pytest.raises(IngestError):
            load_file(tmp_path / "s.pdf")


REASONS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, IngestError)
]


@pytest.mark.parametrize("kind", REASONS)
def test_every_reason_is_told_in_both_languages(kind: type[IngestError]) -> None:
    assert any("ぁ" <= character <= "ん" for character in kind.reason_ja)
    assert kind.reason_en.isascii()
    assert kind is IngestError or kind.reason_en != IngestError.reason_en
