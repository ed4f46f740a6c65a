"""The question back to the asker when a question has several readings."""

from collections.abc import Sequence

from assistant.answerer import Draft
from assistant.contract import Choice
from knowledge.documents import Bilingual, Language

_SENTENCE = Bilingual(
    "お尋ねの内容は、資料では次の{count}つについて書かれていて、それぞれ違います：{labels}。どれについて知りたいですか。",
    "The documents tell this of {count} things, and each is different: {labels}. Which one do you mean?",
)


def clarification(choices: Sequence[Choice], language: Language) -> Draft:
    """Says which readings there are; states nothing about the world, so nothing is cited."""
    between = "、" if language == "ja" else "; "
    labels = between.join(choice.label for choice in choices)
    text = _SENTENCE.in_language(language).format(count=len(choices), labels=labels)
    return Draft(text, (), None, choices=tuple(choices))
