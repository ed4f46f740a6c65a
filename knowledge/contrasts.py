"""Questions about an entry that sound alike, some answered by it and some by no document.

What is asked tells them apart, not what they are about: "How much is the fare?" is answered, "How
many cars run?" is not. Under `contrasts/`, one file for each document, by the id of the entry: `told`
by its text, `open` in all documents; docs/writing-gaps.md.
"""

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, RootModel

from knowledge.known_questions import KnownQuestion, Wordings, read_questions

FOLDER = "contrasts"


class _Contrast(BaseModel):
    model_config = ConfigDict(extra="forbid")
    told: Wordings
    open: Wordings


class _File(RootModel[dict[str, _Contrast]]):
    pass


def load_contrasts(directory: Path) -> tuple[KnownQuestion, ...]:
    """All under `directory/contrasts`, in order of file and place, of an entry those told first.

    Raises:
        SourcesUnreadable: a file is damaged; names it.
    """
    return tuple(_read(directory / FOLDER))


def _read(folder: Path) -> Iterator[KnownQuestion]:
    for file in sorted(folder.glob("*.yaml")):
        for entry_id, contrast in read_questions(file, _File).items():
            for wordings, is_told in ((contrast.told, True), (contrast.open, False)):
                for language, text in wordings.each():
                    yield KnownQuestion(text, language, (entry_id,), is_told)
