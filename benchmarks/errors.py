"""The errors that curators make: each kind is a function from the data to its mutations.

Where an error can be seen is said with it, before anything is tried (``Trace``): it follows from what the error is, and
neither ``check`` nor ``verify`` is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from random import Random

from benchmarks.edits import Desk
from dashboard.language.dates import Period
from dashboard.language.hedges import Hedge
from dashboard.language.numerals import find
from dashboard.language.vietnamese import fold
from dashboard.records.dataset import Entry
from dashboard.records.models.article import Reading
from dashboard.records.models.figure import Base, Sum
from dashboard.records.models.indicator import Indicator, Kind, Tier
from dashboard.records.source_files import INDICATORS, LOCALITIES
from dashboard.records.yaml_text import Path as Steps


class Trace(StrEnum):
    """Where an error can be seen: in the data itself, in the article's text only, or nowhere."""

    YAML = "yaml"
    TEXT = "text"
    NONE = "none"


Made = Iterator[tuple[str, Trace, Mapping[str, str]]]
"""What was done, where it can be seen, and the files that it changed, whole."""


@dataclass(frozen=True)
class Mutation:
    """One error of a kind."""

    kind: str
    what: str
    trace: Trace
    files: Mapping[str, str]


def mutations(desk: Desk, seed: int) -> list[Mutation]:
    """All of them; the same for the same data and seed. Each kind draws for itself, so that none moves another."""
    excerpts = {id for id, article in desk.dataset.articles.items() if article.text.read is Reading.EXCERPT}
    return [
        Mutation(name, what, Trace.NONE if trace is Trace.TEXT and excerpts & _articles(files) else trace, files)
        for name, make in KINDS.items()
        for what, trace, files in make(desk, Random(f"{seed} {name}"))  # noqa: S311
        if any(text != desk.texts[file] for file, text in files.items())
    ]


def _articles(files: Mapping[str, str]) -> set[str]:
    """The articles whose record or figures were changed: no text is held of those that were read as excerpts."""
    return {Path(name).stem for name in files}


# --- numbers -------------------------------------------------------------------------------------

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_FIELDS = ("value", "out_of", "before")


def value_alone(desk: Desk, rng: Random) -> Made:
    """A digit of value, out_of or before dropped, doubled or swapped."""
    for entry in desk.entries:
        if numbers := _numbers(entry):
            field, number = rng.choice(numbers)
            if new := _misread(format(number, "f"), rng):
                yield f"{entry.id} {field}: {number} -> {new}", Trace.YAML, desk.figure(entry, **{field: new})


def printed_alone(desk: Desk, rng: Random) -> Made:
    """The same in the phrase."""
    for entry, field, start, end in _tokens(desk, rng):
        printed = entry.figure.printed
        if new := _misread(printed[start:end], rng):
            wrong = printed[:start] + new + printed[end:]
            yield f"{entry.id} printed ({field}): {wrong}", Trace.YAML, desk.figure(entry, printed=wrong)


def both_alike(desk: Desk, rng: Random) -> Made:
    """The number misread once and entered twice: only a sum or a total can contradict it."""
    for entry, field, start, end in _tokens(desk, rng):
        printed = entry.figure.printed
        if new := _misread(printed[start:end], rng):
            wrong, number = printed[:start] + new + printed[end:], _read(new)
            name = entry.id if field == "value" else f"{entry.id}:{field}"
            value, total = (number if field == one else getattr(entry.figure, one) for one in ("value", "out_of"))
            seen = name in desk.exact or (total is not None and value > total)
            made = desk.figure(entry, printed=wrong, **{field: number})
            yield f"{entry.id} {field}: {number}, {wrong}", _trace(seen), made


