"""What ``doisanh add`` writes: records with what is known filled in, and what is not marked to be decided."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from dashboard.articles.draft.decision_marks import DECIDE, MARK, marked, quoted
from dashboard.articles.draft.drafting import slug
from dashboard.articles.draft.files import write_both
from dashboard.articles.draft.outlets import month_of, outlet_of, portal_of
from dashboard.articles.draft.proposal import Open, Why, which_place
from dashboard.articles.draft.source import NoDraft, noted
from dashboard.cli.record_search import called, finder, records
from dashboard.language.bilingual import Both
from dashboard.language.dates import Period
from dashboard.language.suggestions import did_you_mean, nearest
from dashboard.records import atomic_write
from dashboard.records.json_schemas import offering
from dashboard.records.models.chart import Chart, Form
from dashboard.records.models.fields import is_id
from dashboard.records.models.indicator import Indicator, Kind
from dashboard.records.source_files import CHARTS, FIGURES, INDICATORS, LOCALITIES, SEEDS, gather
from dashboard.records.unit import TYPES, own_id
from dashboard.records.unit_search import Finder
from dashboard.records.yaml_text import read

_LISTED = 6
_LEVELS = {"T": "province", "Q": "district", "H": "district", "TX": "district"} | dict.fromkeys(
    ("P", "X", "TT", "ĐK"), "commune"
)
"""The level that the type of a place tells; a city may be of two."""


class NotAdded(Exception):
    """Something that can't be added, and why; nothing was written."""

    def __init__(self, message: Both) -> None:
        super().__init__(message.en)
        self.message = message


def add(root: Path, arguments: argparse.Namespace) -> list[Both]:
    """Add an indicator, a place or an article; what was written and what is open. Raises NotAdded."""
    texts, _ = gather(root)  # `check` tells what can't be read
    if arguments.what == "indicator":
        return _add_indicator(root, texts, arguments)
    if arguments.what == "place":
        return _add_place(root, texts, arguments)
    return _add_article(root, arguments)


# --- an indicator --------------------------------------------------------------------------------


def _add_indicator(root: Path, texts: dict[str, bytes], given: argparse.Namespace) -> list[Both]:
    known: dict[str, Indicator] = {one.id: one for one, _ in records(texts, INDICATORS, "indicators")}
    charts: list[Chart] = [one for one, _ in records(texts, CHARTS, "charts")]
    ids = _ids(texts, INDICATORS, "indicators")
    _new(given.id, ids, INDICATORS)
    if given.like is not None and given.like not in known:
        near = nearest(given.like, known)
        raise NotAdded(Both(f"--like {given.like}: không có chỉ tiêu này", f"--like {given.like}: no such indicator")
                       + ("; " + did_you_mean(near) if near else ""))  # fmt: skip
    like = known.get(given.like)
    theme = like.theme if like else DECIDE
    files = {INDICATORS: _inserted(texts, INDICATORS, "indicators", _indicator(given, like, known), given.like)}
    own = next((one for one in charts if like and one.form is Form.BARS and like.id in one.indicators), None)
    listed = own and _in_list(texts[CHARTS].decode(), own, given.id)
    if own and listed:
        files[CHARTS], where = listed, own.id
    else:
        where = given.id.replace("_", "-")
        files[CHARTS] = _inserted(texts, CHARTS, "charts", _chart(given, where, theme, like), None)
    schema = root / "data" / "schema"
    ids.insert(ids.index(given.like) + 1 if given.like else len(ids), given.id)
    for path in sorted(schema.glob("*.json")) if schema.is_dir() else ():
        before = path.read_text("utf-8")
        if (after := offering(before, {"indicator": ids})) != before:
            files[f"data/schema/{path.name}"] = after
    _write(root, files)
    return _written(files, [Both(f"biểu đồ: {where}", f"chart: {where}")], MARK)


