"""Instead of picking a company or promising an effect: why not, what to look at, what to ask."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answerer import Draft
from assistant.citations import Citing
from assistant.grounded.compose import Composition
from assistant.grounded.statements import statements_of
from knowledge.documents import Bilingual, Kind, Language, Passage
from knowledge.retrieval import Retriever

_PROMISE = re.compile(
    r"保証|確約|約束|断言|必ず|絶対|確実|\bguarantee|\bpromise|\bassure|\bdefinitely|\bcertainly",
    re.I,
)
_STANCE = Bilingual(
    "特定の企業・サービスをおすすめしたり、順位を付けたりすることはしていません。公平に選んでいただくための材料をお示しします。",
    "This assistant does not recommend or rank companies or services. Here is what helps you to choose fairly.",
)
_NO_PROMISE = Bilingual(
    "効果や収益をお約束することはできません。資料に書かれている範囲で、確かめ方をお示しします。",
    "Effects or profits cannot be promised. Here is what the documents say about finding out.",
)
_WHY = Bilingual("公平性について資料が述べていること", "What the documents say about fairness")
_EVIDENCE = Bilingual("効果の確かめ方", "How effects are checked")
_LOOK_AT = Bilingual("検討するときの観点", "What to look at")
_CASES = Bilingual("参考になる事例（順不同）", "Cases for reference (in no order of merit)")
_ASK = Bilingual("候補の企業に聞くこと", "Questions for candidates")
_QUESTIONS = {
    "ja": (
        "この地域の課題のうち、何を、誰のために解決できますか。",
        "自治体・住民・地元事業者に、それぞれどんな役割と負担をお願いしますか。",
        "補助や実証が終わった後、どのように続けますか。",
        "共通のKPIを何にし、どの頻度で、どう測りますか。",
    ),
    "en": (
        "Which of our area's problems can you solve, and for whom?",
        "What roles and burdens would the municipality, residents and local firms take on?",
        "How would the service continue after subsidies or the pilot end?",
        "Which shared KPIs would we use, how often and how would they be measured?",
    ),
}
_FAIRNESS = {
    "ja": "自治体が特定の民間事業者を推奨することは公平性の面で難しい",
    "en": "municipalities find it hard to recommend a specific private provider for fairness",
}
_EFFECTS = {
    "ja": "事業単独で効果を示すことは難しい KPI モニタリング 効果検証",
    "en": "hard to show the effect of one service alone KPI monitoring evaluation",
}
_CRITERIA = {
    "ja": "企業との連携の目的とビジョンを理解し長期に連携できるか話し合う 共通のKPI",
    "en": "understanding a partner company's purpose and long-term commitment shared KPI",
}


@dataclass(frozen=True)
class NeutralAnswer:
    """Composes the answer to a request for endorsement or promise."""

    retriever: Retriever

    def compose(self, question: str, language: Language, citing: Citing) -> Draft:
        """Stance, cited reason, cited criteria, cases sorted by name, questions to ask."""
        writing = Composition(language, citing)
        promise = bool(_PROMISE.search(question))
        writing.plain((_NO_PROMISE if promise else _STANCE).in_language(language))
        reason = _EFFECTS if promise else _FAIRNESS
        heading = _EVIDENCE if promise else _WHY
        self._section(writing, heading, self._found(reason[language], language, limit=2))
        criteria = self._found(_CRITERIA[language], language, limit=3)
        self._section(writing, _LOOK_AT, criteria)
        cases = [p for p in self._found(question, language, limit=12) if p.chunk.kind is Kind.CASE]
        self._section(writing, _CASES, sorted(cases[:3], key=lambda p: p.chunk.title))
        writing.plain(f"**{_ASK.in_language(language)}**")
        writing.plain("\n".join(f"- {line}" for line in _QUESTIONS[language]))
        return Draft(writing.text, citing.citations(), None)

    def _found(self, question: str, language: Language, *, limit: int) -> Sequence[Passage]:
        return self.retriever.search(question, limit=limit, language=language)

    def _section(self, writing: Composition, title: Bilingual, passages: Sequence[Passage]) -> None:
        writing.section(title, [statements_of(p)[0] for p in passages if statements_of(p)])