def separators(desk: Desk, rng: Random) -> Made:
    """7.397 typed as a value, 96,8 as 968; the phrase retyped with the other separator, or without one."""
    for entry, field, start, end in _tokens(desk, rng):
        printed = entry.figure.printed
        token, number = printed[start:end], getattr(entry.figure, field)
        if not {".", ","} & set(token):
            continue
        wrong = printed[:start] + token.translate(str.maketrans(".,", ",.")) + printed[end:]
        misread = number not in {value for one in find(wrong) for value in (one.value, one.otherwise)}
        yield f"{entry.id} printed: {wrong}", _trace(misread), desk.figure(entry, printed=wrong)
        typed = token.replace(",", "")
        yield f"{entry.id} {field}: {typed}", Trace.YAML, desk.figure(entry, **{field: typed})
        if "," in token:
            share = desk.dataset.indicators[entry.figure.indicator].kind is Kind.SHARE
            wrong = printed[:start] + typed + printed[end:]
            made = desk.figure(entry, printed=wrong, **{field: typed})
            yield f"{entry.id} {field}: {typed}, {wrong}", _trace(share and Decimal(typed) > 100), made


def neighbour(desk: Desk, rng: Random) -> Made:
    """The number of another figure of the paragraph, with its phrase or with a shorter one."""
    for entry in desk.entries:
        others = desk.neighbours(entry)
        if entry.figure.value is None or not others:
            continue
        other = rng.choice(others).figure
        phrase, hedge = other.printed, other.hedge
        if rng.random() < 0.5 and (shorter := _cut(phrase, other.value)):
            phrase, hedge = shorter, None
        made = desk.figure(
            entry, value=other.value, out_of=other.out_of, before=other.before, hedge=hedge, printed=phrase
        )
        yield f"{entry.id} takes {other.indicator}: {phrase}", Trace.YAML, made


def no_figure(desk: Desk, rng: Random) -> Made:
    """A number of the paragraph that seeds/ lists as no figure."""
    for entry in desk.entries:
        here = [
            (one.printed, numeral.value)
            for one in desk.dataset.articles[entry.article].not_figures
            if one.paragraph == entry.figure.paragraph
            for numeral in find(one.printed)
        ]
        if entry.figure.value is not None and here and rng.random() < 0.5:
            phrase, value = rng.choice(here)
            made = desk.figure(entry, value=value, out_of=None, before=None, hedge=None, printed=phrase)
            yield f"{entry.id} takes {value}: {phrase}", Trace.YAML, made


def pairs(desk: Desk, rng: Random) -> Made:  # noqa: ARG001
    """The total or the value before swapped with the value, taken for each other, or lost."""
    for entry in desk.entries:
        value, total, before = (getattr(entry.figure, name) for name in _FIELDS)
        if total is not None:
            yield f"{entry.id}: out_of lost", Trace.YAML, desk.figure(entry, out_of=None)
            yield f"{entry.id}: out_of as before", Trace.YAML, desk.figure(entry, out_of=None, before=total)
            if value != total:
                made = desk.figure(entry, value=total, out_of=value)
                yield f"{entry.id}: value and out_of swapped", Trace.YAML, made
        if before is not None:
            yield f"{entry.id}: before lost", Trace.YAML, desk.figure(entry, before=None)
            yield f"{entry.id}: before as out_of", Trace.YAML, desk.figure(entry, before=None, out_of=before)
            made = desk.figure(entry, value=before, before=value)
            yield f"{entry.id}: value and before swapped", Trace.YAML, made


def hedge_alone(desk: Desk, rng: Random) -> Made:
    """hedge lost, added or another, the phrase as it was."""
    for entry in desk.entries:
        own = entry.figure.hedge
        if own:
            yield f"{entry.id}: hedge lost", Trace.YAML, desk.figure(entry, hedge=None)
        if entry.figure.value is not None and (own or rng.random() < 0.3):
            new = rng.choice([one for one in Hedge if one is not own])
            yield f"{entry.id} hedge: {new}", Trace.YAML, desk.figure(entry, hedge=new)


