"""What a run over an archive leaves behind."""

import json
import os
import subprocess
import sys
import threading
from dataclasses import replace

import archive_samples as samples
import pytest

from service.archive import estimate, run
from service.archive.folder import OutputFolder
from service.errors import ArchiveError, FolderBusy
from service.types import Brief


def sources(path):
    return [entry["source"] for entry in samples.lines(path)]


def test_every_document_has_a_brief_or_a_reason_in_the_order_of_the_archive(finished):
    out, ended = finished
    briefs = sources(out / "briefs.jsonl")
    assert briefs == [
        "lines.jsonl#1", "lines.jsonl#2", "lines.jsonl#3", "note.md", "page.html",
        "press.zip!one.txt", "press.zip!../../evil.txt", "press.zip!inner.zip!c/d.txt", "press.zip!inner.zip!c/same.txt",
        "table.csv#1", "table.csv#2", "table.csv#3", "table.csv#4", "twin.txt",
        "a/001.txt", "a/003.txt", "a/005.txt", "a/007.txt", "b/000.txt", "b/002.txt", "b/004.txt", "b/006.txt",
    ]  # fmt: skip
    assert sources(out / "quarantine.jsonl") == samples.REFUSED
    assert all(entry["reason"].endswith(".") for entry in samples.lines(out / "quarantine.jsonl"))
    assert ended.report["counts"]["briefs"] == 22
    assert ended.report["counts"]["quarantined"] == 4
    assert not ended.interrupted


def test_the_briefs_are_those_of_the_desk_one_by_one(finished, echo, archive):
    out, _ = finished
    found = {entry["source"]: Brief.from_dict(entry) for entry in samples.lines(out / "briefs.jsonl")}
    alone = echo.brief(samples.text(1))
    assert [p.english for p in found["a/001.txt"].passages] == [p.english for p in alone.passages]
    assert found["twin.txt"].to_dict() | {"source": ""} == found["a/001.txt"].to_dict() | {"source": ""}
    assert found["lines.jsonl#3"].passages == found["table.csv#1"].passages


def test_every_brief_has_a_file_in_every_form_and_none_outside_the_folder(finished):
    out, _ = finished
    files = {p.relative_to(out / "briefs").as_posix() for p in (out / "briefs").rglob("*") if p.is_file()}
    assert len(files) == 22
    assert {"a/001.txt.md", "table.csv#3.md", "press.zip!inner.zip!c/d.txt.md"} <= files
    assert any(name.startswith("press.zip!/evil.txt~") for name in files)
    assert not list(out.parent.glob("*evil*"))


def test_translated_files_keep_their_format(finished):
    out, ended = finished
    assert "<h1>Budget</h1>" in (out / "documents" / "page.html").read_text(encoding="utf-8")
    assert (out / "documents" / "table.csv").read_text(encoding="utf-8").splitlines()[0] == "id;texte;texte_en"
    assert not (out / "documents" / "english.txt").exists()
    assert ended.report["counts"]["translated_files"] == 13


def test_the_archive_is_as_it_was(finished, archive, tmp_path):
    samples.make_archive(tmp_path / "again")
    assert samples.content(archive) == samples.content(tmp_path / "again")


def test_the_manifest_says_what_was_made_how_and_the_checksums(finished):
    import hashlib

    out, _ = finished
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["signature"]["translator"].startswith("echo/")
    for name, known in manifest["outputs"].items():
        assert hashlib.sha256((out / name).read_bytes()).hexdigest() == known["sha256"]


def test_the_report_counts_and_names_the_worst_first(finished):
    out, _ = finished
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert set(report["speed"]) == {"documents", "seconds", "documents_per_second", "french_words_per_second"}
    assert report["quarantined_by_kind"] == {"UnreadableInput": 3, "WrongLanguage": 1}
    severe = [entry["severe"] for entry in report["worst_documents"]]
    assert severe == sorted(severe, reverse=True)
    assert severe[0] > 0
    assert sum(report["confidence"].values()) == report["counts"]["sentences"]


@pytest.mark.parametrize("form", ["html", "md", "docx"])
def test_a_digest_stands_in_three_forms(finished, form):
    assert (finished[0] / f"digest.{form}").stat().st_size > 1000


def test_workers_make_the_same_bytes(finished, archive, tmp_path, small_groups):
    run(samples.job(archive, tmp_path / "out", translated=True, workers=2))
    assert samples.content(tmp_path / "out") == samples.content(finished[0])


CHOICES = [
    ({"include": ("*.md",)}, ["note.md"]),
    ({"include": ("press.zip",), "exclude": ("one.txt",)}, ["../../evil.txt", "inner.zip!c/d.txt", "inner.zip!c/same.txt"]),
    ({"include": ("a/*",)}, ["a/001.txt", "a/003.txt", "a/005.txt", "a/007.txt"]),
    ({"include": ("d.txt",)}, ["inner.zip!c/d.txt"]),
    ({"include": ("*.csv",), "limit": 3}, ["table.csv#1", "table.csv#2"]),
    ({"include": ("*.md",), "since": "2999-01-01"}, []),
    ({"include": ("*.md",), "since": "2001-01-01"}, ["note.md"]),
]


@pytest.mark.parametrize(("choice", "expected"), CHOICES, ids=[str(c[0]) for c in CHOICES])
def test_only_chosen_documents_are_taken(choice, expected, archive, tmp_path):
    run(samples.job(archive, tmp_path / "out", **choice))
    assert [s.removeprefix("press.zip!") for s in sources(tmp_path / "out" / "briefs.jsonl")] == expected


