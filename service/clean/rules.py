"""What one line is by itself: certain chrome, chrome in its place (near the top or bottom), or likely chrome among chrome."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from service.clean import vocabulary
from service.clean.vocabulary import words
from service.dates import WRITTEN_DATE

LONGEST = 400  # characters; no line of chrome is longer, so long lines of prose cost nothing
Strength = Literal["certain", "placed", "likely"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a line looks like chrome, and how far to trust that."""

    reason: str
    strength: Strength


_TABLES: tuple[tuple[frozenset[str], Verdict], ...] = (
    (words(vocabulary.SHARE_CERTAIN), Verdict("share buttons", "certain")),
    (words(vocabulary.TOPIC_HEADS), Verdict("related articles", "certain")),
    (words(vocabulary.MENU_CERTAIN), Verdict("menu", "certain")),
    (words(vocabulary.TOOLS), Verdict("page tools", "certain")),
    (words(vocabulary.SHARE), Verdict("share buttons", "likely")),
    (words(vocabulary.LANGUAGES), Verdict("language switch", "likely")),
    (words(vocabulary.MENU_LIKELY), Verdict("menu", "likely")),
)
_SHARE, _LANGUAGES = words(vocabulary.SHARE), words(vocabulary.LANGUAGES)
_MENU = words(vocabulary.MENU_CERTAIN) | words(vocabulary.MENU_LIKELY) | words(vocabulary.LANGUAGES)
_ITEMS = _MENU - _LANGUAGES
_FIRST = frozenset(entry.split(" ", 1)[0] for entry in _SHARE | _MENU)  # most lines begin with none of them

_COUNT = r"\d{1,3}(?:[ ., ]?\d{3})*(?:[.,]\d)?\s?[km]?"
_HOUR = r"(?:[\s,|à–—@-]{1,4}\d{1,2}\s?[h:]\s?\d{0,2}(?:\s?(?:am|pm|gmt))?)?"
_DATED = rf"(?:{WRITTEN_DATE}){_HOUR}"
_COUNTED = r"vues?|views?|lectures?|partages?|shares?|commentaires?|comments?|j'aime|likes?|réactions?|retweets?|clics?"
_FILE = r"pdf|docx?|odt|fichier|communiqué|document|dossier|press release|version imprimable|rapport|infographie"
_BY = r"(?:par|by|mis à jour|modifié|updated|dernière|dans|in|temps|durée|lecture|\d+)\b[^,.;!?]{1,50}"
_PUBLISHED = (
    "date de publication|date de mise en ligne|date de mise à jour|publiée?|postée?|mise? en ligne|mise? à jour|actualisé"
    "|dernière mise à jour|dernière modification|modifiée?|published|posted|updated|last updated"
)
_NETWORK = "facebook|twitter|x|linkedin|whatsapp|telegram|instagram|youtube|e-mail|email|courriel"

