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
ENDS = (".", "!", "?", "…", ":", "»", ";")
BULLETS = ("•", "-", "–", "—", "▪", "●", "◦", "\uf0b7", "*")


@dataclass(frozen=True, slots=True)
class Run:
    """Text and its box, in points from the bottom left of the page."""

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
    rows = _rows(runs)
    bands: list[list[Run]] = []
    gap: tuple[float, float] | None = None
    for row in rows:
        gutter = _gutter(row, size)
        shared = _overlap(gap, gutter) if bands else None
        if bands and ((gutter is None and gap is None) or (shared and shared[1] - shared[0] >= size * GUTTER)):
            bands[-1].extend(row)
            gap = shared
        elif bands and gap is not None and gutter is None and _fits(row, gap):
            bands[-1].extend(row)
        elif bands and gap is None and gutter is not None and len(bands[-1]) and _all_fit(bands[-1], gutter):
            bands[-1].extend(row)
            gap = gutter
        else:
            bands.append(list(row))
            gap = gutter
    return bands


def _gutter(row: list[Run], size: float) -> tuple[float, float] | None:
    """The widest white gap of a row, if it can be one between columns."""
    gaps = [(a.right, b.left) for a, b in pairwise(row) if b.left - a.right >= size * GUTTER]
    return max(gaps, key=lambda g: g[1] - g[0], default=None)


def _overlap(one: tuple[float, float] | None, other: tuple[float, float] | None) -> tuple[float, float] | None:
    if one is None or other is None:
        return None
    left, right = max(one[0], other[0]), min(one[1], other[1])
    return (left, right) if right > left else None


def _fits(row: list[Run], gap: tuple[float, float]) -> bool:
    """Whether a row stands on one side of a gutter."""
    return all(run.right <= gap[1] for run in row) or all(run.left >= gap[0] for run in row)


def _all_fit(band: list[Run], gap: tuple[float, float]) -> bool:
    return all(run.right <= gap[1] or run.left >= gap[0] for run in band)


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
        if rows and rows[-1][0].bottom <= run.middle <= rows[-1][0].top:
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
    text = row[0].text.strip("\r\n")
    for before, run in pairwise(row):
        gap = (run.left - before.right) / max(run.height, 1.0)
        between = " | " if gap > 2.0 else " " if gap > 0.15 and not text.endswith(" ") else ""
        text += between + run.text.strip("\r\n")
    return " ".join(text.split(" ")).strip()


def _paragraphs(lines: list[Run]) -> Iterator[str]:
    """A paragraph ends at a larger gap, another size of letters, a bullet, or a short line that ends a sentence."""
    steps = [above.middle - below.middle for above, below in pairwise(lines)]
    usual = statistics.median(steps) if steps else 0.0
    edge = max(line.right for line in lines)
    held = [lines[0]]
    for above, line, step in zip(lines, lines[1:], steps, strict=False):
        taller = max(above.height, line.height) > 1.25 * min(above.height, line.height) + 1.5
        short = above.right < edge - 0.15 * (edge - above.left) and above.text.endswith(ENDS)
        new = step > LEADING * min(usual, 2.0 * line.height) or taller or short or _starts_item(line.text)
        if new or " | " in line.text or " | " in above.text:
            yield "\n".join(held_line.text for held_line in held)
            held = []
        held.append(line)
    yield "\n".join(line.text for line in held)


def _starts_item(text: str) -> bool:
    return text.startswith(BULLETS) and text[1:2] in (" ", "\t", "\u00a0")
