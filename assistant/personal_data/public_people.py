"""People whom the documents name: what they said is nobody's secret, unlike a resident's data."""

import re
from collections.abc import Iterable

_NAMED_IN_PUBLIC = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff々]{2,6})(?:氏|教授|座長)")
_TITLE = re.compile(
    r"^(?:Mr|Mrs|Ms|Miss|Professor)\b\.?\s*|(?:氏|さん|先生|教授|室長補佐|次長|部長)$"
)
# What is told of residents and their daily lives, hardly of a speaker at a round-table.
_TELLS_OF_A_RESIDENT = re.compile(
    r"様|さま|ちゃん|\d{2,3}[歳才]|\d0代|独居|(?:一人|ひとり|独り)(?:で|暮ら|です)|暮らし|買い?物|免許|通院|病院|入院"
    r"|歩[けく]|足腰|足[がを]|外出|困って|でき(?:な|ません)|行け(?:な|ません)|認知症|物忘れ|要介護\d|要支援\d|隣|近所|利用者の"
    r"|家族は|息子|娘|夫|妻|主人|奥さん|亡くな|電話|引きこも|閉じこも|相談|使える|生活保護|住所|寝たきり|骨折|転ん"
    r"|\baged?\b|\b\d{2,3}\b(?=[,)]| years)|\blives?\b|\balone\b|\bcan(?:no|')t\b|\blicen[cs]e\b|\bshop(?:s|ping)?\b"
    r"|\bdementia\b|\bcare level\b|\bbedridden\b|\b(?:our|my) (?:client|user|resident|neighbou?r)\b"
    r"|\b(?:his|her) (?:wife|husband|son|daughter|house|home|family)\b|\bhelp (?:him|her)\b|\bwidow(?:ed|er)?\b"
    r"|\bhospital\b|\bbenefits\b|\bphone\b|\baddress\b|\blonely\b|\bshe\b|\bfor (?:Mr|Mrs|Ms|Miss)\b",
    re.I,
)

# Whoever asks so is after what was said in public, whatever circumstances the question begins with:
# 「一人暮らしが増える中、…さんは何を提案した？」
_SAID = re.compile(
    r"^(?:さん|氏|先生|教授|座長)?(?:は|が)[^。]{0,40}(?:言っ|述べ|話し|語っ|提案し|指摘し|たとえ|例え|挙げ|呼ん|主張し|強調し|説明し|訴え|勧め)"
    r"(?:たの?|だの?|ていた|ている|てい?ます|ました)(?:ん?です)?か?[。?？]*$"
)
_DID_SAY = re.compile(
    r"^ (?:say|tell|propose|suggest|argue|call|compare|describe|mention|name|point|stress|recommend|urge|liken)\b"
)
_DID = re.compile(
    r"\b(?:what|how|why|which|where)\b[^.?]* did (?:(?:Mr|Mrs|Ms|Miss|Professor)\b\.? )?$", re.I
)
# Circumstances of somebody in particular, as against those of the times.
_OF_SOMEBODY = re.compile(
    r"隣|近所の|うちの|担当の|利用者|様|さま|[歳才]|息子|娘|夫|妻|主人|奥さん|[父母]|祖[父母]"
    r"|\b(?:my|our|his|her|neighbou?r|client|user|resident|aged?)\b",
    re.I,
)
_SENTENCE_ENDS = re.compile(r"[。?!？！\n]|\. ")
_MODIFIES = re.compile(r"[のたるいなで]$")


def publicly_named(texts: Iterable[str]) -> frozenset[str]:
    """People whom published texts name with 氏, 教授 or 座長."""
    return frozenset(match[1] for text in texts for match in _NAMED_IN_PUBLIC.finditer(text))


def is_public(name: str, text: str, end: int, known: Iterable[str]) -> bool:
    """Whether the name that ends there in the text is that of one of the known people.

    Many residents share a family name with them: alone it is theirs only in a text that tells
    nothing of a resident.
    """
    people = frozenset(_TITLE.sub("", person) for person in known)
    if name.isascii():
        words = frozenset(_TITLE.sub("", name).split())
        is_known = any(words <= frozenset(person.split()) for person in people)
        is_family_name = len(words) == 1
    else:
        # The dictionary may know a part of a rare name only.
        found = (one for one in people if name in one and text.endswith(one, 0, end))
        written = max(found, key=len, default="")
        is_known = bool(written)
        is_family_name = any(one.startswith(written) and one != written for one in people)
    if not is_known or not is_family_name:
        return is_known
    return not _TELLS_OF_A_RESIDENT.search(text) or _asks_what_was_said(text, end - len(name), end)


def _asks_what_was_said(text: str, start: int, end: int) -> bool:
    """Whether only circumstances before the name, in its own sentence, could be a resident's."""
    *earlier, before = _SENTENCE_ENDS.split(text[:start])
    after = text[end:]
    if any(map(_TELLS_OF_A_RESIDENT.search, earlier)) or _OF_SOMEBODY.search(before):
        return False
    if _DID.search(before):
        return bool(_DID_SAY.match(after)) and not _TELLS_OF_A_RESIDENT.search(after)
    tells = _TELLS_OF_A_RESIDENT.search(after) or _MODIFIES.search(before)
    return bool(_SAID.match(after)) and not tells
