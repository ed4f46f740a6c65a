"""The question back to the asker when a question has several readings."""

from collections.abc import Sequence

from assistant.answerer import Draft
from assistant.contract import Choice
from knowledge.documents import Bilingual, Language

_SENTENCE = Bilingual(
    "お尋ねの内容について、資料には次の{count}つの場合が分けて書かれています：{labels}。どれについて知りたいですか。",
    "The documents answer this separately for {count} things: {labels}. Which one do you mean?",
)


def clarification(choices: Sequence[Choice], language: Language) -> Draft:
    """Says which readings there are; states nothing about the world, so nothing is cited."""
    between = "、" if language == "ja" else "; "
    labels = between.join(choice.label for choice in choices)
    text = _SENTENCE.in_language(language).format(count=len(choices), labels=labels)
    return Draft(text, (), None, choices=tuple(choices))
