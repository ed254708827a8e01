"""`SqlMemory`: exact reuse keyed by signature and sentence, and human translations. Several threads and processes may write."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Table, func, select
from sqlalchemy.dialects import postgresql, sqlite

from service.errors import MemoryUnusable
from service.memory.database import Database, renderings, signatures, units
from service.memory.unit import Kept, Unit, fold
from service.types import Rendering

Entry = TypeVar("Entry", Kept, Unit)
_TOGETHER = 500  # keys of one query; SQLite before 3.32 takes 999


class SqlMemory:
    """At a path or a postgresql:// URL; safe to call from several threads, and in a child after a fork.
    Every call may raise `MemoryUnusable`."""

    def __init__(self, url: str, *, create: bool = True) -> None:
        self._url, self._create = url, create
        self._database, self._process = Database(url, create=create), os.getpid()

    @property
    def name(self) -> str:
        """The path, or host and name without the password."""
        return self._database.name

    def get(self, signature: str, sentences: Iterable[str], /) -> dict[str, Rendering]:
        made = renderings.c.signature == _digest(signature)
        found = {}
        for kept in self._rows(renderings.c.kept, renderings, made, [_digest(s) for s in sentences]):
            read = self._read(Kept, kept)
            found[read.french] = read.rendering
        return found

    def put(self, signature: str, new: Mapping[str, Rendering], /) -> None:
        self.add(Kept(signature=signature, french=french, rendering=r) for french, r in new.items())

    def units(self, sentences: Iterable[str], /) -> dict[str, Unit]:
        keys = [_digest(fold(sentence)) for sentence in sentences]
        return {fold(u.french): u for u in (self._read(Unit, row) for row in self._rows(units.c.unit, units, None, keys))}

    def add(self, entries: Iterable[Kept | Unit], /) -> int:
        """Units replace an older one of the same French, machine translations stay as they are. Gives back how many came."""
        waiting, count = iter(entries), 0
        while group := list(islice(waiting, _TOGETHER)):
            count += len(group)
            made = [e for e in group if isinstance(e, Kept)]
            human = {_digest(fold(e.french)): e for e in group if isinstance(e, Unit)}
            names = sorted({e.signature for e in made})
            self._insert(signatures, [{"digest": _digest(name), "signature": name} for name in names])
            self._insert(renderings, [
                {"signature": _digest(e.signature), "sentence": _digest(e.french), "kept": e.to_json(indent=None)} for e in made
            ])  # fmt: skip
            self._insert(units, [
                {"sentence": key, "file": e.file, "unit": e.to_json(indent=None)} for key, e in human.items()
            ])  # fmt: skip
        return count

    def entries(self) -> Iterator[Kept | Unit]:
        """Everything, human translations first, each kind in the order of its keys."""
        with self._here.reading() as connection:
            for row in connection.execute(select(units.c.unit).order_by(units.c.sentence)):
                yield self._read(Unit, row[0])
            ordered = select(renderings.c.kept).order_by(renderings.c.signature, renderings.c.sentence)
            for row in connection.execution_options(yield_per=_TOGETHER).execute(ordered):
                yield self._read(Kept, row[0])

    def counts(self) -> tuple[dict[str, int], dict[str, int]]:
        """Human translations by file, machine translations by signature."""
        by_file = select(units.c.file, func.count()).group_by(units.c.file)
        by_signature = (
            select(signatures.c.signature, func.count(renderings.c.sentence))
            .join(renderings, renderings.c.signature == signatures.c.digest)
            .group_by(signatures.c.signature)
        )
        with self._here.reading() as connection:
            human, made = (
                dict(sorted(map(tuple, connection.execute(query).all()))) for query in (by_file, by_signature)
            )
        return human, made

    def close(self) -> None:
        self._database.close()

    @property
    def _here(self) -> Database:
        """The database of this process: a connection that a fork has copied would be used by two."""
        if self._process != os.getpid():
            self._database, self._process = Database(self._url, create=self._create), os.getpid()
        return self._database

    def _rows(self, column: Any, table: Table, condition: Any, keys: Sequence[str]) -> Iterator[str]:
        unique = list(dict.fromkeys(keys))
        with self._here.reading() as connection:
            for at in range(0, len(unique), _TOGETHER):
                query = select(column).where(table.c.sentence.in_(unique[at : at + _TOGETHER]))
                query = query if condition is None else query.where(condition)
                yield from (str(row[0]) for row in connection.execute(query))

    def _insert(self, table: Table, rows: list[dict[str, str]]) -> None:
        """Rows in the order of their keys: two writers that lock the same rows in two orders would wait for each other."""
        if not rows:
            return
        keys = [column.name for column in table.primary_key]
        insert = (sqlite if self._here.sqlite else postgresql).insert(table)
        changed = {c.name: insert.excluded[c.name] for c in table.columns if c.name not in keys}
        settled = insert.on_conflict_do_update(index_elements=keys, set_=changed) if table is units else (
            insert.on_conflict_do_nothing(index_elements=keys))  # fmt: skip
        ordered = sorted(rows, key=lambda row: [row[key] for key in keys])
        with self._here.writing() as connection:
            connection.execute(settled, [{name: _storable(value) for name, value in row.items()} for row in ordered])

    def _read(self, kind: type[Entry], row: str) -> Entry:
        try:
            return kind.from_dict(json.loads(row))
        except (ValueError, TypeError, AttributeError) as error:
            raise MemoryUnusable(f"The translation memory {self.name} holds an entry that is none: {row[:80]!r}.") from error


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _storable(text: str) -> str:
    """A lone surrogate as its escape, which JSON reads back: PostgreSQL takes nothing but UTF-8."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
