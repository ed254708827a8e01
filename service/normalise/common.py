"""Rare French words become common ones of the same sense, verbs in -er in the same form, before the model sees them: “a été
fustigée” → “a été critiquée”. A small model guesses at what it met a few times in training; `configs/plain_words.txt` has it."""

from __future__ import annotations

import re
from functools import cache

from service.config import config_folder

FILE = "plain_words.txt"  # "fustiger = critiquer", "in extremis = au dernier moment", one a line
_ENDINGS = "e es ent er é ée és ées era eront ait aient ant erait eraient èrent a".split()
_MUTE = ("e", "es", "ent")
_CLITIC = r"(?:[dlsnmtj]|qu)['’]|(?:de|l[ea]|se|ne|me|te|je|que) "


def in_common_words(text: str) -> str:
    """The sentence with its rare words replaced."""
    forms, pattern = _forms()

    def plain(found: re.Match[str]) -> str:
        rare = found["rare"]
        return _elided(found["before"] or "", _cased(forms[rare.lower().replace("’", "'")], rare))

    return pattern.sub(plain, text)


@cache
def _forms() -> tuple[dict[str, str], re.Pattern[str]]:
    """Every form of a rare word → the same form of the plain one, and what finds them."""
    forms: dict[str, str] = {}
    for line in (config_folder() / FILE).read_text(encoding="utf-8").splitlines():
        rare, _, plain = line.partition(" = ")
        if plain.endswith("er") and " " not in rare + plain and not line.startswith("#"):
            noun, stem = rare.endswith("!"), rare.rstrip("!")[:-2]
            endings = (e for e in _ENDINGS if not (noun and e in ("e", "es")))
            forms.update((_spelled(stem, e), _spelled(plain[:-2], e)) for e in endings)
        elif plain and not line.startswith("#"):
            forms[rare] = plain
    every = "|".join(re.escape(form).replace("'", "['’]") for form in sorted(forms, key=len, reverse=True))
    return forms, re.compile(rf"(?<![\w-])(?P<before>{_CLITIC})?(?P<rare>{every})(?![\w-])", re.IGNORECASE)


def _spelled(stem: str, ending: str) -> str:
    """changer → changeait, lancer → lançait, protéger → protège."""
    if ending in _MUTE:
        stem = re.sub(r"é(?=[^aeiouyéè]$)", "è", re.sub(r"(?<=[a-z])e(?=[vs]$)", "è", stem))
    if ending[0] == "a":
        stem = re.sub(r"c$", "ç", stem) + ("e" if stem.endswith("g") else "")
    return stem + ending


def _elided(before: str, word: str) -> str:
    """de juguler → d'arrêter; d'enrayer stays as it is."""
    vowel = re.match(r"[aeiouyàâéèêîô]|h(?!eurt)", word, re.IGNORECASE)
    if vowel and before.endswith(" "):
        return before[:-2] + "'" + word
    if not vowel and before.endswith(("'", "’")):
        return before[:-1] + "e " + word
    return before + word


def _cased(plain: str, rare: str) -> str:
    return plain.capitalize() if rare[:1].isupper() else plain
