"""Can the effect be measured, the service improved, and the money found?"""

import re

from assistant.worksheets.checking.finding import Finding, Subject, joined, known
from assistant.worksheets.model import Kpi
from knowledge.documents import Bilingual
from knowledge.forms import Meaning
from knowledge.numbers import find_numbers, normalised

_FREQUENCY = re.compile(
    r"\d+\s*(?:年|か月|ヶ月|カ月|月|週間?|日|回)|毎(?:年|月|週|日|回)|年[一二三四1-9１-９]回|月[一二三四1-9１-９]回|四半期|半年|都度|定期"
    r"|\b(?:once|twice|times?|every|each|monthly|yearly|annual(?:ly)?|weekly|quarter(?:ly)?|daily|regularly)\b",
    re.I,
)
_METHOD = re.compile(
    r"アンケート|聞き取り|ヒアリング|記録|集計|測|調査|数え|会議|打合せ|打ち合わせ|話し合|協議"
    r"|\b(?:survey|interview|record|count|measure|meeting|ask|talk)",
    re.I,
)
_WHO = re.compile(
    r"自治体|市|町|村|県|区|社|事業者|企業|協議体|コーディネーター|センター|自治会|双方|両者|関係者"
    r"|\b(?:municipality|city|town|company|operator|coordinator|centre|association|both)\b",
    re.I,
)
_INCOME = re.compile(
    r"料|会費|協賛|スポンサー|委託|補助|負担金|売り上げ|売上|収入|収益|本業|代金"
    r"|\b(?:fee|fare|sponsor|commission|subsid|sales|income|revenue|main business|price)",
    re.I,
)
_WHEN = re.compile(
    r"年|か月|ヶ月|期間|時期|終わった後|黒字|採算|続け"
    r"|\b(?:years?|months?|after|break even|period|pays?|go(?:es)? on)\b",
    re.I,
)
_CEILINGS = {"service": 6_000_000, "region": 4_000_000}
"""Yen, in the call of June 2025 (koubo-2025/call-ceilings)."""


def kpi_shared_exists(subject: Subject) -> list[Finding]:
    """At least one indicator is shared by municipality and company."""
    passed = bool(subject.value.kpis)
    message = (
        Bilingual("共通のKPIがあります。", "There is a shared KPI.")
        if passed
        else Bilingual(
            "自治体と企業に共通のKPIを、1つ以上置いてください。「利用者数」のような指標が向いています。",
            "Set at least one KPI shared by municipality and company; one like the number of users suits.",
        )
    )
    return [_finding("kpi_shared_exists", subject, passed, message)]


def kpi_complete(subject: Subject) -> list[Finding]:
    """Every indicator has a target, a way to measure it and how often."""
    found = []
    for kpi in subject.value.kpis:
        if missing := _missing_parts(kpi):
            words = joined(missing)
            message = Bilingual(
                f"「{kpi.name}」に決まっていないことがあります：{words.ja}",
                f"“{kpi.name}” still lacks: {words.en}",
            )
            found.append(_finding("kpi_complete", subject, False, message))
    if found or not subject.value.kpis:
        return found
    message = Bilingual(
        "どのKPIにも目標、測り方、頻度があります。",
        "Every KPI has a target, a method and a frequency.",
    )
    return [_finding("kpi_complete", subject, True, message)]


def improvement_concrete(subject: Subject) -> list[Finding]:
    """How often, how and by whom is written."""
    text = "\n".join(known(sentence.text) for sentence in subject.value.sentences)
    parts = (
        (_FREQUENCY, Bilingual("頻度", "how often")),
        (_METHOD, Bilingual("方法", "how")),
        (_WHO, Bilingual("行う人", "by whom")),
    )
    missing = [label for pattern, label in parts if not pattern.search(text)]
    words = joined(missing)
    message = (
        Bilingual(
            f"測り方と見直しについて、次のことを具体的に書いてください：{words.ja}",
            f"On measuring and reviewing, also say: {words.en}",
        )
        if missing
        else Bilingual(
            "測り方と見直しの頻度・方法・行う人が書かれています。",
            "How often, how and by whom it is reviewed is written.",
        )
    )
    return [_finding("improvement_concrete", subject, not missing, message)]


def continuation_concrete(subject: Subject) -> list[Finding]:
    """Where money comes from, and what happens over time, is written."""
    text = "\n".join(known(sentence.text) for sentence in subject.value.sentences)
    passed = bool(_INCOME.search(text) and _WHEN.search(text))
    message = (
        Bilingual("収入と続け方が書かれています。", "Income and continuation are written.")
        if passed
        else Bilingual(
            "どの収入で、いつから採算を取り、支援が終わった後にどう続けるかを書いてください。",
            "Say from which income it pays for itself and when, and how it goes on after support ends.",
        )
    )
    return [_finding("continuation_concrete", subject, passed, message)]


def cost_within_ceiling(subject: Subject) -> list[Finding]:
    """The amount applied for does not exceed the ceiling of the chosen pilot."""
    kinds = [c for box in subject.form.meaning(Meaning.PILOT_KIND) for c in subject.sheet.value(box.id).choices]  # fmt: skip
    ceiling = next((_CEILINGS[kind] for kind in kinds if kind in _CEILINGS), None)
    amounts = [yen for sentence in subject.value.sentences for yen in _amounts(sentence.text)]
    if ceiling is None or not amounts:
        message = Bilingual(
            "実証の種類と、応募する金額を書いてください。",
            "Choose the kind of pilot and write the amount applied for.",
        )
        return [_finding("cost_within_ceiling", subject, False, message)]
    passed = max(amounts) <= ceiling
    limit = f"{ceiling // 10_000}万円", f"{ceiling // 1_000_000} million yen"
    message = (
        Bilingual(
            f"2025年6月公募の上限（{limit[0]}）以内です。その年の要領も確かめてください。",
            f"Within the ceiling of the call of June 2025 ({limit[1]}). Check this year's rules too.",
        )
        if passed
        else Bilingual(
            f"2025年6月公募の上限（{limit[0]}）を超えています。",
            f"Above the ceiling of the call of June 2025 ({limit[1]}).",
        )
    )
    return [_finding("cost_within_ceiling", subject, passed, message)]


def _missing_parts(kpi: Kpi) -> list[Bilingual]:
    parts = (
        (known(kpi.target), Bilingual("目標", "a target")),
        (known(kpi.method), Bilingual("測り方", "how it is measured")),
        (known(kpi.frequency), Bilingual("頻度", "how often")),
    )
    missing = [label for text, label in parts if not text.strip()]
    if known(kpi.frequency).strip() and not _FREQUENCY.search(kpi.frequency):
        missing.append(Bilingual("具体的な頻度（1年に1回など）", "a concrete frequency"))
    return missing


def _amounts(text: str) -> list[int]:
    """Amounts in yen that a settled line states."""
    plain = normalised(known(text))
    return [
        int(number.value)
        for number in find_numbers(plain)
        if re.match(r"\s*(?:円|yen\b)", plain[number.end :], re.I)
    ]


def _finding(check_id: str, subject: Subject, passed: bool, message: Bilingual) -> Finding:
    return Finding(
        check_id=check_id,
        field_id=subject.box.id,
        passed=passed,
        message=message,
        entry_id=_ENTRIES[check_id],
    )


_ENTRIES = {
    "kpi_shared_exists": "points-2026/worksheet-kpi",
    "kpi_complete": "points-2026/worksheet-improvement",
    "improvement_concrete": "points-2026/worksheet-improvement",
    "continuation_concrete": "points-2026/why-business-model",
    "cost_within_ceiling": "koubo-2025/call-ceilings",
}
