"""``doisanh fetch``: an article's text from its page on the web."""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard.cli.terminal import add_language, tell

HELP = "an article's text from its page on the web"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("address", metavar="ADDRESS", help="the page, http:// or https://")
    parser.add_argument("--out", metavar="FILE", help="a new file for it, outside the project (default: print it)")
    add_language(parser, "what it tells")


def run(root: Path, arguments: argparse.Namespace) -> int:
    """Print or write the text, and tell what the page says of it. Returns 0, 1 with no article, 2 on misuse."""
    from dashboard.articles.fetch.download import NotFetched
    from dashboard.cli.fetched_article import fetched, keep, told

    try:
        found = fetched(arguments.address)
        if arguments.out is None:
            tell(found.text, end="")
        else:
            tell(str(keep(found, arguments.out, root)))
    except NotFetched as error:
        tell(f"doisanh: {error.message[arguments.lang]}", error=True)
        return 2 if error.misuse else 1
    tell(told(found)[arguments.lang], error=arguments.out is None)
    return 0
