"""What a person has chosen to see of the whole table, as codes in the address of the Data page.

Parameters shared with the Compare page are written as there (``charts.view``): the same codes mean the same places and
years.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dashboard.charts import view as compare_view
from dashboard.charts.planner import resolve
from dashboard.charts.view import ALL
from dashboard.language.dates import Period
from dashboard.language.number_format import format_number
from dashboard.language.vietnamese import search_key, sort_key
from dashboard.language.words import Language
from dashboard.records.dataset import Dataset
from dashboard.records.models.locality import Level

FIGURE_KINDS = ("printed", "computed")
LONGEST = 80  # characters of a search
_SHARED = ("lang", "places", "theme", "level", "from", "to")
_KEYS = (*_SHARED, "indicator", "figures", "q", "page")
_SEARCHED = ("printed", "indicator_vi", "indicator_en", "of_vi", "of_en", "locality_label_vi", "locality_label_en")
_NUMBERS = ("value", "out_of", "before")
_NUMBER = re.compile(r"[+-]?([0-9][0-9.,]*)(%?)")
_GROUPS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?:,[0-9]{3})+")
_DECIMAL = re.compile(r"([0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+),([0-9]+)|([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)\.([0-9]+)")
_POINTS = re.compile(r"[<>≤≥=~≈←→]")  # what compares numbers or leads from one to the next
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # the full-width forms of ASCII


@dataclass(frozen=True)
class TableView:
    """The chosen language, places (none: all), theme, indicator (none: all), kind of figure, level, years, words
    searched for, and page of the table (from 1)."""

    language: Language = "vi"
    places: tuple[str, ...] = ()
    theme: str = ALL
    indicator: str = ALL
    figures: str = ALL
    level: str = ALL
    first_year: int | None = None
    last_year: int | None = None
    text: str = ""
    page: int = 1


def parse(parameters: Mapping[str, str], dataset: Dataset) -> tuple[TableView, list[str]]:
    """The view that an address asks for, and the parts of it that could not be used (as ``key=value``)."""
    shared = {key: value for key, value in parameters.items() if key in _SHARED}
    view, ignored = compare_view.parse(shared, dataset)
    ignored += [f"{key}={value}" for key, value in parameters.items() if key not in _KEYS]

    def take(key: str, allowed: Collection[str], otherwise: str) -> str:
        value = parameters.get(key, otherwise)
        if value == otherwise or value in allowed:
            return value
        ignored.append(f"{key}={value}")
        return otherwise

    text = " ".join(parameters.get("q", "").split())
    if len(text) > LONGEST:
        ignored.append(f"q={text}")
        text = ""
    page = parameters.get("page", "1")
    if not (page.isascii() and page.isdigit() and 0 < len(page) < 7 and int(page)):
        ignored.append(f"page={page}")
        page = "1"
    return TableView(
        language=view.language,
        places=view.places,
        theme=view.theme if view.theme and shared.get("theme") == view.theme else ALL,
        indicator=take("indicator", dataset.indicators, ALL),
        figures=take("figures", FIGURE_KINDS, ALL),
        level=view.level,
        first_year=view.first_year,
        last_year=view.last_year,
        text=text,
        page=int(page),
    ), ignored


def parameters(view: TableView) -> dict[str, str]:
    """The query parameters of a view: only what differs from the whole table in Vietnamese."""
    found = {
        "places": ",".join(view.places),
        "theme": view.theme if view.theme != ALL else "",
        "indicator": view.indicator if view.indicator != ALL else "",
        "figures": view.figures if view.figures != ALL else "",
        "level": view.level if view.level != ALL else "",
        "from": str(view.first_year or ""),
        "to": str(view.last_year or ""),
        "q": view.text,
        "page": str(view.page) if view.page != 1 else "",
    }
    return compare_view.written(view.language, **found)


def scope(view: TableView) -> tuple[str, ...]:
    """What was chosen, as words for a file name; empty for the whole table."""
    years = "-".join(str(year) for year in (view.first_year, view.last_year) if year)
    chosen = (view.theme, view.indicator, view.figures, view.level)
    return tuple(filter(None, [*view.places, *(one for one in chosen if one != ALL), years, view.text]))


def select(dataset: Dataset, frame: pd.DataFrame, view: TableView) -> pd.DataFrame:
    """The rows of the frame that a view asks for, in the frame's order; all pages of them.

    A chosen place without figures stands for those in it. Undated figures are in every period: they can't be shown
    to be outside it. Every word searched for must stand in the printed phrase or in the name of indicator, part or
    place, in either language, whatever its accents; or be one of its numbers, however that is written: 7397, 7.397 and
    7,397 find the same, so do 96.8, 96,8 and 96,8 %. Signs alone, as in "> 9.700" and "165 → 92", look for nothing.
    """
    rows = frame
    if view.places:
        rows = rows[rows["locality"].isin(resolve(dataset, view.places, set(frame["locality"])))]
    for column, wanted in (("theme", view.theme), ("indicator", view.indicator), ("level", view.level)):
        if wanted != ALL:
            rows = rows[rows[column] == wanted]
    if view.figures != ALL:
        rows = rows[rows["computed"] == (view.figures == "computed")]
    if view.first_year or view.last_year:
        rows = rows[rows["as_of"].isin([text for text in rows["as_of"].unique() if _within(text, view)])]
    if words := _words(view.text):
        texts = list(zip(*(_keys(rows[name]) for name in _SEARCHED), strict=True))
        for word in words:
            said = np.array([any(word in text for text in every) for every in texts], dtype=bool)
            rows, texts = _filtered(rows, texts, said | _has_number(rows, word))
    return rows


def ordered(rows: pd.DataFrame, dataset: Dataset) -> pd.DataFrame:
    """Rows by level from the top down, by place in Vietnamese order, by indicator as declared, then by date."""
    levels, indicators = list(Level), list(dataset.indicators)
    places = {
        id: (levels.index(dataset.localities[id].level), sort_key(dataset.localities[id].name), id)
        for id in rows["locality"].unique()
    }
    declared = {id: number for number, id in enumerate(indicators)}
    keys = zip(rows["locality"], rows["indicator"], rows["as_of"], strict=True)
    sorted_by = sorted((places[place], declared[what], when, number) for number, (place, what, when) in enumerate(keys))
    return rows.iloc[[number for *_, number in sorted_by]]


def _words(text: str) -> list[str]:
    """What is searched for, word by word: digits and marks of any width, without what only compares or points."""
    narrow = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text.translate(_WIDE))
    words = re.sub(r"(?<=[0-9])\s+%", "%", search_key(_POINTS.sub(" ", narrow))).split()
    return [word for word in words if any(char.isalnum() for char in word)] or words


def _keys(texts: pd.Series[str]) -> list[str]:
    """What each text is searched by; texts that are the same are read once."""
    keys = {text: search_key(text) for text in texts.dropna().unique()}
    return [keys.get(text, "") for text in texts]


def _filtered(
    rows: pd.DataFrame, texts: list[tuple[str, ...]], which: np.ndarray[tuple[int], np.dtype[np.bool_]]
) -> tuple[pd.DataFrame, list[tuple[str, ...]]]:
    return rows[which], [texts[index] for index in np.flatnonzero(which)]


def _has_number(rows: pd.DataFrame, word: str) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Of each row, whether one of its numbers is what a word says; a computed one as it is shown, rounded."""
    wanted = readings(word)
    found = np.zeros(len(rows), dtype=bool)
    if not wanted:
        return found
    for name in _NUMBERS:
        found |= rows[name].abs().isin(wanted).to_numpy()
    shown = [
        not pd.isna(digits) and float(format_number(value, "en", int(digits)).replace(",", "")) in wanted
        for value, digits in zip(rows["value"].abs(), rows["digits"], strict=True)
    ]
    found |= np.array(shown, dtype=bool)
    return found & (rows["unit_vi"] == "%").to_numpy() if word.endswith("%") else found


def readings(word: str) -> set[float]:
    """The numbers that a word may be, without their sign: as Vietnamese and as English writes them; none for a word."""
    match = _NUMBER.fullmatch(word.replace("\N{MINUS SIGN}", "-"))
    if not match:
        return set()
    digits, found = match[1], set()
    if digits.isdigit():
        found.add(float(digits))
    if _GROUPS.fullmatch(digits):
        found.add(float(re.sub("[.,]", "", digits)))
    if decimal := _DECIMAL.fullmatch(digits):
        whole, part = [one for one in decimal.groups() if one]
        found.add(float(f"{re.sub('[.,]', '', whole)}.{part}"))
    return found


def _within(as_of: str, view: TableView) -> bool:
    period = Period.parse(as_of)
    return not period.dated or period.overlaps(view.first_year, view.last_year)
