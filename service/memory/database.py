"""Two databases behind one table layout: an SQLite file in WAL mode, or PostgreSQL through psycopg 3."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Column, Connection, Engine, MetaData, String, Table, Text, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import CreateTable

from service.errors import ConfigError, MemoryBusy, MemoryUnusable, MissingExtra

WAIT_S = 30  # for another writer; a write takes milliseconds
_LOCK = 0x6465706563686500  # the letters of depeche, for PostgreSQL's advisory lock while tables are made
_POSTGRES = ("postgresql", "postgresql+psycopg", "postgres")

tables = MetaData()
signatures = Table(
    "depeche_signatures",
    tables,
    Column("digest", String(64), primary_key=True),
    Column("signature", Text, nullable=False),
)
# Keys are digests: an index of PostgreSQL takes at most 2,700 bytes. Sentences are JSON: no text column takes U+0000.
renderings = Table(
    "depeche_renderings",
    tables,
    Column("signature", String(64), primary_key=True),
    Column("sentence", String(64), primary_key=True),
    Column("kept", Text, nullable=False),
)
units = Table(
    "depeche_units",
    tables,
    Column("sentence", String(64), primary_key=True),
    Column("file", Text, nullable=False),
    Column("unit", Text, nullable=False),
)


class Database:
    """A place with the three tables, made if they are not there. Raises `ConfigError`, `MemoryUnusable`, `MissingExtra`."""

    def __init__(self, url: str, *, create: bool = True) -> None:
        address = _address(url)
        self.sqlite = address.drivername == "sqlite"
        self.name = str(address.database) if self.sqlite else f"postgresql://{address.host or ''}/{address.database or ''}"
        if self.sqlite and not create and not Path(address.database or "").is_file():
            raise MemoryUnusable(f"There is no translation memory {self.name}.")
        self._engine = _engine(address)
        try:
            if create:
                self._make()
            else:
                self._demand()
        except MemoryUnusable:
            self.close()  # nobody else will
            raise

    def _make(self) -> None:
        with self.border():
            if self.sqlite:
                self._write_ahead()
            with self.writing() as connection:
                if not self.sqlite:  # where two that make a table at once fail in spite of IF NOT EXISTS
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
                for table in tables.sorted_tables:
                    connection.execute(CreateTable(table, if_not_exists=True))

    def _demand(self) -> None:
        """Asking about a database must not make a memory of it."""
        with self.reading() as connection:
            there = set(inspect(connection).get_table_names())
        if not there.issuperset(tables.tables):
            raise MemoryUnusable(f"{self.name} is a database, but no translation memory.")

    @contextmanager
    def border(self) -> Iterator[None]:
        """What the database says, as a sentence of ours."""
        try:
            yield
        except SQLAlchemyError as error:
            raise _told(error, self.name) from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with self.border(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction; in SQLite it has the lock from its beginning, so that it waits and never fails on the way."""
        with self.border(), self._engine.begin() as connection:
            if self.sqlite:
                connection.execute(text("BEGIN IMMEDIATE"))
            yield connection

    def close(self) -> None:
        self._engine.dispose()

    def _write_ahead(self) -> None:
        """The mode belongs to the file. SQLite does not wait for the lock that the change needs, so we do."""
        until = time.monotonic() + WAIT_S
        while True:
            try:
                with self._engine.connect() as connection:
                    connection.execute(text("PRAGMA journal_mode = WAL"))
                return
            except DBAPIError as error:
                if "locked" not in str(error.orig) or time.monotonic() > until:
                    raise
                time.sleep(0.05)


def _address(url: str) -> URL:
    if "://" not in url:
        path = Path(url).expanduser()
        if not path.parent.is_dir():
            raise MemoryUnusable(f"The translation memory {path} cannot be made: there is no folder {path.parent}.")
        return URL.create("sqlite", database=str(path))
    scheme = url.partition("://")[0]
    if scheme not in _POSTGRES:  # the address is not repeated: it may hold a password
        raise ConfigError(f"memory.url is the path of a file or a postgresql:// URL, and no {scheme}:// one.")
    try:
        return make_url(url).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        raise ConfigError("memory.url is no valid URL: postgresql://USER:PASSWORD@HOST:PORT/DATABASE is.") from error


def _engine(address: URL) -> Engine:
    """Connections are not kept for SQLite, where opening one is cheap and a forked child must not inherit it."""
    if address.drivername == "sqlite":
        engine = create_engine(address, poolclass=NullPool, connect_args={"timeout": WAIT_S})
        event.listen(engine, "connect", _plain_sqlite)
        return engine
    try:
        wait = {"connect_timeout": 10, "application_name": "depeche", "options": f"-c lock_timeout={WAIT_S}s"}
        return create_engine(address, pool_pre_ping=True, connect_args={k: v for k, v in wait.items() if k not in address.query})
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] != "psycopg":
            raise
        raise MissingExtra('A memory in PostgreSQL needs psycopg: pip install "depeche[memory]".') from error
    except (ImportError, NoSuchModuleError) as error:
        raise MissingExtra(f'PostgreSQL cannot be used: {error}. Try: pip install "depeche[memory]".') from error


def _plain_sqlite(connection: object, _: object) -> None:
    """Transactions begin where we say BEGIN, and not where Python's module guesses."""
    connection.isolation_level = None  # type: ignore[attr-defined]
    connection.execute("PRAGMA synchronous = NORMAL")  # type: ignore[attr-defined]


def _told(error: SQLAlchemyError, name: str) -> MemoryUnusable:
    said = " ".join(str(getattr(error, "orig", None) or error).split())[:300]
    lower = said.lower()
    if "database is locked" in lower or "lock timeout" in lower:
        return MemoryBusy(f"The translation memory {name} is locked by another process; try again when it is done.")
    if "not a database" in lower or "malformed" in lower:
        return MemoryUnusable(f"{name} is no translation memory, or a damaged one; move it away and a new one is made.")
    if isinstance(error, DBAPIError) and (error.connection_invalidated or "connect" in lower or "shutting down" in lower):
        return MemoryBusy(f"The translation memory {name} cannot be reached: {said}")
    return MemoryUnusable(f"The translation memory {name} cannot be used: {said}")