CERTAIN = {
    "view count": rf"(?:nombre de )?(?:{_COUNTED}) ?: ?{_COUNT}|{_COUNT} (?:{_COUNTED})(?: au total)?|lu {_COUNT} fois",
    "reading time": r"(?:temps|durée) de lecture(?: estimée?)? ?:? ?(?:environ )?\d+ ?(?:min\w*|mn|secondes?|s)\.?"
    r"|lecture ?:? ?\d+ ?min\w*\.?|\d+ ?min(?:utes?)?\.? de lecture|\d+ ?min(?:ute)?s? read|reading time ?:? ?\d+ ?min\w*",
    "breadcrumb": r"(?:vous êtes ici|you are here|fil d'ariane) ?:.{0,250}"
    r"|(?:accueil|home|page d'accueil)\s*(?:[>»›→/|\\]|::|[–-](?=\s))\s*.{1,250}",
    "share buttons": r"(?:partager|partagez|share|tweeter|suivez-nous|retrouvez-nous|follow us)"
    rf"(?: (?:cet?|cette|l'|la|le|this|the|sur|on|via|par|avec|et|and|article|page|communiqué|actualité|contenu|post"
    rf"|vos|réseaux|sociaux|les|amis|{_NETWORK}|[,:&])|,| :| ?\d+)*",
    "cookie choice": r"(?:tout |j'|je )?(?:accepter?|refuser?)(?: tout| tous| les| et| des| cookies| fermer| continuer)+"
    r"|(?:tout |j'|je )(?:accepter?|refuser)|accept(?: all)?(?: cookies)?|reject(?: all)?(?: cookies)?"
    r"|continuer sans accepter|(?:personnaliser|paramétrer|gérer)(?: mes| les)?(?: cookies| choix| préférences)",
    "copyright": r"(?:©(?! ?photo)|\(c\) ?(?=\d{4})|copyright ?(?:©|\(c\)|\d{4}|[:–-])).*"
    r"|.{0,100}(?:tous droits réservés|all rights reserved).{0,120}",
    "related articles": r"(?:(?:à |a )?(?:lire|voir) (?:aussi|également)|sur le même sujet|related|read also|see also) ?:"
    r" ?.{1,200}",
    "photo caption": r"\[(?:photo|image|légende|vidéo|illustration)\b[^\]]{0,200}\]",
    "cover note": r"(?:veuillez|vous trouverez|merci de|je vous|nous vous|prière de|nous avons le plaisir)[^.!?]{0,60}"
    r"(?:ci-joint|ci-dessous|ci-après|pièce jointe)[^.!?]{0,100}[.:]?",
    "page number": r"[-–—]? ?page \d{1,4}(?: ?(?:sur|/|de|of) ?\d{1,4})?",
}
PLACED = {
    "view count": rf"(?:publié le |le )?{_DATED}[\s|·•–-]+{_COUNT}|{_COUNT} {_DATED}"
    rf"|{_DATED}[\s|·•–-]+(?:\d+|aucun|no) (?:{_COUNTED})",
    "publication line": rf"(?:{_PUBLISHED})(?: par [^,.]{{1,40}}?)?(?: le| on| :|:)* ?{_DATED}\.?(?:[\s|·•/,–()-]+{_BY})*"
    r"|(?:posté |publié |écrit )?(?:par|by|posted by) (?:l')?(?:admin\w*|webmaster|la rédaction|rédaction|redaction"
    r"|communication|service communication|editor)(?:[ ,|·•–/-]+[^.;!?]{0,60})?"
    rf"|{_DATED} ?[|·•/–-] ?(?:par |by )?[^.;!?]{{1,60}}[|·•/–-] ?(?:\d+|aucun|no) (?:commentaires?|comments?)",
    "cookie banner": r"(?:nous utilisons (?:des |les )?cookies|ce site (?:web |internet )?(?:utilise|dépose) (?:des |les )?"
    r"(?:cookies|traceurs)|notre site (?:web |internet )?utilise (?:des |les )?cookies|en poursuivant votre navigation"
    r"|en continuant (?:à naviguer|votre)|we use cookies|this (?:web)?site uses cookies|by continuing to (?:browse|use)"
    r"|le respect de votre vie privée est|votre vie privée nous|we value your privacy)\b.*",
    "newsletter": r"(?:inscrivez-vous|abonnez-vous|s'abonner|s'inscrire|recevez|recevoir|subscribe|sign up|get)\b"
    r"[^.!?]{0,60}\b(?:newsletters?|lettres? d'information|infolettre|alertes?|flux rss|actualités|updates)\b.{0,80}"
    r"|(?:votre|your|entrez votre) (?:adresse )?(?:e-?mail|courriel)(?: address)?(?: ?\*)?",
    "photo credit": r"(?:©|crédits?) ?photos? ?:? ?.{1,80}|photo ?: ?© ?.{1,80}",
    "download link": rf"(?:télécharger|download|consulter|ouvrir)\b[^.;!?]{{0,60}}\b(?:{_FILE})\b[^;!?]{{0,60}}"
    r"|[\w.-]+\.(?:pdf|docx?|zip)(?: ?[(–-]? ?[\d.,]+ ?(?:[kmg]?o|[kmg]b)\)?)?"
    r"|\(?(?:pdf|docx?)[ ,–-]+[\d.,]+ ?(?:[kmg]?o|[kmg]b)\)?",
    "tags": r"(?:tags?|étiquettes?|mots[- ]clés?|mots[- ]clefs?|hashtags?|keywords) ?: ?.{1,200}"
    r"|(?:classé dans|posted in|tagged|filed under) ?:? ?.{1,100}|(?:#[\w-]+[ ,]*){2,}",
    "page tools": r"(?:←|→|«|»|‹|›) ?(?:article |communiqué |page )?(?:précédente?|suivante?|previous|next|retour|back)\b.{0,120}"
    r"|(?:article|communiqué|actualité) (?:précédent|suivant)e? ?[:›»→].{0,150}",
    "site credit": r"(?:site réalisé par|propulsé par|powered by|designed by|développé par) ?:? ?[^.!?]{1,60}",
}
LIKELY = {
    "publication line": rf"(?:le )?{_DATED}",
    "counter": _COUNT,
    "tags": r"(?:catégories?|category|thèmes?|thématiques?|rubriques?|topics?) ?: ?[^.;!?]{1,120}",
    "menu": r"(?:menu|navigation|search|recherche|rechercher)\b.{0,20}|suivez[- ]nous\b[^.!?]{0,100}"
    r"|retour (?:à|au|aux) [^.!?]{1,40}",
}
_GREETING = re.compile(r"(?:bonjour|bonsoir|madame, monsieur|mesdames, messieurs)(?: à (?:tous|toutes)(?: et à tou\w+)?)? ?[,!]")
_ICONS = re.compile(r"[☰≡🔍🔎×✕✖▲▼▶◀↑↓←→<>«»‹›|👁❤♥👍📤🖨✉📧🔗🏠⌂\s️]+")
_AROUND = re.compile(r"^(?:[-–*•▪◦‣☰🔍🖨📧🔗👁❤👍📤]+ ?)+(?=\w)|(?<=\w) ?[▼▾▸›»>⌄↓→]+$")
_COUNTS = re.compile(rf"\(?(?<!\w){_COUNT}(?!\w)\)?")
_PARTS = re.compile(r"\s*[|•·\t/»›>]\s*|\s{2,}")
_PROSE_REASONS = frozenset(
    {"cookie banner", "newsletter", "copyright", "publication line", "reading time", "photo credit", "cover note"}
)


