"""`depeche brief`, `digest`, `translate` and `summarize`: files or standard input in, one form out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from service.cli.options import make_settings, read_documents, settings_options, text_options
from service.errors import ConfigError
from service.storage import write_whole
from service.types import Brief, Summary, Translation


@click.command()
@text_options
@click.option("--words", type=click.IntRange(20, 2000), help="Length of the running text aimed at.")
@click.option("--length", type=click.Choice(["wire", "brief", "long"]), help="One line, about 120 or about 250 words.")
@settings_options
def brief(files: tuple[str, ...], form: str | None, output: Path | None, force: bool, **rest: Any) -> None:
    """Make an English brief of each French press release in FILE... (standard input without any)."""
    form = form or ("wire" if rest["length"] == "wire" else None)
    desk, documents = _open(files, rest, words=rest.pop("words"), length=rest.pop("length"))
    briefs = (desk.brief(d, force=force, progress=_progress()) for d in documents)
    _emit(briefs, form or "text", output, desk.settings.brief.dates)


@click.command()
@text_options
@click.option("--title", default="News digest", show_default=True, help="What stands over it.")
@settings_options
def digest(files: tuple[str, ...], form: str | None, output: Path | None, force: bool, **rest: Any) -> None:
    """One digest of the briefs of all French press releases in FILE..., by theme and date, with a table of contents."""
    from service.render import render_digest

    title = rest.pop("title")
    desk, documents = _open(files, rest)
    made = render_digest(
        desk.briefs(documents, force=force), form or "markdown", title=title, dates=desk.settings.brief.dates
    )
    _write([made], output)


@click.command()
@text_options
@click.option("--candidates", type=click.IntRange(0, 8), default=0, help="Other translations of each sentence (JSON).")
@settings_options
def translate(files: tuple[str, ...], form: str | None, output: Path | None, force: bool, **rest: Any) -> None:
    """Translate each French text in FILE... into English; paragraphs, bullets and blank lines are kept."""
    wanted = rest.pop("candidates")
    desk, documents = _open(files, rest)
    texts = (desk.translate(d, force=force, candidates=wanted, progress=_progress()) for d in documents)
    _emit(texts, form or "text", output)


@click.command()
@text_options
@click.option("--words", type=click.IntRange(10, 2000), default=100, show_default=True, help="Words at most.")
@settings_options
def summarize(files: tuple[str, ...], form: str | None, output: Path | None, force: bool, **rest: Any) -> None:
    """Summarize each English text in FILE..., every line with the number of its sentence in JSON."""
    words = rest.pop("words")
    desk, documents = _open(files, rest)
    _emit((desk.summarize(d.text, words=words) for d in documents), form or "text", output)


def _open(
    files: tuple[str, ...], options: dict[str, Any], *, words: int | None = None, length: str | None = None
) -> tuple[Any, Iterable[Any]]:
    from service.desk import BriefService

    chosen = {k: options[k] for k in ("profile", "changes", "model", "engine", "glossary")}
    if length:
        chosen["changes"] += (f"brief.form={length}",)
    if words:
        chosen["changes"] += (f"brief.words={words}", f"brief.most_words={round(words * 1.25)}")
    settings = make_settings(**chosen)
    return BriefService.load(settings=settings), read_documents(files, settings)


def _emit(
    results: Iterable[Brief | Translation | Summary], form: str, output: Path | None, dates: str = "day-month"
) -> None:
    """Write every result to the output file, whole or not at all; else to standard output as they come."""
    from service.render import render, render_summary, render_translation

    def shown(result: Brief | Translation | Summary) -> str | bytes:
        if isinstance(result, Brief):
            return render(result, form, dates=dates)
        return render_translation(result, form) if isinstance(result, Translation) else render_summary(result, form)

    _write((shown(result) for result in _alone(results, form)), output)


def _alone(results: Iterable[Any], form: str) -> Iterator[Any]:
    """A page or a Word file holds one result: two of them one after the other would be neither."""
    for count, result in enumerate(results):
        if count and form in ("docx", "html", "rss"):
            raise ConfigError(f"One {form} file holds one text; for several briefs in one, use `depeche digest`.")
        yield result


def _write(rendered: Iterable[str | bytes], output: Path | None) -> None:
    chunks = (part if isinstance(part, bytes) else part.rstrip("\n").encode() + b"\n" for part in rendered)
    if output:
        write_whole(output, b"\n".join(chunks))
        return
    for i, chunk in enumerate(chunks):
        sys.stdout.buffer.write((b"\n" if i else b"") + chunk)
        sys.stdout.buffer.flush()


def _progress() -> Callable[[str, int, int], None] | None:
    """A line that renews itself, on a terminal only."""
    if not sys.stderr.isatty():
        return None

    def show(stage: str, done: int, total: int) -> None:
        end = "\r\033[K" if done >= total else ""
        click.echo(f"\r\033[K{stage}: {done}/{total} sentences{end}", nl=False, err=True)

    return show
