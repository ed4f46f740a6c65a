"""Instead of picking a company: stance, reason, criteria, cases, questions."""

import re

import pytest

from assistant.citations import Citing
from assistant.neutrality import NeutralAnswer
from assistant.verification.conduct import misconduct
from assistant.wiring import Services
from knowledge.documents import Language, Passage
from knowledge.retrieval import NO_FILTERS, Filters
from tests.assistant.small_services import CHOISOKO, DEMENTIA, passage_of, small_corpus
from tests.fakes import FixedRetriever


def written(services: Services, question: str, language: Language) -> str:
    corpus = small_corpus()
    citing = Citing(language, corpus.sources.get, corpus.by_id)
    return NeutralAnswer(services.knowledge.retriever).compose(question, language, citing).text


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("移動支援はどの会社が一番いいですか", "ja"),
        ("必ず効果が出ると保証できますか", "ja"),
        ("Which company is the best?", "en"),
        ("Can you guarantee success?", "en"),
    ],
)
def test_it_endorses_and_promises_nothing(
    question: str, language: Language, services: Services
) -> None:
    text = written(services, question, language)
    told = [re.sub(r"\[\d+\]", "", line) for line in text.splitlines() if line]
    assert [line for line in told if misconduct(line) in ("endorsement", "promise")] == []
    assert re.search(r"\[1\]", text)


class CasesOnly(FixedRetriever):
    """Finds its passages for what was asked, nothing for criteria and reasons."""

    def search(
        self, question: str, *, limit: int, language: Language, filters: Filters = NO_FILTERS
    ) -> list[Passage]:
        found = super().search(question, limit=limit, language=language, filters=filters)
        return found if "一番" in question else []


def test_cases_are_sorted_by_name_not_by_merit() -> None:
    cases = [passage_of(DEMENTIA, "ja"), passage_of(CHOISOKO, "ja")]
    corpus = small_corpus()
    texts = set()
    for found in (cases, cases[::-1]):
        citing = Citing("ja", corpus.sources.get, corpus.by_id)
        texts.add(NeutralAnswer(CasesOnly(found)).compose("どの会社が一番", "ja", citing).text)
    (text,) = texts
    assert text.index("チョイソコは") < text.index("兵庫県")
    assert "順不同" in text


def test_with_nothing_found_the_stance_still_stands() -> None:
    corpus = small_corpus()
    citing = Citing("en", corpus.sources.get, corpus.by_id)
    draft = NeutralAnswer(FixedRetriever()).compose("Which is best?", "en", citing)
    assert draft.text.startswith("This assistant does not recommend or rank")
    assert draft.citations == ()
