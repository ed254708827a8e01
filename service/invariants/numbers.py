"""Numbers in digits and in words, read from French and from English, and written as English writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from service.invariants.fact import Fact, Reading, number
from service.invariants.words import english_runs, french_runs

SPACE = "[ \u00a0\u202f\u2009]"
SCALES = {
    "mille": 10**3, "milles": 10**3, "millier": 10**3, "milliers": 10**3, "million": 10**6, "millions": 10**6, "milliard": 10**9,
    "milliards": 10**9, "billion": 10**12, "billions": 10**12, "M": 10**6, "Md": 10**9, "Mds": 10**9, "Mrd": 10**9,
    "k": 10**3,
}  # fmt: skip
ENGLISH_SCALES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "m": 10**6, "M": 10**6,
    "mn": 10**6, "bn": 10**9, "B": 10**9, "b": 10**9, "tn": 10**12, "k": 10**3, "K": 10**3, "dozen": 12,
}  # fmt: skip
# No number is glued to letters: G20, COVID-19, A320 are names, and names.py reads them.
FRENCH = re.compile(
    r"(?<![^\W\d_])(?<![\d.,⟦\x00])(?<![A-Z]-)"
    rf"(?P<digits>\d{{1,3}}(?:{SPACE}\d{{3}}(?!\d))+(?:,\d+)?|\d{{1,3}}(?:\.\d{{3}}(?!\d))+(?:,\d+)?|\d+(?:[.,]\d+)?)"
    rf"(?P<ordinal>(?:er|re|ers|res|e|es|è|ème|èmes|eme|ième|nd|nde)(?!\w))?"
    rf"(?:{SPACE}?(?:(?P<scale>milliers|millier|milles|mille|millions|million|milliards|milliard|billions|billion|Mds|Mrd|Md|M|k)"
    rf"(?!\w|\.{SPACE}[A-Z])|(?P<packed>M|k|Md)(?=(?:DH|MAD|USD|EUR|CHF|CAD|FCFA|F)(?!\w))))?(?P<half>{SPACE}et{SPACE}demie?(?!\w))?"
)
ENGLISH = re.compile(
    r"(?<![^\W\d_])(?<![\d.,⟦\x00])(?<![A-Z]-)"
    r"(?P<digits>\d{1,3}(?:,\d{3}(?!\d))+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<ordinal>(?:st|nd|rd|th|s)(?!\w))?"
    r"(?:[ \u00a0-]?(?P<scale>hundred|thousand|million|billion|trillion|dozen|bn|mn|tn|m|M|B|b|k|K)(?![\w²³]))?"
)
ISO_GROUPS = re.compile(rf"(?<![\w.,\x00])\d{{1,3}}(?:{SPACE}\d{{3}})+(?![\w])")
COLLECTIVE = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
}  # fmt: skip
FRENCH_LOOSE = re.compile(
    rf"(?<!\w)(?P<word>{'|'.join(COLLECTIVE)})s?(?!\w)|(?<!\w)(?P<other>premi(?:er|ère)s?|second(?:e|es|s)?|demi(?:e|es|s)?|"
    r"moitié|tiers|quarts?|double(?:r|nt|s|ment)?|doublé(?:e|s|es)?|tripl\w+|quadrupl\w+|couple|paire|siècles?|décennies?|"
    r"semestres?|trimestr\w+|quinquenn\w+|décenn\w+|deux|unique|seule?s?|bi\w+|tri\w+|quadri\w+|penta\w+|milli\w+)(?!\w)",
    re.IGNORECASE,
)
ENGLISH_LOOSE = re.compile(
    r"(?<!\w)(?:half|halves|halved|quarters?|quarterly|dozens?|couple|pair|both|twice|doubl\w+|tripl\w+|thrice|three-\w+|once|decades?|"
    r"centur(?:y|ies)|fortnight(?:ly)?|scores?|tens|an?|twofold|threefold|twins?|two-\w+|four-\w+|single|only|another|week|"
    r"twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|six-\w+|five-\w+|ten-\w+|quadrupl\w+|fivefold|tenfold|semi\w+|bi\w+|tri\w+|noon|midday|midnight)(?!\w)",
    re.IGNORECASE,
)
_FRENCH_VALUES = {
    "prem": "1", "seco": "2", "demi": "0.5", "moit": "0.5 50", "tier": "3", "quar": "4 0.25", "doub": "2 100", "trip": "3",
    "quad": "4", "coup": "2", "pair": "2", "sièc": "100", "décé": "10", "seme": "6 2 0.5", "trim": "3 4 0.25", "quin": "5",
    "déce": "10", "deux": "2", "uniq": "1", "seul": "1", "bi": "2", "tri": "3", "pent": "5", "mill": "1000",
}  # fmt: skip
_ENGLISH_VALUES = {
    "half": "0.5 30 50 2", "halv": "0.5 2 50", "quar": "0.25 4 15 25 3", "doze": "12 10 20", "coup": "2", "pair": "2",
    "both": "2", "twic": "2", "doub": "2 100", "trip": "3", "thri": "3", "thre": "3", "once": "1", "deca": "10", "cent": "100",
    "scor": "20", "tens": "10", "a": "1", "an": "1", "twof": "2", "twin": "2", "two-": "2", "four": "4",
    "sing": "1", "only": "1", "anot": "1", "week": "7 8", "six-": "6", "five": "5", "ten-": "10", "quad": "4", "tenf": "10",
    "twen": "20 1920", "thir": "30 1930", "fort": "40 1940 14 15 2", "fift": "50 1950", "sixt": "60 1960", "seve": "70 1970",
    "eigh": "80 1980", "nine": "90 1990", "semi": "0.5 2 6", "bi": "2", "tri": "3", "noon": "12", "midd": "12", "midn": "0 24",
}  # fmt: skip


def french_numbers(text: str) -> Iterator[Fact]:
    """Figures in digits, with the scale word that follows; 3 à 4 millions gives the 3 both its values."""
    for found in _apart(FRENCH, text):
        values = _scaled(
            _french_values(found["digits"]), SCALES.get(found["scale"] or found["packed"] or "", 1), bool(found["half"])
        )
        values |= _range_scale(text[found.end() :], values, _FRENCH_RANGE, SCALES)
        values |= _french_latitude(text, found, values)
        yield _fact("number", found, frozenset(number(v) for v in values))


def french_words(text: str) -> Iterator[Fact]:
    """Numbers in words. Below three they may turn into `both`, `a pair`, `again`: not strict; `neuf` may mean new."""
    for start, end, value in french_runs(text):
        word, values = text[start:end], {value}
        half = re.match(rf"{SPACE}et{SPACE}demie?(?!\w)", text[end:])
        if half:
            values, end = {value + Decimal("0.5") * _last_scale(word)}, end + half.end()
        fraction = re.match(rf"{SPACE}(tiers|quarts?|cinquièmes?|dixièmes?)(?!\w)", text[end:])
        if fraction:
            part = {"t": 3, "q": 4, "c": 5, "d": 10}[fraction[1][0]]
            values |= {Decimal(part), (value / part).quantize(Decimal("0.001")), value}
        values |= _unit_latitude(text[end:], value)
        loose = value <= 2 or word.lower() in ("neuf", "cent", "cents", "mille", "dix", "troisième") or bool(fraction)
        yield Fact(kind="number", text=text[start:end], start=start, end=end,
                   readings=frozenset(number(v) for v in values), strict=not loose)  # fmt: skip


def french_loose(text: str) -> Iterator[Fact]:
    """What may stand behind an English number: dizaine, moitié, premier, siècle …"""
    for found in FRENCH_LOOSE.finditer(text):
        if found["word"]:
            values = [str(COLLECTIVE[found["word"].lower().rstrip("s") if found["word"] else ""])]
        else:
            values = _by_prefix(_FRENCH_VALUES, found["other"])
        yield _fact("number", found, frozenset(number(v) for v in values), strict=False)


def english_numbers(text: str) -> Iterator[Fact]:
    """Figures in digits, 2.5bn and 1960s among them."""
    for found in _apart(ENGLISH, text):
        digits = Decimal(found["digits"].replace(",", ""))
        values = _scaled({digits}, ENGLISH_SCALES.get(found["scale"] or "", 1))
        if found["scale"] in ("m", "M", "b", "B", "k", "K", "dozen"):
            values.add(digits)  # metres, bytes; a dozen may stay one
        values |= _range_scale(text[found.end() :], values, _ENGLISH_RANGE, ENGLISH_SCALES)
        values |= _year_range(text, found)
        yield _fact("number", found, frozenset(number(v) for v in values))


def english_words(text: str) -> Iterator[Fact]:
    """Numbers in words, never strict below eleven: `one`, `first`, `second` come and go in a good translation."""
    past = 0
    for start, end, value in english_runs(text):
        if start < past:
            continue  # the million of `one and a half million`
        values = {value}
        half = re.match(r" and (?:a|one) (?:half|quarter)", text[end:])
        scale = re.match(r" (hundred|thousand|million|billion|trillion)", text[end + half.end() :]) if half else None
        if half:
            part = Decimal("0.25") if half.group().endswith("quarter") else Decimal("0.5")
            values = {(value + part) * ENGLISH_SCALES[scale[1]] if scale else value + part * _last_scale(text[start:end])}
            past = end = end + half.end() + (scale.end() if scale else 0)
        values |= _range_scale(text[end:], values, _ENGLISH_RANGE, ENGLISH_SCALES)
        values |= {value * 10} if text[end:].startswith(" decade") else set()
        yield Fact(kind="number", text=text[start:end], start=start, end=end,
                   readings=frozenset(number(v) for v in values), strict=value > 10 and not half)  # fmt: skip


def english_loose(text: str) -> Iterator[Fact]:
    """Words that answer for a number, and figures grouped by spaces as EU English writes them."""
    for found in ENGLISH_LOOSE.finditer(text):
        values = {Decimal(v) for v in _by_prefix(_ENGLISH_VALUES, found.group())}
        yield _fact("number", found, frozenset(number(v) for v in values), strict=False)


def english_digits(digits: str) -> str:
    """French digits as English writes them: `1 234,5` → `1,234.5`, `12.500` → `12,500`; a year or code stays."""
    value = next(iter(sorted(_french_values(digits))[-1:]))
    if not re.search(rf"[.,]|{SPACE}", digits):
        return digits
    _, _, part = digits.partition(",")
    whole = f"{int(value):,}"
    if not part and "." in digits and value != int(value):
        part = digits.rpartition(".")[2]
    return f"{whole}.{part}" if part else whole


def _french_values(digits: str) -> set[Decimal]:
    plain = re.sub(SPACE, "", digits)
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", plain):
        return {Decimal(plain.replace(".", "").replace(",", "."))}
    return {Decimal(plain.replace(",", "."))}


def _scaled(values: set[Decimal], scale: int, half: bool = False) -> set[Decimal]:
    return {value * scale + (Decimal("0.5") * scale if half else 0) for value in values}


_FRENCH_RANGE = re.compile(
    rf"\s?(?:à|et|ou|-|–){SPACE}?[\d,. \u00a0\u202f]*\d{SPACE}?(mille|millions?|milliards?|billions?|M|Mds?)(?!\w)"
)
_ENGLISH_RANGE = re.compile(r"\s?(?:to|and|or|-|–) ?[$€£]?[\w,.-]*\w[ -]?(hundred|thousand|million|billion|trillion|bn|m)\b")


def _range_scale(rest: str, values: set[Decimal], pattern: re.Pattern[str], scales: dict[str, int]) -> set[Decimal]:
    found = pattern.match(rest)
    return {value * scales[found[1]] for value in values if value < 1000} if found else set()


def _french_latitude(text: str, found: re.Match[str], values: set[Decimal]) -> set[Decimal]:
    """Other values a good translation may show: years 60 as 1960s, 10,000 written the English way, 15 jours as two weeks."""
    more: set[Decimal] = set()
    plain = found["digits"]
    if re.search(r"ann[ée]+es ['’]?$", text[max(0, found.start() - 9) : found.start()]) and plain.isdigit():
        more |= {Decimal(1900 + int(plain)), Decimal(int(plain) % 100)}
    if re.match(r" de finale", text[found.end() :]):
        more.add(2 * min(values))  # the last sixteen
    if re.fullmatch(r"\d{1,3},\d{3}", plain):
        more.add(Decimal(plain.replace(",", "")))
    more |= _year_range(text, found)
    for value in values:
        more |= _unit_latitude(text[found.end() :], value)
    return more


def _year_range(text: str, found: re.Match[str]) -> set[Decimal]:
    """The 21 of 2020-21 is 2021."""
    before = re.search(r"((?:19|20)\d\d)[-–/]$", text[max(0, found.start() - 5) : found.start()])
    return {Decimal(before[1][:2] + found["digits"])} if before and len(found["digits"]) == 2 else set()


def _apart(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Without the figures of names: COVID-19, Covid-19."""
    for found in pattern.finditer(text):
        if not re.search(r"\b(?!Mi)[A-Z]\w+-$", text[max(0, found.start() - 20) : found.start()]):
            yield found


def _unit_latitude(rest: str, value: Decimal) -> set[Decimal]:
    """15 jours is two weeks or a fortnight, 18 mois a year and a half, 24 heures a day."""
    unit = re.match(rf"{SPACE}(?:\w+{SPACE})?(jours|mois|heures|ans)(?!\w)", rest)
    if not unit:
        return set()
    return {
        ("jours", 15): {Decimal(14), Decimal(2)},
        ("jours", 8): {Decimal(7), Decimal(1)},
        ("mois", 18): {Decimal("1.5")},
    }.get((unit[1], int(value)), set())


def _last_scale(words: str) -> int:
    last = re.split(r"[\s-]", words.lower())[-1]
    return SCALES.get(last) or ENGLISH_SCALES.get(last, 1)


def _by_prefix(table: dict[str, str], word: str) -> list[str]:
    for length in range(4, 0, -1):
        if word[:length].lower() in table:
            return table[word[:length].lower()].split()
    return []


def _fact(kind: str, found: re.Match[str], readings: frozenset[Reading], *, strict: bool = True) -> Fact:
    return Fact(kind=kind, text=found.group(), start=found.start(), end=found.end(), readings=readings, strict=strict)
