"""Names of documents become names of files inside the output folder, never outside it, and no two meet."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.archive.names import file_name

SAME = ["a.txt", "b/c.docx", "a.zip!b/c.docx", "table.csv#12", "été à Dakar.html"]


@pytest.mark.parametrize("source", SAME)
def test_an_ordinary_name_is_kept(source):
    assert file_name(source, "md") == f"{source}.md"


CHANGED = ["../../etc/passwd", "/etc/passwd", "a//b", "a\\..\\b", "C:\\x", ".hidden", "a/.ssh/key", "x\ny", "", "..", "a.", "l" * 300]


@pytest.mark.parametrize("source", CHANGED)
def test_a_name_that_had_to_be_changed_says_so(source):
    assert "~" in file_name(source, "md")


@given(st.text(max_size=300))
def test_no_name_leads_out_or_is_hidden_or_too_long(source):
    name = PurePosixPath(file_name(source, "md"))
    assert not name.is_absolute()
    assert not any(part.startswith(".") or len(part.encode()) > 200 for part in name.parts)
    assert len(str(name).encode()) < 1000
    assert name.name.endswith(".md")


@given(st.lists(st.text(alphabet="./\\a\n:", max_size=6), unique=True, max_size=20))
def test_no_two_names_meet(sources):
    assert len({file_name(s, "md") for s in sources}) == len(sources)
