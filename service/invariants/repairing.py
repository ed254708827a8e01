"""What can be mended by rule: French forms that stand in the English, and the one figure that is wrong where only one can be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from service.glossary import Glossary
from service.invariants.addresses import PHONE
from service.invariants.amounts import english_amount
from service.invariants.checking import read_english, read_french
from service.invariants.comparing import compared
from service.invariants.dates import FRENCH_DATE, NUMERIC, english_date, english_day
from service.invariants.fact import Fact, unanswered
from service.invariants.figures import english_figure, figures
from service.invariants.grammar import slips
from service.invariants.names import acronyms
from service.lexicon import MONTHS_EN, MONTHS_FR, WEEKDAYS_EN, WEEKDAYS_FR
from service.types import Finding

HONORIFICS = {
    r"S\.[ \u00a0]?E\.[ \u00a0]?M\.": "H.E. Mr", r"S\.[ \u00a0]?E\.": "H.E.", r"MM\.": "Messrs", r"M\.": "Mr", "Mmes": "Mses",
    "Mme": "Ms", "Mlle": "Ms", "Mgr": "Bishop",
}  # fmt: skip
LEFTOVERS = (
    (re.compile(r"(?<!\w)[nN][°º][ \u00a0]?(?=\d)"), "No. "),
    (re.compile(r"«[ \u00a0\u202f]*"), "“"),
    (re.compile(r"[ \u00a0\u202f]*»"), "”"),
    (re.compile(r"(?<=\d)[ \u00a0\u202f]+%"), "%"),
    (re.compile(r"(?<!\w)milliards?(?!\w)"), "billion"),
    (re.compile(r"(?<=th )siècle(?!\w)"), "century"),
)


@dataclass(frozen=True, slots=True)
class Draft:
    """The English as mended so far."""

    french: str
    english: str
    glossary: Glossary | None
    dates: str


Rule = Callable[[Draft], Iterator[tuple[str, str, str]]]  # (check, old, new): the first `old` in the English becomes `new`


def repair(
    french: str, english: str, *, glossary: Glossary | None = None, dates: str = "day-month"
) -> tuple[str, tuple[Finding, ...]]:
    """The English with what rules can mend, and a "note" for each change. Repairing twice changes nothing more."""
    notes = []
    for rule in RULES:
        for check, old, new in rule(Draft(french, english, glossary, dates)):
            mended = _replaced(english, old, new)
            if mended != english:
                english = mended
                notes.append(Finding(f"repaired_{check}", f"{old!r} became {new!r}.", "note"))
    return english, tuple(notes)


def _replaced(english: str, old: str, new: str) -> str:
    """Every `old` that is no part of a longer word or figure."""
    start = r"(?<![\w])(?<!\d[.,])" if old[0].isalnum() else ""
    end = r"(?!\w|[.,]\d)" if old[-1].isalnum() else ""
    return re.sub(f"{start}{re.escape(old)}{end}", lambda _: new, english)


def dates_left(draft: Draft) -> Iterator[tuple[str, str, str]]:
    """13 janvier 2021, 1er mars, and a French month beside a figure."""
    for found in FRENCH_DATE.finditer(draft.english):
        yield "date", found.group(), english_date(found, draft.dates)
    for french, english in zip((*MONTHS_FR, *WEEKDAYS_FR), (*MONTHS_EN, *WEEKDAYS_EN), strict=True):
        if french not in ("mars", "mai") and re.search(rf"\b{french}\b", draft.french, re.IGNORECASE):
            yield "date", french, english
    for found in re.finditer(r"\b1er (?=[A-Z])", draft.english):
        yield "date", found.group(), "1 "


def numeric_dates(draft: Draft) -> Iterator[tuple[str, str, str]]:
    """05/03/2021 copied, which half of the readers take for May, or told as May 3."""
    for found in NUMERIC.finditer(draft.french):
        day, month, year = int(found[1]), int(found[3]), found[4]
        if not 1 <= month <= 12:
            continue
        right = english_day(day, month, year, draft.dates)
        yield "date", found.group(), right
        if 1 <= day <= 12:
            for style in ("day-month", "month-day"):
                yield "date", english_day(month, day, year, style), right


def phones_left(draft: Draft) -> Iterator[tuple[str, str, str]]:
    """The digits of a telephone number, grouped as if it were an amount."""
    for found in PHONE.finditer(draft.french):
        digits = re.sub(r"\D", "", found.group())
        for copy in re.finditer(r"\+?" + r"[^\w+]?".join(digits), draft.english):
            yield "telephone_number", copy.group(), found.group()


def figures_left(draft: Draft) -> Iterator[tuple[str, str, str]]:
    """A figure that stands in the English letter by letter as in the French, and should not."""
    numbers = [found.span() for found in PHONE.finditer(draft.french)]
    for figure in figures(draft.french):
        if any(start <= figure.start < end for start, end in numbers):
            continue  # 77 123 of a telephone number is no amount
        english = english_figure(figure, draft.dates)
        loose = "[ \u00a0\u202f]?".join(re.escape(part) for part in re.split("[ \u00a0\u202f]+", figure.text))
        for found in re.finditer(rf"(?<![\w.,]){loose}(?!\w|[.,]\d)", draft.english):
            if found.group() != english:
                dot = english.endswith(".") and draft.english[found.end() : found.end() + 1] == "."
                yield figure.kind, found.group() + "." * dot, english


def letters_left(draft: Draft) -> Iterator[tuple[str, str, str]]:
    """n°, « », `12 %`, milliard."""
    for pattern, new in LEFTOVERS:
        for found in pattern.finditer(draft.english):
            yield "spelling", found.group(), new


def years_grouped(draft: Draft) -> Iterator[tuple[str, str, str]]:
    """2,020 for the year 2020."""
    for found in re.finditer(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d,.]?\d)", draft.french):
        yield "number", f"{found.group()[0]},{found.group()[1:]}", found.group()


def honorifics_left(draft: Draft) -> Iterator[tuple[str, str, str]]:
    """M., Mme, S.E. before a name of the French."""
    for title, new in HONORIFICS.items():
        pattern = rf"(?<![\w.]){title}(?=[ \u00a0][A-ZÀ-Þ])"
        found = re.search(pattern, draft.english)
        if found and re.search(pattern, draft.french):
            yield "title", found.group() + " ", new + " "


def acronyms_left(draft: Draft) -> Iterator[tuple[str, str, str]]:
    """OMS left for WHO."""
    for match in draft.glossary.find(draft.french) if draft.glossary else ():
        if match.term.acronym and match.text != match.english:
            yield "acronym", match.text, match.english


def places_small(draft: Draft) -> Iterator[tuple[str, str, str]]:
    """libya for Libya."""
    for match in draft.glossary.find(draft.french) if draft.glossary else ():
        name, small = match.term.english, match.term.english.lower()
        if match.term.kind == "place" and name not in draft.english and re.search(rf"\b{re.escape(small)}\b", draft.english):
            yield "spelling", small, name


def comparisons(draft: Draft) -> Iterator[tuple[str, str, str]]:
    """below 38% for 38% lower."""
    for old, new in compared(draft.french, draft.english):
        yield "comparison", old, new


def one_wrong(draft: Draft) -> Iterator[tuple[str, str, str]]:
    """Of one kind, one fact lost and one invented: they are the same one, told wrong."""
    lost = unanswered(read_french(draft.french), read_english(draft.english))
    alien = unanswered(read_english(draft.english), read_french(draft.french))
    kinds = {fact.kind for fact in lost} & {fact.kind for fact in alien}
    for kind in sorted(kinds):
        ours, theirs = [f for f in lost if f.kind == kind], [f for f in alien if f.kind == kind]
        if len(ours) == len(theirs) == 1 or (len(ours) == len(theirs) and "address" in kind):
            for one, other in zip(ours, theirs, strict=True):
                new = _english_of(one)
                if new:
                    yield kind.replace(" ", "_"), other.text, new


def _english_of(fact: Fact) -> str | None:
    if fact.kind in ("month", "weekday"):
        index = next(iter(fact.readings))[1]
        return MONTHS_EN[int(index) - 1] if fact.kind == "month" else WEEKDAYS_EN[int(index)]
    if "address" in fact.kind or "hashtag" in fact.kind or "telephone" in fact.kind:
        return fact.text
    found = next(iter(figures(fact.text)), None)
    if found and found.start == 0:
        return found.english
    values = [value for _, value in fact.readings]
    return english_amount(Decimal(values[0])) if fact.kind == "number" and len(values) == 1 else None


def grammar(draft: Draft) -> Iterator[tuple[str, str, str]]:
    """a 80-bed ward, at 41 at 41."""
    for old, new in slips(draft.french, draft.english):
        yield "grammar", old, new


def one_acronym(draft: Draft) -> Iterator[tuple[str, str, str]]:
    """ICESCO lost and ISESCO invented; OIEC turned to IOEC, which no glossary knows: an unknown acronym stays as it is."""
    english, french = acronyms(draft.english), acronyms(draft.french)
    ours, theirs = {fact.text for fact in french}, {fact.text for fact in english}
    known = draft.glossary.english_acronyms if draft.glossary else frozenset()
    lost, alien = sorted(ours - theirs), sorted(theirs - ours - known)
    covered = {m.text for m in draft.glossary.find(draft.french)} if draft.glossary else set()
    lost = [word for word in lost if word not in covered or (draft.glossary and word in known)]
    if len(lost) != 1 or len(alien) != 1:
        return
    alike = lost[0][0] == alien[0][0] and abs(len(lost[0]) - len(alien[0])) < 2
    if alike or sorted(lost[0]) == sorted(alien[0]):
        yield "acronym", alien[0], lost[0]


RULES: tuple[Rule, ...] = (
    dates_left, numeric_dates, phones_left, figures_left, years_grouped, letters_left, honorifics_left, acronyms_left,
    one_acronym, one_wrong, places_small, comparisons, grammar,
)  # fmt: skip
