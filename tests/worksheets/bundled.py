"""The bundled library, a retriever that behaves, and a project to draft for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from assistant.worksheets.inputs import Inputs, Partner, PartnerKind, Place
from assistant.worksheets.library import Library
from assistant.worksheets.model import FieldValue, Sheet
from knowledge.corpus import load_corpus
from knowledge.documents import Language, Passage
from knowledge.errors import IndexMissing
from knowledge.forms import Form, load_forms
from knowledge.service_types import load_service_types
from knowledge.settings import BUNDLED_KNOWLEDGE


@cache
def library() -> Library:
    """Forms, service types and entries as they are shipped."""
    return Library(
        load_forms(BUNDLED_KNOWLEDGE),
        load_service_types(BUNDLED_KNOWLEDGE),
        load_corpus(BUNDLED_KNOWLEDGE),
    )


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}


@cache
def _pairs_of_entries(language: Language) -> dict[str, set[str]]:
    known = library()
    return {
        entry_id: _pairs(known.passage(entry_id, language).chunk.text)
        for entry_id in known.corpus.by_id
    }


@dataclass
class SharedLettersRetriever:
    """Finds the entries that share most pairs of letters with the question."""

    questions: list[str] = field(default_factory=list)

    def search(self, question: str, *, limit: int, language: Language) -> Sequence[Passage]:
        self.questions.append(question)
        asked = _pairs(question)
        shared = {entry: len(asked & pairs) for entry, pairs in _pairs_of_entries(language).items()}
        best = sorted(shared, key=lambda entry: (-shared[entry], entry))[:limit]
        return [library().passage(entry, language) for entry in best]


class NoIndexRetriever:
    """A retriever whose index has not been built."""

    def search(self, question: str, *, limit: int, language: Language) -> Sequence[Passage]:
        raise IndexMissing("build the index first")


def ride_inputs(language: Language = "ja") -> Inputs:
    """An on-demand ride service in two districts of a small city."""
    if language == "ja":
        return Inputs(
            service_types=("movement",),
            service="予約制の乗合送迎",
            place=Place(
                municipality="みどり市",
                districts=("東地区", "西地区"),
                population_density=312,
                resource_sufficiency=55,
            ),
            partners=(
                Partner(name="みどり交通", kind=PartnerKind.COMPANY),
                Partner(name="東タクシー", kind=PartnerKind.OPERATOR),
            ),
            problem="運転をやめた高齢者が、買い物や通院に行けずに困っている",
        )
    return Inputs(
        service_types=("movement",),
        service="shared rides on booking",
        place=Place(
            municipality="Midori City",
            districts=("East", "West"),
            population_density=312,
            resource_sufficiency=55,
        ),
        partners=(
            Partner(name="Midori Transport", kind=PartnerKind.COMPANY),
            Partner(name="East Taxi", kind=PartnerKind.OPERATOR),
        ),
        problem="Older people who have stopped driving cannot get to the shops or the doctor",
    )


def empty_sheet(form: Form, inputs: Inputs, language: Language = "ja") -> Sheet:
    """A sheet on which nothing has been written; of the two pilots, the first is chosen."""
    sheet = Sheet(
        id="draft",
        form_id=form.id,
        form_version=form.version,
        title="乗合送迎" if language == "ja" else "Shared rides",
        language=language,
        inputs=inputs,
    )
    if "pilot_kind" in form.fields:
        return sheet.with_field("pilot_kind", FieldValue(choices=("service",)))
    return sheet
