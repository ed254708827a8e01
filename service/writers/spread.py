"""A translated paragraph laid back over the pieces of its original: what was bold stays bold, a link keeps its words.

A piece that stands in the English by itself (a name, a figure, or the translation of the piece alone) is found there; the
ends of the others are set in proportion and moved to the nearest word. Lost: the order, where the translation changes it
(a link that moves before another is set by proportion), and the exact extent of marks on words that the
translation says in another way. Never lost: a word of the English, or a mark of the original.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Translate = Callable[[Sequence[str]], list[str]]
SPACE = re.compile(r"\s+")
SPACES = re.compile(r"[ \t\r\n\f]+")
FEW = 6  # words: a longer piece is not looked for by its own translation, which would differ in the sentence


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one formatting. `fixed`: not to be translated (code, `translate="no"`)."""

    text: str
    style: object = None
    fixed: bool = False


def translated(units: Sequence[Sequence[Piece]], translate: Translate) -> list[list[str]]:
    """The English of every piece of every paragraph: same counts. A paragraph that comes back unchanged keeps its form."""
    french = [SPACES.sub(" ", "".join(piece.text for piece in unit)).strip() for unit in units]
    fragments = [[_fragment(piece, unit) for piece in unit] for unit in units]
    wanted = [text for text in dict.fromkeys([*french, *(f for unit in fragments for f in unit)]) if _has_words(text)]
    answers = translate(wanted) if wanted else []
    if len(answers) != len(wanted):
        raise ValueError(f"translate gave {len(answers)} texts for {len(wanted)}")
    english = dict(zip(wanted, (answer.strip() for answer in answers), strict=True))
    return [
        [piece.text for piece in unit]
        if english.get(whole, whole) == whole
        else spread(unit, english[whole], [english.get(f, "") for f in parts])
        for unit, whole, parts in zip(units, french, fragments, strict=True)
    ]


def spread(pieces: Sequence[Piece], english: str, alone: Sequence[str]) -> list[str]:
    """`english` cut into as many parts as there are pieces: joined they give its words back, besides fixed pieces.

    `alone` holds the translation of each piece by itself, or "".
    """
    held = [i for i, piece in enumerate(pieces) if piece.text.strip()]
    if all(pieces[i].fixed for i in held):
        return [piece.text for piece in pieces]
    kept = [pieces[i] for i in held]
    ends = _ends(kept, english, [alone[i] for i in held])
    cut = [english[start:end] for start, end in pairwise(ends)]
    base = _base(kept)
    for i, piece in enumerate(kept):
        if piece.fixed:
            _keep_fixed(cut, i, kept)
        elif piece.style != base:
            _spaces_out(cut, i, [p.style == base for p in kept])
    return _with_gaps(pieces, held, cut)


def _keep_fixed(cut: list[str], i: int, pieces: Sequence[Piece]) -> None:
    """A fixed piece keeps its own text; English that fell to it goes to the nearest piece that may hold it."""
    own, fell = pieces[i].text.strip(), cut[i]
    cut[i] = own
    if fell.strip().casefold() == own.casefold():
        return
    near = min((k for k, piece in enumerate(pieces) if not piece.fixed), key=lambda k: abs(k - i + 0.5))
    cut[near] = f"{cut[near].rstrip()} {fell.strip()} " if near < i else f" {fell.strip()} {cut[near].lstrip()}"


def _spaces_out(cut: list[str], i: int, base: list[bool]) -> None:
    """The spaces at the ends of marked words belong to the text around them."""
    if i > 0 and base[i - 1]:
        cut[i - 1] += cut[i][: len(cut[i]) - len(cut[i].lstrip())]
        cut[i] = cut[i].lstrip()
    if i + 1 < len(cut) and base[i + 1]:
        cut[i + 1] = cut[i][len(cut[i].rstrip()) :] + cut[i + 1]
        cut[i] = cut[i].rstrip()


