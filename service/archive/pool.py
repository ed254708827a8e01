"""Groups go through workers; outcomes come back in the order of the groups whoever made them."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace

from service.archive.job import Outcome, Recipe, Refusal, Work
from service.archive.planning import Group
from service.archive.stages import Workshop
from service.errors import DepecheError

Settled = tuple[Group, list[Outcome]]
Stop = Callable[[], bool]


def in_turn(groups: Iterator[Group], workshop: Workshop, stop: Stop) -> Iterator[Settled]:
    """One after the other, in this process."""
    while not stop() and (group := next(groups, None)):
        yield group, workshop.make(group.work)


class Workers:
    """Processes with an engine each. A group whose worker died is tried again, and then its documents one by one."""

    def __init__(self, recipe: Recipe, count: int) -> None:
        self.count = count
        threads = recipe.settings.translator.threads or max(1, (os.cpu_count() or 1) // count)
        translator = replace(recipe.settings.translator, threads=threads)
        self._recipe = replace(recipe, settings=replace(recipe.settings, translator=translator))
        self._pool = self._open()

    def settle(self, groups: Iterator[Group], stop: Stop) -> Iterator[Settled]:
        """A few groups are ahead of the one that is awaited, and no more: memory stays bounded."""
        waiting: deque[tuple[Group, Future[list[Outcome]]]] = deque()
        for group in groups:
            waiting.append((group, self._submit(group.work)))
            if stop():
                break
            if len(waiting) > 2 * self.count:
                yield self._awaited(waiting)
        while waiting:
            if stop() and not waiting[0][1].done() and not waiting[0][1].running():
                return
            yield self._awaited(waiting)

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)

    def _awaited(self, waiting: deque[tuple[Group, Future[list[Outcome]]]]) -> Settled:
        group, future = waiting.popleft()
        try:
            return group, future.result()
        except BrokenProcessPool:
            outcomes = self._carefully(group.work)
            again = [(later, self._submit(later.work)) for later, _ in waiting]  # they were lost with the pool
            waiting.clear()
            waiting.extend(again)
            return group, outcomes

    def _carefully(self, works: list[Work]) -> list[Outcome]:
        """A document that ends its worker twice is refused; it must not end the run."""
        try:
            self._pool = self._open()
            return self._submit(works).result()
        except BrokenProcessPool:
            self._pool = self._open()
            if len(works) > 1:
                return [outcome for work in works for outcome in self._carefully([work])]
            reason = f"{works[0].source} ended the process that worked on it twice; memory may be too short for it."
            return [Refusal(source=works[0].source, kind="OutOfMemory", reason=reason)]

    def _submit(self, works: list[Work]) -> Future[list[Outcome]]:
        try:
            return self._pool.submit(_make, works)
        except BrokenProcessPool as error:
            lost: Future[list[Outcome]] = Future()
            lost.set_exception(error)
            return lost

    def _open(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")  # threads of an engine do not survive a fork
        return ProcessPoolExecutor(self.count, mp_context=context, initializer=_open_workshop, initargs=(self._recipe,))


_WORKSHOP: list[Workshop | DepecheError] = []  # of a worker process; an error is told by the first group, not by a death


def _open_workshop(recipe: Recipe) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends the run
    try:
        _WORKSHOP[:] = [Workshop.open(recipe)]
    except DepecheError as error:
        _WORKSHOP[:] = [error]


def _make(works: list[Work]) -> list[Outcome]:
    workshop = _WORKSHOP[0]
    if isinstance(workshop, DepecheError):
        raise workshop
    return workshop.make(works)
