"""Hostile files: how much time and memory it takes to check one of each expensive shape.

    python -m benchmarks.hostile [SHAPE ...]

Each file is put into a copy of the sample data, in the place of a file that is read; ``doisanh check`` then runs in a
process of its own. Printed are how long a page with good data waits at most while the file is read, the seconds of
processor time and the most memory of the check, and how many problems it told; the exit code is 1 where a shape breaks
what docs/operating.md promises. Shapes are made, never stored: a table names each.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.records.models.fields import MOST_ENTRIES
from dashboard.records.source_files import (
    CHARTS,
    FIGURES,
    INDICATORS,
    LOCALITIES,
    PLACES,
    PROOFS,
    RULES,
    SCHEMES,
    SEEDS,
    size_limit,
)
from dashboard.records.yaml_text import MOST_ITEMS
from tests.sample import FILES

HOUSE = Path(__file__).resolve().parents[1]
SECONDS, MEGABYTES, WAIT = 5.0, 500.0, 1.0
"""What the check of a root with one such file may take, and how long a page may wait for it."""

ARTICLE, PLACE = f"{FIGURES}/paper-2019.yaml", LOCALITIES
SEED, PROOF = f"{SEEDS}/paper-2019.yaml", f"{PROOFS}/paper-2019.json"

_ITEM = """  - indicator: members
    value: 7397
    printed: "7.397 đảng viên"
    paragraph: 3
"""


def _repeated(text: str, size: int) -> str:
    return text * (size // len(text.encode()))


def _items(text: str, size: int, most: int = MOST_ITEMS) -> str:
    """Items of a list or record, with their number for {}: as many as fill a size, but no more than there may be.

    Of a file that is too large anyhow there are as many as fill it.
    """
    most = most - 20 if size <= PLACES else size
    made, left = [], size
    for number in range(most):
        made.append(text.format(number))
        left -= len(made[-1].encode())
        if left < 0:
            return "".join(made[:-1])
    return "".join(made)


def _figures(text: str, size: int, most: int = MOST_ITEMS) -> str:
    """An article's file with such figures."""
    return FILES[ARTICLE].partition("figures:\n")[0] + "figures:\n" + _items(text, size, most)


def _places(size: int, parent: str, *, circle: bool = False) -> str:
    """Places in others, which are named by the number of each ({number}) and of the next ({after})."""
    line = "  - {{id: p{}, name: P, type: {{vi: xã, en: Commune}}, level: commune, parent: {}}}\n"
    count = size // (len(line) + 10)
    count = min(count, MOST_ITEMS - 20) if size <= PLACES else count
    after = [*range(1, count), 0 if circle else count]
    made = (line.format(one, parent.format(number=one, after=next_)) for one, next_ in enumerate(after[:count]))
    return FILES[PLACE] + "".join(made)


