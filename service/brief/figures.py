"""The quantities of an English sentence, each with the words that say what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.types import Figure

_CURRENCY = r"(?:US\$|C\$|A\$|CA\$|[$€£¥]|(?:EUR|USD|GBP|CHF|MAD|XOF|CFAF|FCFA)\s?)"
_SCALE = r"(?:\s(?:thousand|million|billion|trillion|bn|m)\b)"
_UNIT = (
    r"(?:\s?%|\s(?:per\s?cent|percent|percentage points?|points?)\b"
    r"|\s(?:euros?|dollars?|pounds?|dirhams?|dinars?|(?:CFA|Swiss|Congolese|Guinean) francs?|francs?)\b"
    r"|\s?(?:km²?|kilometres?|metres?|hectares?|ha|tonnes?|MW|GW|kWh|TWh|m²|litres?|barrels?|°C|(?:[kmµμ]?g|m?[lL])(?:/(?:kg|[lL]|m³))?)(?!\w))"
)
_FIGURE = re.compile(
    rf"(?<![\w.,/⟦-])(?:{_CURRENCY})?[-−]?\d+(?:,\d{{3}})*(?:\.\d+)?(?![\d/:⟧]|[.,]\d){_SCALE}?{_UNIT}?"
)
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(
    rf"\s+(?:(?:and|to) \d+ )?(?:{_MONTHS})\b|\s*(?:st|nd|rd|th)\b|\s*(?:[ap]\.?m\b|h\b|o'clock)|-year|\s+to\s(?:{_DAYS})",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    rf"(?:{_MONTHS}|{_DAYS}|[Aa]rticles?|[Nn]o\.?|n°|[Pp]ages?|[Ss]ections?|[Pp]aragraphs?|[Cc]hapter|[Ss]ession|[Ll]aw|[Dd]ecree|since|in|of"
    r"|[Nn]umbers?|[Bb]atch(?:es)?|[Ll]ots?|[Pp]hone|[Tt]el\.?:?|\+\d[\d ]*|by|until|before|after|from|to|between|and)\s*$"
)
_WORD = re.compile(r"\d[\d,.]*\d|[^\s,;:.!?()\"“”«»]+")
_STOP = re.compile(
    r",(?!\d)|[;:!?()\"“”«»]|\.(?:\s|$)| (?:from|to) \d| (?:which|who|that|has|have|had|is|are|was|were|will|would|while|said)\b"
)


_BOUND = re.compile(
    r"\b(?:(?:more|less|fewer|greater|higher|lower) than|at (?:least|most)|nearly|almost|up to)\s+$", re.IGNORECASE
)
_OTHER_ENDS = re.compile(rf"{_SCALE}? (?:and|to) [\d€$£]")
_LESSER = re.compile(r"\d (?:votes )?to $")  # 78 votes to 41
_FROM = re.compile(rf"\bfrom \S{{1,20}}{_SCALE}?{_UNIT}? to $")
_OF = re.compile(r"(?:\b(?:an?|the|its|their|our|his|her) |^)((?:[a-z-]+ ){1,3})of $")  # "a net loss of €2 million in 2025"
_RANGE = re.compile(r"\bbetween \S{1,20}(?: (?:m|b|tr)illion)? and $", re.IGNORECASE)
_PACK = re.compile(r"[x×] ?#|# ?[x×] ?\d")  # 4 x 90 g
_BULLET = re.compile(r"^\s*[•▪◦*–-]\s+")
_VAGUE = frozenset("of them those these compared against only still also just it all up down out one with".split())


def figures(sentence: str, source: int) -> Iterator[Figure]:
    """Counts, sums, shares and measures, each with its bound ("at least 12%"); no years, dates, times, telephone numbers or
    article numbers."""
    sentence = _BULLET.sub("", sentence)
    for found in _FIGURE.finditer(sentence):
        value = found.group().strip()
        before, after = sentence[: found.start()], sentence[found.end() :]
        if _DATE.match(after) or _PACK.search(f"{before[-3:]}#{after[:4]}") or (value.isdigit() and _is_reference(value, before)):
            continue
        bare = value.replace(",", "").isdigit()
        if _LESSER.search(before) or (_OTHER_ENDS.match(after) and re.search(r"\b(?:between|from) $", before)):
            continue  # "between 8 and 8.5%" and "from 88 to 71" are told with their end, "78 votes to 41" with the first
        label = _label(before, after, counted=bare or value.endswith(("llion", "housand")), bare=bare)
        named = label[:1].isupper() and (bare or not sentence.startswith(label))  # "Phase 4": a name and no count
        if label and not named and label.split()[0] not in _EMPTY and _tells(label):
            bound = _BOUND.search(before) or _RANGE.search(before)
            yield Figure(value=(bound.group().lower() if bound else "") + value, label=label, sources=(source,))


def _tells(label: str) -> bool:
    """Whether some word of it says what is counted."""
    return any(len(word) > 2 and word.isalpha() and not word.isupper() and word not in _VAGUE | _LINKS for word in label.split())


def _is_reference(value: str, before: str) -> bool:
    """A year, or a number after "Article", "No.", a month …"""
    year = len(value) == 4 and 1000 <= int(value) <= 2100
    told = _REFERENCE.search(before)
    return bool(told and (year or told.group().strip().lower() not in _FOLLOWED)) or (year and not told)


_FOLLOWED = frozenset("since in of by until before after from to between and".split())


def _label(before: str, after: str, *, counted: bool, bare: bool) -> str:
    """The words that follow a count; for a sum or share those that lead to it, unless "of" follows."""
    following = _phrase(after.removeprefix("-"), 6)
    if (measured := _OF.search(before)) and not bare:
        return f"{measured[1].strip()} {following}".strip()
    if (counted and following and not following.startswith(("and ", "to ", "or "))) or following.startswith("of "):
        return following
    if bare and not following:
        return ""  # "Room 4", "Phase 2": a name and no count
    before = _BOUND.sub("", _RANGE.sub("", _FROM.sub("", before)))
    clauses = re.split(r",(?!\d)|[;:!?()\"“”«»]", before)
    if following and not clauses[-1].strip() and re.search(r"\d", clauses[-2:][0]):
        return following  # "€12 at a reduced rate, €25 at the full one"
    leading = (clauses[-1].split() or clauses[-2:][0].split())[-6:]  # "the cost of the works, €2.1 million, was": an apposition
    while leading and leading[-1].lower() in _LINKS:
        leading.pop()
    while leading and leading[0].lower() in _LINKS | {"the", "a", "an", "while", "whose"}:
        leading.pop(0)
    if following and _VAGUE.issuperset(word.lower() for word in leading):
        leading += following.split()  # "up 27% compared with 2023": what it is about comes after it
    return " ".join(leading)


_LINKS = frozenset(
    "of at to by with for from in on some about nearly almost over and or than is was has reached totalling amounting worth "
    "between".split()
)


_EMPTY = frozenset("which per it and that who they".split())


def _phrase(after: str, most: int) -> str:
    cut = _STOP.search(after)
    words = _WORD.findall(after[: cut.start()] if cut else after)[:most]
    while words and words[-1].lower() in _LINKS | {"the", "a", "an", "its", "their", "as", "which", "whose"}:
        words.pop()
    return " ".join(words)
