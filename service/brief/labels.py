"""What a figure of an English sentence counts, in the sentence's own words: "net profit attributable to the group"."""

from __future__ import annotations

import re

from service.brief.quantities import SCALE, UNIT

BOUND = re.compile(
    r"\b(?:(?:more|less|fewer|greater|higher|lower) than|at (?:least|most)|nearly|almost|up to)\s+$", re.IGNORECASE
)
RANGE = re.compile(r"\bbetween \S{1,20}(?: (?:m|b|tr)illion)? and $", re.IGNORECASE)
_WORD = re.compile(r"\d[\d,.]*\d|[^\s,;:.!?()\"“”«»]+")
_STOP = re.compile(
    r",(?!\d)|[;:!?()\"“”«»]|\.(?:\s|$)| (?:from|to) \d| (?:which|who|that|has|have|had|is|are|was|were|will|would|while|said)\b"
)
_FROM = re.compile(rf"\bfrom \S{{1,20}}{SCALE}?{UNIT}? to $")
_BY = re.compile(rf"\b(?:by|of) [-+]?[€$£]?\d\S{{0,15}}{SCALE}?{UNIT}? to $")  # "jumped by 11.3% to"
_OF = re.compile(r"(?:\b(?:an?|the|its|their|our|his|her) |^)((?:[a-z-]+ ){1,3})of $")  # "a net loss of €2 million in 2025"
_AMOUNT = re.compile(
    r" (?:at|for|in|of|to|up to|with) (?:an? |the )?(?:rate|total|amount|sum|level|tune|maximum|minimum|value|extent) of $"
)
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|against|versus|instead of|(?:up|down) from)\s+(?:(?:only|just|nearly|about) )?$", re.IGNORECASE
)
_ASIDE = re.compile(r"\([+±–−-]?\s*$")  # "(+3.4%": how another figure has changed
_ELSEWHERE = re.compile(  # not what is counted
    r"(?:and|to|or|as|in|after|during|at|under|because|owing|thanks|by|compared|excluding|including|net)\b"
)
_HELD = re.compile(r"(?:set|fixed|estimated|valued|worth|totalling|amounting|assessed|put)\b")
_LAST_NOUN = re.compile(r".*(?<!of )\b(?:the|an?|its|their|his|her|our) ((?:\S+ ?){1,5})$")
_CLAUSE = re.compile(r",(?!\d)|[;:!?()\"“”«»]")
_MOST = 8  # words
_LINKS = frozenset(
    """of at to by with for from in on some about nearly almost over and or than is was has reached totalling amounting worth
    between""".split()
)
_ARTICLES = frozenset("the a an its their as which whose while".split())
VAGUE = frozenset("of them those these compared against only still also just it all up down out one with".split()) | _LINKS
_EMPTY = frozenset("which per it and that who they".split())
_TRAILING = frozenset("no longer not also already only still now thus even never".split())
# Verbs that say no more than "is", and those that say which way, which belong to the figure
_NEUTRAL = frozenset(
    """is are was were be been being has have had will set fixed stands stood amounts amounted amounting comes came reaches
    reached totals totalled represents represented accounts accounted remains remained estimated valued held kept maintained
    thus now therefore respectively around approximately""".split()
)
_MOVES = frozenset(
    """rose rises fell falls jumped dropped increased decreased grew declined climbed soared slipped gained lost rebounded
    doubled tripled advanced rising falling growing declining increasing decreasing driven""".split()
)


def label(before: str, after: str, *, counted: bool, bare: bool) -> str:
    """The words that follow a count; for a sum or share those that lead to it, unless "of" follows. "" where it is another
    figure that this one explains or is compared with."""
    following = _phrase(after.removeprefix("-"), 6)
    before = _AMOUNT.sub(" ", before)
    if (measured := _OF.search(before)) and not bare:
        return f"{measured[1].strip()} {following}".strip()
    if _COMPARED.search(before) or _ASIDE.search(before):
        return ""
    if (counted and tells(following) and not _ELSEWHERE.match(following)) or following.startswith("of "):
        return following
    if bare and not following:
        return ""  # "Room 4", "Phase 2": a name and no count
    told = _leading(before, following)
    return f"{told} to" if told and _BY.search(before) else told


def tells(text: str) -> bool:
    """Whether some word of a label says what is counted."""
    words = text.split()
    if not words or words[0] in _EMPTY:
        return False
    return any(len(word) > 2 and word.isalpha() and not word.isupper() and word not in VAGUE for word in words)


def _leading(before: str, following: str) -> str:
    """The clause that ends in the figure; its subject where it has only a verb, what follows where it says nothing."""
    before = BOUND.sub("", RANGE.sub("", _BY.sub("", _FROM.sub("", before))))
    clauses = _CLAUSE.split(before)
    if tells(following) and re.search(r"\d", clauses[-1] if clauses[-1].strip() else clauses[-2:][0]):
        return following  # "€12 at a reduced rate, €25 at the full one"
    words = _trimmed(clauses[-1].split() or clauses[-2:][0].split())  # "the cost of the works, €2.1 million, was": an apposition
    vague = VAGUE.issuperset(word.lower() for word in words)
    if len(clauses) > 1 and (vague or words[0].lower() in _MOVES):
        noun = _LAST_NOUN.match(clauses[-2].rstrip()) if _HELD.match(clauses[-1].strip()) else None
        subject = noun[1].split() if noun else _subject(clauses[0])
        words = subject + [word for word in words if not vague or word.lower() in ("up", "down")]
    words = words[-_MOST:]
    if following and vague:
        words += following.split()  # "up 27% compared with 2023": what it is about comes after it
    return " ".join(words)


def _subject(clause: str) -> list[str]:
    """Its words up to the verb, where the verb is one of the usual ones or a figure follows."""
    words = _trimmed(clause.split())
    ends = (i for i, word in enumerate(words) if word.lower() in _NEUTRAL | _MOVES or word[-1].isdigit() or "%" in word)
    return _trimmed(words[: next(ends, len(words))])[-_MOST:]


def _trimmed(words: list[str]) -> list[str]:
    """Without the small words at both ends, and without a verb at the end that says no more than "is"."""
    while words and words[-1].lower() in _LINKS | _NEUTRAL:
        words = words[:-1]
    while words and words[0].lower() in _LINKS | _ARTICLES:
        words = words[1:]
    return words


def _phrase(after: str, most: int) -> str:
    cut = _STOP.search(after)
    words = _WORD.findall(after[: cut.start()] if cut else after)[:most]
    if (joined := words.index("and") if "and" in words else 0) and (len(words) < joined + 2 or words[joined + 1][-1] != "s"):
        words = words[:joined]  # "minutes and serve eleven stations": the next thing that is told
    while words and words[-1].lower() in _LINKS | _ARTICLES | _TRAILING:
        words.pop()
    return " ".join(words)
