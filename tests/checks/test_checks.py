"""Each rule over more than one field or record: where it tells what, and how to mend it."""

from __future__ import annotations

import pytest

from tests.sample import FILES, Root

A = "data/figures/paper-2019.yaml"
B = "data/figures/paper-2020.yaml"
INDICATORS, LOCALITIES, CHARTS = "data/indicators.yaml", "data/localities.yaml", "data/charts.yaml"
SCHEMES = "data/schemes.yaml"
SEED, EXCERPT = "seeds/paper-2019.yaml", "seeds/paper-2020.yaml"

# id: (file, old, new, at, message, hint); "at" is the text at whose first letter the problem stands.
Case = tuple[str, str, str, str, str, str]

REFERENCES: dict[str, Case] = {
    "a figure's indicator exists": (
        A, "indicator: graduates", "indicator: graduate", "graduate\n", "there is no indicator graduate",
        "did you mean graduates?"),
    "a draft's open question is settled": (
        A, "indicator: graduates", "indicator: decide", "decide\n", "figures[6].indicator still to be decided",
        "the comment on the line names what it may be; What is counted: an id"),
    "a figure's locality exists": (
        B, "value: 430", "value: 430\n    locality: nowhere", "nowhere", "there is no locality nowhere",
        "add it: id: nowhere in data/localities.yaml"),
    "a figure's scheme exists": (
        A, "scheme: party-2018-2022", "scheme: party-2018", "party-2018\n", "there is no scheme party-2018",
        "did you mean party-2018-2022?"),
    "a file's locality exists": (
        A, "locality: quang-binh.quang-ninh", "locality: quang-binh.quang-nin", "quang-binh.quang-nin\n",
        "there is no locality", "did you mean quang-binh.quang-ninh?"),
    "a blank's indicator exists": (
        B, "  - indicator: members_good", "  - indicator: zzz", "zzz", "there is no indicator zzz",
        "add it: id: zzz in data/indicators.yaml"),
    "an article's locality exists": (
        SEED, "locality: quang-binh.quang-ninh", "locality: zzz", "zzz", "there is no locality zzz", "add it: id: zzz"),
    "an indicator's theme exists": (
        INDICATORS, "subject: hamlet\n    theme: organisation", "subject: hamlet\n    theme: organization",
        "organization\n  - id: posts_cut", "there is no theme organization", "did you mean organisation?"),
    "the whole of an indicator exists": (
        INDICATORS, "part_of: organizations\n  - id: cells", "part_of: organs\n  - id: cells", "organs\n",
        "there is no indicator organs", "did you mean organizations?"),
    "the scheme of a label exists": (
        INDICATORS, 'tier: good}\n  - id: graduates', 'tier: good, scheme: zzz}\n  - id: graduates', "zzz",
        "there is no scheme zzz", "data/schemes.yaml"),
    "the inputs of a formula exist": (
        INDICATORS, "ratio: [members, organizations]", "ratio: [members, organs]", "organs",
        "there is no indicator organs", ""),
    "a chart's theme exists": (
        CHARTS, "  - id: ratings\n    theme: ratings", "  - id: ratings\n    theme: rating", "rating\n    form",
        "there is no theme rating", "did you mean ratings?"),
    "a chart's indicators exist": (
        CHARTS, "indicators: [hamlets]", "indicators: [hamlets, zzz]", "zzz", "there is no indicator zzz", ""),
    "the parts of a stack exist": (
        CHARTS, "parts: [committees, cells]", "parts: [committees, cells, zzz]", "zzz",
        "there is no indicator zzz", ""),
    "a locality's parent exists": (
        LOCALITIES, "    parent: quang-binh\n", "    parent: quang-bin\n", "quang-bin\n",
        "there is no locality quang-bin", "did you mean quang-binh?"),
    "no indicator is a part of itself": (
        INDICATORS, "subject: hamlet\n", "subject: hamlet\n    part_of: hamlets\n", "hamlets\n    theme",
        "hamlets is a part of itself: hamlets -> hamlets", "correct one part_of"),
}  # fmt: skip

