"""What every command prints, and the one place that prints it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.language.printable import harmless
from dashboard.language.words import LANGUAGES, Language

if TYPE_CHECKING:
    from dashboard.language.bilingual import Both
    from dashboard.records.dataset import Dataset


def tell(text: str, *, error: bool = False, end: str = "\n") -> None:
    """Print a text on stdout, or (``error``) on stderr."""
    print(harmless(text), end=end, file=sys.stderr if error else sys.stdout, flush=True)


def misuse(message: str) -> int:
    """Print what was wrong with the command line. Returns the exit code for it: 2."""
    tell(f"doisanh: {message}", error=True)
    return 2


def add_language(parser: argparse.ArgumentParser, what: str) -> None:
    """The option ``--lang``; ``what`` names the text whose language it is."""
    parser.add_argument("--lang", choices=LANGUAGES, default="vi", help=f"language of {what} (default: vi)")


def load_or_tell(root: Path, language: Language, otherwise: Both) -> Dataset | None:
    """The data under ``root``. None where it has problems: they are printed, then what was not done (``otherwise``)."""
    from dashboard.checks.loading import load
    from dashboard.records.problems import report

    dataset, problems = load(root)
    if dataset is None:
        tell(f"{report(problems, language)}\n\n{otherwise[language]}", error=True)
    return dataset
