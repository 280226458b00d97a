"""The figures as an Excel workbook with typed cells: a short sheet for reading, one with all columns, then definitions
and sources.

XlsxWriter writes it: it has no dependencies, and its ``write_string`` never makes a formula of a text.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from math import ceil
from typing import Any, Final

from xlsxwriter import Workbook

from dashboard.export import about
from dashboard.export.brief import PRINTED, brief
from dashboard.export.extract import Extract
from dashboard.export.tables import Table, Value
from dashboard.figures import page_link
from dashboard.figures.figure_columns import Column
from dashboard.language.dates import Period
from dashboard.language.words import Language, word

_FILLED: Final = 0.85  # of a line that is broken between words
_LINE: Final = 15  # points, of a line of a cell
_A4: Final = 9  # as XlsxWriter counts papers
_LONGEST: Final = 32_767  # characters in one cell, a limit of Excel
_MOST_LINKS, _LONGEST_LINK = 60_000, 2_079  # in a sheet, in characters: Excel refuses more
_NARROW, _WIDE = 9, 60  # widths of columns, in characters


def to_xlsx(extract: Extract) -> bytes:
    """A workbook in the language of the extract. The same extract gives the same bytes."""
    content = io.BytesIO()
    book = Workbook(content, {"in_memory": True})
    book.set_properties(
        {"title": word("file_title", extract.language), "comments": _comments(extract), "created": _made(extract)}
    )
    styles = _Styles(book)
    language = extract.language
    table, digits, links = brief(extract)
    _sheet(book, table, language, styles, digits=digits, links={PRINTED: links})
    _sheet(book, extract.figures, language, styles, word("sheet_all", language), coded=True)
    _columns(book, extract, styles)
    _sheet(book, _said(extract.sources_table, "address", language), language, styles, links=_addresses(extract))
    _sheet(book, extract.indicators_table, language, styles, word("sheet_definitions", language))
    if rules := extract.rules_table:
        _sheet(book, rules, language, styles)
    _about(book, extract, styles)
    book.close()
    return content.getvalue()


class _Styles:
    """The formats of cells in one workbook."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._numbers: dict[int, Any] = {}
        top = {"valign": "top"}
        self.head = book.add_format({"bold": True, "text_wrap": True, "bottom": 1, **top})
        self.text = book.add_format({"text_wrap": True, **top})
        self.link = book.add_format({"text_wrap": True, "font_color": "#0563C1", "underline": 1, **top})
        self.plain = book.add_format(top)
        self.left = book.add_format({"align": "left", **top})
        self.date = book.add_format({"num_format": "yyyy-mm-dd", "align": "left", **top})
        self.day = book.add_format({"num_format": "dd/mm/yyyy", "align": "left", **top})

    def number(self, digits: int) -> Any:
        """A number in groups of three, with so many decimal places: 7.397 and 96,8 where Excel is Vietnamese."""
        if digits not in self._numbers:
            form = "#,##0" + ("." + "0" * digits if digits else "") + "_)"  # and a little room before the unit
            self._numbers[digits] = self._book.add_format({"num_format": form, "valign": "top"})
        return self._numbers[digits]


def _about(book: Any, extract: Extract, styles: _Styles) -> None:
    sheet = book.add_worksheet(word("sheet_about", extract.language))
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 90)
    for row, (head, said) in enumerate(about.lines(extract)):
        sheet.write_string(row, 0, head, styles.head if head else styles.plain)
        if said.isdigit():
            sheet.write_number(row, 1, int(said), styles.left)
        else:
            sheet.write_string(row, 1, said, styles.text)


def _sheet(
    book: Any, table: Table, language: Language, styles: _Styles, name: str = "", *, coded: bool = False,
    digits: Sequence[int] | None = None, links: Mapping[int, Sequence[str]] | None = None,
) -> None:  # fmt: skip
    """One sheet with a table: frozen headings with filters, columns as wide as their content.

    ``coded``: headings are the column names of programs. ``digits``: the decimal places of each row; such a sheet is
    laid out for reading and printing, and its first column stays in sight. ``links``: by the place of a column, where
    the text of each row leads to, "" for nowhere.
    """
    table = table.in_language(language)
    sheet = book.add_worksheet(name or table.titled(language))
    for index, column in enumerate(table.columns):
        sheet.set_column(index, index, _width(table, index, language))
        sheet.write_string(0, index, column.name if coded else column.titled(language), styles.head)
    for number, row in enumerate(table.rows, 1):
        shown = None if digits is None else digits[number - 1]
        for index, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            link = links[index][number - 1] if links and index in links else ""
            if link and number <= _MOST_LINKS and len(link) <= _LONGEST_LINK:
                sheet.write_url(number, index, link, styles.link, str(value))
            else:
                _write(sheet, number, index, column, value, styles, shown)
        if digits is not None:
            sheet.set_row(number, _LINE * max(map(_lines, table.columns, row)))
    sheet.freeze_panes(1, 0 if digits is None else 1)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    if digits is not None:
        sheet.set_row(0, 2 * _LINE)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)


