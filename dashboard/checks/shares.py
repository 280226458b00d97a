"""A share says of what, a rating by which rules (DOMAIN.md, "Rating schemes")."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.checks.figures import known, per_cent
from dashboard.dataset import Dataset
from dashboard.models import Base, Kind
from dashboard.problems import Problem


def bases(dataset: Dataset) -> Iterator[Problem]:
    """A share says of what: of all, of those rated, of a subset, or that the article does not say."""
    for entry, indicator in known(dataset):
        figure = entry.figure
        rated = indicator.rating is not None and indicator.kind is not Kind.GRADE
        share = indicator.kind is Kind.SHARE or figure.out_of is not None or (rated and per_cent(indicator))
        if share and figure.base is None:
            yield dataset.figure_problem(
                entry, "indicator", "base is missing: a share of what?", f"add base: {', '.join(Base)}"
            )
        if figure.base is not None and not share and not rated:
            yield dataset.figure_problem(entry, "base", "base of what is no share", "delete it, or give out_of")
        if figure.base is Base.RATED and not rated:
            hint = "write all, subset or not_stated; only a rating is of those rated"
            yield dataset.figure_problem(entry, "base", "base: rated, but this is no rating", hint)
        if figure.base is Base.NOT_STATED and figure.base_note is not None:
            hint = "write the base that base_note tells, or delete it"
            yield dataset.figure_problem(entry, "base", "base: not_stated beside a base_note", hint)
        if figure.base is Base.SUBSET and figure.base_note is None:
            yield dataset.figure_problem(entry, "base", "base: subset, but of which?", "add base_note: {vi: …, en: …}")
        if figure.base_note is not None and figure.base is None:
            yield dataset.figure_problem(entry, "base_note", "base_note without base", "add base, or delete the note")


def schemes(dataset: Dataset) -> Iterator[Problem]:
    """A rating has one scheme: the label's, or the figure's where the label does not decide it."""
    for entry, indicator in known(dataset):
        own, rating = entry.figure.scheme, indicator.rating
        graded = dataset.indicators[entry.figure.indicator].kind is Kind.GRADE
        if own and rating is None and not graded:
            yield dataset.figure_problem(entry, "scheme", f"scheme: {own}, but this is no rating", "delete the line")
        elif own and rating and rating.scheme not in (None, own):
            yield dataset.figure_problem(
                entry,
                "scheme",
                f"scheme: {own}, but its label is of {rating.scheme}",
                "delete the line, or take another indicator",
            )
        elif not own and (graded or (rating and rating.scheme is None)):
            yield dataset.figure_problem(
                entry,
                "indicator",
                "scheme is missing, the label does not decide it",
                "add scheme: and an id of data/schemes.yaml",
            )


RULES = (bases, schemes)
