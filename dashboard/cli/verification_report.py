"""What ``doisanh verify`` finds: with the texts it proves every figure, without them it checks the stored proofs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.articles.fetch.download import NotFetched, is_address
from dashboard.articles.verify.article import Result, prove
from dashboard.articles.verify.proof_files import plan, write
from dashboard.articles.verify.proofs import Proof, status, unproven
from dashboard.articles.verify.report import as_json, as_text
from dashboard.articles.verify.text_files import Library, State
from dashboard.cli.fetched_article import fetched
from dashboard.figures.evidence import STANDINGS, standings, standings_table
from dashboard.language.bilingual import Both
from dashboard.language.words import Language
from dashboard.records import atomic_write
from dashboard.records.dataset import Dataset
from dashboard.records.problems import report

_FOUND = (State.HELD, State.CHANGED, State.UNREADABLE)


class NoTexts(Exception):
    """The folder can't be read or holds none of the texts. The message says what to give instead."""


def proved(dataset: Dataset, folder: str) -> tuple[list[Result], Library]:
    """Every article against its text in a folder, or the one whose address is given.

    Raises NoTexts where the folder holds none of those named, or the page has no text.
    """
    if is_address(folder):
        with TemporaryDirectory() as kept:
            _fetch(dataset, folder, Path(kept))
            return _proved(dataset, kept, folder)
    return _proved(dataset, folder, folder)


def _fetch(dataset: Dataset, address: str, kept: Path) -> None:
    """Put the text of a page into a folder, under the name that the record of its article gives it."""
    try:
        found = fetched(address)
    except NotFetched as error:
        raise NoTexts(f"--articles {error}") from error
    ours = [one.text.file for one in dataset.articles.values() if one.address in (address, found.address)]
    atomic_write.write(kept / (next(filter(None, ours), None) or found.name), found.text.encode())


def _proved(dataset: Dataset, folder: str, asked: str) -> tuple[list[Result], Library]:
    try:
        library = Library(Path(folder).expanduser())
    except (OSError, ValueError, RuntimeError) as error:  # ValueError: a name that can't be one; RuntimeError: ~nobody
        reason = error.strerror if isinstance(error, OSError) else error
        raise NoTexts(f"--articles {asked}: can't be read ({reason}); give the folder of the texts") from error
    results = [prove(dataset, article, library.find(dataset, article)) for article in dataset.articles]
    states = {one.text.state for one in results}
    if State.MISSING in states and not states.intersection(_FOUND):
        raise NoTexts(f"--articles {asked}: none of the texts that seeds/ names is there; give their folder")
    return results, library


def against_texts(
    root: Path, dataset: Dataset, folder: str, language: Language, *, store: bool, machine: bool
) -> tuple[int, str]:
    """Exit code and report; with ``store`` the proofs are written too.

    The code is 1 where a figure is disproved, a numeral is left over, or a text was changed or can't be read. A missing
    text proves nothing and fails nothing. Raises NoTexts, and OSError where the proofs can't be written.
    """
    results, library = proved(dataset, folder)
    code = int(any(one.failed for one in results) or bool(library.unreadable))
    written, deleted = write(root, dataset, results) if store else ([], [])
    if machine:
        told = {"exit": code, "written": written, "deleted": deleted}
        told |= as_json(dataset, results, library.unreadable, language)
        return code, json.dumps(told, ensure_ascii=False, indent=1)
    lines = [as_text(dataset, results, library.unreadable, language)]
    kept_back = [one.article for one in results if one.text.state is State.HELD and not one.complete] if store else []
    why = Both(": không ghi kết quả khi còn chỗ bài không như vậy hoặc con số còn sót",
               ": no proof is written while anything is disproved or left over")  # fmt: skip
    lines += [article + why[language] for article in kept_back]
    lines += [Both("đã ghi: ", "written: ")[language] + name for name in written]
    lines += [Both("đã xóa: ", "deleted: ")[language] + name for name in deleted]
    if not (store or code) and any(plan(dataset, results)):
        not_these = Both("kết quả đã lưu khác kết quả này: thêm --write để lưu",
                         "the stored proofs are not these: add --write to store them")  # fmt: skip
        lines.append(not_these[language])
    return code, "\n".join(lines)


def against_proofs(dataset: Dataset, language: Language, *, machine: bool) -> tuple[int, str]:
    """Exit code and report from the stored proofs alone; 1 where a figure whose text is declared held has none.

    As JSON: ``exit``, ``figures`` (state by figure id, see ``Proof``), ``evidence`` (how many figures stand on what: a
    list of ``by``: all, level or year; ``name``; and the counts ``proven``, ``proven_in_part``, ``seen_again``,
    ``noted``), ``problems``.
    """
    marks, problems = status(dataset), sorted(unproven(dataset))
    if machine:
        evidence = [
            {"by": by, "name": name} | {one: counts[one] for one in STANDINGS}
            for (by, name), counts in standings(dataset, marks).items()
        ]
        told = {"exit": int(bool(problems)), "figures": marks, "evidence": evidence}
        told["problems"] = [one.as_dict(language) for one in problems]
        return int(bool(problems)), json.dumps(told, ensure_ascii=False, indent=1)
    counts = Counter(marks.values())
    proven, missing = sum(n for mark, n in counts.items() if mark.checked), counts[Proof.NOT_PROVEN]
    unheld = len(marks) - proven - missing
    line = Both(
        f"{proven}/{len(marks)} số liệu đã đối chiếu, {missing} chưa đối chiếu, {unheld} thuộc bài không lưu văn bản",
        f"{proven}/{len(marks)} figures have a proof that fits, {missing} have not, {unheld} are of texts not held",
    )[language]
    blocks = [*([report(problems, language)] if problems else []), line, "\n".join(_table(dataset, marks, language))]
    return int(bool(problems)), "\n\n".join(blocks)


def _table(dataset: Dataset, marks: Mapping[str, Proof], language: Language) -> Iterator[str]:
    """On what the figures stand, by level and year, each column as wide as its head."""
    heads, rows = standings_table(dataset, marks, language)
    first = max(len(row[0]) for row in rows) if rows else 0
    for row in (heads, *rows):
        cells = (cell.rjust(len(head)) for cell, head in zip(row[1:], heads[1:], strict=True))
        yield "  ".join([row[0].ljust(first), *cells]).rstrip()
