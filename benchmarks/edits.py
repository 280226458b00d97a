"""The curated data as text, and edits of it as a curator's hand would make them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from dashboard.checks.loading import load
from dashboard.records.dataset import Entry
from dashboard.records.problems import report
from dashboard.records.source_files import gather
from dashboard.records.yaml_text import Path as Steps
from dashboard.records.yaml_text import read

_SCALAR = re.compile(r'"(?:[^"\\]|\\.)*"|[^\s,}\]]+')
_PLAIN = re.compile(r"[a-z0-9./-][A-Za-z0-9_./:-]*")


class Sheet:
    """One YAML file by its lines, edited at the places of its values."""

    def __init__(self, name: str, text: str) -> None:
        self.lines = text.splitlines(keepends=True)
        document = read(text.encode(), name)
        self.data, self.marks = document.data, document.marks

    def changed(self, changes: Mapping[Steps, object]) -> str:
        """The text with single values replaced; None deletes the key, an absent one is added to its record."""
        lines = list(self.lines)
        for path, new in sorted(changes.items(), key=lambda one: self.marks.value(one[0]), reverse=True):
            row, column = (place - 1 for place in self.marks.value(path))
            if path in self.marks.values and new is None:
                start, stop = self.extent(path)
                del lines[start:stop]
            elif path in self.marks.values:
                scalar = _SCALAR.match(lines[row], column)
                assert scalar, lines[row]
                lines[row] = lines[row][:column] + typed(new) + lines[row][scalar.end() :]
            elif new is not None:
                lines.insert(row + 1, f"{' ' * column}{path[-1]}: {typed(new)}\n")
        return "".join(lines)

    def with_block(self, path: Steps, new: str) -> str:
        """The text with the lines of a key, or of an item of a list, replaced."""
        start, stop = self.extent(path)
        return "".join([*self.lines[:start], new, *self.lines[stop:]])

    def block(self, path: Steps) -> str:
        """The lines of a key or of an item of a list."""
        start, stop = self.extent(path)
        return "".join(self.lines[start:stop])

    def extent(self, path: Steps) -> tuple[int, int]:
        """The index of the first line of a key or of an item of a list, and of the one after its last."""
        row, column = (place - 1 for place in self.marks.key(path))
        if isinstance(path[-1], int):
            column = self.lines[row].index("-")
        stop = row + 1
        inside = " " * (column + 1)
        while stop < len(self.lines) and (self.lines[stop].startswith(inside) or not self.lines[stop].strip()):
            stop += 1
        return row, stop


def typed(new: object) -> str:
    """A value as it is typed into YAML: quoted where it is more than a word, a code or a number."""
    if isinstance(new, str) and not _PLAIN.fullmatch(new):
        return json.dumps(new, ensure_ascii=False)
    return format(new, "f") if isinstance(new, Decimal) else str(new)


class Desk:
    """The data, right as it is, with what the kinds of error ask of it. Raises SystemExit where it is not right."""

    def __init__(self, root: Path) -> None:
        dataset, problems = load(root)
        if dataset is None:
            raise SystemExit(f"the data must be right before it is made wrong:\n{report(problems, 'en')}")
        self.dataset = dataset
        self.texts = {name: raw.decode() for name, raw in gather(root)[0].items()}
        self._sheets: dict[str, Sheet] = {}

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All figures."""
        return self.dataset.entries

    def sheet(self, name: str) -> Sheet:
        """One of its files."""
        if name not in self._sheets:
            self._sheets[name] = Sheet(name, self.texts[name])
        return self._sheets[name]

    def changed(self, name: str, path: Steps, **changes: object) -> dict[str, str]:
        """The file with some keys of the record at a path changed, deleted (None) or added."""
        return {name: self.sheet(name).changed({(*path, key): new for key, new in changes.items()})}

    def figure(self, entry: Entry, **changes: object) -> dict[str, str]:
        """The file with some keys of a figure changed, deleted (None) or added."""
        return self.changed(entry.file, entry.path, **changes)

    def neighbours(self, entry: Entry) -> list[Entry]:
        """The figures of its paragraph that have a number and another phrase."""
        own = entry.figure
        return [
            other
            for other in self.dataset.by_article[entry.article]
            if other.figure.paragraph == own.paragraph
            and other.figure.printed != own.printed
            and other.figure.value is not None
        ]

    @cached_property
    def exact(self) -> set[str]:
        """What complete sums of exact numbers name: ids, with ``:before`` or ``:out_of`` for these."""
        found = set()
        for _, _, article, one in self.dataset.sums:
            if one.computed:
                continue  # nothing printed stands against it
            names = [f"{article}/{name}" for name in (one.whole, *one.parts)]
            hedged = any(self.dataset.by_id[name.partition(":")[0]].figure.hedge for name in names)
            found |= set(names) if one.complete and not hedged else set()
        return found

    @cached_property
    def summed(self) -> set[str]:
        """The ids that any sum names."""
        return {
            f"{article}/{name.partition(':')[0]}"
            for _, _, article, one in self.dataset.sums
            for name in (one.whole, *one.parts)
        }
