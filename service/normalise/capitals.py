"""Lines in capitals to sentence case: acronyms, names, Roman numerals and ordinals keep their form."""

from __future__ import annotations

import re
import unicodedata

from service.normalise.names import ACRONYMS, FIRST_NAMES, PLACES, WORDS

WORD = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|[#@]\w+|(?:[^\W\d_]\.){2,}|\d+[^\W\d_]+|[^\W\d_]+(?:-\d+)?", re.IGNORECASE)
ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3}")
ORDINAL = re.compile(r"(\d+)(ER|ERE|ÈRE|E|ÈME|EME|ND|NDE|H|EMES|ÈMES)")
CENTURY = re.compile(r"([XVI]+)(E|ÈME|EME|ER)")
FIXED = {
    "MME": "Mme", "MMES": "Mmes", "MLLE": "Mlle", "DR": "Dr", "PR": "Pr", "ME": "Me", "MGR": "Mgr", "M": "M", "MM": "MM",
}  # fmt: skip
NAME_FOLLOWS = frozenset(["MME", "MMES", "MLLE", "DR", "PR", "M", "MM", "MGR", "S.E.M.", "S.E."])
TITLED = re.compile(r"\b(?:MM?\.|Mmes?|Mlle|Dr\.?|Pr\.?|Me) ((?:[A-ZÀ-Ý][\w'-]*[a-zà-ÿ] ){0,3})([A-ZÀ-Ý][A-ZÀ-Ý'-]{2,})\b")
FEW = 2  # letters in lower case that a line of capitals may hold ("n°", "1er")


def is_capitals(text: str, acronyms: frozenset[str] = frozenset()) -> bool:
    """Whether a line is set in capitals, rather than being an acronym or two."""
    lower = sum(map(str.islower, text))
    upper = sum(map(str.isupper, text))
    if upper < 4 or lower > FEW or lower * 4 > upper:
        return False
    words = [w for w in WORD.findall(text) if len(w) > 1 and w.isupper()]
    return any(not _is_acronym(w, acronyms) for w in words)


def sentence_case(text: str, acronyms: frozenset[str], names: frozenset[str]) -> str:
    """Small letters but for what keeps its capitals; the first letter is a capital."""
    known = {_bare(name).upper(): name for name in names}
    out, at, named = [], 0, False
    for found in WORD.finditer(text):
        word = found[0]
        bracketed = text[found.start() - 1 : found.start()] == "(" and text[found.end() : found.end() + 1] == ")"
        cased = word if bracketed and len(word) <= 8 and word.isupper() else _cased(word, acronyms, known)
        if named and cased.islower() and not _is_small(cased):
            cased = cased.capitalize()
        named = word in NAME_FOLLOWS or (_bare(word) in FIRST_NAMES) or (named and cased[:1].isupper() and word not in FIXED)
        out.append(text[at : found.start()] + cased)
        at = found.end()
    return _capitalised("".join(out) + text[at:])


def _cased(word: str, acronyms: frozenset[str], known: dict[str, str]) -> str:
    bare = _bare(word)
    if word in FIXED:
        return FIXED[word]
    if bare in known:
        return known[bare]
    ordinal, century = ORDINAL.fullmatch(word), CENTURY.fullmatch(word)
    if ordinal:
        return ordinal[1] + ordinal[2].lower()
    if century and ROMAN.fullmatch(century[1]):
        return century[1] + century[2].lower()
    if _is_acronym(word, acronyms):
        return word
    if bare in PLACES or bare in FIRST_NAMES:
        return word.capitalize()
    return word.lower()


def _is_acronym(word: str, acronyms: frozenset[str]) -> bool:
    if not word.isupper() or len(word) < 2:
        return not word[0].isalpha() or "." in word or "@" in word
    if word in acronyms or word in ACRONYMS or not word.isalpha():
        return True
    if word in WORDS:
        return False
    roman = ROMAN.fullmatch(word) is not None
    return roman or (len(word) <= 5 and not set(_bare(word)) & set("AEIOUY"))


def _is_small(word: str) -> bool:
    return word.upper() in WORDS


def _capitalised(text: str) -> str:
    for i, letter in enumerate(text):
        if letter.isalpha():
            return text[:i] + letter.upper() + text[i + 1 :]
    return text


def _bare(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word.upper()) if not unicodedata.combining(c))


def surnames(text: str, acronyms: frozenset[str]) -> str:
    """French releases set surnames in capitals; after a title they become names again: Mme Awa SARR → Mme Awa Sarr."""
    return TITLED.sub(lambda found: found[0] if found[2] in acronyms | ACRONYMS else _surname(found), text)


def _surname(found: re.Match[str]) -> str:
    cut = found.start(2) - found.start()
    return found[0][:cut] + re.sub(r"[^\W_]+", lambda part: part[0].capitalize(), found[2])
