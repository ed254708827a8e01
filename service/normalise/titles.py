"""Dotted acronyms and titles as the model knows them: O.N.U. → ONU, S.E.M. → S.E. M., M.Dupont → M. Dupont, Monsieur Jean
Dupont → M. Jean Dupont."""

from __future__ import annotations

import re

EXCELLENCY = re.compile(r"\bS\. ?E\. ?(?:M\b\.?|(?P<lady>Mme)\b\.?) ?(?=\w)")
STYLED = re.compile(r"\b[Ss]on Excellence,? (?:Monsieur|M\.|(?P<lady>Madame|Mme)) (?=[A-ZÀ-Ý][a-zß-ÿ’'-]+ [A-ZÀ-Ý])")
FULL = re.compile(r"\b(?:Monsieur|(?P<lady>Madame)) (?=[A-ZÀ-Ý][a-zß-ÿ’'-]+ [A-ZÀ-Ý][a-zß-ÿ])(?!Le |La )")
OFFICE = re.compile(  # ministre de la Lutte contre la drogue, déléguée à la Mer: a model copies a capital that it does not know
    r"(?<=[Ll]a )Lutte(?= contre)"
    r"|(?<=[Mm]inistre )(?:[^,.;]{0,40}? )?(?:de|à|et|chargée?) (?:de )?la (?:Mer|Ruralité|Mémoire|Ville|Pêche)\b"
)
GLUED = re.compile(r"\b(MM?|Mmes?|Mlles?|Drs?|Prs?|Me|Mgr|St|Ste)\.(?=[A-ZÀ-Ý][a-zß-ÿ])")
POINTED = re.compile(r"\b(Mmes?|Mlles?)\. (?=[A-ZÀ-Ý])")
DOTTED = re.compile(r"(?<![\w.@/-])((?:l'|d'|L'|D')?)((?:[A-ZÀ-Ý]\.){2,12})([A-ZÀ-Ý]?)(?![\w@/-])")
ARTICLE = re.compile(r"(?:^|\W)(?:la|le|les|des|du|aux?|La|Le|Les) $")
STYLES = frozenset("S.E. S.A.R. S.A.S. S.A.I. S.M. S.S. N.D. R.P. LL.MM.".split())  # before a person they stay


def titles(text: str) -> str:
    """Titles spaced as the model knows them, dotted acronyms without their dots."""
    text = STYLED.sub(lambda found: "S.E. Mme " if found["lady"] else "S.E. M. ", text)
    text = OFFICE.sub(lambda found: found[0].lower(), text)
    text = FULL.sub(lambda found: "Mme " if found["lady"] else "M. ", text)
    if "." not in text:
        return text
    text = EXCELLENCY.sub(lambda found: "S.E. Mme " if found["lady"] else "S.E. M. ", text)
    text = POINTED.sub(r"\1 ", GLUED.sub(r"\1. ", text))
    return DOTTED.sub(_undotted, text)


def spelled_out(text: str) -> frozenset[str]:
    """The dotted acronyms of a text, without their dots: they stay capitals in a line of capitals."""
    return frozenset(found[2].replace(".", "") + found[3] for found in DOTTED.finditer(text)) if "." in text else frozenset()


def _undotted(found: re.Match[str]) -> str:
    elision, dotted, last = found.groups()
    following = found.string[found.end() : found.end() + 3]
    before = found.string[max(0, found.start() - 5) : found.start()]
    initials = len(dotted) == 4 and not last and not elision and following[:1] == " " and following[1:2].isupper()
    if (dotted in STYLES and following.strip()) or (initials and not ARTICLE.search(before)):
        return found[0]
    full_stop = "." if not last and not following.strip(' \n»")') else ""
    return elision + dotted.replace(".", "") + last + full_stop
