"""One of a thing is told in the singular."""

from __future__ import annotations

import pytest

from dashboard.language.english import singular
from tests.world import real


@pytest.mark.parametrize(
    ("several", "one"),
    [
        ("Party cells", "Party cell"),
        ("grassroots Party organisations", "grassroots Party organisation"),
        ("bodies", "body"),
        ("people", "person"),
        ("hamlets and residential groups", "hamlet and residential group"),
        ("members per 100 inhabitants", "member per 100 inhabitants"),
        ("classes", "class"),
        ("branches of schools", "branch of schools"),
        ("%", "%"),
        ("đồng", "đồng"),
        ("per 100 members", "per 100 members"),
        ("staff", "member of staff"),
        ("km²", "km²"),
    ],
)
def test_a_unit_after_one_is_singular(several: str, one: str) -> None:
    assert singular(several) == one


def test_every_unit_of_ours_that_counts_has_a_singular() -> None:
    alike = {one.unit.en for one in real().indicators.values() if singular(one.unit.en) == one.unit.en}
    assert alike == {"%", "đồng", "per 100 members", "rating", "change"}
