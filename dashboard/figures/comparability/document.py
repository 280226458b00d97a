"""Writes docs/comparability.md: what each rule decides for each kind of figure, and why.

Made from data/rules.yaml by ``make schema``, in both languages. Tests hold that the file is not stale and that figures
are judged as each cell says.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from dashboard.checks.loading import load
from dashboard.figures.comparability.trait_words import say
from dashboard.records import atomic_write
from dashboard.records.models.fields import Text
from dashboard.records.models.indicator import Kind
from dashboard.records.models.rule import Rule, RuleVerdict
from dashboard.records.problems import report

FILE: Final = Path("docs/comparability.md")
SIGNS: Final = {RuleVerdict.NOT_COMPARABLE: "✗", RuleVerdict.CAUTION: "△", None: "–"}
_HEAD: Final = """\
# Luật so sánh theo loại số liệu · Rules of comparison by kind of figure

Tệp này do `make schema` làm từ `data/rules.yaml`; sửa ở đó. *Made from `data/rules.yaml` by `make schema`; edit there.*

Hai số liệu khác nhau ở điều mà luật xét thì: ✗ không chung thang đo; △ chung được, kèm lời nhắc; – luật không xét
loại ấy. Lý do của từng ô ở dưới bảng. *Where two figures differ in what a rule looks at:
✗ never on one scale; △ on one scale, with a caution; – the rule does not look at that kind. The reason of each cell
stands below the table.*

Thời điểm như `2015/2019` là cả kỳ với số cộng dồn (số trong kỳ, tăng giảm, chỉ tiêu, mức hoàn thành, lượt, và tỷ lệ
có `adding_up`); với số của một thời điểm thì nó để ngỏ là lúc nào trong đó. *A date such as `2015/2019` is the whole
period of what adds up (flows, changes, targets, attainments, visits, and shares with `adding_up`); of anything else it
leaves open which moment in it is meant.*
"""


class Cell(NamedTuple):
    """What a rule decides for a kind of figure: a verdict, or None where the rule does not look at it; and why."""

    rule: str
    kind: Kind
    verdict: RuleVerdict | None
    why: Text


def cells(rules: Mapping[str, Rule]) -> list[Cell]:
    """Every rule with every kind, in their order."""
    found = []
    for rule in rules.values():
        left_out = {kind: out.why for out in rule.not_kinds for kind in out.kinds}
        found += [
            Cell(rule.id, kind, None if kind in left_out else rule.verdict, left_out.get(kind, rule.why))
            for kind in Kind
        ]
    return found


def document(rules: Mapping[str, Rule]) -> str:
    """The text of the file."""
    decided = cells(rules)
    names = [f"{say(kind, 'vi')}<br>*{kind}*" for kind in Kind]
    lines = [_HEAD, f"| Luật · Rule | {' | '.join(names)} |", "|---" * (len(names) + 1) + "|"]
    for id in rules:
        signs = [SIGNS[cell.verdict] for cell in decided if cell.rule == id]
        lines.append(f"| [{id}](#{id}) | {' | '.join(signs)} |")
    for id, rule in rules.items():
        lines += ["", f"## {id}", "", f"{rule.reason.vi} · *{rule.reason.en}*", ""]
        groups: dict[tuple[RuleVerdict | None, str, str], list[Kind]] = {}
        for cell in decided:
            if cell.rule == id:
                groups.setdefault((cell.verdict, cell.why.vi, cell.why.en), []).append(cell.kind)
        for (verdict, vi, en), kinds in groups.items():
            whole = len(kinds) == len(Kind)
            named = "mọi loại" if whole else "; ".join(say(kind, "vi") for kind in kinds)
            lines.append(f"- {SIGNS[verdict]} {named}: {vi}. *{'Every kind' if whole else ', '.join(kinds)}: {en}.*")
    return "\n".join([*lines, ""])


def main(root: Path) -> int:
    """Write the file under ``root``. Returns the exit code: 1 when the data has problems."""
    dataset, problems = load(root)
    if dataset is None:
        sys.stderr.write(f"{report(problems, 'en')}\n")
        return 1
    atomic_write.write(root / FILE, document(dataset.rules).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(Path.cwd()))
