"""`depeche memory`: human translations come in, everything goes out, and what is there is told."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import click


@click.group()
def memory() -> None:
    """Import, export and describe a translation memory.

    URL is the path of an SQLite file or a postgresql:// URL, as in the setting memory.url.
    """


@memory.command("import")
@click.argument("url")
@click.argument("file", type=click.Path(path_type=Path))
def import_units(url: str, file: Path) -> None:
    """Take in the human translations of a TMX FILE; of two of one sentence the newer stays."""
    from service.memory.tmx import read_tmx

    read = list(read_tmx(file))
    entries = [entry for entry in read if entry]
    skipped = len(read) - len(entries)
    with closing(_open(url)) as here:
        here.add(entries)
    left = f", {skipped} left out for want of French or English" if skipped else ""
    click.echo(f"{file.name}: {len(entries)} translations taken in{left}.")


@memory.command("export")
@click.argument("url")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--human", is_flag=True, help="Human translations only.")
def export(url: str, file: Path, human: bool) -> None:
    """Write all translations into a TMX FILE, but for those that are severely doubted."""
    from service.memory import Unit
    from service.memory.tmx import write_tmx
    from service.storage import write_whole

    with closing(_open(url, create=False)) as here:
        entries = [e for e in here.entries() if isinstance(e, Unit) or not human]
    write_whole(file, write_tmx(entries))


@memory.command()
@click.argument("url")
def info(url: str) -> None:
    """How many translations are there, human ones by file, machine ones by signature."""
    with closing(_open(url, create=False)) as here:
        human, made = here.counts()
    click.echo(f"{here.name}: {sum(human.values())} human translations, {sum(made.values())} by machine")
    for name, count in (human | made).items():
        click.echo(f"{count:9}  {name}")


def _open(url: str, *, create: bool = True) -> Any:
    from service.memory import open_memory

    return open_memory(url, create=create)
