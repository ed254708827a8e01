"""`depeche batch` and `depeche search`: whole archives in, a folder of briefs out, and what is found in it."""

from __future__ import annotations

import contextlib
import json
import signal
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from service.cli.options import make_settings, settings_options
from service.errors import ArchiveError, ConfigError

if TYPE_CHECKING:
    from service.archive import Ended, Estimate, Job

HELD_BACK = "{count:,} of {all:,} documents have no brief; {out}/quarantine.jsonl says why. Once mended: --retry."


def batch_options(function: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed((
        click.option("--form", "forms", multiple=True, metavar="NAME", help="Files of each brief; again for several [markdown]."),
        click.option("--translated", is_flag=True, help="Also each file in English in its own format."),
        click.option("--include", multiple=True, metavar="GLOB", help="Only documents, or archives of them, named so."),
        click.option("--exclude", multiple=True, metavar="GLOB", help="None named so."),
        click.option("--since", metavar="DATE", help="Only from this day on, as 2026-01-31."),
        click.option("--limit", type=click.IntRange(1), default=None, help="Only the first so many."),
        click.option("--column", default="", metavar="NAME", help="The column of tables that holds the text."),
        click.option("--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes, a model each."),
        click.option("--on", type=click.Choice(["ray"]), help="Workers are actors of a Ray cluster."),
        click.option("--address", default="", help="Of the Ray cluster; without it one is started on this machine."),
        click.option("--retry", is_flag=True, help="Try again what was quarantined."),
        click.option("--force", is_flag=True, help="Go on with texts that do not look French."),
        click.option("--dry-run", is_flag=True, help="Write nothing; say what there is and how long it may take."),
        click.option("--progress", type=click.Choice(["auto", "plain", "json", "none"]), default="auto", show_default=True),
    )):
        function = option(function)
    return function


@click.command()
@click.argument("archive", type=click.Path(path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
@batch_options
@settings_options
def batch(archive: Path, out: Path, **options: Any) -> None:
    """Brief every French document of ARCHIVE (a folder, a file, zip, tar …, s3://bucket/folder, "-") into the folder OUT.

    A run that was interrupted or killed goes on where it was when the same command is given again.
    """
    from service.archive import estimate, run
    from service.cli.progress import shown

    dry, style = options.pop("dry_run"), options.pop("progress")
    job = _job(archive, out, options)
    if dry:
        _print_estimate(estimate(job), style)
        return
    with _stopping() as stop, shown(style) as tell:
        ended = run(job, tell=tell, stop=stop)
    _conclude(job, ended, style)


@click.command()
@click.argument("out", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, help="Briefs at most.")
@click.option("--json", "as_json", is_flag=True, help="JSON lines.")
def search(out: Path, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find the briefs in OUT that hold all WORDS, French or English, accents or not; "two words" stand together."""
    from service.search import search as find

    terms = " ".join(f'"{w}"' if " " in w and '"' not in w and len(words) > 1 else w for w in words)
    found = 0
    for hit in find(out, terms, limit=limit, marks=("", "") if as_json else (click.style("", bold=True, reset=False), "\033[0m")):
        found += 1
        click.echo(hit.to_json(indent=None) if as_json else f"{hit.headline}\n  {hit.day} {hit.source}\n  {hit.excerpt}\n")
    if not found:
        click.echo("Nothing found.", err=True)


def _job(archive: Path, out: Path, options: dict[str, Any]) -> Job:
    from service.archive import FORMS, Choice, Job, Recipe, same_extension
    from service.render import forms as known

    settings = make_settings(**{k: options[k] for k in ("profile", "changes", "model", "engine", "glossary")})
    forms = tuple(dict.fromkeys(options["forms"])) or FORMS
    if unknown := [form for form in forms if form not in known()]:
        raise ConfigError(f"There is no form {unknown[0]!r} of a brief; known are {', '.join(known())}.")
    if clash := same_extension(forms):
        raise ConfigError(f"The forms {clash} would write the same file; take one of them.")
    chosen = Choice(
        include=options["include"], exclude=options["exclude"], since=_day(options["since"]), limit=options["limit"] or 0
    )
    recipe = Recipe(settings=settings, forms=forms, force=options["force"], column=options["column"])
    return Job(
        archive=archive, out=out, recipe=recipe, choice=chosen,
        translated=options["translated"], workers=options["workers"], retry=options["retry"],
        on=options["on"] or "", address=options["address"],
    )  # fmt: skip


def _day(text: str | None) -> str:
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError as error:
        raise ConfigError(f"--since takes a day such as 2026-01-31, not {text!r}.") from error


@contextlib.contextmanager
def _stopping() -> Iterator[Callable[[], bool]]:
    """The first Ctrl-C (or SIGTERM) asks for an end after the running group, the second ends at once: nothing is lost."""
    asked = threading.Event()

    def ask(number: int, frame: object) -> None:
        if asked.is_set():
            raise KeyboardInterrupt
        asked.set()
        click.echo("\nStopping after the running group; press Ctrl-C again to stop at once.", err=True)

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield asked.is_set
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _conclude(job: Job, ended: Ended, style: str) -> None:
    """What stands now, on standard output; an incomplete archive is an error."""
    if ended.interrupted:
        click.echo(f"{ended.progress.documents + ended.progress.known:,} documents are done. The same command goes on.", err=True)
        raise KeyboardInterrupt
    counts = ended.report["counts"]
    if style == "json":
        click.echo(json.dumps({"stage": "Done", **ended.report}, ensure_ascii=False))
    else:
        click.echo(
            f"{counts['briefs']:,} briefs of {counts['french_words']:,} French words in {job.out} "
            f"({ended.progress.documents:,} documents new, {ended.progress.known:,} known)"
        )
    if ended.foreign:
        click.echo(f"{ended.foreign:,} documents had been made in another way; they were made again.", err=True)
    if counts["quarantined"]:
        total = counts["briefs"] + counts["quarantined"]
        raise ArchiveError(HELD_BACK.format(count=counts["quarantined"], all=total, out=job.out))


def _print_estimate(found: Estimate, style: str) -> None:
    if style == "json":
        click.echo(found.to_json(indent=None))
        return
    for key, value in found.to_dict().items():
        text = ", ".join(f"{k} {v:,}" for k, v in value.items()) if isinstance(value, dict) else value
        if isinstance(value, list):
            text = "".join(f"\n  {reason}" for reason in value)
        click.echo(f"{key.replace('_', ' '):17} {text}")