def _indicator(given: argparse.Namespace, like: Indicator | None, known: dict[str, Indicator]) -> list[str]:
    """The record of a new indicator, as lines; ``like`` gives all but its names, its words and what it means."""
    subjects = sorted({one.subject for one in known.values()})
    lines = [f"- id: {given.id}", *_names("name", given), "  definition:"]
    lines += [
        _open_text("vi", "đếm gì, gồm ai, trừ ai", "what is counted"),
        _open_text("en", "", "the same in English"),
    ]
    if like is None:
        themes = sorted({one.theme for one in known.values()})
        lines += ["  unit:", _open_text("vi", "chữ in sau số; % nếu là phần trăm", "as printed after the number"),
                  _open_text("en", "", "the same in English"),
                  _open("kind", [one for one in Kind if one is not Kind.RATIO]), _open("subject", subjects),
                  _open("theme", themes)]  # fmt: skip
    else:
        same = like.model_dump(mode="json", include={"unit", "kind", "subject", "theme", "not_applicable"})
        levels = "levels" in like.model_fields_set
        lines += [f"  {key}: {_flow(value)}" for key, value in same.items() if value is not None]
        lines += [f"  levels: [{', '.join(like.levels)}]"] if levels else []
        if like.rating:
            lines += ["  rating:", _open_text("label", "nhãn như in", "the label as printed"),
                      _open_text("label_en", "", "the label in English"), f"    tier: {DECIDE}"]  # fmt: skip
    words = [given.vi[:1].lower() + given.vi[1:]] if given.vi else []
    return [*lines, f"  words: [{', '.join(map(quoted, words))}]"]


def _chart(given: argparse.Namespace, id: str, theme: str, like: Indicator | None) -> list[str]:
    counted = _flow(like.unit.model_dump()) if like else None
    lines = [f"- id: {id}", f"  theme: {theme}", "  form: bars", *_names("title", given)]
    lines += [f"  counted: {counted}"] if counted else ["  counted:", _open_text("vi", "đếm gì", "what is counted"),
                                                        _open_text("en", "", "the same in English")]  # fmt: skip
    return [*lines, f"  indicators: [{given.id}]", "  blanks: false"]


def _names(key: str, given: argparse.Namespace) -> list[str]:
    own = ((one, getattr(given, one)) for one in ("vi", "en"))
    said = {"vi": ("tên tiếng Việt", "its name in Vietnamese"), "en": ("tên tiếng Anh", "its name in English")}
    return [f"  {key}:", *(f"    {one}: {quoted(text)}" if text else _open_text(one, *said[one]) for one, text in own)]


def _open(key: str, choices: Iterable[str]) -> str:
    return marked(f"  {key}: {DECIDE}", Open(tuple(choices)))


def _open_text(key: str, vi: str, en: str) -> str:
    return marked(f"    {key}: null", Open((), Why(vi, en)))


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    return value if is_id(value) else quoted(value)


def _in_list(text: str, chart: Chart, id: str) -> str | None:
    """The charts with an indicator more in a chart's list; None where that list is not on one line."""
    start = re.search(rf"^ *- id: {re.escape(chart.id)}$", text, re.MULTILINE)
    line = start and re.compile(r"^ +indicators: \[[^\]\n]*(?=\]$)", re.MULTILINE).search(text, start.end())
    if not line or "- id:" in text[start.end() if start else 0 : line.start()]:
        return None
    return f"{text[: line.end()]}, {id}{text[line.end() :]}"


# --- a place -------------------------------------------------------------------------------------


def _add_place(root: Path, texts: dict[str, bytes], given: argparse.Namespace) -> list[Both]:
    find, date = finder(root), _date(given.date)
    known = {*_ids(texts, LOCALITIES, "localities")}
    if given.name in known:
        raise NotAdded(Both(f"{given.name} đã có trong {LOCALITIES}", f"{given.name} is in {LOCALITIES} already"))
    unit = find.units.get(given.name) if is_id(given.name) else None
    if unit is None:
        found = find.find(given.name, date)
        unit = found.unit
        if unit is None and found.units:
            could = [f"{one.id} ({called(one, find.units).vi})" for one in found.units[:_LISTED]]
            message = Both(f"“{given.name}” có thể là: ", f"“{given.name}” could be: ") + ", ".join(could)
            raise NotAdded(
                message
                + Both("; viết mã, hoặc thêm cấp trên và --date", "; give the id, or what is around it and --date")
            )
    if unit is not None:
        return [Both.same(f"locality: {unit.id}"),
                called(unit, find.units) + Both(": có trong danh sách, không cần hồ sơ",
                                                ": in the list, needs no record")]  # fmt: skip
    id, lines = _unlisted(given.name, date, find, known)
    files = {LOCALITIES: _inserted(texts, LOCALITIES, "localities", lines, None)}
    _write(root, files)
    return _written(files, [Both.same(f"locality: {id}")], "".join(lines))


