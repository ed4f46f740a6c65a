"""What every form asks for: boxes filled, blanks settled, suggestions confirmed, a no explained."""

from collections.abc import Iterator

from assistant.worksheets.blanks import blanks_in, has_blanks, texts_of
from assistant.worksheets.checking.finding import Finding, Subject
from assistant.worksheets.model import FieldValue, Origin
from knowledge.documents import Bilingual


def filled(subject: Subject) -> list[Finding]:
    """A required field has something in it."""
    if not subject.box.required or not subject.value.is_empty:
        return []
    label = subject.box.label
    text = Bilingual(
        f"「{label.ja}」がまだ書かれていません。", f"“{label.en}” has not been filled in."
    )
    return [_finding("filled", subject, text)]


def settled(subject: Subject) -> list[Finding]:
    """Nothing in the field is marked as to be confirmed."""
    if not has_blanks(subject.value):
        return []
    count = sum(blanks_in(text) for text in texts_of(subject.value))
    text = Bilingual(f"【要確認】が{count}か所残っています。", f"Still [to be confirmed]: {count}.")
    return [_finding("settled", subject, text)]


def confirmed(subject: Subject) -> list[Finding]:
    """Nothing in the field is a suggestion that nobody has confirmed."""
    count = unconfirmed(subject.value)
    if not count:
        return []
    text = Bilingual(
        f"確認していない案が{count}件あります。内容を確かめて、承認するか書き直してください。",
        f"Suggestions not yet confirmed: {count}. Accept or rewrite them.",
    )
    return [_finding("confirmed", subject, text, advice=True)]


def no_is_explained(subject: Subject) -> list[Finding]:
    """Where a yes-or-no question was answered with no, the free answer says what is meant."""
    answers = [subject.sheet.value(box.id).choices for box in subject.form.fields.values()]
    if not any("no" in choices for choices in answers):
        return []
    passed = not subject.value.is_empty
    text = (
        Bilingual("「いいえ」の中身が書かれています。", "What the no means is written.")
        if passed
        else Bilingual(
            "「いいえ」と答えた現状と課題を、具体的に書いてください。",
            "Describe concretely the state and problems that were answered with no.",
        )
    )
    entry = "pf-tebiki-2026/checklist-q2-free-answer"
    return [_finding("no_is_explained", subject, text, passed=passed, entry_id=entry)]


def unconfirmed(value: FieldValue) -> int:
    """How many lines of a field are suggestions, or sources' statements, not yet accepted."""
    return sum(1 for line in _lines(value) if line is not Origin.USER)


def _lines(value: FieldValue) -> Iterator[Origin]:
    for line in (*value.sentences, *value.kpis):
        yield Origin.USER if line.confirmed else line.origin


def _finding(
    check_id: str,
    subject: Subject,
    message: Bilingual,
    *,
    passed: bool = False,
    advice: bool = False,
    entry_id: str | None = None,
) -> Finding:
    return Finding(
        check_id=check_id,
        field_id=subject.box.id,
        passed=passed,
        message=message,
        entry_id=entry_id or subject.box.guidance[0],
        advice=advice,
    )