def hedge_and_word(desk: Desk, rng: Random) -> Made:
    """hedge and its word in the phrase lost or added together."""
    for entry in desk.entries:
        figure = entry.figure
        numeral = next((one for one in find(figure.printed) if one.value == figure.value), None)
        if numeral and figure.hedge:
            printed = re.sub(rf"{numeral.hedge_text}\s+(?={re.escape(numeral.text)})", "", figure.printed)
            yield f"{entry.id} without hedge: {printed}", Trace.TEXT, desk.figure(entry, hedge=None, printed=printed)
        elif numeral and rng.random() < 0.4:
            word, hedge = rng.choice([("gần", "nearly"), ("trên", "over"), ("hơn", "over"), ("khoảng", "about")])
            printed = f"{figure.printed[: numeral.start]}{word} {figure.printed[numeral.start :]}"
            yield f"{entry.id} {hedge}: {printed}", Trace.TEXT, desk.figure(entry, hedge=hedge, printed=printed)


# --- phrases -------------------------------------------------------------------------------------


def paragraph(desk: Desk, rng: Random) -> Made:
    """The paragraph before or after, or a far one."""
    for entry in desk.entries:
        if own := entry.figure.paragraph:
            new = rng.choice([one for one in (own - 1, own + 1, own + 10) if one > 0])
            yield f"{entry.id} paragraph: {own} -> {new}", Trace.TEXT, desk.figure(entry, paragraph=new)


def letter(desk: Desk, rng: Random) -> Made:
    """A letter of the phrase lost."""
    for entry in _some(desk, rng):
        words = [match for match in re.finditer(r"[^\W\d_]{3,}", entry.figure.printed) if match.start()]
        if words:
            word = rng.choice(words)
            at = rng.randrange(word.start() + 1, word.end())
            printed = entry.figure.printed[:at] + entry.figure.printed[at + 1 :]
            yield f"{entry.id} printed: {printed}", Trace.TEXT, desk.figure(entry, printed=printed)


# --- what is counted -----------------------------------------------------------------------------


def indicator(desk: Desk, rng: Random) -> Made:
    """Another indicator of the same unit."""
    for entry in desk.entries:
        own = desk.dataset.indicators[entry.figure.indicator]
        others = [one for one in _printed(desk) if one.unit.vi == own.unit.vi and one is not own]
        for other in rng.sample(others, min(2, len(others))):
            seen = entry.id in desk.summed or _impossible(desk, entry, other) or _announced(entry, own, other)
            alike = bool(own.words) and set(own.words) <= set(other.words)  # the text calls both by one name
            trace = Trace.NONE if alike and not seen else _trace(seen)
            yield f"{entry.id} as {other.id}", trace, desk.figure(entry, indicator=other.id)


def tier(desk: Desk, rng: Random) -> Made:
    """Another grade; the indicator of another tier; an indicator's own tier."""
    rated = [one for one in _printed(desk) if one.rating and one.rating.tier]
    for entry in desk.entries:
        if entry.figure.grade:
            for new in (Tier.EXCELLENT, Tier.GOOD, Tier.COMPLETED, Tier.NOT_COMPLETED):
                yield f"{entry.id} grade: {new}", Trace.YAML, desk.figure(entry, grade=new)
            seen = _trace(entry.figure.grade is not Tier.GOOD)
            yield f"{entry.id} grade: good_or_better", seen, desk.figure(entry, grade=Tier.GOOD_OR_BETTER)
        own = desk.dataset.indicators[entry.figure.indicator]
        if own.rating and own.rating.tier:
            for other in rated:
                if other.unit.vi == own.unit.vi and _tier(other) is not _tier(own):
                    told = own.rating.label in entry.figure.printed or _impossible(desk, entry, other)
                    yield f"{entry.id} as {other.id}", _trace(told), desk.figure(entry, indicator=other.id)
    for one in rated:
        if _tier(one) is not Tier.UNCLEAR:
            new = rng.choice([other for other in Tier if other not in (_tier(one), Tier.UNCLEAR)])
            _, path = desk.dataset.positions["indicators", one.id]
            yield f"{one.id} tier: {new}", Trace.YAML, desk.changed(INDICATORS, (*path, "rating"), tier=new)


