"""Who speaks: the letterhead, "À propos de …", or the subject that "annonce" or "informe". Omitted rather than guessed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from service.release.head import sender
from service.release.wording import LETTERHEAD, line_of
from service.types import Sentence

_STATE = re.compile(r"\s*(?:république|royaume|union\s+des\s+comores)\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"\s*[ÀàAa]\s+propos\s+(?:de\s+la\s+|de\s+l[’']|du\s+|des\s+|de\s+|d[’'])(?P<name>[^:–—]{2,90}?)\s*(?:[:–—].*)?$", re.DOTALL
)
_NO_BODY = re.compile(
    r"(?:programme|projet|prix|étude|rapport|enquête|conférence|exposition|sommet|essai|campagne|initiative|concours|loi|traité|cette?|ces)\b",
    re.IGNORECASE,
)
_ISSUES = (
    r"(?:annonce|informe|communique|publie|(?:rend|a\s+rendu)\s+(?:publi\w+|compte)"
    r"|a\s+(?:approuvé|adopté|décidé|nommé|validé|autorisé|remis|suspendu|infligé|annoncé|publié|tenu\s+à\s+\w+[ei]r|dénoncé|condamné|appelé|informé)"
    r"|porte\s+à\s+la\s+connaissance|dément|recrute|invite|alerte|dénonce|condamne"
    r"|fait\s+savoir|tient\s+à|a\s+le\s+(?:plaisir|regret)|est\s+heureu\w+\s+d|organise|lance|présente\s+ses|exprime|rappelle|appelle|salue|déplore"
    r"|se\s+félicite|dresse|procède|vous\s+informe|met\s+en\s+garde|adresse)"
)
_NAME = (
    r"(?P<name>[^;:.«»()]{3,120}(?=\s\([A-ZÀ-Þ][\w-]{1,14}\))"
    r"|[^,;:.«»()]{3,110}?(?:,\s(?:de\s|des\s|du\s|d[’'])[^;:.«»()]{3,80}?)?)"
)
_SUBJECT = re.compile(
    rf"(?:^|,)\s*(?:[Ll][ea]s?\s+|[Ll][’'])(?=(?i:{LETTERHEAD.pattern})){_NAME}(?P<acronym>\s\([A-ZÀ-Þ][\w-]{{1,14}}\))?\s+{_ISSUES}\b"
)
_IS = re.compile(
    r"\s*(?:L[ea]s?\s+|L[’'])(?P<name>[^,;:.«»()]{3,90}?)(?P<acronym>\s\([A-ZÀ-Þ][\w-]{1,14}\))?\s+(?:est|compte|réunit|regroupe|fédère|emploie"
    r"|accueille|rassemble|œuvre|a\s+été|a\s+pour|existe|forme)\b"
)


def find_issuer(sentences: Sequence[Sentence], opening: int) -> str | None:
    """The organisation that issues the release; `opening`: characters of the dateline of the first body sentence."""
    return _letterhead(sentences) or _about(sentences) or _subject(sentences, opening)


def _letterhead(sentences: Sequence[Sentence]) -> str | None:
    names: list[str] = []
    for sentence in itertools.takewhile(lambda s: s.role not in ("body", "quote", "item"), sentences):
        words = line_of(sentence)
        if sentence.role == "heading" and not _STATE.match(words) and (name := sender(words)):
            names.append(name)
    # "Québec" over "Cabinet de la ministre": a place or a motto over the office
    bare = bool(names) and " " not in names[0]
    name = next((n for n in names[: 1 + bare] if LETTERHEAD.match(n)), next(iter(names), None))
    return name.capitalize() if name and LETTERHEAD.match(name) and name.isupper() and len(name.split()) > 1 else name


def _about(sentences: Sequence[Sentence]) -> str | None:
    heads = (m["name"] for s in sentences if s.role == "about" and (m := _ABOUT.match(line_of(s))))
    name = next(heads, None)
    if not name:
        return _about_itself(sentences)
    if _NO_BODY.match(name):
        return None
    return _in_full(name.strip(" ."), "\n".join(line_of(s) for s in sentences if s.role not in ("about", "contact")))


def _about_itself(sentences: Sequence[Sentence]) -> str | None:
    """Under a bare "À propos": the subject of its first sentence."""
    texts = [line_of(s) for s in sentences if s.role == "about"]
    match = _IS.match(texts[1]) if len(texts) > 1 else None
    return match["name"] + (match["acronym"] or "") if match and not _NO_BODY.match(match["name"]) else None


def _in_full(name: str, text: str) -> str | None:
    """OIEC → Organisation … (OIEC); "la Fondation" → the name that the text gives it."""
    if re.fullmatch(r"[A-ZÀ-Þ][\w-]*", name) and name != name.capitalize():
        return _long_name(name, text) or name
    if re.fullmatch(r"[A-ZÀ-Þ]?[a-zà-ÿ]+", name) and LETTERHEAD.match(name):
        named = re.search(
            rf"\b(?i:{re.escape(name)})\s(?:(?:de|du|des|pour)\s(?:la\s|le\s|les\s)?|d[’'])?[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*)*",
            text,
        )
        return named[0] if named else None
    return name


def _long_name(acronym: str, text: str) -> str | None:
    """What stands before "(OIEC)": from a word for a kind of organisation on, or from an article in the same clause."""
    place = text.find(f" ({acronym})")
    before = re.split(r"[.;:«»()\n]", text[max(0, place - 120) : place])[-1] if place > 0 else ""
    begins = [m.end() for m in re.finditer(r"(?:[LlDd][’']|\b[Ll][ea]s?\s|\b[Dd]u\s|\b[Aa]u\s|^)(?=[A-ZÀ-Þ])", before)]
    named = [before[at:] for at in begins if LETTERHEAD.match(before[at:])]
    plain = [before[at:] for at in begins if "," not in before[at:]]
    return next((f"{name.strip()} ({acronym})" for name in [*named, *plain]), None)


def _subject(sentences: Sequence[Sentence], opening: int) -> str | None:
    first = next((s for s in sentences if s.role == "body"), None)
    words = line_of(first)[opening:] if first else ""
    match = _SUBJECT.search(words[:400])
    if (
        not match
        or words.count("«", 0, match.start()) > words.count("»", 0, match.start())
        or re.search(r"\s(?:qui|dont|a|ont|est|sont)\s", match["name"])
    ):
        return None
    return match["name"] + (match["acronym"] or "")
