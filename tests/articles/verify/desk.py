"""One article with its text, written for these tests in the genre, to break on either side."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from dashboard.cli.main import main
from tests.sample import Root

FIGURES = "data/figures/paper-2019.yaml"
SEED = "seeds/paper-2019.yaml"
PROOF = "data/proofs/paper-2019.json"

TEXT = """\
Huyện Quảng Ninh đổi mới cách làm từ cơ sở

08:15, Thứ Tư, 06/11/2019 (GMT+7)
Theo Nghị quyết số 18-NQ/TW, khóa XII, toàn huyện có 48 TCCSĐ với 7.397 đảng viên, gồm 24 đảng bộ và 24 chi bộ cơ sở.
Năm 2018, trên 90% đảng viên được xếp loại hoàn thành tốt nhiệm vụ; 223/226 cán bộ có bằng đại học.

Nhiệm kỳ 2015-2020, số thôn giảm từ 162 thôn xuống còn 154 thôn. Huyện giảm 235 chỉ tiêu so với năm 2015.
Các chi bộ soi mình qua 27 biểu hiện, mỗi tháng đều kiểm tra 2 lần; kết quả cao ở khắp nơi.
"""

SEED_TEXT = """\
id: paper-2019
title: "Một bài báo"
outlet: {{value: "Báo A"}}
published: {{date: 2019-11-06}}
locality: quang-binh.quang-ninh
text:
  file: a.txt
  sha256: {sha256}
curated: 2024-01-02
not_figures:
  - {{printed: "27 biểu hiện", paragraph: 6, reason: content}}
  - {{printed: "kiểm tra 2 lần", paragraph: 6, reason: occasion}}
"""

FIGURES_TEXT = """\
article: paper-2019
locality: quang-binh.quang-ninh
as_of: 2019-11-06
figures:
  - indicator: members
    value: 7397
    printed: "7.397 đảng viên"
    paragraph: 3
  - indicator: organizations
    value: 48
    printed: "48 TCCSĐ"
    paragraph: 3
  - indicator: committees
    value: 24
    printed: "24 đảng bộ"
    paragraph: 3
  - indicator: cells
    value: 24
    printed: "24 chi bộ cơ sở"
    paragraph: 3
  - indicator: members_good
    value: 90
    hedge: over
    printed: "trên 90% đảng viên"
    paragraph: 4
    as_of: 2018
    base: not_stated
    scheme: party-2018-2022
  - indicator: graduates
    value: 223
    out_of: 226
    printed: "223/226 cán bộ"
    paragraph: 4
    base: all
  - indicator: hamlets
    value: 154
    before: 162
    printed: "từ 162 thôn xuống còn 154 thôn"
    paragraph: 5
  - indicator: posts_cut
    value: 235
    printed: "giảm 235 chỉ tiêu"
    paragraph: 5
    since: 2015
blanks:
  - indicator: own_rating
    printed: "kết quả cao"
    paragraph: 6
sums:
  - whole: organizations
    parts: [committees, cells]
    complete: true
"""


@dataclass
class Desk:
    """A root folder, the folder of the texts, and what verify says of them."""

    root: Root
    texts: Path
    text: str = TEXT

    def keep(self, text: str | bytes, *, read: bool = True) -> None:
        """Store a text; with ``read`` the record then says that this is the one that was read."""
        raw = text if isinstance(text, bytes) else text.encode()
        (self.texts / "a.txt").write_bytes(raw)
        if read:
            self.root.write(SEED, SEED_TEXT.format(sha256=sha256(raw).hexdigest()))

    def reword(self, old: str, new: str, *, read: bool = True) -> None:
        """Change the one occurrence of some words of the text."""
        assert self.text.count(old) == 1, f"{old!r} stands {self.text.count(old)} times"
        self.text = self.text.replace(old, new)
        self.keep(self.text, read=read)

    def edit(self, file: str, old: str, new: str) -> None:
        """Change the one occurrence of some words of a record."""
        self.root.edit(file, old, new)

    def run(self, *words: str) -> int:
        """``doisanh verify --articles`` on it; the exit code."""
        return main(["verify", "--lang", "en", "--root", str(self.root.path), "--articles", str(self.texts), *words])


def told(out: str) -> Any:
    """What the JSON report says of the one article."""
    return next(one for one in json.loads(out)["articles"] if one["article"] == "paper-2019")