def scheme(desk: Desk, rng: Random) -> Made:
    """Another scheme, of a figure or of an indicator."""
    for entry in desk.entries:
        if entry.figure.scheme:
            rating = desk.dataset.indicators[entry.figure.indicator].rating
            label = rating.label if rating else entry.figure.printed
            for other in desk.dataset.schemes:
                if other != entry.figure.scheme:
                    seen = _outside(desk, other, label, [entry])
                    yield f"{entry.id} scheme: {other}", seen, desk.figure(entry, scheme=other)
    for one in _printed(desk):
        if one.rating and one.rating.scheme:
            _, path = desk.dataset.positions["indicators", one.id]
            entries = [entry for entry in desk.entries if entry.figure.indicator == one.id]
            for other in rng.sample([other for other in desk.dataset.schemes if other != one.rating.scheme], 3):
                seen = _outside(desk, other, one.rating.label, entries)
                yield f"{one.id} scheme: {other}", seen, desk.changed(INDICATORS, (*path, "rating"), scheme=other)


def base(desk: Desk, rng: Random) -> Made:  # noqa: ARG001
    """Another base, or none."""
    for entry in desk.entries:
        figure, own = entry.figure, desk.dataset.indicators[entry.figure.indicator]
        if not figure.base:
            continue
        if own.kind is Kind.SHARE or figure.out_of is not None:
            yield f"{entry.id}: base lost", Trace.YAML, desk.figure(entry, base=None)
        told = figure.base_note is not None
        contradicted = {Base.SUBSET: not told, Base.NOT_STATED: told, Base.RATED: own.rating is None, Base.ALL: False}
        for new, seen in contradicted.items():
            if new is not figure.base:
                yield f"{entry.id} base: {new}", Trace.YAML if seen else Trace.NONE, desk.figure(entry, base=new)


# --- where and when ------------------------------------------------------------------------------


def locality(desk: Desk, rng: Random) -> Made:
    """A sister place, the place around, one of the same name; a figure's own place lost."""
    places = desk.dataset.localities
    for entry in desk.entries:
        if own := entry.figure.locality:
            sister = rng.choice([one for one in places.values() if one.parent == places[own].parent and one.id != own])
            trace = _trace(places[own].name in entry.figure.printed)
            yield f"{entry.id} locality: {sister.id}", trace, desk.figure(entry, locality=sister.id)
            yield f"{entry.id}: locality lost", trace, desk.figure(entry, locality=None)
    for name, file in desk.dataset.files.items():
        own = file.locality
        others = [one for one in places.values() if one.id != own]
        sisters = [one for one in others if one.level is places[own].level]
        near = [one for one in others if one.name == places[own].name or one.id == places[own].parent]
        for new in [rng.choice(sisters or others), *near]:
            in_seed = desk.changed(desk.dataset.positions["articles", name][0], (), locality=new.id)
            in_file = desk.changed(desk.dataset.positions["files", name][0], (), locality=new.id)
            seen = places[own].name in desk.dataset.articles[name].title
            seen |= any(one.locality and not one.locality.startswith(new.id) for one in file.figures)
            seen |= any(new.level not in desk.dataset.indicators[one.indicator].levels for one in file.figures)
            yield f"{name} locality, in seeds/ only: {new.id}", Trace.YAML, in_seed
            yield f"{name} locality, in data/ only: {new.id}", Trace.YAML, in_file
            yield f"{name} locality: {new.id}", _trace(seen), in_seed | in_file


