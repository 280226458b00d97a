"""How much of what curators wrote does ``doisanh draft`` propose from the articles' texts alone?

    python -m benchmarks.draft DIR          the curated articles whose texts are in DIR (they are not in the repository)
    python -m benchmarks.draft              the texts of tests/draft/texts, written for it with traps

A figure counts as having its value right where the draft proposes, at the very numerals of the curated phrase, the same
value, total, value before and hedge (or grade); as having its indicator right where that indicator is the one written
or, where it is left to be decided, the first of the candidates. "Wrong, unmarked" is the worst that a draft can do: an
indicator written as if it were sure, and not the right one. Draft proposals where no figure was curated are "beyond".
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from dashboard.draft.drafting import Draft, draft
from dashboard.draft.proposal import Open, Proposal
from dashboard.draft.source import Source, read_source
from dashboard.draft.tables import Tables, read_tables
from dashboard.models import Locality
from dashboard.verify.phrases import Found, locate
from dashboard.yamltext import read

HOUSE = Path(__file__).resolve().parents[1]
OWN = HOUSE / "tests" / "draft" / "texts"


@dataclass
class Score:
    """The counts of one article. ``fits`` are curated figures that one of the indicators fits."""

    name: str
    figures: int = 0
    values: int = 0
    fits: int = 0
    indicators: int = 0
    written: int = 0
    wrong: int = 0
    beyond: int = 0
    dates: int = 0
    dated: int = 0
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
        place = locate(figure["printed"], figure["paragraph"], source.paragraphs)
        assert isinstance(place, Found), (name, figure["printed"])
        here = [
            one
            for one in free
            if one.paragraph == figure["paragraph"] and one.start < place.end and one.end > place.start
        ]
        same = [one for one in here if _numbers(one) == _wanted(figure)]
        wanted = figure.get("indicator")
        told.fits += wanted is not None
        same.sort(key=lambda one: one.indicators[:1] != (wanted,))
        if not same:
            told.misses.append(f"value: {figure['printed']} [{', '.join(str(_numbers(one)) for one in here)}]")
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
            told.dates += 1
            told.dated += _as_of(one, made) == str(figure.get("as_of") or truth["as_of"])
    told.beyond = len(free)
    told.misses += [f"beyond: paragraph {one.paragraph}: {one.printed}" for one in free]
    return told


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
    return (*numbers, figure.get("grade"), figure.get("hedge"))


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


def own() -> Iterator[tuple[str, dict[str, Any], Source]]:
    """The texts written for this."""
    for path in sorted(OWN.glob("*.txt")):
        truth = read(path.with_suffix(".yaml").read_bytes(), path.name).data
        yield path.stem, truth, read_source(path.name, path.read_bytes())


def own_tables() -> Tables:
    """The project's tables, with the made-up places of the texts written for this."""
    tables = read_tables(HOUSE)
    made_up = read((OWN / "localities.yaml").read_bytes(), "localities.yaml").data["localities"]
    return Tables(tables.indicators, {one["id"]: Locality.model_validate(one) for one in made_up}, tables.schemes)


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
    }
    return ", ".join(f"{key} {word}" for key, word in said.items())


def main(arguments: list[str]) -> int:
    """Tell one line for each article, the sum, and with -v what was missed."""
    folders = [Path(one) for one in arguments if not one.startswith("-")]
    articles = list(curated(folders[0]) if folders else own())
    tables = read_tables(HOUSE) if folders else own_tables()
    total = Score("all")
    _tell(f"{'article':28}" + "".join(f"{one:>17}" for one in COLUMNS))
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


COLUMNS = "figures", "value right", "of", "indicator right", "unmarked", "wrong, unmarked", "beyond", "date right"


def _line(one: Score) -> str:
    cells = (
        one.figures, _part(one.values, one.figures), one.fits, _part(one.indicators, one.fits),
        _part(one.written, one.fits), one.wrong, one.beyond, _part(one.dated, one.dates),
    )  # fmt: skip
    return f"{one.name:28}" + "".join(f"{cell!s:>17}" for cell in cells)


def _part(part: int, whole: int) -> str:
    return f"{part} ({100 * part / whole:.0f} %)" if whole else "-"


def _tell(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
