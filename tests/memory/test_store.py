"""The memory in both databases: what it gives back, who may write at once, what it says when it cannot."""

import multiprocessing
import os
import socket
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from service.errors import ConfigError, MemoryBusy, MemoryUnusable
from service.memory import Kept, Unit, database, fold, open_memory
from service.types import Finding, Rendering

ROOT = Path(__file__).parent.parent.parent
RENDERING = Rendering(
    english="The council – “adopted” it.", confidence="medium", score=-0.7, candidates=("The board adopted it.",),
    findings=(Finding("repaired_date", "A repair.", "note"), Finding("numbers_kept", "12 is lost.", "severe", 3)),
)  # fmt: skip


@pytest.fixture
def memory(url):
    opened = open_memory(url)
    yield opened
    opened.close()


def test_what_was_put_comes_back_equal_and_only_what_was_put(memory):
    memory.put("a", {"Le conseil l'a adopté.": RENDERING})
    assert memory.get("a", ["Le conseil l'a adopté.", "Autre phrase."]) == {"Le conseil l'a adopté.": RENDERING}
    assert memory.get("a", []) == {}


def test_another_signature_never_gets_it(memory):
    memory.put("a", {"Oui.": Rendering(english="Yes.")})
    memory.put("b", {"Oui.": Rendering(english="Aye.")})
    assert [memory.get(s, ["Oui."]) for s in ("a", "b", "c", "a ", "")] == [
        {"Oui.": Rendering(english="Yes.")}, {"Oui.": Rendering(english="Aye.")}, {}, {}, {},
    ]  # fmt: skip


@pytest.mark.parametrize("near", ["oui.", "Oui. ", "Oui.\n", "Oui .", "Oui", "Oui\u00a0."])
def test_a_machine_translation_is_for_the_same_letters_only(memory, near):
    memory.put("a", {"Oui.": Rendering(english="Yes.")})
    assert memory.get("a", [near]) == {}


STRANGE = ["", "\x00", "a\x00b", "\ud800 seul", "⟦0⟧ 𝔘 é", "'; DROP TABLE depeche_units; --", "%(x)s :y ?", "long " * 40_000]


@pytest.mark.parametrize("text", STRANGE, ids=lambda t: repr(t[:12]))
def test_any_text_can_be_kept(memory, text):
    memory.put("a", {text: Rendering(english=text)})
    assert memory.get("a", [text]) == {text: Rendering(english=text)}


def test_the_first_writer_of_a_sentence_is_believed(memory):
    memory.put("a", {"Oui.": Rendering(english="Yes.")})
    memory.put("a", {"Oui.": Rendering(english="No.")})
    assert memory.get("a", ["Oui."])["Oui."].english == "Yes."


def test_more_sentences_than_one_query_takes(memory):
    memory.put("a", {f"Phrase {i}.": Rendering(english=f"Sentence {i}.") for i in range(1300)})
    found = memory.get("a", [f"Phrase {i}." for i in range(0, 2600, 2)])
    assert found == {f"Phrase {i}.": Rendering(english=f"Sentence {i}.") for i in range(0, 1300, 2)}


def test_it_is_still_there_after_opening_again(memory, url):
    memory.put("a", {"Oui.": Rendering(english="Yes.")})
    memory.close()
    with closing(open_memory(url)) as again:
        assert again.get("a", ["Oui."])["Oui."].english == "Yes."


def test_a_human_translation_is_found_whatever_the_apostrophe_or_space_and_the_newer_wins(memory):
    memory.add([Unit(french="L’État « ouvre »\u00a0: 5.", english="Old.", file="a.tmx")])
    memory.add([Unit(french="L'État « ouvre » : 5.", english="The State opens: 5.", file="b.tmx")])
    written = "  L'E\u0301tat\u202f« ouvre »\n:  5."
    assert memory.units([written, "Autre."]) == {
        fold(written): Unit(french="L'État « ouvre » : 5.", english="The State opens: 5.", file="b.tmx")
    }
    assert memory.units(["L'État « ouvre » : 6."]) == {}


def test_counts_and_entries_tell_what_is_there(memory):
    unit = Unit(french="Non.", english="No.", file="a.tmx")
    kept = Kept(signature="b", french="Oui.", rendering=RENDERING)
    memory.add([kept, unit])
    assert memory.counts() == ({"a.tmx": 1}, {"b": 1})
    assert list(memory.entries()) == [unit, kept]


def write(url, first, count):
    """In a thread or process of its own, with a memory of its own, in an order of its own."""
    memory = open_memory(url)
    for at in sorted(range(first, first + count, 20), reverse=bool(first % 100)):
        memory.put("a", {f"Phrase {i}.": Rendering(english=f"Sentence {i}.") for i in range(at, at + 40)})
    memory.close()


def test_many_threads_write_at_once(memory):
    errors = []

    def work(first):
        try:
            for at in range(first, first + 200, 40):
                sentences = {f"Phrase {i}.": Rendering(english=f"Sentence {i}.") for i in range(at, at + 60)}
                memory.put("a", dict(reversed(sentences.items())) if first % 40 else sentences)
                assert memory.get("a", sentences) == sentences
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(i * 50,)) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert memory.counts()[1] == {"a": 570}