PLACES: dict[str, Case] = {
    "an id begins with its parent's": (
        LOCALITIES, "    parent: quang-binh\n", "    parent: quang-ninh\n", "quang-binh.quang-ninh",
        "quang-binh.quang-ninh does not begin with its parent's id, quang-ninh.",
        "write id: quang-ninh.quang-ninh"),
    "an id with a full stop has a parent": (
        LOCALITIES, "localities:\n",
        "localities:\n  - {id: quang-binh.x, name: X, type: {vi: xã, en: Commune}, level: commune}\n",
        "quang-binh.x", "quang-binh.x has no parent", "add parent: quang-binh"),
    "a place is of a lower level than its parent": (
        LOCALITIES, "level: district\n    parent: quang-binh\n", "level: province\n    parent: quang-binh\n",
        "province\n    parent", "quang-binh.quang-ninh is a province, inside a province", "correct level or parent"),
    "a code means one place": (
        LOCALITIES, "code: \"22\"", "code: \"44\", source: {vi: báo, en: paper}",
        "\"44\", source",
        "quang-ninh: code 44 is that of quang-binh", "code_valid"),
    "a code has the digits of its level": (
        LOCALITIES, 'code: "456"', 'code: "45"\n    source: {vi: báo, en: paper}', '"45"',
        "quang-binh.quang-ninh: code 45 of a district", "3 digits"),
}  # fmt: skip

TABLES: dict[str, Case] = {
    "a ratio has a formula": (
        INDICATORS, "    formula: {ratio: [members, organizations], digits: 1}\n", "", "ratio\n    subject: org",
        "members_each is a ratio without a formula", "add formula"),
    "a formula has one form": (
        INDICATORS, "formula: {change: [hamlets]}", "formula: {change: [hamlets], percent_of_total: [graduates]}",
        "{change", "change_from_before: its formula has 2 forms", "exactly one"),
    "nothing is computed from the computed": (
        INDICATORS, "formula: {change: [hamlets]}", "formula: {change: [members_each]}", "members_each]}",
        "change_from_before: members_each is computed itself", "printed indicators only"),
    "what is said to be the same share, computed, is computed": (
        INDICATORS, "subject: staff\n", "subject: staff\n    computed_as: members\n", "members\n    theme: ratings",
        "graduates: members does not say the same of staff", "percent_of_total"),
    "what is said to be the same share, computed, is of the same subject": (
        INDICATORS, "tier: good}\n  - id: graduates", "tier: good}\n    computed_as: graduates\n  - id: graduates",
        "graduates\n  - id: graduates", "members_good: graduates does not say the same of party_member",
        "same subject"),
    "what says the same, computed, exists": (
        INDICATORS, "subject: staff\n", "subject: staff\n    computed_as: gradates\n", "gradates",
        "there is no indicator gradates", "did you mean graduates?"),
    "a predicate holds the number once": (
        INDICATORS, "subject: staff\n", "subject: staff\n    predicate: {vi: có người học, en: \"had {n}\"}\n",
        "có người học", "graduates: predicate: needs {n} or {value}, once", "kết nạp được {n}"),
    "a predicate has no other blank": (
        INDICATORS, "subject: staff\n", "subject: staff\n    predicate: {vi: \"có {n}\", en: \"had {n} of {total}\"}\n",
        "\"had {n} of", "graduates: predicate: needs {n} or {value}, once", "{value}"),
    "the years of a scheme are a period": (
        SCHEMES, 'years: "2018/2022"', 'years: "2018-2022"', '"2018-2022"', "years: '2018-2022' is not a date",
        "write ../2017, 2018/2022"),
    "a stacked chart has a stack": (
        CHARTS, "    stack: {whole: organizations, parts: [committees, cells]}\n", "    note: {vi: x, en: x}\n",
        "stacked", "organizations is stacked, but has no stack", "add stack"),
    "a chart that is not stacked has no stack": (
        CHARTS, "form: stacked", "form: bars", "{whole", "organizations is not stacked, but has a stack", "stacked"),
    "a stacked chart has no indicators": (
        CHARTS, "    stack: {", "    indicators: [members]\n    stack: {", "[members]\n", "organizations is stacked",
        "delete the line"),
    "every indicator that has figures is in a chart": (
        CHARTS, "indicators: [members_good, graduates, own_rating]", "indicators: [members_good, own_rating]", "",
        "graduates has figures, but is in no chart", "data/charts.yaml"),
    "what is in words only has no figure": (
        B, "blanks:\n  - indicator: members_good", "blanks:\n  - indicator: members", "members\n    printed: \"chiếm",
        "members has a figure on line", "delete one"),
    "a blank is not computed": (
        B, "blanks:\n  - indicator: members_good", "blanks:\n  - indicator: members_each", "members_each",
        "members_each is computed, never printed", "delete the blank"),
}  # fmt: skip

