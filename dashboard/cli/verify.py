"""``doisanh verify``: every figure against its article's text."""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard.cli.terminal import add_language, load_or_tell, misuse, tell
from dashboard.language.words import Language
from dashboard.records import atomic_write

HELP = "every figure against its article's text; without --articles, whether the stored proofs still fit"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument(
        "--articles", metavar="DIR", help="folder with the texts, found by sha256, else by name; or an article's page"
    )
    parser.add_argument("--write", action="store_true", help="store what is fully proven in data/proofs/")
    parser.add_argument("--json", action="store_true", help="the report for machines")
    add_language(parser, "the report")


def run(root: Path, arguments: argparse.Namespace) -> int:
    """Print the report. Returns 0; 1 with anything disproved or unproven, or with problems in the data; 2 on misuse."""
    from dashboard.cli.verification_report import NoTexts, against_proofs, against_texts
    from dashboard.language.bilingual import Both

    if arguments.write and not arguments.articles:
        return misuse("--write stores what the texts prove: give their folder with --articles DIR")
    language: Language = arguments.lang
    said = Both("chưa đối chiếu gì: dữ liệu có lỗi", "nothing was verified: the data has problems")
    dataset = load_or_tell(root, language, said)
    if dataset is None:
        return 1
    if not arguments.articles:
        code, told = against_proofs(dataset, language, machine=arguments.json)
    else:
        try:
            code, told = against_texts(
                root, dataset, arguments.articles, language, store=arguments.write, machine=arguments.json
            )
        except NoTexts as error:
            return misuse(str(error))
        except OSError as error:
            return misuse(f"--write: the proofs can't be written under {root} ({atomic_write.reason(error)})")
    tell(told)
    return code
