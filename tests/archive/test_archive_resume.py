"""A run that is killed at any moment and started again leaves the same bytes as one that was not."""

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import archive_samples as samples
import pytest

from service.archive import planning, run

# the n-th file that is opened for writing or renamed below OUT kills the run; 0: none does
CHILD = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import archive_samples as samples
from service.archive import planning, run
planning.MOST_DOCUMENTS = 3
out, fatal, count = sys.argv[3], int(sys.argv[4]), 0
def hook(event, args):
    global count
    if event in ("open", "os.rename") and str(args[0]).startswith(out + "/") and (event != "open" or args[1] != "rb"):
        count += 1
        if count == fatal:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
job = samples.job(Path(sys.argv[2]), Path(out))
run(job)
print(count)
"""


def start(archive, out, fatal=0, **how):
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    arguments = [sys.executable, "-c", CHILD, str(Path(__file__).parent), str(archive), str(out), str(fatal)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, env=environment, **how)


def finish(child):
    written, _ = child.communicate()
    assert child.returncode == 0
    return int(written)


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """Texts, a table, twins and something broken: quick to read."""
    folder = tmp_path_factory.mktemp("plain") / "in"
    folder.mkdir()
    for n in range(8):
        (folder / f"{n}.txt").write_text(samples.text(n % 7), encoding="utf-8")
    (folder / "5a.csv").write_text("texte\n" + "".join(f'"{samples.text(n)}"\n' for n in range(20, 23)), encoding="utf-8")
    (folder / "2a.zip").write_bytes(b"PK\x03\x04broken")
    return folder


@pytest.fixture(scope="module")
def unbroken(plain, tmp_path_factory):
    """(folder, how many files were written, content) of a run that nothing disturbed."""
    out = tmp_path_factory.mktemp("unbroken").resolve() / "out"
    return out, finish(start(plain, out)), samples.content(out)


def test_a_run_killed_four_times_leaves_the_same_bytes(plain, unbroken, tmp_path):
    _, writes, expected = unbroken
    out = tmp_path.resolve() / "out"
    for fatal in (4, 9, writes // 3, 6):  # within the first group, the second, later ones, and while all is put together
        child = start(plain, out, fatal)
        child.communicate()
        assert child.returncode == -signal.SIGKILL
    assert finish(start(plain, out)) < writes  # what was done was not done again
    assert samples.content(out) == expected


@pytest.mark.slow
def test_fifty_kills_at_random_moments(plain, unbroken, tmp_path):
    *_, expected = unbroken
    out, chance, kills, ends = tmp_path.resolve() / "out", random.Random(7), 0, 0
    started = time.monotonic()
    finish(start(plain, out))
    long = time.monotonic() - started
    shutil.rmtree(out)
    while kills < 50:
        child = start(plain, out)
        try:
            child.wait(chance.uniform(0.2, 1.2) * long)
            assert child.returncode == 0
        except subprocess.TimeoutExpired:
            child.kill()
            kills += 1
        child.communicate()
        if child.returncode == 0:
            assert samples.content(out) == expected
            shutil.rmtree(out)
            ends += 1
    finish(start(plain, out))
    assert samples.content(out) == expected


CUTS = [1, 40, -1, -60]  # bytes kept of the last line, or cut from it


@pytest.mark.parametrize("cut", CUTS)
def test_a_torn_journal_line_is_made_again(cut, plain, unbroken, tmp_path, monkeypatch):
    monkeypatch.setattr(planning, "MOST_DOCUMENTS", 3)
    whole, _, expected = unbroken
    out = tmp_path / "out"
    shutil.copytree(whole, out)
    journal = (out / "journal.jsonl").read_bytes()
    last = journal.rstrip(b"\n").rfind(b"\n") + 1
    (out / "journal.jsonl").write_bytes(journal[: last + cut] if cut > 0 else journal[:cut])
    run(samples.job(plain, out))
    assert samples.content(out) == expected


def test_a_finished_run_does_nothing_and_a_changed_archive_only_what_changed(plain, tmp_path):
    archive, out = tmp_path / "in", tmp_path / "out"
    shutil.copytree(plain, archive)
    run(samples.job(archive, out))
    before = {p: p.stat().st_mtime_ns for p in out.rglob("*") if p.is_file() and p.name != ".lock"}
    ended = run(samples.job(archive, out))
    assert (ended.progress.documents, ended.progress.known) == (0, 12)
    assert {p: p.stat().st_mtime_ns for p in before} == before
    (archive / "3.txt").write_text(samples.text(80), encoding="utf-8")
    (archive / "4.txt").unlink()
    ended = run(samples.job(archive, out))
    assert (ended.progress.documents, ended.progress.known) == (1, 10)
    run(samples.job(archive, tmp_path / "fresh"))
    fresh, grown = samples.content(tmp_path / "fresh"), samples.content(out)
    for name in ("briefs.jsonl", "quarantine.jsonl", "index.sqlite", "digest.html", "digest.md", "digest.docx", "report.json"):
        assert fresh[name] == grown[name], name


def test_other_settings_make_everything_again_and_another_form_only_writes_it(plain, tmp_path, monkeypatch):
    from service.desk import BriefService

    out = tmp_path / "out"
    run(samples.job(plain, out))
    made, outcomes = [], BriefService.outcomes
    monkeypatch.setattr(BriefService, "outcomes", lambda self, ds, **how: made.extend(ds) or outcomes(self, ds, **how))
    run(samples.job(plain, out, forms=("html",)))
    assert made == []
    assert (out / "briefs" / "0.txt.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    other = samples.Settings.load(overrides={"translator.engine": "echo", "brief.dates": "month-day"})
    ended = run(samples.job(plain, out, settings=other))
    assert len({d.text for d in made}) == 10
    assert ended.foreign == 24
    run(samples.job(plain, tmp_path / "fresh", settings=other))
    assert samples.content(out)["briefs.jsonl"] == samples.content(tmp_path / "fresh")["briefs.jsonl"]


def test_what_was_quarantined_is_tried_again_when_asked(tmp_path):
    archive, out = tmp_path / "in", tmp_path / "out"
    archive.mkdir()
    (archive / "a.txt").write_text(samples.text(1), encoding="utf-8")
    (archive / "long.txt").write_text(samples.text(2), encoding="utf-8")
    tight = samples.Settings.load(overrides={"translator.engine": "echo", "limits.characters": 160})
    (archive / "a.txt").write_text(samples.text(1)[:120], encoding="utf-8")
    assert run(samples.job(archive, out, settings=tight)).report["counts"]["quarantined"] == 1
    wide = samples.Settings.load(overrides={"translator.engine": "echo"})
    assert run(samples.job(archive, out, settings=wide)).report["counts"]["quarantined"] == 1  # not asked
    ended = run(samples.job(archive, out, settings=wide, retry=True))
    assert (ended.progress.documents, ended.progress.known) == (1, 1)
    for _ in range(2):
        assert [b["source"] for b in samples.lines(out / "briefs.jsonl")] == ["a.txt", "long.txt"]
        assert samples.lines(out / "quarantine.jsonl") == []
        assert run(samples.job(archive, out, settings=wide)).progress.known == 2


def test_a_full_disk_stops_the_run_and_nothing_is_lost(plain, unbroken, tmp_path):
    *_, expected = unbroken
    out = tmp_path.resolve() / "out"
    full = start(
        plain, out, stderr=subprocess.PIPE,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000)),
    )  # fmt: skip
    _, told = full.communicate()
    assert full.returncode == 1
    assert b"ArchiveError" in told
    assert b"cannot be written: File too large" in told
    finish(start(plain, out))
    assert samples.content(out) == expected


def test_a_damaged_journal_is_named_and_not_guessed_at(tmp_path, plain):
    out = tmp_path / "out"
    out.mkdir()
    (out / "journal.jsonl").write_text('{"retry":true}\n{"part":\n' + json.dumps({"retry": True}) + "\n", encoding="utf-8")
    with pytest.raises(samples.ArchiveError, match="Line 2 of the journal"):
        run(samples.job(plain, out))


def test_a_document_that_ends_its_worker_is_refused_and_the_others_are_made(plain, unbroken, tmp_path, monkeypatch):
    monkeypatch.setattr(planning, "MOST_DOCUMENTS", 3)
    archive, out = tmp_path / "in", tmp_path / "out"
    shutil.copytree(plain, archive)
    (tmp_path / "sitecustomize.py").write_text("import deadly_engine\n", encoding="utf-8")  # spawned workers know it as well
    here = Path(__file__).parent
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(map(str, (tmp_path, here, here.parents[1]))))
    monkeypatch.setitem(samples.TRANSLATORS, "deadly", "deadly_engine:DeadlyTranslator")
    (archive / "0.txt").write_text("Rabat, le 3 mars 2024. La poudrière a explosé. " + samples.text(3), encoding="utf-8")
    deadly = samples.Settings.load(overrides={"translator.engine": "deadly"})
    ended = run(samples.job(archive, out, settings=deadly, workers=2))
    assert ended.report["quarantined_by_kind"] == {"OutOfMemory": 1, "UnreadableInput": 1}
    assert ended.report["counts"]["briefs"] == 10
