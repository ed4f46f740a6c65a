"""Changes of one field's value: written anew as text, or confirmed line by line."""

from collections.abc import Sequence

from pydantic import ValidationError

from assistant.worksheets.model import (
    LONGEST_FIELD,
    LONGEST_SENTENCE,
    MOST_SENTENCES,
    FieldValue,
)
from assistant.worksheets.provenance import rewritten
from assistant.worksheets.sharing_errors import ValueUnfit
from assistant.worksheets.text import without_control_characters
from knowledge.documents import Language


def with_text(value: FieldValue, text: str) -> FieldValue:
    """The value with other sentences, one a line; unchanged lines keep their marks.

    Raises:
        ValueUnfit: longer than a field takes.
    """
    if len(text) > LONGEST_FIELD:
        raise _too_long(len(text))
    try:
        return FieldValue(sentences=rewritten(value, text), choices=value.choices)
    except ValidationError as error:
        raise _too_long(len(text)) from error


def confirmed(value: FieldValue, lines: Sequence[int] = ()) -> FieldValue:
    """The value with somebody behind these lines, counted from 0; none means all.

    Positions beyond the last line are left alone.
    """
    chosen = frozenset(lines)

    def stands(position: int) -> bool:
        return not chosen or position in chosen

    return value.model_copy(
        update={
            "sentences": tuple(
                line.confirm() if stands(position) else line
                for position, line in enumerate(value.sentences)
            ),
            "kpis": tuple(
                line.confirm() if stands(position) else line
                for position, line in enumerate(value.kpis)
            ),
        }
    )


def control_characters_notice(text: str, language: Language) -> tuple[str, ...]:
    """What to tell somebody whose text is saved without characters that cannot be kept."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    lost = len(lines) - len(without_control_characters(lines))
    if not lost:
        return ()
    if language == "ja":
        return (f"表示できない制御文字を{lost}字取り除いて保存しました。",)
    return (f"Saved without {lost} control characters, which cannot be shown.",)


def _too_long(length: int) -> ValueUnfit:
    return ValueUnfit(
        f"長すぎて保存できません（{length:,}文字）。1つの欄は{LONGEST_FIELD:,}文字・{MOST_SENTENCES}行まで、"
        f"1行は{LONGEST_SENTENCE:,}文字までです。入力した文はそのまま残っています。",
        f"This is too long to be saved ({length:,} characters). A field takes {LONGEST_FIELD:,} "
        f"characters in {MOST_SENTENCES} lines, a line {LONGEST_SENTENCE:,}. "
        "What you typed is still there.",
    )
