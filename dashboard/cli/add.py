"""``doisanh add indicator|place|article``: all that a new one needs, in one go."""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard.cli.terminal import add_language, misuse, tell

HELP = "a new indicator, place or article: its record and all that goes with it, what is open marked to be decided"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command, by what is added."""
    kinds = parser.add_subparsers(dest="what", metavar="{indicator,place,article}", required=True)
    indicator = kinds.add_parser("indicator", allow_abbrev=False, help="its record, its place in a chart, the schema")
    indicator.add_argument("id", metavar="ID", help="small letters, as in members_honoured")
    indicator.add_argument("--vi", metavar="NAME", help="name in Vietnamese")
    indicator.add_argument("--en", metavar="NAME", help="name in English")
    indicator.add_argument("--like", metavar="ID", help="one that it is like: unit, kind, chart and more")
    place = kinds.add_parser("place", allow_abbrev=False, help="its id; a record where data/units.tsv lacks it")
    place.add_argument("name", metavar="NAME", help='as in "huyện Quảng Ninh, tỉnh Quảng Bình"')
    place.add_argument("--date", metavar="DATE", help="when it was so called (default: at any time)")
    article = kinds.add_parser("article", allow_abbrev=False, help="both files of one that is known by notes alone")
    article.add_argument("address", metavar="ADDRESS", help='its address, or "ADDRESS | TITLE (OUTLET)"')
    article.add_argument("--title", metavar="TITLE")
    article.add_argument("--date", metavar="DATE", help="day of publication")
    article.add_argument("--place", metavar="NAME", help="the place that it is about, as an id or a name")
    article.add_argument("--id", help="name of both files (default: by outlet and date)")
    for one in (indicator, place, article):
        add_language(one, "what it tells; the files have both")


def run(root: Path, arguments: argparse.Namespace) -> int:
    """Write and tell what was written and what is left to be decided. Returns 0; 2 where it can't be added."""
    from dashboard.cli.new_records import NotAdded, add

    if getattr(arguments, "root", None) is None and root != Path.cwd():
        return misuse("add: there is no data/ and seeds/ here to write to; give --root DIR")
    try:
        tell("\n".join(one[arguments.lang] for one in add(root, arguments)))
    except NotAdded as error:
        tell(f"doisanh: add: {error.message[arguments.lang]}", error=True)
        return 2
    return 0
