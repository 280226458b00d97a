"""What ``doisanh verify`` says, as text for people and as JSON for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from dashboard.dataset import Dataset
from dashboard.problems import Problem
from dashboard.verify.article import Result
from dashboard.verify.rules import explained
from dashboard.verify.texts import State

_STATES = {
    State.HELD: "",
    State.CHANGED: "the text has changed: nothing is proven by it",
    State.MISSING: "the text is missing: nothing is proven",
    State.NOT_DECLARED: "no text is held, as its record says: nothing is proven",
    State.UNREADABLE: "the text can't be read: nothing is proven",
}


def as_text(dataset: Dataset, results: Sequence[Result], unreadable: Sequence[Problem]) -> str:
    """The report by article, then the texts that were not found, then the sums and the rules."""
    blocks = ["\n".join(_article(dataset, one)) for one in results if one.text.state is not State.NOT_DECLARED]
    blocks += [str(problem) for problem in unreadable]
    absent = [f"  {one.article}: {_STATES[one.text.state]}"
              for one in results if one.text.state is not State.HELD]  # fmt: skip
    if absent:
        blocks.append("\n".join(["texts not held", *absent]))
    blocks.append("\n".join(_sums(results)))
    return "\n\n".join(blocks)


def _article(dataset: Dataset, result: Result) -> list[str]:
    lines = [f"{result.article}  {result.text.file}".rstrip()]
    state = _STATES[result.text.state]
    lines.append(f"  {len(result.proven)}/{len(result.figures)} figures proven" + (f"; {state}" if state else ""))
    if result.coverage:
        lines.append(f"  {result.coverage}")
    problems = [*([result.text.problem] if result.text.problem else []), *(one.problem for one in result.disproofs)]
    for problem in problems:
        lines += [f"  {line}" for line in str(problem).splitlines()]
    if result.coverage and result.coverage.left_over:
        seeds = dataset.places["articles", result.article][0]
        lines.append(f"  left over: curate them, or list them in {seeds} under not_figures with a reason")
        lines += [f"    paragraph {one.paragraph}: {one.context}" for one in result.coverage.left_over]
    return lines


def _sums(results: Sequence[Result]) -> list[str]:
    states = Counter(one.text.state for one in results)
    proven, figures = sum(len(one.proven) for one in results), sum(len(one.figures) for one in results)
    disproofs = sum(len(one.disproofs) for one in results)
    left = sum(len(one.coverage.left_over) for one in results if one.coverage)
    rules: Counter[str] = Counter()
    for one in results:
        rules.update(one.coverage.by_rule if one.coverage else {})
    told = [f"{states[state]} {name}" for state, name in (
        (State.HELD, "held"), (State.CHANGED, "changed"), (State.MISSING, "missing"),
        (State.UNREADABLE, "unreadable"), (State.NOT_DECLARED, "not declared")) if states[state]]  # fmt: skip
    lines = [f"{proven}/{figures} figures proven, {disproofs} disproofs, {left} numerals left over; "
             f"texts: {', '.join(told) or 'none'}"]  # fmt: skip
    if rules:
        lines += ["rules:", *(f"  {name} {count}: {explained(name)}" for name, count in sorted(rules.items()))]
    return lines


def as_json(dataset: Dataset, results: Sequence[Result], unreadable: Sequence[Problem]) -> dict[str, Any]:
    """The same for machines, beside ``exit``, ``written`` and ``deleted`` (names of proof files). These keys stay:

    ``figures`` and ``proven`` (numbers), ``unreadable`` (problems), ``articles``: a list of ``article``,
    ``text`` {``state``: held, changed, missing, not_declared or unreadable; ``file``; ``problem``}, ``figures``: a
    list of {``id``, ``state``: proven, disproved, fits_changed_text or not_tried; ``paragraph``, ``printed``},
    ``disproofs``: a list of {``kind``, ``figures``, ``problem``}, ``coverage``: null or {``numerals``,
    ``in_figures``, ``listed`` by reason, ``by_rule`` by rule, ``left_over``: a list of {``paragraph``, ``numeral``,
    ``context``}}. A problem is {``file``, ``line``, ``column``, ``message``, ``hint``}, lines from 1, 0 for none.
    """
    return {
        "figures": sum(len(one.figures) for one in results),
        "proven": sum(len(one.proven) for one in results),
        "articles": [_article_json(dataset, one) for one in results],
        "unreadable": [problem.told("en") for problem in unreadable],
    }


def _article_json(dataset: Dataset, result: Result) -> dict[str, Any]:
    coverage = result.coverage
    return {
        "article": result.article,
        "text": {
            "state": result.text.state,
            "file": result.text.file or None,
            "problem": result.text.problem.told("en") if result.text.problem else None,
        },
        "figures": [
            {
                "id": id,
                "state": _state(result, id),
                "paragraph": dataset.by_id[id].figure.paragraph,
                "printed": dataset.by_id[id].figure.printed,
            }
            for id in result.figures
        ],
        "disproofs": [
            {"kind": one.kind, "figures": list(one.figures), "problem": one.problem.told("en")}
            for one in result.disproofs
        ],
        "coverage": coverage
        and {
            "numerals": coverage.numerals,
            "in_figures": coverage.in_figures,
            "listed": dict(coverage.listed),
            "by_rule": dict(coverage.by_rule),
            "left_over": [vars(one) for one in coverage.left_over],
        },
    }


def _state(result: Result, figure: str) -> str:
    if figure in result.proven:
        return "proven"
    if figure in result.fitting:
        return "fits_changed_text"
    return "disproved" if result.coverage else "not_tried"