ARTICLES: dict[str, Case] = {
    "a correction names a figure": (
        SEED, "curated: 2024-01-02", "curated: 2024-01-02\ncorrections:\n  - {date: 2026-11-23, figure: zzz, was: a, "
        "now: b, why: {vi: a, en: b}}", "zzz", "there is no figure zzz", "write its indicator"),
    "a correction changes something": (
        SEED, "curated: 2024-01-02", "curated: 2024-01-02\ncorrections:\n  - {date: 2026-11-23, figure: members, "
        "was: a, now: a, why: {vi: a, en: b}}", "a, why: {vi", "was and now are the same", "say what changed"),
    "both files of an article speak of one place": (
        SEED, "locality: quang-binh.quang-ninh", "locality: quang-binh", "", "locality: quang-binh.quang-ninh, but",
        "correct one of them"),
    "a text read in full has a name": (
        SEED, "  file: a.txt\n", "", "", "text.file is missing", "read: excerpt"),
    "a text read in full has a digest": (
        SEED, "  sha256: 0000000000000000000000000000000000000000000000000000000000abcdef\n", "", "",
        "text.sha256 is missing", "read: excerpt"),
    "a figure of a text read in full has its paragraph": (
        A, '"24 đảng bộ"\n    paragraph: 12', '"24 đảng bộ"', "indicator: committees",
        "committees: paragraph is missing", "lines of the text"),
    "a figure of an excerpt has no paragraph": (
        B, '"430 đảng viên"', '"430 đảng viên"\n    paragraph: 7', "7",
        "members: paragraph 7 of an article not read in full", "delete the line"),
    "facts that were noted have no text": (
        SEED, "  file: a.txt", "  read: notes\n  file: a.txt", "notes", "read: notes, but a text is named",
        "leave file and sha256 out"),
    "what a text proves is not seen again": (
        SEED, "  file: a.txt", "  seen_again: 2024-01-02\n  file: a.txt", "2024-01-02\n  file",
        "seen_again, but a text is held", "run doisanh verify"),
    "what was seen again was not curated after": (
        "seeds/paper-2020.yaml", "{read: excerpt}", "{read: notes, seen_again: 2024-03-03}", "2024-03-03",
        "seen again on 2024-03-03, before the figures were last curated, 2024-03-04", "look again"),
    "only where others were seen again one may be unseen": (
        B, '"430 đảng viên"', '"430 đảng viên"\n    unseen: true', "true", "members: unseen without a text.seen_again",
        "delete the line"),
    "a phrase has thirteen words at most": (
        A, '"24 đảng bộ"', '"24 đảng bộ một a b c d e g h i k l"', '"24 đảng bộ một', "printed has 14 words",
        "at most 13"),
    "a phrase of the seed has thirteen words at most": (
        SEED, '"nhiệm kỳ 2015-2020"', '"a b c d e g h i k l m n o p"', '"a b', "printed has 14 words", "at most 13"),
}  # fmt: skip

