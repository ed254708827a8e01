"""What each sentence is in its release: title, dateline, heading, item, quote, about, contact …"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from service.release.opening import read_closing, read_date_line, read_opening
from service.types import Role, Sentence

_ENDS = re.compile(r"[.!…;,]\s*[»”)]?\s*$|[.!?…]\s*[»”]\s*$")
_BULLET = re.compile(r"\s*(?:[-–—•▪◦‣*·●○■]|\(?\d{1,2}\s?[.)°]|\(?[a-h][.)])\s+\S")
_NUMBERED = re.compile(r"\s*\(?\d{1,2}\s?[.)°]\s")
EMBARGO = re.compile(
    r"\s*[(\[*]*\s*(?:(?:sous\s+)?embargo\b|(?:pour|à)\s+(?:diffusion|publication|parution)\s+(?:immédiate|libre|le|à)|diffusion\s+immédiate"
    r"|(?:ne\s+pas|interdit\w*)\s+(?:diffuser|publier|de\s+\w+)\s+avant|publication\s+(?:interdite|autorisée)|for\s+immediate\s+release)",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\s*(?:[-–—•*]\s*)?(?:vos\s+)?(?:contacts?\b|relations?\s+(?:avec\s+l\w+\s+)?(?:presse|médias?|publiques|avec\s+les\s+médias)\b"
    r"|service\s+(?:de\s+|des\s+)?(?:presse|communication|relations)\b|attachée?s?\s+de\s+presse\b|renseignements?\b|personnes?[- ]ressources?\b"
    r"|demandes?\s+(?:de\s+(?:la\s+)?presse|médias?|d[’']interview|d[’']entrevue)|(?:pour\s+)?(?:toute?s?|plus|davantage|obtenir|de\s+plus\s+amples)"
    r"\s+(?:d[’']|de\s+)?(?:informations?|renseignements?|questions?|détails|demandes?|précisions?)\b"
    r"|pour\s+en\s+savoir\s+plus\b|(?:direction|cellule|bureau|unité)\s+de\s+(?:la\s+)?(?:communication|presse)\s*$|informations?\s+(?:et\s+)?(?:presse|médias?)\b)",
    re.IGNORECASE,
)
_REACH = re.compile(r"\S@\S+\.\w|\b(?:tél|tel|téléphone|courriel|e-mail|fax|portable|mobile)\b|(?:\+|\b00)\d[\d .()-]{6,}|\bwww\.", re.IGNORECASE)
_ABOUT = re.compile(r"\s*(?:à|a)\s+propos\b|\s*(?:qui\s+sommes[- ]nous|la\s+\w+\s+en\s+bref)\b", re.IGNORECASE)
_NOTES = re.compile(
    r"\s*(?:notes?(?:\s+(?:aux?|à|de|pour|en)\b.*|\s*:?\s*$|\s+explicati\w+.*)|informations?\s+(?:complémentaires?|aux\s+rédact\w+)\s*:?\s*$"
    r"|avertissement\b.{0,60}$|sources?\s*:|pour\s+mémoire\b\s*:?\s*$|références?\s*:?\s*$|déclarations?\s+prospectives?\b)",
    re.IGNORECASE,
)
_END_MARK = re.compile(r"\s*(?:[-–—#*]\s*)*(?:fin|30|end|###|\*\*\*|---+|===+|___+)?(?:\s*[-–—#*]+)*\s*(?:fin\s+du\s+communiqué)?\s*\.?\s*", re.IGNORECASE)
LABEL = re.compile(
    r"\s*(?:communiqués?(?:\s+(?:de\s+presse|conjoint|final|officiel|commun|à\s+la\s+presse))?|avis\s+(?:aux\s+médias|à\s+la\s+presse|de\s+presse)"
    r"|invitation\s+(?:presse|à\s+la\s+presse)|note\s+(?:d[’']information|de\s+presse)|dossier\s+de\s+presse|information\s+presse|point\s+presse"
    r"|press\s+release|déclaration|mise\s+au\s+point|alerte\s+presse)\s*(?:(?:n\s?[°o]|no\.?|[-–—|/:])\s*[\w ./-]{0,30})?\s*:?\s*",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\s*(?:réf(?:érence)?s?\b|n\s?[°o]|cp)\s*\.?\s*:?\s*[\w/ .-]{1,30}\s*", re.IGNORECASE)
LETTERHEAD = re.compile(
    r"\s*(?:république|royaume|ministère|présidence|primature|premier\s+ministre|organisation|agence|banque|université|fédération|union|conseil"
    r"|commission|direction|institut|office|fondation|association|ambassade|préfecture|ville|commune|mairie|région|autorité|cour|groupe|société"
    r"|compagnie|centre|secrétariat|service|bureau|comité|parlement|assemblée|sénat|gouvernement|croix|musée|festival|syndicat|nations)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:a|ont|est|sont|lance(?:nt)?|annonce(?:nt)?|publie(?:nt)?|signe(?:nt)?|adopte(?:nt)?|ouvre(?:nt)?|appelle(?:nt)?|renforce(?:nt)?|maintient"
    r"|salue(?:nt)?|obtient|accueille(?:nt)?|organise(?:nt)?|présente(?:nt)?|rejoint|nomme|inaugure(?:nt)?|alerte|dénonce(?:nt)?|reçoit|remet"
    r"|devient|se|s[’']\w+|élit|fête|célèbre|suspend|rappelle|déploie|met(?:tent)?|sanctionne|autorise|rend|rouvre|installe|crée(?:nt)?)\b"
)
_NUMBER = re.compile(r"[+–-]?\d[\d   .,]*\s?(?:%|€|\$|M€|Md€|k€|pts?)?")


def line_of(sentence: Sentence) -> str:
    """The sentence on one line."""
    return " ".join(sentence.text.split())


def give_roles(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences of one release with their roles."""
    roles = _head(sentences)
    roles += _body(sentences, len(roles))
    quoted = _quoted(sentences)
    roles = ["quote" if role == "body" and i in quoted else role for i, role in enumerate(roles)]
    return tuple(s if s.role == r else replace(s, role=r) for s, r in zip(sentences, roles, strict=True))


