"""Both databases for real: a file of SQLite, and a PostgreSQL that is started here on the loopback and stopped again."""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import pytest


def binaries():
    """Where initdb and postgres are; Debian keeps them out of the PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or [Path(p) for p in [shutil.which("initdb")] if p]
    return found[-1].parent if found else None


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture(scope="session")
def server():
    """host:port of a PostgreSQL of our own, which asks for no password; its folder is gone afterwards."""
    where = binaries()
    if where is None:
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql): its memory was NOT tested")
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed: the memory in PostgreSQL was NOT tested")
    folder = Path(tempfile.mkdtemp(prefix="depeche-pg-"))
    other = {}
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        account = next((a for a in pwd.getpwall() if a.pw_name == "postgres"), None) or pwd.getpwnam("nobody")
        other = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
        os.chown(folder, account.pw_uid, account.pw_gid)
    port = free_port()
    make = [where / "initdb", "-D", folder / "pg", "-A", "trust", "-U", "depeche", "-E", "UTF8", "--locale=C", "--no-sync"]
    subprocess.run(make, check=True, capture_output=True, cwd=folder, **other)
    run = [where / "postgres", "-D", folder / "pg", "-h", "127.0.0.1", "-p", str(port), "-k", folder, "-c", "fsync=off"]
    with (folder / "log").open("wb") as log:
        running = subprocess.Popen(run, stdout=log, stderr=log, cwd=folder, **other)
    try:
        for _ in range(600):
            try:
                psycopg.connect(f"postgresql://depeche@127.0.0.1:{port}/postgres", connect_timeout=5).close()
                break
            except psycopg.OperationalError:
                assert running.poll() is None, (folder / "log").read_text()
                time.sleep(0.1)
        yield f"127.0.0.1:{port}"
    finally:
        running.send_signal(signal.SIGINT)  # at once, whoever is still connected
        running.wait(60)
        shutil.rmtree(folder)


@pytest.fixture
def postgres(server):
    """A new database in it."""
    import psycopg

    name = f"memory_{secrets.token_hex(4)}"
    with psycopg.connect(f"postgresql://depeche@{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql://depeche:s3cret@{server}/{name}"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    return str(tmp_path / "memory.db") if request.param == "sqlite" else request.getfixturevalue("postgres")
