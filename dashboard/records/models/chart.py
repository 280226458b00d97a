"""A chart and the group that it is in: data/charts.yaml."""

from __future__ import annotations

from pydantic import Field

from dashboard.records.models.fields import Choice, Record, Slug, Text


class Theme(Record):
    """A group of charts."""

    id: Slug
    name: Text


class Form(Choice):
    """How a chart draws its figures."""

    BARS = "bars"
    STACKED = "stacked"
    CHANGE = "change"
    TIME = "time"
    SINGLE = "single"
    SCORECARD = "scorecard"

    @property
    def pairs(self) -> bool:
        """Whether a row shows two values, the one before and the one after: printed together, or of two dates."""
        return self in (Form.CHANGE, Form.TIME)

    @property
    def in_cells(self) -> bool:
        """Whether it is a table as wide as the page, with numbers in its cells and nothing drawn to scale."""
        return self in (Form.SINGLE, Form.SCORECARD)


class Parts(Record):
    """The parts that a stacked bar is made of."""

    whole: Slug
    parts: list[Slug] = Field(min_length=1, max_length=3)  # as many as there are shades to tell apart


class Chart(Record):
    """A chart: which indicators it sets side by side, and in which form."""

    id: Slug
    theme: Slug
    form: Form
    title: Text
    counted: Text = Field(
        description="Đếm gì, đơn vị gì, một dòng dưới nhan đề | What is counted and its unit, one line under the title"
    )
    indicators: list[Slug] = Field(
        default=[],
        description="Mỗi chỉ tiêu một hoặc vài khung (theo cấp); không dùng cho stacked | "
        "One panel (a level) or several each; not for stacked",
    )
    stack: Parts | None = None
    note: Text | None = Field(
        None,
        description="Lưu ý của biểu đồ, chọn gì cũng cần nói | A caveat that belongs to the chart whatever is chosen",
    )
    cross_levels: bool = Field(
        False,
        description="Tỷ số không phụ thuộc quy mô: các cấp chung một trục, vẫn nêu tên cấp | "
        "A ratio that removes size: levels share one axis, still named",
    )
    blanks: bool = Field(
        True,
        description="Nơi có bài báo mà không có số liệu có được một dòng không | "
        "Whether places with an article but no figure get a row",
    )

    @property
    def shown(self) -> list[str]:
        """All indicators that it may show, the parts of stacked bars included."""
        return [*self.indicators, *((self.stack.whole, *self.stack.parts) if self.stack else ())]
