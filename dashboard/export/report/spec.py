"""What a report holds, as a reader writes it in a YAML file or the page saves its basket. docs/commands.md explains it.

title: Đảng viên ở ba tỉnh
items:
  - chart: "?chart=party-members"
  - sentence: "?places=ben-tre,dong-nai&indicator=party_members"
    comment: Số liệu của hai năm khác nhau.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, Final, Literal
from urllib.parse import parse_qsl

from pydantic import AfterValidator, Field, StringConstraints

from dashboard.charts import chart_selection
from dashboard.charts.comparison_chart import MOST_COMPARED, about, compared, sets
from dashboard.charts.figure_index import FigureIndex
from dashboard.charts.view import COMPARISON, SCORECARD, SINGLE, View, parse
from dashboard.language.bilingual import Both, Refused, any_of
from dashboard.language.dates import Period
from dashboard.language.words import Language
from dashboard.records.dataset import Dataset
from dashboard.records.models.fields import Day, Record
from dashboard.records.places import nearest
from dashboard.records.problems import Problem, limited
from dashboard.records.record_files import read_record
from dashboard.records.scalars import HIDDEN
from dashboard.records.yaml_text import read as read_yaml

MOST_ITEMS: Final = 100
_LONGEST_ADDRESS: Final = 20_000
_FEWEST: Final = 2  # places that a comparison or a sentence is about

KINDS: Final = ("chart", "comparison", "sentence", "table")
Item_Kind = Literal["chart", "comparison", "sentence", "table"]


def _line(text: str) -> str:
    """A text on one line, without what can't be seen. Raises Refused for one that is empty then."""
    found = _seen(text)
    if not found:
        raise Refused(Both("chữ để trống", "empty text"), Both("điền vào hoặc xóa dòng này", "fill it in or delete it"))
    return found


def _lines(text: str) -> str:
    """A text of several lines, each as ``_line``; empty ones are left out."""
    return "\n".join(filter(None, map(_seen, text.splitlines()))) or _line("")


def _seen(line: str) -> str:
    """What a reader sees of a line, as a file may hold it."""
    seen = HIDDEN.sub("", unicodedata.normalize("NFC", " ".join(line.split())))
    return unicodedata.normalize("NFC", " ".join(seen.split()))


Line = Annotated[str, StringConstraints(max_length=300), AfterValidator(_line)]
Lines = Annotated[str, StringConstraints(max_length=10_000), AfterValidator(_lines)]
Address = Annotated[str, StringConstraints(max_length=_LONGEST_ADDRESS), AfterValidator(_line)]


class Item(Record):
    """One thing in a report: exactly one of ``KINDS``, as the address of what the page shows."""

    chart: Address | None = Field(
        None, description='Địa chỉ một biểu đồ: "?chart=party-members" | The address of a chart: "?chart=party-members"'
    )
    comparison: Address | None = Field(
        None, description='Địa chỉ so sánh hai đến sáu nơi: "?places=ben-tre,dong-nai" | '
        'The address of a comparison of two to six places: "?places=ben-tre,dong-nai"',
    )  # fmt: skip
    sentence: Address | None = Field(
        None, description='Nơi và chỉ tiêu: "?places=ben-tre,dong-nai&indicator=party_members" | '
        'Places and indicator: "?places=ben-tre,dong-nai&indicator=party_members"',
    )  # fmt: skip
    table: Address | None = Field(
        None, description="Địa chỉ một biểu đồ, một chỉ tiêu hoặc các nơi | "
        "The address of a chart, an indicator, or places",
    )  # fmt: skip
    title: Line | None = Field(None, description="Nhan đề thay cho nhan đề có sẵn | A title in place of its own")
    comment: Lines | None = Field(None, description="Lời bình dưới nhan đề | Words under the title")

    @property
    def given(self) -> list[tuple[str, str]]:
        """The kinds that are given, each with its address; exactly one where the item is right."""
        return [(kind, address) for kind in KINDS if (address := getattr(self, kind)) is not None]


