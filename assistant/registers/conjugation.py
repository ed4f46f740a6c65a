"""Forms of Japanese verbs, from the dictionary form and the type of conjugation."""

from knowledge.tokens import Morpheme

TYPE = 4
"""Place of the conjugation type in a part of speech."""
_IRREGULAR = {
    "サ行変格": {"a": "し", "i": "し", "passive": "さ", "ta": "した", "te": "して", "ba": "すれ"},
    "カ行変格": {"a": "こ", "i": "き", "passive": "こら", "ta": "きた", "te": "きて", "ba": "くれ"},
    # 来る keeps its character: 来た, 来ない.
    "来る": {"a": "来", "i": "来", "passive": "来ら", "ta": "来た", "te": "来て", "ba": "来れ"},
}
_ROWS = {
    "カ": "かきくけこ",
    "ガ": "がぎぐげご",
    "サ": "さしすせそ",
    "タ": "たちつてと",
    "ナ": "なにぬねの",
    "バ": "ばびぶべぼ",
    "マ": "まみむめも",
    "ラ": "らりるれろ",
    "ワ": "わいうえお",
}
_PAST = {
    "カ": "いた",
    "ガ": "いだ",
    "サ": "した",
    "タ": "った",
    "ナ": "んだ",
    "バ": "んだ",
    "マ": "んだ",
    "ラ": "った",
    "ワ": "った",
}
_GO = ("行く", "いく", "ゆく")


class Verb:
    """One verb, or an auxiliary that conjugates like one, as 使う of the type 五段-ワア行."""

    def __init__(self, dictionary_form: str, kind: str) -> None:
        """
        Args:
            kind: type of conjugation as SudachiPy names it.
        """
        self.plain = dictionary_form
        self._kind = kind

    @classmethod
    def of(cls, morpheme: Morpheme) -> "Verb":
        return cls(morpheme.dictionary_form, morpheme.part_of_speech[TYPE])

    @property
    def past(self) -> str:
        """使った."""
        if irregular := self._irregular("ta"):
            return irregular
        if self._is_godan:
            row = "タ" if self.plain in _GO else self._row  # 行った, not 行いた
            return self.plain[:-1] + _PAST[row]
        return f"{self.plain[:-1]}た"

    @property
    def gerund(self) -> str:
        """使って."""
        past = self.past
        return past[:-1] + ("で" if past[-1] == "だ" else "て")

    @property
    def negative(self) -> str:
        """使わない."""
        if self.plain == "ある":
            return "ない"
        return f"{self.stem('a')}ない"

    @property
    def negative_past(self) -> str:
        """使わなかった."""
        return f"{self.negative[:-1]}かった"

    def stem(self, vowel: str) -> str:
        """What stands before ない (`a`), ます (`i`), ば (`ba`) or the passive れる (`passive`)."""
        if irregular := self._irregular(vowel):
            return irregular
        if not self._is_godan:
            return self.plain[:-1] + {"passive": "ら", "ba": "れ"}.get(vowel, "")
        place = {"a": 0, "passive": 0, "i": 1, "ba": 3}[vowel]
        return self.plain[:-1] + _ROWS[self._row][place]

    @property
    def _is_godan(self) -> bool:
        return self._kind.startswith("五段")

    @property
    def _row(self) -> str:
        return self._kind.partition("-")[2][:1]

    def _irregular(self, form: str) -> str:
        forms = _IRREGULAR.get(self.plain[-2:]) or _IRREGULAR.get(self._kind)
        return self.plain[:-2] + forms[form] if forms else ""
