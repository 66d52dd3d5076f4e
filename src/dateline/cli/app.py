"""The commands, and what becomes of an error in one."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from dateline.cli import about, actors, add, judge, look, read, review, serve, ties
from dateline.cli.filters import filtered
from dateline.errors import DatelineError

COMMANDS: dict[str, Callable[..., None]] = {
    "read": read.read,
    "merge": add.merge,
    "add": add.add,
    "claims": filtered(look.claims),
    "events": filtered(look.events),
    "relations": ties.relations,
    "show": look.show,
    "diff": judge.diff,
    "export": filtered(look.export),
    "serve": serve.serve,
    "evaluate": about.evaluate,
    "steps": about.steps,
    "schema": about.schema,
    "doctor": about.doctor,
}
GROUPS: dict[str, dict[str, Callable[..., None]]] = {
    "actors": {"find": actors.find, "show": actors.show, "check": actors.check},
    "judge": {
        "same": judge.same,
        "different": judge.different,
        "withdrawn": judge.withdrawn,
        "back": judge.back,
        "list": judge.decisions,
    },
    "review": {
        "accuracy": review.accuracy,
        "agreement": review.agreement,
        "export": review.export,
        "list": review.decisions,
    },
}
"""Commands of two words, by the first."""
HELP = {
    "actors": "Look into who is known, and check a file of your own actors.",
    "judge": "Decide what is the same happening and what is not, and which stories were taken back.",
    "review": "See what people decided of single claims, and what it comes to; they decide in the browser.",
}
BAD_USE = 2
INTERRUPTED = 130


class Door(TyperGroup):
    """Tells an error of ours in one line on standard error, and what to do about it; never as a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """What the command returns. Raises `typer.Exit` with the exit code for an error of ours."""
        try:
            found = super().invoke(ctx)
            sys.stdout.flush()
            return found
        except DatelineError as error:
            raise told(str(error), BAD_USE) from error
        except KeyboardInterrupt as error:
            raise told("interrupted; run the same command again to go on", INTERRUPTED) from error
        except BrokenPipeError as error:
            # Whoever read our output has left. Python would complain of it once more when it closes the stream.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from error


def told(message: str, code: int) -> typer.Exit:
    """The exit, once the message stands on standard error."""
    sys.stderr.write(f"dateline: {' '.join(message.split())}\n")
    return typer.Exit(code)


def version(asked: bool) -> None:
    """Prints the version and leaves."""
    if asked:
        from dateline import __version__

        sys.stdout.write(f"dateline {__version__}\n")
        raise typer.Exit(0)


def first(
    _: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True, callback=version)] = False,
) -> None:
    """Reads news reports and writes down who did what to whom, when and where, and who says so."""


def door() -> typer.Typer:
    """The command line as a whole."""
    app = typer.Typer(
        cls=Door,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(first)
    for name, command in COMMANDS.items():
        app.command(name)(command)
    for name, commands in GROUPS.items():
        app.add_typer(group(commands), name=name, help=HELP[name])
    return app


def group(commands: dict[str, Callable[..., None]]) -> typer.Typer:
    """The second words of a command of two words."""
    app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
    for name, command in commands.items():
        app.command(name)(command)
    return app
