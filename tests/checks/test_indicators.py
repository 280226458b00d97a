"""What is wrong with an indicator is told where it stands."""

from __future__ import annotations

import pytest

from tests.sample import Root

TABLE = "data/indicators.yaml"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("organisation", True),
        ("orgnization", True),
        ("organizations", True),
        ("households", False),
        ("orchestra", False),
    ],
)
def test_a_mistyped_subject_is_refused_with_the_one_that_is_meant(root: Root, typed: str, told: bool) -> None:
    rest = "\n    theme: organisation\n    part_of: organizations\n  - id: cells"
    root.edit(TABLE, f"subject: organization{rest}", f"subject: {typed}{rest}")
    found = [one for one in root.problems() if "subject" in one.hint.en or "is about" in one.message.en]
    assert len(found) == told
    if told:
        assert found[0].message.en == f"committees: no other indicator is about {typed}"
        assert found[0].hint.en.startswith("did you mean organization?")
        assert (found[0].file, found[0].line, found[0].column) == root.place(TABLE, f"{typed}\n    theme")