FIGURES: dict[str, Case] = {
    "a figure's id is its own": (
        A, "  - indicator: cells\n    value: 24\n", "  - indicator: committees\n    value: 24\n    as_of: 2018\n",
        "committees\n    value: 24\n    as_of", "committees: this is also the figure on line", "add a key"),
    "one fact stands once": (
        A, "  - indicator: cells\n    value: 24\n", "  - indicator: committees\n    value: 24\n    key: b\n",
        "committees\n    value: 24\n    key", "committees~b: the same fact, for 2019-10-18, is on line", "delete one"),
    "two values of one fact are of two parts, or contradict each other": (
        A, '  - indicator: cells\n    value: 24\n    printed: "24 chi bộ cơ sở"',
        '  - indicator: committees\n    value: 25\n    key: b\n    printed: "25 đảng bộ"',
        "committees\n    value: 25", "committees~b: the same fact", "contradicts of both"),
    "a computed indicator has no figures": (
        A, "indicator: hamlets", "indicator: members_each", "members_each",
        "members_each: this indicator is computed", "indicator of its own"),
    "a number needs a value": (
        B, '    value: 430\n    printed: "430 đảng viên"', '    printed: "đảng viên"', "members\n",
        "members: value is missing", "its kind is stock: add value"),
    "a grade needs a grade": (
        B, "    grade: good\n", "", "own_rating", "own_rating: grade is missing", "add grade"),
    "a grade has no value": (
        B, "    grade: good\n", "    grade: good\n    value: 2019\n", "2019\n    printed",
        "own_rating: value where the kind is grade", "delete it"),
    "a number has no grade": (
        B, "    value: 430\n", "    value: 430\n    grade: good\n", "good", "members: grade where the kind is stock",
        "delete it"),
    "no number is negative": (
        B, "value: 430", "value: -430", "-430", "members: value is -430, below zero", "of kind change"),
    "no total is nothing": (
        A, "out_of: 226", "out_of: 0", "0\n    printed", "graduates: a total of 0", ""),
    "a share is not above 100 per cent": (
        A, 'value: 90\n    hedge: over\n    printed: "trên 90% đảng viên"',
        'value: 190\n    hedge: over\n    printed: "trên 190% đảng viên"', "190\n", "members_good: value is 190%",
        "attainment"),
    "what a number fell by is not what it was": (
        A, 'before: 162\n    printed: "từ 162 thôn xuống còn 154 thôn"',
        'before: 8\n    printed: "giảm 8 thôn, còn 154 thôn"', "8\n    printed: \"giảm",
        'hamlets: "giảm" stands right before 8', "delete before"),
    "a label that is denied is not reached": (
        A, 'printed: "trên 90% đảng viên"', 'printed: "trên 90% đảng viên chưa hoàn thành tốt nhiệm vụ"',
        "members_good",
        'members_good: "chưa hoàn thành tốt nhiệm vụ" is not to reach that', "take the indicator"),
    "people are counted in whole numbers": (
        B, 'value: 430\n    printed: "430 đảng viên"', 'value: 43.5\n    printed: "43,5 đảng viên"', "43.5",
        "members: value is 43.5, but members are counted in whole numbers", "another indicator"),
    "a part is not above its total": (
        A, 'value: 223\n    out_of: 226\n    printed: "223/226', 'value: 227\n    out_of: 226\n    printed: "227/226',
        "227\n", "graduates: value 227 is above out_of, 226", "correct one"),
    "only what there is has a value before": (
        A, "    value: 235\n    printed: \"giảm 235", "    value: 235\n    before: 470\n    printed: \"từ 470 giảm 235",
        "470\n", "posts_cut: before where the kind is change", "stock"),
    "a share says of what": (
        A, "    base: not_stated\n", "", "members_good", "members_good: base is missing", "not_stated"),
    "what has a total says of what": (
        A, "    base: all\n", "", "graduates", "graduates: base is missing", "add base"),
    "what is no share has no base": (
        B, "    value: 430\n", "    value: 430\n    base: all\n", "all", "members: base of what is no share", "delete"),
    "a subset is named": (
        A, "    base: all\n", "    base: subset\n", "subset", "graduates: base: subset, but of which?", "base_note"),
    "a note on the base needs the base": (
        B, "    value: 430\n", "    value: 430\n    base_note: {vi: x, en: x}\n", "{vi: x",
        "members: base_note without base", "add base"),
    "only a rating is of those rated": (
        A, "    base: all\n", "    base: rated\n", "rated", "graduates: base: rated, but this is no rating", "subset"),
    "a base that is told is stated": (
        A, "    base: all\n", "    base: not_stated\n    base_note: {vi: x, en: x}\n", "not_stated\n    base_note",
        "graduates: base: not_stated beside a base_note", "delete it"),
    "a rating has a scheme": (
        A, "    scheme: party-2018-2022\n", "", "members_good", "members_good: scheme is missing", "schemes.yaml"),
    "what is no rating has no scheme": (
        B, "    value: 430\n", "    value: 430\n    scheme: party-2018-2022\n", "party-2018-2022",
        "members: scheme: party-2018-2022, but this is no rating", "delete"),
    "an indicator applies to its place's level": (
        B, "  - indicator: members\n    value: 430\n    printed: \"430 đảng viên\"",
        "  - indicator: organizations\n    value: 430\n    printed: \"430 TCCSĐ\"", "organizations",
        "organizations: quang-ninh.ha-long.ha-lam is a commune, where this does not exist", "province or district"),
    "nothing is dated after its article": (
        A, "as_of: 2018\n", "as_of: 2019-11\n", "2019-11\n",
        "members_good: as_of 2019-11 is after the article's publication, 2019-10-18", "correct one"),
    "a range may not end in a year after its article": (
        A, "as_of: 2018\n", "as_of: 2015/2020\n", "2015/2020\n", "members_good: as_of 2015/2020 is after", ""),
    "a baseline is not after its figure": (
        A, 'so với năm 2015"\n    paragraph: 16\n    since: 2015',
        'so với năm 2020"\n    paragraph: 16\n    since: 2020', "2020\nsums",
        "posts_cut: since 2020 is after as_of 2019-10-18", "correct one"),
}  # fmt: skip

