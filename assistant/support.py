"""Do the passages answer the question at all? Decided before anything is composed.

Match strength alone does not tell: a passage about the right subject that lacks the asked value, a
name that no passage has, a year that the passages do not speak of are what unanswerable questions
look like. These signs are brought to one probability (assistant.signs).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache

from assistant.answerability import ANSWERABLE, WEIGHT_OF_WORDS, Reading
from assistant.asked_elsewhere import Elsewhere, elsewhere
from assistant.asked_names import unknown_names, unknown_ordinals
from assistant.asked_years import unknown_years, years_in
from assistant.contract import Status
from assistant.finding import Found, PartFound
from assistant.judging_parts import to_the_end, until_answered
from assistant.known_questions import Closest, KnownQuestions
from assistant.signs import Signs, SupportWeights
from assistant.trained_judge import TrainedJudge
from assistant.understanding.asked_for import asked_for, has_value
from assistant.understanding.question import Question
from knowledge.documents import Entry, Passage
from knowledge.gaps import Gap
from knowledge.glossary import Glossary
from knowledge.numbers import number_values
from knowledge.retrieval import Retriever
from knowledge.tokens import tokenise

_READ = 3
_ARMS = ("passages", "questions", "keywords")
_SCREENED = {
    "neutrality": Status.NEUTRALITY,
    "personal_data": Status.PERSONAL_DATA,
    "injection": Status.OUT_OF_SCOPE,
    "off_topic": Status.OUT_OF_SCOPE,
    "unsafe": Status.UNSAFE,
}
_OFF_TOPIC = "off_topic"
_LOOKED_AT = 8
_CERTAIN = 0.8
"""Probability from which on a question is of a screened kind whatever is found for it."""
_PLAINLY_ANSWERED = {
    Status.OUT_OF_SCOPE: 0.7,
    Status.PERSONAL_DATA: 0.8,
    Status.UNSAFE: 0.9,
    Status.NEUTRALITY: 0.95,
}
"""Probability of being answerable from which on a question's meaning overrules what a rule of
screening took from its words, if the screened kinds are hardly likely (docs/decisions/0006)."""
_HARDLY = 0.05
_REMEMBERED = 256
_SAME_QUESTION = 0.94
"""Cosine from which on two questions ask for the same thing."""
_SAME_AFTER_ANOTHER = 0.96
"""The same for one that is joined to what it leans on: what both are about makes them alike."""
_SAME_FOLLOW_UP = 0.95
"""The same for short ones, whose cosines are higher."""


@dataclass(frozen=True)
class SupportJudge:
    """Reads question and passages and decides whether there is an answer in them."""

    retriever: Retriever
    glossary: Glossary
    entries: Mapping[str, Entry]
    weights: SupportWeights
    """For passages of users' documents, and for embedding models that nothing was trained for."""
    trained: TrainedJudge | None = None

    def screened(self, question: Question) -> Status | None:
        """What the rules of screening missed and the meaning of the question tells."""
        reading = self._reading(question)
        if reading is None:
            return None
        kind = max(_SCREENED, key=lambda kind: reading.kinds.get(kind, 0.0))
        if reading.kinds.get(kind, 0.0) < _CERTAIN:
            return None
        # The network knows what the entries are about, not what somebody's own document is about.
        if kind == _OFF_TOPIC and self._is_in_added_document(question):
            return None
        return _SCREENED[kind]

    def overrules(self, status: Status, question: Question) -> bool:
        """Whether the meaning of the question speaks plainly against what a rule of screening took
        from its words."""
        reading = self._reading(question)
        if reading is None or status not in _PLAINLY_ANSWERED:
            return False
        is_suspect = any(reading.kinds.get(kind, 0.0) >= _HARDLY for kind in _SCREENED)
        return not is_suspect and reading.kinds.get(ANSWERABLE, 0.0) >= _PLAINLY_ANSWERED[status]

    def missing(self, question: Question, passages: Sequence[Passage]) -> Gap | None:
        """What is known to be missing and this question asks for; None when none is close."""
        known = self._known_gap(question, passages)
        asked = self.asks_elsewhere(question, passages)
        if asked and not (known and asked.is_meant_by(known, self.glossary)):
            return asked.gap(near=(passages[0].chunk.entry_id,))
        return known

    def _known_gap(self, question: Question, passages: Sequence[Passage]) -> Gap | None:
        if self.trained is None:
            return None
        following = self._asked_next(question, passages[:_READ])
        if following and following.left_open >= _SAME_FOLLOW_UP:
            return self.trained.gaps.get(following.gap_id or "")
        reading = self._reading(question)
        same = _SAME_AFTER_ANOTHER if question.follows else _SAME_QUESTION
        is_same = reading is not None and reading.gap_similarity >= same
        return self.trained.gaps.get(reading.gap_id or "") if reading and is_same else None

    def asks_elsewhere(self, question: Question, passages: Sequence[Passage]) -> Elsewhere | None:
        """The place or time asked about where the best passages do not speak of it; None where
        they do, and for users' documents, whose place and time may be told by their name alone."""
        best = passages[:_READ]
        if not best or question.compares or not all(p.chunk.is_curated for p in best):
            return None
        read = "\n".join(self._whole_text(passage) for passage in best)
        return elsewhere(question.asked, read, self.glossary) or None

    def supported(self, question: Question, found: Found) -> Found:
        """What was found, with whether any of it may be answered.

        Of a question with several parts those behind the first that is answered are left to
        `wholly_judged`. Things to be compared are judged together.
        """
        whole = self._margin(question, found.passages)
        if not found.parts or question.compares:
            return replace(found, is_answerable=whole >= 0, margin=whole)
        return until_answered(found, whole, self._of_part)

    def wholly_judged(self, found: Found) -> Found:
        """The same with each part judged."""
        return to_the_end(found, self._of_part)

    def _of_part(self, part: PartFound) -> float:
        return self._margin(part.question, part.passages)

    def _is_in_added_document(self, question: Question) -> bool:
        passages = self.retriever.search(
            question.search_text, limit=_LOOKED_AT, language=question.language
        )
        is_added = any(not passage.chunk.is_curated for passage in passages[:_READ])
        return is_added and self._margin(question, passages) >= 0

    def _margin(self, question: Question, passages: Sequence[Passage]) -> float:
        """How far the probability of being answered lies above the threshold, or below."""
        is_out = not passages or bool(self.asks_elsewhere(question, passages))
        signs = None if is_out else self.signs(question, passages)
        return min(
            (weights.probability(signs) if signs else 0.0) - weights.threshold
            for weights in self._weights_for(question, passages)
        )

    def _weights_for(
        self, question: Question, passages: Sequence[Passage]
    ) -> Sequence[SupportWeights]:
        """What entries leave open, a document that somebody added may answer.

        What seems to stand alone in a conversation may lean on it all the same: it is answered when
        it may be answered either way.
        """
        is_curated = all(passage.chunk.is_curated for passage in passages[:_READ])
        if self.trained is None or not is_curated:
            return (self.weights,)
        following = self.trained.following
        if following is None or not question.in_conversation:
            return (self.trained.weights,)
        return (
            (following.weights,) if question.follows else (self.trained.weights, following.weights)
        )

    def _asked_next(self, question: Question, passages: Sequence[Passage]) -> Closest | None:
        following = self.trained.following if self.trained else None
        if following is None or not question.in_conversation:
            return None
        return self._closest(following.asked_next, question, passages)

    def _contrast(self, question: Question, passages: Sequence[Passage]) -> Closest | None:
        contrasts = self.trained.contrasts if self.trained else None
        return self._closest(contrasts, question, passages) if contrasts else None

    def _by_own_words(self, question: Question) -> float:
        return self.trained.model.pairs.log_odds(tokenise(question.asked)) if self.trained else 0.0

    def _next_close_reading(self, question: Question) -> float:
        following = self.trained.following if self.trained else None
        read = following.read_closely if following and question.in_conversation else None
        return read(question.search_text) if read else 0.0

    def _closest(
        self, known: KnownQuestions, question: Question, passages: Sequence[Passage]
    ) -> Closest:
        """By the question's own words: those of a follow-up without its subject."""
        entry_ids = [passage.chunk.entry_id for passage in passages]
        return known.closest(self.retriever.vector(question.asked), entry_ids)

    def _reading(self, question: Question) -> Reading | None:
        return self._read(question.search_text) if self.trained else None

    @cached_property
    def _read(self) -> Callable[[str], Reading]:
        """Remembers the last questions: each is read before search and after it."""
        return lru_cache(maxsize=_REMEMBERED)(self._read_anew)

    def _read_anew(self, text: str) -> Reading:
        assert self.trained
        return self.trained.model.read(self.retriever.vector(text), tokenise(text))

    def signs(self, question: Question, passages: Sequence[Passage]) -> Signs:
        """All signs of one question; `passages` is what was found, best first, not empty."""
        best = passages[:_READ]
        read = "\n".join(self._whole_text(passage) for passage in best)
        text = question.search_text
        values = number_values(text)
        told = "\n".join(passage.chunk.text for passage in best)
        years, said = years_in(text), number_values(told)
        kinds = asked_for(question.asked)
        similarity = max(passage.similarity for passage in best)
        reading = self._reading(question)
        following = self._asked_next(question, passages)
        contrast = self._contrast(question, best)
        weakest = min((p.similarity for p in passages if p.similarity > 0), default=0.0)
        return Signs(
            similarity=similarity,
            margin=similarity - weakest,
            coverage=self._coverage(text, best),
            missing=1 - self._coverage(text, passages),
            unknown=self._unknown(text),
            names=float(len(unknown_names(text, read, self.glossary))),
            years=float(unknown_years(text, told)),
            years_in_best=float(unknown_years(question.asked, _told_by(best[0]))),
            numbers=float(len(_others(values, years) - said) + len(unknown_ordinals(text, read))),
            value_in_first=float(sum(not has_value(best[0].chunk.text, kind) for kind in kinds)),
            value_in_any=float(
                sum(not any(has_value(p.chunk.text, kind) for p in best) for kind in kinds)
            ),
            agreement=float(sum(best[0].ranks.get(arm, 99) <= 2 for arm in _ARMS)),
            english=float(question.language == "en"),
            answerable=reading.answerable if reading else 0.0,
            likeness=similarity + WEIGHT_OF_WORDS * reading.words_answered if reading else 0.0,
            gap=reading.open_likeness if reading else 0.0,
            by_words=reading.by_words if reading else 0.0,
            by_own_words=self._by_own_words(question),
            close_reading=self.trained.close_reading(question) if self.trained else 0.0,
            next_close_reading=self._next_close_reading(question),
            contrast_answered=contrast.answered if contrast else 0.0,
            contrast_left_open=contrast.left_open if contrast else 0.0,
            next_answered=following.answered if following else 0.0,
            next_left_open=following.left_open if following else 0.0,
        )

    def _whole_text(self, passage: Passage) -> str:
        """Both languages and the users' questions: an English question may name things in kana."""
        entry = self.entries.get(passage.chunk.entry_id)
        if entry is None:
            return _told_by(passage)
        parts = (entry.title.ja, entry.title.en, entry.heading, entry.text.ja, entry.text.en)
        return "\n".join((*parts, *entry.questions_ja, *entry.questions_en))

    def _coverage(self, question: str, passages: Sequence[Passage]) -> float:
        """Weighted by rarity; a word also counts when the passages have the term it stands for."""
        words = list(dict.fromkeys(tokenise(question)))
        said = self._told(words, passages)
        for term in self.glossary.find(question):
            forms = [frozenset(tokenise(form)) for form in (term.term, term.en)]
            if any(form and form <= self._told(list(form), passages) for form in forms):
                said |= {w for form in term.written_forms() for w in tokenise(form)}
        weights = self.retriever.rarity(words)
        total = sum(weights)
        found = sum(w for word, w in zip(words, weights, strict=True) if word in said)
        return found / total if total else 0.0

    def _told(self, words: Sequence[str], passages: Sequence[Passage]) -> set[str]:
        told = self.retriever.told(words, passages)
        return {word for word, is_told in zip(words, told, strict=True) if is_told}

    def _unknown(self, question: str) -> float:
        words = list(dict.fromkeys(tokenise(question)))
        weights = self.retriever.rarity(words)
        known = self.retriever.knows(words)
        total = sum(weights)
        unknown = sum(w for w, is_known in zip(weights, known, strict=True) if not is_known)
        return unknown / total if total else 1.0


def _told_by(passage: Passage) -> str:
    return f"{passage.chunk.title}\n{passage.chunk.heading}\n{passage.chunk.text}"


def _others(values: frozenset[Decimal], years: frozenset[Decimal]) -> set[Decimal]:
    # Single digits are as often part of a phrase as a fact.
    return {value for value in values - years if value >= 10}
