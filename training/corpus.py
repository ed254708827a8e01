"""What training draws from: pairs of token ids by source, in batches of like length."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch

from service.errors import InputError
from training.vocabulary import EOS

Example = tuple[list[int], list[int]]  # source and target ids, each with its end-of-sentence
T = TypeVar("T")


class Source:
    """One `.ids.npy` and `.off.npy`: every pair once in random order before any is drawn again."""

    def __init__(self, folder: Path, name: str) -> None:
        self.offsets = np.load(folder / f"{name}.off.npy")
        self.ids = np.load(folder / f"{name}.ids.npy", mmap_mode="r")
        self.pairs = (len(self.offsets) - 1) // 2
        self._order: list[int] = []

    def draw(self, rng: np.random.Generator) -> int:
        if not self._order:
            self._order = rng.permutation(self.pairs).tolist()
        return self._order.pop()

    def example(self, first: int, count: int, longest: int) -> Example:
        """Up to `count` consecutive pairs as one, as long as the French stays within `longest`."""
        source: list[int] = []
        target: list[int] = []
        for i in range(first, min(first + count, self.pairs)):
            french = self._side(2 * i)
            if source and len(source) + len(french) > longest:
                break
            source += french
            target += self._side(2 * i + 1)
        return [*source, EOS], [*target, EOS]

    def _side(self, i: int) -> list[int]:
        side: list[int] = self.ids[self.offsets[i] : self.offsets[i + 1] - 1].tolist()
        return side


class Corpus:
    """Sources with the share of the draws of each: by `shares` where given, else by size. Raises `InputError`."""

    def __init__(self, folder: Path, shares: dict[str, float], *, longest: int) -> None:
        names = sorted(path.name.removesuffix(".off.npy") for path in folder.glob("*.off.npy"))
        unknown = set(shares) - set(names)
        if unknown or not names:
            raise InputError(f"{folder} has no source {', '.join(sorted(unknown))}; it has {', '.join(names) or 'none'}.")
        self.sources = [Source(folder, name) for name in names if not shares or name in shares]
        weights = [shares[name] for name in names if name in shares] or [s.pairs for s in self.sources]
        self.share = np.array(weights, float) / sum(weights)
        self.longest = longest
        self.pairs = sum(source.pairs for source in self.sources)

    def batches(self, tokens: int, concat: float, rng: np.random.Generator) -> Iterator[list[Example]]:
        """Endless; rows × the longest row stays within `tokens`. The first chunk is small, so that training starts at once."""
        size = 3_000
        while True:
            rows = [row for _ in range(size) if max(map(len, row := self._draw(concat, rng))) <= self.longest]
            rows.sort(key=lambda row: max(map(len, row)) + rng.random() * 3)
            grouped = list(_grouped(rows, tokens))
            for i in rng.permutation(len(grouped)):
                yield grouped[i]
            size = 30_000

    def _draw(self, concat: float, rng: np.random.Generator) -> Example:
        source = self.sources[rng.choice(len(self.sources), p=self.share)]
        count = int(rng.integers(2, 5)) if rng.random() < concat else 1
        return source.example(source.draw(rng), count, self.longest)


def _grouped(rows: list[Example], tokens: int) -> Iterator[list[Example]]:
    batch: list[Example] = []
    widest = 0
    for row in rows:
        width = max(map(len, row))
        if batch and max(widest, width) * (len(batch) + 1) > tokens:
            yield batch
            batch, widest = [], 0
        batch.append(row)
        widest = max(widest, width)
    if batch:
        yield batch


def padded(rows: list[list[int]], value: int, *, multiple: int = 8) -> torch.Tensor:
    """One int64 matrix; its width a multiple of 8, so that few shapes occur."""
    width = -(-max(map(len, rows)) // multiple) * multiple
    out = np.full((len(rows), width), value, np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return torch.from_numpy(out)


def prefetched(batches: Iterator[list[Example]], convert: Callable[[list[Example]], T], *, depth: int = 16) -> Iterator[T]:
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
