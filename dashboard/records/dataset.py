"""The data set: all records of one root folder, and the place of each value in its file."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from dashboard.language.bilingual import Both
from dashboard.language.dates import Period
from dashboard.records.models.article import Article
from dashboard.records.models.chart import Chart, Theme
from dashboard.records.models.fields import Text
from dashboard.records.models.figure import Blank, FigureFile, FigureRecord, Quotient, Sum
from dashboard.records.models.indicator import Indicator, Kind, Scheme
from dashboard.records.models.locality import Locality
from dashboard.records.models.rule import Rule
from dashboard.records.problems import Problem
from dashboard.records.reference_period import ReferencePeriod
from dashboard.records.source_files import LOCALITIES
from dashboard.records.unit_search import Finder
from dashboard.records.units import Units
from dashboard.records.yaml_text import Marks, Path, read


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure, with the place and date that its file gives for all its figures. ``path`` is its path in ``file``.

    ``reference`` is its id inside its article, as ``sums`` write it: the indicator, then ``@locality`` and ``~key`` if
    it has its own. ``id`` is ``article/reference``.
    """

    figure: FigureRecord
    article: str
    file: str
    path: Path
    default_locality: str
    default_as_of: Period
    default_inferred: Text | None
    reference: str = field(init=False)
    id: str = field(init=False)

    def __post_init__(self) -> None:
        figure = self.figure
        reference = figure.indicator
        if figure.locality:
            reference += f"@{figure.locality}"
        if figure.key:
            reference += f"~{figure.key}"
        object.__setattr__(self, "reference", reference)
        object.__setattr__(self, "id", f"{self.article}/{reference}")

    @property
    def locality(self) -> str:
        """The id of the place it is about."""
        return self.figure.locality or self.default_locality

    @property
    def as_of(self) -> Period:
        """Its date or period."""
        return self.figure.as_of or self.default_as_of

    @property
    def inferred(self) -> Text | None:
        """Why the date is believed; None if it is printed."""
        if self.figure.inferred or self.figure.as_of:
            return self.figure.inferred
        return self.default_inferred


