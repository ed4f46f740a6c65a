"""Could a successor follow it who was in none of the meetings?"""

import re
from collections.abc import Iterator

from assistant.worksheets.blanks import texts_of
from assistant.worksheets.checking.finding import Finding, Subject
from knowledge.documents import Bilingual

_ABBREVIATION = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?![A-Za-z0-9])")
_EVERYDAY = frozenset(
    {"KPI", "AI", "IT", "EV", "PC", "TV", "NPO", "QR", "ID", "URL", "LINE", "OK", "PDF", "DVD"}
)
_VAGUE = re.compile(
    r"例の(?:件|話|とおり|通り)|前回(?:話した|の話|のとおり|の通り|どおり|と同じ)|先日(?:の|話した)|この前の"
    r"|(?:打合せ|打ち合わせ|会議|相談|協議|説明|お話|話)(?:した|の)?(?:とおり|通り|どおり)"
    r"|口頭で(?:説明|確認|合意|伝)|いつもの|従来どおり|従来の通り|従前(?:の)?(?:とおり|通り|どおり)|あの件|別途(?:連絡|相談|説明)|同上|メール参照|資料参照"
    r"|\b(?:as (?:discussed|agreed|mentioned|before|usual)|see (?:e-?mail|minutes)|the usual|ditto|tb[dac]|to follow)\b",
    re.I,
)
_ENTRY = "points-2026/worksheet-stakeholders"


def readable_by_successor(subject: Subject) -> list[Finding]:
    """No unexplained abbreviations, nothing that only those in the room understand.

    One finding a word; nothing while nothing is written.
    """
    whole = "\n".join(text for _, text in _written(subject))
    found: dict[str, Finding] = {}
    for field_id, text in _written(subject):
        for match in _VAGUE.finditer(text):
            found.setdefault(match[0], _vague(field_id, match[0]))
        for match in _ABBREVIATION.finditer(text):
            if not _is_explained(match[0], whole, subject):
                found.setdefault(match[0], _unexplained(field_id, match[0]))
    if found or not whole:
        return list(found.values())
    message = Bilingual(
        "後任が読んでも分かる書き方になっています。", "A successor can follow what is written."
    )
    return [_finding(subject.box.id, message, passed=True)]


def _written(subject: Subject) -> Iterator[tuple[str, str]]:
    for box in subject.form.fields.values():
        for text in texts_of(subject.sheet.value(box.id)):
            yield box.id, text


def _is_explained(word: str, whole: str, subject: Subject) -> bool:
    """Spelt out in brackets once, part of a partner's or place's name, or an everyday word."""
    names = [partner.name for partner in subject.inputs.partners]
    names += [subject.inputs.place.municipality, *subject.inputs.place.districts]
    if word.removesuffix("s") in _EVERYDAY or any(word in name for name in names):
        return True
    beside = rf"[（(][^（()）]*{re.escape(word)}|{re.escape(word)}[^（()）\n]{{0,8}}[（(]"
    return bool(re.search(beside, whole))


def _vague(field_id: str, words: str) -> Finding:
    text = Bilingual(
        f"「{words}」では、打合せにいなかった人に伝わりません。中身を書いてください。",
        f"“{words}” says nothing to somebody who was not there. Write what it was.",
    )
    return _finding(field_id, text)


def _unexplained(field_id: str, word: str) -> Finding:
    text = Bilingual(
        f"略語「{word}」の意味を、初めて出るところに（　）で書いてください。",
        f"Explain the abbreviation “{word}” in brackets where it first appears.",
    )
    return _finding(field_id, text)


def _finding(field_id: str, message: Bilingual, *, passed: bool = False) -> Finding:
    return Finding(
        check_id="readable_by_successor",
        field_id=field_id,
        passed=passed,
        message=message,
        entry_id=_ENTRY,
    )
