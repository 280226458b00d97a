"""The distribution of all figures of one axis, and the rank of a figure in it.

With an article from every commune a panel has thousands of figures. The few chosen places then stand against the rest:
lowest, quartiles, highest, and their rank where the verdict allows an order (``Judgement.unranked``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

from dashboard.figures.comparability import Judgement, Verdict
from dashboard.figures.figure import Figure


@dataclass(frozen=True)
class Distribution:
    """Minimum, quartiles and maximum of the figures of one axis, in the unit drawn (per cent where all have a total).

    ``order``: the values that have a place in an order, from the lowest; empty where no order may be claimed.
    """

    count: int
    low: float
    lower: float
    median: float
    upper: float
    high: float
    judgement: Judgement
    share: bool
    order: tuple[float, ...]
    unranked: frozenset[str]

    @classmethod
    def of(cls, figures: Sequence[Figure], judgement: Judgement) -> Distribution:
        """The distribution of two or more figures that share an axis, with the verdict on them."""
        share = all(figure.out_of for figure in figures)
        values = sorted(drawn(figure, share=share) for figure in figures)
        lower, median, upper = quantiles(values, n=4, method="inclusive")
        unranked = judgement.unranked
        certain = [figure for figure in figures if figure.id not in unranked and figure.as_of.dated]
        order = tuple(sorted(drawn(figure, share=share) for figure in certain))
        allowed = judgement.verdict is not Verdict.NOT_COMPARABLE
        return cls(
            len(values),
            values[0],
            lower,
            median,
            upper,
            values[-1],
            judgement,
            share,
            order if allowed else (),
            unranked,
        )

    def rank(self, figure: Figure) -> int | None:
        """Its rank, 1 for the highest; None where no order may be claimed for it."""
        if not self.order or figure.id in self.unranked or not figure.as_of.dated or figure.value is None:
            return None
        return len(self.order) - bisect_right(self.order, drawn(figure, share=self.share)) + 1


def drawn(figure: Figure, *, share: bool) -> float:
    """The number that a bar shows: the value, or its per cent of the total."""
    assert figure.value is not None
    return figure.value / figure.out_of * 100 if share and figure.out_of else figure.value
