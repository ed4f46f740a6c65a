"""Personal data in a question: masked before it is searched with, stored or sent anywhere."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from unicodedata import normalize

from knowledge.documents import Bilingual
from knowledge.tokens import is_japanese, proper_nouns

_DAY = (
    r"(?:(?:昭和|大正|平成|令和|[STHR])\.?\s*\d{1,2}[年.]\s*\d{1,2}[月.]\s*\d{1,2}日?"
    r"|(?:19|20)\d{2}\s*[年/.-]\s*\d{1,2}\s*[月/.-]\s*\d{1,2}日?"
    r"|\d{1,2} [A-Z][a-z]+,? \d{4}|[A-Z][a-z]+ \d{1,2},? \d{4})"
)
# What follows digits that count something rather than number a house.
_COUNTS = r"\s*(?:年|歳|才|人|名|%|月|割|日|時|分|台|社|万|件|か|カ|ヶ|箇|回|円|億|兆|度|倍|自治体|世帯|店)"
_WESTERN_YEARS = r"(?:19|20)\d{2}[- ](?:19|20)\d{2}"
_SPACE = "[ \u3000]?"
_HONORIFIC = re.compile(rf"{_SPACE}(?:さん|様|さま|ちゃん|くん|君)(?![々式子相])")
_PRIVATE_CONTEXT = re.compile(
    rf"{_SPACE}(?:さん|様|さま|氏|ちゃん|くん|君)?(?:[（(、, ]*\d{{2,3}}[歳才]"
    r"|の(?:住所|電話|連絡先|病|介護|息子|娘|夫|妻|家(?!族会)|自宅|個人情報|携帯)|が(?:倒れ|亡く|行方|徘徊|転(?:ん|倒))|宅)"
)
_ROLE_ENDINGS = "員者人長民客生師士方皆隣孫親娘婦夫妻供族家官係業店屋社体当社市町村区県"
_UNKNOWN_NAME = re.compile(rf"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{{1,4}}[^\W{_ROLE_ENDINGS}ぁ-ん]")
_KATAKANA = re.compile(r"[ァ-ヴー]+")
_NAMED_IN_PUBLIC = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff々]{2,6})(?:氏|教授|座長)")
_BEFORE_A_NAME = (
    r"(?:(?<=\bnamed )|(?<=\bneighbour )|(?<=\bneighbor )|(?<=\bresident )|(?<=\bpatient ))"
)
_LABEL = r"\b(?:tel|telephone|phone|mobile|e-?mail|my number|address|born(?: on)?)[.:]?\s*"
_TITLE = rf"(?:{_SPACE}(?:さん|様|さま|氏|ちゃん|くん|君))?(?:が|は|の|を|に|も)?[)）]?"
_CAPITALISED = r"[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?"


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without personal data, and the way back, which never leaves the process."""

    text: str
    replaced: tuple[tuple[str, str], ...]
    """(mask, what it stands for)."""

    def restored(self, text: str) -> str:
        """The text with masks replaced by what they stand for."""
        for mask, original in self.replaced:
            text = text.replace(mask, original)
        return text


