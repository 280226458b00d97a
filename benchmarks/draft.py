"""How much of what curators wrote does ``doisanh draft`` propose from the articles' texts alone?

    python -m benchmarks.draft DIR      the texts of DIR with a key beside each (NAME.txt, NAME.yaml; localities.yaml),
                                        and the curated articles whose texts are in DIR
    python -m benchmarks.draft          the texts of tests/articles/draft/texts, written for it with traps
    -v                                  also what was missed

A figure counts as having its value right where the draft proposes, at the very numerals of the curated phrase, the same
value, total, value before and hedge (or grade), and where it leaves a value open that the key leaves to be decided; as
having its indicator right where that indicator is the one written or, where it is left to be decided, the first of the
candidates. "Wrong" is the worst that a draft can do: a value, indicator, date or place written without a mark, and not
the one of the key. A date that is written as inferred counts as written. Draft proposals where no figure was curated
are "beyond", and wrong where their indicator bears no mark. "In words" are the amounts without a numeral that the key
has under ``words``: proposed, of all.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from dashboard.articles.draft.drafting import Draft, draft
from dashboard.articles.draft.proposal import Open, Proposal
from dashboard.articles.draft.reference_tables import Tables, read_tables
from dashboard.articles.draft.source import Source, read_source
from dashboard.articles.text.phrases import Found, locate
from dashboard.records.models.locality import Locality
from dashboard.records.yaml_text import read

HOUSE = Path(__file__).resolve().parents[1]
OWN = HOUSE / "tests" / "articles" / "draft" / "texts"


@dataclass
class Score:
    """The counts of one article. ``fits`` are curated figures that one of the indicators fits.

    ``wrong_…`` are written without a mark and not what the key has.
    """

    name: str
    figures: int = 0
    values: int = 0
    fits: int = 0
    indicators: int = 0
    written: int = 0
    wrong_values: int = 0
    wrong: int = 0
    wrong_dates: int = 0
    wrong_places: int = 0
    beyond: int = 0
    dates: int = 0
    dated: int = 0
    words: int = 0
    worded: int = 0
    misses: list[str] = field(default_factory=list)

    def __add__(self, other: Score) -> Score:
        sums = {key: getattr(self, key) + getattr(other, key) for key in vars(self) if key not in ("name", "misses")}
        return Score(self.name, **sums)


def score(name: str, truth: dict[str, Any], source: Source, made: Draft) -> Score:
    """Compare a draft with what was curated."""
    told = Score(name)
    free = list(made.figures)
    for figure in truth["figures"]:
        told.figures += 1
        here = _here(figure, free, source)
        same = [one for one in here if _numbers(one) == _wanted(figure)]
        wanted = figure.get("indicator")
        told.fits += wanted is not None
        same.sort(key=lambda one: one.indicators[:1] != (wanted,))
        if not same:
            told.misses.append(f"value: {figure['printed']} [{', '.join(str(_numbers(one)) for one in here)}]")
            for one in [one for one in here if not isinstance(one.value, Open)][:1]:
                free.remove(one)
                told.wrong_values += 1
                told.misses.append(f"WRONG value: {figure['printed']}: {_numbers(one)} for {_wanted(figure)}")
            continue
        one = same[0]
        free.remove(one)
        told.values += 1
        first = one.indicators[0] if one.indicators else None
        right = wanted is not None and first == wanted
        told.indicators += right
        told.written += right and one.sure
        if one.sure and not right:
            told.wrong += 1
        if (wanted and not right) or (one.sure and not right):
            told.misses.append(
                f"{'WRONG' if one.sure else 'indicator'}: {figure['printed']}: {one.indicators} for {wanted}"
            )
        if "as_of" in truth:
            _when_and_where(told, figure, truth, one, made)
    for worded in truth.get("words", []):
        told.words += 1
        if found := _here(worded, free, source):
            free.remove(found[0])
            told.worded += 1
        else:
            told.misses.append(f"in words: {worded['printed']}")
    told.beyond = len(free)
    told.wrong += sum(one.sure for one in free)
    told.misses += [
        f"{'WRONG ' * one.sure}beyond: paragraph {one.paragraph}: {one.printed} {one.indicators}" for one in free
    ]
    return told


def _here(figure: dict[str, Any], free: list[Proposal], source: Source) -> list[Proposal]:
    """The proposals whose number stands in a key's phrase."""
    place = locate(figure["printed"], figure["paragraph"], source.paragraphs)
    assert isinstance(place, Found), (source.name, figure["printed"])
    return [one for one in free
            if one.paragraph == figure["paragraph"] and one.start < place.end and one.end > place.start]  # fmt: skip


