"""What travels between the machines of a cluster, without the cluster: rows in Arrow tables give the bytes of a plain run."""

import sys

import archive_samples as samples
import pytest

from service.archive import on_ray, run
from service.archive.job import digest
from service.archive.reading import listed
from service.errors import MissingExtra


def in_one_process(job, ledger):
    """The stages in the order in which Ray Data runs them, each in tables of a few rows."""
    documents, sealed = ledger.known()
    maker = on_ray._Maker(job.recipe)
    for number, (path, name) in enumerate(listed(job)):
        entry = {"file": number, "path": str(path), "name": name, "reason": getattr(path, "reason", "")}
        rows = list(on_ray._rows_of(entry, job, sealed))
        assert not any(digest(row["source"], row["sha256"]) in documents for row in rows if row["kind"] == "document")
        for at in range(0, len(rows), 4):
            yield from maker(on_ray._table(rows[at : at + 4])).to_pylist()


def test_rows_made_elsewhere_give_the_same_bytes_and_are_known_afterwards(archive, finished, tmp_path, monkeypatch, small_groups):
    monkeypatch.setattr(on_ray, "connect", lambda address: None)
    monkeypatch.setattr(on_ray, "_rows", in_one_process)
    job = samples.job(archive, tmp_path / "out", translated=True, on="ray", workers=2)
    assert run(job).progress.documents == 26
    assert samples.content(tmp_path / "out") == samples.content(finished[0])
    again = run(job)
    assert (again.progress.documents, again.progress.known) == (0, 40)
    alone = run(samples.job(archive, tmp_path / "out", translated=True))  # begun on one, gone on on the other
    assert (alone.progress.documents, alone.progress.known) == (0, 40)


def test_without_ray_the_package_to_install_is_named(archive, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(MissingExtra, match=r"depeche\[archive,distributed\]"):
        run(samples.job(archive, tmp_path / "out", on="ray"))
