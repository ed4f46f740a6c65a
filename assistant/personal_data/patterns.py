"""What personal data look like, kind by kind; names without a label are found in `people`."""

import re

from knowledge.documents import Bilingual

_DAY = (
    r"(?:(?:昭和|大正|平成|令和|[STHR])\.?\s*\d{1,2}[年.]\s*\d{1,2}[月.]\s*\d{1,2}日?"
    r"|(?:19|20)\d{2}\s*[年/.-]\s*\d{1,2}\s*[月/.-]\s*\d{1,2}日?"
    r"|\d{1,2} [A-Z][a-z]+,? \d{4}|[A-Z][a-z]+ \d{1,2},? \d{4})"
)
# What follows digits that count something rather than number a house.
_COUNTS = r"\s*(?:年|歳|才|人|名|%|月|割|日|時|分|台|社|万|件|か|カ|ヶ|箇|回|円|億|兆|度|倍|自治体|世帯|店)"
_WESTERN_YEARS = r"(?:19|20)\d{2}[- ](?:19|20)\d{2}"
CAPITALISED = r"[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?"
NO_FIRST_WORD = (
    r"(?!(?:Is|Are|Was|Were|Do|Does|Did|Has|Have|Can|In|At|On|For|From|To|By|Of|As|If|The|And|But|With|Who|What"
    r"|Which|When|Where|Why|How)\b)"
)
"""Words that begin a sentence with a capital letter are no given names."""
_BEFORE_A_NAME = (
    r"(?:(?<=\bnamed )|(?<=\bneighbour )|(?<=\bneighbor )|(?<=\bresident )|(?<=\bpatient ))"
)
# Hiragana only as part of a place, and no particle begins it: 「田中さんはみどり町3-14-2」.
_QUARTER = (
    r"(?:(?![はがをにでとのもへや])[ぁ-ん]{2,4}(?=[市区町村丘台]))?[\u4e00-\u9fffァ-ヴー々]{1,12}?"
    r"(?:(?<=[市区町村])[ぁ-ん]{1,6})?"
)
NAME = Bilingual("氏名", "name")

PATTERNS: tuple[tuple[Bilingual, re.Pattern[str]], ...] = (
    (Bilingual("メール", "e-mail"), re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)),
    (
        Bilingual("マイナンバー", "My Number"),
        re.compile(rf"(?<!\d)(?!{_WESTERN_YEARS})\d{{4}}([- ]?)\d{{4}}\1\d{{4}}(?!\d|{_COUNTS})"),
    ),
    (
        # Ten or eleven digits with the leading nought: a date or a range has fewer.
        Bilingual("電話", "phone"),
        re.compile(
            r"(?<![\d-])(?:\((?=0\d{1,4}\)))?(?:\+81[- ]?\(?0?\)?(?=(?:[-() ]*\d){9,10}(?![-\d]))|0(?=(?:[-() ]{0,2}\d){9,10}(?![-\d])))"
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
            rf"|{_QUARTER}\d{{1,4}}-\d{{1,4}}-\d{{1,4}}(?:号室?)?"
            rf"|{_QUARTER}\d{{1,2}}丁目\d{{1,3}}(?:番地?|-)?(?:の|-)?\d{{0,4}}号?"
            rf"|[\u4e00-\u9fffぁ-んァ-ヴ]{{1,6}}[市区町村](?![はがをにでとのもへや])(?:大?字)?[\u4e00-\u9fffぁ-んァ-ヴー]{{1,10}}(?<!令和)(?<!平成)(?<!昭和)(?<!年度)\d{{1,4}}(?:番地(?:の?\d{{1,4}})?|-\d{{1,4}})(?!\d|-|{_COUNTS})"
            rf"|\b\d{{1,4}}-\d{{1,4}}-\d{{1,4}},? {CAPITALISED}(?:, {CAPITALISED}){{0,3}}"
            rf"|\b\d{{1,4}}-\d{{1,4}},? {CAPITALISED}[- ](?:cho|machi|ku|shi)\b(?:, {CAPITALISED}){{0,3}}"
        ),
    ),
    (
        NAME,
        re.compile(
            r"(?<=氏名[は:])\s*[\u4e00-\u9fff]{2,8}|(?<=名前は)\s*[\u4e00-\u9fff]{2,8}(?=[でと。])"
            rf"|\b(?:Mr|Mrs|Ms|Miss)\b\.? {CAPITALISED}(?: {CAPITALISED}){{0,2}}"
            rf"|\b{CAPITALISED}-(?:san|sama|chan|kun)\b"
            rf"|\b(?<!of )(?<!in ){NO_FIRST_WORD}{CAPITALISED} {CAPITALISED}(?=(?:,? aged? \d|,? \(?\d{{2,3}}(?:\)| years)|,? who lives|,? living alone| \((?:employee|aged|patient)|'s (?:home|address|phone|mobile (?:phone|number)|mother|father|house)\b))"
            rf"|{_BEFORE_A_NAME}{CAPITALISED} {CAPITALISED}"
        ),
    ),
)
_LABELS = "|".join(f"{label.ja}|{label.en} " for label, _ in PATTERNS)
MASK = rf"【(?:{_LABELS})\d+】"
"""Regular expression of any mask."""
NAME_MASK = rf"【(?:{NAME.ja}|{NAME.en} )\d+】"
