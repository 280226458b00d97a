"""Searches the records of a root by their words, as far as they can be read: it is asked while something is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dashboard.checks.charts import indicators_of
from dashboard.language.bilingual import Both, counted
from dashboard.language.vietnamese import same_name, search_key
from dashboard.language.words import Language
from dashboard.records import localities
from dashboard.records.models.chart import Chart
from dashboard.records.models.fields import Record
from dashboard.records.models.indicator import Indicator, Scheme
from dashboard.records.models.rule import Rule
from dashboard.records.record_files import read_record
from dashboard.records.root import shipped_root
from dashboard.records.source_files import CHARTS, INDICATORS, LOCALITIES, RULES, SCHEMES, SEEDS, UNITS, gather
from dashboard.records.table_files import TABLES
from dashboard.records.unit import Unit
from dashboard.records.unit_search import Finder
from dashboard.records.units import Units
from dashboard.records.yaml_text import read

MOST: Final = 12
"""So many of one kind are listed; who looks for more gives another word."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Hit:
    """One record: its kind, id and names, file and line, and what else a curator wants to know of it."""

    kind: str
    id: str
    name: Both
    place: str
    more: Both | None = None


KINDS: Final = {
    "indicators": Both("chỉ tiêu", "indicators"), "places": Both("địa phương", "places"),
    "rules": Both("quy tắc", "rules"), "schemes": Both("cách xếp loại", "rating schemes"),
}  # fmt: skip


def search(root: Path, asked: str) -> list[Hit]:
    """What has all the words asked for, else most of them; first what has them as one phrase, or is so named."""
    texts, _ = gather(root)  # `check` tells what can't be read
    wanted = _WORD.findall(asked)
    ranked = [(rank, hit) for kind in ("indicators", "rules", "schemes")
              for hit, own, other in _records(texts, kind) if (rank := _rank(wanted, own, other))]  # fmt: skip
    ranked.sort(key=lambda one: one[0], reverse=True)
    places = list(_places(texts, asked))
    most = len(wanted) if places else max((rank[0] for rank, _ in ranked), default=0)
    enough = most if 2 * most > len(wanted) else len(wanted)
    return [*places, *(hit for rank, hit in ranked if rank[0] == enough)]


def listed(hits: list[Hit], language: Language) -> list[str]:
    """Lines to print, by kind; one line where there is nothing."""
    if not hits:
        nothing = Both("không tìm thấy gì; thử ít chữ hơn", "nothing found; try fewer words")
        return [nothing[language]]
    lines: list[str] = []
    for kind, title in KINDS.items():
        own = [one for one in hits if one.kind == kind]
        if not own:
            continue
        lines += ["", title[language]] if lines else [title[language]]
        for one in own[:MOST]:
            more = f" · {one.more[language]}" if one.more else ""
            lines.append(f"  {one.id}  {one.name[language]}  {one.place}{more}")
        if left := len(own) - MOST:
            lines += [f"  … {Both(f'và {left} nữa', f'and {left} more')[language]}"] if left > 0 else []
    return lines


def records(texts: dict[str, bytes], file: str, list_name: str) -> Iterator[tuple[Any, int]]:
    """The records of a table that can be read, each with its line."""
    if file not in texts:
        return
    sheet = read_record(file, texts[file], TABLES[file])
    if sheet.record is None:
        return
    marks = read(texts[file], file, with_marks=True).marks
    items = getattr(sheet.record, list_name)
    for index, record in zip(sheet.kept.get(list_name) or range(len(items)), items, strict=True):
        yield record, marks.value((list_name, index))[0]


def _records(texts: dict[str, bytes], kind: str) -> Iterator[tuple[Hit, str, str]]:
    """The records of a kind, each with the words of its names, and with its other words."""
    file = {"indicators": INDICATORS, "rules": RULES, "schemes": SCHEMES}[kind]
    charts = [one for one, _ in records(texts, CHARTS, "charts")] if kind == "indicators" else []
    for record, line in records(texts, file, kind):
        name, own, other = _words(record)
        more = _shown(record, charts) if isinstance(record, Indicator) else None
        yield Hit(kind, record.id, name, f"{file}:{line}", more), own, other