def parent(desk: Desk, rng: Random) -> Made:
    """A place inside another one, or in none."""
    places = desk.dataset.localities
    for name, place in places.items():
        if place.parent and ("localities", name) in desk.dataset.positions:
            _, path = desk.dataset.positions["localities", name]
            level = places[place.parent].level
            new = rng.choice([one.id for one in places.values() if one.level is level and one.id != place.parent])
            yield f"{name} parent: {new}", Trace.YAML, desk.changed(LOCALITIES, path, parent=new)
            yield f"{name}: parent lost", Trace.YAML, desk.changed(LOCALITIES, path, parent=None)


def year(desk: Desk, rng: Random) -> Made:
    """as_of, since or the day of publication a year early or late."""
    for entry in desk.entries:
        figure, published = entry.figure, desk.dataset.articles[entry.article].published.date
        for field, when in (("as_of", figure.as_of), ("since", figure.since)):
            if when and when.dated:
                new = _moved(when, rng.choice([-1, 1]))
                seen = bool(figure.inferred) if field == "as_of" else False
                seen |= _later(new, published) or any(one in figure.printed for one in _years(when.text))
                yield f"{entry.id} {field}: {when} -> {new}", _trace(seen), desk.figure(entry, **{field: new})
    for name, file in desk.dataset.files.items():
        day, reason = desk.dataset.articles[name].published.date, desk.dataset.articles[name].published.inferred
        for by in (-1, 1):
            new = _moved(file.as_of, by)
            # A reason that names the wrong year as well ("results of 2022, hence 2023") does not contradict it.
            named = file.inferred is not None and all(one in file.inferred.vi for one in _years(new))
            trace = _trace(_later(new, day) or (file.inferred is not None and not named))
            made = desk.changed(desk.dataset.positions["files", name][0], (), as_of=new)
            yield f"{name} as_of: {new}", Trace.NONE if named and trace is Trace.TEXT else trace, made
            new = _moved(day, by)
            dates = [one.as_of.text for one in desk.dataset.by_article[name]]
            seen = bool(reason) or any(_later(one, Period.parse(new)) for one in dates)
            made = desk.changed(desk.dataset.positions["articles", name][0], ("published",), date=new)
            yield f"{name} published: {new}", _trace(seen), made


# --- records -------------------------------------------------------------------------------------


def left_out(desk: Desk, rng: Random) -> Made:  # noqa: ARG001
    """A figure of the article not entered."""
    for entry in desk.entries:
        seen = Trace.YAML if entry.id in desk.summed else Trace.TEXT if find(entry.figure.printed) else Trace.NONE
        yield f"{entry.id} left out", seen, {entry.file: desk.sheet(entry.file).with_block(entry.path, "")}


def duplicate(desk: Desk, rng: Random) -> Made:
    """A figure entered twice, half of them with a key that tells them apart."""
    for entry in _some(desk, rng):
        sheet = desk.sheet(entry.file)
        block = sheet.block(entry.path)
        again, said = (block, "") if rng.random() < 0.5 else (_keyed(block), ", with a key")
        yield f"{entry.id} twice{said}", Trace.YAML, {entry.file: sheet.with_block(entry.path, block + again)}


def aside(desk: Desk, rng: Random) -> Made:
    """A figure's number listed in seeds/ as no figure as well."""
    for entry in _some(desk, rng):
        figure, seed = entry.figure, desk.dataset.positions["articles", entry.article][0]
        if figure.value is not None and figure.paragraph and find(figure.printed):
            sheet = desk.sheet(seed)
            line = f'  - {{printed: "{figure.printed}", paragraph: {figure.paragraph}, reason: content}}\n'
            text = sheet.with_block(("not_figures", 0), line + sheet.block(("not_figures", 0)))
            yield f"{entry.id} in not_figures", Trace.YAML, {seed: text}


