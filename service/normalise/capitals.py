"""Lines in capitals to sentence case: acronyms, names, Roman numerals and ordinals keep their form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from service.coverage import spelled_alike
from service.normalise.names import (
    ACRONYMS,
    FIRST_NAMES,
    LABELS,
    NO_ACRONYMS,
    PARTICLES,
    PHRASES,
    PLACES,
    SIXTH,
    VERBS,
    WORDS,
)  # fmt: skip

WORD = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|[#@]\w+|(?:[^\W\d_]\.){2,}|\d+[^\W\d_]+|[^\W\d_]+(?:-\d+)?", re.IGNORECASE)
ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3}")
ORDINAL = re.compile(r"(\d+)(ER|ERE|ÈRE|E|ÈME|EME|ND|NDE|H|MIN|EMES|ÈMES)")
CENTURY = re.compile(r"([XVI]+)(E|ÈME|EME|ER)")
TITLES = {
    "MME": "Mme", "MMES": "Mmes", "MLLE": "Mlle", "DR": "Dr", "PR": "Pr", "ME": "Me", "MGR": "Mgr", "M": "M", "MM": "MM",
}  # fmt: skip
TITLED = re.compile(r"\b(?:MM?\.|Mmes?|Mlles?|Dr\.?|Pr\.?|Me) ((?:[A-ZÀ-Ý][\w'-]*[a-zà-ÿ] ){0,3})([A-ZÀ-Ý][A-ZÀ-Ý'-]{2,})\b")
NAMED = re.compile(r"\b([A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?)( )([A-ZÀ-Ý][A-ZÀ-Ý'-]{2,})\b")
DATELINE = re.compile(  # RABAT – Le ministre …; not AFSCA – Agence fédérale …
    r"^([A-ZÀ-Ý][A-ZÀ-Ý'-]{3,})(?=,? (?:le )?\d|, le |,? \(|,? [–-] (?!(?:Agence|Organisation|Institut|Office|Union|Fédération"
    r"|Association|Centre|Conseil|Comité|Société|Autorité)))"
)
RUN = re.compile(r"(?<![\w'])[A-ZÀ-Ý][A-ZÀ-Ý'-]*+(?:[ ](?:[A-ZÀ-Ý][A-ZÀ-Ý'-]*+|[\d:–]+)(?![\w.])){2,}+")
PHRASE = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(PHRASES, key=len, reverse=True)))})\b(?!-)", re.IGNORECASE)
BEARERS = frozenset(  # an unknown word after one of them is its name
    "QUARTIER VILLE COMMUNE VILLAGE HAMEAU RUE AVENUE PLACE GARE PORT LAC MONT STADE LYCEE COLLEGE HOPITAL GROUPE SOCIETE MAISON "
    "RESIDENCE THEATRE ILE CANTON CHATEAU PARC BARRAGE PONT STATION FLEUVE PROJET PROGRAMME".split()
)
SEATS = frozenset("VILLE COMMUNE MAIRIE METROPOLE VILLAGE CANTON AGGLOMERATION DIOCESE JUDICIAIRE".split())
SHORT = 5  # letters; a word alone in capitals is rather an acronym
FEW = 2  # letters in lower case that a line of capitals may hold ("n°", "1er")
NAME_WORDS = 2  # after a title: a first name and a surname, particles aside


def is_capitals(text: str, acronyms: frozenset[str] = frozenset()) -> bool:
    """Whether a line is set in capitals, rather than being an acronym or two."""
    lower = sum(map(str.islower, text))
    upper = sum(map(str.isupper, text))
    if upper < 4 or lower > FEW or lower * 4 > upper:
        return False
    words = WORD.findall(text)
    if len(words) == 1 and len(words[0]) <= SHORT and _bare(words[0]) not in LABELS:
        return False
    return any(_is_plain(word, acronyms) for word in words)


def shouts(text: str, acronyms: frozenset[str] = frozenset()) -> bool:
    """Whether a line or a part of it is set in capitals."""
    return is_capitals(text, acronyms) or RUN.search(text) is not None


def _is_plain(word: str, acronyms: frozenset[str]) -> bool:
    return len(word) > 1 and word.isupper() and not _is_acronym(word, acronyms)


def sentence_case(text: str, acronyms: frozenset[str], names: frozenset[str]) -> str:
    """Small letters but for what keeps its capitals; the first letter is a capital."""
    known = {_bare(name): name for name in names}
    out: list[str] = []
    at = left = 0  # `left`: words that may still belong to a person's name
    place = seated = False
    words = list(WORD.finditer(text))
    for i, found in enumerate(words):
        word, gap = found[0], text[at : found.start()]
        following = _bare(words[i + 1][0]) if i + 1 < len(words) else ""
        left = 0 if any(sign in ",;:()!?–" for sign in gap) else left
        cased = _bracketed(text, found) or _cased(word, following, acronyms, known)
        if left and cased.islower():
            left = 0 if _bare(word) in VERBS or (word in WORDS and word not in PARTICLES) else left
            cased = cased.capitalize() if left else cased
        cased = cased.capitalize() if gap.endswith("« ") and cased.islower() else cased  # a title, most often
        if cased.islower() and _bare(words[i - 1][0] if i else "") in BEARERS and spelled_alike(word):
            cased = cased.capitalize()  # LE QUARTIER BELLEVUE
        seat = cased.islower() and (_seat(words, i) or (gap == "-" and seated and word not in PARTICLES))
        cased = cased.capitalize() if seat and word not in WORDS else cased  # VILLE DE MONTREVERT-SUR-ORNE
        seated = seat or (gap == "-" and seated)
        place = _bare(word) in PLACES or (gap == "-" and place)
        cased = cased.capitalize() if place and cased.islower() and word not in WORDS else cased
        left = _names_left(word + text[found.end() : found.end() + 1], left)
        out += [gap, cased]
        at = found.end()
    return _capitalised(PHRASE.sub(lambda found: PHRASES[found[0].lower()], "".join(out) + text[at:]))


def _seat(words: Sequence[re.Match[str]], index: int) -> bool:
    """Whether a word is the name of a town: VILLE DE …, COMMUNE D'…."""
    before = [_bare(found[0]) for found in words[max(0, index - 3) : index]]
    if before[-2:] in (["DE", "LA"], ["DE", "L"]):  # VILLE DE LA ROCHE-SUR-YON
        before.pop()
    return len(before) > 1 and before[-1] in ("DE", "D", "DU") and before[-2] in SEATS


