"""`depeche batch` and `depeche search` as a user types them."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import archive_samples as samples
import pytest
from click.testing import CliRunner

from service.cli import command
from service.cli.progress import sentence, span

ROOT = Path(__file__).parents[2]
RUN = [sys.executable, "-c", "from service.cli import main; main()"]


def depeche(*arguments, **how):
    environment = os.environ | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    return subprocess.Popen([*RUN, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, **how)


def test_a_whole_archive_then_a_search_in_it(archive, tmp_path):
    child = depeche("batch", archive, tmp_path / "out", "--engine", "echo", "--include", "*.md", "--form", "text", "--form", "html")
    shown, told = child.communicate()
    assert child.returncode == 6  # the broken archive may hold notes as well
    assert shown.decode().startswith("1 briefs of ")
    assert "2 of 3" not in told.decode()
    assert "quarantine.jsonl says why" in told.decode()
    assert "Briefing: 2 documents" in told.decode()
    assert sorted(p.name for p in (tmp_path / "out" / "briefs").iterdir()) == ["note.md.html", "note.md.txt"]
    found = CliRunner().invoke(command, ["search", str(tmp_path / "out"), "adopté", "budget", "--json"])
    assert json.loads(found.output)["source"] == "note.md"
    assert CliRunner().invoke(command, ["search", str(tmp_path / "out"), "zèbre"]).output == "Nothing found.\n"


def test_ctrl_c_ends_after_the_running_group_and_says_how_to_go_on(tmp_path):
    (tmp_path / "in").mkdir()
    for n in range(300):
        (tmp_path / "in" / f"{n:03}.txt").write_text(samples.text(n), encoding="utf-8")
    child = depeche("batch", tmp_path / "in", tmp_path / "out", "--engine", "echo", "--progress", "json")
    assert child.stdout is not None
    first = json.loads(child.stdout.readline())
    assert (first["stage"], first["documents"]) == ("Briefing", 128)
    child.send_signal(signal.SIGINT)
    _, told = child.communicate()
    assert child.returncode == 130
    assert "documents are done. The same command goes on." in told.decode()
    assert "Traceback" not in told.decode()
    again = depeche("batch", tmp_path / "in", tmp_path / "out", "--engine", "echo", "--progress", "json")
    shown, _ = again.communicate()
    assert again.returncode == 0
    done = json.loads(shown.splitlines()[-1])
    assert (done["stage"], done["counts"]["briefs"]) == ("Done", 300)
    assert json.loads(shown.splitlines()[0])["known"] in (128, 256)


def test_a_dry_run_counts_and_writes_nothing(archive, tmp_path):
    shown = CliRunner().invoke(
        command, ["batch", str(archive), str(tmp_path / "out"), "--dry-run", "--engine", "echo", "--progress", "json"]
    )
    assert json.loads(shown.output)["documents"] == 23
    assert not (tmp_path / "out").exists()


def test_standard_input_is_an_archive_too(tmp_path):
    child = depeche("batch", "-", tmp_path / "out", "--engine", "echo", stdin=subprocess.PIPE)
    shown, told = child.communicate(samples.zipped({"a.txt": samples.text(1), "b.txt": samples.text(2)}))
    assert child.returncode == 0, told
    assert shown.decode().startswith("2 briefs")
    assert [b["source"] for b in samples.lines(tmp_path / "out" / "briefs.jsonl")] == ["stdin!a.txt", "stdin!b.txt"]


WRONG = [
    (["--form", "pdf"], "There is no form 'pdf' of a brief"),
    (["--form", "text", "--form", "wire"], "would write the same file"),
    (["--since", "yesterday"], "--since takes a day"),
]


@pytest.mark.parametrize(("options", "reason"), WRONG)
def test_wrong_options_are_sentences(options, reason, archive, tmp_path):
    result = CliRunner().invoke(command, ["batch", str(archive), str(tmp_path / "out"), *options])
    assert reason in str(result.exception)
    assert not (tmp_path / "out").exists()


def test_progress_in_words():
    from service.archive import Progress

    told = Progress(
        stage="Briefing", documents=30, known=4, quarantined=1, words=6000, seconds=10.0, share=0.25, seconds_left=30.0
    )
    assert sentence(told) == "Briefing: 34 documents (25%), 3.0 documents/s, 600 words/s, 1 quarantined, 30 s left"
    assert [span(s) for s in (5, 300, 19_200)] == ["5 s", "5 min", "5 h 20 min"]


def test_an_address_without_its_driver_is_told_in_a_sentence(tmp_path):
    shown = CliRunner().invoke(command, ["batch", "gopher2://bucket/x", str(tmp_path / "out"), "--engine", "echo"])
    assert "gopher2://bucket/x cannot be reached" in str(shown.exception)
