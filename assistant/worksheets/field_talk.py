"""What a question beside a field is about: the field itself, what others did, or something else.

A question that says nothing beyond the field's own label and the words in which people speak of
filling in forms ("what do I write here?") names no subject to search for: the field is its subject.
"""

from enum import StrEnum
from functools import cache

from assistant.understanding.intent import Intent, intent_of
from knowledge.tokens import tokenise


class Wish(StrEnum):
    """What somebody wants to know about a field."""

    BELONGS = "belongs"
    """What is to be written, how, and how much of it."""
    CASES = "cases"
    """What others have done or written."""


_WRITING = """
    ここ こちら この欄 この項目 この枠には何をどう書けばよいですか。書くこと、書き方、書くときの内容、記入、記載、入力、入れる、埋める。
    意味がよく分からないので説明してほしい、知りたい、見せて、もらえますか。どの程度、どのくらい、どこまで、具体的に、詳しく、詳細に、
    長く、短く、簡単に、何文字、何字、何行、何文、文章、言葉。必要、必須、任意。記入例、例えば、例文、見本、ひな形、サンプル。
    はじめに、まず最初に、次に、書き始める、書き出し、思い付く、迷う、困る、コツ、ポイント、注意点、気を付ける、全部、ヒント、手伝う。
    案、下書き、提案、出す、作る、考える、決める。シート、ワークシート、様式、フォーム、質問、聞く、答える、お願い、頼む、もう少し、もっと。
    だれが、いつ、どれ、どんなこと、どういうもの、べき、適切、正しい、人、方、時、求められる、求める
    write wrote written writing fill filling put enter go goes going field box section space part here
    example sample mean meaning detail detailed specific specifically long short many words lines
    sentences expect expected explain understand know start starting begin need needed require
    required optional help show suggest suggestion draft idea ideas tip tips belong belongs best good
    concrete concretely kind thing things text form worksheet sheet something exactly more bit little
    first next think decide decided mistakes avoid careful answer question don't won't didn't can't
    isn't I'm stuck clear unclear sure right correct
"""
_OTHERS = """
    ほかの所、他、よそ、事例、実例、他社、他市、前例、先行事例、先進事例 case cases others elsewhere other
"""
_WHO = """
    市、町、村、市町村、自治体、地域、県、所、都市、企業、会社、皆、実際にやっている取り組み、取組、似た、近い、ある、した
    city cities town towns place places municipality municipalities area areas region company
    companies similar real people done doing
"""


def wish_of(question: str, label: str) -> Wish | None:
    """What the question wants to know of its field; None when it has a subject of its own.

    Args:
        label: the field's label, in the question's language.
    """
    asked = _words(question)
    beyond = asked - _words(_WRITING)
    others, who = _words(_OTHERS), _words(_WHO)
    if beyond & others and not beyond - others - who:
        return Wish.CASES
    if beyond == asked and beyond and intent_of(question) is Intent.DEFINITION:
        return None  # a term of the label is asked about, not the field
    return None if beyond - _words(label) else Wish.BELONGS


def has_own_words(question: str, label: str, text: str) -> bool:
    """True when a text has at least half of the words that the question adds to its field's."""
    own = _words(question) - _words(_WRITING) - _words(label)
    return 2 * len(own & frozenset(tokenise(text))) >= len(own)


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in tokenise(text) if word)