SUMS: dict[str, Case] = {
    "a complete sum adds up": (
        A, 'value: 24\n    printed: "24 chi bộ cơ sở"', 'value: 23\n    printed: "23 chi bộ cơ sở"', "[committees",
        "organizations: 24 + 23 = 47, not 48", "complete: false"),
    "a sum names figures": (
        A, "parts: [committees, cells]", "parts: [committees, cell]", "cell]",
        "cell: there is no such figure in this article", "did you mean cells?"),
    "a sum names what its figures have": (
        A, "parts: [committees, cells]", "parts: [committees, cells:before]", "cells:before",
        "cells:before: this figure has no before", ""),
    "a sum names a figure once": (
        A, "parts: [committees, cells]", "parts: [committees, committees]", "committees]",
        "committees is in this sum twice", "once"),
}  # fmt: skip

ALL = REFERENCES | PLACES | TABLES | ARTICLES | FIGURES | SUMS


@pytest.mark.parametrize("case", ALL.values(), ids=ALL.keys())
def test_each_rule_tells_place_and_remedy(root: Root, case: Case) -> None:
    file, old, new, at, message, hint = case
    root.edit(file, old, new)
    problems = [problem for problem in root.problems() if problem.message.en.startswith(message)]
    assert len(problems) == 1, "\n".join(map(str, root.problems()))
    if at:
        assert (problems[0].file, problems[0].line, problems[0].column) == root.place(file, at)
    assert hint in problems[0].hint.en


def test_every_rule_is_quiet_about_data_that_is_right(root: Root) -> None:
    assert root.problems() == []


def test_all_problems_of_all_files_are_told_at_once_in_their_order(root: Root) -> None:
    root.edit(A, "value: 7397", "value: 7.397")
    root.edit(B, "value: 430", "value: -430")
    root.edit(CHARTS, "indicators: [hamlets]", "indicators: [zzz]")
    problems = root.problems()
    assert {problem.file for problem in problems} == {A, B, CHARTS}
    assert problems == sorted(problems)


@pytest.mark.parametrize("kept", ["seeds", "data/figures"])
def test_an_article_has_a_record_and_figures(root: Root, kept: str) -> None:
    gone = {"seeds": B, "data/figures": EXCERPT}[kept]
    (root.path / gone).unlink()
    problem = root.problem()
    assert (problem.file, problem.line) == (f"{kept}/paper-2020.yaml", 1)
    assert gone in problem.hint.en


def test_places_that_lie_inside_each_other_are_told(root: Root) -> None:
    root.edit(
        LOCALITIES,
        "  - {id: quang-ninh, name: Quảng Ninh, ",
        "  - {id: quang-ninh, parent: quang-ninh.ha-long, name: Quảng Ninh, ",
    )
    told = [problem for problem in root.problems() if "lies inside itself" in problem.message.en]
    assert [problem.message.en for problem in told] == [
        "quang-ninh lies inside itself: quang-ninh -> quang-ninh.ha-long -> quang-ninh",
        "quang-ninh.ha-long lies inside itself: quang-ninh.ha-long -> quang-ninh -> quang-ninh.ha-long",
    ]
    assert told[0].line == root.place(LOCALITIES, "parent: quang-ninh.ha-long, name")[1]


