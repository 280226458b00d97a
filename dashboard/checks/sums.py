"""Parts and their whole: complete ones add up (24 + 24 = 48), and no part is above its whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from dashboard.language.bilingual import CORRECT_ONE, Both
from dashboard.language.hedges import Hedge
from dashboard.language.suggestions import did_you_mean, nearest
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.figure import Sum, part_key
from dashboard.records.problems import Problem
from dashboard.records.yaml_text import Path

_NOT_BELOW = (None, Hedge.OVER, Hedge.AT_LEAST)
_NOT_ABOVE = (None, Hedge.UNDER, Hedge.AT_MOST, Hedge.NEARLY)


_FORM = Both(
    "viết mã chỉ tiêu, chỉ tiêu@địa phương hoặc …~key, có thể kèm :before hay :out_of",
    "write indicator, indicator@locality or …~key, also with :before or :out_of",
)
_CORRECT = Both("sửa một giá trị", "correct a value")


class Term(NamedTuple):
    """A number that a sum refers to."""

    value: Decimal
    hedge: Hedge | None


def declared(dataset: Dataset) -> Iterator[Problem]:
    """The sums under ``sums``: complete ones add up exactly, incomplete ones do not exceed their whole."""
    for file, path, article, one in dataset.sums:
        figures = {entry.reference: entry for entry in dataset.by_article[article]}
        if one.computed:
            yield from _computed(dataset, file, path, article, one)
        whole = _term(one.whole, figures) if not one.computed else Term(Decimal(0), None)
        parts = [_term(part, figures) for part in one.parts]
        for name, where, term in [(one.whole, ("whole",), whole)] + [
            (part, ("parts", index), term) for index, (part, term) in enumerate(zip(one.parts, parts, strict=True))
        ]:
            if isinstance(term, Both) and not dataset.unread(article):
                near = nearest(name, figures)
                hint = did_you_mean(near) if near and near != name else _FORM
                yield Problem(file, *dataset.marks(file).value((*path, *where)), f"{name}: " + term, hint)
        yield from _repeated(dataset, file, path, one)
        terms = [term for term in (whole, *parts) if isinstance(term, Term)]
        if len(terms) <= len(parts) or one.computed:
            continue  # what is missing was told
        exact = not any(term.hedge for term in terms)
        if terms[0].hedge not in _NOT_ABOVE or any(term.hedge not in _NOT_BELOW for term in terms[1:]):
            continue  # what is hedged need not add up, but parts of over 30 and 20 are above 48
        total = sum(term.value for term in terms[1:])
        added = " + ".join(str(term.value) for term in terms[1:])
        complete = one.complete and exact
        if total != terms[0].value if complete else total > terms[0].value:
            said = Both("không phải", "not") if complete else Both("lớn hơn", "above")
            yield Problem(
                file,
                *dataset.marks(file).value((*path, "parts")),
                f"{one.whole}: {added} = {total}, " + said + f" {terms[0].value}",
                _CORRECT + Both(", hoặc viết ", ", or write ") + "complete: false" if complete else _CORRECT,
            )


def parts(dataset: Dataset) -> Iterator[Problem]:
    """A figure whose indicator is a part of another's is not above it, in one article, place and date."""
    wholes = {(entry.figure.indicator, *_beside(entry)): entry for entry in dataset.entries}
    for entry, indicator in dataset.entries_with_indicator:
        whole, figure = wholes.get((indicator.part_of or "", *_beside(entry))), entry.figure
        above = dataset.indicators.get(indicator.part_of or "")
        if not whole or not above or above.in_per_cent != indicator.in_per_cent:
            continue
        for name in ("value", "before"):
            part, total = getattr(figure, name), getattr(whole.figure, name)
            hedged = name == "value" and (figure.hedge or whole.figure.hedge)
            if part is not None and total is not None and part > total and not hedged:
                yield dataset.figure_problem(
                    entry,
                    name,
                    f"{name} {part}"
                    + Both(
                        f" lớn hơn {total} của {whole.reference}, tổng của nó",
                        f" is above {total} of {whole.reference}, its whole",
                    ),
                    CORRECT_ONE + Both(", hoặc part_of của chỉ tiêu", ", or part_of of the indicator"),
                )


def _beside(entry: Entry) -> tuple[object, ...]:
    """Equal for figures of one article, place, date, key and part."""
    return entry.article, entry.locality, entry.as_of, entry.figure.length, entry.figure.key, part_key(entry.figure.of)


