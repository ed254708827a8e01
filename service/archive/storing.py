"""The outcomes of a group go to the disk: files, then the part, then the journal line that makes them count."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from service.archive.folder import OutputFolder
from service.archive.job import Copy, Outcome, Recipe, Refusal
from service.archive.ledger import Ledger, Row, part_name
from service.archive.planning import Group, Item
from service.archive.stages import again, line_of
from service.errors import ArchiveError


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """Where outcomes go."""

    folder: OutputFolder
    ledger: Ledger
    recipe: Recipe

    def settle(self, group: Group, outcomes: Sequence[Outcome]) -> tuple[list[Row], list[bytes]]:
        """Its rows and their lines, which survive a power cut. Raises `ArchiveError` if the disk takes no more."""
        made = iter(outcomes)
        first, lines, rows = len(self.ledger.rows), list[bytes](), list[Row]()
        for item in group.items:
            outcome = next(made) if item.work is not None else self._without_engine(item, lines, first)
            outcome = self._written(outcome)
            refused = isinstance(outcome, Refusal)
            at = sum(map(len, lines))
            lines.append(line_of(outcome) if isinstance(outcome, Refusal) else outcome.line)
            copied = isinstance(item.work, Copy) and not refused
            rows.append(Row(source=item.source, sha256=item.sha256, at=at, refused=refused, copied=copied))
        if rows:
            self.folder.write(part_name(self.ledger.next_part), b"".join(lines))
            self.folder.settle()
        self.ledger.settle(rows, group.files)
        return rows, lines

    def line(self, row: int) -> bytes:
        """The line of a settled row."""
        part, at, _, _ = self.ledger.place(row)
        with (self.folder.path / part_name(part)).open("rb") as file:
            file.seek(at)
            return file.readline()

    def _without_engine(self, item: Item, lines: list[bytes], first: int) -> Outcome:
        """What its reader refused, or the twin of a document of this group or an earlier one."""
        if item.refusal is not None:
            return item.refusal
        twin = item.twin or 0
        return again(lines[twin - first] if twin >= first else self.line(twin), item.source, self.recipe)

    def _written(self, outcome: Outcome) -> Outcome:
        """A document whose files cannot be written is refused with the reason of the system, and the rest goes on."""
        if isinstance(outcome, Refusal):
            return outcome
        try:
            for name, content in outcome.files:
                self.folder.write(name, content)
        except ArchiveError as error:
            source = str(json.loads(outcome.line)["source"])
            return Refusal(source=source, kind="ArchiveError", reason=str(error))
        return outcome