def test_a_scheme_may_not_contradict_the_label(root: Root) -> None:
    root.write(SCHEMES, FILES[SCHEMES] + FILES[SCHEMES].replace("schemes:\n", "").replace("party-2018-2022", "other"))
    root.edit(INDICATORS, "tier: good}\n  - id: graduates", "tier: good, scheme: other}\n  - id: graduates")
    problem = root.problem()
    assert (problem.file, problem.line, problem.column) == root.place(A, "party-2018-2022")
    assert problem.message.en == "members_good: scheme: party-2018-2022, but its label is of other"


SECOND = '  - indicator: members\n    key: b\n    value: 431\n    printed: "431 đảng viên"\n'


def beside(root: Root, first: str, second: str) -> list[str]:
    """What is said of two figures of one indicator, place and date with these fields."""
    root.edit(B, '    printed: "430 đảng viên"\n', f'    printed: "430 đảng viên"\n{first}{SECOND}{second}')
    return [problem.message.en for problem in root.problems()]


def test_two_values_of_one_fact_stand_beside_each_other_where_each_contradicts_the_other(root: Root) -> None:
    says = '    contradicts: {vi: "số kia", en: "the other"}\n'
    assert beside(root, says, says) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [("", ""), ("", '    note: {vi: "Khối đảng", en: "Party bodies"}\n'),
     ('    of: {vi: "Tỉnh ủy", en: "one"}\n', '    of: {vi: "tỉnh uỷ", en: "other"}\n')],
    ids=["a key", "a key and a note", "the same part, spelled in another way"],
)  # fmt: skip
def test_two_figures_that_a_reader_can_not_tell_apart_are_refused(root: Root, first: str, second: str) -> None:
    (said,) = beside(root, first, second)
    assert said.startswith("members~b: the same fact, for 2020-05, is on line")


@pytest.mark.parametrize(
    ("first", "second"),
    [("", '    of: {vi: "Văn phòng", en: "the office"}\n'),
     ('    of: {vi: "Ban Tổ chức", en: "a board"}\n', '    of: {vi: "Văn phòng", en: "the office"}\n')],
    ids=["the whole and a part", "two parts"],
)  # fmt: skip
def test_figures_of_parts_stand_beside_each_other(root: Root, first: str, second: str) -> None:
    assert beside(root, first, second) == []


def test_a_range_may_end_in_the_year_of_its_article(root: Root) -> None:
    root.edit(A, "as_of: 2018\n", "as_of: 2018/2019\n    average: true\n")
    assert root.problems() == []


def test_a_target_may_lie_in_the_future(root: Root) -> None:
    root.edit(INDICATORS, "kind: stock\n    subject: hamlet", "kind: target\n    subject: hamlet")
    root.edit(
        A, '    before: 162\n    printed: "từ 162 thôn xuống còn 154 thôn"', '    as_of: 2025\n    printed: "154 thôn"'
    )
    assert root.problems() == []


def test_a_hedged_sum_need_not_add_up(root: Root) -> None:
    root.edit(
        A, 'value: 24\n    printed: "24 chi bộ cơ sở"', 'value: 20\n    hedge: over\n    printed: "trên 20 chi bộ"'
    )
    assert root.problems() == []


def test_parts_of_at_least_so_many_are_not_above_the_whole(root: Root) -> None:
    root.edit(
        A, 'value: 24\n    printed: "24 chi bộ cơ sở"', 'value: 25\n    hedge: over\n    printed: "trên 25 chi bộ"'
    )
    assert root.problem().message.en == "organizations: 24 + 25 = 49, above 48"
    root.edit(A, 'hedge: over\n    printed: "trên 25 chi bộ"', 'hedge: under\n    printed: "dưới 25 chi bộ"')
    assert root.problems() == []


