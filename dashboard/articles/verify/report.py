"""What ``doisanh verify`` says, as text for people and as JSON for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from dashboard.articles.text.numeral_rules import explained
from dashboard.articles.verify.article import Result
from dashboard.articles.verify.text_files import State
from dashboard.language.bilingual import Both
from dashboard.language.words import Language
from dashboard.records.dataset import Dataset
from dashboard.records.problems import Problem

_STATES = {
    State.CHANGED: Both(
        "văn bản đã thay đổi: không đối chiếu được gì", "the text has changed: nothing is proven by it"
    ),
    State.MISSING: Both("thiếu văn bản: không đối chiếu được gì", "the text is missing: nothing is proven"),
    State.NOT_DECLARED: Both(
        "không lưu văn bản, như hồ sơ nêu: không đối chiếu được gì",
        "no text is held, as its record says: nothing is proven",
    ),
    State.UNREADABLE: Both(
        "không đọc được văn bản: không đối chiếu được gì", "the text can't be read: nothing is proven"
    ),
}
_SHORT = {
    State.HELD: Both("có", "held"),
    State.CHANGED: Both("đã đổi", "changed"),
    State.MISSING: Both("thiếu", "missing"),
    State.UNREADABLE: Both("không đọc được", "unreadable"),
    State.NOT_DECLARED: Both("không lưu", "not declared"),
}


def as_text(dataset: Dataset, results: Sequence[Result], unreadable: Sequence[Problem], language: Language) -> str:
    """The report by article, then the texts that were not found, then the sums and the rules."""
    declared = (one for one in results if one.text.state not in (State.NOT_DECLARED, State.MISSING))
    blocks = ["\n".join(_article(dataset, one, language)) for one in declared]
    blocks += [problem.in_line(language) for problem in unreadable]
    absent = [f"  {one.article}: {_STATES[one.text.state][language]}"
              for one in results if one.text.state is not State.HELD]  # fmt: skip
    if absent:
        blocks.append("\n".join([Both("không có văn bản", "texts not held")[language], *absent]))
    blocks.append("\n".join(_sums(results, language)))
    return "\n\n".join(blocks)


def _article(dataset: Dataset, result: Result, language: Language) -> list[str]:
    lines = [f"{result.article}  {result.text.file}".rstrip()]
    proven = f"{len(result.proven)}/{len(result.figures)} " + _PROVEN
    if result.text.state in _STATES:
        proven += "; " + _STATES[result.text.state]
    lines.append(f"  {proven[language]}")
    if result.coverage:
        lines.append(f"  {result.coverage.summary[language]}")
    problems = [*([result.text.problem] if result.text.problem else []), *(one.problem for one in result.disproofs)]
    for problem in problems:
        lines += [f"  {line}" for line in problem.in_line(language).splitlines()]
    if result.coverage and result.coverage.left_over:
        seeds = dataset.positions["articles", result.article][0]
        told = Both(
            f"còn sót: ghi thành số liệu, hoặc liệt kê kèm lý do trong not_figures của {seeds}",
            f"left over: curate them, or list them in {seeds} under not_figures with a reason",
        )
        lines.append(f"  {told[language]}")
        paragraph = Both("đoạn", "paragraph")[language]
        lines += [f"    {paragraph} {one.paragraph}: {one.context}" for one in result.coverage.left_over]
    return lines


_PROVEN = Both("số liệu đã đối chiếu", "figures proven")


def _sums(results: Sequence[Result], language: Language) -> list[str]:
    states = Counter(one.text.state for one in results)
    proven, figures = sum(len(one.proven) for one in results), sum(len(one.figures) for one in results)
    disproofs = sum(len(one.disproofs) for one in results)
    left = sum(len(one.coverage.left_over) for one in results if one.coverage)
    rules: Counter[str] = Counter()
    for one in results:
        rules.update(one.coverage.by_rule if one.coverage else {})
    told = ", ".join(f"{states[state]} {name[language]}" for state, name in _SHORT.items() if states[state])
    line = (
        f"{proven}/{figures} " + _PROVEN
        + Both(f", {disproofs} chỗ bài không như vậy, {left} con số còn sót; văn bản: ",
               f", {disproofs} disproofs, {left} numerals left over; texts: ")
    )  # fmt: skip
    lines = [line[language] + (told or Both("không có", "none")[language])]
    if rules:
        lines.append(Both("quy tắc:", "rules:")[language])
        lines += [f"  {name} {count}: {explained(name)[language]}" for name, count in sorted(rules.items())]
    return lines


def as_json(
    dataset: Dataset, results: Sequence[Result], unreadable: Sequence[Problem], language: Language
) -> dict[str, Any]:
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
        "articles": [_article_json(dataset, one, language) for one in results],
        "unreadable": [problem.as_dict(language) for problem in unreadable],
    }


def _article_json(dataset: Dataset, result: Result, language: Language) -> dict[str, Any]:
    coverage = result.coverage
    return {
        "article": result.article,
        "text": {
            "state": result.text.state,
            "file": result.text.file or None,
            "problem": result.text.problem.as_dict(language) if result.text.problem else None,
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
            {"kind": one.kind, "figures": list(one.figures), "problem": one.problem.as_dict(language)}
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
