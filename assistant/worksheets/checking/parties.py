"""Does everybody have a role, gain something and give something?"""

import re
from collections.abc import Iterator

from assistant.worksheets.blanks import without_blanks
from assistant.worksheets.checking.finding import Finding, Subject, joined, known
from assistant.worksheets.inputs import PartnerKind
from knowledge.documents import Bilingual
from knowledge.forms import Meaning

_ARROW = re.compile(r"^(?P<giver>.+?)\s*(?:→|⇒|➡|->|=>)\s*(?P<taker>.+?)\s*[:：]\s*(?P<what>.+)$")
_COLON = re.compile(r"[:：]")
_PARTIES: dict[Meaning, tuple[Bilingual, re.Pattern[str]]] = {
    Meaning.BENEFIT_USER: (
        Bilingual("利用者", "users"),
        re.compile(r"利用者|高齢者|住民|会員|家族|\b(?:users?|residents?|older people|members?|famil)", re.I),
    ),
    Meaning.BENEFIT_OPERATOR: (
        Bilingual("事業者", "the operator"),
        re.compile(r"事業者|企業|会社|当社|社$|店|\b(?:operator|company|companies|firm|shop)", re.I),
    ),
    Meaning.BENEFIT_REGION: (
        Bilingual("地域", "the region"),
        re.compile(r"地域|自治体|行政|市$|町$|村$|県$|\b(?:region|municipality|city|town|village|area|communit)", re.I),
    ),
}  # fmt: skip
_GAINS = Bilingual("得るもの", "what they gain")
_GIVES = Bilingual("渡すもの", "what they give")
_KINDS = {
    Meaning.BENEFIT_OPERATOR: frozenset({PartnerKind.COMPANY, PartnerKind.OPERATOR}),
    Meaning.BENEFIT_REGION: frozenset(
        {PartnerKind.MUNICIPALITY, PartnerKind.COORDINATOR, PartnerKind.CARE, PartnerKind.COMMUNITY}
    ),
}
_SIDES: tuple[tuple[Bilingual, re.Pattern[str]], ...] = (
    (
        Bilingual("自治体", "the municipality"),
        re.compile(r"自治体|行政|(?:市|町|村|県|区)(?!内|民|会|自治会|場)|\b(?:municipality|city|town|village|prefecture)", re.I),
    ),
    (
        Bilingual("事業者", "the operator"),
        re.compile(r"社(?!会|協)|事業者|企業|店|法人|組合|\b(?:company|operator|firm|shop|ltd|inc|co-?operative)", re.I),
    ),
)  # fmt: skip


def benefits_balanced(subject: Subject) -> list[Finding]:
    """Each of user, operator and region gains something and gives something."""
    flows = list(_flows(subject))
    found = [
        finding
        for meaning in _PARTIES
        if subject.form.meaning(meaning) and (finding := _unbalanced(subject, meaning, flows))
    ]
    if found:
        return found
    text = Bilingual(
        "三者それぞれに、得るものと渡すものが書かれています。釣り合っているかを話し合ってください。",
        "What each of the three gains and gives is written. Talk about whether it balances.",
    )
    return [_finding("benefits_balanced", subject.field_about(Meaning.BENEFIT_USER).id, text)]


def roles_complete(subject: Subject) -> list[Finding]:
    """Every partner, the municipality and the operator have a role in the stakeholders' field."""
    box = subject.field_about(Meaning.STAKEHOLDERS)
    lines = [text for _, text in subject.of(Meaning.STAKEHOLDERS)]
    missing = [
        Bilingual(partner.name, partner.name)
        for partner in subject.inputs.partners
        if not _has_role(lines, re.compile(re.escape(partner.name), re.I))
    ]
    named = {partner.kind for partner in subject.inputs.partners}
    for kind, (label, pattern) in zip(
        (PartnerKind.MUNICIPALITY, PartnerKind.COMPANY), _SIDES, strict=True
    ):
        if kind not in named and not _has_role(lines, _or_place(pattern, kind, subject)):
            missing.append(label)
    if not missing:
        text = Bilingual("関係者の役割がそろっています。", "Every stakeholder has a role.")
        return [_finding("roles_complete", box.id, text)]
    words = joined(missing)
    text = Bilingual(
        f"役割が書かれていない関係者がいます：{words.ja}",
        f"These stakeholders have no role yet: {words.en}",
    )
    return [_finding("roles_complete", box.id, text, passed=False)]


def _flows(subject: Subject) -> Iterator[tuple[str, str]]:
    """(giver, taker) of every line written as “A → B: …” in the fields about exchange and benefit."""
    for _, text in subject.of(Meaning.EXCHANGE, *_PARTIES):
        if match := _ARROW.match(text.strip()):
            yield match["giver"], match["taker"]


def _unbalanced(subject: Subject, meaning: Meaning, flows: list[tuple[str, str]]) -> Finding | None:
    label, pattern = _PARTIES[meaning]
    pattern = _with_names(meaning, pattern, subject)
    written = [known(text) for _, text in subject.of(meaning) if not _ARROW.match(text)]
    gains = any(written) or any(pattern.search(taker) for _, taker in flows)
    gives = any(pattern.search(giver) for giver, _ in flows)
    if gains and gives:
        return None
    lacking = [word for word, present in ((_GAINS, gains), (_GIVES, gives)) if not present]
    words = joined(lacking)
    text = Bilingual(
        f"{label.ja}について、{words.ja}が書かれていません。「A→B：…」の形で書くと、釣り合うかを確かめられます。",
        f"For {label.en}, still to be written: {words.en}. Written as “A → B: …” it shows whether it balances.",
    )
    box = subject.field_about(Meaning.EXCHANGE, meaning) if gains else subject.field_about(meaning)
    return _finding("benefits_balanced", box.id, text, passed=False)


def _with_names(meaning: Meaning, pattern: re.Pattern[str], subject: Subject) -> re.Pattern[str]:
    """The party's words, and the names of the partners who belong to it."""
    kinds = _KINDS.get(meaning, frozenset())
    names = [re.escape(p.name) for p in subject.inputs.partners if p.kind in kinds]
    return re.compile("|".join([pattern.pattern, *names]), re.I)


def _has_role(lines: list[str], name: re.Pattern[str]) -> bool:
    """A line “name: role”, or a line with the name and the role on the lines below it."""
    for position, line in enumerate(lines):
        head, *rest = _COLON.split(line, maxsplit=1)
        if not name.search(head):
            continue
        role = rest[0] if rest else "".join(lines[position + 1 : position + 2])
        if without_blanks(role).strip(" 、。，.()（）"):
            return True
    return False


def _or_place(pattern: re.Pattern[str], kind: PartnerKind, subject: Subject) -> re.Pattern[str]:
    place = subject.inputs.place.municipality
    if kind is PartnerKind.MUNICIPALITY and place:
        return re.compile(f"{pattern.pattern}|{re.escape(place)}", re.I)
    return pattern


def _finding(check_id: str, field_id: str, message: Bilingual, *, passed: bool = True) -> Finding:
    entries = {
        "benefits_balanced": "points-2026/worksheet-merits",
        "roles_complete": "points-2026/worksheet-stakeholders",
    }
    return Finding(
        check_id=check_id,
        field_id=field_id,
        passed=passed,
        message=message,
        entry_id=entries[check_id],
    )
