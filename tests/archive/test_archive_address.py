"""An archive behind an address: the same briefs as from a folder, whatever the driver."""

import importlib.util
from pathlib import Path

import archive_samples as samples
import fsspec
import pytest

from service.archive import estimate, run
from service.errors import ArchiveError
from service.readers.address import Remote, address_of

FAILED = "b/004.txt"


@pytest.fixture
def bucket(archive):
    """The archive of the other tests in a file system that lives in memory, a folder and a hidden file more."""
    system = fsspec.filesystem("memory")
    for path in sorted(archive.rglob("*")):
        if path.is_file():
            system.pipe_file(f"/bucket/press/{path.relative_to(archive).as_posix()}", path.read_bytes())
    system.pipe_file("/bucket/press/.hidden.txt", b"Le port ferme.")
    yield Path("memory://bucket/press")
    system.rm("/bucket", recursive=True)


def test_the_briefs_are_those_of_the_same_files_in_a_folder(bucket, archive, tmp_path, small_groups):
    local = run(samples.job(archive, tmp_path / "a"))
    remote = run(samples.job(bucket, tmp_path / "b"))
    assert not remote.interrupted
    for name in ("briefs.jsonl", "quarantine.jsonl", "digest.md"):
        assert (tmp_path / "b" / name).read_bytes() == (tmp_path / "a" / name).read_bytes()
    assert remote.report["counts"] == local.report["counts"]
    assert run(samples.job(bucket, tmp_path / "b")).progress.documents == 0
    told = [estimate(samples.job(place, tmp_path / "c")) for place in (archive, bucket)]
    assert (told[0].documents, told[0].quarantined, told[0].formats) == (told[1].documents, told[1].quarantined, told[1].formats)


def test_one_file_may_be_named_and_its_documents_translated_in_their_format(tmp_path):
    (tmp_path / "note.txt").write_text("Le port de Sfax rouvre le 3 mars. Il était fermé.", encoding="utf-8")
    ended = run(samples.job(Path(f"file://{tmp_path}/note.txt"), tmp_path / "out", translated=True))
    assert ended.report["counts"]["briefs"] == 1
    assert (tmp_path / "out" / "documents" / "note.txt").is_file()


def test_a_file_that_the_driver_cannot_give_is_quarantined_and_tried_again(bucket, tmp_path, monkeypatch):
    def broken(self, path):
        if path.endswith(FAILED):
            raise TimeoutError("the store does not answer")
        return opened(self, path)

    opened = Remote.open
    monkeypatch.setattr(Remote, "open", broken)
    run(samples.job(bucket, tmp_path / "out"))
    refused = {entry["source"]: entry["reason"] for entry in samples.lines(tmp_path / "out" / "quarantine.jsonl")}
    assert "the store does not answer" in refused[FAILED]
    monkeypatch.undo()
    run(samples.job(bucket, tmp_path / "out", retry=True))
    assert FAILED not in {entry["source"] for entry in samples.lines(tmp_path / "out" / "quarantine.jsonl")}


NOWHERE = [
    ("memory://bucket/nothing", "There is nothing at memory://bucket/nothing."),
    ("gopher2://host/x", "gopher2://host/x cannot be reached"),
    ("s3://bucket/x", "s3:// needs a driver of fsspec that is not installed"),
]


@pytest.mark.parametrize(("address", "sentence"), NOWHERE)
def test_an_address_that_leads_nowhere_is_told_in_a_sentence(address, sentence, tmp_path):
    if address.startswith("s3:") and importlib.util.find_spec("s3fs"):
        pytest.skip("the driver is installed here")
    with pytest.raises(ArchiveError, match=sentence):
        run(samples.job(Path(address), tmp_path / "out"))


def test_a_path_is_no_address():
    assert address_of(Path("s3://bucket/a b/c.zip")) == "s3://bucket/a b/c.zip"
    assert [address_of(Path(p)) for p in ("/data/press", "press:2024/x", "-", "C:/press")] == ["", "", "", ""]
