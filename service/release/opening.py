"""Datelines: "RABAT, le 12 mars 2024 –", "Paris, 13 janvier 2021.", "BISSAU –", "Fait à Dakar, le 3 mai 2022."."""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.dates import WRITTEN_DATE, written_dates
from service.release.wording import LABEL_BEFORE, LABEL_BEHIND, LETTERHEAD

_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w’'.-]*|d[’'][A-ZÀ-ÖØ-Þ][\w’'-]*)"
_SMALL = r"(?:de|du|des|la|le|les|sur|sous|en|et|aux?|lès|l[’']|d[’'])"
_NAME = rf"{_WORD}(?:[ \u00a0](?:{_SMALL}[ \u00a0])*{_WORD}){{0,4}}"
_PLACE = rf"{_NAME}(?:\s?(?:/|,|et|&|–)\s?{_NAME}){{0,2}}(?:\s?\([^()\d]{{2,40}}\))?"
_PLAIN = rf"{_WORD}(?:[ \u00a0]{_WORD}){{0,2}}"
_PARTIAL = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?\d{1,2}(?:\s?er)?\s+[a-zéû]{3,9}"
_DATE = rf"(?P<date>(?i:{WRITTEN_DATE})|{_PARTIAL}(?=\s*[–—(]))"
_HOUR = r"(?:\s*(?:[,–-]|à)\s*\d{1,2}\s?(?:h|heures?|:)\s?(?:\d{2})?(?:\s?(?:GMT|TU|UTC))?)?"
_AGENCY = r"(?:\s*\([^()]{2,40}\))?"
_DESK = r"[^()]*\b(?:[A-ZÀ-Þ]{2,}|[Ii]nfos?|[Nn]ouvelles|[Pp]resse)\b"  # "(OIT Infos)": a news desk and no place
_STOP = r"\s*(?:\.\s?-{1,2}\s+|\.?\s*[–—:]\s*|\s-{1,2}\s+|\.\s+|\.?\s*$)"
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ’' /-]{2,40}?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"\s*(?P<place>{_PLACE})\s*,\s*(?:[Ll]e\s+|ce\s+)?{_DATE}{_HOUR}{_AGENCY}{_STOP}",
        rf"\s*(?P<place>[A-ZÀ-ÖØ-Þ’'() /-]{{3,40}}?)\s+(?:[Ll]e\s+)?{_DATE}{_HOUR}{_AGENCY}{_STOP}",
        rf"\s*(?P<place>{_PLAIN}(?:\s?[,/]\s?{_PLAIN}){{0,3}})\s*[–—|-]\s*(?:[Ll]e\s+)?{_DATE}{_HOUR}{_AGENCY}{_STOP}",
        rf"\s*(?P<place>{_PLACE})\s*\(\s*(?:[Ll]e\s+)?{_DATE}\s*\)\s*[–—:-]\s+",
        rf"\s*(?P<place>{_CAPITALS}(?:,\s{_NAME}|\s?\((?!{_DESK})[A-ZÀ-Þ][^()\d]{{2,30}}\))?){_AGENCY}\s*[–—]\s+",
    )
)
_ALONE = re.compile(
    rf"\s*(?:(?:[Ll]e|[Dd]ate\s?:)\s+)?(?P<date>(?i:{WRITTEN_DATE})){_HOUR}(?:\s*[,–—|/-]\s*(?P<place>{_PLACE}))?\s*\.?\s*"
)
_ISSUED = re.compile(
    rf"\s*(?:(?i:communiqué|déclaration|note)\s[^.!?]{{3,90}}?\s*[–—|,/-]\s*(?:[Ll]e\s+)?"
    rf"|(?i:décision|avis|note|bulletin|point de situation|mise à jour|édition)\s(?:n\s?[°o]\s?[\w/-]+\s)?du\s)"
    rf"(?P<date>(?i:{WRITTEN_DATE}))\s*"
)
_MADE_AT = re.compile(rf"\s*[Ff]ait\s+à\s+(?P<place>{_PLACE})\s*,?\s+[Ll]e\s+{_DATE}.*", re.DOTALL)
_LABELS = re.compile(
    r"alerte|urgent|flash|officiel|exclusif|invitation|sommet|forum|conférence|journée|rapport|bilan|résultats|édition|session"
    r"|communiqué|note|avis|message|discours|déclaration|article|décret|loi|arrêté|embargo|mise à jour",
    re.IGNORECASE,
)
_ACRONYMS = re.compile(
    r"(?:\w{1,3}|UNESCO|UNICEF|ONUSIDA|FNUAP|ICESCO|ISESCO|ALECSO|CEDEAO|CEMAC|UEMOA|CEEAC|BCEAO|OACI|INFO\w*)$"
)
_LOWER = frozenset("de du des la le les sur sous en et au aux lès l d".split())


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline: `length` characters of the sentence, which is nothing else where `whole`."""

    place: str | None
    date: str | None
    length: int
    whole: bool
    agrees: bool = True


def read_opening(sentence: str) -> Opening | None:
    """The dateline with which a sentence begins, None where it has none. A date without its year is no date."""
    for form in _FORMS:
        match = form.match(sentence)
        place = match["place"].strip() if match else ""
        if not match or _LABELS.match(place) or place.split()[-1].lower() in _LOWER:  # "Conseil des ministres du 3 mai 2024"
            continue
        if LETTERHEAD.match(sentence, match.end()) and place.isupper():  # "AFSCA – Agence fédérale …": an acronym in full
            continue
        if match.groupdict().get("date") or not _ACRONYMS.match(place):
            return _opening(sentence, match)
    return None


def read_date_line(sentence: str) -> Opening | None:
    """A line that is only a date, with or without a place after it."""
    match = _ALONE.fullmatch(sentence)
    return _opening(sentence, match) if match else None


def read_head_date(line: str) -> Opening | None:
    """The dateline or date of a line in the head, with or without its label: "Communiqué de presse – Paris, le 5 juin 2024"."""
    if issued := _ISSUED.fullmatch(line):
        return _opening(line, issued)
    bare = LABEL_BEHIND.sub("", LABEL_BEFORE.sub("", line, count=1))
    found = read_opening(bare) or read_date_line(bare)
    return found if bare == line or (found and found.whole and found.date) else None


def read_closing(sentence: str) -> Opening | None:
    """ "Fait à Rabat, le 12 mars 2024" under a communiqué."""
    match = _MADE_AT.fullmatch(sentence)
    return _opening(sentence, match) if match else None


def _opening(sentence: str, match: re.Match[str]) -> Opening:
    groups = match.groupdict()
    date = next(written_dates(groups.get("date") or ""), None)
    place = _settled(groups["place"]) if groups.get("place") else None
    whole = not sentence[match.end() :].strip()
    return Opening(place, date.iso if date else None, match.end(), whole, date.agrees if date else True)


def _settled(place: str) -> str:
    """PORT-AU-PRINCE → Port-au-Prince; N'DJAMENA → N'Djamena; mixed case stays as written."""
    plain = " ".join(place.split())
    head = re.match(r"[^(,]*", plain)
    capitals = head.group() if head else plain
    if capitals != capitals.upper():
        return plain
    parts = re.split(r"([\s’'/-]+)", capitals)
    cased = [p.lower() if p.lower() in _LOWER and n else p.capitalize() for n, p in enumerate(parts)]
    return "".join(cased) + plain[len(capitals) :]
