"""``doisanh check``: all problems of the data, grouped by file."""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard.cli.terminal import add_language, misuse

HELP = "all problems of the data, by file, and what is odd"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="only what is wrong in these files, or articles by id")
    parser.add_argument("--watch", action="store_true", help="again after each edit, until Ctrl+C")
    add_language(parser, "the problems")


def run(root: Path, arguments: argparse.Namespace) -> int:
    """Print all problems, or how much data there is and how much of it is proven. Returns 0, or 1 with any problem."""
    from dashboard.cli.problem_report import NoFile, check, watch

    try:
        return (watch if arguments.watch else check)(root, arguments.files, arguments.lang)
    except NoFile as error:
        return misuse(f"check: {error}")
