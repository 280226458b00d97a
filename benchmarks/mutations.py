"""Do the checks catch mistakes? Curators' errors, made one at a time in the curated data, and what becomes of them.

    python -m benchmarks.mutations [--articles DIR] [--root DIR] [--seed N] [--json]

Each error (``benchmarks.errors``) is made in the YAML text of a copy of data/ and seeds/, which is then read as
``doisanh check`` reads it and, where that finds nothing and the articles' texts are at hand (``--articles``, else
../shared/articles), proved as ``doisanh verify`` does. The same data and seed make the same errors.

Where an error can be seen at all is said with it, before anything is tried:

data
    Two things in data/ and seeds/ contradict each other: ``value`` and ``printed``, a sum, a level, a label, a date and
    its reason, two records of one phrase. ``check`` can know these without any text.
text
    The data agrees with itself, only the article's text says otherwise: ``verify`` can know, ``check`` can't. A number
    misread and entered wrong twice, a paragraph, a hedge lost with its word, a figure left out, most years.
none
    Neither says otherwise, so that nothing but a second reader catches it:

    - the base of a share (of all, of those rated, not stated): articles say it in no fixed words, if at all;
    - a scheme for another with the same labels, where the rating has no date or both schemes have that year, and
      "unclear" for any: law decides, not the article;
    - a date whose reason names the wrong year too ("results of 2022 …, hence 2023");
    - digits of a place's code swapped: no text prints codes, and no list of all codes is part of the project;
    - a rating or a zero in words ("không có … yếu kém") left out: no numeral is left over to be missed.

    A figure that had been proven loses its mark all the same (its digest no longer fits), so that most of these are
    noticed where they are made later; in an article that is curated for the first time there is no mark to lose.

The errors are drawn from the very articles that the rules were tried on. What they are worth for others is seen with
``--root``: another folder of data/ and seeds/, whose texts ``--articles`` names.

Exit code 1 where an error that can be seen was caught by neither (with the texts at hand), or where ``check`` caught
under nine in ten of those that can be seen in the data.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from unittest.mock import patch

from benchmarks.edits import Desk
from benchmarks.errors import KINDS, Mutation, Trace, mutations
from dashboard.articles.verify.article import prove
from dashboard.articles.verify.proofs import Proof, status
from dashboard.articles.verify.text_files import Library, State
from dashboard.checks.loading import load
from dashboard.language.numerals import find
from dashboard.records.dataset import Dataset
from dashboard.records.source_files import FIGURES, SEEDS
from dashboard.records.yaml_text import read

HOUSE = Path(__file__).resolve().parents[1]
TEXTS = HOUSE.parent / "shared" / "articles"
PROCESSES = 2
EXAMPLES = 4
"""How many misses of a kind are shown."""

SEEN_IN = {Trace.YAML: "data", Trace.TEXT: "text", Trace.NONE: "none"}
ENOUGH = 0.9
"""What check alone is to catch of what can be seen in the data."""


@dataclass(frozen=True)
class Outcome:
    """What became of an error: who caught it ("check", "verify" or ""), what they said, whether a proof fell."""

    by: str
    said: str = ""
    unmarked: bool = False


Results = Sequence[tuple[Mutation, Outcome]]


class Bench:
    """A copy of the data in an empty folder, made wrong and right again."""

    def __init__(self, root: Path, files: Mapping[str, str], articles: Path | None) -> None:
        self.root, self.files = root, files
        for name in files:
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        self._write(files)
        dataset, _ = load(self.root)
        assert dataset, "the data is right before it is made wrong"
        library = Library(articles) if articles else None
        texts = {name: library.find(dataset, name) for name in dataset.articles} if library else {}
        self.texts = {name: text for name, text in texts.items() if text.state is State.HELD}
        self.before = {name: set(self._said(dataset, name)) for name in self.texts}
        self.marks = status(dataset)

    def outcome(self, mutation: Mutation) -> Outcome:
        """Make it, see who notices, and undo it."""
        self._write(mutation.files)
        dataset, problems = load(self.root)
        self._write({name: self.files[name] for name in mutation.files})
        if dataset is None:
            return Outcome("check", problems[0].message.en)
        now = status(dataset)
        fell = any(mark is Proof.PROVEN and now.get(id) is not mark for id, mark in self.marks.items())
        for article in self._concerned(mutation, dataset):
            said = [one for one in self._said(dataset, article) if one not in self.before[article]]
            if said:
                return Outcome("verify", said[0], fell)
        return Outcome("", "", fell)

    def _said(self, dataset: Dataset, article: str) -> list[str]:
        """What verify says against an article; of the data as it is, nothing."""
        result = prove(dataset, article, self.texts[article])
        left = result.coverage.left_over if result.coverage else ()
        return [one.problem.message.en for one in result.disproofs] + [f"left over: {one.context}" for one in left]

    def _write(self, files: Mapping[str, str]) -> None:
        for name, text in files.items():
            (self.root / name).write_bytes(text.encode())

    def _concerned(self, mutation: Mutation, dataset: Dataset) -> Iterator[str]:
        """The articles whose text is held and whose files are changed; all, where a table is."""
        folders = (f"{FIGURES}/", f"{SEEDS}/")
        own = {Path(name).stem for name in mutation.files}
        table = any(not name.startswith(folders) for name in mutation.files)
        return (name for name in dataset.articles if name in self.texts and (table or name in own))


_benches: list[Bench] = []


def _begin(folder: str, files: Mapping[str, str], articles: Path | None) -> None:
    """Set up a process: a bench of its own, on which only what an error changes is read anew."""
    parsed, found = cache(read), cache(find)
    for module in ("record_files", "dataset"):
        patch(f"dashboard.records.{module}.read", parsed).start()
    for module in ("double_entry", "counted_nouns", "double_claims"):
        patch(f"dashboard.checks.{module}.find", lambda text: list(found(text))).start()
    # The phrase most like one that is not there makes a better message, and takes most of the time.
    patch("dashboard.articles.text.phrases.nearest", lambda *_: None).start()
    _benches.append(Bench(Path(mkdtemp(dir=folder)), files, articles))


def _try(mutation: Mutation) -> Outcome:
    return _benches[-1].outcome(mutation)


def run(desk: Desk, made: Sequence[Mutation], articles: Path | None) -> Results:
    """Try every mutation, in two processes; the results in their order."""
    with (
        TemporaryDirectory(prefix="doisanh-mutations-") as folder,
        ProcessPoolExecutor(PROCESSES, initializer=_begin, initargs=(folder, desk.texts, articles)) as pool,
    ):
        return list(zip(made, pool.map(_try, made, chunksize=4), strict=True))


def by_check(outcome: Outcome) -> bool:
    """Whether check alone caught it."""
    return outcome.by == "check"


def by_either(outcome: Outcome) -> bool:
    """Whether check or verify caught it."""
    return bool(outcome.by)


def seen_in(results: Results, *traces: Trace) -> Results:
    """Those errors that can be seen there."""
    return [(mutation, outcome) for mutation, outcome in results if mutation.trace in traces]


def table(results: Results, texts: bool) -> Iterator[str]:
    """The results by kind, then by where the errors can be seen."""
    yield f"{'':38}{'':>5}   can be seen in      caught by       caught by check"
    yield f"{'kind of error':38}{'made':>5}   data text none    check alone     with verify"
    for name in KINDS:
        own = [one for one in results if one[0].kind == name]
        counts = "".join(f"{len(seen_in(own, trace)) or '·':>5}" for trace in Trace)
        yield f"{name:38}{len(own):5}  {counts}{_caught(own, texts)}"
    yield ""
    for name, some in (
        ("all", results),
        ("can be seen in data or text", seen_in(results, Trace.YAML, Trace.TEXT)),
        ("can be seen in the data", seen_in(results, Trace.YAML)),
        ("can be seen in the text only", seen_in(results, Trace.TEXT)),
        ("can be seen nowhere", seen_in(results, Trace.NONE)),
    ):
        yield f"{name:38}{len(some):5}  {'':15}{_caught(some, texts)}"


def _caught(results: Results, texts: bool) -> str:
    return _share(results, by_check) + (_share(results, by_either) if texts else f"{'no texts':>16}")


def _share(results: Results, caught: Callable[[Outcome], bool]) -> str:
    number = sum(caught(outcome) for _, outcome in results)
    return f"{number:7} {100 * number / len(results):6.1f} %" if results else f"{'-':>16}"


def missed(results: Results, texts: bool) -> Iterator[str]:
    """What was not caught, by where it can be seen, with examples."""
    sought = [(Trace.YAML, "check alone", by_check)]
    sought += [(trace, "check with verify", by_either) for trace in (Trace.YAML, Trace.TEXT) if texts]
    for trace, who, caught in sought:
        own = [mutation for mutation, outcome in seen_in(results, trace) if not caught(outcome)]
        yield f"\ncan be seen in the {SEEN_IN[trace]}, not caught by {who}: {len(own)}"
        yield from _examples(own)
    own = [mutation for mutation, outcome in seen_in(results, Trace.NONE) if not outcome.by]
    fell = sum(outcome.unmarked for _, outcome in seen_in(results, Trace.NONE))
    yield f'\ncan be seen nowhere (the docstring says why), not caught: {len(own)}; a mark "proven" fell with {fell}'
    yield from _examples(own)


def _examples(own: Sequence[Mutation]) -> Iterator[str]:
    for name in KINDS:
        found = [mutation.what for mutation in own if mutation.kind == name]
        yield from (f"  {name}: {what}" for what in found[:EXAMPLES])
        if len(found) > EXAMPLES:
            yield f"  {name}: … and {len(found) - EXAMPLES} more"


def reached(results: Results, texts: bool) -> bool:
    """Whether the goals are: with the texts all that can be seen is caught, without them nine in ten of the data's."""
    data = seen_in(results, Trace.YAML)
    enough = sum(by_check(outcome) for _, outcome in data) >= ENOUGH * len(data)
    return enough and (not texts or all(outcome.by for _, outcome in seen_in(results, Trace.YAML, Trace.TEXT)))