_PATTERNS: tuple[tuple[Bilingual, re.Pattern[str]], ...] = (
    (Bilingual("メール", "e-mail"), re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)),
    (
        Bilingual("マイナンバー", "My Number"),
        re.compile(rf"(?<!\d)(?!{_WESTERN_YEARS})\d{{4}}([- ]?)\d{{4}}\1\d{{4}}(?!\d|{_COUNTS})"),
    ),
    (
        # Ten or eleven digits with the leading nought: a date or a range has fewer.
        Bilingual("電話", "phone"),
        re.compile(
            r"(?<![\d-])\(?(?:\+81[- ]?\(?0?\)?(?=(?:[-() ]*\d){9,10}(?![-\d]))|0(?=(?:[-() ]{0,2}\d){9,10}(?![-\d])))"
            r"\d{0,4}[-() ]{0,2}\d{1,4}[-() ]{0,2}\d{3,4}"
        ),
    ),
    (
        Bilingual("生年月日", "birth date"),
        re.compile(
            rf"{_DAY}\s*(?:生まれ|生(?![活産徒涯])|born)"
            rf"|(?:生年月日|誕生日)[はが:\s]*{_DAY}"
            rf"|\b(?:born(?: on)?|date of birth:?|DOB:?)\s*{_DAY}",
        ),
    ),
    (
        Bilingual("住所", "address"),
        re.compile(
            r"〒\s*\d{3}-\d{4}"
            r"|[\u4e00-\u9fffぁ-んァ-ヴー]{2,12}?\d{1,4}-\d{1,4}-\d{1,4}(?:号室?)?"
            r"|[\u4e00-\u9fffぁ-んァ-ヴー]{2,12}?\d{1,2}丁目\d{1,3}(?:番地?|-)?(?:の|-)?\d{0,4}号?"
            rf"|[\u4e00-\u9fffぁ-んァ-ヴ]{{1,6}}[市区町村](?![はがをにでとのもへや])(?:大?字)?[\u4e00-\u9fffぁ-んァ-ヴー]{{1,10}}(?<!令和)(?<!平成)(?<!昭和)(?<!年度)\d{{1,4}}(?:番地(?:の?\d{{1,4}})?|-\d{{1,4}})(?!\d|-|{_COUNTS})"
            rf"|\b\d{{1,4}}-\d{{1,4}}-\d{{1,4}},? {_CAPITALISED}(?:, {_CAPITALISED}){{0,3}}"
            rf"|\b\d{{1,4}}-\d{{1,4}},? {_CAPITALISED}[- ](?:cho|machi|ku|shi)\b(?:, {_CAPITALISED}){{0,3}}"
        ),
    ),
    (
        Bilingual("氏名", "name"),
        re.compile(
            r"(?<=氏名[は:])\s*[\u4e00-\u9fff]{2,8}|(?<=名前は)\s*[\u4e00-\u9fff]{2,8}(?=[でと。])"
            rf"|\b(?:Mr|Mrs|Ms|Miss)\b\.? {_CAPITALISED}(?: {_CAPITALISED}){{0,2}}"
            rf"|\b(?<!of )(?<!in ){_CAPITALISED} {_CAPITALISED}(?=(?:,? aged? \d|,? \(?\d{{2,3}}(?:\)| years)|,? who lives|,? living alone| \((?:employee|aged|patient)|'s (?:home|address|phone|mobile (?:phone|number)|mother|father|house)))"
            rf"|{_BEFORE_A_NAME}{_CAPITALISED} {_CAPITALISED}"
        ),
    ),
)
_NAME = _PATTERNS[-1][0]


def mask(text: str, *, public_names: frozenset[str] = frozenset()) -> Masked:
    """Replace residents' names, addresses, phones, My Number, birth dates and mail addresses.

    Organisations, places and dates of programmes stay: they are what questions are about. A text
    without personal data comes back unchanged, one with some in Unicode's NFKC form.

    Args:
        public_names: people whom the documents name; they stay unless something private follows.
    """
    masking = _Masking(normalize("NFKC", text), is_japanese(text))
    known = frozenset(word for name in public_names for word in name.split())
    for label, pattern in _PATTERNS:
        masking.replace(label, pattern, known if label is _NAME else frozenset())
    masking.replace_names(public_names)
    return Masked(masking.text, tuple(masking.masks)) if masking.masks else Masked(text, ())


def without_people(masked: Masked) -> str:
    """The masked text without its masks and what belongs to them: what is asked, about nobody.

    A question about a resident's trouble is answered as anybody's; a mask would be searched for.
    """
    if not masked.replaced:
        return masked.text
    mask = "|".join(re.escape(found) for found, _ in masked.replaced)
    one = rf"(?:{_LABEL})?(?:{mask}){_TITLE}"
    aside = rf"\s*[（(][^（()）]*(?:{mask})[^（()）]*[)）]"
    left = re.sub(rf"{aside}|{one}", "", masked.text, flags=re.I)
    left = re.sub(r"(?:[,、]\s*)+(?=[,、])|\s+(?=[,.、。])", "", left)
    return re.sub(r"^[がはもをに](?=\S)", "", left.strip(" ,、。")) or masked.text