def twice(desk: Desk, rng: Random) -> Made:
    """A part counted twice: in its sum, instead of another part, or as two figures."""
    for file, path, article, one in desk.dataset.sums:
        name, again, sheet = (
            f"{article} sum of {one.whole} from {', '.join(one.parts)}",
            rng.choice(one.parts),
            desk.sheet(file),
        )
        yield f"{name}: {again} again", Trace.YAML, _sum(desk, file, path, one, parts=[*one.parts, again])
        yield f"{name}: the whole as a part", Trace.YAML, _sum(desk, file, path, one, parts=[*one.parts, one.whole])
        for other in [part for part in one.parts if part != again][:1]:
            parts = [again if part == other else part for part in one.parts]
            yield f"{name}: {again} for {other}", Trace.YAML, _sum(desk, file, path, one, parts=parts)
        entry = desk.dataset.by_id[f"{article}/{again.partition(':')[0]}"]
        block = sheet.block(entry.path)
        made = {file: sheet.with_block(entry.path, block + _keyed(block))}
        yield f"{name}: {again} entered twice", Trace.YAML, made


def sums(desk: Desk, rng: Random) -> Made:
    """A part too few or too many, the whole for a part, the value for the one before, complete where it is not."""
    for file, path, article, one in desk.dataset.sums:
        name, names = f"{article} sum of {one.whole} from {', '.join(one.parts)}", (one.whole, *one.parts)
        if one.complete and len(one.parts) > 1:
            less = rng.choice(one.parts)
            parts = [part for part in one.parts if part != less]
            yield f"{name} without {less}", Trace.YAML, _sum(desk, file, path, one, parts=parts)
            others = [other for other in desk.dataset.by_article[article] if other.figure.value]
            more = rng.choice([other.reference for other in others if other.reference not in names])
            yield f"{name} with {more}", Trace.YAML, _sum(desk, file, path, one, parts=[*one.parts, more])
        if not one.complete:
            yield f"{name}: complete", Trace.YAML, _sum(desk, file, path, one, complete=True)
        part, *rest = one.parts
        made = _sum(desk, file, path, one, whole=part, parts=[one.whole, *rest])
        yield f"{name}: whole and part swapped", Trace.YAML, made
        if any(":before" in part for part in names):
            whole, *parts = (part.removesuffix(":before") for part in names)
            yield f"{name}: before lost", Trace.YAML, _sum(desk, file, path, one, whole=whole, parts=parts)


def one_language(desk: Desk, rng: Random) -> Made:
    """A note, a reason or a base in one language only."""
    for entry in _some(desk, rng):
        sheet = desk.sheet(entry.file)
        for field in ("note", "inferred", "base_note"):
            path, gone = (*entry.path, field), rng.choice(["vi", "en"])
            if path in sheet.marks.values:
                block = sheet.block(path)
                flow = re.sub(rf'{gone}: "[^"]*"(, )?|, {gone}: "[^"]*"', "", block)
                text = sheet.with_block(path, flow) if "{" in block else sheet.changed({(*path, gone): None})
                yield f"{entry.id} {field} without {gone}", Trace.YAML, {entry.file: text}


def key(desk: Desk, rng: Random) -> Made:
    """A letter of a key lost or doubled."""
    for entry in _some(desk, rng):
        sheet = desk.sheet(entry.file)
        path = rng.choice([one for one in sheet.marks.keys if len(one) > 2 and one[:2] == entry.path])
        row, column = (place - 1 for place in sheet.marks.keys[path])
        name = str(path[-1])
        at = rng.randrange(len(name))
        wrong = name[:at] + name[at + 1 :] if rng.random() < 0.5 else name[:at] + name[at] + name[at:]
        lines = list(sheet.lines)
        lines[row] = lines[row][:column] + wrong + lines[row][column + len(name) :]
        yield f"{entry.id} {name}: {wrong}", Trace.YAML, {entry.file: "".join(lines)}