def own_lines(sentences: Sequence[Sentence], index: int) -> int | None:
    """The index after the line that begins here; None where the sentence stands inside a line."""
    if index and "\n" not in sentences[index - 1].gap:
        return None
    end = index
    while end < len(sentences) - 1 and "\n" not in sentences[end].gap:
        end += 1
    return end + 1


def _head(sentences: Sequence[Sentence]) -> list[Role]:
    """Roles up to the first sentence of running text: letterhead, labels, title, sub-title, date lines."""
    roles: list[Role] = []
    titled = False
    while (end := own_lines(sentences, len(roles)) if len(roles) < len(sentences) else None) is not None:
        index = len(roles)
        words = " ".join(line_of(s) for s in sentences[index:end])
        role = _label_role(words)
        if role is None and _is_heading(sentences, index, end, words):
            letterhead = not titled and _letterhead(sentences, end, words)
            role = "heading" if letterhead else ("subtitle" if titled else "title")
            titled = titled or role == "title"
        if role is None or (role == "subtitle" and _head_is_over(sentences, index, roles)):
            break
        roles += [role] * (end - index)
    return roles


def _label_role(words: str) -> Role | None:
    """A line of the head that is no title: embargo, date line, label, reference."""
    if EMBARGO.match(words) and len(words.split()) <= 25:
        return "embargo"
    opening = read_opening(words) or read_date_line(words)
    if opening and opening.whole:
        return "dateline"
    return "heading" if LABEL.fullmatch(words) or _REFERENCE.fullmatch(words) else None


def _is_heading(sentences: Sequence[Sentence], index: int, end: int, words: str) -> bool:
    """A line without the full stop of running text, or a short one that stands over a dateline."""
    if _BULLET.match(words) or len(words.split()) > 45 or _CONTACT.match(words) or _REACH.search(words):
        return False
    opening = read_opening(words)
    if opening and not opening.whole:
        return False
    if not _ENDS.search(words) and not words.endswith(":"):
        return end < len(sentences)
    alone = end < len(sentences) and sentences[end].paragraph > sentences[index].paragraph
    return alone and len(words.split()) <= 20 and not words.endswith((";", ",", ":")) and read_opening(line_of(sentences[end])) is not None


def _letterhead(sentences: Sequence[Sentence], end: int, words: str) -> bool:
    """The name of an organisation above a title that is still to come."""
    if not LETTERHEAD.match(words) or len(words.split()) > 12 or ":" in words or _VERB.search(words):
        return False
    while end < len(sentences):
        after = own_lines(sentences, end) or end + 1
        words = " ".join(line_of(s) for s in sentences[end:after])
        if _label_role(words) is None:
            return _is_heading(sentences, end, after, words)
        end = after
    return False


def _head_is_over(sentences: Sequence[Sentence], index: int, roles: Sequence[Role]) -> bool:
    """A short heading of the body and no sub-title: it stands over text in its own paragraph, after a dateline or sub-title."""
    joined = index + 1 < len(sentences) and sentences[index + 1].paragraph == sentences[index].paragraph
    return bool(roles) and (roles[-1] == "subtitle" and len(line_of(sentences[index]).split()) <= 4 or (joined and roles[-1] == "dateline"))


def _body(sentences: Sequence[Sentence], start: int) -> list[Role]:
    roles: list[Role] = []
    block: Role | None = None
    tables = table_lines(sentences)
    for index in range(start, len(sentences)):
        end = own_lines(sentences, index)
        words = line_of(sentences[index])
        line = " ".join(line_of(s) for s in sentences[index : end or index + 1])
        block = _block(block, sentences, index, line, end is not None)
        if block:
            roles.append(block)
        elif EMBARGO.match(words) and len(words.split()) <= 25:
            roles.append("embargo")
        elif (closing := read_closing(words)) and closing.date:
            roles.append("dateline")
        elif index in tables:
            roles.append("table")
        elif _is_item(sentences, index, end, roles):
            roles.append("item")
        else:
            roles.append("heading" if end is not None and _body_heading(sentences, index, end, line) else "body")
    return roles


