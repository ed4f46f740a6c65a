"""Does each entry follow the entry format (docs/writing-entries.md)?"""

import re
from collections import Counter
from collections.abc import Iterator

from knowledge.case_labels import CASE_LABELS
from knowledge.checking.findings import Finding
from knowledge.corpus import Corpus, statements
from knowledge.documents import LANGUAGES, Entry, Kind

JA_LENGTH = range(100, 601)
CASE_JA_LENGTH = range(100, 901)
_LEANS_ON_NEIGHBOUR = re.compile(
    r"^(?:-\s*|\d+\.\s*)?(?:同(?:市|町|県|社|事業)|この(?:事業|取組|ため|結果)|その(?:ため|結果|際)|"
    r"これ(?:に|は|を|ら)|上記|前述|また[、は]|This (?:is|was|means)\b|These\b|It (?:is|was)\b)"
)


def check_form(corpus: Corpus) -> Iterator[Finding]:
    """Ids, links, topics, languages, lengths, question counts, case labels, standing alone."""
    for entry_id, count in Counter(entry.id for entry in corpus.entries).items():
        if count > 1:
            yield Finding(entry_id, "id", f"stands {count} times")
    for entry in corpus.entries:
        yield from _links(entry, corpus)
        yield from _texts(entry)
        yield from _questions(entry)
        if entry.kind is Kind.CASE and entry.case_of is None:
            yield from _case_record(entry)


def _links(entry: Entry, corpus: Corpus) -> Iterator[Finding]:
    linked = (*entry.related, *entry.differs, *([entry.case_of] if entry.case_of else []))
    for target in linked:
        if target not in corpus.by_id or target == entry.id:
            yield Finding(entry.id, "link", f"{target} is not another entry")
    if not entry.id.startswith(f"{entry.source}/") or entry.source not in corpus.sources:
        yield Finding(entry.id, "source", f"{entry.source} is not its source in sources.yaml")
    for topic in entry.topics:
        if topic not in corpus.topics:
            yield Finding(entry.id, "topic", f"{topic} is not in topics.yaml")


def _texts(entry: Entry) -> Iterator[Finding]:
    length = len(re.sub(r"\s", "", entry.text.ja))
    allowed = CASE_JA_LENGTH if entry.kind is Kind.CASE else JA_LENGTH
    if length not in allowed:
        yield Finding(entry.id, "length", f"{length} characters of Japanese, not {allowed}")
    english = re.sub(r"\([^()]*\)", "", entry.text.en)  # Japanese names are given once, in brackets
    if not re.search("[ぁ-んァ-ン]", entry.text.ja) or re.search("[ぁ-ん]{4}", english):
        yield Finding(entry.id, "language", "each text must be in its own language")
    if len(list(statements(entry.text.ja))) != len(list(statements(entry.text.en))):
        yield Finding(entry.id, "language", "the two texts differ in the number of points")
    for language in LANGUAGES:
        text = entry.text.in_language(language)
        if re.search(r"^#|\*\*|\]\(|^\|", text, re.MULTILINE):
            yield Finding(entry.id, "markup", f"{language}: only paragraphs and simple lists")
        for line in text.splitlines():
            if match := _LEANS_ON_NEIGHBOUR.search(line):
                yield Finding(entry.id, "stands-alone", f"{language}: begins with {match[0]!r}")


def _questions(entry: Entry) -> Iterator[Finding]:
    for language in LANGUAGES:
        questions = entry.questions(language)
        if len(set(questions)) != len(questions):
            yield Finding(entry.id, "questions", f"{language}: a question stands twice")
        for question in questions:
            if question.strip("？?。. ") == entry.title.in_language(language):
                yield Finding(entry.id, "questions", f"{language}: repeats the title: {question}")


def _case_record(entry: Entry) -> Iterator[Finding]:
    for language in LANGUAGES:
        colon = "：" if language == "ja" else ": "
        labels = CASE_LABELS[language]
        points = list(statements(entry.text.in_language(language)))[1:]
        for point in points:
            if point.split(colon)[0] not in labels:
                yield Finding(entry.id, "case", f"{language}: no label of a case: {point[:30]}")
