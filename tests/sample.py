"""A small, valid data set to break: two articles, three places, one figure of each kind."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.records.dataset import Dataset
    from dashboard.records.problems import Problem

SCHEMES = """\
schemes:
  - id: party-2018-2022
    name: {vi: "Xếp loại 2018–2022", en: "Rating of 2018–2022"}
    years: "2018/2022"
    documents: {vi: "Quy định 132-QĐ/TW", en: "Regulation 132-QĐ/TW"}
    labels: ["hoàn thành tốt nhiệm vụ"]
"""

INDICATORS = """\
indicators:
  - id: members
    name: {vi: "Đảng viên", en: "Party members"}
    definition: {vi: "Đảng viên", en: "Members"}
    unit: {vi: "đảng viên", en: "members"}
    kind: stock
    subject: party_member
    theme: organisation
  - id: organizations
    name: {vi: "Tổ chức cơ sở đảng", en: "Grassroots organisations"}
    definition: {vi: "TCCSĐ", en: "Grassroots organisations"}
    unit: {vi: "TCCSĐ", en: "organisations"}
    kind: stock
    subject: organization
    theme: organisation
    levels: [province, district]
  - id: committees
    name: {vi: "Đảng bộ cơ sở", en: "Committees"}
    definition: {vi: "Đảng bộ cơ sở", en: "Committees"}
    unit: {vi: "đảng bộ", en: "committees"}
    kind: stock
    subject: organization
    theme: organisation
    part_of: organizations
  - id: cells
    name: {vi: "Chi bộ cơ sở", en: "Cells"}
    definition: {vi: "Chi bộ cơ sở", en: "Cells"}
    unit: {vi: "chi bộ", en: "cells"}
    kind: stock
    subject: organization
    theme: organisation
    part_of: organizations
  - id: members_good
    name: {vi: "Đảng viên hoàn thành tốt", en: "Members who did well"}
    definition: {vi: "Tỷ lệ", en: "Share"}
    unit: {vi: "%", en: "%"}
    kind: share
    subject: party_member
    theme: ratings
    rating: {label: "hoàn thành tốt nhiệm vụ", label_en: "did well", tier: good}
  - id: graduates
    name: {vi: "Người có bằng đại học", en: "Graduates"}
    definition: {vi: "Người", en: "People"}
    unit: {vi: "người", en: "people"}
    kind: share
    subject: staff
    theme: ratings
  - id: hamlets
    name: {vi: "Thôn", en: "Hamlets"}
    definition: {vi: "Thôn", en: "Hamlets"}
    unit: {vi: "thôn", en: "hamlets"}
    kind: stock
    subject: hamlet
    theme: organisation
  - id: posts_cut
    name: {vi: "Biên chế đã giảm", en: "Posts cut"}
    definition: {vi: "Biên chế", en: "Posts"}
    unit: {vi: "chỉ tiêu", en: "posts"}
    kind: change
    subject: post
    theme: organisation
  - id: own_rating
    name: {vi: "Xếp loại của đảng bộ", en: "Its own rating"}
    definition: {vi: "Xếp loại", en: "Rating"}
    unit: {vi: "mức", en: "rating"}
    kind: grade
    subject: own_organization
    theme: ratings
    rating: {label: "hoàn thành tốt nhiệm vụ", label_en: "did well", tier: good}
  - id: members_each
    name: {vi: "Đảng viên mỗi TCCSĐ", en: "Members per organisation"}
    definition: {vi: "Tính ra", en: "Computed"}
    unit: {vi: "đảng viên/TCCSĐ", en: "members per organisation"}
    kind: ratio
    subject: organization
    theme: organisation
    formula: {ratio: [members, organizations], digits: 1}
  - id: share_of_total
    name: {vi: "Tỷ lệ", en: "Share"}
    definition: {vi: "Tính ra", en: "Computed"}
    unit: {vi: "%", en: "%"}
    kind: ratio
    subject: share
    theme: ratings
    formula: {percent_of_total: [graduates], digits: 1}
  - id: change_from_before
    name: {vi: "Chênh lệch", en: "Change"}
    definition: {vi: "Tính ra", en: "Computed"}
    unit: {vi: "chênh lệch", en: "change"}
    kind: change
    subject: change
    theme: organisation
    formula: {change: [hamlets]}
"""

LOCALITIES = """\
localities:
  - {id: quang-binh, name: Quảng Bình, type: {vi: tỉnh, en: Province}, level: province, code: "44"}
  - id: quang-binh.quang-ninh
    name: Quảng Ninh
    type: {vi: huyện, en: District}
    level: district
    parent: quang-binh
    code: "456"
  - {id: quang-ninh, name: Quảng Ninh, type: {vi: tỉnh, en: Province}, level: province, code: "22"}
  - id: quang-ninh.ha-long
    name: Hạ Long
    type: {vi: thành phố, en: City}
    level: district
    parent: quang-ninh
  - id: quang-ninh.ha-long.ha-lam
    name: Hà Lầm
    type: {vi: phường, en: Ward}
    level: commune
    parent: quang-ninh.ha-long
    code: "06670"
"""

CHARTS = """\
themes:
  - {id: organisation, name: {vi: "Tổ chức", en: "Organisation"}}
  - {id: ratings, name: {vi: "Xếp loại", en: "Ratings"}}
