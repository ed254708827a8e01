"""What training draws from: pairs of token ids by source, in batches of like length.

All of it in arrays, for a GPU eats 40,000 pairs a second.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray

from service.errors import InputError
from training.vocabulary import EOS

Ints = NDArray[np.int64]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Side:
    """One language: all token ids end to end, without the ends of sentences; pair i is `ids[offsets[i] : offsets[i + 1]]`."""

    ids: NDArray[np.uint16]
    offsets: Ints

    def lengths(self, first: Ints, last: Ints) -> Ints:
        """Tokens of the examples of consecutive pairs `first` up to, not with, `last`; one more for each end of sentence."""
        return self.offsets[last] - self.offsets[first] + 1

    def matrix(self, first: Ints, last: Ints, pad: int) -> torch.Tensor:
        """One example a row, ended and padded; the width a multiple of 8, so that few shapes occur."""
        lengths = self.lengths(first, last)
        columns = np.arange(-(-int(lengths.max()) // 8) * 8)
        places = np.minimum(self.offsets[first][:, None] + columns, len(self.ids) - 1)
        rows = np.where(columns < lengths[:, None] - 1, self.ids[places], pad).astype(np.int64)
        rows[np.arange(len(rows)), lengths - 1] = EOS
        return torch.from_numpy(rows)


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples, each the consecutive pairs `first` up to, not with, `last`."""

    first: Ints
    last: Ints


class Source:
    """Pairs `begin` to `end` of the corpus: every one once in random order before any is drawn again."""

    def __init__(self, begin: int, end: int) -> None:
        self.begin, self.end = begin, end
        self._rest: Ints = np.zeros(0, np.int64)

    def draw(self, count: int, rng: np.random.Generator) -> Ints:
        drawn = [self._rest]
        while sum(map(len, drawn)) < count:
            drawn.append(rng.permutation(np.arange(self.begin, self.end)))
        every = np.concatenate(drawn)
        self._rest = every[count:]
        return every[:count]


class Corpus:
    """Sources with the share of the draws of each: by `shares` where given, else by size. Raises `InputError`."""

    def __init__(self, folder: Path, shares: dict[str, float], *, longest: int) -> None:
        names = sorted(path.name.removesuffix(".off.npy") for path in folder.glob("*.off.npy"))
        unknown = set(shares) - set(names)
        if unknown or not names:
            raise InputError(f"{folder} has no source {', '.join(sorted(unknown))}; it has {', '.join(names) or 'none'}.")
        names = [name for name in names if not shares or name in shares]
        self.french, self.english, self.sources = _joined([_sides(folder, name) for name in names])
        weights = [shares[name] for name in names] if shares else [s.end - s.begin for s in self.sources]
        self.share = np.array(weights, float) / sum(weights)
        self.longest = longest
        self.pairs = self.sources[-1].end

    def batches(self, tokens: int, concat: float, rng: np.random.Generator) -> Iterator[Batch]:
        """Endless; rows × the longest row stays within `tokens`. The first chunk is small, so that training starts at once."""
        size = max(3_000, tokens)
        while True:
            first, last = self._draw(size, concat, rng)
            width = np.maximum(self.french.lengths(first, last), self.english.lengths(first, last))
            order = np.argsort(width + rng.random(size) * 3)
            order = order[width[order] <= self.longest]
            grouped = list(_grouped(width[order], tokens))
            for i in rng.permutation(len(grouped)):
                yield Batch(first[order[grouped[i]]], last[order[grouped[i]]])
            size = max(30_000, 4 * tokens)

    def _draw(self, count: int, concat: float, rng: np.random.Generator) -> tuple[Ints, Ints]:
        """Single pairs, and of `concat` of them up to four consecutive ones, as long as the French stays within `longest`."""
        counts = rng.multinomial(count, self.share)
        first = np.concatenate([source.draw(n, rng) for source, n in zip(self.sources, counts, strict=True)])
        end = np.repeat([source.end for source in self.sources], counts)
        want = np.where(rng.random(count) < concat, rng.integers(2, 5, count), 1)
        last = first + 1
        for joined in (2, 3, 4):
            more = (want >= joined) & (last == first + joined - 1) & (last < end)
            more[more] = self.french.lengths(first[more], last[more] + 1) <= self.longest
            last = last + more
        return first, last


def _sides(folder: Path, name: str) -> tuple[Side, Side]:
    """French and English of one `.ids.npy` and `.off.npy`, where they take turns, each with its end of sentence."""
    ids, offsets = np.load(folder / f"{name}.ids.npy"), np.load(folder / f"{name}.off.npy")
    lengths = np.diff(offsets)
    side = np.repeat(np.arange(len(lengths)) % 2, lengths)
    return _side(ids[(side == 0) & (ids != EOS)], lengths[0::2] - 1), _side(ids[(side == 1) & (ids != EOS)], lengths[1::2] - 1)


def _side(ids: NDArray[np.uint16], lengths: Ints) -> Side:
    return Side(ids, np.concatenate([[0], np.cumsum(lengths)]))


def _joined(sources: list[tuple[Side, Side]]) -> tuple[Side, Side, list[Source]]:
    """All sources end to end, and where each of them is."""
    sides = []
    for parts in zip(*sources, strict=True):
        lengths = np.concatenate([np.diff(part.offsets) for part in parts])
        sides.append(_side(np.concatenate([part.ids for part in parts]), lengths))
    ends = np.cumsum([len(french.offsets) - 1 for french, _ in sources]).tolist()
    return sides[0], sides[1], [Source(begin, end) for begin, end in zip([0, *ends[:-1]], ends, strict=True)]


def _grouped(widths: Ints, tokens: int) -> Iterator[slice]:
    """Runs of examples whose count times whose greatest width stays within `tokens`; one example at least."""
    begin, widest = 0, 0
    for i, width in enumerate(widths.tolist()):
        widest = max(widest, width)
        if i > begin and widest * (i + 1 - begin) > tokens:
            yield slice(begin, i)
            begin, widest = i, width
    if begin < len(widths):
        yield slice(begin, len(widths))


def padded(rows: list[list[int]], value: int) -> torch.Tensor:
    """One int64 matrix of rows of their own lengths."""
    return padded_flat(np.concatenate([np.array(row, np.int64) for row in rows]), np.array([*map(len, rows)]), value)


def padded_flat(ids: Ints, lengths: Ints, value: int) -> torch.Tensor:
    """Rows end to end → one int64 matrix; its width a multiple of 8, so that few shapes occur."""
    columns = np.arange(-(-int(lengths.max()) // 8) * 8)
    out = np.full((len(lengths), len(columns)), value, np.int64)
    out[columns < lengths[:, None]] = ids
    return torch.from_numpy(out)


def prefetched(batches: Iterator[Batch], convert: Callable[[Batch], T], *, depth: int = 16) -> Iterator[T]:
    """Batches made in a thread, so that a GPU does not wait for Python. An error there is raised here."""
    ready: queue.Queue[Any] = queue.Queue(depth)

    def work() -> None:
        try:
            for batch in batches:
                ready.put(convert(batch))
        except BaseException as error:
            ready.put(error)

    threading.Thread(target=work, daemon=True).start()
    while True:
        item = ready.get()
        if isinstance(item, BaseException):
            raise item
        yield item
