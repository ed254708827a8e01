"""`depeche evaluate`: scores of a translator or summarizer, as a table or JSON; two runs compared."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from service.cli.options import make_settings, settings_options
from service.record import Record


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--against", metavar="PROFILE", help="A second profile to compare with, by paired bootstrap.")
@click.option("--summaries", is_flag=True, help='FILE holds lines of {"text": …, "summary": …} in English.')
@click.option("--lines", type=click.IntRange(1), help="Only the first so many.")
@click.option("--json", "as_json", is_flag=True, help="JSON in place of tables.")
@settings_options
def evaluate(files: tuple[Path, ...], against: str | None, summaries: bool, lines: int | None, **options: Any) -> None:
    """Score the English of FILE (French, tab, English) or of a French and an English FILE."""
    from service.desk import BriefService
    from service.evaluate import compare, read_pairs, report, translate_pairs

    as_json = options.pop("as_json")
    desk = BriefService.load(settings=make_settings(**options))
    if summaries:
        _print([_summaries(desk, files[0], lines)], as_json)
        return
    pairs = read_pairs(files)[:lines]
    runs, english = [], []
    for name, service in [(options["profile"], desk), *([(against, _other(options, against))] if against else [])]:
        renderings, seconds = translate_pairs(service, pairs)
        runs.append(report(name, pairs, renderings, seconds))
        english.append([r.english for r in renderings])
    _print([*runs, *(compare([p[1] for p in pairs], *english) if against else [])], as_json)


def _other(options: dict[str, Any], profile: str) -> Any:
    from service.desk import BriefService

    return BriefService.load(settings=make_settings(**(options | {"profile": profile, "model": None, "engine": None})))


def _summaries(desk: Any, path: Path, lines: int | None) -> Record:
    from service.evaluate import summary_report

    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[:lines]]
    return summary_report(desk, [(row["text"], row["summary"]) for row in rows])


def _print(results: list[Record], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps([r.to_dict() for r in results], ensure_ascii=False, indent=2))
        return
    for result in results:
        for key, value in result.to_dict().items():
            click.echo(f"{key:16} {_plain(value)}")
        click.echo()


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{k} {_plain(v)}" for k, v in value.items())
    return f"{value:.3f}" if isinstance(value, float) else str(value)
