"""Archives and folders are read member by member, within bounds; one bad member does not stop the others."""

import bz2
import gzip
import io
import random
import subprocess
import sys
import tarfile
import textwrap
import zipfile
from pathlib import Path

import pytest
import zstandard
from made_files import docx, paragraph, zipped

from service.config import LimitSettings
from service.errors import MissingExtra, TooLarge, UnreadableInput
from service.readers import read, read_path
from service.types import Document

LIMITS = LimitSettings()


def tarred(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return packed.getvalue()


MEMBERS = {
    "b/c.docx": docx(paragraph("Un mot.")),
    "a.txt": "été".encode("cp1252"),
    "t.csv": b"texte\nUn\nDeux\n",
    ".DS_Store": bytes(10),
    "__MACOSX/a.txt": b"x",
}
WITHIN = [("!b/c.docx", "Un mot."), ("!a.txt", "été"), ("!t.csv#1", "Un"), ("!t.csv#2", "Deux")]
ARCHIVES = [
    ("a.zip", zipped(MEMBERS)),
    ("a.tar", tarred(MEMBERS)),
    ("a.tar.gz", gzip.compress(tarred(MEMBERS))),
    ("a.tgz", gzip.compress(tarred(MEMBERS))),
    ("a.tar.bz2", bz2.compress(tarred(MEMBERS))),
    ("a.tar.zst", zstandard.compress(tarred(MEMBERS))),
    ("noname", gzip.compress(tarred(MEMBERS))),
]


@pytest.mark.parametrize(("name", "data"), ARCHIVES)
def test_an_archive_gives_the_documents_of_its_members(name, data):
    found = [(document.source, document.text) for document in read(data, name=name, limits=LIMITS)]
    assert found == [(name + member, text) for member, text in WITHIN]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, zstandard.compress])
def test_a_packed_file_is_the_file(pack):
    suffix = {gzip.compress: "gz", bz2.compress: "bz2", zstandard.compress: "zst"}[pack]
    found = [(d.source, d.text) for d in read(pack(b"texte\nUn\n"), name=f"t.csv.{suffix}", limits=LIMITS)]
    assert found == [(f"t.csv.{suffix}!t.csv#1", "Un")]


def nested(depth: int) -> bytes:
    data = zipped({"a.txt": b"Un"})
    for _ in range(depth - 1):
        data = zipped({"in.zip": data})
    return data


def test_archives_in_archives_are_read_to_a_bounded_depth():
    (found,) = read(nested(3), name="a.zip", limits=LIMITS)
    assert found.source == "a.zip!in.zip!in.zip!a.txt"
    with pytest.raises(TooLarge, match=r"a\.zip!in\.zip!in\.zip!in\.zip is an archive inside 3 others"):
        list(read(nested(4), name="a.zip", limits=LIMITS))


def test_two_members_of_one_name_have_two_sources():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "Un")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a.txt", "Deux")
    found = [(d.source, d.text) for d in read(packed.getvalue(), name="a.zip", limits=LIMITS)]
    assert found == [("a.zip!a.txt", "Un"), ("a.zip!a.txt#2", "Deux")]


