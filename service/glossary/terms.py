"""A term, the place where it stands in a French text, and its English in the number that the French asks for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from service.glossary.files import Entry

ARTICLES = re.compile(r"(?:(?<=[^\w])|^)(?:[lL]['’]|[dD]['’]|(?:[lL]es?|[lL]a|[dD]u|[dD]es|[aA]ux?|[dD]e)[ \u00a0])$")
TOKEN = re.compile(r"[^\W_]+|,")
_BETWEEN = re.compile(r"[ \u00a0\u202f'’\n-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One entry. French and English stand without their articles; `article` says whether English wants `the`."""

    french: str
    english: str
    article: bool = False
    common: bool = False  # a common noun, whose number the French sentence decides: une PME, des PME
    also: tuple[str, ...] = ()  # other English that is right: World Health Organization for OMS
    kind: str = "term"  # "term", "institution", "acronym", "place" or "keep"
    source: str = ""
    given: str = ""  # the French with its article, as the file has it

    @property
    def acronym(self) -> bool:
        """Whether the French is matched letter by letter: OMS, and never `oms`."""
        return (self.french.isupper() and " " not in self.french) or self.kind == "acronym"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A term where it stands: `start:end` are the term's own letters, `article` the French article before them."""

    term: Term
    text: str
    start: int
    end: int
    article: str = ""
    english: str = ""  # inflected, without article


@cache
def stem(token: str) -> str:
    """A French word without case, accents and plural: `Régionaux` and `régional` are one."""
    plain = "".join(c for c in unicodedata.normalize("NFD", token.lower()) if not unicodedata.combining(c))
    plain = plain.replace("œ", "oe")
    if len(plain) > 4 and plain.endswith("aux"):
        return plain[:-3] + "al"
    return plain[:-1] if len(plain) > 3 and plain[-1] in "sx" else plain


def term_of(entry: Entry) -> Term:
    french, english = entry.french.strip(), entry.english.strip()
    bare = re.sub(r"^(?:l['’]|l[ea]s? |une? |des )", "", french, flags=re.IGNORECASE) if entry.kind != "keep" else french
    return Term(
        french=bare, english=re.sub(r"^(?:the|an?) ", "", english), article=english.startswith("the "),
        common=bool(re.match("une? |des ", french)) or (entry.kind == "term" and english.islower()), also=entry.also,
        kind=entry.kind, source=entry.source, given=french,
    )  # fmt: skip


def together(text: str, span: list[tuple[str, int, int]]) -> bool:
    return all(second[0] == "," or _BETWEEN.fullmatch(text, first[2], second[1]) for first, second in pairwise(span))


def case_fits(term: Term, text: str) -> bool:
    if term.acronym:
        return text == term.french or (len(text) > 3 and text == term.french.capitalize())
    if term.kind in ("place", "keep"):
        return text[0].isupper()
    return True


def inflected(term: Term, text: str, start: int, end: int) -> str:
    plural = term.common and _is_plural(term, text, start, end)
    english = plural_of(term.english) if plural else term.english
    alone = text[start:end].isupper() and len(text[start:end]) > 3 and not term.acronym
    return english.upper() if alone and not term.english.isupper() and text.isupper() else english


MANY = re.compile(r"(?:\b(?:les|des|aux|ces|nos|vos|leurs|plusieurs|ses|entre|deux|quelques)|\d)[ \u00a0]$", re.IGNORECASE)


def _is_plural(term: Term, text: str, start: int, end: int) -> bool:
    """By the ending; by the word before, where the French has one form for both: les PME, des puits."""
    own, found = TOKEN.findall(term.french), TOKEN.findall(text[start:end])
    if term.acronym or own[0][-1] in "sxz":
        return bool(MANY.search(text, 0, start))
    return any(
        len(new) > len(old) or (new.endswith("aux") and not old.endswith("aux")) for new, old in zip(found, own, strict=True)
    )


UNCOUNTED = ("police", "staff", "equipment", "aircraft", "people", "personnel", "furniture", "livestock", "care", "health")


def plural_of(english: str) -> str:
    """The plural of an English noun phrase by its head: `calls for projects`, `free zones`."""
    head, joint, rest = re.match(r"(.+?)( (?:of|for|in|to|on) |$)(.*)", english).groups()  # type: ignore[union-attr]
    if head.endswith(UNCOUNTED):
        return english
    if head.endswith(("woman", "man")):
        return head[:-2] + "en" + joint + rest
    if head.endswith("person"):
        return head.removesuffix("person") + "people" + joint + rest
    if re.search(r"[^aeiou]y$", head):
        head = head[:-1] + "ie"
    elif re.search(r"(?:ss|x|ch|sh)$", head):
        head += "e"
    return head + ("" if re.search(r"[^s]s$", head) else "s") + joint + rest


def forms(match: Match, english: str) -> Iterator[str]:
    """What is right for a term. A shipped institution may be worded otherwise, a country be named by its people:
    of the first half the content words are enough, of the second the first three letters."""
    term = match.term
    yield match.english
    yield term.english
    yield from term.also
    if term.kind in ("institution", "place"):
        words = [word[: 3 if term.kind == "place" else 5].lower() for word in term.english.split() if len(word) > 3]
        if words and 2 * sum(word in english for word in words) >= len(words):
            yield ""


def plain(text: str) -> str:
    return re.sub(r"[\s-]+", " ", text.replace("’", "'").lower()).replace("organisation", "organization")
