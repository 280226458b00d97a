"""``doisanh check``: all problems of the data, grouped by file."""

from __future__ import annotations

import argparse
import gc
from collections import Counter
from pathlib import Path

from dashboard.cli.terminal import add_language, tell

HELP = "all problems of the data, by file"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    add_language(parser, "the problems")


def run(root: Path, arguments: argparse.Namespace) -> int:
    """Print all problems, or how much data there is and how much of it is proven. Returns 0, or 1 with any problem."""
    from dashboard.articles.verify.proofs import Proof, status, stored
    from dashboard.checks.loading import load
    from dashboard.language.bilingual import Both, counted
    from dashboard.records.problems import count, report

    language = arguments.lang
    gc.disable()  # garbage collection takes a sixth of the time here, and finds nothing to free
    try:
        dataset, problems = load(root)
    finally:
        gc.enable()
    if dataset is None:
        files = len({problem.file for problem in problems})
        sums = counted(count(problems), "lỗi", "problem") + Both(" trong ", " in ") + counted(files, "tệp", "file")
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
