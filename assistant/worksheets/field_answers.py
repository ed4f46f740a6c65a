"""Answers to questions asked beside a field: from its guidance, and for the project at hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.answerer import Draft
from assistant.citations import Citing
from assistant.contract import FieldContext
from assistant.grounded.compose import Composition
from assistant.grounded.phrases import NOT_IN_SOURCES
from assistant.grounded.statements import Statement
from assistant.grounded.whom_to_ask import whom_else_to_ask
from assistant.personal_data import mask
from assistant.worksheets.drafting import Drafter
from assistant.worksheets.errors import FieldUnknown, FormUnknown
from assistant.worksheets.field_talk import Wish, has_own_words, wish_of
from assistant.worksheets.guiding import FieldGuide
from assistant.worksheets.library import Library
from assistant.worksheets.model import Kpi, Sentence, Sheet
from knowledge.documents import Bilingual, Language, Passage
from knowledge.forms import FormField

_READ = 3
"""Passages in which the words of a question are looked for."""
_OF_FIRST = 3
"""Statements of the entry that says most about the field; of each other one the closest."""
_BELONGS = 5
_SUGGESTED = 4
_LEAD = Bilingual(
    "「{label}」の欄に書くことは、資料では次のとおりです。",
    "This is what the documents say belongs in “{label}”.",
)
_CASES_LEAD = Bilingual(
    "「{label}」について、ほかの地域の近い事例です。",
    "These are similar cases elsewhere for “{label}”.",
)
_OPTIONS = Bilingual("選べる答え", "Answers to choose from")
_SUGGESTION = Bilingual(
    "この事業での書き方の案（未確認です。確かめて直してください）",
    "A suggestion for this project (not confirmed: check and change it)",
)
_EXAMPLE = Bilingual("様式の記入例（架空のもの）", "The form’s worked example (made up)")
_CASES = Bilingual("近い事例", "Similar cases")
_BELONGS_HERE = Bilingual("この欄に書くこと", "What belongs in this field")
_NEARBY = Bilingual(
    "この欄について資料にあること（ご質問への答えではありません）",
    "What the documents say about this field (not an answer to your question)",
)
_KPI = Bilingual(
    "{name}（目標：{target}／測り方：{method}／頻度：{frequency}）",
    "{name} (target: {target}; measured by: {method}; how often: {frequency})",
)


@dataclass(frozen=True, slots=True)
class AskedField:
    """The field that a question was asked beside."""

    box: FormField
    sheet: Sheet
    """Nothing written yet, with the inputs told."""

    @property
    def language(self) -> Language:
        return self.sheet.language

    @property
    def label(self) -> str:
        """Without its question mark: what is a question itself would be answered too."""
        return self.box.label.in_language(self.language).rstrip("？?")

    def wish(self, question: str) -> Wish | None:
        """What the question wants to know of the field; None when it has another subject."""
        return wish_of(question, self.label)

    def told_with(self, question: str) -> str:
        """The question as it would be asked away from the field."""
        service = mask(self.sheet.inputs.service).text
        comma = "、" if self.language == "ja" else ", "
        opening, closing = ("（", "）") if self.language == "ja" else (" (", ")")
        return f"{question}{opening}{comma.join(filter(None, (self.label, service)))}{closing}"

    def is_answered_by(self, question: str, passages: Sequence[Passage]) -> bool:
        """True when the best passages speak of the question, not of the field alone."""
        text = "\n".join(f"{p.chunk.title}\n{p.chunk.text}" for p in passages[:_READ])
        return has_own_words(question, self.label, text)


@dataclass(frozen=True)
class FieldAnswers:
    """Composes answers about fields of the forms held here."""

    library: Library
    drafter: Drafter

    def field(self, context: FieldContext, language: Language) -> AskedField:
        """The field that is meant; raises FormUnknown, FieldUnknown."""
        form = self.library.forms.get(context.form_id)
        if form is None:
            raise FormUnknown(context.form_id)
        box = form.fields.get(context.field_id)
        if box is None:
            raise FieldUnknown(context.field_id)
        sheet = Sheet(
            id="asked",
            form_id=form.id,
            form_version=form.version,
            title=form.title.in_language(language),
            language=language,
            inputs=context.inputs,
        )
        return AskedField(box, sheet)

    def compose(self, field: AskedField, wish: Wish, citing: Citing) -> Draft:
        """What belongs here or what others did, a suggestion, the worked example, the rest."""
        writing = Composition(field.language, citing)
        belongs, cases = self._belongs(field), self._cases(field)
        if wish is Wish.CASES and cases:
            writing.plain(_CASES_LEAD.in_language(field.language).format(label=field.label))
            writing.points(cases)
            writing.fold_here()
            writing.section(_BELONGS_HERE, belongs)
        else:
            writing.plain(_LEAD.in_language(field.language).format(label=field.label))
            writing.points(belongs)
            self._options(writing, field)
            self._suggestion(writing, field)
            writing.fold_here()
            _listed(writing, _EXAMPLE, field.box.example.in_language(field.language).splitlines())
            writing.section(_CASES, cases)
        return Draft(writing.text, citing.citations(), writing.more_from)

    def nearby(self, field: AskedField, citing: Citing) -> Draft:
        """For a question that the documents leave open: what they say of the field."""
        writing = Composition(field.language, citing)
        writing.plain(NOT_IN_SOURCES.in_language(field.language))
        writing.section(_NEARBY, self._belongs(field)[:_OF_FIRST])
        writing.plain(whom_else_to_ask(None, None).in_language(field.language))
        return Draft(writing.text, citing.citations(), None)

    def _belongs(self, field: AskedField) -> list[Statement]:
        first, *others = field.box.guidance
        said = self.library.statements(first, field.language)[:_OF_FIRST]
        found = [self._statement(first, text, field.language) for text in said]
        help_text = field.box.help.in_language(field.language)
        for entry in others:
            text = self.library.closest(entry, help_text, field.language)
            found.append(self._statement(entry, text, field.language))
        return found[:_BELONGS]

    def _cases(self, field: AskedField) -> list[Statement]:
        passages = self._guide.cases(field.sheet, field.box)
        return [self._lead(passage, field.language) for passage in passages]

    def _suggestion(self, writing: Composition, field: AskedField) -> None:
        """Lines composed from the inputs and the entries that they rest on, marked as such."""
        language, lines = field.language, []
        suggested = self.drafter.composed(field.sheet, field.box.id)
        found: tuple[Sentence | Kpi, ...] = (*suggested.sentences, *suggested.kpis)
        for line in found[:_SUGGESTED]:
            marks = [
                writing.citing.mark(self.library.passage(each.entry_id, language), each.quote)
                for each in line.citations
            ]
            lines.append(f"{mask(_text_of(line, language)).text}{''.join(dict.fromkeys(marks))}")
        _listed(writing, _SUGGESTION, lines)

    def _options(self, writing: Composition, field: AskedField) -> None:
        labels = [option.label.in_language(field.language) for option in field.box.options]
        _listed(writing, _OPTIONS, labels)

    def _lead(self, passage: Passage, language: Language) -> Statement:
        entry = passage.chunk.entry_id
        return self._statement(entry, self.library.statements(entry, language)[0], language)

    def _statement(self, entry_id: str, text: str, language: Language) -> Statement:
        passage = self.library.passage(entry_id, language)
        return Statement(text, passage, self.library.statements(entry_id, language).index(text))

    @cached_property
    def _guide(self) -> FieldGuide:
        return FieldGuide(self.library, self.drafter.retriever)


def _listed(writing: Composition, title: Bilingual, lines: Sequence[str]) -> None:
    """A titled list of lines that carry their own marks, or none."""
    if lines:
        writing.plain(f"**{title.in_language(writing.language)}**")
        writing.plain("\n".join(f"- {line}" for line in lines))


def _text_of(line: Sentence | Kpi, language: Language) -> str:
    if isinstance(line, Sentence):
        return line.text
    parts = {"target": line.target, "method": line.method, "frequency": line.frequency}
    return _KPI.in_language(language).format(name=line.name, **parts)