SHAPES: dict[str, tuple[str, Callable[[int], str | bytes]]] = {
    "tabs between columns": (ARTICLE, lambda size: "article: paper-2019\n" + _repeated("a\tb\tc\td\n", size)),
    "tabs before lines": (ARTICLE, lambda size: _repeated("\tx: 1\n", size)),
    "special spaces": (ARTICLE, lambda size: _repeated("x:\u00a01\n", size)),
    "a line of special spaces": (ARTICLE, lambda size: _repeated("\u00a0", size)),
    "a line of blanks": (ARTICLE, lambda size: _repeated(" ", size) + "x"),
    "a line of dashes": (ARTICLE, lambda size: _repeated("- ", size)),
    "many kinds of hidden signs": (ARTICLE, lambda size: _items("x{}: \u200b\u200c\u200d\ufeff\u00ad\n", size)),
    "not UTF-8": (ARTICLE, lambda size: b"\xff" * size),
    "not UTF-8 at its end": (ARTICLE, lambda size: _repeated("a: 1\n", size).encode() + b"\xff"),
    "null bytes": (ARTICLE, lambda size: b"\0" * size),
    "a single word": (ARTICLE, lambda size: "article: " + _repeated("x", size)),
    "a single text in words": (ARTICLE, lambda size: "article: " + _repeated("xy ", size)),
    "a word over many lines": (ARTICLE, lambda size: "article:\n" + _repeated("  x\n", size)),
    "a quotation": (ARTICLE, lambda size: 'article: "' + _repeated("xy ", size) + '"'),
    "a quotation never closed": (ARTICLE, lambda size: 'article: "' + _repeated("xy\n", size)),
    "quotation marks on every line": (ARTICLE, lambda size: _repeated('a: "x\n', size)),
    "folded text": (ARTICLE, lambda size: "article: >-\n" + _repeated("  x\n", size)),
    "escapes": (ARTICLE, lambda size: 'article: "' + _repeated("\\u1ea3", size) + '"'),
    "accents kept apart": (ARTICLE, lambda size: "article: " + _repeated("a\u0309\u0301", size)),
    "a number of digits": (ARTICLE, lambda size: "article: " + _repeated("9", size)),
    "keys": (ARTICLE, lambda size: _items("k{}: 1\n", size)),
    "keys inside brackets": (ARTICLE, lambda size: "{" + _items("k{}: 1, ", size) + "}"),
    "one key again and again": (ARTICLE, lambda size: _items("k: 1\n", size)),
    "a long key": (ARTICLE, lambda size: _repeated("k", size) + ": 1\n"),
    "lines that are no YAML": (ARTICLE, lambda size: _repeated("x y z\n", size) + "a: b: c\n"),
    "keys, and no YAML at the end": (ARTICLE, lambda size: _items("k{}: 1\n", size) + "a: b: c\n"),
    "colons inside": (ARTICLE, lambda size: _repeated("a: b: c\n", size)),
    "colons on a line": (ARTICLE, lambda size: _repeated("a:", size)),
    "question marks": (ARTICLE, lambda size: _repeated("? ", size)),
    "brackets opened": (ARTICLE, lambda size: "article: " + _repeated("[", size)),
    "braces opened": (ARTICLE, lambda size: "article: " + _repeated("{", size)),
    "brackets opened and closed": (ARTICLE, lambda size: _repeated("[", size // 2) + _repeated("]", size // 2)),
    "lists indented ever deeper": (
        ARTICLE,
        lambda size: "".join(f"{' ' * depth}k:\n" for depth in range(int((2 * size) ** 0.5))),
    ),
    "a list of words": (ARTICLE, lambda size: "figures:\n" + _items("- x\n", size)),
    "a list of words in brackets": (ARTICLE, lambda size: "figures: [" + _items("x,", size) + "]"),
    "a list of nothing": (ARTICLE, lambda size: "figures: [" + _items("{{}},", size) + "]"),
    "a list of empty lists": (ARTICLE, lambda size: "figures: [" + _items("[],", size) + "]"),
    "anchors": (ARTICLE, lambda size: "figures:\n" + _items("- &a{} x\n", size)),
    "aliases": (ARTICLE, lambda size: "a: &a x\nfigures:\n" + _items("- *a\n", size)),
    "an alias bomb": (
        ARTICLE,
        lambda size: (
            "a0: &a0 [x, x]\n"
            + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, min(size // 60, 400)))
        ),
    ),
    "tags": (ARTICLE, lambda size: "figures:\n" + _items("- !x y\n", size)),
    "documents": (ARTICLE, lambda size: _repeated("a: 1\n---\n", size)),
    "directives": (ARTICLE, lambda size: _repeated("%TAG ! x\n", size)),
    "comments": (ARTICLE, lambda size: _repeated("# x\n", size)),
    "empty lines": (ARTICLE, lambda size: _repeated("\n", size)),
    "codes without quotes": (ARTICLE, lambda size: "figures:\n" + _items("- 010\n", size)),
    "still to be decided": (ARTICLE, lambda size: "figures:\n" + _items("  - indicator: decide\n", size)),
    "merge conflicts": (ARTICLE, lambda size: _repeated("<<<<<<< a\n", size)),
    "a figure again and again": (
        ARTICLE,
        lambda size: _figures(_ITEM, size, MOST_ENTRIES),
    ),
    "figures with ids": (
        ARTICLE,
        lambda size: _figures(_ITEM + "    as_of: 2019\n    id: m{}\n", size, MOST_ENTRIES),
    ),
    "figures of unknown indicators": (
        ARTICLE,
        lambda size: _figures(_ITEM.replace("members", "member{}"), size, MOST_ENTRIES),
    ),
    "figures with unknown keys": (
        ARTICLE,
        lambda size: _figures(_ITEM + "    k{}: 1\n", size, MOST_ENTRIES),
    ),
    "keys that belong further out": (
        ARTICLE,
        lambda size: _figures(_ITEM + "    locality: quang-binh\n    article: paper-2019\n", size, MOST_ENTRIES),
    ),
    "long phrases": (
        ARTICLE,
        lambda size: _figures(_ITEM.replace("7.397 đảng viên", "7.397 " * 80), size),
    ),
    "long phrases of number words": (
        ARTICLE,
        lambda size: _figures(_ITEM.replace("7.397 đảng viên", "năm mươi " * 50), size),
    ),
    "long phrases without spaces": (
        ARTICLE,
        lambda size: _figures(_ITEM.replace("7.397 đảng viên", "7.397%" * 80), size),
    ),
    "sums": (
        ARTICLE,
        lambda size: FILES[ARTICLE] + _items("  - {{whole: organizations, parts: [cells]}}\n", size, MOST_ENTRIES),
    ),
    "sums of everything": (
        ARTICLE,
        lambda size: (
            FILES[ARTICLE] + _repeated(f"  - {{whole: organizations, parts: [{', '.join(['cells'] * 400)}]}}\n", size)
        ),
    ),
    "blanks": (
        ARTICLE,
        lambda size: (
            FILES[ARTICLE]
            + "blanks:\n"
            + _items('  - {{indicator: hamlets, printed: "số {}", paragraph: 1}}\n', size, MOST_ENTRIES)
        ),
    ),
    "a phrase of numbers": (
        ARTICLE,
        lambda size: FILES[ARTICLE].replace('"7.397 đảng viên"', '"' + _repeated("7.397 ", size) + '"'),
    ),
    "a phrase of digits": (
        ARTICLE,
        lambda size: FILES[ARTICLE].replace('"7.397 đảng viên"', '"' + _repeated("7", size) + '"'),
    ),
    "a phrase of number words": (
        ARTICLE,
        lambda size: FILES[ARTICLE].replace('"7.397 đảng viên"', '"' + _repeated("mười ", size) + 'đảng viên"'),
    ),
    "a phrase of hedges": (
        ARTICLE,
        lambda size: FILES[ARTICLE].replace('"7.397 đảng viên"', '"' + _repeated("gần ", size) + '7.397"'),
    ),
    "a phrase of separators": (
        ARTICLE,
        lambda size: FILES[ARTICLE].replace('"7.397 đảng viên"', '"' + _repeated("1.", size) + '"'),
    ),
    "numerals set aside": (
        SEED,
        lambda size: (
            FILES[SEED]
            + ("" if "not_figures:" in FILES[SEED] else "not_figures:\n")
            + _items('  - {{paragraph: 1, printed: "số {}", reason: other}}\n', size, MOST_ENTRIES)
        ),
    ),
    "a long title": (SEED, lambda size: FILES[SEED].replace('title: "', 'title: "' + _repeated("xy ", size))),
    "places": (PLACE, lambda size: _places(size, "quang-ninh.ha-long")),
    "places that are nowhere": (PLACE, lambda size: _places(size, "no{number}")),
    "places under each other": (PLACE, lambda size: _places(size, "p{after}")),
    "places in a circle": (PLACE, lambda size: _places(size, "p{after}", circle=True)),
    "a place again and again": (PLACE, lambda size: FILES[PLACE] + _items("  - {{id: p, name: P}}\n", size)),
    "indicators": (
        INDICATORS,
        lambda size: (
            FILES[INDICATORS]
            + _items(
                "  - id: i{}\n    name: {{vi: a, en: b}}\n"
                "    definition: {{vi: a, en: b}}\n    unit: {{vi: a, en: b}}\n"
                "    kind: stock\n    subject: party_member\n    theme: organisation\n",
                size,
                2 * MOST_ENTRIES,
            )
        ),
    ),
    "indicators, parts of each other": (
        INDICATORS,
        lambda size: (
            FILES[INDICATORS]
            + "".join(
                f"  - id: i{n}\n    name: {{vi: a, en: b}}\n"
                f"    definition: {{vi: a, en: b}}\n    unit: {{vi: a, en: b}}\n"
                f"    kind: stock\n    subject: party_member\n    theme: organisation\n    part_of: i{n + 1}\n"
                for n in range(min(size // 190, 2 * MOST_ENTRIES - 20))
            )
        ),
    ),
    "rules": (RULES, lambda size: FILES[RULES] + _items("  - {{id: r, reason: x}}\n", size, MOST_ENTRIES)),
    "charts": (
        CHARTS,
        lambda size: FILES[CHARTS] + _items("  - {{id: c{}, theme: organisation}}\n", size, MOST_ENTRIES),
    ),
    "schemes": (SCHEMES, lambda size: FILES[SCHEMES] + _items("  - {{id: s}}\n", size, MOST_ENTRIES)),
    "a proof of brackets": (PROOF, lambda size: _repeated("[", size)),
    "a proof of figures": (
        PROOF,
        lambda size: (
            '{"article": "paper-2019", "text": "", "figures": {'
            + ",".join(f'"f{n}": 1' for n in range(size // 12))
            + "}}"
        ),
    ),
    "a proof of a number": (PROOF, lambda size: '{"article": ' + _repeated("9", size) + "}"),
}
"""By name: the file that it takes the place of, and the content of about so many bytes."""

LARGE = 10_000_000
"""Bytes of a file far above what is read; each shape is also tried as large as it may be."""


@dataclass(frozen=True)
class Cost:
    """Seconds of a processor, megabytes at most, problems told, and the exit code of ``doisanh check``."""

    seconds: float
    megabytes: float
    problems: int
    code: int

    @property
    def too_much(self) -> bool:
        """Whether a promise is broken."""
        return self.seconds > SECONDS or self.megabytes > MEGABYTES or self.code not in (0, 1)


def write(root: Path, shape: str, size: int) -> int:
    """The sample data with one hostile file, of at most so many bytes where that can be; how many it has."""
    for name, text in FILES.items():
        _put(root / name, text.encode())
    name, made = SHAPES[shape]
    content = made(max(0, size - len(FILES.get(name, "")) - 100))
    raw = content if isinstance(content, bytes) else content.encode()
    _put(root / name, raw)
    return len(raw)


def waited(root: Path, shape: str, size: int) -> float:
    """The longest that a page waits, in seconds, which has good data when a hostile file is saved; until it is read."""
    from dashboard.web.server import store

    for name, text in FILES.items():
        _put(root / name, text.encode())
    assert store.current(root).good
    write(root, shape, size)
    longest, reading = 0.0, True
    while reading:
        begun = time.perf_counter()
        reading = store.current(root).reading
        longest = max(longest, time.perf_counter() - begun)
        time.sleep(0.01)
    return longest


def check(root: Path) -> Cost:
    """What checking a root costs, in a process of its own."""
    command = [sys.executable, "-m", "dashboard", "check", "--root", str(root), "--lang", "en"]
    with subprocess.Popen(command, cwd=HOUSE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        assert process.stdout
        printed = process.stdout.read().decode()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    code = process.returncode if "Traceback" not in printed else -1
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, printed.count("\n        -> "), code)


def main(wanted: list[str]) -> int:
    """Print the table. 1 where something took too much."""
    failed = False
    sys.stdout.write(f"{'shape':36}{'MB':>7}{'wait':>7}{'s':>8}{'memory':>8}{'told':>8}  exit\n")
    for shape, (name, _) in SHAPES.items():
        if wanted and not any(one in shape for one in wanted):
            continue
        for size in (size_limit(name), LARGE):
            with TemporaryDirectory() as folder:
                made, wait = (_beside(how, folder, shape, size) for how in ("--write", "--wait"))
                cost = check(Path(folder))
            over = cost.too_much or wait > WAIT
            failed |= over
            sys.stdout.write(
                f"{shape:36}{made / 1e6:7.2f}{wait:7.2f}{cost.seconds:8.2f}{cost.megabytes:8.0f}{cost.problems:8}"
                f"  {cost.code}{'  TOO MUCH' if over else ''}\n"
            )
            sys.stdout.flush()
    return int(failed)


def _beside(how: str, folder: str, shape: str, size: int) -> float:
    """A number from another process: what a parent holds in memory would count as its child's."""
    command = [sys.executable, "-m", "benchmarks.hostile", how, folder, shape, str(size)]
    home = {**os.environ, "XDG_CACHE_HOME": f"{folder}/cache"}
    return float(subprocess.run(command, cwd=HOUSE, env=home, check=True, stdout=subprocess.PIPE).stdout)


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


if __name__ == "__main__":
    if sys.argv[1:2] in (["--write"], ["--wait"]):
        work = write if sys.argv[1] == "--write" else waited
        sys.stdout.write(str(work(Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))))
    else:
        sys.exit(main(sys.argv[1:]))