def _block(block: Role | None, sentences: Sequence[Sentence], index: int, line: str, begins: bool) -> Role | None:
    """The block at the foot that a sentence belongs to: it begins with its heading and ends where its paragraph or kind does."""
    if begins and (opened := _opens(sentences, index, line)):
        return opened
    new = bool(index) and sentences[index].paragraph > sentences[index - 1].paragraph
    if block is None or not new:
        return block
    if block == "contact":
        return "contact" if _REACH.search(line) or (not _ENDS.search(line) and len(line.split()) <= 14) else None
    if block == "about":
        under = len(line_of(sentences[index - 1]).split()) <= 10 and not _ENDS.search(line_of(sentences[index - 1]))
        return "about" if under else None
    return block


def _opens(sentences: Sequence[Sentence], index: int, line: str) -> Role | None:
    short = len(line.split()) <= 12 and not _ENDS.search(line)
    if _CONTACT.match(line) and (short or _REACH.search(line) or len(line.split()) <= 25):
        return "contact"
    if _ABOUT.match(line) and (short or re.match(r".{0,80}\s?[:–—]\s", line)):
        return "about"
    if _NOTES.match(line) and (short or ":" in line[:40]):
        return "notes"
    if _END_MARK.fullmatch(line) and line.strip():
        return "notes"
    foot = index and index >= len(sentences) - 6 and len(line.split()) <= 14
    return "contact" if foot and _REACH.search(line) and not _ENDS.search(line) else None


def _is_item(sentences: Sequence[Sentence], index: int, end: int | None, roles: Sequence[Role]) -> bool:
    """A bulleted line, or what follows in the same line; a numbered paragraph of several sentences is running text."""
    if end is None:
        return bool(roles) and roles[-1] == "item"
    words = sentences[index].text
    if not _BULLET.match(words):
        return False
    alone = end == len(sentences) or sentences[end].paragraph > sentences[index].paragraph
    first = not index or sentences[index].paragraph > sentences[index - 1].paragraph
    return not (_NUMBERED.match(words) and alone and first and end - index > 1)


def _body_heading(sentences: Sequence[Sentence], index: int, end: int, line: str) -> bool:
    """A short line without full stop that stands over something."""
    if end - index > 1 or end == len(sentences) or len(line.split()) > 20 or _BULLET.match(line):
        return False
    if line.endswith(":"):
        return len(line.split()) <= 5 and not re.search(r"\b(?:a|ont|est|sont|sera|seront|ne|à|de|que|également)\b", line)
    question = line.endswith("?") and len(line.split()) <= 14
    return question or (not _ENDS.search(line) and line[:1].isupper())


def table_lines(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Sentences that are rows of a flattened table: two lines or more, each of cells or mostly of numbers."""
    rows = {i for i in range(len(sentences)) if _row(sentences, i)}
    runs = {i for i in rows if i + 1 in rows or i - 1 in rows}
    heads = {i - 1 for i in runs if i and i - 1 not in runs and _table_head(sentences, i - 1)}
    return frozenset(runs | heads)


def _row(sentences: Sequence[Sentence], index: int) -> bool:
    text = sentences[index].text.strip()
    if own_lines(sentences, index) != index + 1 or len(text.split()) > 30 or _REACH.search(text):
        return False
    if "\t" in text or text.count("|") >= 2 or len(re.findall(r"\S {2,}\S", text)) >= 1:
        return not re.search(r"[.!?]$", text)
    numbers = _NUMBER.findall(text)
    digits = sum(len(n.split()) for n in numbers)
    return len(numbers) >= 2 and 2 * digits >= len(text.split()) and not re.search(r"[.!?;]$", text)


def _table_head(sentences: Sequence[Sentence], index: int) -> bool:
    text = sentences[index].text.strip()
    cells = "\t" in text or "|" in text or bool(re.search(r"\S {2,}\S", text)) or len(_NUMBER.findall(text)) >= 2
    return cells and own_lines(sentences, index) == index + 1 and not _ENDS.search(text)


def _quoted(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Sentences that are a quotation for the most part, or that stand inside one."""
    found: set[int] = set()
    open_since = -1  # the paragraph in which a mark was left open
    for index, sentence in enumerate(sentences):
        words = line_of(sentence)
        inside = sum(len(part) for part in re.findall(r"[«“]([^«»“”]*)(?:[»”]|$)", words))
        goes_on = open_since == sentence.paragraph
        head = re.match(r"[^«“»”]*", words)
        inside += len(head.group()) if goes_on and head else 0
        if 2 * inside >= len(words):
            found.add(index)
        balance = len(re.findall("[«“]", words)) - len(re.findall("[»”]", words)) + goes_on
        open_since = sentence.paragraph if balance > 0 else -1
    return frozenset(found)