@dataclass(frozen=True)
class Dataset:
    """Every record by id, in the order written; ``entries`` are the figures of all articles, in file order.

    ``digest`` is that of the content (64 hexadecimal digits). ``positions`` maps ("indicators", id) and the like to a
    file and a path in it. ``broken`` names records that exist but could not be read, so that references to them are
    not reported; the id "*" means all of a kind. ``readable_items`` has, for a list of a file
    that lost broken items, the indexes of the others; ``texts`` the bytes of each file.
    """

    digest: str
    schemes: dict[str, Scheme]
    indicators: dict[str, Indicator]
    localities: dict[str, Locality]
    rules: dict[str, Rule]
    themes: dict[str, Theme]
    charts: dict[str, Chart]
    articles: dict[str, Article]
    files: dict[str, FigureFile]
    entries: tuple[Entry, ...]
    positions: dict[tuple[str, str], tuple[str, Path]]
    broken: frozenset[tuple[str, str]] = frozenset()
    readable_items: dict[tuple[str, str], list[int]] = field(default_factory=dict, repr=False)
    texts: dict[str, bytes] = field(default_factory=dict, repr=False)
    finder: Finder = field(default_factory=lambda: Finder(Units([])), repr=False, compare=False)
    _marks: dict[str, Marks] = field(default_factory=dict, repr=False, compare=False)

    @property
    def units(self) -> Units:
        """All administrative units, be there figures of them or not."""
        return self.finder.units

    @cached_property
    def version(self) -> str:
        """The data version of exports: eight digits of the digest and the date of the latest curation."""
        latest = max((str(article.curated) for article in self.articles.values()), default="")
        return "-".join(filter(None, (self.digest[:8], latest)))

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """The figures by id."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def entries_with_indicator(self) -> tuple[tuple[Entry, Indicator], ...]:
        """The figures whose indicator exists, each with its indicator."""
        found = ((entry, self.indicators.get(entry.figure.indicator)) for entry in self.entries)
        return tuple((entry, indicator) for entry, indicator in found if indicator)

    def only(self, names: Collection[str]) -> Dataset:
        """The same tables with only some of the articles."""
        return replace(
            self,
            articles={name: self.articles[name] for name in names if name in self.articles},
            files={name: self.files[name] for name in names if name in self.files},
            entries=tuple(entry for name in names for entry in self.by_article.get(name, ())),
        )

    @cached_property
    def told_apart(self) -> dict[str, str]:
        """What tells an article from others of one outlet and date: its title, or its id where another has that title.

        Articles that are alone with their outlet and date are not in it.
        """
        alike: dict[tuple[str, str], list[Article]] = {}
        for article in self.articles.values():
            alike.setdefault((article.outlet.value, article.published.date.text), []).append(article)
        found: dict[str, str] = {}
        for articles in alike.values():
            titles = [article.title for article in articles]
            if len(articles) > 1:
                found |= {one.id: one.id if titles.count(one.title) > 1 else f"“{one.title}”" for one in articles}
        return found

    @property
    def blanks(self) -> Iterator[tuple[str, Path, str, Blank]]:
        """The blanks: file, path in it, article, record."""
        return self._items("blanks")

    @cached_property
    def blanks_by_indicator(self) -> dict[str, list[tuple[str, str, Blank]]]:
        """The blanks by indicator: place, article, record."""
        found: dict[str, list[tuple[str, str, Blank]]] = {}
        for article, file in self.files.items():
            for blank in file.blanks:
                found.setdefault(blank.indicator, []).append((blank.locality or file.locality, article, blank))
        return found

    @property
    def sums(self) -> Iterator[tuple[str, Path, str, Sum]]:
        """The sums: file, path in it, article, record."""
        return self._items("sums")

    @property
    def quotients(self) -> Iterator[tuple[str, Path, str, Quotient]]:
        """The printed shares with their counts and totals: file, path in it, article, record."""
        return self._items("quotients")

    def dating(self, entry: Entry) -> ReferencePeriod:
        """The date of a figure, with its meaning for what the indicator counts."""
        figure, indicator = entry.figure, self.indicators[entry.figure.indicator]
        return ReferencePeriod(
            entry.as_of,
            indicator.adds_up or bool(figure.average),
            figure.term,
            None if figure.length is None else float(figure.length),
            figure.since,
            None if indicator.kind is Kind.TARGET else self.articles[entry.article].published.date.end,
        )

    def _items(self, name: str) -> Iterator[Any]:
        for article, one in self.files.items():
            indexes = self.readable_items.get((article, name)) or range(len(getattr(one, name)))
            for index, item in zip(indexes, getattr(one, name), strict=True):
                yield self.positions["files", article][0], (name, index), article, item

    @cached_property
    def by_article(self) -> dict[str, tuple[Entry, ...]]:
        """The figures of each article that has a file of figures, in the order written."""
        found: dict[str, list[Entry]] = {article: [] for article in self.files}
        for entry in self.entries:
            found[entry.article].append(entry)
        return {article: tuple(entries) for article, entries in found.items()}

    def has(self, kind: str, id: str) -> bool:
        """Whether a record exists, broken ones included; true for any id if the whole file could not be read."""
        return id in getattr(self, kind) or (kind, id) in self.broken or (kind, "*") in self.broken

    def unread(self, article: str) -> bool:
        """Whether an article has a figure that could not be read, or one of an unknown indicator or place.

        A reference that leads nowhere may mean that one.
        """
        if ("figures", article) in self.broken or ("files", article) in self.broken:
            return True
        return any(
            entry.figure.indicator not in self.indicators or entry.locality not in self.localities
            for entry in self.by_article.get(article, ())
        )

    def located(self, kind: str, id: str, *path: Any) -> tuple[str, int, int]:
        """File, line and column of a record (kind "indicators", "articles", …) or a field of it."""
        if (kind, id) not in self.positions:  # of a place that has no record of its own
            return LOCALITIES, 0, 0
        file, base = self.positions[kind, id]
        return (file, *self.marks(file).value((*base, *path)))

    def at(self, entry: Entry, *path: Any) -> tuple[str, int, int]:
        """File, line and column of a figure or of a field of it (of the figure, where it lacks the field)."""
        return (entry.file, *self.marks(entry.file).value((*entry.path, *path)))

    def problem(self, kind: str, id: str, path: tuple[Any, ...], message: Both, hint: Both) -> Problem:
        """A problem with a record, at a field of it."""
        return Problem(*self.located(kind, id, *path), message, hint)

    def figure_problem(self, entry: Entry, name: str, message: Both, hint: Both) -> Problem:
        """A problem with a figure, at its property ``name``; the message begins with its reference."""
        return Problem(*self.at(entry, name), f"{entry.reference}: " + message, hint)

    def marks(self, file: str) -> Marks:
        """The places of a file's values; the file is read again for them, since only problems need them."""
        if file not in self._marks:
            self._marks[file] = read(self.texts[file], file, with_marks=True).marks
        return self._marks[file]
