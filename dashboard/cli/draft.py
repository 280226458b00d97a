"""``doisanh draft ARTICLE.txt``: the first two files of a new article, for a curator to edit."""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard.cli.terminal import add_language, misuse, tell

HELP = "a first record and a first file of figures for a new article, to be edited"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("article", metavar="ARTICLE.txt", help="the article's text, in UTF-8; or its address")
    parser.add_argument("--excerpt", action="store_true", help="the text is only a part of the article")
    parser.add_argument("--address", default="", metavar="URL", help="the article's address")
    parser.add_argument("--id", help="name of both files (default: by outlet, locality and date)")
    parser.add_argument("--stdout", action="store_true", help="print both files instead of writing them")
    add_language(parser, "what it tells; the files have both")


def run(root: Path, arguments: argparse.Namespace) -> int:
    """Write both files, or print them. Returns 0, or the code that the draft failed with (``NoDraft``)."""
    from dashboard.articles.draft.source import NoDraft
    from dashboard.cli.drafted_files import drafted, write

    try:
        if not arguments.stdout and getattr(arguments, "root", None) is None and root != Path.cwd():
            return misuse("draft: there is no data/ and seeds/ here to write to; give --root DIR, or --stdout")
        made = drafted(root, arguments.article, arguments.id, excerpt=arguments.excerpt, address=arguments.address)
        if arguments.stdout:
            tell("\n".join(f"# {name}\n{text}" for name, text in made.files.items()), end="")
        else:
            write(root, made)
            tell("\n".join(made.files))
    except NoDraft as error:
        tell(f"doisanh: {error.message[arguments.lang]}", error=True)
        return error.code
    tell("\n".join(one[arguments.lang] for one in made.told), error=arguments.stdout)
    return 0