def test_several_processes_make_it_and_write_at_once(url):
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=write, args=(url, i * 50, 200)) for i in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [p.exitcode for p in processes] == [0, 0, 0, 0]
    with closing(open_memory(url)) as memory:
        assert memory.counts()[1] == {"a": 370}


FORK = """
import os, sys
from service.memory import open_memory
from service.types import Rendering
memory = open_memory(sys.argv[1])
memory.put("a", {"Oui.": Rendering(english="Yes.")})
child = os.fork()
for i in range(50):
    memory.put("a", {f"{child == 0} {i}": Rendering(english="x")})
    assert memory.get("a", ["Oui."])["Oui."].english == "Yes."
if child == 0:
    os._exit(0)
assert os.waitpid(child, 0)[1] == 0
assert memory.counts()[1] == {"a": 101}
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_forked_child_has_connections_of_its_own(url):
    subprocess.run([sys.executable, "-c", FORK, url], check=True, cwd=ROOT)


def test_sqlite_writes_ahead(tmp_path):
    open_memory(str(tmp_path / "m.db"))
    with closing(sqlite3.connect(tmp_path / "m.db")) as other:
        assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_lock_that_stays_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(database, "WAIT_S", 0.2)
    memory = open_memory(str(tmp_path / "m.db"))
    other = sqlite3.connect(tmp_path / "m.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(MemoryBusy, match=r"m\.db is locked by another process"):
        memory.put("a", {"Oui.": Rendering(english="Yes.")})
    assert memory.get("a", ["Oui."]) == {}  # reading goes on
    other.execute("ROLLBACK")
    memory.put("a", {"Oui.": Rendering(english="Yes.")})
    other.close()


def test_a_lock_of_postgresql_is_told(postgres, monkeypatch):
    import psycopg

    monkeypatch.setattr(database, "WAIT_S", 1)
    memory = open_memory(postgres)
    with psycopg.connect(postgres) as other:
        other.execute("LOCK TABLE depeche_renderings IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(MemoryBusy, match="is locked by another process"):
            memory.put("a", {"Oui.": Rendering(english="Yes.")})
    memory.close()


def test_a_connection_that_the_server_has_dropped_is_replaced(postgres):
    import psycopg

    memory = open_memory(postgres)
    memory.put("a", {"Oui.": Rendering(english="Yes.")})
    with psycopg.connect(postgres, autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'depeche'")
    assert memory.get("a", ["Oui."])["Oui."].english == "Yes."
    memory.close()


def test_a_database_that_is_not_there_is_told_without_the_password(postgres):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # nobody listens there
        closed = f"postgresql://depeche:s3cret@127.0.0.1:{taken.getsockname()[1]}/x?password=s3cret"
        for url in (closed, postgres + "_gone"):
            with pytest.raises(MemoryBusy, match="cannot be reached") as told:
                open_memory(url)
            assert "s3cret" not in str(told.value)
            assert told.value.retryable


@pytest.mark.parametrize("url", ["mysql://a:s3cret@b/c", "sqlite:///a.db", "postgresql://a:s3cret@b:port/c"])
def test_a_url_of_another_kind_is_a_setting_that_is_wrong(url):
    with pytest.raises(ConfigError, match="postgresql://") as told:
        open_memory(url)
    assert "s3cret" not in str(told.value)


def test_a_file_that_is_no_memory_is_told_and_left_alone(tmp_path):
    (tmp_path / "m.db").write_bytes(b"This is a letter and no database. " * 100)
    with pytest.raises(MemoryUnusable, match=r"m\.db is no translation memory, or a damaged one"):
        open_memory(str(tmp_path / "m.db"))
    assert (tmp_path / "m.db").read_bytes().startswith(b"This is a letter")


def test_a_folder_in_its_place_or_none_above_it_is_told(tmp_path):
    with pytest.raises(MemoryUnusable, match="cannot be used: unable to open"):
        open_memory(str(tmp_path))
    with pytest.raises(MemoryUnusable, match="there is no folder"):
        open_memory(str(tmp_path / "gone" / "m.db"))
    with pytest.raises(MemoryUnusable, match="There is no translation memory"):
        open_memory(str(tmp_path / "m.db"), create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_database_of_somebody_else_is_not_made_a_memory_by_asking(url):
    with pytest.raises(MemoryUnusable, match="no translation memory"):
        open_memory(url, create=False)
    if "://" not in url:
        with closing(sqlite3.connect(url, isolation_level=None)) as other:
            other.execute("CREATE TABLE bookmarks (id)")
        with pytest.raises(MemoryUnusable, match="is a database, but no translation memory"):
            open_memory(url, create=False)
        with closing(sqlite3.connect(url)) as other:
            assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("bookmarks",)]


@pytest.mark.parametrize("row", ["", "[]", "{}", '{"signature": 1}', "not JSON"])
def test_an_entry_that_is_none_is_told(tmp_path, row):
    memory = open_memory(str(tmp_path / "m.db"))
    memory.put("a", {"Oui.": Rendering(english="Yes.")})
    with closing(sqlite3.connect(tmp_path / "m.db", isolation_level=None)) as other:
        other.execute("UPDATE depeche_renderings SET kept = ?", (row,))
    with pytest.raises(MemoryUnusable, match="holds an entry that is none"):
        memory.get("a", ["Oui."])
