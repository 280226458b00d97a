"""A few of the curated articles, with all the tables as they are.

What tests say of pages, charts and files they say of these. A new article turns none of them red; what all articles
together must hold is in ``test_our_data``.
"""

from __future__ import annotations

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

REPOSITORY: Final = Path(__file__).resolve().parents[1]
ARTICLES: Final = frozenset(
    """
    bao-bac-kan-2023 bao-dong-khoi-2019-07-22 bao-dong-nai-2018-10-08 bao-dong-thap-2013-04-05 bao-hai-duong-2020-02-27
    bao-moi-krong-no-2011 bao-ninh-binh-undated bao-quang-binh-2019-10-18 bao-quang-ninh-2019-01-10
    bao-vinh-long-2019-07-11 cong-dong-nai-2024-03-28 dang-bo-tphcm-phuong-14 gia-lai-tv-2020-06
    tuyen-giao-tien-giang-2017 yen-lac-2020-08-24
    """.split()
)


MORE: Final = frozenset(
    """
    bac-kan-2020 bao-dong-khoi-2019-09-17 bao-dong-nai-2014-02-03 bao-dong-nai-2018-01-05 bao-hai-duong-2020-07-01
    bao-hai-duong-2022-01-20 bao-lam-dong-2017-01-20 bao-lam-dong-2020-01-13 thanh-son-2020 thanh-uy-bao-loc-2021-09
    vietnamplus-2025-08-08
    """.split()
)
"""With these there are figures on every chart."""


@cache
def few_articles(*, more: bool = False) -> Path:
    """A folder with data/ and seeds/ of these articles, made once a process and deleted at its end."""
    folder = Path(mkdtemp(prefix="doisanh-articles-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    kept = ARTICLES | MORE if more else ARTICLES

    def others(of: str, names: list[str]) -> list[str]:
        if Path(of).name not in {"figures", "proofs", "seeds"}:
            return []
        return [name for name in names if name.endswith((".yaml", ".json")) and Path(name).stem not in kept]

    for name in ("data", "seeds"):
        shutil.copytree(REPOSITORY / name, folder / name, ignore=others)
    return folder
