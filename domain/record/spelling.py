"""One spelling for what people see as the same: signs that show nothing go, letters that look alike become one.

Only for comparing: what was written stays as it was written. Letters of other scripts that look like Latin ones are
the Latin ones here, eth and its like the Vietnamese đ; marks in any order are composed (Unicode TR15), compatible forms
are one (NFKC). The vowel i after consonants alone is written i or y (`Lý`, `Lí`) and is i here.
"""

import re
from unicodedata import normalize

_ALIKE = {
    "A": "ΑАᎪ", "B": "ΒВᏴ", "C": "СᏟ", "D": "Ꭰ", "E": "ΕЕᎬ", "G": "Ԍ", "H": "ΗНᎻ", "I": "ΙІӀᏆ", "J": "ЈᎫ", "K": "ΚКᏦ",
    "L": "Ꮮ", "M": "ΜМᎷ", "N": "Ν", "O": "ΟОՕ", "P": "ΡРᏢ", "Q": "Ԛ", "S": "ЅᏚ", "T": "ΤТᎢ", "U": "Ս", "V": "ѴᏙ",
    "W": "ԜᎳ", "X": "ΧХ", "Y": "ΥҮУ", "Z": "ΖᏃ", "Đ": "ÐƉ",
    "a": "αаɑ", "c": "сς", "d": "ԁ", "e": "еҽ", "g": "ɡց", "h": "һհ", "i": "ıιіɩ", "j": "ј", "k": "κк", "l": "ӏ",
    "m": "м", "n": "ոп", "o": "οоօσ", "p": "ρр", "q": "ԛզ", "r": "г", "s": "ѕ", "t": "τт", "u": "υսʋ", "v": "νѵ",
    "w": "ԝѡ", "x": "хχ", "y": "уүγ", "z": "ᴢ", "đ": "ðɖ",
}  # fmt: skip
_TO_LATIN = str.maketrans({each: latin for latin, others in _ALIKE.items() for each in others})
_UNSEEN = re.compile(
    "[\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f\U000e0100-\U000e01ef"
    "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
"""Format characters, fillers, marks that compose with no letter, and private use: the signs of icon fonts."""
_MARKS = re.compile("[\u0300-\u036f]{2,}")
_OF_THE_LETTER = "\u0302\u0306\u031b"
"""Circumflex, breve, horn: with them a letter is another letter; the tone stands on it."""
_Y_AS_VOWEL = re.compile("(?<![^\\W_])(q[uúùủũụ]|[bcdđghklmnprstvx]{1,3})([yỳýỷỹỵ])(?![^\\W_])")
_TO_I = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")


_LETTERS = "ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
_ORDINARY = re.compile(f"[\\x00-\\x7f{_LETTERS}{_LETTERS.upper()}‘’“”…–—]*")
"""Nearly every text: nothing in it looks like anything else."""


def one_spelling(text: str) -> str:
    """The text in lower case, in the one spelling by which it is compared."""
    composed = normalize("NFC", text)
    if _ORDINARY.fullmatch(composed):
        return _with_i(composed.casefold())
    latin = normalize("NFKD", text).translate(_TO_LATIN)
    composed = normalize("NFC", _MARKS.sub(_tone_after_shape, latin))
    return _with_i(_UNSEEN.sub("", composed.casefold()))


def _tone_after_shape(marks: re.Match[str]) -> str:
    return "".join(sorted(marks[0], key=lambda mark: mark not in _OF_THE_LETTER))


def _with_i(text: str) -> str:
    return _Y_AS_VOWEL.sub(lambda found: found[1] + found[2].translate(_TO_I), text)