def _unlisted(asked: str, date: Period | None, find: Finder, known: set[str]) -> tuple[str, list[str]]:
    """Id and record of a place that the list lacks: as far as its name tells, with its type and what is around it."""
    first, _, around = asked.partition(",")
    kind, name = next(((key, first.strip()[len(text.vi) + 1 :]) for key, text in TYPES.items()
                       if first.strip().lower().startswith(f"{text.vi} ")), ("", first.strip()))  # fmt: skip
    parent = find.find(around, date).unit if around.strip() else None
    if not kind or (around.strip() and parent is None):
        raise NotAdded(Both(
            f"không tìm thấy “{asked}” trong danh sách; viết cả loại và cấp trên: “xã …, huyện …, tỉnh …”",
            f"“{asked}” is not in the list; write its type and what is around it: “xã …, huyện …, tỉnh …”",
        ))  # fmt: skip
    id = f"{parent.id}.{own_id(kind, name)}" if parent else own_id(kind, name)
    _new(id, known, LOCALITIES)
    level = f"  level: {_LEVELS[kind]}" if kind in _LEVELS else _open("level", ["province", "district", "commune"])
    lines = [f"- id: {id}", f"  name: {quoted(name)}", f"  type: {{vi: {TYPES[kind].vi}, en: {TYPES[kind].en}}}", level]
    return id, [*lines, *([f"  parent: {parent.id}"] if parent else [])]


# --- an article ----------------------------------------------------------------------------------


def _add_article(root: Path, given: argparse.Namespace) -> list[Both]:
    told = noted(given.address)
    if told is None:
        raise NotAdded(
            Both(f"{given.address}: viết địa chỉ như https://…", f"{given.address}: give an address, https://…")
        )
    address, title, outlet = told
    host, date = outlet_of(address), _date(given.date)
    by_host = host.name if host and not outlet else ""
    place, choices = _whereabouts(
        root, given.place, date, host.province if host else (portal_of(address) or ("", ""))[1]
    )
    id = given.id or "-".join(filter(None, (slug(outlet or by_host) or slug(place or "") or "bai-moi", given.date)))
    if not is_id(id):
        raise NotAdded(
            Both(f"--id {id}: dùng chữ thường a-z không dấu và chữ số", f"--id {id}: small letters a-z and digits")
        )
    where = f"locality: {place}" if place else marked(f"locality: {DECIDE}", Open(choices, which_place("")))
    title = given.title or title
    because = ', inferred: {vi: "Theo tên miền của địa chỉ.", en: "By the host of the address."}' if by_host else ""
    seed = [
        "# yaml-language-server: $schema=../data/schema/article.json", f"id: {id}",
        f"title: {quoted(title)}" if title else marked("title: null", Open((), Why("tên bài?", "the title?"))),
        f"outlet: {{value: {quoted(outlet or by_host)}{because}}}" if outlet or by_host
        else marked("outlet: {value: null}", Open((), Why("tên báo?", "which outlet?"))),
        f"published: {{date: {date}}}" if date else marked(f"published: {{date: {DECIDE}}}", Open(month_of(address))),
        f"address: {address}", where, "text: {read: excerpt}",
        f"curated: {datetime.now().astimezone().date().isoformat()}",
    ]  # fmt: skip
    figures = [
        "# yaml-language-server: $schema=../schema/figures.json", f"article: {id}", where,
        f"as_of: {date}" if date else marked(f"as_of: {DECIDE}", Open((), Why("ngày của số liệu?", "as of when?"))),
        "figures:",
        marked(f"  - indicator: {DECIDE}", Open((), Why("doisanh find …"))), marked(f"    value: {DECIDE}", Open()),
        marked("    printed: null", Open((), Why("chép đúng từng chữ", "copied exactly"))),
    ]  # fmt: skip
    files = {f"{SEEDS}/{id}.yaml": "\n".join(seed) + "\n", f"{FIGURES}/{id}.yaml": "\n".join(figures) + "\n"}
    try:
        write_both({root / name: text for name, text in files.items()})
    except NoDraft as error:
        raise NotAdded(error.message) from error
    return _written(files, [], "".join(files.values()))


