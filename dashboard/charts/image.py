"""A chart as a picture for use outside the page: with title, unit, the chart, and the sources of every number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dashboard.charts import footer, header
from dashboard.charts.canvas import PlotSpec
from dashboard.charts.dimensions import Dimensions
from dashboard.charts.layout import Body, Layout, layout_of
from dashboard.charts.picture_sizes import PAGE, Size
from dashboard.charts.plan import Plan
from dashboard.charts.wording import Wording
from dashboard.language.dates import Period

LEAST: Final = 1.25  # the scale of words and bars; what is little is written larger
_LARGER: Final = (1.8, 1.6, 1.45, 1.35)
_BARS: Final = 0.38  # the part of the width that words made larger leave to the bars
_PARTS: Final = (1.0, 0.7, 0.4)  # of the height left over that the rows may take
_GAP: Final = 12  # px between body and footer
_PLAIN_TOP: Final = 20


def picture(
    plan: Plan,
    say: Wording,
    version: str,
    size: Size = PAGE,
    *,
    one_scale: bool = False,
    title: str = "",
    site: str = "",
) -> PlotSpec:
    """The plotly figure of a picture: at least as high as ``size`` asks, higher where its content needs it.
    ``pagination`` divides what does not fit.

    ``title`` replaces the chart's own; ``version`` is that of the data; ``site`` the public address of the dashboard
    without its scheme, if it has one. Width and height are px. All parts of a divided chart have one scale.
    """
    page = _Page(plan, say, version, size, one_scale, title or plan.chart.title[say.language], site)
    if not size.framed:
        return page.plain(LEAST)
    if plan.whole or page.least() > size.least:
        return page.figure(LEAST)
    return page.figure(next((one for one in _LARGER if page.fits(one)), LEAST))


def least_height(
    plan: Plan, say: Wording, version: str, size: Size, *, one_scale: bool = False, title: str = "", site: str = ""
) -> float:
    """The least height of a picture, in px; arguments as for ``picture``."""
    return _Page(plan, say, version, size, one_scale, title or plan.chart.title[say.language], site).least()


@dataclass(frozen=True)
class _Page:
    plan: Plan
    say: Wording
    version: str
    size: Size
    one_scale: bool
    title: str
    site: str = ""

    def fits(self, scale: float) -> bool:
        """Whether texts may have this scale: within the least height of the size, and with room left for the bars."""
        body = self._body(scale)
        if isinstance(body, Layout) and body.plot_width < _BARS * self.size.inner:
            return False
        return self._height(body) <= self.size.least

    def least(self) -> float:
        """The height at the smallest scale."""
        body = self._body(LEAST)
        return self._height(body) if self.size.framed else body.draw(_PLAIN_TOP) + _PLAIN_TOP

    def plain(self, scale: float) -> PlotSpec:
        """The plotly figure of the chart without header and footer."""
        body = self._body(scale)
        return body.canvas.figure(body.draw(_PLAIN_TOP) + _PLAIN_TOP, self.size.width)

    def figure(self, scale: float) -> PlotSpec:
        """The whole plotly figure; height left over is shared among the rows."""
        body = self._body(scale)
        needed = self._height(body)
        height = max(self.size.least, needed)
        for part in _PARTS if needed < height and body.boxes else ():
            airy = self._body(scale, (height - needed) * part / len(body.boxes))
            if self._height(airy) <= height + 0.01:  # larger numbers may take another line
                body = airy
                break
        footer.write(body.canvas, self._footer(body.styles), height, self.size)
        return body.canvas.figure(height, self.size.width)

    def _height(self, body: Body) -> float:
        """Draw header and chart. Returns the height with the footer."""
        end = body.draw(header.write(body.canvas, self.plan, self.say, self.title, self.size))
        return end + _GAP + self._footer(body.styles).height

    def _body(self, scale: float, air: float = 0) -> Body:
        measures = Dimensions(self.size.inner, self.size.pad, scale, air, self.size.smallest)
        return layout_of(self.plan, self.say, measures, one_scale=self.one_scale)

    def _footer(self, styles: set[str]) -> footer.Footer:
        version, day = self.version, self.version.partition("-")[2]
        if self.size.brief:
            version = Period.parse(day).label(self.say.language) if day else ""
        credit = [self.say.word("version", version=version), self.say.word("licence"), self.site]
        return footer.footer(self.plan, self.say, credit, styles, self.size, one_scale=self.one_scale)
