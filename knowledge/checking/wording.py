"""Are the entries in our own words?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from knowledge.checking.fidelity import squeeze
from knowledge.checking.findings import Finding
from knowledge.corpus import Corpus
from knowledge.documents import Entry

LONGEST_COPY = 39
PIECE = 20


@dataclass(frozen=True, slots=True)
class CopiedShare:
    """How much of the Japanese text of a source's entries also stands in the source."""

    source: str
    copied: int
    pieces: int

    @property
    def share(self) -> float:
        return self.copied / self.pieces if self.pieces else 0.0


def check_wording(corpus: Corpus, source_texts: Mapping[str, str]) -> Iterator[Finding]:
    """No run of 40 characters of an entry stands in its source, quoted terms and names aside."""
    squeezed = {key: squeeze(text) for key, text in source_texts.items()}
    for entry in corpus.entries:
        if entry.source in squeezed:
            for run in copied_runs(own_text(entry), squeezed[entry.source]):
                yield Finding(entry.id, "copied", run)


def copied_share(corpus: Corpus, source: str, source_text: str) -> CopiedShare:
    """Share of 20-character pieces of the entries of one source that the source contains."""
    squeezed = squeeze(source_text)
    stated = {squeezed[i : i + PIECE] for i in range(len(squeezed) - PIECE + 1)}
    pieces = [
        text[i : i + PIECE]
        for entry in corpus.entries
        if entry.source == source
        for text in [own_text(entry)]
        for i in range(0, max(len(text) - PIECE + 1, 0), PIECE // 2)
    ]
    return CopiedShare(source, sum(piece in stated for piece in pieces), len(pieces))


def copied_runs(text: str, squeezed_source: str, longest: int = LONGEST_COPY) -> list[str]:
    """Stretches of more than `longest` characters that both texts share, each given once."""
    # A run holds at least one whole block of half its length, wherever it begins.
    block = (longest + 2) // 2
    shared = {k for k in range(0, len(text), block) if text[k : k + block] in squeezed_source}
    runs, start = [], 0
    while start + longest < len(text):
        first_block = -(-start // block) * block
        if first_block not in shared:
            start = first_block + 1
            continue
        end = start + longest + 1
        if text[start:end] not in squeezed_source:
            start += 1
            continue
        while end < len(text) and text[start : end + 1] in squeezed_source:
            end += 1
        runs.append(text[start:end])
        start = end
    return runs


def own_text(entry: Entry) -> str:
    """The Japanese text without what must stay exact: words in 「」 and 『』, addresses, list marks."""
    text = re.sub(r"「[^」]*」|『[^』]*』|https?://\S+", "■", entry.text.ja)
    return squeeze(re.sub(r"^\s*(?:- |\d+\. )", "", text, flags=re.MULTILINE))
