"""The words of a chart are written all at once (annotations.js): where Plotly would have written them one by one."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from dashboard.charts.assets import FONT_FAMILY, font_url, frontend_url, plotly_url
from dashboard.charts.palette import LIGHT
from tests.browser.figures import Figure, everything

COMPARED = """async ([figures, palette, fonts, addresses]) => {
  const drawing = await import(new URL(addresses[0], document.baseURI));
  const Plotly = await drawing.loadPlotly(addresses[1]);
  await drawing.loadFonts(...fonts);
  const page = document.body.appendChild(document.createElement("div"));
  const drawn = async (figure, how) => {
    const plot = page.appendChild(document.createElement("div"));
    plot.style.cssText = "position: absolute; left: 0; top: 0";
    await how(plot, drawing.painted(figure, palette));
    const found = [...plot.querySelectorAll(".annotation text, .ds-words text")].map((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const style = ({ fontSize, fontWeight, fontStyle, fill }) => [fontSize, fontWeight, fontStyle, fill].join();
      const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      const runs = [];
      while (walk.nextNode()) {
        const { data, parentElement } = walk.currentNode;
        if (data.trim()) runs.push(`${data.trim()}: ${style(getComputedStyle(parentElement))}`);
      }
      return { text: text.textContent, box: [left, right, top, bottom], runs };
    });
    Plotly.purge(plot);
    plot.remove();
    return found.filter(({ text }) => text);
  };
  const found = [];
  for (const figure of figures) {
    const width = figure.layout.width ?? 520;
    found.push([
      await drawn(figure, (plot, { data, layout }) =>
        Plotly.newPlot(plot, data, { ...layout, width, autosize: false }, { staticPlot: true })),
      await drawn(figure, (plot, whole) => drawing.draw(Plotly, plot, whole, width)),
    ]);
  }
  return found;
}"""


def compared(page: Page, address: str, figures: list[Figure]) -> list[list[list[Figure]]]:
    """For each figure the words as Plotly writes them and as the board does: text, box and runs of each."""
    page.route("**/bare", lambda route: route.fulfill(body="<!doctype html><body>", content_type="text/html"))
    page.goto(f"{address}/bare")
    page.unroute("**/bare")
    fonts = [FONT_FAMILY, [{"style": "normal", "url": font_url()}, {"style": "italic", "url": font_url("italic")}]]
    addresses = [frontend_url("drawing.js"), plotly_url()]
    found: list[list[list[Figure]]] = page.evaluate(COMPARED, [figures, LIGHT, fonts, addresses])
    return found


def test_every_word_stands_where_plotly_would_put_it_and_looks_the_same(page: Page, dashboard_url: str) -> None:
    figures = list(everything())
    for figure, (theirs, ours) in zip(figures, compared(page, dashboard_url, figures), strict=True):
        assert len(theirs) > 1, figure
        assert [one["text"] for one in ours] == [one["text"] for one in theirs]
        for our, their in zip(ours, theirs, strict=True):
            assert our["box"] == pytest.approx(their["box"], abs=2), our["text"]  # theirs are rounded to whole px
            assert our["runs"] == their["runs"]


SIMPLE: Figure = {"text": "Nghĩa", "showarrow": False, "xref": "paper", "x": 0, "xanchor": "left", "yref": "y", "y": 9}


@pytest.mark.parametrize(
    "change",
    [
        {"showarrow": True},
        {"xanchor": "auto"},
        {"text": "H<sub>2</sub>O"},
        {"text": "<b>một<br>hai</b>"},
        {"text": "<i>một</b>"},
        {"xref": "x domain"},
    ],
)
def test_what_is_not_known_is_left_to_plotly(page: Page, dashboard_url: str, change: Figure) -> None:
    layout: Figure = {
        "width": 300, "height": 60, "margin": dict.fromkeys("lrtb", 0),
        "xaxis": {"range": [0, 1], "visible": False}, "yaxis": {"range": [60, 0], "visible": False},
        "font": {"family": FONT_FAMILY, "size": 14, "color": "$ink"},
        "annotations": [SIMPLE, SIMPLE | change],
    }  # fmt: skip
    ((theirs, ours),) = compared(page, dashboard_url, [{"data": [], "layout": layout}])
    assert len(ours) == 2
    assert [one["box"] for one in ours] == [one["box"] for one in theirs]  # to the pixel: it is Plotly's
