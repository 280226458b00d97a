"""What is odd but possible is told apart from problems, and no more where a note says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.checks.loading import load
from dashboard.checks.oddities import odd
from tests.sample import Root

FIGURES = "data/figures/paper-2019.yaml"
REPOSITORY = Path(__file__).resolve().parents[2]
MEMBERS = 'value: 7397\n    printed: "7.397 đảng viên"'
ORGANIZATIONS = 'value: 48\n    printed: "48 TCCSĐ"'


def told(root: Root) -> list[str]:
    """What is odd, as "reference: number"."""
    return [one.message.en for one in odd(root.dataset())]


def another(root: Root, name: str, date: str, figures: str, locality: str = "quang-binh.quang-ninh") -> None:
    """One more article of some figures, which have to be valid."""
    root.write(
        f"seeds/{name}.yaml",
        f'id: {name}\ntitle: "Một bài"\noutlet: {{value: "Báo A"}}\npublished: {{date: {date}}}\n'
        f"locality: {locality}\ntext: {{read: excerpt}}\ncurated: 2024-01-02\n",
    )
    root.write(
        f"data/figures/{name}.yaml", f"article: {name}\nlocality: {locality}\nas_of: {date}\nfigures:\n{figures}"
    )


def figure(indicator: str, value: str, printed: str, *more: str) -> str:
    """A figure as YAML."""
    lines = [f"  - indicator: {indicator}", f"    value: {value}", f'    printed: "{printed}"', *more]
    return "\n".join(lines) + "\n"


def test_more_than_eight_times_the_year_before_is_odd_until_a_note_names_the_other_number(root: Root) -> None:
    another(root, "paper-2018", "2018-10-20", figure("members", "739", "739 đảng viên"))
    assert told(root) == ["members: 7,397, before it 739 (2018-10-20: paper-2018/members): 8 times or more, up or down"]
    assert load(root.path)[1] == []  # a problem it is not
    root.edit(FIGURES, MEMBERS, MEMBERS + '\n    note: {vi: "Bài in 7.397, bài 2018 in 739.", en: "So printed."}')
    assert told(root) == []


def test_a_note_on_something_else_settles_nothing(root: Root) -> None:
    another(root, "paper-2018", "2018-10-20", figure("members", "739", "739 đảng viên"))
    root.edit(FIGURES, MEMBERS, MEMBERS + '\n    note: {vi: "Cả đảng viên dự bị.", en: "Probationary ones too."}')
    assert len(told(root)) == 1


@pytest.mark.parametrize(
    ("date", "value", "printed"),
    [
        ("2018-10-20", "6120", "6.120 đảng viên"),  # it grew
        ("2009-10-20", "739", "739 đảng viên"),  # ten years before
    ],
)
def test_what_merely_grew_or_lies_long_ago_is_not_odd(root: Root, date: str, value: str, printed: str) -> None:
    another(root, "paper-2018", date, figure("members", value, printed))
    assert told(root) == []


def test_a_part_of_the_place_is_not_set_against_the_whole(root: Root) -> None:
    part = "    of: {vi: khối cơ quan, en: offices}"
    another(root, "paper-2018", "2018-10-20", figure("members", "739", "739 đảng viên", part))
    assert told(root) == []


def test_a_tenth_of_the_number_before_in_one_phrase_is_odd(root: Root) -> None:
    old = 'value: 154\n    before: 162\n    printed: "từ 162 thôn xuống còn 154 thôn"'
    root.edit(FIGURES, old, 'value: 15\n    before: 162\n    printed: "từ 162 thôn xuống còn 15 thôn"')
    assert told(root) == ["hamlets: 15, before it 162: 8 times or more, up or down"]


def test_a_count_is_not_set_against_one_of_a_longer_period(root: Root) -> None:
    tables = (root.path / "data/indicators.yaml").read_text("utf-8")
    flow = tables.replace("kind: stock\n    subject: hamlet", "kind: flow\n    subject: hamlet")
    root.write("data/indicators.yaml", flow)
    old = 'value: 154\n    before: 162\n    printed: "từ 162 thôn xuống còn 154 thôn"'
    root.edit(FIGURES, old, 'value: 154\n    printed: "154 thôn"\n    as_of: 2018')
    another(root, "paper-2020b", "2020-10-20", figure("hamlets", "1500", "1.500 thôn", "    as_of: 2015/2019"))
    assert told(root) == []
    root.edit("data/figures/paper-2020b.yaml", "    as_of: 2015/2019", "    as_of: 2019")
    assert len(told(root)) == 1


def test_fewer_members_than_three_to_an_organization_is_odd(root: Root) -> None:
    tables = (root.path / "data/indicators.yaml").read_text("utf-8")
    root.write("data/indicators.yaml", tables.replace("subject: organization\n", "subject: grassroots_organization\n"))
    assert told(root) == []
    root.edit(FIGURES, MEMBERS, 'value: 140\n    printed: "140 đảng viên"')
    assert told(root) == ["organizations: 48, where party members there are 140 (paper-2019/members)"]
    root.edit(FIGURES, ORGANIZATIONS, ORGANIZATIONS + '\n    note: {vi: "Bài in 140 đảng viên.", en: "So printed."}')
    assert told(root) == []


def test_more_admitted_than_there_are_members_is_odd(root: Root) -> None:
    tables = (root.path / "data/indicators.yaml").read_text("utf-8")
    flow = tables.replace("kind: change\n    subject: post", "kind: flow\n    subject: party_member")
    root.write("data/indicators.yaml", flow)
    old = 'value: 235\n    printed: "giảm 235 chỉ tiêu so với năm 2015"\n    paragraph: 16\n    since: 2015'
    root.edit(FIGURES, old, 'value: 235\n    printed: "kết nạp 235"\n    paragraph: 16\n    as_of: 2018')
    assert told(root) == []
    root.edit(FIGURES, 'value: 235\n    printed: "kết nạp 235"', 'value: 23500\n    printed: "kết nạp 23.500"')
    assert told(root) == ["posts_cut: 23,500, where party members there are 7,397 (paper-2019/members)"]


def test_a_part_larger_than_its_whole_of_another_article_is_odd(root: Root) -> None:
    another(root, "paper-2019b", "2019-12-20", figure("cells", "62", "62 chi bộ cơ sở"))
    assert told(root) == ["cells: 62, where grassroots organisations there are 48 (paper-2019/organizations)"]


def test_a_rate_far_from_all_others_of_its_level_is_odd(root: Root) -> None:
    rate = ["    base: not_stated", "    scheme: party-2018-2022", "    as_of: 2018"]
    for number, value in enumerate(("88", "91", "93", "85")):
        place = "quang-binh.quang-ninh" if number % 2 else "quang-ninh.ha-long"
        good = figure("members_good", value, f"{value}% đảng viên", *rate)
        another(root, f"paper-{number}", "2019-02-03", good, place)
    assert told(root) == []
    old = 'value: 90\n    hedge: over\n    printed: "trên 90% đảng viên"'
    root.edit(FIGURES, old, 'value: 9\n    hedge: over\n    printed: "trên 9% đảng viên"')
    assert told(root) == ["members_good: 9%, far from all others of its level: 85–93%"]
    other = (root.path / "data/figures/paper-3.yaml").read_text("utf-8")
    root.write("data/figures/paper-3.yaml", other.replace("85", "12"))
    assert told(root) == []  # two of them are no slip
