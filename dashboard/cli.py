"""The command ``doisanh``: serve, check, verify, draft, export. Exit codes: 0 well, 1 problems found, 2 misuse."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from dashboard import __version__
from dashboard.root import RootError, resolve

_TAKES_VALUE = ("--root", "--host", "--port", "--public-url", "--report-to")


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
        commands = {"serve": _serve, "check": _check, "verify": _verify, "draft": _draft, "export": _export}
        code = commands[arguments.command](root, arguments)
        sys.stdout.flush()
    except RootError as error:
        return _misuse(str(error))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader (head, less) has gone: what is still buffered must not be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


def _parser() -> argparse.ArgumentParser:
    where = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    where.add_argument(
        "--root", metavar="DIR", help="folder with data/ and seeds/ (default: this one, else the shipped)"
    )
    parser = argparse.ArgumentParser(
        "doisanh", parents=[where], allow_abbrev=False,
        description="Figures about localities' Party organisations, side by side. Alone: serve.",
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=f"doisanh {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="{serve,check,verify,draft,export}", required=True)

    serve = commands.add_parser("serve", parents=[where], allow_abbrev=False, help="the dashboard, in a browser")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    serve.add_argument("--port", type=int, default=8501, help="port to listen on, 0 for a free one (default: 8501)")
    serve.add_argument("--public-url", metavar="URL", help="address under which others reach it")
    serve.add_argument("--report-to", metavar="MAIL", help="mail address for reports of wrong figures", type=_mail)

    commands.add_parser("check", parents=[where], allow_abbrev=False, help="all problems of the data, by file")

    verify = commands.add_parser(
        "verify", parents=[where], allow_abbrev=False,
        help="every figure against its article's text; without --articles, whether the stored proofs still fit",
    )  # fmt: skip
    verify.add_argument("--articles", metavar="DIR", help="folder with the texts, found by sha256, else by name")
    verify.add_argument("--write", action="store_true", help="store what is fully proven in data/proofs/")
    verify.add_argument("--json", action="store_true", help="the report for machines")

    draft = commands.add_parser(
        "draft", parents=[where], allow_abbrev=False,
        help="a first record and a first file of figures for a new article, to be edited",
    )  # fmt: skip
    draft.add_argument("article", metavar="ARTICLE.txt", help="the article's text, in UTF-8")
    draft.add_argument("--id", help="name of both files (default: by outlet, locality and date)")
    draft.add_argument("--stdout", action="store_true", help="print both files instead of writing them")

    export = commands.add_parser("export", parents=[where], allow_abbrev=False, help="the figures as a file")
    export.add_argument("--out", required=True, metavar="DIR", help="folder to write to, created where it is missing")
    export.add_argument("--format", choices=["csv"], default="csv", help="file format (default: csv)")
    export.add_argument("--lang", choices=["vi", "en"], default="vi", help="language of labels and units (default: vi)")
    export.add_argument(
        "--locality",
        nargs="+",
        action="extend",
        default=[],
        metavar="ID",
        help="only these places and what lies in them",
    )
    return parser


def _mail(text: str) -> str:
    """A mail address. Raises ArgumentTypeError for what can't be one."""
    name, at, host = text.partition("@")
    if not (name and at and "." in host) or any(char.isspace() or char in "?&,;<>" for char in text):
        raise argparse.ArgumentTypeError(f"{text!r} is no mail address; give one such as banbientap@example.vn")
    return text


def _names_command(words: list[str]) -> bool:
    """Whether a word stands where the command does (or only help or the version is asked for)."""
    before = ""
    for word in words:
        if word in ("-h", "--help", "--version") or (not word.startswith("-") and before not in _TAKES_VALUE):
            return True
        before = word
    return False


def _serve(root: Path, arguments: argparse.Namespace) -> int:
    from dashboard.serving import serve  # Streamlit takes half a second that check and export need not wait

    return serve(root, arguments.host, arguments.port, arguments.public_url, arguments.report_to)