charts:
  - id: members
    theme: organisation
    form: bars
    title: {vi: "Đảng viên", en: "Members"}
    counted: {vi: "đảng viên", en: "members"}
    indicators: [members, members_each, posts_cut]
  - id: organizations
    theme: organisation
    form: stacked
    title: {vi: "TCCSĐ", en: "Organisations"}
    counted: {vi: "tổ chức", en: "organisations"}
    stack: {whole: organizations, parts: [committees, cells]}
  - id: ratings
    theme: ratings
    form: bars
    title: {vi: "Xếp loại", en: "Ratings"}
    counted: {vi: "%", en: "%"}
    indicators: [members_good, graduates, own_rating]
  - id: hamlets
    theme: organisation
    form: change
    title: {vi: "Thôn", en: "Hamlets"}
    counted: {vi: "thôn", en: "hamlets"}
    indicators: [hamlets]
"""

SEED_A = """\
id: paper-2019
title: "Một bài báo"
outlet: {value: "Báo A"}
published: {date: 2019-10-18}
locality: quang-binh.quang-ninh
text:
  file: a.txt
  sha256: 0000000000000000000000000000000000000000000000000000000000abcdef
curated: 2024-01-02
not_figures:
  - {printed: "nhiệm kỳ 2015-2020", paragraph: 3, reason: term}
"""

SEED_B = """\
id: paper-2020
title: "Bài khác"
outlet: {value: "Báo B", inferred: {vi: "đoán", en: "guessed"}}
published: {date: 2020-05, inferred: {vi: "đoán là 2020", en: "guessed, 2020"}}
locality: quang-ninh.ha-long.ha-lam
text: {read: excerpt}
curated: 2024-03-04
"""

FIGURES_A = """\
article: paper-2019
locality: quang-binh.quang-ninh
as_of: 2019-10-18
figures:
  - indicator: members
    value: 7397
    printed: "7.397 đảng viên"
    paragraph: 12
  - indicator: organizations
    value: 48
    printed: "48 TCCSĐ"
    paragraph: 12
  - indicator: committees
    value: 24
    printed: "24 đảng bộ"
    paragraph: 12
  - indicator: cells
    value: 24
    printed: "24 chi bộ cơ sở"
    paragraph: 12
  - indicator: members_good
    value: 90
    hedge: over
    printed: "trên 90% đảng viên"
    paragraph: 13
    as_of: 2018
    inferred: {vi: "đoán là 2018", en: "guessed, 2018"}
    base: not_stated
    scheme: party-2018-2022
  - indicator: graduates
    value: 223
    out_of: 226
    printed: "223/226 cán bộ"
    paragraph: 14
    base: all
  - indicator: hamlets
    value: 154
    before: 162
    printed: "từ 162 thôn xuống còn 154 thôn"
    paragraph: 15
  - indicator: posts_cut
    value: 235
    printed: "giảm 235 chỉ tiêu so với năm 2015"
    paragraph: 16
    since: 2015
sums:
  - whole: organizations
    parts: [committees, cells]
    complete: true
"""

FIGURES_B = """\
article: paper-2020
locality: quang-ninh.ha-long.ha-lam
as_of: 2020-05
figures:
  - indicator: members
    value: 430
    printed: "430 đảng viên"
  - indicator: own_rating
    grade: good
    printed: "công nhận hoàn thành tốt nhiệm vụ năm 2019"
    as_of: 2019
    scheme: party-2018-2022
blanks:
  - indicator: members_good
    printed: "chiếm tỷ lệ cao"
"""

RULES = (Path(__file__).resolve().parents[1] / "data" / "rules.yaml").read_text("utf-8")

FILES = {
    "data/schemes.yaml": SCHEMES,
    "data/indicators.yaml": INDICATORS,
    "data/localities.yaml": LOCALITIES,
    "data/rules.yaml": RULES,
    "data/charts.yaml": CHARTS,
    "seeds/paper-2019.yaml": SEED_A,
    "seeds/paper-2020.yaml": SEED_B,
    "data/figures/paper-2019.yaml": FIGURES_A,
    "data/figures/paper-2020.yaml": FIGURES_B,
}


@dataclass(frozen=True)
class Root:
    """A root folder that a test may break."""

    path: Path

    def write(self, file: str, text: str | bytes) -> None:
        """Write one file, as it is."""
        target = self.path / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace the one occurrence of some text in a file."""
        text = (self.path / file).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))

    def place(self, file: str, text: str) -> tuple[str, int, int]:
        """File, line and column of the first occurrence of some text."""
        before = (self.path / file).read_text("utf-8").partition(text)[0]
        return file, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1

    def problems(self) -> list[Problem]:
        """Everything that is wrong with it, which is told in both languages whatever it is."""
        from dashboard.checks.loading import load

        problems = load(self.path)[1]
        for said in (one for problem in problems for one in (problem.message, problem.hint)):
            assert said.vi.strip(), said
            assert said.vi != said.en, said
            assert unicodedata.is_normalized("NFC", said.vi), said
        return problems

    def problem(self) -> Problem:
        """The one thing that is wrong with it."""
        problems = self.problems()
        assert len(problems) == 1, "\n".join(map(str, problems))
        return problems[0]

    def dataset(self) -> Dataset:
        """What is read from it, which has no problems."""
        from dashboard.checks.loading import load

        dataset, problems = load(self.path)
        assert dataset is not None, "\n".join(map(str, problems))
        return dataset
