"""plotly.js cut down draws what the whole one draws."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from dashboard.charts.assets import trimmed_plotly_path, whole_plotly_path
from tests.browser.figures import Figure, everything

DRAWN = """async (figures) => {
  let lot = 1; // ids are drawn by lot: the same ones each time
  Math.random = () => (lot = (lot * 16807) % 2147483647) / 2147483647;
  const found = [];
  for (const { data, layout } of figures) {
    const plot = document.body.appendChild(document.createElement("div"));
    await Plotly.newPlot(plot, data, { ...layout, width: layout.width ?? 520 }, { staticPlot: true });
    found.push([...plot.querySelectorAll("svg")].map((svg) => svg.outerHTML).join("\\n"));
    Plotly.purge(plot);
    plot.remove();
  }
  return found;
}"""


def drawn(page: Page, plotly: Path, figures: list[Figure]) -> list[str]:
    """The SVG of each figure, drawn by that file."""
    page.goto("about:blank")
    page.add_script_tag(path=plotly)
    found: list[str] = page.evaluate(DRAWN, figures)
    return found


def test_charts_are_the_same_to_the_letter(page: Page) -> None:
    figures = list(everything())[::4]
    whole, ours = (drawn(page, path, figures) for path in (whole_plotly_path(), trimmed_plotly_path()))
    assert ours == whole
    assert all(len(svg) > 2000 for svg in ours)
