"""Shorter sentences by deletion alone, where nothing a reader needs is lost: each piece that goes is named.

Never deleted: a figure, a name, a negation, a modal, a condition, an attribution, and nothing inside quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from service.english import CONDITIONS, FINITE, MODALS, NEGATIONS, NUMBERS, SAYING, WORD, words

Span = tuple[int, int]
Rule = Callable[[str], Iterator[Span]]

LEAST = 5  # words that stay whatever goes
_KEPT = NEGATIONS | MODALS | CONDITIONS | SAYING | NUMBERS
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]|«[^»]*»")  # a translation may open with one mark and close with another
_OPENING = re.compile(
    r"(?:on (?:this|the same|that) occasion|in (?:this|that) (?:context|connection|regard|respect|spirit|framework)|"
    r"in addition|moreover|furthermore|additionally|besides|for (?:his|her|its|their) part|as a reminder|likewise|"
    r"it should be (?:noted|recalled) that|it is worth (?:noting|recalling) that|in particular|also|meanwhile|"
    r"at the same time|in the same vein|to (?:this|that) end|as such|indeed|in fact|thus|finally|lastly|of course|"
    r"in (?:his|her) (?:opening |closing |welcome |welcoming )?(?:address|speech|remarks|statement)|"
    r"(?:held |placed )?under the (?:high )?patronage of [^,\d]{3,60}|speaking (?:on this occasion|at the ceremony)|"
    r"taking the floor|opening the (?:proceedings|ceremony|meeting|session))"
    r"(?:, |(?<=that) )(?!\w+ed\b|given\b|made\b|held\b|and\b|or\b|which\b|who\b)",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"[^\W\d_][^\d.!?:;–—]{1,40}?(?:, |/| )(?:\(\w+\)[, ]*)?(?:[^.!?:;–—]{0,24}\d{1,2}(?:er|st|nd|rd|th)? )?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2},)? \d{4}\)?"
    r"(?:,? (?:at )?\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\.?)?"
    r"(?:\.? ?(?:\([^)]{2,20}\) ?)?[–—-] |: |\. (?=[A-Z\"“]))|"
    r"[A-ZÀ-Þ][A-ZÀ-Þ' /-]{2,30} ?(?:\(\w+\) ?)?[–—-] "
)
_ADVERB = r"(?:moreover|furthermore|indeed|in particular|notably|in fact|of course|once again|as a reminder|in turn|therefore)"
_ADVERBS = re.compile(rf"(?<=\w), {_ADVERB},(?= \w)|(?<!but) also(?= \w)(?! as)")
_PARTICIPLE = (
    r"(?:enabling|allowing|making|helping|contributing|marking|reflecting|underlining|underscoring|demonstrating|"
    r"confirming|bringing|creating|strengthening|promoting|paving|reaffirming|illustrating|showing|boosting|fostering|"
    r"ensuring|supporting|improving|reinforcing|consolidating|facilitating|encouraging|giving|offering|providing)"
)
_ADDED = r"(?:as well as|along with|together with|including|such as|in line with|with a view to|with the aim of|thanks to)"


def compress(sentence: str, words: int) -> tuple[str, tuple[str, ...]]:
    """The sentence within `words` words if safe deletions can bring it there, and the pieces that went, in the order of
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


def without_dateline(sentence: str) -> tuple[str, tuple[str, ...]]:
    """The sentence without "RABAT, 12 March 2024 –", where it begins so: the brief has a dateline of its own."""
    span = next(_dateline(sentence), None)
    return (_without(sentence, span), (sentence[: span[1]].strip(" ,"),)) if span else (sentence, ())


def _without(text: str, span: Span) -> str:
    before, after = text[: span[0]].rstrip(), text[span[1] :].lstrip()
    if not before:
        return after[:1].upper() + after[1:]
    return before + ("" if after[:1] in ".,;:!?)" else " ") + after


def _safe(text: str, span: Span) -> bool:
    """No figure, name, negation, modal, condition or saying goes, no quotation is touched, and enough stays."""
    piece = text[span[0] : span[1]]
    inside = [part for word in words(piece) for part in word.split("-")]
    if (
        _RESERVE.search(piece)
        or any(c.isdigit() for c in piece)
        or not _KEPT.isdisjoint(inside)
        or any(w.endswith("n't") for w in inside)
    ):
        return False
    return not any(m[0][0].isupper() for m in WORD.finditer(piece)) and _free(text, span)


