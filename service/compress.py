"""Shorter sentences by deletion alone, where nothing a reader needs is lost: each piece that goes is named.

Never deleted: a figure, a name, a negation, a modal, a condition, an attribution, and nothing inside quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from service.english import CONDITIONS, MODALS, NEGATIONS, SAYING, WORD, words

Span = tuple[int, int]
Rule = Callable[[str], Iterator[Span]]

_NUMBER_WORDS = frozenset(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen half third
    quarter double twice first second""".split()
)
_KEPT = NEGATIONS | MODALS | CONDITIONS | SAYING | _NUMBER_WORDS
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|«[^»]*»")
_OPENING = re.compile(
    r"^(?:(?:on (?:this|the) (?:same )?occasion|in (?:this|that) (?:context|connection|regard|respect|spirit|framework)|"
    r"in addition|moreover|furthermore|additionally|besides|for (?:his|her|its|their) part|as a reminder|"
    r"it should be (?:noted|recalled) that|it is worth (?:noting|recalling) that|in particular|also|likewise|"
    r"at the same time|in the same vein|to this end|to that end|as such|indeed|in fact|thus|finally|lastly|meanwhile|"
    r"in (?:his|her) (?:opening |closing |welcome |welcoming )?(?:address|speech|remarks|statement)|"
    r"(?:held |placed )?under the (?:high )?patronage of [^,\d]{3,60}|speaking (?:on this occasion|at the ceremony)|"
    r"taking the floor|opening the (?:proceedings|ceremony|meeting|session)),?\s+)",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^[^\W\d_][^\d.!?:;–—]{1,40}(?:, |/| )?(?:\(\w+\)[, ]*)?[^.!?:;–—]{0,30}\d{4}\)? ?[–—-] ")
_VERB = r"(?:is|are|was|were|has|have|had|will|would|can|could|may|must|should|did|does|\w{3,}ed|began|took|held|made|won)\b"
_ADVERBS = re.compile(
    r",? (?:also|moreover|furthermore|indeed|in particular|notably|in fact|of course|once again),?(?= \w)"
)


def compress(sentence: str, words: int) -> tuple[str, tuple[str, ...]]:
    """The sentence within `words` words if safe deletions can bring it there, and the pieces that went, in order of
    the rules; where they cannot, as short as they make it; unchanged where it is short enough or none is safe."""
    text, deleted = sentence, []
    for rule in RULES:
        while len(text.split()) > words:
            span = next(rule(text), None)
            if span is None:
                break
            deleted.append(text[span[0] : span[1]].strip(" ,"))
            text = _without(text, span)
    return text, tuple(deleted)


def _without(text: str, span: Span) -> str:
    before, after = text[: span[0]].rstrip(), text[span[1] :].lstrip()
    if not before:
        return after[:1].upper() + after[1:]
    glue = "" if after[:1] in ".,;:!?)" else " "
    return before + glue + after


def _safe(text: str, span: Span) -> bool:
    """No figure, name, negation, modal, condition or saying goes, no quotation is touched, and enough stays."""
    piece = text[span[0] : span[1]]
    inside = set(words(piece))
    if any(c.isdigit() for c in piece) or inside & _KEPT or any(w.endswith("n't") for w in inside):
        return False
    if any(m[0][0].isupper() for m in WORD.finditer(piece)):
        return False
    return not _touches_quote(text, span) and len(text.split()) - len(piece.split()) >= 5


def _touches_quote(text: str, span: Span) -> bool:
    return any(m.start() < span[1] and span[0] < m.end() for m in _QUOTED.finditer(text))


def _dateline(text: str) -> Iterator[Span]:
    """It stands in the brief's own dateline."""
    if m := _DATELINE.match(text):
        yield m.span()


def _opening(text: str) -> Iterator[Span]:
    if m := _OPENING.match(text):
        yield m.span()


def _adverb(text: str) -> Iterator[Span]:
    for m in _ADVERBS.finditer(text):
        if not _touches_quote(text, m.span()):
            yield m.span()


def _parenthesis(text: str) -> Iterator[Span]:
    for m in re.finditer(r" ?\(([^()]*)\)", text):
        acronym = re.fullmatch(r"[A-Z][\w&-]{1,11}", m[1]) and len(re.findall(re.escape(m[1]), text)) == 1
        if (acronym and not _touches_quote(text, m.span())) or _safe(text, m.span()):
            yield m.span()


def _relative(text: str) -> Iterator[Span]:
    for m in re.finditer(rf", (?:which|who|whose|where) [^,;:–—]+(?:,(?= {_VERB})|(?=[.!?]$))", text):
        if _safe(text, m.span()):
            yield m.span()


def _tail(text: str) -> Iterator[Span]:
    pattern = (
        r",? (?:as well as|along with|together with|including|such as|particularly|especially|bringing together|"
        r"in particular|notably|thereby|thus|in line with|with a view to|with the aim of) [^,;:–—]+(?:,(?= \w)|(?=[.!?]$))"
    )
    for m in re.finditer(pattern, text):
        if _safe(text, m.span()):
            yield m.span()


def _clause(text: str) -> Iterator[Span]:
    for m in re.finditer(r"; [^;]+(?=[.!?]$)| [–—] [^–—;]+(?:[–—]|(?=[.!?]$))", text):
        if _safe(text, m.span()):
            yield m.span()


RULES: tuple[Rule, ...] = (_dateline, _opening, _adverb, _parenthesis, _tail, _relative, _clause)

_LABEL = re.compile(
    r"^(?:press release|news release|communiqu[ée]|statement|announcement)\s*(?:n[o°.]*\s*\d+)?\s*[:–—-]\s*",
    re.IGNORECASE,
)


def headline(title: str, lead: str, words: int = 12) -> str:
    """The title, or where there is none the lead, in at most `words` words: shortened at a boundary of the sentence,
    without a full stop."""
    text = _LABEL.sub("", " ".join(title.split())) or compress(" ".join(lead.split()), words)[0]
    text = text.strip().rstrip(".")
    if len(text.split()) > words:
        text = compress(text + ".", words)[0].rstrip(".")
    if len(text.split()) > words:
        text = _cut(text, words)
    return text[:1].upper() + text[1:]


_BOUNDARY = re.compile(r"(?:[,;:]| [–—])\s| (?=(?:as|at|by|during|for|from|in|on|to|while|which|who|with|within)\s)")


def _cut(text: str, words: int) -> str:
    """Up to the last boundary that the budget allows and that leaves a sense of five words, else the first words."""
    ends = [m.start() for m in _BOUNDARY.finditer(text) if 5 <= len(text[: m.start()].split()) <= words]
    return text[: ends[-1]] if ends else " ".join(text.split()[:words])