def locked(data: bytes) -> bytes:
    """The flag of encryption set in both headers of a ZIP of one member."""
    changed = bytearray(data)
    changed[6] |= 1
    changed[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(changed)


def damaged(data: bytes) -> bytes:
    changed = bytearray(data)
    changed[40] ^= 0xFF
    return bytes(changed)


ZEROS = b"0" * 50_000_000
BOMBS = [
    (zipped({"a.txt": ZEROS}), "a.zip", TooLarge, r"a\.zip unpacks from"),
    (gzip.compress(ZEROS), "a.txt.gz", TooLarge, r"a\.txt\.gz unpacks to over 200 times"),
    (bz2.compress(ZEROS), "a.txt.bz2", TooLarge, "unpacks to over 200 times"),
    (zstandard.compress(ZEROS), "a.txt.zst", TooLarge, "unpacks to over 200 times"),
    (gzip.compress(tarred({"a.txt": ZEROS})), "a.tgz", TooLarge, "limits"),
    (tarred({"a.txt": ZEROS}), "a.tar", TooLarge, r"a\.tar!a\.txt has 50,000,000 bytes"),
    (locked(zipped({"a.txt": b"Un"})), "a.zip", UnreadableInput, r"a\.zip!a\.txt is encrypted"),
    (damaged(zipped({"a.txt": b"Un texte assez long pour cela"})), "a.zip", UnreadableInput, r"a\.zip!a\.txt is no readable"),
    (zipped({"a.txt": b"Un"})[:-20], "a.zip", UnreadableInput, "no readable ZIP"),
    (gzip.compress(tarred(MEMBERS))[:200], "a.tgz", UnreadableInput, r"a\.tgz is no readable"),
    (tarred(MEMBERS)[:700], "a.tar", UnreadableInput, r"a\.tar"),
    (gzip.compress(b"Un")[:-3], "a.txt.gz", UnreadableInput, "no readable packed file"),
    (zipped({"a.docx": b"Un"}), "a.zip", UnreadableInput, r"a\.zip!a\.docx is no readable docx"),
    (zipped({"xl/workbook.xml": b"", "[Content_Types].xml": b""}), "a.xlsx", UnreadableInput, "Excel workbook"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "name", "kind", "words"), BOMBS)
def test_bombs_and_broken_archives_say_what_is_wrong_and_where(data, name, kind, words):
    with pytest.raises(kind, match=words):
        list(read(data, name=name, limits=LIMITS))


def test_a_bad_member_is_told_of_and_the_rest_goes_on():
    data = zipped(
        {"a.txt": b"Un", "b.pdf": b"%PDF-1.4 x", "c.png": b"\x89PNG", "t.jsonl": b'{"x": 1}\n"Trois"\n', "d.txt": b"Quatre"}
    )
    told: list[tuple[str, str]] = []
    found = [d.source for d in read(data, name="a.zip", limits=LIMITS, refused=lambda s, e: told.append((s, type(e).__name__)))]
    assert found == ["a.zip!a.txt", "a.zip!t.jsonl#2", "a.zip!d.txt"]
    assert told == [(f"a.zip!{name}", "UnreadableInput") for name in ("b.pdf", "c.png", "t.jsonl#1")]


def test_a_torn_archive_gives_what_can_be_read_and_then_says_so():
    told: list[str] = []
    data = gzip.compress(tarred({f"{i}.txt": random.Random(i).randbytes(2000).hex().encode() for i in range(20)}))[:-200]
    found = list(read(data, name="a.tgz", limits=LIMITS, refused=lambda source, error: told.append(source)))
    assert told == [f"a.tgz!{len(found)}.txt", "a.tgz"]
    assert found[0].source == "a.tgz!0.txt"


def test_names_that_climb_out_are_only_names():
    (found,) = read(zipped({"../../etc/a.txt": b"Un"}), name="a.zip", limits=LIMITS)
    assert found == Document(text="Un", source="a.zip!../../etc/a.txt")


def test_names_of_any_bytes_can_be_printed():
    data = tarred({f"{chr(0xDCE9)}t\n\x1b[1m.txt": b"Un", f"{chr(0xDCC3)}t\n\x1b[1m.txt": b"Deux"})
    found = [document.source for document in read(data, name="a.tar", limits=LIMITS)]
    assert found == ["a.tar!\ufffdt\ufffd\ufffd[1m.txt", "a.tar!\ufffdt\ufffd\ufffd[1m.txt#2"]
    assert [source.encode() for source in found]


def test_a_letter_cut_by_a_block_of_a_table_is_no_other_encoding(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"texte\n" + b"a" * ((1 << 20) - 7) + "é".encode() + b"\n")
    (found,) = read_path(path, limits=LIMITS)
    assert found.text.endswith("aé")


def test_a_folder_gives_its_files_by_their_paths_from_there(tmp_path: Path):
    for name, text in {"b/x.txt": "Deux", "a.txt": "Un", ".hidden": "x", "c.zip": ""}.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (tmp_path / "in/c.zip").write_bytes(zipped({"y.txt": b"Trois"}))
    found = [(d.source, d.text) for d in read_path(tmp_path / "in", limits=LIMITS)]
    assert found == [("a.txt", "Un"), ("c.zip!y.txt", "Trois"), ("b/x.txt", "Deux")]
    chosen = read_path(tmp_path / "in", limits=LIMITS, wanted=lambda path: path.suffix == ".zip")
    assert [d.source for d in chosen] == ["c.zip!y.txt"]


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path):
    (tmp_path / "secret.txt").write_text("secret")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(UnreadableInput, match="leads out of"):
        list(read_path(folder, limits=LIMITS))


