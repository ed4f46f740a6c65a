"""What is in the zip file that a modern Office document is."""

from pathlib import Path
from zipfile import BadZipFile, ZipFile

from ingest.errors import BrokenFile, UnpackedTooLarge, WrongSuffix

_MAIN_FOLDERS = {".docx": "word/", ".xlsx": "xl/", ".xlsm": "xl/", ".pptx": "ppt/"}
SUFFIXES = frozenset(_MAIN_FOLDERS)


def prove_container(path: Path, largest_unpacked: int) -> None:
    """Look at the contents list before anything is unpacked.

    Raises:
        BrokenFile: the list cannot be read, or this is no Office document.
        WrongSuffix: it is an Office document of another kind.
        UnpackedTooLarge: unpacked it would be larger than `largest_unpacked` bytes.
    """
    try:
        with ZipFile(path) as container:
            members = container.infolist()
    except BadZipFile as error:
        raise BrokenFile(f"{path.name}: {error}") from error
    if sum(member.file_size for member in members) > largest_unpacked:
        raise UnpackedTooLarge(path.name, largest_unpacked)
    folders = {f for f in _MAIN_FOLDERS.values() for m in members if m.filename.startswith(f)}
    if not folders:
        raise BrokenFile(f"{path.name}: a zip file, but no Office document")
    if _MAIN_FOLDERS[path.suffix.lower()] not in folders:
        raise WrongSuffix(path.name)