class Spec(Record):
    """A report: title, language and items in their order. ``template``: a file of the reader's own, for the command."""

    title: Line = Field(description="Nhan đề báo cáo | The title of the report")
    language: Literal["vi", "en"] = Field("vi", description="vi hoặc en | vi or en")
    author: Line | None = Field(None, description="Người hoặc cơ quan soạn | Who wrote it")
    date: Day | None = Field(None, description="Ngày ghi trên báo cáo: 2025-06-30 | The day on it: 2025-06-30")
    template: Line | None = Field(
        None, description="Tệp .docx hoặc .pptx làm mẫu, tính từ thư mục của tệp này | "
        "A .docx or .pptx to start from, relative to this file",
    )  # fmt: skip
    items: list[Item] = Field(
        min_length=1, max_length=MOST_ITEMS,
        description="Các mục theo thứ tự, mỗi mục một chart, comparison, sentence hoặc table | "
        "The items in order, each a chart, comparison, sentence or table",
    )  # fmt: skip


def read(raw: bytes, file: str, figures: FigureIndex) -> tuple[Spec | None, list[Problem]]:
    """A report's YAML. None with all its problems, each at its line, if there are any. Never raises."""
    found = read_record(file, raw, Spec)
    problems = list(found.problems)
    if found.record is not None:
        marks = read_yaml(raw, file, with_marks=True).marks
        kept = found.kept.get("items") or range(len(found.record.items))
        for index, item in zip(kept, found.record.items, strict=True):
            for fault in faults(item, figures):
                path = ("items", index, fault.key) if fault.key else ("items", index)
                problems.append(Problem(file, *marks.value(path), fault.message, fault.hint))
    return (None if problems else found.record), limited(problems)


def written(spec: Spec) -> str:
    """The YAML of a report, as ``read`` takes it."""
    lines = [f"title: {_quoted(spec.title)}", f"language: {spec.language}"]
    lines += [f"{key}: {_quoted(value)}" for key in ("author", "template") if (value := getattr(spec, key))]
    lines += [f"date: {spec.date.text}"] if isinstance(spec.date, Period) else []
    lines.append("items:")
    for item in spec.items:
        said = [*item.given, *((key, value) for key in ("title", "comment") if (value := getattr(item, key)))]
        lines += [f"  {'-' if n == 0 else ' '} {key}: {_quoted(value)}" for n, (key, value) in enumerate(said)]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


# --- addresses


@dataclass(frozen=True)
class Fault:
    """What is wrong with an item. ``key``: the part of it, "" for the item as a whole."""

    key: str
    message: Both
    hint: Both


def view_of(address: str, dataset: Dataset, language: Language = "vi") -> tuple[View, list[str]]:
    """The view of an address in the language of a report, and what of it is invalid, as ``key=value``."""
    query = address.partition("#")[0].rpartition("?")[2].lstrip("?")
    pairs = [(key, value) for key, value in parse_qsl(query, keep_blank_values=True) if key != "lang"]
    asked = dict(pairs)
    view, ignored = parse({**asked, "lang": language}, dataset)
    return view, [*(f"{key}={value}" for key, value in pairs if asked[key] != value), *ignored]


def faults(item: Item, figures: FigureIndex) -> Iterator[Fault]:
    """What is wrong with an item: that it is not one thing, what of its address there is not, that it shows nothing."""
    given = item.given
    if len(given) != 1:
        told = Both("không có gì trong mục này", "there is nothing in this item")
        if given:
            names = [kind for kind, _ in given]
            told = Both("hai thứ trong một mục: ", "several things in one item: ") + ", ".join(names)
        hint = Both("mỗi mục viết đúng một: ", "give each item exactly one: ") + any_of(KINDS)
        yield Fault("", told, hint)
        return
    kind, address = given[0]
    dataset = figures.dataset
    view, ignored = view_of(address, dataset)
    for one in ignored:
        yield Fault(kind, _unknown(one), _meant(one, dataset))
    if not ignored and (fault := _CHECKS[kind](view, figures)):
        yield Fault(kind, *fault)


