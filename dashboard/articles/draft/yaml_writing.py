"""A draft as the two YAML files, in the style of those written by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from dashboard.articles.draft.decision_marks import DECIDE, MARK, comment, field, file_name, inferred, marked, quoted
from dashboard.articles.draft.drafting import Draft
from dashboard.articles.draft.heading import Heading
from dashboard.articles.draft.non_figures import SetAside
from dashboard.articles.draft.outlets import month_of
from dashboard.articles.draft.proposal import Open, Proposal, Why, which_place
from dashboard.language.number_format import exact
from dashboard.records.models.article import NonFigureReason
from dashboard.records.scalars import plain

_HEAD = """\
# Bản nháp từ {name}. Quyết định từng chỗ ghi “{mark}”; `doisanh check` còn báo lỗi cho đến khi xong.
# A draft from that text. Settle each “{mark}”; `doisanh check` refuses the file until then."""
_ADDRESS = "address: null                          # không có trong bài / not in the text"
_HOST = Why("Theo tên miền của địa chỉ.", "By the host of the address.")
_TOO_LONG = Why("số quá dài", "the number is too long")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def seed(draft: Draft, id: str, curated: str) -> str:
    """The record for ``seeds/``; ``curated`` is today's date."""
    top = draft.heading
    lines = [
        _HEAD.format(name=comment(draft.source.name), mark=MARK),
        f"id: {id}",
        _title(top.titles),
        *_outlet(top),
        *([f"byline: {{value: {quoted(top.byline)}}}"] if top.byline else []),
        f"published: {{date: {top.date}}}" if top.date else _undated(draft),
        f"address: {draft.source.address}" if draft.source.address else _ADDRESS,
        _place(draft),
        *_text(draft),
        f"curated: {curated}",
        *(["not_figures:"] if draft.asides and not draft.source.excerpt else []),
        *(map(_aside, draft.asides) if not draft.source.excerpt else ()),
    ]
    return "\n".join(lines) + "\n"


def figures(draft: Draft, id: str) -> str:
    """The file for ``data/figures/``."""
    date = draft.heading.date
    lines = [_HEAD.format(name=comment(draft.source.name), mark=MARK), f"article: {id}", _place(draft)]
    if draft.dated:
        lines.append(f"as_of: {date}          # “đến nay”, “hiện có”: ngày đăng bài / the day of publication")
    else:
        why = Open((), Why("ngày của số liệu?", "the date of the figures?"))
        lines += [f"as_of: {date}" if date else marked(f"as_of: {DECIDE}", why), *inferred("")]
    lines.append("figures:")
    for one in draft.figures:
        lines += _figure(one, draft)
    if draft.sums:
        lines.append("sums:")
    for whole, parts in draft.sums:
        lines += [f"  - whole: {whole}", f"    parts: [{', '.join(parts)}]", "    complete: true"]
    return "\n".join(lines) + "\n"


def _figure(one: Proposal, draft: Draft) -> Iterator[str]:
    if one.sure:
        yield f"  - indicator: {one.indicators[0]}"
    else:
        why = one.why if one.indicators or one.why.vi else Why("chỉ tiêu mới?", "a new indicator?")
        yield marked(f"  - indicator: {DECIDE}", Open(one.indicators, why))
    yield from _numbers(one)
    yield f"    printed: {quoted(one.printed)}"
    if not draft.source.excerpt:
        yield f"    paragraph: {one.paragraph}"
    date = draft.heading.date
    if one.as_of:
        yield field("as_of", one.as_of)
    elif draft.dated and one.inferred:
        yield f"    as_of: {date}"
        yield from inferred("    ")
    elif date and not draft.dated and not one.inferred:
        yield f"    as_of: {date}          # “đến nay”, “hiện có” / “now”"
    for name, value in (("average", one.average), ("since", one.since), ("base", one.base), ("scheme", one.scheme)):
        if value:
            yield field(name, value)
    if one.note:
        yield f"    note: {{vi: {quoted(one.note.vi)}, en: {quoted(one.note.en)}}}"
    if one.key:
        yield f"    key: {one.key}"


def _numbers(one: Proposal) -> Iterator[str]:
    if one.locality:
        yield field("locality", one.locality)
    if one.before is not None:
        yield _number("before", one.before)
    if one.grade:
        yield f"    grade: {one.grade}"
    elif isinstance(one.value, Open):
        yield field("value", one.value)
    elif one.value is not None:
        yield _number("value", one.value)
    if one.out_of is not None:
        yield _number("out_of", one.out_of)
    if one.hedge:
        yield f"    hedge: {one.hedge}"


def _number(name: str, value: Decimal) -> str:
    """A number to the last digit; one that is longer than a record can hold is to be decided."""
    written = exact(value)
    return field(name, Open((written,), _TOO_LONG) if plain(written)[1] else written)


def _title(titles: tuple[str, ...]) -> str:
    if len(titles) == 1:
        return f"title: {quoted(titles[0])}"
    why = Why() if titles else Why("tên bài?", "the title?")
    return marked("title: null", Open(tuple(map(quoted, titles)), why))


def _text(draft: Draft) -> list[str]:
    if draft.source.excerpt:
        return ["text: {read: excerpt}"]
    return ["text:", f"  file: {file_name(draft.source.name)}", f"  sha256: {draft.source.sha256}"]


def _outlet(top: Heading) -> list[str]:
    name, printed = top.outlet, top.outlet_printed
    if name and top.by_host:
        return [f"outlet: {{value: {quoted(name)}, inferred: {{vi: {quoted(_HOST.vi)}, en: {quoted(_HOST.en)}}}}}"]
    if name:
        return [f"outlet: {{value: {quoted(name)}}}"]
    why = Why(f"in là “{printed}”", f"printed as “{printed}”") if printed else Why("tên báo?", "which outlet?")
    return [marked("outlet: {value: null}", Open((), why))]


def _undated(draft: Draft) -> str:
    """That no date was found, with the latest year of a day or year that the text names: it can't be older."""
    dated = [one.printed for one in draft.asides if one.reason in (NonFigureReason.DATE, NonFigureReason.DOCUMENT)]
    latest = max((year for printed in dated for year in _YEAR.findall(printed)), default="")
    why = (
        Why(f"không thấy ngày đăng; bài có nói tới {latest}", f"no date found; the text names {latest}")
        if latest
        else Why("không thấy ngày đăng", "no date found")
    )
    return marked(f"published: {{date: {DECIDE}}}", Open(month_of(draft.source.address), why))


def _place(draft: Draft) -> str:
    where = draft.where
    if where.id:
        return f"locality: {where.id}"
    return marked(f"locality: {DECIDE}", Open(where.choices, which_place(where.named)))


def _aside(one: SetAside) -> str:
    fields = [f"printed: {quoted(one.printed)}", f"paragraph: {one.paragraph}", f"reason: {one.reason or DECIDE}"]
    fields += [f"times: {one.times}"] if one.times > 1 else []
    fields += [f"explain: {quoted(one.explain)}"] if one.explain else []
    line = f"  - {{{', '.join(fields)}}}"
    return line if one.reason else marked(line, Open(tuple(NonFigureReason)))
