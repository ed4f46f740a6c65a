"""Is it clear whose problem it is, and what it is?"""

import re

from assistant.worksheets.checking.finding import Finding, Subject, joined, known
from knowledge.documents import Bilingual

_NEEDED = 3
_SHORTEST = {"ja": 12, "en": 30}
_ENTRY = "points-2026/worksheet-problem"
_ASPECTS: tuple[tuple[Bilingual, re.Pattern[str]], ...] = (
    (
        Bilingual("住んでいる所", "where they live"),
        re.compile(r"住|地区|圏域|集落|団地|市|町|村|\b(?:liv(?:e|es|ing)|district|village|town|city|area)\b", re.I),
    ),
    (
        Bilingual("暮らし方", "how they live"),
        re.compile(r"一人暮らし|独居|ひとり暮らし|夫婦|同居|世帯|家族と|息子|娘|配偶者|\b(?:alone|couple|with (?:her|his|their)|household|widow)", re.I),
    ),
    (
        Bilingual("体の様子", "condition"),
        re.compile(r"歳|代の?|足腰|歩|免許|運転|要支援|要介護|元気|活発|体力|持病|物忘れ|認知症|目が|耳が|杖|\b(?:aged?|years? old|walk|licen[cs]e|driv|active|healthy|weak|frail|dementia|illness|stick)", re.I),
    ),
    (
        Bilingual("したいこと", "what they want to do"),
        re.compile(r"たい|たがって|希望|望んで|楽しみ|\b(?:want|wish|would like|hope|enjoy)", re.I),
    ),
    (
        Bilingual("今の頼り先や困りごと", "on whom they rely, or the trouble they have"),
        re.compile(r"頼|送迎|困|できない|行けない|難し|買えない|いない|不便|\b(?:rel(?:y|ies)|depend|lift|trouble|cannot|can't|unable|difficult|hard|nobody)", re.I),
    ),
)  # fmt: skip


def persona_concrete(subject: Subject) -> list[Finding]:
    """At least three of: where, how they live, condition, wishes, on whom they rely."""
    text = "\n".join(known(sentence.text) for sentence in subject.value.sentences)
    missing = [label for label, pattern in _ASPECTS if not pattern.search(text)]
    place = subject.inputs.place
    if any(name and name in text for name in (place.municipality, *place.districts)):
        missing = [label for label in missing if label != _ASPECTS[0][0]]
    passed = len(_ASPECTS) - len(missing) >= _NEEDED
    return [_finding("persona_concrete", subject, passed, _persona_message(passed, missing))]


def problem_concrete(subject: Subject) -> list[Finding]:
    """One settled sentence that is long enough to say who cannot do what."""
    shortest = _SHORTEST[subject.sheet.language]
    written = [known(sentence.text) for sentence in subject.value.sentences]
    passed = any(len(text) >= shortest for text in written)
    message = (
        Bilingual("何の課題かが書かれています。", "The problem is stated.")
        if passed
        else Bilingual(
            "誰が何に困っていて、どうなればよいかを、一つの文で書いてください。",
            "Say in one sentence who has trouble with what, and how it should be.",
        )
    )
    return [_finding("problem_concrete", subject, passed, message)]


def _persona_message(passed: bool, missing: list[Bilingual]) -> Bilingual:
    if passed:
        return Bilingual("対象となる人が具体的に書かれています。", "The persona is concrete.")
    words = joined(missing)
    return Bilingual(
        f"対象となる人が目に浮かぶように、次のことも書いてください：{words.ja}",
        f"So that one can picture the person, also write: {words.en}",
    )


def _finding(check_id: str, subject: Subject, passed: bool, message: Bilingual) -> Finding:
    return Finding(
        check_id=check_id,
        field_id=subject.box.id,
        passed=passed,
        message=message,
        entry_id=_ENTRY,
    )
