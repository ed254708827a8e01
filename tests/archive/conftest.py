"""One finished run that tests may read, not change."""

import archive_samples as samples
import pytest

from service.archive import planning, run


@pytest.fixture(scope="session")
def archive(tmp_path_factory):
    return samples.make_archive(tmp_path_factory.mktemp("archive") / "in")


@pytest.fixture(scope="session")
def finished(archive, tmp_path_factory):
    """(output folder, what `run` gave back)"""
    out = tmp_path_factory.mktemp("finished") / "out"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(planning, "MOST_DOCUMENTS", 5)
        return out, run(samples.job(archive, out, translated=True))


@pytest.fixture
def small_groups(monkeypatch):
    """Groups of five, so that a small archive has several."""
    monkeypatch.setattr(planning, "MOST_DOCUMENTS", 5)
