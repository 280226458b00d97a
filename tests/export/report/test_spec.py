"""A report's YAML is read strictly: what is wrong with it is told at its place, with a way to mend it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dashboard.export.report.spec import KINDS, MOST_ITEMS, Item, Spec, faults, read, view_of, written
from dashboard.language.words import LANGUAGES
from dashboard.records.problems import Problem
from dashboard.records.scalars import HIDDEN
from tests.export.report.conftest import ALL_ITEMS, everything, index, spec


def problems(text: str) -> list[Problem]:
    found, told = read(text.encode(), "report.yaml", index(everything()))
    assert (found is None) == bool(told)
    return told


def items(*lines: str) -> str:
    return "title: Báo cáo\nitems:\n" + "".join(f"  - {line}\n" for line in lines)


def test_a_report_is_read_with_its_items_in_their_order() -> None:
    text = (
        'title: Đảng viên ở hai huyện\nlanguage: en\nauthor: Ban Tổ chức\ndate: 2025-06-30\nitems:\n'
        '  - chart: "?chart=members"\n    title: Nhan đề khác\n    comment: "Một dòng.\\nDòng nữa."\n'
        '  - comparison: "?places=p.an,p.aan"\n  - sentence: "?places=p.an,p.aan&indicator=members"\n'
        '  - table: "?indicator=members"\n'
    )  # fmt: skip
    found, told = read(text.encode(), "report.yaml", index(everything()))
    assert not told
    assert found is not None
    assert [item.given[0][0] for item in found.items] == list(KINDS)
    assert (found.items[0].title, found.items[0].comment) == ("Nhan đề khác", "Một dòng.\nDòng nữa.")
    assert found.language == "en"
    assert found.date is not None
    assert found.date.text == "2025-06-30"


@pytest.mark.parametrize(
    ("line", "place", "message", "hint"),
    [
        ('chart: "?chart=member"', (3, 12), "no view has this: chart=member", "did you mean: chart=members"),
        ('chart: "?chart=members&places=p.ann"', (3, 12), "no view has this: places=p.ann", "places=p.an"),
        ('chart: "?chart=members&colour=red"', (3, 12), "no view has this: colour=red", "copy the address"),
        ('sentence: "?places=p.an,p.aan&indicator=membrs"', (3, 15), "indicator=membrs", "indicator=members"),
        ('chart: "?places=p.an"', (3, 12), "names no chart", "?chart=party-members"),
        ('comparison: "?places=p.an"', (3, 17), "a comparison of 1 places", "two to six"),
        ('comparison: ""', (3, 17), "empty text", "fill it in"),
        ('sentence: "?places=p.an,p.aan"', (3, 15), "names no indicator", "add indicator="),
        ('sentence: "?places=p.an,p.aan&indicator=money"', (3, 15), "no figures in this view", "other places"),
        ('table: "?theme=one"', (3, 12), "names no chart, indicator or place", "add chart="),
        ('chart: "?chart=poor&chart=members"', (3, 12), "no view has this: chart=poor", "leave it out"),
        ('chart: "?chart=poor&indicator=members"', (3, 12), "no view has this: indicator=members", "leave it out"),
        ('comparison: "?places=p.an,p.aan&level=district"', (3, 17), "that of charts", "leave out theme, level"),
        ('sentence: "?places=p.an,p.aan&theme=one"', (3, 15), "that of charts", "leave out theme"),
        ("{}", (3, 5), "nothing in this item", "chart, comparison, sentence or table"),
        ('{chart: "?chart=members", table: "?chart=members"}', (3, 5), "several things in one item", "exactly one"),
        ('picture: "?chart=members"', (3, 5), "unknown property items[1].picture", "known: chart"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_place_with_the_way_to_mend_it(
    line: str, place: tuple[int, int], message: str, hint: str
) -> None:
    told = problems(items(line))
    assert [(one.line, one.column) for one in told] == [place]
    assert message in told[0].message.en
    assert hint in told[0].hint.en
    assert told[0].message.vi
    assert told[0].hint.vi
    assert told[0].message.vi != told[0].message.en


def test_all_that_is_wrong_is_told_at_once() -> None:
    told = problems("title: 2019\nlangauge: en\n" + items('chart: "?chart=x&places=y"', "{}").partition("\n")[2])
    assert [(one.line, one.column) for one in told] == [(1, 8), (2, 1)]  # what is no report is told before its items
    told = problems(items('chart: "?chart=x&places=y"', "{}", 'table: "?chart=members"'))
    assert [one.line for one in told] == [3, 3, 4]


def test_no_report_has_no_items_or_too_many() -> None:
    assert problems("title: Báo cáo\nitems: []\n")
    assert problems(items(*['chart: "?chart=members"'] * (MOST_ITEMS + 1)))
    assert not problems(items(*['chart: "?chart=members"'] * MOST_ITEMS))


@pytest.mark.parametrize("text", ["", "nonsense", "- a\n- b\n", "title: [\n", "title: Báo cáo\nitems: x\n"])
def test_what_is_no_report_is_told(text: str) -> None:
    assert problems(text)


@pytest.mark.parametrize("address", ["?chart=members", "chart=members", "http://127.0.0.1:8600/?chart=members",
                                     "https://so-sanh.example/compare?lang=en&chart=members#top"])  # fmt: skip
def test_an_address_may_be_copied_whole_from_the_browser(address: str) -> None:
    view, ignored = view_of(address, everything(), "vi")
    assert not ignored
    assert (view.chart, view.language) == ("members", "vi")  # the report decides the language


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_is_read_back(language: str) -> None:
    made = spec(*ALL_ITEMS, language=language, author="Ban Tổ chức", date="2025-06-30", template="mẫu.docx")
    found, told = read(written(made).encode(), "report.yaml", index(everything()))
    assert not told
    assert found == made


@given(st.text(max_size=40), st.text(max_size=80), st.sampled_from(ALL_ITEMS))
def test_any_title_and_comment_are_read_back_without_what_can_not_be_seen(
    title: str, comment: str, item: dict[str, str]
) -> None:
    try:
        made = spec({**item, "title": title, "comment": comment}, author=title)
    except ValidationError:
        assert not HIDDEN.sub("", title).strip() or not HIDDEN.sub("", comment).strip()
        return
    assert not HIDDEN.search(f"{made.author}{made.items[0].title}")
    assert "\n" not in f"{made.author}{made.items[0].title}"
    found, told = read(written(made).encode(), "report.yaml", index(everything()))
    assert not told, told
    assert found == made


@given(st.text(max_size=60), st.sampled_from(KINDS))
def test_any_address_is_a_fault_or_can_be_shown(text: str, kind: str) -> None:
    try:
        item = Item(**{kind: f"?chart=members&places={text}"})
    except ValidationError:
        return
    found = list(faults(item, index(everything())))
    assert all(one.message.vi and one.hint.vi for one in found)


def test_a_report_is_no_other_than_its_model_says() -> None:
    with pytest.raises(ValidationError):
        Spec.model_validate({"title": "x", "items": [], "template": "a", "folder": "b"})