def _when_and_where(told: Score, figure: dict[str, Any], truth: dict[str, Any], one: Proposal, made: Draft) -> None:
    """Whether date and place are the key's, left to be decided, or written and wrong."""
    told.dates += 1
    when, wanted = _as_of(one, made), str(figure.get("as_of") or truth["as_of"])
    told.dated += when == wanted
    if when not in ("", wanted):
        told.wrong_dates += 1
        told.misses.append(f"WRONG date: {figure['printed']}: {when} for {wanted}")
    where, meant = one.locality or made.where.id, figure.get("locality") or truth.get("locality")
    if isinstance(where, str) and where != meant:
        told.wrong_places += 1
        told.misses.append(f"WRONG place: {figure['printed']}: {where} for {meant}")


def _numbers(one: Proposal) -> tuple[Any, ...]:
    value = None if isinstance(one.value, Open) else one.value
    return (
        value,
        one.out_of,
        one.before,
        one.grade and str(one.grade),
        one.hedge and str(one.hedge) if value is not None else None,
    )


def _wanted(figure: dict[str, Any]) -> tuple[Any, ...]:
    numbers = [None if figure.get(key) is None else Decimal(str(figure[key])) for key in ("value", "out_of", "before")]
    decided = numbers[0] is not None  # a value that is left to be decided has its hedge in the words that say so
    return (*numbers, figure.get("grade"), figure.get("hedge") if decided else None)


def _as_of(one: Proposal, made: Draft) -> str:
    return "" if isinstance(one.as_of, Open) else one.as_of or made.heading.date


def curated(folder: Path) -> Iterator[tuple[str, dict[str, Any], Source]]:
    """The curated articles whose texts are in a folder: name, figures, text."""
    texts = {sha256(path.read_bytes()).hexdigest(): path for path in sorted(folder.iterdir()) if path.is_file()}
    for path in sorted((HOUSE / "seeds").glob("*.yaml")):
        stored = read(path.read_bytes(), path.name).data["text"].get("sha256")
        if stored in texts:
            truth = read((HOUSE / "data" / "figures" / path.name).read_bytes(), path.name).data
            yield path.stem, truth, read_source(texts[stored].name, texts[stored].read_bytes())


def keyed(folder: Path) -> Iterator[tuple[str, dict[str, Any], Source]]:
    """The texts of a folder that have a key beside them."""
    for path in sorted(folder.glob("*.txt")):
        if path.with_suffix(".yaml").exists():
            truth = read(path.with_suffix(".yaml").read_bytes(), path.name).data
            yield path.stem, truth, read_source(path.name, path.read_bytes())


def tables_of(folder: Path) -> Tables:
    """The project's tables, with the made-up places of a folder of texts where it has any."""
    tables, made_up = read_tables(HOUSE), folder / "localities.yaml"
    if not made_up.exists():
        return tables
    places = read(made_up.read_bytes(), made_up.name).data["localities"]
    return Tables(tables.indicators, {one["id"]: Locality.model_validate(one) for one in places}, tables.schemes)


def heading(truth: dict[str, Any], made: Draft) -> str:
    """What became of title, outlet, date, byline and locality: right, open, or WRONG."""
    titles = made.heading.titles
    found = {
        "title": titles[0] if len(titles) == 1 else None, "outlet": made.heading.outlet or None,
        "date": made.heading.date or None, "byline": made.heading.byline or None, "locality": made.where.id,
    }  # fmt: skip
    wanted = {key: None if truth.get(key) is None else str(truth[key]) for key in found}
    said = {
        key: "right" if found[key] == wanted[key] else "open" if found[key] is None else f"WRONG ({found[key]})"
        for key in found
        if key in truth
    }
    return ", ".join(f"{key} {word}" for key, word in said.items())


def main(arguments: list[str]) -> int:
    """Tell one line for each article, the sum, and with -v what was missed."""
    folder = next((Path(one) for one in arguments if not one.startswith("-")), OWN)
    articles = [*keyed(folder), *curated(folder)]
    tables = tables_of(folder)
    total = Score("all")
    _tell(f"{'article':28}" + "".join(f"{one:>16}" for one in COLUMNS))
    for name, truth, source in articles:
        made = draft(source, tables)
        one = score(name, truth, source, made)
        total += one
        _tell(_line(one))
        if "-v" in arguments:
            _tell(*(f"    {miss}" for miss in one.misses))
            if "title" in truth:
                _tell(f"    {heading(truth, made)}")
    _tell(_line(total))
    return 0 if articles else 1


COLUMNS = (
    "figures", "value right", "of", "indicator right", "unmarked", "date right", "in words",
    "wrong: value", "indicator", "date", "place", "beyond",
)  # fmt: skip


def _line(one: Score) -> str:
    cells = (
        one.figures, _part(one.values, one.figures), one.fits, _part(one.indicators, one.fits),
        _part(one.written, one.fits), _part(one.dated, one.dates), _part(one.worded, one.words),
        one.wrong_values, one.wrong, one.wrong_dates, one.wrong_places, one.beyond,
    )  # fmt: skip
    return f"{one.name:28}" + "".join(f"{cell!s:>16}" for cell in cells)


def _part(part: int, whole: int) -> str:
    return f"{part} ({100 * part / whole:.0f} %)" if whole else "-"


def _tell(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
