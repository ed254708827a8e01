"""The command `depeche`: parse, call, print. Subcommands live in files of their own and are imported when they are used."""

from __future__ import annotations

import importlib
import os
import sys

import click

import service
from service import errors

# name → module:command; what the help shows without importing anything
COMMANDS = {
    "brief": ("service.cli.text:brief", "Make an English brief of French press releases."),
    "digest": ("service.cli.text:digest", "Put the briefs of many releases into one digest."),
    "translate": ("service.cli.text:translate", "Translate French texts into English, layout kept."),
    "summarize": ("service.cli.text:summarize", "Summarize an English text in its own sentences."),
    "batch": ("service.cli.archive:batch", "Brief a whole archive, resumable at any moment."),
    "search": ("service.cli.archive:search", "Find words in the briefs of an archive."),
    "demo": ("service.cli.demo:demo", "Open the web page."),
    "evaluate": ("service.cli.evaluate:evaluate", "Score translations or summaries against references."),
    "models": ("service.cli.models:models", "List, fetch and describe the models."),
    "glossary": ("service.cli.glossary:glossary", "Check a glossary file."),
    "memory": ("service.cli.memory:memory", "Import, export and describe a translation memory."),
    "config": ("service.cli.settings:config", "Show the settings that would be used."),
}

# the first class that fits decides
EXIT_CODES: tuple[tuple[type[errors.DepecheError], int], ...] = (
    (errors.ConfigError, 2),
    (errors.GlossaryError, 2),
    (errors.MissingExtra, 2),
    (errors.InputError, 3),
    (errors.ModelError, 4),
    (errors.EngineError, 5),
    (errors.ArchiveError, 6),
    (errors.MemoryUnusable, 7),
    (errors.DepecheError, 1),
)


class LazyGroup(click.Group):
    """A group whose commands are imported only when one of them runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(service.__version__, prog_name="depeche", message="%(prog)s %(version)s")
def command() -> None:
    """French press releases in, short faithful English briefs out.

    Exit codes: 0 done, 1 something else, 2 wrong usage or setting, 3 the input cannot be used, 4 a model is missing or broken,
    5 a model failed, 6 an archive was not done completely, 7 the translation memory cannot be used, 130 interrupted.
    """


def main() -> None:
    """The entry point: every error of ours is one sentence on standard error and an exit code."""
    try:
        # `command.main` would take a reader that goes away for a failure, and exit with 1
        with command.make_context("depeche", sys.argv[1:]) as context:
            command.invoke(context)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has gone; nothing is left to say
        sys.exit(0)
    except errors.DepecheError as error:
        click.echo(f"depeche: {error}", err=True)
        sys.exit(exit_code(error))


def exit_code(error: errors.DepecheError) -> int:
    return next(code for kind, code in EXIT_CODES if isinstance(error, kind))
