"""Each sentence against the passages that it cites: an unsupported one never reaches the user.

Numbers, dates, units and names are checked exactly; negation, opposites, strong claims and who does
what against the closest stretch; the rest by shared words. A check that errs towards refusing: a
good sentence lost costs less than a false one shown.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.personal_data import mask
from assistant.verification.conduct import misconduct
from assistant.verification.figures import unsupported_figures
from assistant.verification.meaning import (
    claims_more,
    negates_alone,
    says_opposite,
    tells_aim_as_fact,
)
from assistant.verification.names import unknown_names
from assistant.verification.roles import swaps_parties, takes_anothers_place, without_parties
from assistant.verification.stretches import (
    Evidence,
    clauses_of,
    closest,
    closest_statement,
    share_told,
)
from assistant.words import WordWeights, words_of
from knowledge.documents import Language, Passage
from knowledge.glossary import Glossary

SENTENCE_SHARE = {"ja": 0.5, "en": 0.42}
"""Least weighted share of a sentence's words that its passages must contain."""
CLAUSE_SHARE = {"ja": 0.4, "en": 0.34}
"""The same for each clause: a true half does not carry a false one."""
_ADDRESS = re.compile(r"https?://[\w./?=&#%~-]*[\w/]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a sentence stands, and why not."""

    supported: bool
    reason: str = ""
    """What failed: `number`, `name`, `words`, `negation`, `opposite`, `strength`, `aim`, `parties`,
    `personal`, or a kind of misconduct; empty when the sentence stands."""


@dataclass(frozen=True)
class Verifier:
    """Judges sentences; needs the glossary for names and the rarity of words for weights."""

    glossary: Glossary
    weigh: WordWeights
    public_names: frozenset[str] = frozenset()

    def verify(self, sentence: str, passages: Sequence[Passage], language: Language) -> Verdict:
        """Judge one sentence (marks removed) against the passages that it cites.

        Where the passages are all of the other language, words and meaning cannot be compared:
        numbers, names and conduct still are.
        """
        published = "\n".join(p.chunk.text for p in passages if p.chunk.is_curated)
        reason = misconduct(_without_addresses(sentence, published))
        reason = reason or ("" if passages else "words")
        reason = reason or self._fact(sentence, passages)
        same = [passage for passage in passages if passage.chunk.language == language]
        if not reason and same:
            reason = self._meaning(sentence, Evidence.of(same), language)
        return Verdict(not reason, reason)

    def quote(self, sentence: str, passage: Passage) -> str:
        """The passage's own statement that the sentence rests on."""
        return closest_statement(sentence, passage, self.weigh)

    def _fact(self, sentence: str, passages: Sequence[Passage]) -> str:
        text = Evidence.of(passages).text
        if self._is_private(sentence, passages):
            return "personal"
        if unsupported_figures(sentence, text):
            return "number"
        return "name" if unknown_names(sentence, text, self.glossary) else ""

    def _is_private(self, sentence: str, passages: Sequence[Passage]) -> bool:
        """Somebody's details: published entries may give an office's, users' documents nothing."""
        published = "\n".join(p.chunk.text for p in passages if p.chunk.is_curated)
        found = mask(sentence, public_names=self.public_names).replaced
        return any(original not in published for _, original in found)

    def _meaning(self, sentence: str, evidence: Evidence, language: Language) -> str:
        words = list(words_of(sentence))
        if share_told(words, words_of(evidence.text), self.weigh) < SENTENCE_SHARE[language]:
            return "words"
        if swaps_parties(sentence, closest(sentence, evidence, self.weigh), language):
            return "parties"
        reasons = (
            self._of_clause(sentence, clause, evidence, language)
            for clause in clauses_of(sentence, language)
        )
        return next(filter(None, reasons), "")

    def _of_clause(self, sentence: str, clause: str, evidence: Evidence, language: Language) -> str:
        told = share_told(list(words_of(clause)), words_of(evidence.text), self.weigh)
        if told < CLAUSE_SHARE[language]:
            return "words"
        match = closest(clause, evidence, self.weigh)
        checks = (
            ("opposite", says_opposite(clause, match)),
            ("strength", claims_more(clause, match.statement)),
            ("aim", tells_aim_as_fact(sentence, match.stretch)),
            ("parties", self._misplaces(clause, evidence, language)),
            ("negation", all(negates_alone(clause, near, language) for near in match.near)),
        )
        return next((reason for reason, failed in checks if failed), "")

    def _misplaces(self, clause: str, evidence: Evidence, language: Language) -> bool:
        bare = without_parties(clause, language)
        return bare != clause and takes_anothers_place(
            clause, closest(bare, evidence, self.weigh), language
        )


def _without_addresses(sentence: str, published: str) -> str:
    """Without the addresses of pages that a published entry gives."""
    return _ADDRESS.sub(lambda match: "" if match[0] in published else match[0], sentence)
