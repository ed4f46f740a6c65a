"""One answer in another register: same citations, same numbers, same names."""

from dataclasses import dataclass

from assistant.citations import marks_in
from assistant.contract import Answer, Citation, Register, Status
from assistant.registers.easy import EasyJapanese
from assistant.registers.english import (
    formal_heading,
    formal_sentence,
    plain_heading,
    plain_sentences,
)
from assistant.registers.furigana import Furigana
from assistant.registers.markup import RewriteHeading, RewriteSentence, rewritten
from assistant.registers.official import official_heading, official_sentence
from assistant.registers.references import reference
from assistant.registers.terms import explained_terms, reading_of
from knowledge.glossary import Glossary


@dataclass(frozen=True)
class Registers:
    """Rewrites answers by rules, without a language model."""

    glossary: Glossary

    def written(self, answer: Answer, register: Register) -> Answer:
        """The answer in this register; nothing but its words changes.

        Signposting in danger is never made formal.
        """
        if register is Register.OFFICIAL and answer.status is Status.UNSAFE:
            return answer
        sentence, heading = self._rules(answer, register)
        cut = len(answer.text) if answer.more_from is None else answer.more_from
        first = rewritten(answer.text[:cut], answer.language, sentence, heading)
        rest = rewritten(answer.text[cut:], answer.language, sentence, heading)
        is_easy = register is Register.EASY
        return answer.model_copy(
            update={
                "text": first + rest,
                "more_from": None if answer.more_from is None else len(first),
                "written_as": register,
                "terms": explained_terms(answer.text[:cut], answer.language, self.glossary)
                if is_easy
                else (),
                "references": () if is_easy else _references(answer),
            }
        )

    def _rules(self, answer: Answer, register: Register) -> tuple[RewriteSentence, RewriteHeading]:
        if answer.language == "en":
            if register is Register.EASY:
                return plain_sentences, plain_heading
            return formal_sentence, formal_heading
        if register is Register.EASY:
            easy = EasyJapanese(Furigana(self._reading))
            return easy.sentences, easy.heading
        return official_sentence, official_heading

    def _reading(self, word: str) -> str | None:
        term = self.glossary.lookup(word)
        return reading_of(term) if term and term.term == word else None


def _references(answer: Answer) -> tuple[str, ...]:
    """Those that the text cites, numbered as its marks are."""
    cited = set(marks_in(answer.text))
    return tuple(_numbered(c, answer) for c in answer.citations if c.number in cited)


def _numbered(citation: Citation, answer: Answer) -> str:
    return f"[{citation.number}] {reference(citation, answer.language)}"
