"""What a run is asked to do, and the noun for each thing that happens to a document."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from service.config import Settings
from service.types import Document

FORMS = ("markdown",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How documents are made; all that a worker has to be given."""

    settings: Settings
    forms: tuple[str, ...] = FORMS
    force: bool = False
    column: str = ""  # of tables, the one that holds the text


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which documents are taken."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    since: str = ""  # ISO date; "": all
    limit: int = 0  # the first so many; 0: all



@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One run."""

    archive: Path
    out: Path
    recipe: Recipe
    choice: Choice = Choice()
    translated: bool = False  # documents in their own format beside the briefs
    workers: int = 1
    together: int = 0  # documents of one group: settled, told of and lost in a crash together; 0: as many as are quick
    retry: bool = False  # try again what was quarantined
    on: str = ""  # "ray": workers are actors of a Ray cluster
    address: str = ""  # of the cluster; "": one is started on this machine

    @property
    def chosen(self) -> str:
        """Names all that decides which documents of a file there are; not `limit`, which ends a run and no file."""
        choice = self.choice
        return digest(choice.include, choice.exclude, choice.since, self.recipe.column, self.translated).hex()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A document without a brief: quarantined, and why."""

    source: str
    kind: str  # the class of the error: "UnreadableInput", "WrongLanguage" …
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A file to be translated in its own format."""

    source: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What became of one document: a line for `briefs.jsonl`, and files under the output folder."""

    line: bytes
    files: tuple[tuple[str, bytes], ...] = ()


Work = Document | Copy
Outcome = Made | Refusal


def digest(*parts: object) -> bytes:
    """16 bytes that name the parts; unlike a joined text, `("a|b",)` and `("a", "b")` differ."""
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).digest()[:16]


def content_of(document: Document) -> str:
    """The SHA-256 of all that a brief can depend on: everything but where the document lies."""
    fields = document.to_dict()
    del fields["source"]
    return hashlib.sha256(json.dumps(fields, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()
