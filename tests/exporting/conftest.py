"""All figures of the small data set, as an extract."""

from __future__ import annotations

import pytest

from dashboard.exporting.extract import Extract, whole
from dashboard.frame import build
from dashboard.verify.proofs import status
from tests.sample import Root


@pytest.fixture
def everything(root: Root) -> Extract:
    """The whole small data set, in Vietnamese."""
    dataset = root.dataset()
    return whole(dataset, build(dataset), status(dataset))
