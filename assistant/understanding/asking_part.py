"""What of a message asks, without what only tells the asker's situation.

"I work in a small town in Nagano; what does the ride cost?" asks nothing about Nagano, "what does
the ride cost in Nagano?" does.
"""

import re

from assistant.understanding.parts import sentences_of
from knowledge.documents import Language

_SITUATION = {
    # Up to the last clause that only leads on to what is asked.
    "ja": re.compile(r"^.*(?:[うくすつぬむるたいだん]が|けど|けれど|ので|ため)[、,]\s*"),
    "en": re.compile(
        r"^.*[:;–—]\s+(?=\S+\s+\S+\s+\S)"
        r"|^(?:as|being|i|i'm|i've|we|we're|we've|our|my|working|preparing|writing)\b[^?]*?,\s+"
        r"(?=(?:\w+\s+){0,2}(?:what|how|who|whom|whose|when|where|which|why|is|are|was|were|do|does|did|can|could|has|have|will)\b)",
        re.I,
    ),
}


def asking_part(text: str, language: Language) -> str:
    """The sentences that ask, each without the clause before it that tells a situation; the whole
    text where none seems to ask."""
    _, asking = sentences_of(text, language)
    return " ".join(_SITUATION[language].sub("", sentence) for sentence in asking) or text
