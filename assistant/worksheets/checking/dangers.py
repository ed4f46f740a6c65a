"""Are risks answered by somebody, and are those considered who are there already?"""

import re
from collections.abc import Sequence

from assistant.worksheets.blanks import without_blanks
from assistant.worksheets.checking.finding import Finding, Subject
from assistant.worksheets.inputs import PartnerKind
from knowledge.documents import Bilingual
from knowledge.forms import Meaning

_HANDLER = re.compile(
    r"(?:対応|担当|責任|主体|受け持ち)(?:者)?\s*[:：は]\s*(?P<ja>[^）)]+)"
    r"|\b(?:handled by|answered by|responsible|in charge)\s*:?\s+(?P<en>[^)]+)",
    re.I,
)
_SOMEBODY_DOES = re.compile(
    r"(?:自治体|市|町|村|県|区|社|事業者|企業|協議体|SC|コーディネーター|センター|自治会|住民|担当課|担当部署|大学)(?:と.{1,20})?[がは].{0,40}"
    r"(?:調整|説明|確認|確かめ|決め|定め|用意|加入|行う|行い|担う|担い|設け|分担|受け持|話し合|協議|対応)"
    r"|\b(?:municipality|city|town|company|operator|coordinator|centre|association)\b.{0,20}"
    r"\b(?:will|shall|settles?|agrees?|explains?|checks?|provides?|takes?|talks?)\b",
    re.I,
)
_WAY = re.compile(
    r"棲み分け|すみ分け|住み分け|分け|調整|協議|話し合|連携|共存|巻き込|加わ|参加|協力|補完|提供|説明|取り次|役割分担"
    r"|divid|co-?ordinat|talk|agree|join|tak(?:e|ing) part|side by side|partner|coexist|bring .* in|pass",
    re.I,
)
_ALREADY_THERE = (
    Meaning.EXISTING_OPERATORS, Meaning.RISKS, Meaning.STAKEHOLDERS, Meaning.SERVICE,
)  # fmt: skip


def risks_answered(subject: Subject) -> list[Finding]:
    """Every risk has somebody who deals with it."""
    written = [sentence.text for sentence in subject.value.sentences]
    open_risks = [text for text in written if not _is_answered(text, subject)]
    if written and not open_risks:
        text = Bilingual(
            "どのリスクにも、対応する人が決まっています。",
            "Every risk has somebody who deals with it.",
        )
    elif written:
        text = Bilingual(
            f"対応する人が決まっていないリスクがあります（{len(open_risks)}件）：{open_risks[0]}",
            f"Nobody deals with these risks yet ({len(open_risks)}): {open_risks[0]}",
        )
    else:
        text = Bilingual(
            "始める前に片づけておくリスクと、対応する人を書いてください。",
            "Write the risks to be settled beforehand, and who deals with them.",
        )
    return [_finding("risks_answered", subject, bool(written) and not open_risks, text)]


def existing_operators(subject: Subject) -> list[Finding]:
    """Where a service may crowd others out: how it lives side by side with them is written."""
    terms = [term for service in subject.services for term in service.operator_terms]
    if not terms:
        return []
    terms += [p.name for p in subject.inputs.partners if p.kind is PartnerKind.OPERATOR]
    passed = any(_considers(text, terms) for _, text in subject.of(*_ALREADY_THERE))
    if passed:
        text = Bilingual(
            "既存の事業者との関わり方が書かれています。",
            "How existing operators are considered is written.",
        )
    else:
        examples = "、".join(terms[:3])
        text = Bilingual(
            f"地域で既に行っている事業者（{examples}など）と、範囲を分けるのか、一緒に行うのかを書いてください。",
            "Say whether the field is divided with those who already run such a service in the area, or whether they join in.",
        )
    return [_finding("existing_operators", subject, passed, text)]


def _is_answered(text: str, subject: Subject) -> bool:
    if match := _HANDLER.search(text):
        return bool(without_blanks(match["ja"] or match["en"]).strip())
    if _SOMEBODY_DOES.search(text):
        return True
    names = [re.escape(partner.name) for partner in subject.inputs.partners]
    return bool(names) and bool(re.search(rf"(?:{'|'.join(names)})(?:が|は|と|\s+\w+s\b)", text))


def _considers(text: str, terms: Sequence[str]) -> bool:
    folded = text.lower()
    return any(term.lower() in folded for term in terms) and bool(_WAY.search(text))


def _finding(check_id: str, subject: Subject, passed: bool, message: Bilingual) -> Finding:
    is_company = not {"sc", "municipality"} & {audience.value for audience in subject.form.audience}
    entries = {
        "risks_answered": "points-2026/worksheet-risks",
        "existing_operators": "points-2026/existing-services-company"
        if is_company
        else "points-2026/existing-services-municipality",
    }
    return Finding(
        check_id=check_id,
        field_id=subject.box.id,
        passed=passed,
        message=message,
        entry_id=entries[check_id],
    )