def code(desk: Desk, rng: Random) -> Made:
    """A code typed beside an id, though the list of units has it: without quotes; with a digit dropped or doubled, or
    its last two swapped."""
    sheet = desk.sheet(LOCALITIES)
    places = desk.dataset.localities
    for name, place in places.items():
        if (own := place.code) and ("localities", name) in desk.dataset.positions:
            _, path = desk.dataset.positions["localities", name]
            swapped = own[:-2] + own[:-3:-1]
            wrong = [f'"{one}"' for one in (own[:-1], f"{own}{own[-1]}", swapped) if one != own]
            row, column = (mark - 1 for mark in sheet.marks.key((*path, "id")))
            for new in (own, rng.choice(wrong)):
                # A source may say otherwise than the list, though not with more or fewer digits.
                trace = Trace.NONE if place.source and new == f'"{swapped}"' else Trace.YAML
                lines = list(sheet.lines)
                lines.insert(row + 1, f"{' ' * column}code: {new}\n")
                yield f"{name} code: {new}", trace, {LOCALITIES: "".join(lines)}


KINDS: dict[str, Callable[[Desk, Random], Made]] = {
    "digit wrong in value": value_alone,
    "digit wrong in printed": printed_alone,
    "digit wrong in both alike": both_alike,
    "separators misread": separators,
    "neighbouring number taken": neighbour,
    "number taken that is no figure": no_figure,
    "total, value before: swapped or lost": pairs,
    "hedge lost, added or wrong": hedge_alone,
    "hedge lost or added with its word": hedge_and_word,
    "wrong paragraph": paragraph,
    "letter of the phrase lost": letter,
    "wrong indicator of the same unit": indicator,
    "tier wrong": tier,
    "scheme wrong": scheme,
    "base wrong or lost": base,
    "locality swapped or lost": locality,
    "parent swapped or lost": parent,
    "year shifted": year,
    "figure left out": left_out,
    "duplicate figure": duplicate,
    "figure listed as no figure too": aside,
    "part counted twice": twice,
    "sum wrong": sums,
    "note in one language only": one_language,
    "key misspelled": key,
    "code unquoted or wrong": code,
}
"""Every kind of error by its name, in the order of the table."""


# --- what several kinds need ---------------------------------------------------------------------


def _trace(seen: bool) -> Trace:
    return Trace.YAML if seen else Trace.TEXT


def _some(desk: Desk, rng: Random) -> list[Entry]:
    """A third of the figures, for errors that are alike whatever the figure is."""
    return rng.sample(desk.entries, len(desk.entries) // 3)


def _numbers(entry: Entry) -> list[tuple[str, Decimal]]:
    return [(name, number) for name in _FIELDS if (number := getattr(entry.figure, name)) is not None]


def _tokens(desk: Desk, rng: Random) -> Iterator[tuple[Entry, str, int, int]]:
    """For each figure one of its fields, and where its digits stand in the phrase."""
    for entry in desk.entries:
        tokens = list(_NUMBER.finditer(entry.figure.printed))
        found = []
        for field, number in _numbers(entry):
            ordered = tokens[::-1] if field == "out_of" else tokens
            found += [(entry, field, *one.span()) for one in ordered if _read(one[0]) == number][:1]
        if found:
            yield rng.choice(found)


def _read(token: str) -> Decimal:
    return Decimal(token.replace(".", "").replace(",", "."))


def _misread(token: str, rng: Random) -> str | None:
    """A number with a digit dropped, doubled or swapped with the next, grouped as it was; None if that is no other."""
    digits = re.sub("[.,]", "", token)
    decimals = len(re.split("[.,]", token)[-1]) if "," in token or re.fullmatch(r"[0-9]+\.[0-9]{1,2}", token) else 0
    wrong = [digits[:at] + digits[at + 1 :] for at in range(len(digits))]
    wrong += [digits[:at] + digits[at] + digits[at:] for at in range(len(digits))]
    wrong += [digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :] for at in range(len(digits) - 1)]
    usable = [one for one in wrong if len(one) > decimals and one[0] != "0" and int(one) != int(digits)]
    if not usable:
        return None
    new = rng.choice(usable)
    if decimals:
        return f"{new[:-decimals]}{'.' if '.' in token else ','}{new[-decimals:]}"
    return f"{int(new):,}".replace(",", ".") if "." in token else new


