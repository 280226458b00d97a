"""The command ``doisanh``, and what each of its words does. Exit codes: 0 well, 1 problems found, 2 misuse."""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard import __version__
from dashboard.cli.export import add_arguments, run
from dashboard.cli.terminal import tell
from dashboard.language.printable import harmless
from dashboard.language.words import LANGUAGES, Language
from dashboard.records import atomic_write
from dashboard.records.root import RootError, resolve

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_TAKES_VALUE = ("--root", "--host", "--port", "--public-url", "--report-to", "--log", "--workers")
_MOST_WORKERS = 64


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
        commands = {
            "serve": _serve,
            "check": _check,
            "verify": _verify,
            "fetch": _fetch,
            "draft": _draft,
            "compare": _compare,
            "export": run,
        }
        return commands[arguments.command](root, arguments)
    except RootError as error:
        return _misuse(str(error))
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        # The reader (head, less) has gone, or the disc is full: what is buffered must not be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1 if isinstance(error, BrokenPipeError) else _misuse(f"stopped: {atomic_write.reason(error)}")


class _Parser(argparse.ArgumentParser):
    """argparse repeats the words that it was given in what it says of them."""

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
    commands = parser.add_subparsers(
        dest="command", metavar="{serve,check,verify,fetch,draft,compare,export}", required=True
    )

    serve = commands.add_parser("serve", parents=[where], allow_abbrev=False, help="the dashboard, in a browser")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    serve.add_argument("--port", type=int, default=8501, help="port to listen on, 0 for a free one (default: 8501)")
    serve.add_argument("--public-url", metavar="URL", help="address under which others reach it")
    serve.add_argument("--report-to", metavar="MAIL", help="mail address for reports of wrong figures", type=_mail)

    serve.add_argument(
        "--log", choices=("none", "requests", "addresses"), default="none",
        help="a line for each request, without or with the visitor's network address (default: none)",
    )  # fmt: skip
    serve.add_argument(
        "--workers", type=_count, default=1, metavar="N",
        help="processes that share the visitors, one for each processor; each holds the data (default: 1)",
    )  # fmt: skip
    serve.add_argument("--metrics", action="store_true", help="counts of sessions and memory at /_stcore/metrics")

    check = commands.add_parser("check", parents=[where], allow_abbrev=False, help="all problems of the data, by file")
    _language(check, "the problems")

    verify = commands.add_parser(
        "verify", parents=[where], allow_abbrev=False,
        help="every figure against its article's text; without --articles, whether the stored proofs still fit",
    )  # fmt: skip
    verify.add_argument(
        "--articles",
        metavar="DIR",
        help="folder with the texts, found by sha256, else by name; or an article's page",
    )
    verify.add_argument("--write", action="store_true", help="store what is fully proven in data/proofs/")
    verify.add_argument("--json", action="store_true", help="the report for machines")
    _language(verify, "the report")

    fetch = commands.add_parser(
        "fetch", parents=[where], allow_abbrev=False, help="an article's text from its page on the web"
    )
    fetch.add_argument("address", metavar="ADDRESS", help="the page, http:// or https://")
    fetch.add_argument("--out", metavar="FILE", help="a new file for the text, outside the project (default: print it)")
    _language(fetch, "what it tells")

    draft = commands.add_parser(
        "draft", parents=[where], allow_abbrev=False,
        help="a first record and a first file of figures for a new article, to be edited",
    )  # fmt: skip
    draft.add_argument("article", metavar="ARTICLE.txt", help="the article's text, in UTF-8; or its address")
    draft.add_argument("--id", help="name of both files (default: by outlet, locality and date)")
    draft.add_argument("--stdout", action="store_true", help="print both files instead of writing them")
    _language(draft, "what it tells; the files have both")

    compare = commands.add_parser(
        "compare", parents=[where], allow_abbrev=False,
        help="whether two figures compare, why not, and what would make them; alone: all pairs of each indicator",
    )  # fmt: skip
    compare.add_argument("figures", nargs="*", metavar="FIGURE", help="ids of two figures, as doisanh export has them")
    compare.add_argument("--indicator", metavar="ID", help="all pairs of figures of this indicator")
    _language(compare, "the answer")

    export = commands.add_parser("export", parents=[where], allow_abbrev=False, help="the figures as files")
    add_arguments(export)
    return parser


def _language(command: argparse.ArgumentParser, what: str) -> None:
    command.add_argument("--lang", choices=LANGUAGES, default="vi", help=f"language of {what} (default: vi)")


def _mail(text: str) -> str:
    """A mail address. Raises ArgumentTypeError for what can't be one."""
    name, at, host = text.partition("@")
    if not (name and at and "." in host) or any(char.isspace() or char in "?&,;<>" for char in text):
        raise argparse.ArgumentTypeError(f"{text!r} is no mail address; give one such as banbientap@example.vn")
    return text


