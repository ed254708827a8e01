"""Work that a visitor waits for: its reports one by one, and its end at once when the visitor asks for it."""

from __future__ import annotations

import queue
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import gradio as gr

Result = TypeVar("Result")
Item = TypeVar("Item")
Asked = Callable[[], bool]
Report = Callable[..., None]

LOOK = 0.1  # seconds between two looks whether a stop was asked for


class Stopped(Exception):
    """The visitor has asked for it, or is gone."""


class Stops:
    """Who has asked to stop. A run that hears it has the last word on the page; Gradio's `cancels` would race with the run."""

    def __init__(self) -> None:
        self._runs: dict[str | None, set[threading.Event]] = defaultdict(set)

    @contextmanager
    def heard(self, request: gr.Request) -> Iterator[Asked]:
        """For one run: whether its visitor has asked to stop."""
        event = threading.Event()
        self._runs[request.session_hash].add(event)
        try:
            yield event.is_set
        finally:
            self._runs[request.session_hash].discard(event)
            if not self._runs[request.session_hash]:
                del self._runs[request.session_hash]

    def ask(self, request: gr.Request) -> None:
        """Stop what runs for this visitor."""
        for event in tuple(self._runs.get(request.session_hash, ())):
            event.set()


def running(call: Callable[[Report], Result], asked: Asked = lambda: False) -> Iterator[tuple[tuple[Any, ...], Result | None]]:
    """(what was reported, None) for every report of the call, then ((), its result). Raises what the call raises.

    Raises `Stopped` as soon as it is asked for; left early or stopped, it makes the call end at its next report.
    """
    reports: queue.Queue[tuple[tuple[Any, ...], Result | None] | BaseException] = queue.Queue()
    left = threading.Event()

    def report(*told: Any) -> None:
        if left.is_set():
            raise Stopped
        reports.put((told, None))

    def work() -> None:
        try:
            reports.put(((), call(report)))
        except BaseException as error:  # handed to the iterator, which raises it
            reports.put(error)

    threading.Thread(target=work, daemon=True).start()
    try:
        while True:
            if asked():
                raise Stopped
            try:
                told = reports.get(timeout=LOOK)
            except queue.Empty:
                continue
            if isinstance(told, BaseException):
                raise told
            yield told
            if told[1] is not None:
                return
    finally:
        left.set()


def one_by_one(items: Iterable[Item], asked: Asked) -> Iterator[Item]:
    """The items as they come, made beside the page. Raises `Stopped`, and what making them raises."""

    def call(report: Report) -> bool:
        for item in items:
            report(item)
        return True

    for told, ended in running(call, asked):
        if not ended:
            yield told[0]