def _names_left(word: str, left: int) -> int:
    """How many of the next words may still be a name; `word` comes with the sign behind it ("M." but not "2 M€")."""
    bare = _bare(word[:-1] if len(word) > 1 else word)
    if word in ("M.", "MM.", "S.E.M.", "S.E. ") or (bare in TITLES and len(bare) > 1 and bare != "MM"):
        return NAME_WORDS
    if bare in FIRST_NAMES:
        return 1
    return left if bare in PARTICLES else max(0, left - 1)


def _bracketed(text: str, found: re.Match[str]) -> str:
    """A word alone in brackets is the acronym of what stands before it; "" where it is none."""
    alone = text[found.start() - 1 : found.start()] == "(" and text[found.end() : found.end() + 1] == ")"
    word = found[0]
    known = _bare(word) in PLACES or _bare(word) in NO_ACRONYMS
    return word if alone and word.isupper() and len(word) <= 8 and not known else ""


def _cased(word: str, following: str, acronyms: frozenset[str], known: dict[str, str]) -> str:
    bare = _bare(word)
    if word in TITLES:
        return TITLES[word]
    if bare in known:
        return known[bare]
    ordinal, century = ORDINAL.fullmatch(word), CENTURY.fullmatch(word)
    if ordinal:
        return ordinal[1] + ordinal[2].lower()
    if century and ROMAN.fullmatch(century[1]) and (word != "VIE" or following in SIXTH):
        return century[1] + century[2].lower()
    if _is_acronym(word, acronyms):
        return word
    return word.capitalize() if bare in PLACES or bare in FIRST_NAMES else word.lower()


def mixed(text: str, acronyms: frozenset[str], names: frozenset[str]) -> str:
    """Capitals inside an ordinary sentence: a place before a date, a surname after a title or first name, a shouted title."""

    def surname(found: re.Match[str]) -> str:
        named = len(found.groups()) == 2 or _bare(found[1].split("-")[0]) in FIRST_NAMES
        last = found[found.lastindex or 0]
        return found[0] if not named or last in acronyms or last in ACRONYMS else found[0][: -len(last)] + _each(last)

    def shouted(found: re.Match[str]) -> str:
        plain = [word for word in WORD.findall(found[0]) if len(word) > 3 and _is_plain(word, acronyms)]
        return sentence_case(found[0], acronyms, names) if len(plain) > 1 else found[0]

    def place(found: re.Match[str]) -> str:
        return found[0] if _is_acronym(found[0], acronyms) else _each(found[0])

    return RUN.sub(shouted, NAMED.sub(surname, TITLED.sub(surname, DATELINE.sub(place, text))))


def _each(text: str) -> str:
    return re.sub(r"[^\W_]+", lambda part: part[0].capitalize(), text)


def _is_acronym(word: str, acronyms: frozenset[str]) -> bool:
    if not word.isupper() or len(word) < 2:
        return not word[0].isalpha() or "." in word or "@" in word
    if word in acronyms or word in ACRONYMS or not word.isalpha():
        return True
    bare = _bare(word)
    if word in WORDS or bare in NO_ACRONYMS:
        return False
    return ROMAN.fullmatch(word) is not None or (len(word) <= 5 and not set(bare) & set("AEIOUY"))


def _capitalised(text: str) -> str:
    for i, letter in enumerate(text):
        if letter.isalpha():
            return text[:i] + letter.upper() + text[i + 1 :]
    return text


def _bare(word: str) -> str:
    """In capitals, without accents: as lists and careless typists have it."""
    if word.isascii():
        return word.upper()
    return "".join(c for c in unicodedata.normalize("NFD", word.upper()) if not unicodedata.combining(c))
