"""All figures of the small data set, as an extract."""

from __future__ import annotations

import pytest

from dashboard.articles.verify.proofs import status
from dashboard.export.extract import Extract, whole
from dashboard.figures.frame import build
from tests.sample import Root


@pytest.fixture
def everything(root: Root) -> Extract:
    """The whole small data set, in Vietnamese."""
    dataset = root.dataset()
    return whole(dataset, build(dataset), status(dataset))
