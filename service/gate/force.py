"""Polarity and modality: what is denied, planned, possible or alleged in the source stays so in the line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.english import STOP, WORD, stem
from service.gate.reading import Reading

FORCES = {
    "negation": r"not|no|never|none|neither|nor|without|cannot|\w+n't|unable to|den(?:y|ies|ied|ying)|rul(?:es|ed) out|"
    r"fail(?:s|ed)? to|declin(?:es|ed) to|refus(?:es|ed|ing) to|no longer|nobody",
    "future": r"will|shall|would|(?:is|are|was|were) to|(?:is|are) (?:due|set|scheduled) to|to be|yet to",
    "possibility": r"(?<!\d )may(?! \d)|might|could|can|possibl[ey]|probabl[ey]|perhaps|likely(?: to)?",
    "duty": r"must|has to|have to|had to|(?:is|are) required to|need(?:s|ed)? to",
    "advice": r"should|ought to",
    "plan": r"plan(?:s|ned|ning)? (?:to|for)|intend(?:s|ed|ing)? to|aim(?:s|ed|ing)? (?:to|at)|propos(?:e|es|ed|ing|al)(?: to)?|"
    r"expected to|hop(?:e|es|ed|ing) to|consider(?:s|ing)|seek(?:s|ing)? to|wish(?:es|ed|ing)? to|want(?:s|ed)? to|draft|"
    r"provisional(?:ly)?|in principle|undertak(?:e|es|en|ing) to|undertook to|pledg(?:e|es|ed|ing) to|promis(?:e|es|ed) to|"
    r"tr(?:y|ies|ied) to|attempt(?:s|ed)? to|envisag(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:on|for)|urg(?:e|es|ed|ing)|"
    r"recommend(?:s|ed|ing)?|request(?:s|ed|ing)?|ask(?:s|ed|ing)?|invit(?:e|es|ed|ing)|demand(?:s|ed|ing)?|"
    r"prepar(?:e|es|ed|ing) to|the aim of|ready to|bid to",
    "allegation": r"alleged(?:ly)?|alleg(?:es|ing)|reported(?:ly)?|claim(?:s|ed|ing)?|suspected|believed? to|believes?|"
    r"estimat(?:e|es|ed)|according to|presum(?:ed|ably)|apparently|accus(?:es|ed)|rumou?red",
    "condition": r"if|unless|provided that|subject to|except|excluding|only|until|pending|on condition that|in the event of",
}
_PATTERNS = {name: re.compile(rf"\b(?:{told})\b(?! only)", re.IGNORECASE) for name, told in FORCES.items()}
_REACH = {"negation": 2, "future": 1, "possibility": 1, "duty": 1, "advice": 1, "plan": 2, "allegation": 2, "condition": 2}
_LIKE = {"duty": ("duty", "future"), "possibility": ("possibility",), "future": ("future",)}


def force_kept(reading: Reading) -> Iterator[str]:
    """A force is known by the words it governs: those that follow it. Where the line says one of them, it says the force."""
    theirs = {name: governed(name, reading.source) for name in FORCES}
    free = _ungoverned(reading.source)
    for name in FORCES:
        ours = governed(name, reading.line)
        spoken = set(_content(reading.line))
        for word in sorted(theirs[name]):
            if word in spoken and word not in ours and word not in free[name] and not _near(name, word, reading.line):
                yield f"“{word}…” is {_TOLD[name]} in the source, not in the line."
                break
        known = set().union(*(theirs[n] for n in _LIKE.get(name, (name,))))
        for word in sorted(ours):
            if word not in known and not _near(name, word, reading.source):
                yield f"“{word}…” is {_TOLD[name]} in the line, not in the source."
                break


_TOLD = {
    "negation": "denied", "future": "yet to come", "possibility": "possible", "duty": "an obligation",
    "advice": "expected or advised",
    "plan": "a plan or wish", "allegation": "an allegation or estimate", "condition": "under a condition",
}  # fmt: skip


def governed(name: str, text: str) -> set[str]:
    """Stems of the words right after each mark of a force."""
    found: set[str] = set()
    for m in _PATTERNS[name].finditer(text):
        found.update(_after(text, m.end(), _REACH[name]))
    return found


def _ungoverned(text: str) -> dict[str, set[str]]:
    """For each force the words that also stand somewhere without it."""
    content = _content(text)
    result = {}
    for name in FORCES:
        marked = [w for m in _PATTERNS[name].finditer(text) for w in _after(text, m.end(), _REACH[name])]
        result[name] = {w for w in set(content) if content.count(w) > marked.count(w) > 0}
    return result


def _near(name: str, word: str, text: str) -> bool:
    """Whether a mark of the force stands within six words before the word: "will also be rapidly extended"."""
    found = list(WORD.finditer(text))
    for index, m in enumerate(found):
        if stem(m[0].lower()) == word:
            start = found[max(0, index - 6)].start()
            if _PATTERNS[name].search(text[start : m.start()]):
                return True
    return False


def _after(text: str, start: int, count: int) -> list[str]:
    clause = re.split(r"[;:.!?](?: |$)|, (?:but|and|while|whereas) ", text[start:], maxsplit=1)[0]
    return [stem(m[0].lower()) for m in WORD.finditer(clause) if m[0].lower() not in STOP][:count]


def _content(text: str) -> list[str]:
    return [stem(m[0].lower()) for m in WORD.finditer(text) if m[0].lower() not in STOP]