def _free(text: str, span: Span) -> bool:
    """Enough stays, and no quotation or open parenthesis is broken."""
    inside = any(m.start() < span[1] and span[0] < m.end() for m in _QUOTED.finditer(text))
    piece = text[span[0] : span[1]]
    if _HANGING.search(text[: span[0]]):
        return False
    return not inside and piece.count("(") == piece.count(")") and len(text.split()) - len(piece.split()) >= LEAST


_RESERVE = re.compile(
    r"\b(?:than|where (?:this|that|it|possible|necessary|applicable|appropriate|needed|permitted))\b", re.IGNORECASE
)
_HANGING = re.compile(r"\b(?:and|or|but|nor|the|a|an|of|to|by|with|in|both|between|either|neither|not)[ ,]*$", re.IGNORECASE)


def _dateline(text: str) -> Iterator[Span]:
    """It stands in the brief's own dateline."""
    if (m := _DATELINE.match(text)) and _free(text, m.span()):
        yield m.span()


def _opening(text: str) -> Iterator[Span]:
    if (m := _OPENING.match(text)) and _free(text, m.span()):
        yield m.span()


def _adverb(text: str) -> Iterator[Span]:
    yield from (m.span() for m in _ADVERBS.finditer(text) if _free(text, m.span()))


def _doubled(text: str) -> Iterator[Span]:
    """A second attribution: "according to the Institute …, it said"."""
    if re.match(r"according to ", text, re.IGNORECASE):
        for m in re.finditer(r", (?:he|she|it|they) (?:said|added|noted|stated|explained|specified)(?=[.,])", text):
            if _free(text, m.span()):
                yield m.span()


def _parenthesis(text: str) -> Iterator[Span]:
    for m in re.finditer(r" ?\(([^()]*)\)", text):
        again = len(re.findall(re.escape(m[1]), text)) > 1
        acronym = re.fullmatch(r"[A-Z][\w&-]{1,11}", m[1]) and sum(c.isupper() for c in m[1]) > 1 and not again
        if (acronym and _free(text, m.span())) or _safe(text, m.span()):
            yield m.span()


def _relative(text: str) -> Iterator[Span]:
    """Between commas with a verb after, or to the end: what a comma sets off does not say which one is meant."""
    for m in re.finditer(rf", (?:which|who|whose|where) [^,;:–—]+(?:,(?= {FINITE})|(?=[.!?]$))", text):
        listed = re.search(rf" {FINITE},$", m[0]) and re.match(r" \w+ed (?:and|,)", text[m.end() :])
        whole = m[0].startswith((", which", ", who ")) or len(m[0].split()) > 3  # "whose programme," goes on
        if whole and not listed and _safe(text, m.span()):
            yield m.span()


def _tail(text: str) -> Iterator[Span]:
    between = rf", {_ADDED} [^,;:–—]+,(?= {FINITE})"
    ending = rf", {_ADDED} [^,;:–—]+(?=[.!?]$)| (?:as well as|such as|in line with|thanks to) [^,;:–—]+(?=[.!?]$)"
    ending += rf"|, (?:thereby |thus )?{_PARTICIPLE} [^,;:–—]+(?=[.!?]$)"
    for m in re.finditer(rf"{between}|{ending}", text):
        tied = re.search(r"\b(?:tax|taxes|vat|not only|both|between)\b", text[: m.end()], re.IGNORECASE)
        listed = re.search(r"ing\b", m[0].split()[1]) and re.search(r"[,:] \w+ing\b", text[: m.start()])
        if not tied and not listed and _safe(text, m.span()):
            yield m.span()


def _apposition(text: str) -> Iterator[Span]:
    """ ", an essential step towards peace." at the end, where it is no item of a list and no clause."""
    for m in re.finditer(r", (?:a|an|the) [^,;:–—]+(?=[.!?]$)", text):
        clause = re.search(rf"\b{FINITE}|\b(?:and|or|but)\b", m[0])
        listed = re.search(r",[^,]*$", text[: m.start()]) or ":" in text
        if not clause and not listed and _safe(text, m.span()):
            yield m.span()


