"""The formats and the names of their files."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.cli import export
from dashboard.export.extract import Extract
from dashboard.export.formats import FORMATS, TABLES, short
from dashboard.figures import references


def test_the_command_offers_every_format() -> None:
    assert tuple(FORMATS) == export.FORMATS


@pytest.mark.parametrize("id", FORMATS)
def test_a_format_makes_a_file_that_says_what_it_holds(everything: Extract, id: str) -> None:
    (file,) = FORMATS[id].files(everything)
    articles = id in references.FORMATS
    assert file.holds == ("2 articles" if articles else "13 figures")
    assert file.name.startswith("doisanh_sources_" if articles else "doisanh_figures_")
    assert everything.dataset.version in file.name
    assert file.content


def test_a_name_tells_what_was_chosen_and_the_language_of_what_has_one(everything: Extract) -> None:
    part = replace(everything, scope=("bac-kan.cho-moi", "Đảng viên", "2019"), language="en")
    version = everything.dataset.version
    assert [one.name(part) for one in TABLES] == [
        f"doisanh_figures_bac-kan.cho-moi_dang-vien_2019_en_{version}.xlsx",
        f"doisanh_figures_bac-kan.cho-moi_dang-vien_2019_en_{version}_comma.csv",
        f"doisanh_figures_bac-kan.cho-moi_dang-vien_2019_en_{version}.csv",
        f"doisanh_figures_bac-kan.cho-moi_dang-vien_2019_{version}.parquet",
        f"doisanh_figures_bac-kan.cho-moi_dang-vien_2019_{version}.datapackage.zip",
    ]


@given(st.lists(st.text(), max_size=6))
def test_a_name_is_short_ascii_and_leads_nowhere(scope: list[str]) -> None:
    found = short(tuple(scope))
    assert len(found) <= 4
    for part in found:
        assert part
        assert part.isascii()
        assert len(part) <= 40
        assert not set(part) & set('/\\:*?"<>| \n')