def _count(text: str) -> int:
    """A number of processes. Raises ArgumentTypeError for what can't be one."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= _MOST_WORKERS):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; give one from 1 to {_MOST_WORKERS}")
    return int(text)


def _names_command(words: list[str]) -> bool:
    """Whether a word stands where the command does (or only help or the version is asked for)."""
    before = ""
    for word in words:
        if word in ("-h", "--help", "--version") or (not word.startswith("-") and before not in _TAKES_VALUE):
            return True
        before = word
    return False


def _serve(root: Path, arguments: argparse.Namespace) -> int:
    from dashboard.web.server.serving import serve  # Streamlit takes half a second that check and export need not wait

    host, port, url, mail = arguments.host, arguments.port, arguments.public_url, arguments.report_to
    more = {"metrics": arguments.metrics, "log": arguments.log, "workers": arguments.workers}
    return serve(root, host, port, url, mail, **more)


def _check(root: Path, arguments: argparse.Namespace) -> int:
    from dashboard.articles.verify.proofs import Proof, status, stored
    from dashboard.checks.loading import load
    from dashboard.language.bilingual import Both, counted
    from dashboard.records.problems import number, report

    language = arguments.lang
    gc.disable()  # to look through all that is read, again and again, takes a sixth of the time, and finds nothing
    try:
        dataset, problems = load(root)
    finally:
        gc.enable()
    if dataset is None:
        files = len({problem.file for problem in problems})
        sums = counted(number(problems), "lỗi", "problem") + Both(" trong ", " in ") + counted(files, "tệp", "file")
        tell(f"{report(problems, language)}\n\n{sums[language]}")
        return 1
    found = counted(len(dataset.articles), "bài báo", "article") + ", "
    found += counted(len(dataset.entries), "số liệu", "figure") + Both(": không có lỗi", ": no problems")
    tell(found[language])
    proofs, damaged = stored(dataset)
    if proofs:
        marks = Counter(status(dataset).values())
        said = {
            Proof.PROVEN: Both("số liệu đã đối chiếu với toàn văn", "proven"),
            Proof.PROVEN_IN_PART: Both("với phần đã đọc", "proven in the part read"),
            Proof.SEEN_AGAIN: Both("người thứ hai đã xem lại", "seen again"),
            Proof.NOT_PROVEN: Both("chưa đối chiếu", "not proven"),
            Proof.TEXT_NOT_HELD: Both("ghi lại, không lưu văn bản", "noted, text not held"),
        }
        listed = ", ".join(f"{marks[mark]} {said[mark][language]}" for mark in Proof if marks[mark])
        tell(Both("đối chiếu: ", "proofs: ")[language] + listed)
    if damaged:
        tell(report(damaged, language))
    return int(bool(damaged))


def _verify(root: Path, arguments: argparse.Namespace) -> int:
    from dashboard.checks.loading import load
    from dashboard.cli.verify import NoTexts, against_proofs, against_texts
    from dashboard.language.bilingual import Both
    from dashboard.records.problems import report

    if arguments.write and not arguments.articles:
        return _misuse("--write stores what the texts prove: give their folder with --articles DIR")
    language: Language = arguments.lang
    dataset, problems = load(root)
    if dataset is None:
        said = Both("chưa đối chiếu gì: dữ liệu có lỗi", "nothing was verified: the data has problems")[language]
        tell(f"{report(problems, language)}\n\n{said}", error=True)
        return 1
    if not arguments.articles:
        code, told = against_proofs(dataset, language, machine=arguments.json)
    else:
        try:
            code, told = against_texts(
                root, dataset, arguments.articles, language, store=arguments.write, machine=arguments.json
            )
        except NoTexts as error:
            return _misuse(str(error))
        except OSError as error:
            return _misuse(f"--write: the proofs can't be written under {root} ({atomic_write.reason(error)})")
    tell(told)
    return code


def _compare(root: Path, arguments: argparse.Namespace) -> int:
    from dashboard.checks.loading import load
    from dashboard.cli.compare import Unknown, table, two
    from dashboard.language.bilingual import Both
    from dashboard.records.problems import report

    ids = arguments.figures
    if len(ids) not in (0, 2) or (ids and arguments.indicator):
        return _misuse("compare takes two figures, or --indicator ID, or neither")
    dataset, problems = load(root)
    if dataset is None:
        said = Both("chưa so sánh gì: dữ liệu có lỗi", "nothing was compared: the data has problems")[arguments.lang]
        tell(f"{report(problems, arguments.lang)}\n\n{said}", error=True)
        return 1
    try:
        one_or_all = arguments.indicator
        lines = two(dataset, (ids[0], ids[1]), arguments.lang) if ids else table(dataset, one_or_all, arguments.lang)
        for line in lines:
            tell(line)
    except Unknown as error:
        return _misuse(f"compare: {error}")
    return 0


def _fetch(root: Path, arguments: argparse.Namespace) -> int:
    from dashboard.articles.fetch.download import NotFetched
    from dashboard.cli.fetch import fetched, keep, told

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


def _draft(root: Path, arguments: argparse.Namespace) -> int:
    from dashboard.articles.draft.source import NoDraft
    from dashboard.cli.draft import drafted, write

    try:
        if not arguments.stdout and getattr(arguments, "root", None) is None and root != Path.cwd():
            return _misuse("draft: there is no data/ and seeds/ here to write to; give --root DIR, or --stdout")
        made = drafted(root, arguments.article, arguments.id)
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


def _misuse(message: str) -> int:
    tell(f"doisanh: {message}", error=True)
    return 2
