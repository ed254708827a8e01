"""The journal: whole lines or none, on the disk before anything relies on them."""

import os
import resource
import subprocess
import sys

import pytest

from service.errors import ArchiveError
from service.journal import Journal


def test_entries_come_back_in_order(tmp_path):
    with Journal(tmp_path / "j") as journal:
        for n in range(3):
            journal.append({"n": n, "name": "été\n"})
    with Journal(tmp_path / "j") as journal:
        assert [entry["n"] for entry in journal] == [0, 1, 2]
        assert {entry["name"] for entry in journal} == {"été\n"}


@pytest.mark.parametrize("torn", [b'{"n":', b'{"n":3}', b"\x00" * 100_000, "{\"é".encode()[:-1]])
def test_half_a_line_at_the_end_is_cut_off_and_does_not_glue_itself_to_the_next(torn, tmp_path):
    with Journal(tmp_path / "j") as journal:
        journal.append({"n": 1})
    with (tmp_path / "j").open("ab") as file:
        file.write(torn)
    with Journal(tmp_path / "j") as journal:
        journal.append({"n": 2})
        assert [entry["n"] for entry in journal] == [1, 2]
    assert (tmp_path / "j").read_bytes() == b'{"n":1}\n{"n":2}\n'


def test_a_disk_that_is_full_leaves_no_half_line(tmp_path):
    code = (
        "import pathlib, sys\nfrom service.journal import Journal\nfrom service.errors import ArchiveError\n"
        "with Journal(pathlib.Path(sys.argv[1])) as journal:\n"
        "    journal.append({'n': 1})\n"
        "    try: journal.append({'n': 'x' * 5000})\n"
        "    except ArchiveError as error: print(error)"
    )
    child = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "j")], capture_output=True, text=True, check=True, env=os.environ,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
    )  # fmt: skip
    assert "cannot be written" in child.stdout
    assert (tmp_path / "j").read_bytes() == b'{"n":1}\n'


def test_a_damaged_line_in_the_middle_is_named(tmp_path):
    (tmp_path / "j").write_bytes(b'{"n":1}\n{"n"\n{"n":3}\n')
    with Journal(tmp_path / "j") as journal, pytest.raises(ArchiveError, match=r"Line 2 .* is damaged"):
        list(journal)


def test_a_journal_that_cannot_be_opened_says_why(tmp_path):
    (tmp_path / "j").mkdir()
    with pytest.raises(ArchiveError, match="cannot be opened: Is a directory"):
        Journal(tmp_path / "j")
