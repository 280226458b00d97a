"""``doisanh find WORDS``: the id of an indicator, a place, a rule or a rating scheme, by any of its words."""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard.cli.terminal import add_language, tell

HELP = "indicators, places, rules and rating schemes by any of their words: ids, names, where each stands"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("words", nargs="+", metavar="WORD", help='as in "huy hiệu"; accents may be left out')
    add_language(parser, "the names")


def run(root: Path, arguments: argparse.Namespace) -> int:
    """Print what is found, while the data has problems too. Returns 0, or 1 where nothing is found."""
    from dashboard.cli.record_search import listed, search

    lines = listed(search(root, " ".join(arguments.words)), arguments.lang)
    tell("\n".join(lines))
    return int(len(lines) == 1)
