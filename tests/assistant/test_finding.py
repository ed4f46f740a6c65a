"""Passages for follow-ups: what the conversation is about, and among it what is asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.contract import AskRequest
from assistant.finding import Finder
from assistant.understanding.question import Question, understand
from knowledge.documents import Audience, Language, Passage
from knowledge.retrieval import NO_FILTERS, Filters
from tests.assistant.small_services import document_passage, glossary
from tests.fakes import FixedRetriever


@dataclass
class RetrieverByQuestion(FixedRetriever):
    """Finds other passages for each question."""

    found: Mapping[str, Sequence[Passage]] = field(default_factory=dict)

    def search(
        self, question: str, *, limit: int, language: Language, filters: Filters = NO_FILTERS
    ) -> list[Passage]:
        self.questions.append(question)
        return list(self.found.get(question, ()))[:limit]


def passages(**scores: float) -> list[Passage]:
    made = [
        Passage(chunk=document_passage(name, position=ord(name[0])).chunk, score=score)
        for name, score in scores.items()
    ]
    return sorted(made, key=lambda passage: -passage.score)


def follow_up() -> Question:
    asked = "運賃は？"
    return understand(AskRequest(question=asked), asked, ["チョイソコとは"], glossary())


def told(found: Sequence[Passage]) -> list[str]:
    return [passage.chunk.text for passage in found]


def test_what_a_follow_up_asks_for_comes_first_of_what_the_conversation_is_about() -> None:
    question = follow_up()
    retriever = RetrieverByQuestion(
        found={
            question.search_text: passages(about=1.0, fare=0.8, costs=0.7),
            "運賃は？": passages(elsewhere=1.0, fare=0.9),
        }
    )
    assert told(Finder(retriever, 8).find(question).passages) == ["fare", "about", "costs"]


def test_what_is_about_the_thing_named_before_comes_before_what_is_about_another() -> None:
    question = follow_up()
    scores = {"とくし丸の料金": 0.8, "チョイソコの料金": 0.7}
    retriever = RetrieverByQuestion(
        found={question.search_text: passages(**scores), "運賃は？": passages(**scores)}
    )
    best, _ = told(Finder(retriever, 8).find(question).passages)
    assert best == "チョイソコの料金"


def test_a_follow_up_that_names_another_thing_is_about_that() -> None:
    asked = "ではとくし丸の料金は？"
    question = understand(AskRequest(question=asked), asked, ["チョイソコとは"], glossary())
    assert not question.subject


def test_a_follow_up_without_words_of_its_own_is_what_the_conversation_is_about() -> None:
    question = follow_up()
    retriever = RetrieverByQuestion(
        found={question.search_text: passages(about=1.0, fare=0.8), "運賃は？": passages(b=0.0)}
    )
    assert told(Finder(retriever, 8).find(question).passages) == ["about", "fare"]
    retriever.found = {question.search_text: passages(about=1.0)}
    assert told(Finder(retriever, 8).find(question).passages) == ["about"]


def test_no_more_passages_come_than_for_other_questions() -> None:
    question = follow_up()
    retriever = RetrieverByQuestion(found={question.search_text: passages(a=1, b=0.9, c=0.8)})
    assert told(Finder(retriever, 2).find(question).passages) == ["a", "b"]


def test_a_question_that_stands_alone_is_searched_for_once() -> None:
    asked = "チョイソコとは"
    question = understand(AskRequest(question=asked), asked, (), glossary())
    retriever = RetrieverByQuestion(found={asked: passages(a=1)})
    assert told(Finder(retriever, 8).find(question).passages) == ["a"]
    assert retriever.questions == [asked]


def test_where_another_side_is_asked_for_what_is_for_it_alone_comes_first() -> None:
    asked = "自治体側は？"
    question = understand(AskRequest(question=asked), asked, ["企業は何を測る？"], glossary())
    audiences = {
        "companies": (Audience.COMPANY,),
        "both": (Audience.COMPANY, Audience.MUNICIPALITY),
        "towns": (Audience.SC, Audience.MUNICIPALITY),
    }
    ranked = [
        replace(passage, chunk=replace(passage.chunk, audience=audiences[passage.chunk.text]))
        for passage in passages(**{"companies": 1.0, "both": 0.9, "towns": 0.8})
    ]
    retriever = RetrieverByQuestion(found={question.search_text: ranked, asked: ranked})
    found = Finder(retriever, 8).find(question).passages
    assert told(found) == ["towns", "both", "companies"]


def test_windows_are_near_to_a_follow_ups_own_words_above_all() -> None:
    question = follow_up()
    [found] = passages(fare=1.0)
    with_context = replace(found, windows={0: 0.90, 1: 0.88, 2: 0.86})
    by_own_words = replace(found, windows={1: 0.92, 2: 0.84})
    retriever = RetrieverByQuestion(
        found={question.search_text: [with_context], "運賃は？": [by_own_words]}
    )
    [passage] = Finder(retriever, 8).find(question).passages
    nearest, *_, farthest = sorted(passage.windows, key=lambda at: -passage.windows[at])
    assert (nearest, farthest) == (1, 2)