def test_twins_are_made_once(archive, tmp_path, monkeypatch):
    from service.desk import BriefService

    made, outcomes = [], BriefService.outcomes
    monkeypatch.setattr(BriefService, "outcomes", lambda self, ds, **how: made.extend(ds) or outcomes(self, ds, **how))
    run(samples.job(archive, tmp_path / "out"))
    assert len(made) == 22 + 1 - 3  # and the English one; less twin.txt, same.txt, table.csv#1
    assert len({d.text for d in made}) == len(made)


def test_a_file_by_itself_and_the_output_inside_the_archive(archive, tmp_path):
    run(samples.job(archive / "table.csv", tmp_path / "one"))
    assert sources(tmp_path / "one" / "briefs.jsonl") == [f"table.csv#{n}" for n in range(1, 5)]
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "x.txt").write_text(samples.text(5), encoding="utf-8")
    for _ in range(2):
        run(samples.job(folder, folder / "out"))
        assert sources(folder / "out" / "briefs.jsonl") == ["x.txt"]


def refuse_archive_in_out(tmp_path):
    return samples.job(tmp_path / "out" / "briefs", tmp_path / "out")


def refuse_same(tmp_path):
    return samples.job(tmp_path / "out", tmp_path / "out")


def refuse_missing(tmp_path):
    return samples.job(tmp_path / "nowhere", tmp_path / "new")


def refuse_foreign(tmp_path):
    return samples.job(tmp_path / "in", tmp_path / "foreign")


PLACES = [
    (refuse_archive_in_out, "originals are never written to"),
    (refuse_same, "originals are never written to"),
    (refuse_missing, "There is no file or folder"),
    (refuse_foreign, "holds no earlier run"),
]


@pytest.mark.parametrize(("place", "reason"), PLACES)
def test_places_that_would_meet_are_refused(place, reason, tmp_path):
    for name in ("in", "out/briefs", "foreign"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "foreign" / "thesis.docx").write_bytes(b"mine")
    with pytest.raises(ArchiveError, match=reason):
        run(place(tmp_path))
    assert not (tmp_path / "new").exists()


def test_a_link_out_of_the_output_folder_is_not_followed(archive, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    out = tmp_path / "out"
    run(samples.job(archive, out, include=("*.md",)))
    (out / "briefs" / "a").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    ended = run(samples.job(archive, out, include=("a/*",)))
    assert ended.report["counts"]["quarantined"] == 5  # with the broken archive, which may hold chosen ones
    assert "leads out of" in samples.lines(out / "quarantine.jsonl")[1]["reason"]
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_second_run_into_the_same_folder_is_refused_until_the_first_is_killed(tmp_path, archive):
    hold = (
        "import sys, time, pathlib\nfrom service.archive.folder import OutputFolder\n"
        "with OutputFolder(pathlib.Path(sys.argv[1])).locked():\n    print('held', flush=True); time.sleep(60)"
    )
    first = subprocess.Popen([sys.executable, "-c", hold, str(tmp_path / "out")], stdout=subprocess.PIPE, env=os.environ)
    try:
        assert first.stdout is not None
        assert first.stdout.readline() == b"held\n"
        with pytest.raises(FolderBusy, match="Another run writes into"):
            run(samples.job(archive, tmp_path / "out", include=("*.md",)))
    finally:
        first.kill()
        first.communicate()
    run(samples.job(archive, tmp_path / "out", include=("*.md",)))


def test_two_runs_in_one_process_are_refused_as_well(tmp_path):
    folder = OutputFolder(tmp_path)
    with folder.locked(), pytest.raises(FolderBusy), OutputFolder(tmp_path).locked():
        pass


def test_an_estimate_writes_nothing_and_counts_everything(archive, tmp_path):
    found = estimate(samples.job(archive, tmp_path / "out"))
    assert (found.documents, found.twins, found.quarantined) == (23, 3, 3)  # the English one is found out later
    assert found.formats == {"txt": 14, "csv": 4, "jsonl": 3, "html": 1, "md": 1}
    assert found.seconds is not None
    assert found.seconds > 0
    assert not (tmp_path / "out").exists()


def test_progress_grows_to_the_whole(archive, tmp_path, small_groups):
    told = []
    run(samples.job(archive, tmp_path / "out"), tell=told.append)
    assert [p.documents for p in told] == sorted(p.documents for p in told)
    assert told[-1].stage == "Putting together"
    assert told[-1].documents == 26
    assert told[-1].quarantined == 4
    shares = [p.share for p in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert told[1].seconds_left is not None


def test_stop_ends_after_the_running_group_and_the_next_run_goes_on(archive, tmp_path, finished, small_groups):
    asked = threading.Event()
    ended = run(samples.job(archive, tmp_path / "out", translated=True), tell=lambda p: asked.set(), stop=asked.is_set)
    assert ended.interrupted
    assert ended.progress.documents == 4  # and a copy
    assert not (tmp_path / "out" / "briefs.jsonl").exists()
    ended = run(samples.job(archive, tmp_path / "out", translated=True))
    assert ended.progress.known == 5
    assert samples.content(tmp_path / "out") == samples.content(finished[0])


@pytest.mark.parametrize(("groups", "workers"), [(0, 1), (1, 1), (3, 1), (5, 1), (6, 1), (0, 2), (4, 2)])
def test_a_stop_at_any_group_the_last_but_one_too_is_gone_on_from(archive, tmp_path, finished, small_groups, groups, workers):
    told = []
    job = replace(samples.job(archive, tmp_path / "out", translated=True), workers=workers)
    ended = run(job, tell=told.append, stop=lambda: len(told) >= groups)
    assert ended.interrupted is (ended.progress.documents < 26)
    assert run(samples.job(archive, tmp_path / "out", translated=True)).progress.documents == 26 - ended.progress.documents
    assert samples.content(tmp_path / "out") == samples.content(finished[0])
