"""An English answer in plainer or in more formal words."""

import re
from collections.abc import Iterator, Mapping

from assistant.registers.facts import keeps_facts
from knowledge.folding import folded

_PLAIN = {
    "in order to": "to",
    "prior to": "before",
    "subsequent to": "after",
    "with regard to": "about",
    "regarding": "about",
    "concerning": "about",
    "approximately": "about",
    "a large number of": "many",
    "numerous": "many",
    "in the event that": "if",
    "utilise": "use",
    "utilize": "use",
    "utilises": "uses",
    "commence": "start",
    "commences": "starts",
    "commenced": "started",
    "purchase": "buy",
    "purchases": "buys",
    "obtain": "get",
    "obtains": "gets",
    "obtained": "got",
    "require": "need",
    "requires": "needs",
    "required": "needed",
    "additional": "more",
    "sufficient": "enough",
    "assist": "help",
    "assists": "helps",
    "facilitate": "help",
    "facilitates": "helps",
    "demonstrate": "show",
    "demonstrates": "shows",
    "demonstrated": "showed",
    "via": "through",
    "annually": "every year",
    "residing": "living",
    "reside": "live",
    "elderly": "older",
    "implement": "carry out",
    "implements": "carries out",
    "implemented": "carried out",
    "implementing": "carrying out",
}
_FORMAL = {
    "can't": "cannot",
    "won't": "will not",
    "don't": "do not",
    "doesn't": "does not",
    "didn't": "did not",
    "isn't": "is not",
    "aren't": "are not",
    "wasn't": "was not",
    "weren't": "were not",
    "haven't": "have not",
    "hasn't": "has not",
    "couldn't": "could not",
    "shouldn't": "should not",
    "it's": "it is",
    "that's": "that is",
    "there's": "there is",
    "a lot of": "many",
    "lots of": "many",
    "get in touch with": "contact",
    "set up": "establish",
    "sets up": "establishes",
    "find out": "ascertain",
}
_ABOUT_NUMBER = re.compile(r"\b([Aa])bout (?=[¥$€]?\d)")
_CLAUSES = re.compile(r"; (?=[a-z])")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_LONG = 90
_PLAIN_HEADINGS = {
    "Also worth knowing": "More to know",
    "Another date or document says": "Other figures",
    "Seen from the welfare side": "For welfare staff",
    "Seen from the company's side": "For companies",
    "What the documents do say nearby (not an answer to your question)": (
        "Close to it in the documents (not an answer to your question)"
    ),
}
_FORMAL_HEADINGS = {
    "Also worth knowing": "Related matters",
    "Similar cases": "Reference cases",
    "Next step": "Further procedure",
    "Another date or document says": "Figures of another date or document",
}


def plain_sentences(sentence: str) -> Iterator[str]:
    """Shorter sentences in everyday words; as it is where a number or a name would change."""
    pieces = _cut(_replaced(sentence, _PLAIN))
    yield from pieces if keeps_facts(sentence, " ".join(pieces)) else [sentence]


def plain_heading(title: str) -> str:
    return _PLAIN_HEADINGS.get(title, title)


def formal_sentence(sentence: str) -> Iterator[str]:
    """No contractions and no colloquial words."""
    written = _replaced(sentence, _FORMAL)
    written = _ABOUT_NUMBER.sub(lambda about: f"{about[1]}pproximately ", written)
    yield written if keeps_facts(sentence, written) else sentence


def formal_heading(title: str) -> str:
    return _FORMAL_HEADINGS.get(title, title)


def _replaced(sentence: str, words: Mapping[str, str]) -> str:
    """Outside quotation marks."""
    pattern = re.compile(
        rf"\b(?:{'|'.join(sorted(words, key=len, reverse=True))})\b", re.IGNORECASE
    )

    def replacement(match: re.Match[str]) -> str:
        new = words[folded(match[0])]
        return new[0].upper() + new[1:] if match[0][0].isupper() else new

    parts, at = [], 0
    for quoted in _QUOTED.finditer(sentence):
        parts += [pattern.sub(replacement, sentence[at : quoted.start()]), quoted[0]]
        at = quoted.end()
    return "".join([*parts, pattern.sub(replacement, sentence[at:])])


def _cut(sentence: str) -> list[str]:
    """At semicolons that are followed by a clause of some length."""
    if len(sentence) < _LONG or ":" in sentence:
        return [sentence]
    clauses = _CLAUSES.split(sentence)
    if len(clauses) < 2 or min(len(clause.split()) for clause in clauses) < 4:
        return [sentence]
    ended = [f"{clause}." for clause in clauses[:-1]] + [clauses[-1]]
    return [clause[0].upper() + clause[1:] for clause in ended]
