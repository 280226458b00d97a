"""What is computed names its inputs and carries what they leave open."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.computed import outcomes
from dashboard.figures.derived import Derived
from dashboard.figures.hedges import combined, divided
from dashboard.language.hedges import Hedge
from dashboard.records.models.figure import FigureRecord, Sum
from dashboard.records.models.indicator import Formula
from tests.sample import Root
from tests.world import figure, figures_of, world

A = "data/figures/paper-2019.yaml"
OV, N, AB, AL, U, AM = Hedge.OVER, Hedge.NEARLY, Hedge.ABOUT, Hedge.AT_LEAST, Hedge.UNDER, Hedge.AT_MOST


def computed(root: Root) -> dict[str, Derived]:
    return {one.id: one for one in outcomes(root.dataset()).computed}


def test_the_computed_figures_of_the_sample(root: Root) -> None:
    found = computed(root)
    assert list(found) == [
        "paper-2019/members_each",
        "paper-2019/share_of_total(graduates)",
        "paper-2019/change_from_before(hamlets)",
    ]
    each, share, change = found.values()
    assert each.value == Decimal(7397) / 48
    assert each.inputs == ("paper-2019/members", "paper-2019/organizations")
    assert (each.indicator, each.locality, str(each.as_of)) == ("members_each", "quang-binh.quang-ninh", "2019-10-18")
    assert share.value == Decimal(22300) / 226
    assert share.inputs == ("paper-2019/graduates",)
    assert change.value == -8


def test_a_percentage_of_two_indicators(root: Root) -> None:
    root.edit("data/indicators.yaml", "ratio: [members, organizations]", "percent: [committees, organizations]")
    assert computed(root)["paper-2019/members_each"].value == 50


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"48 TCCSĐ"', '"48 TCCSĐ"\n    as_of: 2018'),
        ('"48 TCCSĐ"', '"48 TCCSĐ"\n    locality: quang-binh'),
        ('"48 TCCSĐ"', '"48 TCCSĐ"\n    key: other'),
        ('value: 48\n    printed: "48 TCCSĐ"', 'value: 0\n    printed: "không có TCCSĐ nào"'),
    ],
    ids=["another date", "another place", "another key", "a division by zero"],
)
def test_nothing_is_computed_from_what_does_not_belong_together(root: Root, old: str, new: str) -> None:
    text = (root.path / A).read_text("utf-8")
    root.write(A, text[: text.index("sums:")])
    root.edit(A, '  - indicator: committees\n    value: 24\n    printed: "24 đảng bộ"\n    paragraph: 12\n', "")
    root.edit(A, '  - indicator: cells\n    value: 24\n    printed: "24 chi bộ cơ sở"\n    paragraph: 12\n', "")
    assert "paper-2019/members_each" in computed(root)
    root.edit(A, old, new)
    assert "paper-2019/members_each" not in computed(root)


def test_a_place_of_its_own_is_in_the_id(root: Root) -> None:
    root.edit(A, '"7.397 đảng viên"', '"7.397 đảng viên"\n    locality: quang-binh')
    root.edit(A, '"48 TCCSĐ"', '"48 TCCSĐ"\n    locality: quang-binh')
    root.edit(A, "  - whole: organizations\n", "  - whole: organizations@quang-binh\n")
    assert computed(root)["paper-2019/members_each@quang-binh"].locality == "quang-binh"


def test_a_hedge_and_an_inferred_date_are_carried(root: Root) -> None:
    root.edit(A, 'value: 7397\n    printed: "7.397', 'value: 7397\n    hedge: over\n    printed: "hơn 7.397')
    root.edit(A, "as_of: 2019-10-18\n", 'as_of: 2019-10-18\ninferred: {vi: "đoán", en: "guessed"}\n')
    each = computed(root)["paper-2019/members_each"]
    assert each.hedge is Hedge.OVER
    assert each.inferred is not None
    assert each.inferred["en"] == "guessed"


@pytest.mark.parametrize(
    ("numerator", "denominator", "quotient"),
    [
        (None, None, None),
        (OV, None, OV),
        (N, None, N),
        (AL, None, AL),
        (None, OV, U),
        (None, N, OV),
        (None, AL, AM),
        (None, AM, AL),
        (None, AB, AB),
        (OV, U, OV),
        (OV, N, OV),
        (AL, AM, AL),
        (U, AL, U),
        (N, OV, U),
        (OV, OV, AB),
        (OV, AL, AB),
        (AB, OV, AB),
    ],
)
def test_a_quotient_leaves_open_what_its_parts_leave_open(
    numerator: Hedge | None, denominator: Hedge | None, quotient: Hedge | None
) -> None:
    assert divided(numerator, denominator) is quotient


TRUTH = {  # what may be true where 10 is printed
    None: {10}, OV: {11, 14}, AL: {10, 11, 14}, U: {6, 9}, N: {9}, AM: {6, 9, 10}, AB: {6, 9, 10, 11, 14},
}  # fmt: skip
SAYS = {None: "=", OV: ">", AL: "≥", U: "<", N: "<", AM: "≤", AB: "any"}


@given(st.sampled_from([None, *Hedge]), st.sampled_from([None, *Hedge]))
def test_the_hedge_of_a_quotient_is_never_stronger_than_the_truth(first: Hedge | None, second: Hedge | None) -> None:
    quotient = divided(first, second)
    for above in TRUTH[first]:
        for below in TRUTH[second]:
            holds = {"=": above == below, ">": above > below, "≥": above >= below, "<": above < below,
                     "≤": above <= below, "any": True}  # fmt: skip
            assert holds[SAYS[quotient]]


@given(st.sampled_from([None, *Hedge]), st.sampled_from([None, *Hedge]))
def test_the_order_of_two_hedges_does_not_matter(first: Hedge | None, second: Hedge | None) -> None:
    assert combined(first, second) is combined(second, first)


# --- wholes that are not printed

WHOLE = Sum(whole="units", parts=["committees", "cells"], complete=True, computed=True)


def wholes(*figures: FigureRecord, one: Sum = WHOLE) -> list[Derived]:
    computed = outcomes(world({"p.an": list(figures)}, sums={"p.an": [one]})).computed
    return [each for each in computed if each.indicator == "units"]


def test_a_whole_that_is_not_printed_is_computed_from_all_of_its_parts_and_names_them() -> None:
    (whole,) = wholes(figure("committees", 6, as_of="2018"), figure("cells", 20, as_of="2018"))
    assert (whole.id, float(whole.value), whole.hedge) == ("p.an/units", 26.0, None)
    assert whole.inputs == ("p.an/committees", "p.an/cells")
    assert (whole.locality, str(whole.as_of)) == ("p.an", "2018")


def test_a_whole_of_several_dates_or_places_of_an_article_is_one_figure_each() -> None:
    """The id of a whole tells it from the others of its article, and so does that of what is computed from it."""
    figures = [
        figure("committees", 6), figure("cells", 20),
        figure("committees", 5, as_of="2009", key="a"), figure("cells", 9, as_of="2009", key="a"),
        figure("committees", 4, as_of="2005", key="b"), figure("cells", 8, as_of="2005", key="c"),
        figure("committees", 3, "p.di"), figure("cells", 7, "p.di"),
    ]  # fmt: skip
    marks = [("", ""), ("~a", "~a"), ("~b", "~c"), ("@p.di", "@p.di")]
    sums = [WHOLE.model_copy(update={"parts": [f"committees{one}", f"cells{two}"]}) for one, two in marks]
    computed = outcomes(world({"p.an": figures}, sums={"p.an": sums})).computed
    assert [(one.id, int(one.value)) for one in computed if one.indicator == "units"] == [
        ("p.an/units", 26), ("p.an/units~a", 14), ("p.an/units~b~c", 12), ("p.an/units@p.di", 10),
    ]  # fmt: skip
    assert len({one.id for one in computed}) == len(computed)


def test_a_whole_that_is_printed_is_not_computed() -> None:
    printed = WHOLE.model_copy(update={"computed": False})
    assert wholes(figure("committees", 6), figure("cells", 20), one=printed) == []


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [(None, None, None), (OV, None, OV), (None, N, N), (OV, AL, OV), (OV, N, AB), (AB, OV, AB)],
)
def test_a_whole_leaves_open_what_its_parts_leave_open(
    first: Hedge | None, second: Hedge | None, whole: Hedge | None
) -> None:
    (found,) = wholes(figure("committees", 6, hedge=first), figure("cells", 20, hedge=second))
    assert found.hedge is whole


def test_a_whole_carries_an_inferred_date() -> None:
    why = {"vi": "đoán", "en": "guessed"}
    (found,) = wholes(
        figure("committees", 6, as_of="2018"), figure("cells", 20, as_of="2018", inferred=why))  # fmt: skip
    assert found.inferred is not None
    assert found.inferred.en == "guessed"


@pytest.mark.parametrize(
    "cells",
    [None, figure("cells", 20, as_of="2017"), figure("cells", 20, "p.di")],
    ids=["a part is missing", "a part of another date", "a part of another place"],
)
def test_a_whole_is_not_computed_from_parts_that_do_not_make_it(cells: FigureRecord | None) -> None:
    assert wholes(figure("committees", 6), *([cells] if cells else [])) == []


def test_a_computed_whole_is_marked_as_computed_with_its_parts() -> None:
    dataset = world({"p.an": [figure("committees", 6), figure("cells", 20)]}, sums={"p.an": [WHOLE]})
    (datum,) = (one for one in figures_of(dataset) if one.indicator == "units")
    assert (datum.computed, datum.printed, datum.inputs) == (True, "", ("p.an/committees", "p.an/cells"))


# --- what its date means


@pytest.mark.parametrize(
    ("figures", "indicator", "adds_up", "over"),
    [
        ([figure("admitted", 100, as_of="2015/2019")], "a_year", False, True),
        ([figure("graduates", 5, out_of=9, base="all", as_of="2018/2019")], "of_total", False, False),
        ([figure("members", 9), figure("units", 3)], "each", False, False),
        ([figure("hamlets", 5, before=9)], "since_before", True, True),
    ],
)
def test_what_is_computed_is_of_the_period_of_what_it_comes_from(
    figures: list[FigureRecord], indicator: str, adds_up: bool, over: bool
) -> None:
    found = next(one for one in figures_of(world({"p.an": figures})) if one.indicator == indicator)
    assert (found.adds_up, found.over) == (adds_up, over)


def test_a_part_of_what_was_cut_keeps_its_baseline() -> None:
    cut = figure("cut", 64, out_of=650, base="all", since="2015", as_of="2019")
    dataset = world({"p.an": [cut]})
    dataset.indicators["of_total"] = dataset.indicators["of_total"].model_copy(
        update={"formula": Formula(percent_of_total=["cut"], digits=1)}
    )
    share = next(one for one in figures_of(dataset) if one.indicator == "of_total")
    assert (share.adds_up, str(share.since)) == (True, "2015")
    assert share.when.years == pytest.approx(4, abs=0.01)