def _with_gaps(pieces: Sequence[Piece], held: Sequence[int], cut: list[str]) -> list[str]:
    """White space that stood in pieces of its own, and around the whole, stays; it is not needed twice."""
    parts = [piece.text for piece in pieces]
    for place, text in zip(held, cut, strict=True):
        parts[place] = text
    for before, after in pairwise(held):
        if after - before > 1:
            parts[before], parts[after] = parts[before].rstrip(" "), parts[after].lstrip(" ")
    parts[held[0]] = _outer(pieces[held[0]].text)[0] + parts[held[0]]
    parts[held[-1]] += _outer(pieces[held[-1]].text)[1]
    return parts


def _ends(pieces: Sequence[Piece], english: str, alone: Sequence[str]) -> list[int]:
    """Where each piece begins in the English, and the end of the last."""
    lengths = [len(piece.text) for piece in pieces]
    share = [sum(lengths[:i]) / max(1, sum(lengths)) for i in range(len(lengths) + 1)]
    base = _base(pieces)
    known: dict[int, int] = {0: 0, len(pieces): len(english)}
    reached = 0
    for i, piece in enumerate(pieces):
        if piece.style == base and not piece.fixed:
            continue
        found = _find(english, (piece.text.strip(), alone[i]), reached, share[i] * len(english))
        if found is not None and not (i == 0 and found[0] > 0) and not (i == len(pieces) - 1 and found[1] < len(english)):
            known[i], known[i + 1] = found
            reached = found[1]
    return _between(pieces, english, known, share)


def _between(pieces: Sequence[Piece], english: str, known: dict[int, int], share: list[float]) -> list[int]:
    """Ends that are not known, in proportion between those that are, at the nearest word."""
    ends = [0]
    for i in range(1, len(pieces)):
        if i in known or (pieces[i - 1].fixed and i - 1 not in known):
            ends.append(max(known.get(i, 0), ends[-1]))
            continue
        left = max(k for k in known if k < i)
        right = min(k for k in known if k > i)
        span = share[right] - share[left] or 1.0
        low = max(known[left], ends[-1])
        near = known[left] + (known[right] - known[left]) * (share[i] - share[left]) / span
        ends.append(_word_start(english, near, low, known[right]))
    return [*ends, len(english)]


def _word_start(english: str, near: float, low: int, high: int) -> int:
    """The beginning of a word nearest to `near` and within the bounds."""
    starts = [m.end() for m in SPACE.finditer(english, low, high)] or [low, high]
    return min(starts, key=lambda at: abs(at - near))


def _find(english: str, candidates: Sequence[str], low: int, near: float) -> tuple[int, int] | None:
    """The place of a whole word or words, the nearest to where they are expected, after what was placed before."""
    for candidate in candidates:
        words = candidate.strip().rstrip(".")
        stop = r"\.?" if candidate.strip().endswith(".") else ""
        if not words:
            continue
        pattern = rf"(?<!\w){re.escape(words)}(?!\w){stop}"
        places = [m.span() for m in re.compile(pattern, re.IGNORECASE).finditer(english, low)]
        if places:
            return min(places, key=lambda span: abs(span[0] - near))
    return None


def _fragment(piece: Piece, unit: Sequence[Piece]) -> str:
    """What is translated by itself, so that it can be found: short pieces in another formatting than most of the text."""
    words = SPACES.sub(" ", piece.text).strip()
    if piece.fixed or len(unit) == 1 or piece.style == _base(unit) or len(words.split()) > FEW:
        return ""
    return words


def _base(pieces: Sequence[Piece]) -> object:
    """The formatting of what stands in no mark, else of most of the letters."""
    if any(piece.style == () and piece.text.strip() for piece in pieces):
        return ()
    letters: Counter[object] = Counter()
    for piece in pieces:
        letters[piece.style] += len(piece.text.strip())
    return letters.most_common(1)[0][0] if letters else None


def _outer(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _has_words(text: str) -> bool:
    return any(letter.isalpha() for letter in text)