def _term(reference: str, figures: dict[str, Entry]) -> Term | Both | None:
    """The number that a reference names, or what is wrong with that; None where it lacks its value, which is told."""
    name, _, field = reference.partition(":")
    if name not in figures or field not in ("", "before", "out_of"):
        return Both("bài báo này không có số liệu ấy", "there is no such figure in this article")
    figure = figures[name].figure
    value: Decimal | None = getattr(figure, field or "value")
    if value is None and not field and figure.grade is None:
        return None
    if value is None:
        return Both("số liệu ấy không có ", "this figure has no ") + (field or "value")
    return Term(value, None if field else figure.hedge)


def _computed(dataset: Dataset, file: str, path: Path, article: str, one: Sum) -> Iterator[Problem]:
    """What is computed is an indicator that the article does not print, and all of its parts are there."""
    where = dataset.marks(file).value((*path, "whole"))
    if one.whole in {entry.reference for entry in dataset.by_article[article]}:
        message = one.whole + Both(" là số tính ra, nhưng bài báo có in", " is computed, but the article prints it")
        yield Problem(file, *where, message, Both("xóa ", "delete ") + "computed: true")
    figures = {entry.reference: entry for entry in dataset.by_article[article]}
    named = [figures[part.partition(":")[0]] for part in one.parts if part.partition(":")[0] in figures]
    if any(":" in part for part in one.parts) or len({(part.locality, part.as_of) for part in named}) > 1:
        mark = dataset.marks(file).value((*path, "parts"))
        message = one.whole + Both(
            " tính từ các phần khác nơi hoặc khác thời điểm", " is computed from parts of different places or dates"
        )
        hint = Both(
            "nêu các số của một nơi, một thời điểm, hoặc xóa ", "name values of one place and one date, or delete "
        )
        yield Problem(file, *mark, message, hint + "computed: true")
    if not one.complete:
        mark = dataset.marks(file).value((*path, "complete"))
        message = one.whole + Both(" tính từ các phần chưa đủ", " is computed from parts that are not all")
        yield Problem(file, *mark, message, Both("viết ", "write ") + "complete: true")


def shares(dataset: Dataset) -> Iterator[Problem]:
    """A printed share fits its count and total as far as it is printed; where it does not, ``contradicts`` says so."""
    for file, path, article, one in dataset.quotients:
        figures = {entry.reference: entry for entry in dataset.by_article[article]}
        terms = {name: _term(getattr(one, name), figures) for name in ("share", "count", "total")}
        for name, term in terms.items():
            if isinstance(term, Both) and not dataset.unread(article):
                yield Problem(file, *dataset.marks(file).value((*path, name)), f"{getattr(one, name)}: " + term, _FORM)
        share, count, total = terms["share"], terms["count"], terms["total"]
        if not (isinstance(share, Term) and isinstance(count, Term) and isinstance(total, Term) and total.value):
            continue
        computed = count.value / total.value * 100
        entry = figures[one.share]
        if fits(share.value, computed) or share.hedge or count.hedge or total.hedge or entry.figure.contradicts:
            continue
        message = one.share + Both(
            f" là {share.value}%, nhưng {count.value} trên {total.value} là {computed:.2f}%",
            f" is {share.value}%, but {count.value} of {total.value} is {computed:.2f}%",
        )
        hint = _CORRECT + Both(
            "; nếu bài báo in đúng cả ba thì nói rõ trong contradicts của tỷ lệ",
            "; if all are as printed, say so in contradicts of the share",
        )
        yield Problem(file, *dataset.marks(file).value((*path, "share")), message, hint)


def fits(share: Decimal, computed: Decimal) -> bool:
    """Whether a share, rounded or cut as it is printed, is the computed one: 91.2 is 91.15 to 91.30."""
    exponent = share.as_tuple().exponent
    step = Decimal(10) ** exponent if isinstance(exponent, int) else Decimal(1)
    return -step / 2 <= computed - share < step


def _repeated(dataset: Dataset, file: str, path: Path, one: Sum) -> Iterator[Problem]:
    for index, part in enumerate(one.parts):
        if part == one.whole or part in one.parts[:index]:
            yield Problem(
                file,
                *dataset.marks(file).value((*path, "parts", index)),
                part + Both(" có hai lần trong phép cộng này", " is in this sum twice"),
                Both("mỗi số liệu chỉ nêu một lần", "name each figure once"),
            )


RULES = (declared, parts, shares)
