"""The content of an exported file: chosen figures, and everything that they refer to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from dashboard.articles.verify.proofs import Proof
from dashboard.charts.view import ALL
from dashboard.export import reference_tables
from dashboard.export.blanks import Missing, missing
from dashboard.export.columns import figure_columns
from dashboard.export.table_view import TableView, scope, select
from dashboard.export.tables import Table, values
from dashboard.figures.page_link import at_phrase
from dashboard.language.words import Language
from dashboard.records.dataset import Dataset
from dashboard.records.places import ancestors


@dataclass(frozen=True, eq=False)
class Extract:
    """Rows of the frame (``figure_columns.COLUMNS``) of a data set, and the language for texts.

    ``places`` and ``indicators``: those chosen, None for all; they decide which missing figures are listed. ``scope``:
    the choice in a few ASCII words for the file's name; empty for everything.
    """

    dataset: Dataset
    rows: pd.DataFrame
    proofs: Mapping[str, Proof]
    language: Language = "vi"
    places: Collection[str] | None = None
    indicators: Collection[str] | None = None
    scope: tuple[str, ...] = ()

    @cached_property
    def figures(self) -> Table:
        """One row a figure: the columns of the frame, the proof and the link, in both languages."""
        marks = [self.proofs.get(id) for id in self.rows["figure_id"]]
        proof = pd.Series([mark and str(mark) for mark in marks], index=self.rows.index, dtype="str")
        found = [self.dataset.by_id.get(id) for id in self.rows["figure_id"]]  # None: computed
        links = [(entry and at_phrase(entry, self.dataset)) or None for entry in found]
        link = pd.Series(links, index=self.rows.index, dtype="str")
        rows = list(values(self.rows.assign(proof=proof, link=link)))
        return Table("figures", figure_columns(), rows, "figure_id")

    @cached_property
    def indicators_table(self) -> Table:
        """The indicators of the figures and blanks, of the inputs of computed figures, and of the wholes they are part
        of."""
        wanted = {*self.rows["indicator"], *(one.indicator for one in self._missing if one.indicator)}
        wanted |= {self.dataset.by_id[id].figure.indicator for id in self._inputs if id in self.dataset.by_id}
        pending = list(wanted)
        while pending:
            whole = self.dataset.indicators[pending.pop()].part_of
            if whole and whole not in wanted:
                wanted.add(whole)
                pending.append(whole)
        return reference_tables.indicators(self.dataset, wanted if self._partial else None)

    @cached_property
    def localities_table(self) -> Table:
        """The places of the figures, blanks and articles, and the places that they lie in."""
        wanted = {*self.rows["locality"], *(one.locality for one in self._missing)}
        wanted |= {self.dataset.articles[id].locality for id in self._articles}
        wanted |= {around for id in wanted for around in ancestors(id, self.dataset)}
        return reference_tables.localities(self.dataset, wanted if self._partial else None)

    @cached_property
    def sources_table(self) -> Table:
        """The articles of the figures and blanks."""
        return reference_tables.sources(self.dataset, self.proofs, self._articles if self._partial else None)

    @cached_property
    def blanks_table(self) -> Table:
        """The missing figures of the chosen places and indicators, with the reasons."""
        return reference_tables.blanks(self._missing)

    @cached_property
    def rules_table(self) -> Table | None:
        """The rules of comparison; None where the data has none."""
        return reference_tables.rules(self.dataset)

    @property
    def _partial(self) -> bool:
        return bool(self.scope)

    @cached_property
    def _articles(self) -> set[str]:
        found = {*self.rows["article"], *(one.article for one in self._missing if one.article)}
        return found | {self.dataset.by_id[id].article for id in self._inputs if id in self.dataset.by_id}

    @cached_property
    def _inputs(self) -> set[str]:
        """The ids of the figures that the computed ones were made of."""
        return {id for inputs in self.rows["inputs"].dropna() for id in inputs.split()}

    @cached_property
    def _missing(self) -> list[Missing]:
        return [
            one
            for one in missing(self.dataset)
            if (self.places is None or one.locality in self.places)
            and (self.indicators is None or one.indicator in self.indicators)
        ]


def whole(dataset: Dataset, frame: pd.DataFrame, proofs: Mapping[str, Proof], language: Language = "vi") -> Extract:
    """Everything."""
    return Extract(dataset, frame, proofs, language)


def chosen(dataset: Dataset, frame: pd.DataFrame, proofs: Mapping[str, Proof], view: TableView) -> Extract:
    """The extract of a view of the table: its rows, with the missing figures of its places and indicators.

    Where the view also filters by year, word or kind of figure, only places and indicators that still have rows count.
    """
    rows = select(dataset, frame, view)
    if not scope(view):
        return whole(dataset, rows, proofs, view.language)
    places: set[str] | None = None
    if view.places:
        places = {*view.places, *(id for id in dataset.localities if {*ancestors(id, dataset)} & {*view.places})}
    if view.level != ALL:
        places = {id for id in places or dataset.localities if dataset.localities[id].level == view.level}
    indicators: set[str] | None = None
    if view.theme != ALL or view.indicator != ALL:
        indicators = {
            id
            for id, one in dataset.indicators.items()
            if view.theme in (ALL, one.theme) and view.indicator in (ALL, id)
        }
    if view.text or view.figures != ALL or view.first_year or view.last_year:
        places = set(rows["locality"]) if places is None else places & set(rows["locality"])
        indicators = set(rows["indicator"]) if indicators is None else indicators & set(rows["indicator"])
    return Extract(dataset, rows, proofs, view.language, places, indicators, scope(view))


def around(
    dataset: Dataset, frame: pd.DataFrame, proofs: Mapping[str, Proof], place: str, language: Language
) -> Extract:
    """The figures of a place and of the places in it, with their missing figures; named after the place."""
    within = [id for id in frame["locality"].unique() if place in ancestors(id, dataset)]
    return replace(chosen(dataset, frame, proofs, TableView(language, (place, *within))), scope=(place,))