def key(line: str) -> str:
    """The line as the tables write it: lower case, straight apostrophes, single spaces, no bullet or icon around it."""
    plain = " ".join(line.replace("’", "'").replace("\ufeff", "").split()).lower()
    if plain[:1] in "«‹" and "»" not in plain and "›" not in plain:
        plain = plain[1:].strip()  # an arrow to another page, and no quotation
    if plain[:1].isalnum() and plain[-1:].isalnum():
        return plain
    return _AROUND.sub("", plain).strip()


def judge(line: str) -> Verdict | None:
    """What the line is by itself; None: text of the release. List items and sentences are text."""
    found = key(line)
    if _GREETING.fullmatch(found):
        return Verdict("greeting", "certain")
    if not found or len(found) > LONGEST or found[-1] in ";,":
        return Verdict("icons", "certain") if line.strip() and not found else None
    listed = next((v for table, v in _TABLES if found.rstrip(" :") in table), None)
    if listed and (found[-1] != ":" or listed.strength == "certain"):
        return listed
    if _ICONS.fullmatch(line):
        return Verdict("icons", "certain")
    return _row(line, found) or _ruled(found)


def _ruled(found: str) -> Verdict | None:
    """By the first pattern that fits; a sentence is text, unless it is of a kind that pages write as sentences."""
    if not _any_rule().fullmatch(found):
        return None
    sentence = found[-1] in ".!?" and found.count(" ") >= 4
    fitting = (v for rule, v in _rules() if rule.fullmatch(found))
    return next((v for v in fitting if not sentence or v.reason in _PROSE_REASONS), None)


def _row(line: str, found: str) -> Verdict | None:
    """Several buttons on one line: "Facebook Twitter LinkedIn", "FR | EN", "Accueil | Actualités | Contact"."""
    if len(found) > 200 or re.match(r"(?:accueil|home)\s*[>»›→]", found):
        return None
    known_start = found.split(" ", 1)[0].rstrip(",|:") in _FIRST or found[0].isdigit()
    if known_start and _only(_SHARE, _COUNTS.sub(" ", found).strip()):
        return Verdict("share buttons", "certain")
    parts = [p for p in map(key, _PARTS.split(line.strip())) if p] if _PARTS.search(line) else []
    if len(parts) > 1 and all(p in _LANGUAGES for p in parts):
        return Verdict("language switch", "certain")
    known = sum(p in _MENU for p in parts)
    if (len(parts) > 1 and known == len(parts)) or (len(parts) > 3 and 2 * known >= len(parts) and _short(parts)):
        return Verdict("menu", "certain")
    if known_start and found.count(" ") > 1 and "," not in found and _only(_ITEMS, found):
        return Verdict("menu", "certain")
    return None


def _short(parts: list[str]) -> bool:
    return all(len(part.split()) <= 4 for part in parts)


def _only(entries: frozenset[str], found: str) -> bool:
    """At least two entries and nothing else; the longest entry that fits is taken each time."""
    rest, count = [w for w in re.split(r"[\s,|·•/&-]+", found) if w], 0
    while rest:
        fit = next((n for n in range(min(6, len(rest)), 0, -1) if " ".join(rest[:n]) in entries), 0)
        if not fit:
            return False
        rest, count = rest[fit:], count + 1
    return count > 1


@cache
def _any_rule() -> re.Pattern[str]:
    """All patterns as one, for the many lines that fit none."""
    return re.compile("|".join(rule.pattern for rule, _ in _rules()), re.IGNORECASE)


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Verdict], ...]:
    tables: tuple[tuple[Strength, dict[str, str]], ...] = (("certain", CERTAIN), ("placed", PLACED), ("likely", LIKELY))
    return tuple(
        (re.compile(rule, re.IGNORECASE), Verdict(reason, strength))
        for strength, table in tables
        for reason, rule in table.items()
    )
