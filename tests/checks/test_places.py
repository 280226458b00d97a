"""The places that a phrase or a title names are compared with what the record says."""

from __future__ import annotations

import pytest

from tests.sample import Root

A, SEED = "data/figures/paper-2019.yaml", "seeds/paper-2019.yaml"
NOTE = "\n    note: {vi: nêu tên nơi làm tốt, en: names where it went well}"


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("Hạ Long có 48 TCCSĐ", "the phrase names thành phố Hạ Long (quang-ninh.ha-long), but"),
        ("TP. Hạ Long có 48 TCCSĐ", "the phrase names thành phố Hạ Long"),
        ("TP Hạ Long, phường Hà Lầm: 48 TCCSĐ", "the phrase names thành phố Hạ Long"),
        ("tỉnh Quảng Ninh có 48 TCCSĐ", "the phrase names tỉnh Quảng Ninh (quang-ninh), but"),
        ("Quảng Ninh có 48 TCCSĐ", ""),
        ("huyện Quảng Ninh có 48 TCCSĐ", ""),
        ("tỉnh Quảng Bình có 48 TCCSĐ", ""),
        ("huyện Quảng Ninh và Hạ Long, 48 TCCSĐ", ""),
        ("quảng ninh hạ long 48 TCCSĐ", ""),
    ],
)
def test_a_phrase_names_its_own_place(root: Root, phrase: str, said: str) -> None:
    root.edit(A, '"48 TCCSĐ"', f'"{phrase}"')
    if not said:
        assert root.problems() == []
        return
    problem = root.problem()
    assert said in problem.message.en
    assert (problem.file, problem.line, problem.column) == root.place(A, f'"{phrase}"')


def test_a_place_inside_may_be_named_where_a_note_says_why(root: Root) -> None:
    root.edit(A, "locality: quang-binh.quang-ninh", "locality: quang-binh")
    root.edit(SEED, "locality: quang-binh.quang-ninh", "locality: quang-binh")
    root.edit(A, '"48 TCCSĐ"', '"huyện Quảng Ninh: 48 TCCSĐ"')
    assert "names huyện Quảng Ninh (quang-binh.quang-ninh)" in root.problem().message.en
    root.edit(A, '"huyện Quảng Ninh: 48 TCCSĐ"', f'"huyện Quảng Ninh: 48 TCCSĐ"{NOTE}')
    assert root.problems() == []


@pytest.mark.parametrize(
    ("title", "fits"),
    [
        ("Đảng bộ huyện Quảng Ninh đổi mới", True),
        ("Đảng bộ huyện Quảng Ninh (Quảng Bình) đổi mới", True),
        ("Quảng Bình đổi mới", True),
        ("Đảng bộ đổi mới", True),
        ("Đảng bộ tỉnh Quảng Ninh đổi mới", False),
        ("Đảng bộ phường Hà Lầm (huyện Quảng Ninh)", False),
    ],
)
def test_a_title_names_the_articles_place(root: Root, title: str, fits: bool) -> None:
    root.edit(SEED, '"Một bài báo"', f'"{title}"')
    if fits:
        assert root.problems() == []
        return
    problem = root.problem()
    assert problem.message.en.startswith("the title names ")
    assert (problem.file, problem.line, problem.column) == root.place(SEED, "quang-binh.quang-ninh")


def test_a_figures_own_place_lies_in_that_of_the_article_or_around_it(root: Root) -> None:
    root.edit(A, "indicator: hamlets\n", "indicator: hamlets\n    locality: quang-binh\n")
    assert root.problems() == []
    root.edit(A, "locality: quang-binh\n", "locality: quang-ninh.ha-long\n")
    problem = root.problem()
    assert "quang-ninh.ha-long lies neither in quang-binh.quang-ninh" in problem.message.en
    assert (problem.file, problem.line, problem.column) == root.place(A, "quang-ninh.ha-long")
    root.edit(A, 'thôn xuống còn 154 thôn"', f'thôn xuống còn 154 thôn"{NOTE}')
    assert root.problems() == []


FOURTEEN = """\
  - id: quang-ninh.ha-long.phuong-14
    name: "14"
    type: {vi: phường, en: Ward}
    level: commune
    parent: quang-ninh.ha-long
"""


@pytest.mark.parametrize(
    ("phrase", "names"),
    [("14 chi bộ và 48 TCCSĐ", False), ("48 TCCSĐ, phường 14", True), ("Phường 14 có 48 TCCSĐ", True),
     ("huyện 14, 48 TCCSĐ", False)],
)  # fmt: skip
def test_a_number_names_a_place_only_after_its_type(root: Root, phrase: str, names: bool) -> None:
    root.write("data/localities.yaml", (root.path / "data/localities.yaml").read_text("utf-8") + FOURTEEN)
    root.edit(A, '"48 TCCSĐ"', f'"{phrase}"')
    said = [problem.message.en for problem in root.problems() if "the phrase names" in problem.message.en]
    assert bool(said) is names
    assert all("phường 14 (quang-ninh.ha-long.phuong-14)" in one for one in said)
