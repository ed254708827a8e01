"""Characters, spaces and line breaks: one typography, the one that the embedded model was trained on."""

from __future__ import annotations

import re
import unicodedata

from service.normalise.names import SPREAD

_MAP = {
    **dict.fromkeys("’‘ʼ‛′´`＇", "'"),
    **dict.fromkeys("“”„‟″〝〞＂‹›", '"'),
    **dict.fromkeys("\u2010\u2011\u2212\ufe63\uff0d", "-"),
    "…": "...",
    "\u2028": "\n",
    "\u2029": "\n",
    **dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)),
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "＇＂－"},
}
_INVISIBLE = [*range(0x20), *range(0x7F, 0xA0), 0xAD, 0x61C, 0x180E, 0x200B, 0x200C, 0x200E, 0x200F, 0xFEFF]
_INVISIBLE += [*range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xD800, 0xE000), *range(0xFFF9, 0xFFFC)]
_LINES = {0x0B: "\n", 0x0C: "\n", 0x0D: "\n", 0x1C: "\n", 0x1D: "\n", 0x1E: "\n", 0x85: "\n", 0x0A: "\n", 0x09: " "}
TABLE = str.maketrans({**{chr(c): None for c in _INVISIBLE}, **{chr(c): s for c, s in _LINES.items()}, **_MAP})
JOINER = re.compile(r"\u200d(?![\u2600-\u27bf\U0001f000-\U0001faff])")  # only emoji need it
SPACE = re.compile(r"[^\S\n]+")
HYPHEN_BREAK = re.compile(r"([^\W\d_]{1,20}+)- *\n *>? *(?=([^\W\d_]{1,20}+))")
BREAK = re.compile(r" *\n[ \n]*(?:> ?)*+")
BEFORE_HYPHEN = frozenset(
    """t celui celle ceux celles peut vingt trente quarante cinquante soixante quatre cent non sous demi mi ex vice porte avant
    après contre semi quasi est lui elle elles eux nous vous moi toi soi haut bas grand grande sud nord ouest au là ci par
    franco anglo arabo afro euro trans inter chef rendez secrétaire ministre directeur juge saint sainte""".split()
)
AFTER_HYPHEN = frozenset("ci là même mêmes t il elle on ils elles je vous nous en y être dire ce tu uns unes delà".split())
ELISION = re.compile(r"\b([ldjnsctmLDJNSCTM]|(?:[Jj]us|[Ll]ors|[Pp]uis|[Qq]uoi|[Pp]res)?[Qq]u|[Aa]ujourd)' (?=[^\W\d_])")
OPENED = re.compile(r"«\s*")
CLOSED = re.compile(r"\s*»")
TIGHT = re.compile(r" +(?=[,)\]])| +(?=\.(?:\s|$))")
INSIDE = re.compile(r"(?<=[(\[]) +")
LETTER_BY_LETTER = re.compile(r"[^\W\d_](?:[^\S\n][^\W\d_]){3,}+(?![\w'])")
SPREAD_WORDS = re.compile(rf"(?:{SPREAD})+")
WORDS_WITHIN = re.compile(SPREAD)
WIDE_GAP = re.compile(r"[^\S\n]{2,}")


def characters(text: str) -> str:
    """NFC; one apostrophe, one quote, one space; nothing invisible; lines end in one newline."""
    if text.isascii() and text.isprintable():
        return text.replace("`", "'")
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").translate(TABLE)
    return unicodedata.normalize("NFC", JOINER.sub("", text))


def unwrap(text: str) -> str:
    """Hard-wrapped lines into one; a word broken by a hyphen made whole, unless the hyphen is its own ("peut-\\nêtre")."""
    if "\n" not in text:
        return text
    return BREAK.sub(" ", HYPHEN_BREAK.sub(_mend, text))


def _mend(found: re.Match[str]) -> str:
    before, after = found[1], found[2]
    own = before.lower() in BEFORE_HYPHEN or after.lower() in AFTER_HYPHEN or after[0].isupper()
    return f"{before}-" if own else before


def spaces(text: str) -> str:
    """Single spaces; letters spread for show drawn together; « so », (so), l'école, no space before a comma or full stop."""
    if LETTER_BY_LETTER.match(text.lstrip()):
        text = " ".join(_gathered(group.strip()) for group in WIDE_GAP.split(text))
    text = SPACE.sub(" ", text)
    if "'" in text:
        text = ELISION.sub(r"\1'", text.replace("''", '"'))
    if "«" in text or "»" in text or "<<" in text:
        text = CLOSED.sub(" »", OPENED.sub("« ", text.replace("<<", "«").replace(">>", "»")))
    return INSIDE.sub("", TIGHT.sub("", text)).strip()


def _gathered(group: str) -> str:
    """ "P R E S S E" → "PRESSE"; where even words are one space apart, the words of a letterhead are known."""
    letters = group.split()
    if any(len(letter) > 1 for letter in letters):
        return group
    joined = "".join(letters)
    return " ".join(WORDS_WITHIN.findall(joined)) if SPREAD_WORDS.fullmatch(joined) else joined
