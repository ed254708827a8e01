"""Slips of a small model that are wrong in any English sentence, and what each becomes."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINK = r"(?:a|an|and|as|at|by|for|from|in|into|is|of|on|or|than|that|the|their|to|was|were|which|who|with)"
# "an" before a vowel that is heard: an 80-bed ward, an hour; a union, a one-day strike, a European
_VOICED = (
    r"(?:8|1[18](?!\d))[\d,.]*|(?!one\b|once\b|unan|uni(?!n|m)|us[aeiu]|eu|ewe|ubi|uter)[aeiou][a-z]|"
    r"hour|honest|honou?r|heir(?!s?loo)"
)
_SILENT = r"(?:[bcdfgjklmnpqrstvwz][a-z]{2}|y[aeou]|one\b|uni(?!n|m)[a-z]|[Ee]u[a-z]|us[aeiu]|(?!1[18](?!\d))[1-79])"
_DOUBLED = re.compile(rf"\b({_LINK}) \1(?=\s)", re.IGNORECASE)
_AGAIN = re.compile(r"(?<!\w)((?:at|for|from|in|of|on|the|to|with) (?:[^\W\d_]+ ){0,2}[\w€$£%.,-]*\w) \1(?!\w)")
_SAID_TWICE = re.compile(r"(\b\w+(?: \w+){1,3})\b\W+\1\b")  # in the French
_AMERICAN = re.compile(r"USD?\b|US ?\$|\$ ?US|améric|états-unis", re.IGNORECASE)  # 48 M$ of Québec are no US dollars
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_BARE = "UNICEF|UNESCO|ICESCO|ISESCO|ALECSO|NATO|FIFA|UEFA|OPEC|ECOWAS|UNAIDS|UNCTAD|ASEAN|CERN|NASA|MINUSMA|MONUSCO"
_GOES_ON = r"(?=[,.;)]|$|'s| (?:ha[sd]|is|was|will|would|also|said|and|in|to|for|at|on|by|with|from|which|who|that)\b)"
_MEASURE = (
    "hectare|metre|meter|kilometre|kilometer|tonne|litre|liter|euro|dollar|year|month|week|day|hour|minute|page|seat|bed|megawatt|storey"
)
_NO_NOUN = "from|with|after|before|into|over|above|below|long|high|wide|deep|away|thick"
_THING = (  # what "who" cannot stand for
    r"[a-z]+(?:tion|ment|ity|ness|ism|ture|age|ance|ship)s?|[a-z]+(?:ities|onies|anies)|locomotives?|compan(?:y|ies)|firms?|banks?|"
    r"clubs?|projects?|programmes?|schools?|plants?|vehicles?|trains?|ships?|boats?|bridges?|roads?|houses?|homes?|works?|laws?|"
    r"books?|films?|stud(?:y|ies)|reports?|measures?|products?|services?|systems?|trees?|animals?|species|cells?|genes?|diseases?"
)
_RULES = (
    (re.compile(rf"(?<=[ (])({_THING})(,?) who (?=[a-z])(?! (?:am|we|he|she)\b)"), lambda found: f"{found[1]}{found[2]} which "),
    (re.compile(rf"\b([Aa]n?) (\d[\d.,]*) ({_MEASURE})s(?= (?!(?:{_NO_NOUN})\b)[a-z]{{4,}}\b)"),
     lambda found: f"{found[1]} {found[2]}-{found[3]}"),
    (re.compile(rf"(?:\ba|^[\"“]?A|(?<=[.!?] )A) (?={_VOICED})"), lambda found: f"{found[0][:-1]}n "),
    (re.compile(rf"\b[Aa]n (?={_SILENT})"), lambda found: f"{found[0][0]} "),
    (re.compile(rf"\bin (?=\d{{1,2}} (?:{_MONTHS})\b)"), lambda found: "on "),
    (re.compile(r"\b(?:in|on) (?=(?:1[0-2]|[1-9])(?:[.:][0-5]\d)? ?[ap]\.m\b)"), lambda found: "at "),
    (re.compile(r"(?<![\w-])[a-z]{2,}[bcdfghjklmnpqrstvwxz]ys(?!\w)"), lambda found: f"{found[0][:-2]}ies"),  # ministrys
    (re.compile(rf"(?<!\w)[Tt]he ({_BARE}){_GOES_ON}"), lambda found: found[1]),
    (re.compile(r"^([\"“]) (?=\w)"), lambda found: found[1]),
    (re.compile(r"\b(Nations|States|Emirates|Netherlands|Philippines)(['’])s(?!\w)"), lambda found: found[1] + found[2]),
)


def slips(french: str, english: str) -> Iterator[tuple[str, str]]:
    """(what stands there, what it should be), with as much around it as makes it the only one."""
    for pattern, right in _RULES:
        for found in pattern.finditer(english):
            after = re.match(r"[\w.,-]*\w", english[found.end() :])
            rest = after[0] if after else ""
            yield found[0] + rest, right(found) + rest
    if not _AMERICAN.search(french):
        yield from ((found[0], found[0].replace("US$", "$")) for found in re.finditer(r"US\$ ?\d[\d.,]*", english))
    if not _SAID_TWICE.search(french):
        for found in (*_DOUBLED.finditer(english), *_AGAIN.finditer(english)):
            yield found[0], found[1]