def _check(root: Path, _arguments: argparse.Namespace) -> int:
    from dashboard.problems import report
    from dashboard.reading import load
    from dashboard.verify.proofs import Proof, status, stored

    dataset, problems = load(root)
    if dataset is None:
        print(report(problems))
        files = len({problem.file for problem in problems})
        print(f"\n{_counted(len(problems), 'problem')} in {_counted(files, 'file')}")
        return 1
    found = f"{_counted(len(dataset.articles), 'article')}, {_counted(len(dataset.entries), 'figure')}"
    print(f"{found}: no problems")
    proofs, damaged = stored(dataset)
    if proofs:
        marks = Counter(status(dataset).values())
        print("proofs: " + ", ".join(f"{marks[mark]} {mark.replace('_', ' ')}" for mark in Proof))
    if damaged:
        print(report(damaged))
    return int(bool(damaged))


def _verify(root: Path, arguments: argparse.Namespace) -> int:
    from dashboard.problems import report
    from dashboard.reading import load
    from dashboard.verify.command import NoTexts, against_proofs, against_texts

    if arguments.write and not arguments.articles:
        return _misuse("--write stores what the texts prove: give their folder with --articles DIR")
    dataset, problems = load(root)
    if dataset is None:
        print(f"{report(problems)}\n\nnothing was verified: the data has problems", file=sys.stderr)
        return 1
    if not arguments.articles:
        code, told = against_proofs(dataset, machine=arguments.json)
    else:
        try:
            code, told = against_texts(root, dataset, arguments.articles, store=arguments.write, machine=arguments.json)
        except NoTexts as error:
            return _misuse(str(error))
        except OSError as error:
            return _misuse(f"--write: the proofs can't be written under {root} ({error.strerror})")
    print(told)
    return code


def _draft(root: Path, arguments: argparse.Namespace) -> int:
    from dashboard.draft.command import drafted, write
    from dashboard.draft.source import NoDraft

    try:
        if not arguments.stdout and root != Path.cwd() and getattr(arguments, "root", None) is None:
            return _misuse("draft: there is no data/ and seeds/ here to write to; give --root DIR, or --stdout")
        made = drafted(root, Path(arguments.article), arguments.id)
        if arguments.stdout:
            print("\n".join(f"# {name}\n{text}" for name, text in made.files.items()), end="")
        else:
            write(root, made)
            print(*made.files, sep="\n")
    except NoDraft as error:
        print(f"doisanh: {error}", file=sys.stderr)
        return error.code
    print(*made.told, sep="\n", file=sys.stderr if arguments.stdout else sys.stdout)
    return 0


def _export(root: Path, arguments: argparse.Namespace) -> int:
    from dashboard.frame import build
    from dashboard.places import descendants, nearest
    from dashboard.problems import report
    from dashboard.reading import load
    from dashboard.table import to_csv

    dataset, problems = load(root)
    if dataset is None:
        print(f"{report(problems)}\n\nnothing was exported: the data has problems", file=sys.stderr)
        return 1
    for asked in arguments.locality:
        if asked not in dataset.localities:
            near = nearest(asked, dataset)
            hint = f"did you mean {' or '.join(near)}?" if near else "the ids are in data/localities.yaml"
            return _misuse(f"--locality {asked}: there is no such place; {hint}")
    frame = build(dataset)
    if arguments.locality:
        wanted = {id for asked in arguments.locality for id in (asked, *descendants(asked, dataset))}
        frame = frame[frame["locality"].isin(wanted)]
    if frame.empty:
        print(f"nothing was exported: no figures of {', '.join(arguments.locality)}", file=sys.stderr)
        return 1
    target = Path(arguments.out).expanduser() / _export_name(dataset.version, arguments)
    try:
        _write(target, to_csv(frame, arguments.lang))
    except OSError as error:
        return _misuse(f"--out {arguments.out}: can't be written to ({error.strerror}); give another folder")
    print(f"{_counted(len(frame), 'figure')}: {target}")
    return 0


def _export_name(version: str, arguments: argparse.Namespace) -> str:
    """Says what the file holds, so that no export takes another's place: places, language, state of the data."""
    places = list(dict.fromkeys(arguments.locality))
    more = [f"and-{len(places) - 3}-more"] if len(places) > 3 else []
    return "_".join(["doisanh_figures", *places[:3], *more, arguments.lang, version]) + ".csv"


def _write(target: Path, content: bytes) -> None:
    """Write all of a file or nothing: beside it first, then in its place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        part.write_bytes(content)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _misuse(message: str) -> int:
    print(f"doisanh: {message}", file=sys.stderr)
    return 2
