"""Files of many formats, archives and folders of them → documents, one by one."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from service.config import LimitSettings
from service.errors import DepecheError, TooLarge, UnreadableInput
from service.readers import kinds
from service.readers.decode import decode
from service.readers.file import File, Refused, shown
from service.types import Document

__all__ = ["File", "Refused", "decode", "open_file", "read", "read_file", "read_path", "walk"]


def read(
    data: bytes, *, name: str, limits: LimitSettings, column: str = "", refused: Refused | None = None
) -> Iterator[Document]:
    """The documents in the bytes of one file. `name` tells the format where the bytes do not, and begins every source.

    Raises `UnreadableInput`, `TooLarge` or `MissingExtra`; with `refused`, it is told of those and the rest is read.
    """
    yield from read_file(File(name=name, stream=io.BytesIO(data), limits=limits, column=column, refused=refused))


def read_path(
    path: Path,
    *,
    limits: LimitSettings,
    column: str = "",
    refused: Refused | None = None,
    wanted: Callable[[Path], bool] | None = None,
) -> Iterator[Document]:
    """The documents of a file, an archive or a folder, in a stable order, at constant memory.

    The source of a file is its path as given; in a folder, its path from there. `wanted` chooses among the files of a
    folder. Hidden files are passed over, links that lead out of the folder are refused.
    """
    folder = path.is_dir()
    for found in walk(path) if folder else [path]:
        name = shown(found.relative_to(path).as_posix() if folder else path.as_posix())
        if folder and wanted is not None and not wanted(found):
            continue
        try:
            stream = open_file(found, inside=path if folder else None)
        except DepecheError as error:
            if refused is None:
                raise
            refused(name, error)
            continue
        with stream:
            yield from read_file(File(name=name, stream=stream, limits=limits, column=column, refused=refused))


def read_file(file: File) -> Iterator[Document]:
    """What the archive readers call for their members: any kind, with the bounds of one text held."""
    try:
        kind = kinds.kind_of(file)
        for document in kinds.load(kind, name=file.name)(file):
            if len(document.text) > file.limits.characters:
                file.refuse(document.source, _too_long(document, file.limits))
            else:
                yield document
    except ImportError as error:
        file.refuse(file.name, _extra(error, file))
    except DepecheError as error:
        file.refuse(file.name, error)


def _extra(error: ImportError, file: File) -> DepecheError:
    found = kinds.missing(error, name=file.name)
    if isinstance(found, DepecheError):
        return found
    raise error


def _too_long(document: Document, limits: LimitSettings) -> TooLarge:
    return TooLarge(
        f"{document.source} has {len(document.text):,} characters, over the {limits.characters:,} of limits.characters."
    )


def walk(folder: Path, *, failed: Callable[[OSError], None] | None = None) -> Iterator[Path]:
    """Files below `folder`, sorted; hidden ones and links to folders are passed over. `failed` hears of closed folders."""
    for here, below, files in os.walk(folder, followlinks=False, onerror=failed):
        below[:] = sorted(name for name in below if not name.startswith(".") and name != "__MACOSX")
        yield from (Path(here) / name for name in sorted(files) if not name.startswith((".", "~$")))


def open_file(path: Path, *, inside: Path | None) -> io.BufferedReader:
    """A file that `walk` found. Raises `UnreadableInput`, also where it is a link that leads out of the folder `inside`."""
    try:
        if inside is not None and path.is_symlink() and not path.resolve().is_relative_to(inside.resolve()):
            raise UnreadableInput(f"{path} is a link that leads out of {inside}.")
        if not path.is_file():
            raise UnreadableInput(f"{path} is {'no file' if path.exists() else 'not there'}.")
        return path.open("rb")
    except OSError as error:
        raise UnreadableInput(f"{path} cannot be opened: {error.strerror}.") from error
