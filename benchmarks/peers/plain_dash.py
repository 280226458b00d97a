"""A plain Dash page: a filter, six times ``dcc.Graph``, a table."""

from __future__ import annotations

import sys
from typing import Any

from dash import Dash, Input, Output, dash_table, dcc, html
from drawing import SAVING, content, figure, table

CHARTS = content()["charts"]
COLUMNS = [{"name": name, "id": name} for name in content()["table"]["columns"]]
app = Dash(title="Dash")
app.layout = html.Div(
    [
        html.H1("Dash"),
        dcc.Checklist(
            id="places",
            options=[{"value": id, "label": label} for id, label in content()["places"]],
            value=[],
            inline=True,
        ),
        html.Div(
            [dcc.Graph(id=chart["id"], config=SAVING) for chart in CHARTS],
            style={"display": "grid", "gridTemplateColumns": "1fr 1fr", "gap": "1rem", "alignItems": "start"},
        ),
        dash_table.DataTable(id="table", columns=COLUMNS),
    ]
)


@app.callback(
    [*(Output(chart["id"], "figure") for chart in CHARTS), Output("table", "data")],
    Input("places", "value"),
)
def choose(places: list[str]) -> list[Any]:
    """The figures and the table of the places."""
    return [*(figure(chart, places) for chart in CHARTS), table(places).to_dict("records")]


app.run(host="127.0.0.1", port=int(sys.argv[1]), debug=False)
