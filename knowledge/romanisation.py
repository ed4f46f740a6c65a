"""Japanese words in Latin letters and back, as names stand in English (Hepburn)."""

import re
from functools import lru_cache
from unicodedata import normalize

_ROWS = {
    "": "アイウエオ",
    **{"k": "カキクケコ", "g": "ガギグゲゴ", "s": "サシスセソ", "z": "ザジズゼゾ"},
    **{"t": "タチツテト", "d": "ダヂヅデド", "n": "ナニヌネノ", "h": "ハヒフヘホ"},
    **{"b": "バビブベボ", "p": "パピプペポ", "m": "マミムメモ", "r": "ラリルレロ"},
}
_CONTRACTED = {
    **{"ky": "キ", "gy": "ギ", "sh": "シ", "j": "ジ", "ch": "チ", "ny": "ニ", "hy": "ヒ"},
    **{"by": "ビ", "py": "ピ", "my": "ミ", "ry": "リ"},
}
_IRREGULAR = {
    **{"シ": "shi", "ジ": "ji", "チ": "chi", "ヂ": "ji", "ツ": "tsu", "ヅ": "zu", "フ": "fu"},
    **{"ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ワ": "wa", "ヲ": "o", "ン": "n"},
}
_LATIN = {
    **{kana: row + vowel for row, line in _ROWS.items() for vowel, kana in zip("aiueo", line, strict=True)},
    **_IRREGULAR,
    **{kana + small: start + vowel for start, kana in _CONTRACTED.items() for vowel, small in zip("auo", "ャュョ", strict=True)},
}  # fmt: skip
# What has two kana (ji, zu, o) is read as the usual one, which comes first.
_KANA = {latin: kana for kana, latin in reversed(_LATIN.items())}
_KANA_UNIT = re.compile("|".join(sorted(_LATIN, key=len, reverse=True)) + "|[ッー]")
# A syllable, n before a consonant or the end, or the first of two consonants.
_LATIN_UNIT = re.compile(
    rf"(?P<syllable>{'|'.join(sorted((latin for latin in _KANA if latin != 'n'), key=len, reverse=True))})"
    r"|(?P<n>n(?![aiueoy])|m(?=[bpm]))|(?P<double>t(?=ch)|([kstpcbdgz])(?=\4))"
)
_TO_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}
_WRITTEN_AS_ONE_LIKES = re.compile(r"o[uo]|oh(?![aiueo])|uu|aa|ee|ii|m(?=[bmp])")

_WORDS_REMEMBERED = 20_000


@lru_cache(maxsize=_WORDS_REMEMBERED)
def in_latin(kana: str) -> str:
    """Kana in the spelling of `same_sound`; empty where there is anything else."""
    kana = kana.translate(_TO_KATAKANA)
    units = _KANA_UNIT.findall(kana)
    if "".join(units) != kana:
        return ""
    latin = "".join(_LATIN.get(unit, "っ" if unit == "ッ" else "") for unit in units)
    latin = re.sub("っ(ch)", r"t\1", latin)
    return same_sound(re.sub("っ(.)", r"\1\1", latin).replace("っ", ""))


def in_katakana(word: str) -> str:
    """A word in Latin letters as it sounds when it is Japanese; empty where it cannot be."""
    word = _plain(word)
    found = list(_LATIN_UNIT.finditer(word))
    if "".join(match[0] for match in found) != word:
        return ""
    return "".join(
        _KANA[match["syllable"]] if match["syllable"] else "ン" if match["n"] else "ッ"
        for match in found
    )


def same_sound(latin: str) -> str:
    """One spelling for all ways to write a word: Ōsaka, Oosaka, O-saka; Shimbashi, Shinbashi."""
    return _WRITTEN_AS_ONE_LIKES.sub(
        lambda match: "n" if match[0] == "m" else match[0][0], _plain(latin)
    )


def _plain(latin: str) -> str:
    decomposed = normalize("NFKD", latin.lower())
    return "".join(letter for letter in decomposed if letter.isascii() and letter.isalpha())