def publicly_named(texts: Iterable[str]) -> frozenset[str]:
    """People whom published texts name with 氏, 教授 or 座長."""
    return frozenset(match[1] for text in texts for match in _NAMED_IN_PUBLIC.finditer(text))


class _Masking:
    """A text while its personal data are replaced, kind by kind."""

    def __init__(self, text: str, japanese: bool) -> None:
        self.text = text
        self.masks: list[tuple[str, str]] = []
        self._japanese = japanese
        self._given = text

    def replace(
        self, label: Bilingual, pattern: re.Pattern[str], known: frozenset[str] = frozenset()
    ) -> None:
        """Mask what the pattern finds, unless it has one of the known words."""
        self.text = pattern.sub(partial(self._mask_match, label, known), self.text)

    def replace_names(self, public_names: frozenset[str]) -> None:
        """Names with さん and the like, and names that something private follows."""
        for start, end in reversed(list(_name_spans(self.text, public_names))):
            self.text = (
                self.text[:start] + self._mask(_NAME, self.text[start:end]) + self.text[end:]
            )

    def _mask_match(self, label: Bilingual, known: frozenset[str], match: re.Match[str]) -> str:
        is_known = not known.isdisjoint(match[0].split())
        return match[0] if is_known else self._mask(label, match[0])

    def _mask(self, label: Bilingual, original: str) -> str:
        known = next((mask for mask, kept in self.masks if kept == original), None)
        return known or self._new_mask(label, original)

    def _new_mask(self, label: Bilingual, original: str) -> str:
        name = label.ja if self._japanese else f"{label.en} "
        number = len(self.masks) + 1
        # Somebody may have typed what looks like a mask: ours must lead back to one thing only.
        while (mask := f"【{name}{number}】") in self._given or mask in dict(self.masks):
            number += 1
        self.masks.append((mask, original))
        return mask


def _name_spans(text: str, public_names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Start and end of each name to mask, from left to right."""
    done = 0
    for start, end in _people(text):
        name = text[start:end]
        private = bool(_PRIVATE_CONTEXT.match(text, end))
        addressed = bool(_HONORIFIC.match(text, end)) and not _KATAKANA.fullmatch(name)
        # The dictionary may know a part of a rare name only.
        public = any(name in known and text.endswith(known, 0, end) for known in public_names)
        if start >= done and (private or (addressed and not public)):
            done = end
            yield start, end


def _people(text: str) -> list[tuple[int, int]]:
    """Family name and given name as one, and kanji before さん that no dictionary has."""
    spans: list[tuple[int, int]] = []
    for noun in proper_nouns(text):
        if not noun.is_person:
            continue
        if spans and text[spans[-1][1] : noun.start] in ("", " ", "\u3000"):
            spans[-1] = (spans[-1][0], noun.end)
        else:
            spans.append((noun.start, noun.end))
    spans = [(start, _with_ending(text, end)) for start, end in spans]
    taken = {position for start, end in spans for position in range(start, end)}
    unknown = [
        match.span()
        for match in _UNKNOWN_NAME.finditer(text)
        if _PRIVATE_CONTEXT.match(text, match.end())
        and _HONORIFIC.match(text, match.end())
        and taken.isdisjoint(range(*match.span()))
    ]
    return sorted((*spans, *unknown))


def _with_ending(text: str, end: int) -> int:
    """ヨシ子 is known to the dictionary as ヨシ alone."""
    ends_name = text[end : end + 1] in tuple("子江代美枝男夫郎")
    return end + 1 if ends_name and _HONORIFIC.match(text, end + 1) else end