def _unknown(part: str) -> Both:
    shown = part if len(part) <= 80 else f"{part[:79]}…"
    return Both("địa chỉ có phần không biết: ", "no view has this: ") + shown


def _meant(part: str, dataset: Dataset) -> Both:
    key, _, value = part.partition("=")
    known: Mapping[str, list[str]] = {
        "chart": [*dataset.charts, SINGLE, SCORECARD, COMPARISON],
        "indicator": list(dataset.indicators),
        "theme": ["all", *dataset.themes],
        "use": list(dataset.by_id),
    }
    if value in known.get(key, dataset.localities if key == "places" else ()):  # repeated, or beside what excludes it
        return Both("bỏ đi: không đi cùng phần còn lại của địa chỉ", "leave it out: it does not go with the rest")
    near = nearest(value, dataset) if key == "places" else get_close_matches(value[:100], known.get(key, []), 3, 0.6)
    if near:
        return Both("có phải: ", "did you mean: ") + any_of([f"{key}={one}" for one in near])
    return Both("chép lại địa chỉ từ trang So sánh", "copy the address from the Compare page")


_Told = tuple[Both, Both] | None
_NOTHING: Final = Both("không có số liệu nào trong phạm vi này", "there are no figures in this view")
_WIDER: Final = Both("chọn nơi khác, hoặc bỏ bớt giới hạn về năm, cấp", "choose other places, or fewer limits")


def _of_chart(view: View, figures: FigureIndex) -> _Told:
    if not view.chart:
        told = Both("địa chỉ không nêu biểu đồ nào", "the address names no chart")
        return told, Both("thêm chart=…, như trong liên kết của một biểu đồ: ",
                          "add chart=…, as a chart's link has it: ") + "?chart=party-members"  # fmt: skip
    if chart_selection.one(figures.dataset, figures, view, view.chart) is None:
        return _NOTHING, _WIDER
    return None


_NO_ANSWER: Final = (
    Both("địa chỉ là của biểu đồ, không phải của phần trả lời", "the address is that of charts, not of an answer"),
    Both("bỏ theme, level, sort, only, scale, q và chart", "leave out theme, level, sort, only, scale, q and chart"),
)


def _of_comparison(view: View, figures: FigureIndex) -> _Told:
    if view.theme:
        return _NO_ANSWER
    if not _FEWEST <= len(view.places) <= MOST_COMPARED:
        told = Both(f"so sánh {len(view.places)} nơi", f"a comparison of {len(view.places)} places")
        return told, Both("chọn từ hai đến sáu nơi: ", "give two to six: ") + "?places=ben-tre,dong-nai"
    found = compared(figures, about(figures, view))
    return None if found.compared or found.apart or found.alone else (_NOTHING, _WIDER)


def _of_sentence(view: View, figures: FigureIndex) -> _Told:
    if view.theme:
        return _NO_ANSWER
    if not view.indicator:
        told = Both("địa chỉ không nêu chỉ tiêu nào", "the address names no indicator")
        return told, Both("thêm indicator=…: ", "add indicator=…: ") + "?places=…&indicator=party_members"
    return _any(view, figures)


def _of_table(view: View, figures: FigureIndex) -> _Told:
    if view.chart:
        return _of_chart(view, figures)
    if view.theme or not (view.indicator or view.places):
        told = Both("địa chỉ không nêu biểu đồ, chỉ tiêu hay nơi nào", "the address names no chart, indicator or place")
        return told, Both("thêm chart=…, indicator=… hoặc places=…", "add chart=…, indicator=… or places=…")
    return _any(view, figures)


def _any(view: View, figures: FigureIndex) -> _Told:
    if view.indicator:
        return None if sets(figures, view, view.indicator) else (_NOTHING, _WIDER)
    keep = figures.in_period(view) or bool
    found = any(keep(one) for place in view.places for one in figures.pool.by_place.get(place, ()))
    return None if found else (_NOTHING, _WIDER)


_CHECKS: Final = {
    "chart": _of_chart, "comparison": _of_comparison, "sentence": _of_sentence, "table": _of_table,
}  # fmt: skip
