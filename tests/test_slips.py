"""One slip of a curator's hand gives one message, at the line of the slip, with advice that helps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest

from dashboard.checks.loading import Memory, load
from dashboard.records.problems import Problem
from tests.sample import FILES, Root
from tests.slips import LINES, slips

A, B = "data/figures/paper-2019.yaml", "data/figures/paper-2020.yaml"
SEED, SEED_B = "seeds/paper-2019.yaml", "seeds/paper-2020.yaml"
LOCALITIES, INDICATORS, CHARTS = "data/localities.yaml", "data/indicators.yaml", "data/charts.yaml"
GRADUATES = FILES[A][FILES[A].index("  - indicator: graduates") : FILES[A].index("  - indicator: hamlets\n")]

# what is mistyped: (file, old, new, the line (or the first with a text) where it is told, message, hint)
Case = tuple[str, str, str, str | int, str, str]

TWICE: dict[str, Case] = {
    "a figure copied whole": (
        A,
        GRADUATES,
        GRADUATES * 2,
        36,
        "graduates: this is also the figure on line 30",
        "delete one of them",
    ),
    "a figure copied for another value": (
        A,
        GRADUATES,
        GRADUATES.replace("value: 223", "value: 222").replace("223/", "222/") + GRADUATES,
        36,
        "graduates: this is also the figure on line 30",
        "add a key to tell them apart",
    ),
    "a figure copied with its key": (
        A,
        GRADUATES,
        2 * GRADUATES.replace("  - indicator: graduates\n", "  - indicator: graduates\n    key: a\n"),
        37,
        "graduates~a: this is also the figure on line 30",
        "delete one of them",
    ),
    "a place copied whole": (
        LOCALITIES,
        "localities:\n",
        "localities:\n" + FILES[LOCALITIES].split("\n")[1] + "\n",
        'quang-binh, name: Quảng Bình, type: {vi: tỉnh, en: Province}, level: province, code: "44"}\n  - id',
        "quang-binh stands twice in localities, first on line 2",
        "delete one of them",
    ),
    "a sum copied whole": (
        A,
        "sums:\n",
        "sums:\n  - whole: organizations\n    parts: [committees, cells]\n    complete: true\n",
        50,
        "this stands twice, first on line 47",
        "delete one of them",
    ),
    "an aside copied whole": (
        SEED,
        "not_figures:\n",
        'not_figures:\n  - {printed: "nhiệm kỳ 2015-2020", paragraph: 3, reason: term}\n',
        12,
        "this stands twice, first on line 11",
        "delete one of them, or write times: 2",
    ),
    "what is given in words copied whole": (
        B,
        "blanks:\n",
        'blanks:\n  - indicator: members_good\n    printed: "chiếm tỷ lệ cao"\n',
        16,
        "this stands twice, first on line 14",
        "delete one of them",
    ),
    "a property copied": (
        A,
        "value: 7397\n",
        "value: 7397\n    value: 7397\n",
        7,
        "value stands twice in this record, first on line 6",
        "delete one of them",
    ),
    "a new figure without its dash": (
        A,
        "  - indicator: organizations\n",
        "    indicator: organizations\n",
        "indicator: organizations",
        "indicator stands twice in this record, first on line 5",
        'put "- " before it',
    ),
}

UNKNOWN: dict[str, Case] = {
    "a place mistyped in the record": (
        SEED,
        "locality: quang-binh.quang-ninh",
        "locality: quang-binh.quang-nih",
        "quang-binh.quang-nih",
        "there is no locality quang-binh.quang-nih",
        "did you mean quang-binh.quang-ninh? If it is new, add it: id: quang-binh.quang-nih in data/localities.yaml",
    ),
    "a place mistyped in the figures": (
        A,
        "locality: quang-binh.quang-ninh",
        "locality: quang-bin.quang-ninh",
        "quang-bin.quang-ninh",
        "there is no locality quang-bin.quang-ninh",
        "did you mean quang-binh.quang-ninh?",
    ),
    "a place that is new": (
        A,
        "locality: quang-binh.quang-ninh",
        "locality: quang-binh.dong-thanh",
        "quang-binh.dong-thanh",
        "there is no locality quang-binh.dong-thanh",
        "add it: id: quang-binh.dong-thanh in data/localities.yaml; or did you mean quang-binh.dong-hoi?",
    ),
    "a place mistyped where it is recorded": (
        LOCALITIES,
        "id: quang-binh.quang-ninh",
        "id: quang-binh.quang-nih",
        '"456"',
        "quang-binh.quang-nih: code 456 is that of quang-binh.quang-ninh",
        "correct one of them",
    ),
    "an indicator mistyped where it is recorded": (
        INDICATORS,
        "- id: members\n",
        "- id: member\n",
        "member\n",
        "member is used nowhere, while members, which does not exist, is used 4 times "
        "(first in data/charts.yaml on line 10)",
        "write id: members, or correct those",
    ),
    "an indicator mistyped in a chart": (
        CHARTS,
        "indicators: [hamlets]",
        "indicators: [hamletts]",
        "hamletts",
        "there is no indicator hamletts",
        "did you mean hamlets?",
    ),
    "a chart with the id of another": (
        CHARTS,
        "- id: hamlets\n",
        "- id: ratings\n",
        23,
        "ratings stands twice in charts, first on line 17",
        "give it another id, or delete one of them",
    ),
    "an address without https": (
        SEED,
        "locality: quang-binh.quang-ninh",
        "address: www.bao.vn/1\nlocality: quang-binh.quang-ninh",
        "www",
        'address: "www.bao.vn/1" is not in the form expected',
        "https://…, or null where unknown",
    ),
    "an indicator that a sum names, mistyped": (
        A,
        "indicator: cells",
        "indicator: cels",
        "cels",
        "there is no indicator cels",
        "did you mean cells?",
    ),
    "an indicator that is new": (
        A,
        "indicator: cells",
        "indicator: women_admitted",
        "women_admitted",
        "there is no indicator women_admitted",
        "add it: id: women_admitted in data/indicators.yaml",
    ),
    "another year is another scheme": (
        A,
        "scheme: party-2018-2022",
        "scheme: party-2023-2024",
        "party-2023-2024",
        "there is no scheme party-2023-2024",
        "add it: id: party-2023-2024 in data/schemes.yaml; or did you mean party-2018-2022?",
    ),
    "an article mistyped": (
        A,
        "article: paper-2019",
        "article: papre-2019",
        "papre-2019",
        "article: papre-2019 in a file named paper-2019.yaml",
        "or write article: paper-2019",
    ),
    "a word of a list mistyped": (
        A,
        "base: all\n  - indicator: hamlets",
        "base: al\n  - indicator: hamlets",
        "al\n",
        'figures[6].base: "al" is not one of the words known here',
        "did you mean all?",
    ),
    "a property mistyped that must be there": (
        A,
        'printed: "7.397 đảng viên"',
        'pirnted: "7.397 đảng viên"',
        "pirnted",
        "unknown property figures[1].pirnted",
        "did you mean printed?",
    ),
}

VALUES: dict[str, Case] = {
    "a decimal comma": (
        A,
        "value: 7397",
        "value: 96,8",
        "96,8",
        'figures[1].value: "96,8" is not a number',
        "write 96.8, without quotes",
    ),
    "a number in quotes": (
        A,
        "value: 7397",
        'value: "7397"',
        '"7397"',
        'figures[1].value: "7397" is not a number',
        "write 7397, without quotes",
    ),
    "a number with spaces": (
        A,
        "value: 7397",
        "value: 7 397",
        "7 397",
        'figures[1].value: "7 397" is not a number',
        "write 7397, without quotes",
    ),
    "millions grouped": (
        A,
        "value: 7397",
        "value: 1.234.567",
        "1.234.567",
        'figures[1].value: "1.234.567" is not a number',
        "write 1234567, without quotes",
    ),
    "a comma that may group or divide": (
        A,
        "value: 7397",
        "value: 7,397",
        "7,397",
        'figures[1].value: "7,397" is not a number',
        "write it plainly: 7397 or 96.8",
    ),
    "a date as it is printed": (
        A,
        "as_of: 2019-10-18",
        "as_of: 18/10/2019",
        "18/10/2019",
        "as_of: '18/10/2019' is not a date",
        "write 2019-10-18",
    ),
    "a day that no month has": (
        A,
        "as_of: 2019-10-18",
        "as_of: 31/02/2019",
        "31/02/2019",
        "as_of: '31/02/2019' has the day 31",
        "02/2019 has 28 days",
    ),
    "a day that this month has not": (
        A,
        "as_of: 2019-10-18",
        "as_of: 31/04/2019",
        "31/04/2019",
        "as_of: '31/04/2019' has the day 31",
        "04/2019 has 30 days",
    ),
    "a day of a leap year": (
        A,
        "as_of: 2019-10-18",
        "as_of: 2019-02-29",
        "2019-02-29",
        "as_of: '2019-02-29' has the day 29",
        "02/2019 has 28 days",
    ),
    "a month that does not exist": (
        SEED,
        "date: 2019-10-18",
        "date: 2019-13-18",
        "2019-13-18",
        "published.date: '2019-13-18' has the month 13",
        "01 to 12",
    ),
    "an excerpt's phrase in curly quotes": (
        B,
        '"430 đảng viên"',
        "“430 đảng viên”",
        "“430",
        "“ is no straight quotation mark",
        'write "430 đảng viên"',
    ),
    "curly quotes within straight ones": (
        B,
        '"430 đảng viên"',
        '"“430 đảng viên”"',
        '"“430',
        "printed stands in quotation marks twice",
        'copy what is inside: "430 đảng viên"',
    ),
    "a no-break space at the end": (
        B,
        '"430 đảng viên"',
        '"430 đảng viên\u00a0"',
        '"430',
        "the text ends with a special space, U+00A0",
        "delete it",
    ),
    "a no-break space in the indentation": (
        B,
        "    value: 430",
        "\u00a0\u00a0\u00a0\u00a0value: 430",
        "\u00a0\u00a0\u00a0\u00a0value",
        "a special space stands here, U+00A0",
        "put an ordinary space in its place",
    ),
    "a tab on two lines": (
        B,
        "    value: 430\n    printed",
        "\tvalue: 430\n\tprinted",
        "\tvalue",
        "a tab stands here, and in 1 more place below",
        "use spaces",
    ),
}


SHAPES: dict[str, Case] = {
    "a list one level too far in": (
        A, "sums:\n", "    sums:\n", 46, "unknown property figures[8].sums",
        "sums belongs further out: check the indentation"),
    "a property one level too far out": (
        A, "    complete: true\n", "    complete: true\nsince: 2015\n", 50, "unknown property since",
        "since belongs to an item of figures: check the indentation"),
    "no value of a part": (A, "    value: 24\n    printed: \"24 đảng", "    value:\n    printed: \"24 đảng", 13,
                            "committees: value is missing", "its kind is stock: add value"),
    "no value": (A, "    value: 7397\n", "", 5, "members: value is missing", "its kind is stock: add value"),
    "a semicolon for a colon": (
        A, "value: 7397", "value; 7397", "value;", "; stands where the colon belongs", "write value: …"),
    "a wide colon": (
        A, "value: 7397", "value： 7397", "value：", "： stands where the colon belongs", "write value: …"),
    "wide digits": (
        A, "value: 7397", "value: ７３９７", "value: ７", 'figures[1].value: "７３９７" is not a number', "write 7397"),
    "a comma at the end": (
        A, "value: 7397", "value: 7397,", "7397,", 'figures[1].value: "7397," is not a number', "write 7397"),
    "a conflict of a merge": (
        A, "    value: 7397\n", "<<<<<<< HEAD\n    value: 7397\n=======\n    value: 7398\n>>>>>>> b\n", "<<<<<<<",
        "a conflict of a merge was left here", "keep one of both versions"),
    "an item indented too far": (
        A, "    parts: [committees, cells]\n", "    parts:\n      - committees\n        - cells\n", "        - cells",
        "this line is indented too far", "indent it like the line above"),
    "a quotation that the next one closes": (
        SEED, "title:", 'note: {vi: "một, en: "one"}\ntitle:', "note:", "the quotation mark opened here is not closed",
        'add " at the end of the text'),
}  # fmt: skip


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=id) for id, case in (TWICE | UNKNOWN | VALUES | SHAPES).items()]
)
def test_a_slip_is_told_once_where_it_was_made_with_advice(root: Root, case: Case) -> None:
    file, old, new, at, message, hint = case
    root.edit(file, old, new)
    problem = root.problem()
    assert problem.message.en.startswith(message)
    assert hint in problem.hint.en
    line = at if isinstance(at, int) else root.place(file, at)[1]
    assert (problem.file, problem.line) == (file, line)
    assert problem.message.vi != problem.message.en
    assert problem.hint.vi != problem.hint.en


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (A, "data/figures/paper-2019.yml", "this is not read"),
        (SEED, "seeds/paper-2019.YAML", "this is not read"),
        (A, "data/figures/paper-2091.yaml", "article: paper-2019 in a file named paper-2091.yaml"),
        (SEED, "seeds/paper-2091.yaml", "id: paper-2019 in a file named paper-2091.yaml"),
        (A, "moved-away.yaml", "there are no figures of the article paper-2019"),
        (SEED, "moved-away.yaml", "there is no record of the article paper-2019"),
        ("data/figures", "data/figure", "the folder data/figures/ is missing"),
        ("seeds", "seed", "the folder seeds/ is missing"),
    ],
)
def test_a_file_or_folder_of_another_name_is_told_once(root: Root, old: str, new: str, message: str) -> None:
    (root.path / old).rename(root.path / new)
    assert root.problem().message.en == message


def made(kind: str) -> Iterator[tuple[str, int, str]]:
    """Some slips of a kind, spread over all files."""
    found = [(file, line, text) for file, whole in FILES.items() for name, line, text in slips(whole) if name == kind]
    yield from found[:: max(1, len(found) // 4)]


@pytest.mark.parametrize("kind", LINES)
def test_a_slip_on_any_line_is_told_once_and_at_that_line(root: Root, kind: str) -> None:
    memory = Memory()
    told: dict[tuple[str, int], list[Problem]] = defaultdict(list)
    count = 0
    for file, line, text in made(kind):
        root.write(file, text)
        problems = load(root.path, memory)[1]
        root.write(file, FILES[file])
        count += 1
        if [(one.file, one.line) for one in problems] != [(file, line)]:
            told[file, line] = problems
    assert count > 0
    assert not told, "\n".join(f"{place}: {list(map(str, problems))}" for place, problems in told.items())
