"""A share says what it is a share of, a rating by which scheme it was given."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.language.bilingual import Both, any_of
from dashboard.records.dataset import Dataset
from dashboard.records.models.figure import Base
from dashboard.records.models.indicator import Kind
from dashboard.records.problems import Problem


def bases(dataset: Dataset) -> Iterator[Problem]:
    """A share says of what: of all, of those rated, of a subset, or that the article does not say."""
    for entry, indicator in dataset.entries_with_indicator:
        figure = entry.figure
        rated = indicator.rating is not None and indicator.kind is not Kind.GRADE
        share = indicator.kind is Kind.SHARE or figure.out_of is not None or (rated and indicator.in_per_cent)
        if share and figure.base is None:
            yield dataset.figure_problem(
                entry,
                "indicator",
                Both("thiếu base: tỷ lệ của cái gì?", "base is missing: a share of what?"),
                Both("thêm ", "add ") + "base: " + any_of(list(Base)),
            )
        if figure.base is not None and not share and not rated:
            yield dataset.figure_problem(
                entry,
                "base",
                Both("có base dù không phải tỷ lệ", "base of what is no share"),
                Both("xóa đi, hoặc thêm out_of", "delete it, or give out_of"),
            )
        if figure.base is Base.RATED and not rated:
            hint = Both(
                "viết all, subset hoặc not_stated; chỉ số xếp loại mới tính trên số được xếp loại",
                "write all, subset or not_stated; only a rating is of those rated",
            )
            message = "base: rated" + Both(", nhưng đây không phải số xếp loại", ", but this is no rating")
            yield dataset.figure_problem(entry, "base", message, hint)
        if figure.base is Base.NOT_STATED and figure.base_note is not None:
            hint = Both(
                "viết base đúng như base_note nêu, hoặc xóa base_note",
                "write the base that base_note tells, or delete it",
            )
            message = "base: not_stated" + Both(" mà lại có base_note", " beside a base_note")
            yield dataset.figure_problem(entry, "base", message, hint)
        if figure.base is Base.SUBSET and figure.base_note is None:
            message = "base: subset" + Both(", nhưng là phần nào?", ", but of which?")
            yield dataset.figure_problem(entry, "base", message, Both("thêm ", "add ") + "base_note: {vi: …, en: …}")
        if figure.base_note is not None and figure.base is None:
            message = Both("có base_note mà thiếu base", "base_note without base")
            hint = Both("thêm base, hoặc xóa base_note", "add base, or delete the note")
            yield dataset.figure_problem(entry, "base_note", message, hint)


def schemes(dataset: Dataset) -> Iterator[Problem]:
    """A rating has one scheme: the label's, or the figure's where the label does not decide it."""
    for entry, indicator in dataset.entries_with_indicator:
        own, rating = entry.figure.scheme, indicator.rating
        graded = dataset.indicators[entry.figure.indicator].kind is Kind.GRADE
        if own and rating is None and not graded:
            message = f"scheme: {own}" + Both(", nhưng đây không phải số xếp loại", ", but this is no rating")
            yield dataset.figure_problem(entry, "scheme", message, Both("xóa dòng này", "delete the line"))
        elif own and rating and rating.scheme not in (None, own):
            yield dataset.figure_problem(
                entry,
                "scheme",
                f"scheme: {own}"
                + Both(f", nhưng nhãn thuộc {rating.scheme}", f", but its label is of {rating.scheme}"),
                Both("xóa dòng này, hoặc chọn chỉ tiêu khác", "delete the line, or take another indicator"),
            )
        elif not own and (graded or (rating and rating.scheme is None)):
            yield dataset.figure_problem(
                entry,
                "indicator",
                Both("thiếu scheme, mà nhãn chưa đủ để biết", "scheme is missing, the label does not decide it"),
                Both("thêm scheme: và một mã trong data/schemes.yaml", "add scheme: and an id of data/schemes.yaml"),
            )


RULES = (bases, schemes)