def _whereabouts(root: Path, asked: str | None, date: Period | None, province: str) -> tuple[str, tuple[str, ...]]:
    """The id of a place given by id or name, in the outlet's province if that is not told; else what it may be."""
    find = finder(root)
    if asked and is_id(asked):
        return asked, ()
    if asked:
        found = [find.find(asked, date), *([find.find(f"{asked}, {province}", date)] if province else [])]
        unit = next((one.unit for one in found if one.unit), None)
        return (unit.id, ()) if unit else ("", tuple(one.id for one in found[-1].units[:_LISTED]))
    return "", tuple(one.id for one in find.find(f"tỉnh {province}", date).units[:_LISTED]) if province else ()


# --- files ---------------------------------------------------------------------------------------


def _ids(texts: dict[str, bytes], file: str, name: str) -> list[str]:
    """The ids of a table, those of records that are not complete yet too."""
    data = read(texts.get(file, b""), file).data
    items = data.get(name) if isinstance(data, dict) else None
    return [str(one["id"]) for one in items or () if isinstance(one, dict) and "id" in one]


def _new(id: str, known: Iterable[str], file: str) -> None:
    if not is_id(id):
        raise NotAdded(Both(f"{id}: dùng chữ thường a-z không dấu và chữ số, nối bằng - _ hoặc .",
                            f"{id}: give small letters a-z and digits, joined by - _ or ."))  # fmt: skip
    if id in known:
        raise NotAdded(Both(f"{id} đã có trong {file}", f"{id} is in {file} already"))


def _date(text: str | None) -> Period | None:
    try:
        return Period.parse(text) if text else None
    except ValueError as error:
        raise NotAdded(Both(f"--date {text}: viết như 2019-10-18, 2019-10 hoặc 2019",
                            f"--date {text}: write it as 2019-10-18, 2019-10 or 2019")) from error  # fmt: skip


def _inserted(texts: dict[str, bytes], file: str, name: str, lines: list[str], after: str | None) -> str:
    """A table with a record more: behind the one of that id, else at the end of its list. Raises NotAdded."""
    document = read(texts.get(file, b""), file, with_marks=True)
    items = document.data.get(name) if isinstance(document.data, dict) else None
    if document.problems or not isinstance(items, list) or not items or [*document.data][-1] != name:
        problems = Both(" có lỗi, hoặc danh sách trống", " has problems, or its list is empty")
        raise NotAdded(file + problems + Both("; `doisanh check` liệt kê", "; `doisanh check` tells which"))
    text = texts[file].decode("utf-8-sig").splitlines()
    starts = [document.marks.value((name, index)) for index in range(len(items))]
    at = next((index + 1 for index, one in enumerate(items) if after and one.get("id") == after), len(items))
    end = starts[at][0] - 1 if at < len(starts) else len(text)
    while end and (not text[end - 1].strip() or text[end - 1].lstrip().startswith("#")):
        end -= 1
    indent = " " * (len(text[starts[0][0] - 1]) - len(text[starts[0][0] - 1].lstrip()))
    new = [f"{indent}{line}" for line in lines]
    spaced = len(starts) < 2 or not text[starts[1][0] - 2].strip()
    return "\n".join([*text[:end], *([""] if spaced else []), *new, *text[end:]]) + "\n"


def _write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        atomic_write.write(root / name, text.encode())


def _written(files: Mapping[str, str], told: list[Both], added: str) -> list[Both]:
    """What to tell of the files that were written, and whether anything of what was added is left to be decided."""
    left = Both("chỗ ghi “QUYẾT ĐỊNH / DECIDE” còn phải điền; `doisanh check` báo từng chỗ",
                "“QUYẾT ĐỊNH / DECIDE” is what is left to be filled in; `doisanh check` tells each")  # fmt: skip
    return [*map(Both.same, files), *told, *([left] if MARK in added else [])]
