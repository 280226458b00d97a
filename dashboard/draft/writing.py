"""A draft as YAML, in the style of the files written by hand. Comments are short and in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal

from dashboard.draft.asides import SetAside
from dashboard.draft.drafting import Draft
from dashboard.draft.proposal import Open, Proposal
from dashboard.models import NotFigure

DECIDE = "decide"
"""What stands for a field to be decided where only a word can stand: no id, date, number or word that is known."""
MARK = "QUYẾT ĐỊNH / DECIDE"
"""What the comment beside each field to be decided begins with."""

_INFERRED = {
    "vi": "Câu văn không ghi thời điểm của con số; lấy ngày đăng bài.",
    "en": "The sentence gives no date for the number; the day of publication is taken.",
}


def seed(draft: Draft, id: str, curated: str) -> str:
    """The record for ``seeds/``."""
    top = draft.heading
    title = (
        f"title: {_text(top.titles[0])}"
        if len(top.titles) == 1
        else _mark(
            "title: null",
            Open(tuple(_text(one) for one in top.titles), *(() if top.titles else ("tên bài?", "the title?"))),
        )
    )
    hint = (
        Open((), Why(f"in là “{top.outlet_printed}”", f"printed as “{top.outlet_printed}”"))
        if top.outlet_printed
        else Open((), Why("tên báo?", "which outlet?"))
    )
    outlet = f"outlet: {{value: {_text(top.outlet)}}}" if top.outlet else _mark("outlet: {value: null}", hint)
    dates = Open((), Why(f"không thấy ngày đăng{_latest(draft)[0]}", f"no date found{_latest(draft)[1]}"))
    published = f"published: {{date: {top.date}}}" if top.date else _mark(f"published: {{date: {DECIDE}}}", dates)
    lines = [
        _HEAD.format(name=draft.source.name, mark=MARK), f"id: {id}", title, outlet,
        *([f"byline: {{value: {_text(top.byline)}}}"] if top.byline else []), published,
        "address: null                          # không có trong bài / not in the text", _place(draft),
        "text:", f"  file: {_plain(draft.source.name)}", f"  sha256: {draft.source.sha256}", f"curated: {curated}",
        *(["not_figures:"] if draft.asides else []), *map(_aside, draft.asides),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def figures(draft: Draft, id: str) -> str:
    """The file for ``data/figures/``."""
    as_of = (
        f"as_of: {draft.heading.date}"
        if draft.heading.date
        else _mark(f"as_of: {DECIDE}", Open((), Why("ngày của số liệu?", "date of the figures?")))
    )
    lines = [_HEAD.format(name=draft.source.name, mark=MARK), f"article: {id}", _place(draft)]
    if draft.dated:
        lines.append(f"{as_of}          # “đến nay”, “hiện có”: ngày đăng bài / the day of publication")
    else:
        lines += [as_of, "inferred:", *(f"  {key}: {_text(value)}" for key, value in _INFERRED.items())]
    lines.append("figures:")
    for one in draft.figures:
        lines += _figure(one, draft)
    if draft.sums:
        lines.append("sums:")
        for whole, parts in draft.sums:
            lines += [f"  - whole: {whole}", f"    parts: [{', '.join(parts)}]", "    complete: true"]
    return "\n".join(lines) + "\n"


_HEAD = """\
# Bản nháp từ {name}. Quyết định từng chỗ ghi “{mark}”; `doisanh check` còn báo lỗi cho đến khi xong.
# A draft from that text. Settle each “{mark}”; `doisanh check` refuses the file until then."""