def _clause(text: str) -> Iterator[Span]:
    after = rf"; (?:the|this|these|it|they|he|she|a|an) [^;:]*{FINITE}[^;:]*(?=[.!?]$)"
    for m in re.finditer(rf"{after}| [–—] [^–—;]+(?: [–—](?= )|(?=[.!?]$))", text):
        turned = re.search(r"\b(?:until (?:then|now)|so far|previously|once)\b", text, re.IGNORECASE)
        if ":" not in text[: m.start()] and not turned and _safe(text, m.span()):
            yield m.span()


RULES: tuple[Rule, ...] = (
    _dateline, _opening, _doubled, _adverb, _parenthesis, _tail, _relative, _apposition, _clause,
)  # fmt: skip

_LABEL = re.compile(
    r"(?:joint )?(?:press release|news release|communiqu[ée]|press statement|press kit|announcement|media advisory)\b"
    r"(?:\s*n[o°.]*\s*\d[\d/-]*)?(?:\s+(?:from|by|of) [^:–—]{3,60})?\s*[:–—-]\s*",
    re.IGNORECASE,
)
_HELD_BACK = re.compile(
    r"\b(?:a|an|the|of|and|or|to|by|its|their|his|her|as|both|between|not|no|without|never|would|will|may|that|which|it|he|"
    r"she|they|been|be|this|able|so)$"
)
_BOUNDARY = re.compile(
    r"[,;:](?= )| (?=[–—(])| (?=(?:as|at|before|after|by|during|following|for|from|in|on|to|under|while|which|who|with|"
    r"within|aimed|between|amid|ahead|through|despite|since|until)\s)",
)


def headline(title: str, lead: str, words: int = 12) -> str:
    """The title, or where there is none the lead, in at most `words` words: shortened at a boundary of the sentence,
    without a full stop."""
    text = " ".join(title.split())
    text = _LABEL.sub("", text, count=1) if _LABEL.match(text) else text
    text = text.strip() or _main_clause(" ".join(lead.split()))
    if len(text.split()) > words:
        text = compress(text if text.endswith((".", "!", "?")) else text + ".", words)[0]
    text = re.sub(r"(?<![A-Z])\.$", "", text)
    if len(text.split()) > words:
        text = _cut(text, words)
    return text[:1].upper() + text[1:]


_FRONTED = re.compile(
    r"(?:on|in|at|by|to|from|since|under|as|after|following|during|starting|meeting|for|with|before|ahead|held|when|while|"
    r"this|thanks|despite|until|amid|alongside)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(rf"(?:the|a|an|its|their|this|these|some|more|nearly|[A-ZÀ-Þ\d])[^,;]* {FINITE}")


def _main_clause(lead: str) -> str:
    """A lead without its dateline and without what stands before its subject: "Meeting in Rabat on Monday, the Board …".
    A name after the comma may belong to what stands before it, so the subject must have its verb before the next comma."""
    text = lead[m.end() :] if (m := _DATELINE.match(lead)) else lead
    if _FRONTED.match(text):
        for comma in list(re.finditer(r", ", text))[:3]:
            if _SUBJECT.match(text[comma.end() :]) and _balanced(text[: comma.end()]):
                return text[comma.end() :]
    return text


def _cut(text: str, words: int) -> str:
    """Up to the last boundary that the budget allows, that leaves a sense of five words and breaks no pair of quotation
    marks; else the first words and an ellipsis, which owns that it is cut."""
    parts = [text[: m.start()] for m in _BOUNDARY.finditer(text)]
    verbal = [p for p in parts if re.search(rf" {FINITE}.* \w", p)]
    parts = verbal if re.search(FINITE, text) else parts
    fitting = [p for p in parts if LEAST <= len(p.split()) <= words and not _HELD_BACK.search(p) and _balanced(p)]
    rest = " ".join(text.split()[:words])
    while _HELD_BACK.search(rest):
        rest = rest.rpartition(" ")[0]
    return _DANGLING.sub("", fitting[-1] if fitting else rest + "…").rstrip(" ,;:–—")


_DANGLING = re.compile(
    r",? (?:owing|due|thanks|because|according|including|such|as well|announced|said|compared|rather|which|who)$"
)


def _balanced(text: str) -> bool:
    pairs = (("(", ")"), ("«", "»"))
    return len(re.findall('["“”]', text)) % 2 == 0 and all(text.count(a) == text.count(b) for a, b in pairs)
