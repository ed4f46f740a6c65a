"""Answers into a file as they come: what was answered is not lost with what was not."""

import csv
import json
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Protocol

from openpyxl import Workbook

from assistant.command_line.batch_files import BatchUnreadable

AnswerRow = Mapping[str, object]
# Excel's format has no place for control characters, no encoding one for halves of characters.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


class _Rows(Protocol):
    """A file of one format that takes more rows."""

    kept: int
    """Rows that stand in the file, whatever happens now."""

    def add(self, row: AnswerRow) -> None:
        """Write it; raises OSError where there is no room."""

    def close(self) -> None:
        """Nothing more comes; may be called again."""


class Answers:
    """Rows in a file beside the target, whose place it takes once all are there."""

    def __init__(self, target: Path, columns: Sequence[str]) -> None:
        """Open the file.

        Raises:
            BatchUnreadable: the place cannot be written to.
        """
        self._target = target.resolve()
        if self._target.exists() and not _can_be_replaced(self._target):
            raise _unwritable(target)
        try:
            self._place = _new_file_beside(self._target)
            self._rows = _FORMATS[target.suffix.lower()](self._place, columns)
        except OSError as error:
            raise _unwritable(target) from error

    def add(self, row: AnswerRow) -> None:
        """Write a row; raises BatchUnreadable when there is no room for it."""
        try:
            self._rows.add(row)
        except OSError as error:
            raise _unwritable(self._place) from error

    def finish(self) -> None:
        """Put the whole file in the target's place; raises BatchUnreadable when that fails."""
        try:
            self._rows.close()
            self._place.replace(self._target)
        except OSError as error:
            raise _unwritable(self._target) from error

    def break_off(self) -> tuple[int, Path] | None:
        """How many rows are kept, and where; None when there are none."""
        with suppress(OSError):
            self._rows.close()
        if self._rows.kept:
            return self._rows.kept, self._place
        with suppress(OSError):
            self._place.unlink()
        return None


class _Lines:
    """JSON lines."""

    def __init__(self, path: Path, _columns: Sequence[str]) -> None:
        self.kept = 0
        self._file = path.open("w", encoding="utf-8", errors="replace")

    def add(self, row: AnswerRow) -> None:
        self._file.write(json.dumps(row, ensure_ascii=False) + "\n")
        self._file.flush()
        self.kept += 1

    def close(self) -> None:
        self._file.close()


class _Csv:
    """A table as comma-separated values, in the encoding that Excel reads."""

    def __init__(self, path: Path, columns: Sequence[str]) -> None:
        self.kept = 0
        self._columns = columns
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file)
        self._writer.writerow(columns)

    def add(self, row: AnswerRow) -> None:
        self._writer.writerow(_cells(row, self._columns))
        self._file.flush()
        self.kept += 1

    def close(self) -> None:
        self._file.close()


class _Excel:
    """A workbook, which can only be written as a whole."""

    def __init__(self, path: Path, columns: Sequence[str]) -> None:
        self.kept = 0
        self._path, self._columns = path, columns
        self._workbook = Workbook()
        self._sheet = self._workbook.worksheets[0]
        self._sheet.append(list(columns))

    def add(self, row: AnswerRow) -> None:
        self._sheet.append(_cells(row, self._columns))

    def close(self) -> None:
        self._workbook.save(self._path)
        self.kept = self._sheet.max_row - 1


def _can_be_replaced(file: Path) -> bool:
    return file.is_file() and os.access(file, os.W_OK)


def _new_file_beside(target: Path) -> Path:
    """Empty, and named so that nobody takes it for the whole; an older one is never written over."""
    for path in _names_beside(target):
        with suppress(FileExistsError):
            path.touch(exist_ok=False)
            return path
    raise AssertionError("names do not end")


def _names_beside(target: Path) -> Iterator[Path]:
    for number in count(1):
        mark = "partial" if number == 1 else f"partial-{number}"
        yield target.with_name(f"{target.stem}-{mark}{target.suffix}")


def _cells(row: AnswerRow, columns: Sequence[str]) -> list[str]:
    return [_harmless(str(row.get(name, ""))) for name in columns]


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet would run as a formula stays text."""
    cell = _UNWRITABLE.sub("", cell)
    return f"'{cell}" if cell.lstrip()[:1] in tuple("=+-@") else cell


def _unwritable(path: Path) -> BatchUnreadable:
    return BatchUnreadable(f"{path} に書き込めません", f"{path} cannot be written")


_FORMATS: Mapping[str, Callable[[Path, Sequence[str]], _Rows]] = {
    ".csv": _Csv,
    ".xlsx": _Excel,
    ".jsonl": _Lines,
}
