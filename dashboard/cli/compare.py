"""``doisanh compare``: whether two figures compare, or all pairs of one indicator."""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard.cli.terminal import add_language, load_or_tell, misuse, tell

HELP = "whether two figures compare, why not, and what would make them; alone: all pairs of each indicator"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("figures", nargs="*", metavar="FIGURE", help="ids of two figures, as doisanh export has them")
    parser.add_argument("--indicator", metavar="ID", help="all pairs of figures of this indicator")
    add_language(parser, "the answer")


def run(root: Path, arguments: argparse.Namespace) -> int:
    """Print the verdicts. Returns 0, 1 with problems in the data, 2 for an id that does not exist."""
    from dashboard.cli.comparison_report import Unknown, table, two
    from dashboard.language.bilingual import Both

    ids = arguments.figures
    if len(ids) not in (0, 2) or (ids and arguments.indicator):
        return misuse("compare takes two figures, or --indicator ID, or neither")
    said = Both("chưa so sánh gì: dữ liệu có lỗi", "nothing was compared: the data has problems")
    dataset = load_or_tell(root, arguments.lang, said)
    if dataset is None:
        return 1
    try:
        if ids:
            lines = two(dataset, (ids[0], ids[1]), arguments.lang)
        else:
            lines = table(dataset, arguments.indicator, arguments.lang)
        for line in lines:
            tell(line)
    except Unknown as error:
        return misuse(f"compare: {error}")
    return 0
