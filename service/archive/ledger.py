"""What the journal says, kept small in memory: about 300 bytes a document.

A row is one document that was settled, numbered in the order of the journal. Its place is the number of a part file and an
offset in it, packed into 64 bits. One journal line settles a whole group, so that a killed run repeats whole groups and every
batch of sentences is the same as in an unbroken run.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.archive.job import digest
from service.journal import Journal

REFUSED, COPIED = 1 << 63, 1 << 62
_OFFSET = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A settled document as the journal names it. `at`: where its line begins in the part."""

    source: str
    sha256: str
    at: int = 0
    refused: bool = False
    copied: bool = False  # a translated file, not a brief


@dataclass(frozen=True, slots=True, kw_only=True)
class FileDone:
    """A file of the archive of which every document is settled. `rows`: first and count of each run of rows."""

    file: str
    sha256: str
    rows: tuple[tuple[int, int], ...]


def part_name(number: int) -> str:
    return f"parts/{number:08}.jsonl"


class Ledger:
    """`signature` names the engine and settings; `recipe` also the forms, and whatever else changes files."""

    def __init__(self, journal: Journal, *, signature: str, recipe: str) -> None:
        self.rows = array("Q")  # places, by row
        self.next_part, self.reserved, self.foreign = 1, 0, 0
        self._journal, self._signature, self._recipe = journal, signature, recipe
        self._settled: dict[bytes, int] = {}
        self._contents: dict[bytes, int] = {}
        self._files: dict[bytes, tuple[tuple[int, int], ...]] = {}
        for entry in journal:
            self._read(entry)
        self.reserved = len(self.rows)

    def settled(self, source: str, sha256: str) -> int | None:
        """The row of this document, if it is done or on its way."""
        return self._settled.get(digest(source, sha256))

    def twin(self, sha256: str) -> int | None:
        """The row of a document that says the same."""
        return self._contents.get(bytes.fromhex(sha256)[:16])

    def file(self, name: str, sha256: str) -> list[int] | None:
        """The rows of a file that was settled whole."""
        found = self._files.get(digest(name, sha256))
        return None if found is None else [row for first, count in found for row in range(first, first + count)]

    def known(self) -> tuple[frozenset[bytes], frozenset[bytes]]:
        """Digests of (source, SHA-256) of settled documents, and of (name, seal) of settled files, for readers elsewhere."""
        return frozenset(self._settled), frozenset(self._files)

    def retry(self) -> None:
        """Forget what was refused, here and in the journal, so that a killed retry goes on as one."""
        self._journal.append({"retry": True})
        self._forget_refused()

    @property
    def whole(self) -> bool:
        """Whether all that was planned is settled."""
        return self.reserved == len(self.rows)

    def reserve(self, source: str, sha256: str, *, content: bool) -> int:
        """The row that this document will have: groups are settled in the order in which they are planned."""
        row, self.reserved = self.reserved, self.reserved + 1
        self._settled[digest(source, sha256)] = row
        if content:
            self._contents.setdefault(bytes.fromhex(sha256)[:16], row)
        return row

    def settle(self, rows: Sequence[Row], files: Sequence[FileDone]) -> None:
        """Append one group to the journal; its part file must be on the disk."""
        documents = [[r.source, r.sha256, r.at, int(r.refused) + 2 * int(r.copied)] for r in rows]
        done = [[f.file, f.sha256, f.rows] for f in files]
        entry = {"part": self.next_part, "signature": self._signature, "recipe": self._recipe}
        self._journal.append(entry | {"documents": documents, "files": done})
        self.rows.extend(_place(self.next_part, r.at, r.refused, r.copied) for r in rows)
        self.next_part += 1

    def place(self, row: int) -> tuple[int, int, bool, bool]:
        """Part, offset, refused, copied."""
        packed = self.rows[row]
        bare = packed & (COPIED - 1)
        return bare >> _OFFSET, bare & ((1 << _OFFSET) - 1), bool(packed & REFUSED), bool(packed & COPIED)

    def _read(self, entry: Mapping[str, Any]) -> None:
        if "retry" in entry:
            self._forget_refused()
            return
        current, same = entry["recipe"] == self._recipe, entry["signature"] == self._signature
        for row, (source, sha256, at, kind) in enumerate(entry["documents"], start=len(self.rows)):
            refused, copied = bool(kind & 1), bool(kind & 2)
            self.rows.append(_place(entry["part"], at, refused, copied))
            self.foreign += not same
            if current:
                self._settled[digest(source, sha256)] = row
            if same and not copied:
                self._contents.setdefault(bytes.fromhex(sha256)[:16], row)
        if current:
            self._files |= {digest(name, sha256): tuple((f, n) for f, n in rows) for name, sha256, rows in entry["files"]}
        self.next_part = entry["part"] + 1

    def _forget_refused(self) -> None:
        self._settled = {key: row for key, row in self._settled.items() if not self._refused(row)}
        self._contents = {key: row for key, row in self._contents.items() if not self._refused(row)}
        whole = self._files.items()
        self._files = {k: v for k, v in whole if not any(self._refused(r) for f, n in v for r in range(f, f + n))}

    def _refused(self, row: int) -> bool:
        return bool(self.rows[row] & REFUSED)


def _place(part: int, at: int, refused: bool, copied: bool) -> int:
    return part << _OFFSET | at | REFUSED * refused | COPIED * copied