def _cut(phrase: str, value: Decimal | None) -> str | None:
    """The numeral and the two words after it; None where that is no shorter or the phrase holds more than one."""
    found = find(phrase)
    if len(found) != 1 or found[0].value != value or found[0].hedge or found[0].out_of:
        return None
    shorter = " ".join([found[0].text, *phrase[found[0].end :].split()[:2]]).rstrip(",;")
    return shorter if shorter != phrase else None


def _printed(desk: Desk) -> list[Indicator]:
    """The indicators that are not computed."""
    return [one for one in desk.dataset.indicators.values() if not one.formula]


def _impossible(desk: Desk, entry: Entry, other: Indicator) -> bool:
    """Whether the data says that a figure can't be of an indicator: its level, base, value before, scheme or id."""
    figure, place = entry.figure, desk.dataset.localities[entry.locality]
    share = other.kind is Kind.SHARE or figure.out_of is not None or (other.rating is not None and other.unit.vi == "%")
    return (
        place.level not in other.levels
        or (share and not figure.base)
        or (figure.base is not None and not share and not other.rating)
        or (figure.before is not None and other.kind not in (Kind.STOCK, Kind.SHARE))
        or (other.rating is not None and other.rating.scheme is None) is not (figure.scheme is not None)
        or any(
            (one.figure.indicator, one.locality, one.as_of) == (other.id, entry.locality, entry.as_of)
            for one in desk.dataset.by_article[entry.article]
        )
    )


def _announced(entry: Entry, own: Indicator, other: Indicator) -> bool:
    """Whether the phrase has words of its own indicator, besides the unit, and none of the other's."""
    phrase = fold(entry.figure.printed)

    def named(one: Indicator) -> bool:
        return any(fold(word) in phrase for word in one.words if word != one.unit.vi)

    return named(own) and not named(other)


def _tier(one: Indicator) -> Tier | None:
    return one.rating.tier if one.rating else None


def _outside(desk: Desk, scheme: str, label: str, entries: Sequence[Entry]) -> Trace:
    """In the data, where a scheme has no such label or a rating's date is not of its years."""
    one = desk.dataset.schemes[scheme]
    years = Period.parse(one.years)
    apart = any(entry.as_of.dated and not years.touches(entry.as_of) for entry in entries if years.dated)
    known = {name for other in desk.dataset.schemes.values() for name in other.labels if name in label}
    named = not one.labels or any(name.endswith(tuple(known)) for name in one.labels)
    return Trace.YAML if apart or not named else Trace.NONE


def _years(text: str) -> list[str]:
    return re.findall("[0-9]{4}", text)


def _moved(when: Period, by: int) -> str:
    return re.sub("[0-9]{4}", lambda match: str(int(match[0]) + by), when.text)


def _later(when: str, published: Period) -> bool:
    """Whether the last year of a date is after that of publication."""
    return published.dated and max(map(int, _years(when)), default=0) > int(published.text[:4])


def _keyed(block: str) -> str:
    """A figure's lines with a key added."""
    first, rest = block.split("\n", 1)
    return f"{first}\n    key: again\n{rest}"


def _sum(desk: Desk, file: str, path: Steps, one: Sum, **changes: object) -> dict[str, str]:
    new = one.model_copy(update=changes)
    names = ", ".join(f'"{part}"' for part in new.parts)
    block = f'  - whole: "{new.whole}"\n    parts: [{names}]\n    complete: {str(new.complete).lower()}\n'
    return {file: desk.sheet(file).with_block(path, block)}
