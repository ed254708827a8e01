"""How a long run tells where it is: a bar on a terminal, a plain line now and then in a log, JSON lines for programs."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from service.archive import Progress

EVERY = 10.0  # seconds between two lines of a log
Tell = Callable[["Progress"], None]


@contextlib.contextmanager
def shown(style: str) -> Iterator[Tell]:
    """`style`: "auto", "plain", "json" or "none". JSON goes to standard output, the others to standard error."""
    if style == "auto" and sys.stderr.isatty():
        with contextlib.suppress(ModuleNotFoundError), _bar() as tell:
            yield tell
            return
    yield {"json": _json, "none": lambda progress: None}.get(style, _Log())


def sentence(progress: Progress) -> str:
    """All of it in one line."""
    done = f"{progress.documents + progress.known:,} documents"
    parts = [done if progress.share is None else f"{done} ({progress.share:.0%})"]
    if progress.documents:
        parts.append(f"{progress.documents_per_second:.1f} documents/s, {progress.words_per_second:,.0f} words/s")
    if progress.quarantined:
        parts.append(f"{progress.quarantined:,} quarantined")
    if progress.seconds_left is not None:
        parts.append(f"{span(progress.seconds_left)} left")
    return f"{progress.stage}: {', '.join(parts)}"


def span(seconds: float) -> str:
    """3 s, 12 min, 5 h 20 min."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


class _Log:
    """The first line comes at once, the others in their time; a new stage is always told."""

    def __init__(self) -> None:
        self._last, self._stage = 0.0, ""

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if progress.stage != self._stage or now - self._last >= EVERY:
            self._last, self._stage = now, progress.stage
            click.echo(sentence(progress), err=True)


def _json(progress: Progress) -> None:
    known = dataclasses.asdict(progress)
    rates = {"documents_per_second": progress.documents_per_second, "words_per_second": progress.words_per_second}
    click.echo(json.dumps({k: round(v, 3) if isinstance(v, float) else v for k, v in (known | rates).items()}))


@contextlib.contextmanager
def _bar() -> Iterator[Tell]:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bar

    with Bar(BarColumn(), TextColumn("{task.description}"), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Opening", total=None)

        def tell(progress: Progress) -> None:
            share = progress.share
            bar.update(task, total=None if share is None else 1.0, completed=share or 0.0, description=sentence(progress))

        yield tell