def as_json(results: Results, texts: bool) -> str:
    """Everything, for machines."""
    told = [
        {
            "kind": mutation.kind,
            "what": mutation.what,
            "seen_in": SEEN_IN[mutation.trace],
            "caught_by": outcome.by or None,
            "said": outcome.said,
            "mark_fell": outcome.unmarked,
        }
        for mutation, outcome in results
    ]
    return json.dumps({"texts": texts, "mutations": told}, ensure_ascii=False, indent=1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table and what was missed; the exit code."""
    parser = argparse.ArgumentParser("benchmarks.mutations", description="which errors of curators are caught")
    parser.add_argument("--articles", metavar="DIR", type=Path, help="the texts (default: ../shared/articles)")
    parser.add_argument("--root", metavar="DIR", type=Path, default=HOUSE, help="other data than this project's")
    parser.add_argument("--seed", type=int, default=1, help="another number makes other errors (default: 1)")
    parser.add_argument("--json", action="store_true", help="every error with what became of it")
    asked = parser.parse_args(arguments)
    articles = asked.articles or (TEXTS if TEXTS.is_dir() else None)
    if articles and not articles.is_dir():
        parser.error(f"--articles {articles}: there is no such folder")
    began, texts = time.monotonic(), articles is not None
    desk = Desk(asked.root)
    results = run(desk, mutations(desk, asked.seed), articles)
    told = [as_json(results, texts)] if asked.json else [*table(results, texts), *missed(results, texts)]
    if not asked.json:
        spent = f"{time.monotonic() - began:.0f} s"
        told.append(f"\n{len(results)} errors of {len(KINDS)} kinds, seed {asked.seed}, {spent}")
    sys.stdout.write("\n".join(told) + "\n")
    return 0 if reached(results, texts) else 1


if __name__ == "__main__":
    sys.exit(main())
