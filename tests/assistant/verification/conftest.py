"""A verifier with the real glossary and the small index's word weights."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.citations import marks_in, without_marks
from assistant.verification.verifier import Verdict, Verifier
from knowledge.documents import Language
from tests.assistant.replies import shown
from tests.assistant.small_services import glossary, small_knowledge

Judge = Callable[[str, Language], Verdict]


@pytest.fixture(scope="session")
def verifier(indexed_home: Path) -> Verifier:
    knowledge = small_knowledge(indexed_home)
    return Verifier(glossary(), knowledge.retriever.rarity, frozenset({"山際", "山際淳"}))


@pytest.fixture(scope="session")
def judge(verifier: Verifier) -> Judge:
    """Judges a sentence with marks against the passages of `replies.shown`."""

    def verdict(sentence: str, language: Language) -> Verdict:
        passages = shown(language)
        cited = [passages[n - 1] for n in marks_in(sentence) if 0 < n <= len(passages)]
        return verifier.verify(without_marks(sentence).strip(), cited, language)

    return verdict