def test_a_path_that_is_not_there_says_so(tmp_path: Path):
    with pytest.raises(UnreadableInput, match=r"nowhere\.txt is not there"):
        list(read_path(tmp_path / "nowhere.txt", limits=LIMITS))


@pytest.mark.parametrize(
    ("name", "module"),
    [("a.html", "trafilatura"), ("a.pdf", "pypdfium2"), ("a.txt.zst", "zstandard"), ("b.html", "lxml_html_clean")],
)
def test_a_missing_package_names_the_extra(name, module):
    code = f"""
        import sys
        sys.modules[{module!r}] = None
        from service.config import LimitSettings
        from service.errors import MissingExtra
        from service.readers import read
        data = {{"a.html": b"<p>a", "b.html": b"<p>a", "a.pdf": b"%PDF-1.4", "a.txt.zst": b"\\x28\\xb5\\x2f\\xfd"}}[{name!r}]
        try:
            list(read(data, name={name!r}, limits=LimitSettings()))
        except MissingExtra as error:
            print(error)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=True)
    assert done.stdout.startswith(f"Reading {name} needs ")
    assert module in done.stdout
    assert done.stdout.endswith('pip install "depeche[archive]".\n')


def test_a_broken_import_of_our_own_is_no_missing_extra(monkeypatch):
    from service.readers import kinds

    monkeypatch.setitem(kinds.READERS, "txt", "service.readers.nowhere:read")
    with pytest.raises(ModuleNotFoundError, match=r"service\.readers\.nowhere"):
        list(read(b"Un", name="a.txt", limits=LIMITS))
    assert issubclass(MissingExtra, Exception)


FLAT = """
    import pathlib, resource, sys
    from service.config import LimitSettings
    from service.readers import read_path
    documents = read_path(pathlib.Path(sys.argv[1]), limits=LimitSettings())
    for _ in range(int(sys.argv[2])):
        next(documents)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    count = sum(1 for _ in documents)
    print(count, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.zip", "a.tgz", "a.mbox"])
def test_memory_stays_flat_over_many_documents(name, tmp_path: Path):
    count, path = 3_000, tmp_path / name
    text = "Le conseil a adopté le plan de l'année. " * 130
    if name == "a.csv":
        path.write_text("texte\n" + f'"{text}"\n' * count)
    elif name == "a.jsonl":
        path.write_text(f'"{text}"\n' * count)
    elif name == "a.mbox":
        path.write_text(f"From a@b Wed Jan 13 10:00:00 2021\nSubject: x\nFrom: a@b\n\n{text}\n\n" * (count // 10))
    elif name == "a.zip":
        with zipfile.ZipFile(path, "w") as archive:
            for i in range(count):
                archive.writestr(f"{i}.txt", text)
    else:
        path.write_bytes(gzip.compress(tarred({f"{i}.txt": text.encode() for i in range(count)}), 1))
    code = [sys.executable, "-c", textwrap.dedent(FLAT), str(path), "100"]
    read_count, grown = map(int, subprocess.run(code, capture_output=True, text=True, check=True).stdout.split())
    assert read_count == (count // 10 if name == "a.mbox" else count) - 100
    assert grown < 12  # MiB; the texts are 16 MB
