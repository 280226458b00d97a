"""``doisanh serve``: the dashboard, in a browser."""

from __future__ import annotations

import argparse
from pathlib import Path

HELP = "the dashboard, in a browser"
_MOST_WORKERS = 64


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command. A new one that takes a value also goes into ``main.TAKES_VALUE``."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8501, help="port to listen on, 0 for a free one (default: 8501)")
    parser.add_argument("--public-url", metavar="URL", help="address under which others reach it")
    parser.add_argument("--report-to", metavar="MAIL", help="mail address for reports of wrong figures", type=_mail)
    parser.add_argument(
        "--log", choices=("none", "requests", "addresses"), default="none",
        help="a line for each request, without or with the visitor's network address (default: none)",
    )  # fmt: skip
    parser.add_argument(
        "--workers", type=_count, default=1, metavar="N",
        help="processes that share the visitors, one for each processor; each holds the data (default: 1)",
    )  # fmt: skip
    parser.add_argument("--metrics", action="store_true", help="counts of sessions and memory at /_stcore/metrics")


def run(root: Path, arguments: argparse.Namespace) -> int:
    """Serve until Ctrl+C. Returns the exit code: 0 after that, 2 where the server can't start."""
    from dashboard.web.server.serving import serve  # Streamlit takes half a second: no other command waits for it

    host, port, url, mail = arguments.host, arguments.port, arguments.public_url, arguments.report_to
    more = {"metrics": arguments.metrics, "log": arguments.log, "workers": arguments.workers}
    return serve(root, host, port, url, mail, **more)


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