def _figure(one: Proposal, draft: Draft) -> Iterator[str]:
    if one.sure:
        yield f"  - indicator: {one.indicators[0]}"
    else:
        reason = Open(one.indicators, one.reason.vi, one.reason.en)
        yield _mark(
            f"  - indicator: {DECIDE}",
            reason if one.indicators or one.reason.vi else Open((), Why("chỉ tiêu mới?", "a new one?")),
        )
    if one.locality:
        yield _field("locality", one.locality)
    if one.before is not None:
        yield f"    before: {_number(one.before)}"
    if one.grade:
        yield f"    grade: {one.grade}"
    elif isinstance(one.value, Open):
        yield _field("value", one.value)
    elif one.value is not None:
        yield f"    value: {_number(one.value)}"
    if one.out_of is not None:
        yield f"    out_of: {_number(one.out_of)}"
    if one.hedge:
        yield f"    hedge: {one.hedge}"
    yield f"    printed: {_text(one.printed)}"
    yield f"    paragraph: {one.paragraph}"
    if one.as_of:
        yield _field("as_of", one.as_of)
    elif draft.dated and one.inferred:
        yield f"    as_of: {draft.heading.date}"
        yield "    inferred:"
        yield from (f"      {key}: {_text(value)}" for key, value in _INFERRED.items())
    elif not draft.dated and not one.inferred and draft.heading.date:
        yield f"    as_of: {draft.heading.date}          # “đến nay”, “hiện có” / “now”"
    for name, value in (("since", one.since), ("base", one.base), ("scheme", one.scheme)):
        if value:
            yield _field(name, value)
    if one.note:
        yield f"    note: {{vi: {_text(one.note[0])}, en: {_text(one.note[1])}}}"
    if one.key:
        yield f"    key: {one.key}"


def _place(draft: Draft) -> str:
    if draft.where.id:
        return f"locality: {draft.where.id}"
    named = draft.where.named
    reason = (
        Open(draft.where.choices, f"{named}: thêm vào localities.yaml?", "add it?")
        if named
        else Open(draft.where.choices, "nơi nào?", "which place?")
    )
    return _mark(f"locality: {DECIDE}", reason)


def _aside(one: SetAside) -> str:
    reason = one.reason or DECIDE
    fields = [f"printed: {_text(one.printed)}", f"paragraph: {one.paragraph}", f"reason: {reason}"]
    fields += [f"times: {one.times}"] if one.times > 1 else []
    fields += [f"explain: {_text(one.explain)}"] if one.explain else []
    line = f"  - {{{', '.join(fields)}}}"
    return line if one.reason else _mark(line, Open(tuple(NotFigure)))


def _latest(draft: Draft) -> tuple[str, str]:
    """The latest year that the text prints: the article can't be older."""
    years = [numeral.text for one in draft.source.paragraphs for numeral in one.numerals
             if len(numeral.text) == 4 and numeral.text.isdigit() and "1990" <= numeral.text <= "2100"]  # fmt: skip
    return (
        (f"; năm muộn nhất trong bài: {max(years)}", f"; latest year in the text: {max(years)}") if years else ("", "")
    )


def _field(name: str, value: str | Open) -> str:
    return _mark(f"    {name}: {DECIDE}", value) if isinstance(value, Open) else f"    {name}: {value}"


def _mark(line: str, what: Open) -> str:
    """A line with its mark: the candidates, then why they are not decided."""
    said = " / ".join(filter(None, (what.vi, what.en)))
    return f"{line}  # {MARK}: " + "; ".join(filter(None, (", ".join(what.choices), said)))


def _number(value: Decimal) -> str:
    plain = value.normalize()
    return format(plain, "f")


def _text(text: str) -> str:
    """A text in double quotes, as YAML and JSON both read it."""
    return json.dumps(text, ensure_ascii=False)


def _plain(name: str) -> str:
    """A file name, quoted where YAML would read it otherwise."""
    simple = name[:1].isalnum() and all(char.isalnum() or char in "_-." for char in name)
    return name if simple and not name.replace(".", "").isdigit() else _text(name)


def marks(texts: Sequence[str]) -> int:
    """How many fields are to be decided in what was written."""
    return sum(line.count(f"# {MARK}:") for text in texts for line in text.splitlines())
