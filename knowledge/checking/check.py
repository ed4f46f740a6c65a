"""The whole check: what needs only the entries, and what needs the documents' texts as well."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.checking.coverage import (
    FLOOR,
    Coverage,
    glossary_names,
    name_coverage,
    number_coverage,
)
from knowledge.checking.exceptions import load_exceptions
from knowledge.checking.fidelity import check_fidelity
from knowledge.checking.findings import Finding
from knowledge.checking.form import check_form
from knowledge.checking.gap_form import check_gaps
from knowledge.checking.known_question_form import check_contrasts, check_known_questions
from knowledge.checking.wording import CopiedShare, check_wording, copied_share
from knowledge.contrasts import FOLDER as CONTRASTS
from knowledge.contrasts import load_contrasts
from knowledge.corpus import Corpus, load_corpus
from knowledge.follow_ups import FOLDER as FOLLOW_UPS
from knowledge.follow_ups import load_follow_ups
from knowledge.gaps import load_gaps
from knowledge.glossary import load_glossary

LARGEST_COPIED_SHARE = 0.03


@dataclass(frozen=True)
class CheckReport:
    """What was found and measured."""

    entries: int
    gaps: int
    follow_ups: int
    contrasts: int
    findings: tuple[Finding, ...]
    numbers: tuple[Coverage, ...]
    names: tuple[Coverage, ...]
    copied: tuple[CopiedShare, ...]

    @property
    def holds(self) -> bool:
        """True when nothing is wrong and every bar is met."""
        covered = all(coverage.share >= FLOOR for coverage in (*self.numbers, *self.names))
        own = all(share.share <= LARGEST_COPIED_SHARE for share in self.copied)
        return not self.findings and covered and own

    def lines(self, *, verbose: bool) -> Iterator[str]:
        """The report for people."""
        yield (
            f"{self.entries} entries, {self.gaps} gaps, {self.follow_ups} follow-ups, "
            f"{self.contrasts} contrasts, {len(self.findings)} findings"
        )
        if not self.copied:
            yield "the documents' texts are not here: fidelity, coverage and wording were skipped"
        for numbers, names, copied in zip(self.numbers, self.names, self.copied, strict=True):
            yield (
                f"{numbers.source}: numbers covered {numbers.share:.1%} of {numbers.total}, "
                f"names {names.share:.1%} of {names.total}, copied pieces {copied.share:.1%}"
            )
            if verbose or min(numbers.share, names.share) < FLOOR:
                yield from (
                    f"  no entry has: {text}" for text in (*numbers.missing, *names.missing)
                )


def check_knowledge(knowledge: Path, source_folder: Path) -> CheckReport:
    """Check the knowledge base in a folder.

    Args:
        source_folder: holds `<source>.txt` for each source; without it that part is skipped.

    Raises:
        EntryUnreadable, SourcesUnreadable: a file breaks its format.
    """
    corpus, glossary, gaps = load_corpus(knowledge), load_glossary(knowledge), load_gaps(knowledge)
    follow_ups, contrasts = load_follow_ups(knowledge, gaps), load_contrasts(knowledge)
    texts, names = source_texts(corpus, source_folder), glossary_names(glossary)
    exceptions = load_exceptions(knowledge / "checking" / "exceptions.yaml")
    findings = [
        *check_form(corpus),
        *check_gaps(gaps, corpus),
        *check_known_questions(follow_ups, corpus, folder=FOLLOW_UPS),
        *check_known_questions(contrasts, corpus, folder=CONTRASTS),
        *check_contrasts(contrasts, corpus, folder=CONTRASTS),
        *check_fidelity(corpus, texts, glossary),
        *check_wording(corpus, texts),
    ]
    allowed = {(allowed.entry, allowed.rule) for allowed in exceptions.findings}
    return CheckReport(
        entries=len(corpus.entries),
        gaps=len(gaps),
        follow_ups=len(follow_ups),
        contrasts=len(contrasts),
        findings=tuple(f for f in findings if (f.entry, f.rule) not in allowed),
        numbers=tuple(
            number_coverage(corpus, key, text, exceptions.numbers_of(key))
            for key, text in texts.items()
        ),
        names=tuple(
            name_coverage(corpus, key, text, names, exceptions=exceptions.names_of(key))
            for key, text in texts.items()
        ),
        copied=tuple(copied_share(corpus, key, text) for key, text in texts.items()),
    )


def source_texts(corpus: Corpus, folder: Path) -> dict[str, str]:
    """Texts of the sources that are there, by key."""
    files = {key: folder / f"{key}.txt" for key in corpus.sources}
    return {key: file.read_text(encoding="utf-8") for key, file in files.items() if file.exists()}
