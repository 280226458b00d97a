"""The reason for a date that is inferred leads to its year."""

from __future__ import annotations

import pytest

from tests.sample import Root

A, SEED, EXCERPT = "data/figures/paper-2019.yaml", "seeds/paper-2019.yaml", "seeds/paper-2020.yaml"
REASON = 'inferred: {vi: "đoán là 2018", en: "guessed, 2018"}\n    base'


@pytest.mark.parametrize(
    ("as_of", "reason", "missing"),
    [
        ("2017", '{vi: "đoán là 2018", en: "guessed, 2018"}', "2017"),
        ("2018", '{vi: "đoán", en: "guessed"}', "2018"),
        ("2018", '{vi: "đoán là 2018", en: "guessed"}', "2018"),
        ("2016/2018", '{vi: "đến 2018", en: "until 2018"}', "2016"),
        ("2018/2019", '{vi: "từ 2018 đến ngày đăng", en: "from 2018 to publication"}', ""),
        ("2019", '{vi: "lấy năm đăng bài", en: "the year of publication"}', ""),
        ("undated", '{vi: "hàng năm", en: "every year"}', ""),
    ],
)
def test_a_figures_reason_names_the_year_or_it_is_that_of_publication(
    root: Root, as_of: str, reason: str, missing: str
) -> None:
    root.edit(A, f"as_of: 2018\n    {REASON}", f"as_of: {as_of}\n    inferred: {reason}\n    base")
    told = [one for one in root.problems() if "its reason" in one.message.en]
    assert len(told) == bool(missing)
    if missing:
        assert (told[0].file, told[0].line, told[0].column) == root.place(A, f"{as_of}\n    inferred")
        assert f"its reason speaks neither of {missing} nor is that the year of publication" in told[0].message.en


def test_a_files_reason_too(root: Root) -> None:
    root.edit(A, "as_of: 2019-10-18\n", 'as_of: 2018-12-31\ninferred: {vi: "cuối năm trước", en: "end of last year"}\n')
    told = [one for one in root.problems() if "its reason" in one.message.en]
    assert [(one.file, one.line) for one in told] == [root.place(A, "2018-12-31")[:2]]


def test_that_of_the_day_of_publication_names_it_outright(root: Root) -> None:
    root.edit(EXCERPT, '{vi: "đoán là 2020", en: "guessed, 2020"}', '{vi: "đoán", en: "guessed"}')
    problem = root.problem()
    assert problem.message.en.startswith("date is 2020-05, but its reason speaks neither of 2020")
    assert (problem.file, problem.line, problem.column) == root.place(EXCERPT, "2020-05")