def _words(record: Record) -> tuple[Both, str, str]:
    if isinstance(record, Indicator):
        words = [*record.words, record.unit.vi, record.unit.en, record.definition.vi, record.definition.en]
        words += [record.rating.label, record.rating.label_en] if record.rating else []
        return (_both(record.name), f"{record.id} {record.name.vi} {record.name.en} {' '.join(record.words)}",
                " ".join(words))  # fmt: skip
    if isinstance(record, Rule):
        texts = (record.why, record.remedy, record.source)
        own = f"{record.id} {record.trait} {record.reason.vi} {record.reason.en}"
        name = _both(record.reason)
        return (
            Both(name.vi.replace(": {both}", ""), name.en.replace(": {both}", "")),
            own,
            " ".join(f"{one.vi} {one.en}" for one in texts),
        )
    assert isinstance(record, Scheme)
    labels = " ".join([*record.labels, *record.of_which])
    return (_both(record.name), f"{record.id} {record.name.vi} {record.name.en} {labels}",
            f"{record.documents.vi} {record.documents.en} {record.years}")  # fmt: skip


def _both(text: Any) -> Both:
    return Both(text.vi, text.en)


def _shown(indicator: Indicator, charts: list[Chart]) -> Both | None:
    """The charts that an indicator is in."""
    own = [one.id for one in charts if indicator.id in indicators_of(one)]
    return Both(f"biểu đồ {', '.join(own)}", f"chart {', '.join(own)}") if own else None


def _rank(wanted: list[str], own: str, other: str) -> tuple[int, bool, int] | None:
    """How well words fit: how many are there, whether as one phrase, how many in the names; None for none."""
    there = [word for word in wanted if _stands(word, f"{own} {other}")]
    named = sum(_stands(word, own) for word in there)
    return (len(there), _stands(" ".join(wanted), f"{own} {other}"), named) if there else None


def _stands(word: str, text: str) -> bool:
    """Whether a word stands in a text: with its accents where it has some, else with any."""
    fold = search_key if search_key(word) == same_name(word) else same_name
    return re.search(rf"(?<![^\W_]){re.escape(fold(word))}s?(?![^\W_])", fold(text)) is not None


def finder(root: Path) -> Finder:
    """What finds units: in the root's list of them, else in that which came with the program."""
    own = root / UNITS
    return localities.listed((own if own.is_file() else shipped_root() / UNITS).read_bytes())


def called(unit: Unit, units: Units) -> Both:
    """A unit with its type and what is around it: "huyện Quảng Ninh (Quảng Bình)"."""
    around = [f"{one.type.vi} {one.name}" if one.name.isdecimal() else one.name for one in units.around(unit)]
    inside = f" ({', '.join(around)})" if around else ""
    until = Both(f", đến {unit.until[-10:]}", f", until {unit.until[-10:]}") if unit.until else Both("", "")
    return Both(f"{unit.type.vi} {unit.name}", f"{unit.name} {unit.type.en}") + inside + until


def _places(texts: dict[str, bytes], asked: str) -> Iterator[Hit]:
    """The units that may be meant, and places of which only a record tells."""
    find = localities.listed(texts.get(UNITS, b""))
    lines = {record.id: (record, line) for record, line in records(texts, LOCALITIES, "localities")}
    written = _written(texts)
    for unit in find.find(asked).units[:MOST]:
        place = f"{LOCALITIES}:{lines[unit.id][1]}" if unit.id in lines else UNITS
        yield Hit("places", unit.id, called(unit, find.units), place, _articles(written.get(unit.id, 0)))
    wanted = _WORD.findall(asked)
    for id, (record, line) in lines.items():
        if find.units.get(id) is None:
            rank = _rank(wanted, record.name, f"{record.type.vi} {record.type.en}")
            if rank and rank[0] == len(wanted):
                yield Hit("places", id, Both.same(record.name), f"{LOCALITIES}:{line}", _articles(written.get(id, 0)))


def _written(texts: dict[str, bytes]) -> dict[str, int]:
    """How many articles are about each place, by its id."""
    found: dict[str, int] = {}
    for file, raw in texts.items():
        if file.startswith(f"{SEEDS}/"):
            said = re.search(rb"^locality: *([a-z0-9._-]+)", raw, re.MULTILINE)
            if said:
                found[said[1].decode()] = found.get(said[1].decode(), 0) + 1
    return found


def _articles(count: int) -> Both | None:
    return counted(count, "bài báo", "article") if count else None
