"""Double entry: the curator types ``value`` and copies ``printed`` from the article; the two must agree.

Every numeral of the phrase must be accounted for by a field, and a hedge directly before it must be in ``hedge``. So
``value: 7.397``, which YAML reads as seven and a bit, is an error here and not a chart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from dashboard.language.bilingual import Both
from dashboard.language.dates import Period
from dashboard.language.doubts import READ_ONE_WAY, WHY, Doubt
from dashboard.language.number_format import exact
from dashboard.language.numeral import Numeral
from dashboard.language.numerals import find
from dashboard.language.ratios import change_before
from dashboard.language.vietnamese import fold, nfc
from dashboard.language.zeros import find_zeros
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.indicator import Indicator
from dashboard.records.problems import Problem

_WRITE = Both("viết ", "write ")
_NOTE = Both("soát lại, rồi ghi trong note cách đọc số này", "check it, and say in a note how it is read")
_POINTS = Both(
    " là điểm phần trăm, nhưng đơn vị của chỉ tiêu thì không", " is in percentage points, but the unit is not"
)
_OF_A_CHANGE = Both(
    "chọn chỉ tiêu về mức tăng, giảm tính bằng điểm phần trăm", "take an indicator of a change in percentage points"
)
_NONE = re.compile(r"(?<!\w)(?:không|chưa)(?!\w)", re.IGNORECASE)
_FROM = re.compile(r"(?<!\w)từ\s*$", re.IGNORECASE)
_TO = re.compile(r"(?<!\w)(?:còn|xuống|lên|thành|đến|tới)\s*$", re.IGNORECASE)
_BEFORE_DATE = re.compile(r"(?:/|(?<!\w)(?:ngày|tháng|mùng|quý)\s)$", re.IGNORECASE)


def agreement(dataset: Dataset) -> Iterator[Problem]:
    """The numbers of a figure are in its printed phrase, and every numeral of the phrase is one of them."""
    for entry, indicator in dataset.entries_with_indicator:
        if entry.figure.value is not None or entry.figure.grade is not None:  # without both, figures.values reports
            yield from _Phrase(dataset, entry, indicator).problems()


class _Phrase:
    """The numerals of one phrase. Each field takes at most one; ``free`` are those that no field has taken yet."""

    def __init__(self, dataset: Dataset, entry: Entry, indicator: Indicator) -> None:
        self.dataset, self.entry, self.figure = dataset, entry, entry.figure
        self.percent, self.points = indicator.in_per_cent, indicator.in_points
        self.free = find(self.figure.printed)

    def problems(self) -> Iterator[Problem]:
        figure = self.figure
        value = self._take(figure.value, figure.out_of)
        joined = value if value and value.out_of and value.value == figure.value else None
        joined = self._with_total() if value is None else joined
        total = None if joined else self._take(figure.out_of)
        before = self._take(figure.before)
        doubtful = [one for one in (value, total, before) if one]
        if value is None and figure.value is not None and not self._printed_zero():
            value = joined or self._likely()
            yield self._missing("value", figure.value, value)
        if joined and joined.out_of != figure.out_of:
            yield self._other_total(joined)
        if figure.out_of is not None and not (joined or total):
            yield self._missing("out_of", figure.out_of, self._likely())
        if figure.before is not None and before is None:
            yield self._missing("before", figure.before, self._likely())
        if value and before:
            yield from self._order(value, before)
        yield from self._unaccounted()
        if value is not None:
            yield from self._per_cent(value)
        for one in doubtful:
            yield from self._doubt(one)
        yield from self._hedges(value, [one for one in (total, before) if one])

    def _take(self, number: Decimal | None, out_of: Decimal | None = None) -> Numeral | None:
        """Take the numeral that says a number, rather one with the same total or per cent sign; None if none does."""
        if number is None:
            return None
        fits = [one for one in self.free if one.says(number)]
        fits.sort(key=lambda one: (one.value != number, one.out_of != out_of, one.percent != self.percent))
        if not fits:
            return None
        self.free.remove(fits[0])
        if fits[0].doubt is Doubt.RANGE:  # its other end goes with it
            self.free = [one for one in self.free if one.doubt is not Doubt.RANGE or one.otherwise != fits[0].value]
        return fits[0]

    def _doubt(self, one: Numeral) -> Iterator[Problem]:
        """A numeral in doubt, unless only one reading is left or a note settles it."""
        if self.figure.note is None and (why := _unsettled(one)):
            yield self._problem("printed", f'"{one.text}": ' + why, _NOTE)

    def _with_total(self) -> Numeral | None:
        """The numeral that has the figure's total, though another value."""
        found = [one for one in self.free if one.out_of and one.out_of == self.figure.out_of]
        return found[0] if found else None

    def _printed_zero(self) -> bool:
        """Whether a zero is printed in words: "không có …" has no numeral; in rarer words a note must say so."""
        figure = self.figure
        noted = figure.note is not None and bool(_NONE.search(figure.printed))
        return figure.value == 0 and (noted or bool(find_zeros(nfc(figure.printed))))

    def _likely(self) -> Numeral | None:
        """The numeral that a field most likely means: the first free one."""
        return next((one for one in self.free if not self._of_date(one)), None)

    def _missing(self, name: str, number: Decimal, meant: Numeral | None) -> Problem:
        if meant is None:
            message = Both(
                f"{name} là {number}, nhưng printed không có số ấy",
                f"{name} is {number}, but the printed phrase has no such numeral",
            )
            hint = Both(f"chép cụm từ có số ấy, hoặc sửa {name}", f"copy the phrase that holds it, or correct {name}")
            return self._problem(name, message, hint)
        self.free.remove(meant)
        message = Both(
            f'{name} là {number}, nhưng printed là "{meant.text}"', f'{name} is {number}, but printed is "{meant.text}"'
        )
        if why := _unsettled(meant):
            return self._problem(name, message, why + "; " + _NOTE)
        return self._problem(name, message, _WRITE + f"{name}: {exact(meant.value)}")

    def _other_total(self, one: Numeral) -> Problem:
        hint = _WRITE + f"out_of: {exact(one.out_of or Decimal(0))}"
        if self.figure.out_of is None:
            message = Both("không khóa nào ghi tổng số trong ", "no field accounts for the total in ")
            return self._problem("printed", message + f'"{one.text}"', hint)
        message = Both(
            f'out_of là {self.figure.out_of}, nhưng printed là "{one.text}"',
            f'out_of is {self.figure.out_of}, but printed is "{one.text}"',
        )
        return self._problem("out_of", message, hint)

    def _order(self, value: Numeral, before: Numeral) -> Iterator[Problem]:
        """``before`` is the earlier number: từ A còn B has it, giảm 4, còn 48 has none."""
        if self.figure.note is None and (word := change_before(self.figure.printed[: before.start], before.hedge_text)):
            message = f'"{word}"' + Both(
                f" đứng ngay trước {before.text}: đó là số tăng, giảm, không phải số trước",
                f" stands right before {before.text}: it says by how much, not how many there were before",
            )
            hint = Both(
                "xóa before, chép cụm ngắn hơn; số tăng, giảm là một số liệu riêng",
                "delete before, copy a shorter phrase; the change is a figure of its own",
            )
            yield self._problem("before", message, hint)
            return
        if _FROM.search(self._ahead(value)) or _TO.search(self._ahead(before)):
            message = Both(
                f"value là {self.figure.value} và before là {self.figure.before}, ngược với printed",
                f"value is {self.figure.value} and before {self.figure.before}, the other way round than printed",
            )
            hint = Both("đổi chỗ: before là số có trước", "swap them: before is what there was first")
            yield self._problem("before", message, hint)

    def _ahead(self, one: Numeral) -> str:
        return self.figure.printed[: one.start].rstrip().removesuffix(one.hedge_text)

    def _unaccounted(self) -> Iterator[Problem]:
        """Numerals that no field has taken."""
        hint = Both(
            "thêm out_of, before hoặc since, hoặc chép cụm ngắn hơn",
            "add out_of, before or since, or copy a shorter phrase",
        )
        for one in self.free:
            explained = one.doubt is Doubt.RATE and self.figure.note is not None  # the 100 of cứ 100 người dân
            if not explained and not self._of_date(one):
                message = Both(
                    f'không khóa nào ghi "{one.text}" trong printed',
                    f'no field accounts for "{one.text}" in the phrase',
                )
                yield self._problem("printed", message, hint)

    def _of_date(self, one: Numeral) -> bool:
        """Whether a numeral is the year of ``as_of`` or ``since``, a day or month of their date, or ``length``."""
        text, parts = self.figure.printed, _numbers(self.entry.as_of, self.figure.since)
        if self._of_length(one):
            return True
        if one.out_of is not None or one.percent or one.value not in parts:
            return False
        return one.value >= 1900 or bool(_BEFORE_DATE.search(text[: one.start])) or text[one.end :].startswith("/")

    def _of_length(self, one: Numeral) -> bool:
        """Whether a numeral is the years, or the months, of ``length``: "trong 5 năm"."""
        length = self.figure.length
        after = fold(self.figure.printed[one.end :]).split()[:1]
        return length is not None and (one.value, after) in ((length, ["năm"]), (length * 12, ["tháng"]))

    def _per_cent(self, value: Numeral) -> Iterator[Problem]:
        if value.percent and not self.percent:
            message = f'"{value.text}"' + Both(
                " là phần trăm, nhưng đơn vị của chỉ tiêu thì không", " is in per cent, but the unit is not"
            )
            hint = Both(
                "chọn chỉ tiêu là tỷ lệ, hoặc sửa đơn vị của nó",
                "take the indicator that is a share, or correct its unit",
            )
            yield self._problem("printed", message, hint)
        elif value.points and not self.points:
            yield self._problem("printed", f'"{value.text}"' + _POINTS, _OF_A_CHANGE)
        elif self.percent and not value.percent and self.figure.note is None:
            message = f'"{value.text}"' + Both(
                " không có dấu %, nhưng đơn vị là %", " has no % sign, but the unit is %"
            )
            hint = Both(
                "chép cả dấu %; bài báo bỏ dấu ấy thì ghi note",
                "copy the sign; if the article leaves it out, add a note",
            )
            yield self._problem("printed", message, hint)

    def _hedges(self, value: Numeral | None, others: list[Numeral]) -> Iterator[Problem]:
        own, printed = self.figure.hedge, value.hedge if value else None
        if value and printed and own is None:
            message = f'"{value.hedge_text}"' + Both(
                f" đứng trước {value.text}, nhưng thiếu hedge", f" stands before {value.text}, but hedge is missing"
            )
            yield self._problem("printed", message, Both("thêm ", "add ") + f"hedge: {printed}")
        elif value and printed and own is not printed:
            message = Both(
                f'hedge là {own}, nhưng "{value.hedge_text}" nghĩa là {printed}',
                f'hedge is {own}, but "{value.hedge_text}" means {printed}',
            )
            yield self._problem("hedge", message, _WRITE + f"hedge: {printed}")
        elif own and not printed and not self.figure.hedge_noted:
            message = Both(
                f"hedge là {own}, nhưng ngay trước con số không có chữ nào như vậy",
                f"hedge is {own}, but no such word stands directly before the numeral",
            )
            hint = Both(
                "xóa đi, hoặc chép cả chữ ấy vào printed; nếu chỉ do người đọc ghi lại thì thêm hedge_noted: true",
                "delete it, or copy the word into printed; hedge_noted: true where you only noted that it is there",
            )
            yield self._problem("hedge", message, hint)
        if self.figure.hedge_noted and (own is None or printed):
            message = (
                Both("hedge_noted, nhưng chữ ấy có trong printed", "hedge_noted, but the hedge is printed") if printed
                else Both("hedge_noted, nhưng không có hedge", "hedge_noted, but there is no hedge")
            )  # fmt: skip
            yield self._problem("hedge_noted", message, Both("xóa dòng này", "delete the line"))
        for one in others:
            if one.hedge and self.figure.note is None:
                message = f'"{one.hedge_text}"' + Both(
                    f" đứng trước {one.text}, mà hedge là của value",
                    f" stands before {one.text}, but hedge is about value",
                )
                yield self._problem("printed", message, Both("nói trong note", "say it in a note"))

    def _problem(self, name: str, message: Both, hint: Both) -> Problem:
        return self.dataset.figure_problem(self.entry, name, message, hint)


def _unsettled(one: Numeral) -> Both | None:
    """Why a numeral is in doubt; None if it is not, or only one reading is left."""
    return Both(*WHY[one.doubt]) if one.doubt and (one.otherwise is not None or one.doubt not in READ_ONE_WAY) else None


def _numbers(*periods: Period | None) -> set[Decimal]:
    """The years, months and days of periods, as numbers."""
    return {Decimal(part) for period in periods if period for part in re.findall("[0-9]+", period.text)}


RULES = (agreement,)
