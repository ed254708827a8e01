"""Where the runs of text of a page stand → its paragraphs in reading order.

Columns are found by the recursive XY cut (Nagy and Seth, 1984): a band of a page is cut at white gaps that run through it,
down the page first where both sides hold several lines, else across it.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

GUTTER = 1.0  # line heights: a narrower gap between columns is a gap between words
LEADING = 1.6  # of the usual distance between lines: a larger one ends a paragraph
LINES = 3  # a column has at least so many lines
FAR = 2.5  # line heights of white below a band
ENDS = (".", "!", "?", "…", ":", "»", ";")
BULLETS = ("•", "-", "–", "—", "▪", "●", "◦", "\uf0b7", "*")


Gap = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Run:
    """Text and its box, in points from the bottom left of the page; its height is that of the font."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def middle_across(self) -> float:
        return (self.left + self.right) / 2


def page_paragraphs(runs: list[Run]) -> list[str]:
    """Each with its lines joined by "\\n"; hyphens at their ends are left for `pages.py`, which knows the whole text."""
    if not runs:
        return []
    size = statistics.median(run.height for run in runs)
    return [text for block in _blocks(runs, size) for text in _paragraphs(_lines(block))]


def _blocks(runs: list[Run], size: float) -> Iterator[list[Run]]:
    """The columns of a page, in reading order; what spans them stands by itself, above or below."""
    for band in _bands(runs, size):
        columns = _columns(band, size)
        if len(columns) > 1:
            for column in columns:
                yield from _blocks(column, size)
        else:
            yield band


def _bands(runs: list[Run], size: float) -> list[list[Run]]:
    """Lines of the page from top to bottom, grouped so that lines that share a gutter stay together."""
    bands: list[list[Run]] = []
    gap: Gap | None = None
    for row in _rows(runs):
        shared = _shared(bands[-1], gap, row, size) if bands and _near(bands[-1], row, size) else None
        if shared is not None:
            bands[-1].extend(row)
            gap = shared or None
        else:
            bands.append(list(row))
            gap = max(_gaps(row, size), key=_width, default=None)
    return bands


def _shared(band: list[Run], gap: Gap | None, row: list[Run], size: float) -> Gap | tuple[()] | None:
    """The gutter of a band with one more row, () if neither has one, None if the row does not belong to the band."""
    if gap is not None:
        return _narrowed(gap, row, size)
    found = [g for g in (_narrowed(gap, band, size) for gap in _gaps(row, size)) if g is not None]
    if found:
        return max(found, key=_width)
    return None if _gaps(row, size) else ()


def _narrowed(gap: Gap, runs: list[Run], size: float) -> Gap | None:
    """A gutter after lines on both its sides, None if one of them runs through it."""
    left, right = gap
    for run in runs:
        if run.middle_across < (left + right) / 2:
            left = max(left, run.right)
        else:
            right = min(right, run.left)
    return (left, right) if right - left >= size * GUTTER else None


def _gaps(row: list[Run], size: float) -> list[Gap]:
    """White gaps of a row that can be gutters between columns."""
    return [(a.right, b.left) for a, b in pairwise(row) if b.left - a.right >= size * GUTTER]


def _width(gap: Gap) -> float:
    return gap[1] - gap[0]


def _near(band: list[Run], row: list[Run], size: float) -> bool:
    """A band ends at a large white gap below it."""
    return min(run.middle for run in band) - row[0].middle <= FAR * size


def _columns(band: list[Run], size: float) -> list[list[Run]]:
    """A band cut at its gutters. A side with few lines is no column but a table or a label: it is read row by row."""
    ordered = sorted(band, key=lambda run: run.left)
    columns: list[list[Run]] = [[]]
    reach = ordered[0].left
    for run in ordered:
        if columns[-1] and run.left - reach >= size * GUTTER:
            columns.append([])
        columns[-1].append(run)
        reach = max(reach, run.right)
    if any(len(_rows(column)) < LINES for column in columns) or not _prose(columns):
        return [band]
    return columns


def _prose(columns: list[list[Run]]) -> bool:
    """Columns hold running text, tables hold words and figures: most lines of every column have several words."""
    return all(statistics.median(len(run.text.split()) for run in column) >= 3 for column in columns)


def _rows(runs: list[Run]) -> list[list[Run]]:
    """Runs that stand on one line, from top to bottom, each from left to right."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: -run.middle):
        if rows and rows[-1][0].middle - run.middle <= 0.35 * max(run.height, rows[-1][0].height):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda run: run.left) for row in rows]


def _lines(block: list[Run]) -> list[Run]:
    """Each row as one run."""
    return [
        Run(
            row[0].left,
            min(run.bottom for run in row),
            max(run.right for run in row),
            max(run.top for run in row),
            _spaced(row),
        )
        for row in _rows(block)
    ]


def _spaced(row: list[Run]) -> str:
    """A wide gap inside a row is one between the cells of a table."""
    text = row[0].text.strip()
    for before, run in pairwise(row):
        gap = (run.left - before.right) / max(run.height, 1.0)
        apart = gap > 0.15 or before.text[-1:].isspace() or run.text[:1].isspace()
        text += (" | " if gap > 2.0 else " " if apart else "") + run.text.strip()
    return " ".join(text.split(" ")).strip()


def _paragraphs(lines: list[Run]) -> Iterator[str]:
    """A paragraph ends at a larger gap, another size of letters, a bullet, a heading, or a short line that ends a sentence."""
    steps = [above.middle - below.middle for above, below in pairwise(lines)]
    usual = statistics.median(steps) if steps else 0.0
    edge = max(line.right for line in lines)
    held = [lines[0]]
    for above, line, step in zip(lines, lines[1:], steps, strict=False):
        taller = max(above.height, line.height) > 1.25 * min(above.height, line.height) + 1.5
        white = (edge - above.right) / max(1.0, edge - above.left)
        capital = line.text[:1].isupper() or line.text[:1].isdigit()
        short = (white > 0.15 and above.text.endswith(ENDS)) or (white > 0.4 and capital)
        new = step > LEADING * min(usual, 2.0 * line.height) or taller or short or _starts_item(line.text)
        if new or " | " in line.text or " | " in above.text:
            yield "\n".join(held_line.text for held_line in held)
            held = []
        held.append(line)
    yield "\n".join(line.text for line in held)


def _starts_item(text: str) -> bool:
    return text.startswith(BULLETS) and text[1:2] in (" ", "\t", "\u00a0")
