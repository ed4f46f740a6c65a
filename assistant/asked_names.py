"""Names and ordinal numbers that a question has and a text does not.

Whoever asks for the fifth meeting, or for a town, is not answered by a passage about the first
two meetings, or about another town.
"""

import re

from knowledge.folding import folded
from knowledge.glossary import Glossary
from knowledge.series import ORDINALS
from knowledge.tokens import proper_nouns

_NAME = re.compile(
    r"[ァ-ヴー]{4,}|(?<![.?!]\s)(?<!^)\b[A-Z][A-Za-z0-9]{2,}|[\u4e00-\u9fff]{1,4}(?:市|町|村|県|区|法|省|庁|大賞)(?![\u4e00-\u9fffぁ-ん])"
)
_SHORTEST = 2
_ORDINAL = re.compile(
    rf"第\s*(\d{{1,2}}|[二三四五六七八九])(?!次|者)|\b(\d{{1,2}})(?:st|nd|rd|th)\b(?! century|[ -]grade)"
    # A third party and a second-hand car are not places in an order; nor is a school year.
    rf"|\b({'|'.join(word for word in ORDINALS if len(word) > 1)})\b(?![ -](?:part|person|grade|hand|opinion))",
    re.I,
)
_RANKED = re.compile(
    r"(?:ステップ|段階|フェーズ|レベル|\b(?:step|stage|phase|level|round|tier|layer|no\.))\s*(\d{1,2})(?!\d)"
    r"|(?<!\d)(\d{1,2})(?:回目|年目|段階目|番目|つ目|層)",
    re.I,
)
"""How a text writes a place in an order without saying so: step 2 is the second step."""


def unknown_names(question: str, text: str, glossary: Glossary) -> tuple[str, ...]:
    """Names in the question that the text does not have in any spelling, each once."""
    told = folded(text)
    names = [match[0] for match in _NAME.finditer(question)]
    names += [
        noun.text
        for noun in proper_nouns(question)
        if len(noun.text) >= _SHORTEST and not any(noun.text in name for name in names)
    ]
    missing = [
        name for name in names if not any(folded(form) in told for form in glossary.spellings(name))
    ]
    return tuple(dict.fromkeys(missing))


def unknown_ordinals(question: str, text: str) -> frozenset[int]:
    """Places in an order, from the second on, that the question asks for and the text has not."""
    asked = _places(question, _ORDINAL)
    # Few questions ask for one, and the text is long.
    return asked - _places(text, _ORDINAL) - _places(text, _RANKED) if asked else asked


def _places(text: str, pattern: re.Pattern[str]) -> frozenset[int]:
    found = (next(filter(None, match.groups())) for match in pattern.finditer(folded(text)))
    numbers = (int(word) if word.isdigit() else ORDINALS[word] for word in found)
    return frozenset(number for number in numbers if number > 1)
