"""Put the assistant together. The only module here that names every concrete class."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import Engine

from assistant.answerability import load_answerability
from assistant.answering import Assistant
from assistant.citations import Citing
from assistant.close_reading import ALONE, IN_CONVERSATION, load_close_reading
from assistant.conversations import ConversationStore
from assistant.feedback import FeedbackStore
from assistant.finding import Finder
from assistant.generation.answerer import GeneratingAnswerer
from assistant.generation.chat_model import open_chat_model
from assistant.grounded.answerer import GroundedAnswerer
from assistant.known_questions import ASKED_NEXT, CONTRASTS, load_known_questions
from assistant.neutrality import NeutralAnswer
from assistant.own_words import OwnWords
from assistant.personal_data import publicly_named
from assistant.registers.writing import Registers
from assistant.settings import AssistantSettings
from assistant.signs import load_weights
from assistant.storage.database import migrate, open_database
from assistant.support import SupportJudge
from assistant.trained_judge import FollowUpJudge, TrainedJudge
from assistant.understanding.readings import Readings
from assistant.verification.verifier import Verifier
from assistant.worksheets.field_answers import FieldAnswers
from assistant.worksheets.service import Worksheets
from assistant.worksheets.wiring import build_worksheets
from assistant.worksheets.writing import FieldWriter
from ingest.pipeline import Ingestion
from ingest.wiring import build_ingestion
from knowledge.documents import Entry, Language, Passage, Source
from knowledge.glossary import Glossary
from knowledge.retrieval import Retriever
from knowledge.settings import KnowledgeSettings
from knowledge.wiring import Knowledge, build_knowledge


@dataclass(frozen=True)
class Services:
    """Everything that the API and the commands work with."""

    settings: AssistantSettings
    knowledge: Knowledge
    ingestion: Ingestion
    assistant: Assistant
    conversations: ConversationStore
    feedback: FeedbackStore
    worksheets: Worksheets
    registers: Registers
    engine: Engine


def build_services(
    settings: AssistantSettings | None = None, knowledge_settings: KnowledgeSettings | None = None
) -> Services:
    """Wire everything; opens the database, loads no embedding model yet.

    Raises:
        KnowledgeError: a bundled file is damaged.
        StorageFailed: the database does not open.
        ModelFailed: the configured language model cannot be used.
    """
    settings = settings or AssistantSettings()
    knowledge = build_knowledge(knowledge_settings or KnowledgeSettings(home=settings.home))
    return assemble_services(settings, knowledge)


def assemble_services(settings: AssistantSettings, knowledge: Knowledge) -> Services:
    """Wire the assistant around a knowledge base; opens the database.

    Raises:
        StorageFailed: the database does not open.
        ModelFailed: the configured language model cannot be used.
    """
    engine = open_database(settings.database)
    migrate(engine)
    conversations = ConversationStore(engine)
    public_names = people_in_entries(_entries_of(knowledge).values(), knowledge.glossary)
    generating = _generating(settings, knowledge, public_names)
    worksheets = build_worksheets(
        engine,
        knowledge,
        _field_writer(generating, public_names) if generating else None,
        source=partial(find_source, knowledge),
    )
    fields = FieldAnswers(worksheets.tools.library, worksheets.tools.drafter)
    return Services(
        settings=settings,
        knowledge=knowledge,
        ingestion=build_ingestion(knowledge),
        assistant=_build_assistant(
            settings,
            knowledge,
            conversations,
            fields,
            generating=generating,
            public_names=public_names,
        ),
        conversations=conversations,
        feedback=FeedbackStore(engine),
        worksheets=worksheets,
        registers=Registers(knowledge.glossary),
        engine=engine,
    )


def find_source(knowledge: Knowledge, key: str) -> Source | None:
    """An official document by its key, or an added one by its id."""
    if key in knowledge.corpus.sources:
        return knowledge.corpus.sources[key]
    document = knowledge.documents.get(key)
    return document.as_source_record() if document else None


def people_in_entries(entries: Iterable[Entry], glossary: Glossary) -> frozenset[str]:
    """People whom entries name, in every spelling: no residents."""
    named = publicly_named(entry.text.ja for entry in entries)
    return frozenset(spelling for name in named for spelling in glossary.spellings(name))


def _entries_of(knowledge: Knowledge) -> Mapping[str, Entry]:
    return knowledge.corpus.by_id if knowledge.settings.bundled_entries else {}


def _build_assistant(
    settings: AssistantSettings,
    knowledge: Knowledge,
    conversations: ConversationStore,
    fields: FieldAnswers,
    *,
    generating: GeneratingAnswerer | None,
    public_names: frozenset[str],
) -> Assistant:
    entries = _entries_of(knowledge)
    sources = partial(find_source, knowledge)
    own_words = OwnWords(knowledge.documents)

    def make_citing(language: Language) -> Citing:
        return Citing(language, sources, entries, own_words.for_one_answer())

    def entry_passage(entry_id: str, language: Language) -> Passage | None:
        return knowledge.retriever.passage(entry_id, language=language)

    return Assistant(
        finder=Finder(knowledge.retriever, settings.passages_per_answer),
        glossary=knowledge.glossary,
        spelling=knowledge.spelling,
        grounded=GroundedAnswerer(knowledge.retriever.rarity, entries, entry_passage, sources),
        generating=generating,
        neutral=NeutralAnswer(knowledge.retriever),
        conversations=conversations,
        make_citing=make_citing,
        sources=sources,
        judge=SupportJudge(
            knowledge.retriever,
            knowledge.glossary,
            entries,
            load_weights("plain"),
            _trained(knowledge),
        ),
        fields=fields,
        public_names=public_names,
        readings=Readings(entries, knowledge.glossary),
    )


def _trained(knowledge: Knowledge) -> TrainedJudge | None:
    """Only for the entries that it was trained with and the vectors of the packaged model."""
    settings = knowledge.settings
    is_trained_for = settings.bundled_entries and not settings.embedding_model and knowledge.gaps
    if not is_trained_for:
        return None
    gaps = {gap.id: gap for gap in knowledge.gaps}
    return TrainedJudge(
        load_answerability(),
        gaps,
        load_weights("trained"),
        _close_reader(knowledge.retriever, ALONE),
        load_known_questions(CONTRASTS),
        FollowUpJudge(
            load_known_questions(ASKED_NEXT),
            load_weights("following"),
            _close_reader(knowledge.retriever, IN_CONVERSATION),
        ),
    )


def _close_reader(retriever: Retriever, file: Path) -> Callable[[str], float]:
    learned = load_close_reading(file)
    states_of = retriever.reader(learned.layers)
    return lambda question: learned.answerable(states_of(question))


def _generating(
    settings: AssistantSettings, knowledge: Knowledge, public_names: frozenset[str]
) -> GeneratingAnswerer | None:
    model = open_chat_model(settings)
    if model is None or settings.model is None:
        return None
    return GeneratingAnswerer(
        model=model,
        name=settings.model,
        verifier=Verifier(knowledge.glossary, knowledge.retriever.rarity, public_names),
        timeout=settings.model_timeout,
    )


def _field_writer(generating: GeneratingAnswerer, public_names: frozenset[str]) -> FieldWriter:
    """The same model and the same checks, for fields of worksheets."""
    return FieldWriter(
        model=generating.model,
        name=generating.name,
        verifier=generating.verifier,
        timeout=generating.timeout,
        public_names=public_names,
    )
