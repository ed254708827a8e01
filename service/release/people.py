"""People with their functions: "la ministre de la Santé, Mme Awa Sarr", "M. Salim Berrada, directeur général de l’OIEC"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from service.release.nouns import Person
from service.types import Sentence

_NO_NAME = (
    r"(?:Le|La|Les|Un|Une|Des|Ce|Cette|Ces|Il|Elle|On|Nous|Vous|Selon|Dans|Pour|Par|Avec|Sous|Réuni\w*|Nations|Unies?|République|Conseil|Commission"
    r"|Comité|Ministère|Banque|Université|Union|Organisation|Centre|Institut|Fonds|Journée|Chine|Côte|Cap|Viêt|Burkina|Sierra|Guinée"
    r"|Fédération|Agence|Office|Société|Groupe|Autorité|Bureau|Direction|Conférence|Festival|Musée|Prix|États?|Assemblée|Cour)(?![\w’-])"
)
_PROPER = (
    r"(?!(?:M|MM|Mme|Mmes|Mlle|Dre?|Pre?|Me|Mgr|S)(?![\w’'-]))(?:(?:[DdLOMN]|Ang|Anton)[’'])?[A-ZÀ-ÖØ-Þ][\wÀ-ÿ]*(?:[’'-][\wÀ-ÿ]+)*\.?(?<![a-zà-ÿ]\.)"
)
_PARTICLE = r"(?:de|du|des|de la|van|von|der|van der|van den|el|al|ben|bin|bint|ould|mint|ag|da|dos|di|y|le|la)"
NAME = rf"(?!{_NO_NAME}){_PROPER}(?:[\s\u00a0](?:{_PARTICLE}[\s\u00a0])?{_PROPER}){{0,4}}"
FULL_NAME = rf"(?!{_NO_NAME}){_PROPER}(?:[\s\u00a0](?:{_PARTICLE}[\s\u00a0])?{_PROPER}){{1,4}}"
COURTESY = (
    r"(?:S\.\s?E\.\s?(?:M\.|Mme)?|S\.\s?E\.\s?M\.|Son Excellence|MM?\.|Mmes?|Mme|Mlles?|Monsieur|Madame|Dre?\.?|Docteure?|docteure?"
    r"|Pre?\.?|Me|[Pp]rofesseure?|Maître|Mgr|cheikh|imam)"
)
_HEADS = (
    "ministres?|secrétaires?|président(?:e|s|es)?|vice-président(?:e|s|es)?|président(?:e)?-direct(?:eur|rice)|direct(?:eur|rice)s?"
    "|gouverneure?|vice-gouverneure?|ambassad(?:eur|rice)|représentante?|coordonnat(?:eur|rice)|coordinat(?:eur|rice)|porte-parole"
    "|chef(?:fe)?|responsable(?:-pays)?|maires?|mairesse|bourgmestre|échevine?|adjointe?|commissaire|rect(?:eur|rice)|doyen(?:ne)?"
    "|professeure?|docteure?|recherch(?:eur|euse)|chercheure?|ingénieure?|économiste|médecin|infirmi(?:er|ère)|sage-femme"
    "|procureure?|juge|avocate?|rapport(?:eur|euse)|rapporteure|auditeure?|auditrice|délégu(?:é|ée)|conseill(?:er|ère)|députée?"
    "|sénat(?:eur|rice)|préf(?:et|ète)|wali|général(?:e)?|colonel(?:le)?|commandante?|capitaine|lieutenante?|amiral(?:e)?"
    "|entraîneure?|sélectionn(?:eur|euse)|athlète|médaillée?|joueu(?:r|se)|cinéaste|réalisat(?:eur|rice)|écrivaine?"
    "|romanci(?:er|ère)|artiste|conservat(?:eur|rice)|commissaire|chorégraphe|musicien(?:ne)?|architecte|fondat(?:eur|rice)"
    "|cofondat(?:eur|rice)|trésori(?:er|ère)|administrat(?:eur|rice)|gérante?|consule?|attachée?|inspect(?:eur|rice)"
    "|premi(?:er|ère) ministre|roi|reine|prince|princesse|paléontologue|océanographe|géologue|linguiste|historien(?:ne)?"
    "|sociologue|anthropologue|archéologue|astronome|biologiste|chimiste|épidémiologiste|vétérinaire|pédiatre|instituteur|institutrice"
    "|enseignante?|étudiante?|élève|bénévole|volontaire|animat(?:eur|rice)|éduca(?:teur|trice)|agricult(?:eur|rice)|agronome"
    "|maraîch(?:er|ère)|vigneron(?:ne)?|pêcheu(?:r|se)|journaliste|traduct(?:eur|rice)|interprète|bibliothécaire|président-directeur"
    "|haut-commissaire|haute-commissaire|défenseure?|médiat(?:eur|rice)|syndicaliste|pasteur|rabbin|évêque|archevêque|imam|père|abbé"
    "|gestionnaire|analyste|consultante?|experte?|spécialiste|technicien(?:ne)?|aut(?:eur|rice)|auteure|lauréate?|pilote|violon solo"
    "|garde\sdes\ssceaux|maître(?:sse)?|investigat(?:eur|rice)|magistrate?|chargée?|comédien(?:ne)?|act(?:eur|rice)"
    "|patron(?:ne)?|propriétaire|actionnaire|parrain|marraine|greffi(?:er|ère)|bâtonni(?:er|ère)|suppléante?|mandataire"
    "|régisseu(?:r|se)|program(?:mateur|matrice)|curat(?:eur|rice)|navigat(?:eur|rice)|glaciologue|climatologue|hydrologue"
)
_BEFORE_HEAD = (
    r"(?:(?:premi(?:er|ère)|second|seconde|nouve(?:au|lle)|ancien(?:ne)?|haute?|jeune|première|grand|grande|vice|sous|co|ex)[\s-])?"
)
HEAD = rf"(?i:\b{_BEFORE_HEAD}(?:{_HEADS})\b)"
_TAIL = r"(?:(?!\s(?:a|ont|est|sont|avait|qui|que)\s)[^,;:.«»()?!]|\([A-ZÀ-Þ][\w-]*\)|\b(?:n|art|no)\.)*?"
_MORE = (
    r"(?:,\s(?:(?:de(?!\sretour|\s\w+[eio]re?\s)|du|des)\s|de\sl[’']|d[’']|chargée?s?\s|ministre\s|porte-parole\s|et\s(?:de|du|des|d[’'])|président|direct|garde\sdes)"
    rf"{_TAIL}){{0,4}}"
)
FUNCTION = rf"{HEAD}{_TAIL}{_MORE}"
_ARTICLE = r"(?:\b[Ll]e\s|\b[Ll]a\s|\b[Ll][’']|\b[Ss]on\s|\b[Ss]a\s|\b[Ll]eur\s|\b[Uu]ne?\s|\b[Nn]otre\s|\b[Aa]u\s|\b[Dd]u\s)"
_COURTEOUS = rf"(?:(?:l[ea]\s|l[’'])?{COURTESY}\s?)"
_ALSO = rf"(?:(?:l[ea]\s|l[’']){HEAD}(?:\s[a-zà-ÿ-]+){{0,2}}\s)?"  # "la présidente du jury, la chimiste belge Marie …"
_PATTERNS = (
    re.compile(rf"(?:^|{_ARTICLE})(?P<function>{FUNCTION}),\s{_ALSO}(?P<courtesy>(?:{_COURTEOUS}\s?){{0,3}})(?P<name>{FULL_NAME})"),
    re.compile(
        rf"(?P<courtesy>(?:{_COURTEOUS}\s?){{0,3}})(?P<name>{FULL_NAME}),\s(?:\d\d\sans,\s)?(?:l[’']un\sdes\s|l[’']une\sdes\s)?"
        rf"(?:[Ll]e\s|[Ll]a\s|[Ll][’'])?(?P<function>{FUNCTION})(?=\s*(?:[,;:.»]|\(|$|\s(?:a|ont|est|qui)\s))"
    ),
    re.compile(rf"{_ARTICLE}(?P<function>{HEAD}(?:\s(?:d[’']État|[a-zà-ÿ’'-]+)){{0,4}}?(?<!\sles)(?<!\sque)(?<!\sun)(?<!\sune)(?<!\sau)(?<!\sde)(?<!\sdu)(?<!\sdes)(?<!\set)(?<!\sà)(?<!\sla)(?<!\sle)(?<!\spar))\s(?P<courtesy>(?:{_COURTEOUS}\s?){{0,2}})(?P<name>{FULL_NAME})"),
    re.compile(rf"(?<![\w’'])(?P<courtesy>(?:{_COURTEOUS}\s?){{1,3}})(?P<name>{FULL_NAME})(?P<function>)"),
)
_WOMAN = re.compile(r"\b(?:Mmes?|Mlles?|Madame|Dre|Pre|[Dd]octeure|[Pp]rofesseure)\b")
_MAN = re.compile(r"\bMM?\.|\bMonsieur\b|\bMgr\b")
_WOMAN_HEAD = re.compile(
    r"(?:\w+-)*(?:présidente|\w+rice|\w+euse|\w+ée|cheffe|mairesse|gouverneure|rectrice|ministre déléguée|première|représentante"
    r"|doyenne|conseillère|députée|préfète|avocate|adjointe|professeure|docteure|romancière|infirmière|trésorière|commandante)\b"
)



@dataclass(frozen=True, slots=True)
class Mention:
    """A person where a sentence names it; `start` and `end` cover function and name."""

    person: Person
    start: int
    end: int


def mentions(sentence: str, index: int) -> tuple[Mention, ...]:
    """The people whom one sentence names in full, in order; a name is taken once, with its function where it has one."""
    found: list[Mention] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(sentence):
            mention = _mention(match, index)
            if mention and not any(m.start < mention.end and mention.start < m.end for m in found):
                found.append(mention)
    return tuple(sorted(found, key=lambda m: m.start))


def _mention(match: re.Match[str], index: int) -> Mention | None:
    name = " ".join(match["name"].split())
    function = " ".join(match["function"].split()).strip(" ,")
    if not match.start("function"):  # "Commissaire de l’exposition, Mme …": the capital is the sentence's
        function = function[:1].lower() + function[1:]
    if re.match(r"représentant\s(?:[cl]es|l[ae])\s", function):  # "Représentant les coopératives, M. …": no function
        function = ""
    holds_name = match.re is not _PATTERNS[2] and _PATTERNS[2].fullmatch(f"le {function}")
    if holds_name or len(function.split()) > 22 or (name.isupper() and not match["courtesy"]):
        return None
    person = Person(name=name, function=function, sentence=index, woman=_gender(match["courtesy"], match[0], function))
    return Mention(person, match.start(), match.end())


_EITHER = re.compile(r"(?:capitaine|colonel|général|lieutenant|commandant|médecin|chef|maire|juge|préfet)\b")


def _gender(courtesy: str, whole: str, function: str) -> bool | None:
    if _WOMAN.search(courtesy) or _WOMAN_HEAD.match(function) or re.match(r"(?:[Ll]a|[Uu]ne|[Ss]a)\s", whole):
        return True
    man = re.match(r"(?:[Ll]e|[Uu]n|[Aa]u|[Dd]u)\s", whole) and not _EITHER.match(function)
    return False if _MAN.search(courtesy) or man else None


def find_people(sentences: Sequence[Sentence]) -> tuple[Person, ...]:
    """Every person named in full, in the order of first mention, with the first function that any mention gives."""
    known: dict[str, Person] = {}
    for index, sentence in enumerate(sentences):
        if sentence.role in ("contact", "about", "title", "heading"):
            continue
        for mention in mentions(" ".join(sentence.text.split()), index):
            now = mention.person
            name = next((n for n in known if n == now.name or n.endswith(" " + now.name)), now.name)
            known[name] = _merged(known.get(name), now)
    return tuple(known.values())


def _merged(before: Person | None, now: Person) -> Person:
    if before is None:
        return now
    woman = before.woman if before.woman is not None else now.woman
    return replace(before, function=before.function or now.function, woman=woman)


def surnames(people: Iterable[Person]) -> Iterator[tuple[str, Person]]:
    """What later sentences call them: every ending of the name, the longest first ("Awa Ndiaye Sarr" → "Ndiaye Sarr", "Sarr")."""
    for person in people:
        parts = person.name.split()
        yield from ((" ".join(parts[n:]), person) for n in range(len(parts)))