def _write(sheet: Any, row: int, index: int, column: Column, value: Value, styles: _Styles, digits: int | None) -> None:
    """One typed cell. Text is never taken for a formula, a number or an address."""
    day = _full_date(value) if column.type == "period" else value
    if value is None:
        return
    if isinstance(day, date):
        form = styles.date if digits is None else styles.day
        sheet.write_datetime(row, index, datetime(day.year, day.month, day.day), form)  # noqa: DTZ001  a day
    elif isinstance(value, bool):
        sheet.write_boolean(row, index, value, styles.plain)
    elif isinstance(value, (int, float)):
        form = styles.plain
        if digits is not None:
            form = styles.left if column.type == "integer" else styles.number(digits)
        sheet.write_number(row, index, value, form)
    else:
        sheet.write_string(row, index, str(value)[:_LONGEST], styles.text)


def _full_date(value: Value) -> date | None:
    """The day of a period that is one; None for a month, a year, a range or no date."""
    period = Period.parse(value) if isinstance(value, str) else None
    return period.start if period and period.precision == "day" else None


def _columns(book: Any, extract: Extract, styles: _Styles) -> None:
    """What each column of the figures means."""
    language = extract.language
    sheet = book.add_worksheet(word("sheet_columns", language))
    for index, (key, width) in enumerate({"column": 26, "name": 22, "type": 10, "meaning": 90}.items()):
        sheet.set_column(index, index, width)
        sheet.write_string(0, index, word(f"sheet_{key}", language), styles.head)
    for row, column in enumerate(extract.figures.in_language(language).columns, 1):
        said = (column.titled(language), column.name, column.type, column.told(language))
        for index, text in enumerate(said):
            sheet.write_string(row, index, text, styles.text)
    sheet.freeze_panes(1, 0)


def _said(table: Table, name: str, language: Language) -> Table:
    """A table that says in words where a value of one column is not known."""
    index = [column.name for column in table.columns].index(name)
    rows = [(*row[:index], row[index] or word("sheet_unknown", language), *row[index + 1 :]) for row in table.rows]
    return replace(table, rows=rows)


def _addresses(extract: Extract) -> dict[int, list[str]]:
    """Where the addresses in the table of sources lead to, by their column; the column of the other language is out."""
    table = extract.sources_table
    names = [column.name for column in table.in_language(extract.language).columns]
    articles = [extract.dataset.articles[str(row[0])] for row in table.rows]
    return {
        names.index("address"): [page_link.address(one) for one in articles],
        names.index("archive"): [page_link.archived(one) for one in articles],
    }


def _lines(column: Column, value: Value) -> int:
    """About how many lines a text takes in its column: not every program computes row heights itself."""
    return ceil(len(value) / (_FILLED * column.width)) if isinstance(value, str) else 1


def _width(table: Table, index: int, language: Language) -> int:
    """The width of a column: that of the longest word of its heading and of nine in ten of its first 1000 cells, within
    bounds."""
    if width := table.columns[index].width:
        return width
    lengths = sorted(len(str(row[index])) for row in table.rows[:1000] if row[index] is not None)
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    longest = max(map(len, table.columns[index].titled(language).split()))
    return max(_NARROW, min(_WIDE, max(usual, longest) + 3))


def _comments(extract: Extract) -> str:
    return "\n".join(f"{head}: {said}" if head else said for head, said in about.lines(extract))


def _made(extract: Extract) -> datetime:
    """The day of the latest curation, not of the export, so that the same data give the same bytes."""
    days = [article.curated.end for article in extract.dataset.articles.values() if article.curated.end]
    day = max(days, default=date(2020, 1, 1))
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
