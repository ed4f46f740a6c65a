"""What people ask next: short questions that only make sense after the one before.

Under `follow_ups/`, one file for each group of documents: `answered/` holds those that an entry
answers, `beyond/` those that neither it nor any other entry answers, both under the id of the entry
that they are asked after; `left_open/` those for what a gap names, under its id;
docs/writing-gaps.md.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import RootModel

from knowledge.errors import SourcesUnreadable
from knowledge.gaps import Gap
from knowledge.known_questions import KnownQuestion, Wordings, read_questions

FOLDER = "follow_ups"


class _File(RootModel[dict[str, Wordings]]):
    pass


def load_follow_ups(directory: Path, gaps: Sequence[Gap]) -> tuple[KnownQuestion, ...]:
    """All under `directory/follow_ups`, in order of file and place.

    Raises:
        SourcesUnreadable: a file is damaged or names no gap; names the file.
    """
    folder, near = directory / FOLDER, {gap.id: gap.near for gap in gaps}
    return (
        *_after_entries(folder / "answered", is_answered=True),
        *_after_entries(folder / "beyond", is_answered=False),
        *_of_gaps(folder / "left_open", near),
    )


def _after_entries(folder: Path, *, is_answered: bool) -> Iterator[KnownQuestion]:
    for _, entry_id, asked in _written(folder):
        for language, text in asked.each():
            yield KnownQuestion(text, language, (entry_id,), is_answered)


def _of_gaps(folder: Path, near: Mapping[str, tuple[str, ...]]) -> Iterator[KnownQuestion]:
    for file, gap_id, asked in _written(folder):
        if gap_id not in near:
            raise SourcesUnreadable(f"{folder.name}/{file.name}: {gap_id} is no gap")
        for language, text in asked.each():
            yield KnownQuestion(text, language, near[gap_id], False, gap_id)


def _written(folder: Path) -> Iterator[tuple[Path, str, Wordings]]:
    for file in sorted(folder.glob("*.yaml")):
        yield from ((file, name, asked) for name, asked in read_questions(file, _File).items())