def test_a_code_may_mean_another_place_later(root: Root) -> None:
    root.edit(LOCALITIES, 'code: "22"', 'code: "44", source: {vi: báo, en: paper}')
    assert root.problem().message.en == "quang-ninh: code 44 is that of quang-binh"
    root.edit(LOCALITIES, 'code: "44", source', 'code: "44", code_valid: 2025-07-01/.., source')
    assert root.problems() == []


def test_parts_that_are_not_all_may_not_be_above_the_whole(root: Root) -> None:
    root.edit(A, "complete: true", "complete: false")
    root.edit(A, 'value: 24\n    printed: "24 chi bộ cơ sở"', 'value: 23\n    printed: "23 chi bộ cơ sở"')
    assert root.problems() == []
    root.edit(A, 'value: 23\n    printed: "23 chi bộ cơ sở"', 'value: 25\n    printed: "25 chi bộ cơ sở"')
    problem = root.problem()
    assert problem.message.en == "organizations: 24 + 25 = 49, above 48"
    assert (problem.file, problem.line, problem.column) == root.place(A, "[committees")


def test_a_sum_may_be_of_what_was_before(root: Root) -> None:
    root.edit(A, "sums:\n", 'sums:\n  - {whole: "hamlets:before", parts: [hamlets], complete: false}\n')
    assert root.problems() == []


def test_a_figure_is_not_above_the_one_that_it_is_a_part_of(root: Root) -> None:
    root.edit(A, 'value: 24\n    printed: "24 chi bộ cơ sở"', 'value: 49\n    printed: "49 chi bộ cơ sở"')
    root.edit(A, "sums:\n  - whole: organizations\n    parts: [committees, cells]\n    complete: true\n", "")
    problem = root.problem()
    assert problem.message.en == "cells: value 49 is above 48 of organizations, its whole"
    assert (problem.file, problem.line, problem.column) == root.place(A, "49\n")


def test_a_count_under_a_rating_needs_no_base(root: Root) -> None:
    root.edit(
        INDICATORS,
        'unit: {vi: "%", en: "%"}\n    kind: share\n    subject: party',
        'unit: {vi: "người", en: "people"}\n    kind: stock\n    subject: party',
    )
    root.edit(A, 'printed: "trên 90% đảng viên"', 'printed: "trên 90 đảng viên"')
    root.edit(A, "    base: not_stated\n", "")
    assert root.problems() == []


YEARLY = """\
  - id: admitted
    name: {vi: "Kết nạp", en: "Admitted"}
    definition: {vi: "Kết nạp", en: "Admitted"}
    unit: {vi: "người", en: "people"}
    kind: flow
    subject: party_member
    theme: organisation
  - id: admitted_a_year
    name: {vi: "Kết nạp mỗi năm", en: "Admitted a year"}
    definition: {vi: "Tính ra", en: "Computed"}
    unit: {vi: "người/năm", en: "people a year"}
    kind: ratio
    subject: party_member
    theme: organisation
    formula: {per_year: admitted, per_100: members, digits: 1}
"""


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        ("per_year: admitted, per_100: members", "per_100: members, per_100_inhabitants: members",
         "members, per_100_inh", "admitted_a_year: per_100 without per_year"),
        ("per_year: admitted", "per_year: members", "members, per_100", "of kind stock, which has no length"),
        ("per_year: admitted", "per_year: admited", "admited", "there is no indicator admited"),
        ("per_100: members", "per_100: member", "member, digits", "there is no indicator member"),
        ("per_100: members", "per_100: members_each", "members_each, digits", "members_each is computed itself"),
        ("per_100: members", "per_100: members, ratio: [members, cells]", "{per_year", "its formula has 2 forms"),
        ("per_100: members", "per_100_inhabitants: members", "{per_year", "its formula has 2 forms"),
    ],
)  # fmt: skip
def test_a_rate_by_year_is_of_a_printed_flow(root: Root, old: str, new: str, at: str, message: str) -> None:
    root.write(INDICATORS, (root.path / INDICATORS).read_text("utf-8") + YEARLY)
    assert [one for one in root.problems() if one.file == INDICATORS and "formula" in one.message.en] == []
    root.edit(INDICATORS, old, new)
    (problem,) = (one for one in root.problems() if message in one.message.en)
    assert (problem.file, problem.line, problem.column) == root.place(INDICATORS, at)
    assert problem.hint.en
