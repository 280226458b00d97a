"""A chart as a picture that leaves its page: title, what is counted, the bars, and where every number is from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from dashboard.charts import footer, header
from dashboard.charts.draw import Drawing, drawing
from dashboard.charts.measures import Measures
from dashboard.charts.plan import Plan
from dashboard.charts.say import Sayer
from dashboard.charts.sheet import Figure
from dashboard.charts.sizes import WIDE, Size

_SCALES: Final = (1.6, 1.5, 1.4, 1.3)  # of words and bars; what is little is written larger
_ROOMIEST: Final = 2.6  # how far rows are stretched to fill a sheet
_BARS: Final = 0.38  # the part of the width that words made larger leave to the bars
_NOTICED, _ABOVE = 120, 0.4  # px left over that would leave a hole, and the part of them that goes above the body
_GAP: Final = 16  # px between body and footer
_PLAIN_TOP: Final = 20


def picture(
    plan: Plan, say: Sayer, version: str, size: Size = WIDE, *, one_scale: bool = False, title: str = ""
) -> Figure:
    """The picture at a size: as high as that at least, higher where there is more to say, never smaller words.

    ``title`` stands for the chart's own; ``version`` is that of the data. Its width and height are px.
    """
    page = _Page(plan, say, version, size, one_scale, title or plan.chart.title[say.language])
    if not size.framed:
        return page.figure(_SCALES[-1], 1.0)
    *larger, least = _SCALES
    scale = next((one for one in larger if page.fits(one)), least) if page.fits(least) else least
    return page.figure(scale, page.roomy(scale))


@dataclass(frozen=True)
class _Page:
    plan: Plan
    say: Sayer
    version: str
    size: Size
    one_scale: bool
    title: str
    _heights: dict[tuple[float, float], float] = field(default_factory=dict)

    def fits(self, scale: float) -> bool:
        """Whether words may be as large as this: within the least height, and with room for the bars."""
        body = drawing(self.plan, self.say, self._measures(scale), one_scale=self.one_scale)
        if scale > _SCALES[-1] and isinstance(body, Drawing) and body.plot_width < _BARS * self.size.inner:
            return False
        return self._needed(scale, 1.0) <= self.size.least

    def roomy(self, scale: float) -> float:
        """How far the rows are stretched so that they fill the sheet."""
        least, height = self.size.least, self._needed(scale, 1.0)
        if height >= least:
            return 1.0
        stretched = self._needed(scale, _ROOMIEST)
        if stretched <= least:
            return _ROOMIEST
        return 1 + (_ROOMIEST - 1) * (least - height) / (stretched - height) * 0.98

    def figure(self, scale: float, roomy: float) -> Figure:
        """What plotly draws; what height is left over stands below the body, much of it around it."""
        needed = self._needed(scale, roomy)
        height = max(self.size.least, needed)
        body = drawing(self.plan, self.say, self._measures(scale, roomy), one_scale=self.one_scale)
        if not self.size.framed:
            return body.sheet.figure(body.draw(_PLAIN_TOP) + _PLAIN_TOP, self.size.width)
        top = header.write(body.sheet, self.plan, self.say, self.title, self.size)
        spare = height - needed
        body.draw(top + (spare * _ABOVE if spare > _NOTICED else 0))
        footer.write(body.sheet, self._footer(body.styles), height, self.size)
        return body.sheet.figure(height, self.size.width)

    def _needed(self, scale: float, roomy: float) -> float:
        """The height that everything takes."""
        if (scale, roomy) not in self._heights:
            self._heights[scale, roomy] = self._measure(scale, roomy)
        return self._heights[scale, roomy]

    def _measure(self, scale: float, roomy: float) -> float:
        body = drawing(self.plan, self.say, self._measures(scale, roomy), one_scale=self.one_scale)
        if not self.size.framed:
            return body.draw(_PLAIN_TOP) + _PLAIN_TOP
        end = body.draw(header.write(body.sheet, self.plan, self.say, self.title, self.size))
        return end + _GAP + self._footer(body.styles).height

    def _measures(self, scale: float, roomy: float = 1.0) -> Measures:
        return Measures(self.size.inner, self.size.pad, scale, roomy)

    def _footer(self, styles: set[str]) -> footer.Footer:
        return footer.footer(self.plan, self.say, self.version, styles, self.size, one_scale=self.one_scale)
