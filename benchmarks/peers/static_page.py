"""The floor: a page that has all its data, and calls ``Plotly.react`` at each change of the filter."""

from __future__ import annotations

import gzip
import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources

from drawing import SAVING, content, figure, table

PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>Static</title>
<link rel="icon" href="data:,"><script src="plotly.js"></script>
<style>body { font-family: sans-serif; margin: 2rem; } #charts { display: grid; grid-template-columns: 1fr 1fr;
gap: 1rem; align-items: start; } td { padding: 0 0.5rem; }</style>
<h1>Static</h1><div id="places"></div><div id="charts"></div><table id="table"></table>
<script type="application/json" id="data">DATA</script>
<script>
const data = JSON.parse(document.getElementById("data").textContent);
const grid = document.getElementById("charts");
const charts = data.views[""].figures.map(() => grid.appendChild(document.createElement("div")));
function show(place) {
  const view = data.views[place];
  charts.forEach((node, at) => Plotly.react(node, view.figures[at].data, view.figures[at].layout, data.config));
  document.getElementById("table").replaceChildren(...view.table.map((cells) => {
    const row = document.createElement("tr");
    row.append(...cells.map((cell) => Object.assign(document.createElement("td"), { textContent: cell })));
    return row;
  }));
}
for (const [id, label] of data.places) {
  const box = Object.assign(document.createElement("input"), { type: "checkbox", value: id });
  box.onchange = () => show(box.checked ? id : "");
  const field = document.createElement("label");
  field.append(box, label);
  document.getElementById("places").append(field);
}
show("");
</script></html>"""


def page() -> str:
    """The page with the figures of all places and of each one alone."""
    views = {}
    for place in ["", *(id for id, _ in content()["places"])]:
        places = [place] if place else []
        made = [json.loads(str(figure(chart, places).to_json())) for chart in content()["charts"]]
        views[place] = {"figures": made, "table": table(places).to_numpy().tolist()}
    data = json.dumps({"views": views, "places": content()["places"], "config": SAVING}, ensure_ascii=False)
    return PAGE.replace("DATA", data.replace("<", "\\u003c"))


FILES = {
    "/": ("text/html; charset=utf-8", gzip.compress(page().encode()), "no-cache"),
    "/plotly.js": (
        "text/javascript",
        gzip.compress((resources.files("plotly") / "package_data" / "plotly.min.js").read_bytes()),
        "public, max-age=31536000, immutable",
    ),
}


class Handler(BaseHTTPRequestHandler):
    """Serves the two files, compressed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """One file, or 404."""
        kind, body, caching = FILES.get(self.path.partition("?")[0], ("text/plain", gzip.compress(b""), "no-store"))
        self.send_response(200 if self.path.partition("?")[0] in FILES else 404)
        headers = {"Content-Type": kind, "Content-Encoding": "gzip", "Cache-Control": caching}
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
