"""The command ``doisanh``: picks the command by its name. Exit codes: 0 well, 1 problems found, 2 misuse."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from dashboard import __version__
from dashboard.cli import add, check, compare, draft, export, fetch, find, report, serve, verify
from dashboard.cli.terminal import misuse
from dashboard.language.printable import harmless
from dashboard.records import atomic_write
from dashboard.records.root import RootError, resolve

if TYPE_CHECKING:
    from _typeshed import SupportsWrite


class Command(Protocol):
    """The module of a command. It imports what it needs inside ``run``: no command waits for what only another uses."""

    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""

    def run(self, root: Path, arguments: argparse.Namespace) -> int:
        """Do the work on the data under ``root``. Returns the exit code."""


COMMANDS: Final[dict[str, Command]] = {
    "serve": serve, "check": check, "verify": verify, "fetch": fetch, "draft": draft, "find": find, "add": add,
    "compare": compare, "export": export, "report": report,
}  # fmt: skip
TAKES_VALUE = ("--root", "--host", "--port", "--public-url", "--report-to", "--log", "--workers")
"""The options of ``serve`` that a value follows: ``doisanh --port 80`` names no command."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; ``argv`` without the program's name. Returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    words = list(sys.argv[1:] if argv is None else argv)
    parser = _parser()
    arguments = parser.parse_args(words if _names_command(words) else ["serve", *words])
    try:
        root = resolve(getattr(arguments, "root", None))
        return COMMANDS[arguments.command].run(root, arguments)
    except RootError as error:
        return misuse(str(error))
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        # The reader of a pipe (head, less) has gone, or the disk is full. Python must not write the rest at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1 if isinstance(error, BrokenPipeError) else misuse(f"stopped: {atomic_write.reason(error)}")


class _Parser(argparse.ArgumentParser):
    """Prints without control characters: argparse repeats the words it was given in its messages."""

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        super()._print_message(harmless(message), file)


def _parser() -> argparse.ArgumentParser:
    where = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    where.add_argument(
        "--root", metavar="DIR", help="folder with data/ and seeds/ (default: this one, else the shipped)"
    )
    parser = _Parser(
        "doisanh", parents=[where], allow_abbrev=False,
        description="Figures about localities' Party organisations, side by side. Alone: serve.",
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=f"doisanh {__version__}")
    commands = parser.add_subparsers(dest="command", metavar=f"{{{','.join(COMMANDS)}}}", required=True)
    for name, module in COMMANDS.items():
        module.add_arguments(commands.add_parser(name, parents=[where], allow_abbrev=False, help=module.HELP))
    return parser


def _names_command(words: list[str]) -> bool:
    """Whether the arguments name a command, or ask for help or the version only; else ``serve`` is meant."""
    before = ""
    for word in words:
        if word in ("-h", "--help", "--version") or (not word.startswith("-") and before not in TAKES_VALUE):
            return True
        before = word
    return False
