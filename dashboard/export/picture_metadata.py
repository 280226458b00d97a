"""The metadata inside a picture file: it survives cropping and renaming."""

from __future__ import annotations

import json
from typing import Final

from dashboard.charts.alt_text import alt_text
from dashboard.charts.plan import Plan
from dashboard.charts.wording import Wording

_SOFTWARE: Final = "Đối sánh (doisanh)"


def texts(plan: Plan, say: Wording, version: str, address: str) -> list[dict[str, str]]:
    """The metadata as {keyword, language, text}: the keywords of the PNG standard, and one of our own.

    ``address``: the full link of the chart where the dashboard has a public address, else its query only. The keyword
    "doisanh" holds JSON: chart, language, data version, and id and printed phrase of each figure.
    """
    shown = {
        figure.id: figure for panel in plan.panels for row in panel.rows for figure in (*row.data, *say.printed(row))
    }
    record = {
        "chart": plan.chart.id,
        "language": say.language,
        "data": version,
        "view": address,
        "licence": "CC-BY-4.0",
        "figures": [{"id": figure.id, "printed": figure.printed or None} for figure in shown.values()],
    }
    said = {
        "Title": plan.chart.title[say.language],
        "Description": alt_text(plan, say),
        "Source": address,
        "Copyright": say.word("picture_licence", version=version),
        "Software": _SOFTWARE,
    }
    found = [{"keyword": key, "language": say.language, "text": text} for key, text in said.items()]
    return [*found, {"keyword": "doisanh", "language": "", "text": json.dumps(record, ensure_ascii=False)}]
