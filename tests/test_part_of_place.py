"""A figure of a part of a place (a body, a class) says so wherever it is shown, and is set against its like only."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from dashboard.charts import pairing
from dashboard.charts.alt_text import alt_text
from dashboard.charts.cited_sentence import cited_sentence
from dashboard.charts.dimensions import Dimensions
from dashboard.charts.layout import Layout
from dashboard.charts.view import SINGLE
from dashboard.cli import comparison_report
from dashboard.export import attachments, table_view
from dashboard.export.extract import whole
from dashboard.figures import citation, frame, place_profile
from dashboard.figures.comparability import Verdict, judge
from dashboard.figures.figure import figures_of as data
from dashboard.language.words import LANGUAGES, Language
from dashboard.records.dataset import Dataset
from dashboard.records.models.chart import Form
from dashboard.records.models.fields import Text
from dashboard.records.models.figure import Sum
from dashboard.web.board import cards
from tests.charts.boxes import plain
from tests.world import EVERYTHING, chart, drawn, figure, figures_of, planned, rules, sayer, world

OFFICE = Text(vi="Văn phòng Tỉnh ủy", en="the Party committee’s office")
BOARD = Text(vi="Ban Tổ chức", en="the organisation board")
NAMES = {"vi": (OFFICE.vi, BOARD.vi), "en": (OFFICE.en, BOARD.en)}


def bodies() -> Dataset:
    """A province and two of its bodies, each with the share of its plan that it met, of one date in one article."""
    attained = [figure("attained", 98), figure("attained", 121.8, of=OFFICE, key="office"),
                figure("attained", 80, of=BOARD, key="board")]  # fmt: skip
    return world({"p": attained}, chart(Form.BARS, "attained"))


def rows(dataset: Dataset, language: Language) -> list[str]:
    """The labels of the rows of a chart, as they are drawn."""
    made = drawn(dataset, Dimensions(460), language=language)
    assert isinstance(made, Layout)
    return [plain(one["text"].replace("<br>", " ")) for one in made.canvas.annotations]


def _exported(dataset: Dataset, language: Language) -> list[str]:
    table = whole(dataset, frame.build(dataset), {}, language).figures.in_language(language)
    at = [column.name for column in table.columns].index(f"of_{language}")
    return [str(row[at] or "") for row in table.rows]


def _card(part: str) -> Callable[[Dataset, Language], list[str]]:
    def shown(dataset: Dataset, language: Language) -> list[str]:
        view = replace(EVERYTHING, language=language)
        (one,) = (
            card for card in cards.cards(dataset, frame.build(dataset), view)[0] if card["id"] in ("chart", SINGLE)
        )
        found: list[Any] = one[part] if part == "marks" else one[part]["rows"]
        return [json.dumps(item.get("facts") if part == "marks" else item, ensure_ascii=False) for item in found]

    return shown


SHOWN: dict[str, Callable[[Dataset, Language], list[str]]] = {
    "row labels on charts and pictures": rows,
    "the tooltip": _card("marks"),
    "the table beside a chart": _card("table"),
    "the table that goes with pictures": lambda dataset, language: attachments.table(
        [planned(dataset)], sayer(dataset, language)
    ).splitlines(),
    "the alternative text": lambda dataset, language: (
        alt_text(planned(dataset), sayer(dataset, language)).split(". ")[1:]
    ),
    "a row read out": lambda dataset, language: [
        sayer(dataset, language).described(row, panel, planned(dataset))
        for panel in planned(dataset).panels for row in panel.rows
    ],
    "files": _exported,
    "a citation": lambda dataset, language: [
        cited_sentence(one, sayer(dataset, language)) for one in figures_of(dataset)
    ],
    "the Sources page": lambda dataset, language: [
        citation.meaning(one, dataset, language) for one in dataset.entries
    ],
    "the pair page": lambda dataset, language: [
        pairing.side(one, sayer(dataset, language), {}).what for one in figures_of(dataset)
    ],
    "compare": lambda dataset, language: [
        line for id in ("p/attained~office", "p/attained~board")
        for line in comparison_report.two(dataset, ("p/attained", id), language)
    ],
    "compare, all pairs": lambda dataset, language: list(comparison_report.table(dataset, "attained", language)),
    "the Data and Locality pages": lambda dataset, language: [one.what(language) for one in figures_of(dataset)],
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shown", SHOWN.values(), ids=list(SHOWN))
def test_the_part_is_told_wherever_the_figure_is(
    shown: Callable[[Dataset, Language], list[str]], language: Language
) -> None:
    found = shown(bodies(), language)
    for name in NAMES[language]:
        assert [one for one in found if name in one], f"{name} is not in {found}"
    assert [one for one in found if not any(name in one for name in NAMES[language])], "the whole has no part"


@pytest.mark.parametrize("words", ["van phong tinh uy", "committee’s office"])
def test_a_part_is_found_by_the_search_on_the_data_page(words: str) -> None:
    dataset = bodies()
    found = table_view.select(dataset, frame.build(dataset), table_view.TableView(text=words))
    assert list(found["figure_id"]) == ["p/attained~office"]


def test_parts_have_panels_of_their_own_after_the_whole_and_no_bars() -> None:
    plan = planned(bodies())
    assert [panel.data[0].value for panel in plan.panels] == [98, 121.8, 80]
    made = drawn(bodies(), Dimensions(460))
    assert isinstance(made, Layout)
    assert made.styles == set()


@pytest.mark.parametrize(
    ("one", "other", "comparable"),
    [
        (OFFICE, Text(vi="văn phòng tỉnh uỷ", en="another wording"), True),
        (OFFICE, BOARD, False), (OFFICE, None, False), (None, None, True),
    ],
    ids=["the same, spelled in another way", "two parts", "a part and a whole", "two wholes"],
)  # fmt: skip
def test_only_the_same_part_compares(one: Text | None, other: Text | None, *, comparable: bool) -> None:
    dataset = world({"p": [figure("attained", 98, of=one)], "q": [figure("attained", 97, of=other)]})
    judgement = judge(figures_of(dataset), rules())
    assert judgement.verdict is (Verdict.COMPARABLE if comparable else Verdict.NOT_COMPARABLE)
    assert [reason.kind for reason in judgement.reasons] == ([] if comparable else ["part"])
    if not comparable:
        assert judgement.texts("vi") == [
            f"khác bộ phận: “{OFFICE.vi}” và {f'“{other.vi}”' if other else 'toàn bộ'}"
        ]  # fmt: skip


def test_a_change_over_time_is_that_of_one_part() -> None:
    years = [figure("members", 10 * n + year, of=of, as_of=f"20{year}", key=f"k{n}-{year}")
             for n, of in enumerate((None, OFFICE, BOARD)) for year in (18, 20)]  # fmt: skip
    plan = planned(world({"p": years}, chart(Form.TIME, "members")))
    pairs = [(row.earlier and row.earlier.part, row.figure and row.figure.part) for p in plan.panels for row in p.rows]
    assert len(pairs) == 3
    assert all(earlier == later for earlier, later in pairs)


def test_a_stack_is_made_of_the_parts_of_its_own_body() -> None:
    units = [figure("cells", 9, of=OFFICE, key="office"), figure("units", 48), figure("cells", 30)]
    plan = planned(world({"p": units}, chart(Form.STACKED, "units", "cells")))
    (stack,) = (row for panel in plan.panels for row in panel.rows if row.parts)
    assert [part and part.value for part in stack.parts] == [30]
    assert 9 in [row.figure.value for panel in plan.panels for row in panel.rows if row.figure]


def test_a_breakdown_by_classes_needs_one_indicator_and_adds_up() -> None:
    classes = [figure("admitted", n, of=Text(vi=f"huy hiệu {n} năm", en=f"{n}-year badges"), key=f"c{n}")
               for n in (30, 40, 50)]  # fmt: skip
    total = Sum(whole="admitted", parts=[f"admitted~c{n}" for n in (30, 40, 50)], complete=True, computed=True)
    found = figures_of(world({"p": classes}, sums={"p": [total]}))
    (whole_,) = (one for one in found if one.indicator == "admitted" and not one.part)
    assert (whole_.value, whole_.computed, whole_.inputs) == (
        120,
        True,
        tuple(f"p/admitted~c{n}" for n in (30, 40, 50)),
    )


def test_what_is_computed_from_a_part_is_of_that_part() -> None:
    dataset = world({"p": [figure("graduates", 40, out_of=160, base="all", of=OFFICE, key="office"),
                           figure("members", 90, of=OFFICE, key="office"), figure("units", 9),
                           figure("units", 3, of=OFFICE, key="office")]})  # fmt: skip
    found = {one.indicator: one for one in figures_of(dataset) if one.computed}
    assert {id: (one.value, one.named("of", "vi")) for id, one in found.items()} == {
        "of_total": (25, OFFICE.vi), "each": (30, OFFICE.vi)}  # fmt: skip


def test_a_part_is_said_of_on_its_place_page() -> None:
    dataset = bodies()
    lines = place_profile.build(dataset, frame.build(dataset), "p").lines["one"]
    assert [line.figure and line.figure.named("of", "vi") for line in lines] == ["", OFFICE.vi, BOARD.vi]


def test_rows_of_one_place_and_month_say_what_tells_them_apart() -> None:
    other = Text(vi="số kia", en="the other")
    dataset = world({
        "p": [figure("members", 5, as_of="2019-10-18"), figure("members", 6, as_of="2019-10-20", key="b")],
        "q": [figure("members", 7, as_of="2019-10-18", contradicts=other, paragraph=3),
              figure("members", 8, as_of="2019-10-18", contradicts=other, paragraph=9, key="b")],
    }, chart(Form.BARS, "members"))  # fmt: skip
    (panel,) = planned(dataset).panels
    below = [sayer(dataset).below(row, panel) for row in panel.rows]
    assert below == ["18/10/2019", "20/10/2019", "10/2019, đoạn\u00a03", "10/2019, đoạn\u00a09"]
    read = [sayer(dataset).described(row, panel, planned(dataset)) for row in panel.rows]
    assert len(set(read)) == 4


def test_the_frame_has_the_part_as_columns_with_their_meaning() -> None:
    table = frame.build(bodies())
    assert list(table["of_en"].fillna("")) == ["", OFFICE.en, BOARD.en]
    assert data(table)[1].part == data(table.iloc[[1]])[0].part != ""
