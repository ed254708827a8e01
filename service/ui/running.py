"""A call that tells of its progress, as an iterator: a page can show the count while the call is under way."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from typing import TypeVar

from service.desk import Progress

Result = TypeVar("Result")
Told = tuple[int, int]


class Stopped(Exception):
    """Raised inside the call at its next report when nobody waits for it any more."""


def running(call: Callable[[Progress], Result]) -> Iterator[tuple[Told, Result | None]]:
    """((done, total), None) for every report of the call, then ((0, 0), its result). Raises what the call raises.

    Left early, it makes the call end at its next report.
    """
    reports: queue.Queue[tuple[Told, Result | None] | BaseException] = queue.Queue()
    left = threading.Event()

    def report(_stage: str, done: int, total: int) -> None:
        if left.is_set():
            raise Stopped
        reports.put(((done, total), None))

    def work() -> None:
        try:
            reports.put(((0, 0), call(report)))
        except BaseException as error:  # handed to the iterator, which raises it
            reports.put(error)

    threading.Thread(target=work, daemon=True).start()
    try:
        while True:
            told = reports.get()
            if isinstance(told, BaseException):
                raise told
            yield told
            if told[1] is not None:
                return
    finally:
        left.set()
