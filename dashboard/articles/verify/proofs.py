"""The stored proof: what was proved of each article, as digests that stop fitting when a figure or a text changes.

One file an article, ``data/proofs/<article>.json``, written by ``doisanh verify --articles DIR --write`` and by
nothing else. It is kept with the data, so that a clone without the articles' texts can tell what was proved.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256

from pydantic import Field, ValidationError

from dashboard.articles.verify.article import Result
from dashboard.articles.verify.text_files import declared
from dashboard.language.bilingual import Both
from dashboard.language.number_format import exact
from dashboard.language.numerals import find
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models import Record
from dashboard.records.problems import Problem
from dashboard.records.source_files import PROOFS

_HINT = Both(
    "chạy doisanh verify --articles DIR --write ở nơi có văn bản",
    "run doisanh verify --articles DIR --write where the texts are held",
)


class Proof(StrEnum):
    """What the mark beside a figure says."""

    PROVEN = "proven"  # proved against the text, and unchanged since
    NOT_PROVEN = "not_proven"  # never proved, or changed since: the digest does not fit
    TEXT_NOT_HELD = "text_not_held"  # the record says that no text is held


class StoredCoverage(Record):
    """What accounted for the numerals of the text; ``basis`` is the digest of all phrases that it rests on."""

    basis: str
    numerals: int = Field(ge=0)
    in_figures: int = Field(ge=0)
    listed: dict[str, int]
    by_rule: dict[str, int]
    left_over: int = Field(0, ge=0)


class StoredProof(Record):
    """The proof of one article: the digest of its text, and by figure id that of the figure's fields."""

    article: str
    text: str
    coverage: StoredCoverage
    figures: dict[str, str]


def figure_digest(dataset: Dataset, entry: Entry) -> str:
    """A digest of all that a figure says, with what its file and its indicator say for it; but of no words of notes.

    A note settles a doubt about the printed numeral (``doubts``), so there its being there is part of it.
    """
    figure = entry.figure
    indicator = dataset.indicators[figure.indicator]
    fields = {
        "as_of": entry.as_of.text,
        **{name: str(said) for name in ("average", "length") if (said := getattr(figure, name)) is not None},
        **({"of": figure.of.vi} if figure.of else {}),
        "base": figure.base,
        "before": _plain(figure.before),
        "grade": figure.grade,
        "hedge": figure.hedge,
        "inferred": entry.inferred is not None,
        "kind": indicator.kind,
        "locality": entry.locality,
        "out_of": _plain(figure.out_of),
        "paragraph": figure.paragraph,
        "printed": figure.printed,
        "scheme": figure.scheme,
        "since": figure.since.text if figure.since else None,
        "tier": indicator.rating.tier if indicator.rating else None,
        "unit": indicator.unit.vi,
        "value": _plain(figure.value),
    }
    if any(one.doubt for one in find(figure.printed)):
        fields["settled"] = figure.note is not None
    return _digest([entry.id, fields])


def coverage_basis(dataset: Dataset, article: str) -> str:
    """A digest of the phrases that cover an article's text: of its figures, its blanks and its not_figures."""
    figures = [[one.figure.paragraph, one.figure.printed] for one in dataset.by_article.get(article, ())]
    file = dataset.files.get(article)
    blanks = [[one.indicator, one.paragraph, one.printed] for one in (file.blanks if file else ())]
    listed = [[one.paragraph, one.printed, one.times, one.reason] for one in dataset.articles[article].not_figures]
    return _digest([figures, blanks, listed])


def stored(dataset: Dataset) -> tuple[dict[str, StoredProof], list[Problem]]:
    """The stored proofs by article, and the files that are none: broken, or of no article."""
    proofs: dict[str, StoredProof] = {}
    problems: list[Problem] = []
    for name, raw in dataset.texts.items():
        if not name.startswith(f"{PROOFS}/"):
            continue
        article = name.removeprefix(f"{PROOFS}/").removesuffix(".json")
        try:
            proof = StoredProof.model_validate_json(raw)
        except ValidationError:
            message = Both("đây không phải kết quả đối chiếu, hoặc đã hỏng", "this is no proof, or a damaged one")
            problems.append(Problem(name, 0, 0, message, _HINT))
            continue
        if article not in dataset.articles or proof.article != article:
            message = Both(
                f"kết quả đối chiếu của {proof.article}, nhưng ở đây không có bài báo ấy",
                f"a proof of {proof.article}, but there is no such article here",
            )
            problems.append(Problem(name, 0, 0, message, Both("xóa tệp này", "delete it")))
            continue
        proofs[article] = proof
    return proofs, problems


def status(dataset: Dataset) -> dict[str, Proof]:
    """For every figure id whether it is proven, by its digest alone: no text is needed. Never raises."""
    proofs, _ = stored(dataset)
    found: dict[str, Proof] = {}
    for entry in dataset.entries:
        article = dataset.articles[entry.article]
        proof = proofs.get(entry.article)
        if not declared(article.text):
            found[entry.id] = Proof.TEXT_NOT_HELD
        elif entry.figure.hedge_noted:
            found[entry.id] = Proof.NOT_PROVEN  # what only the reader says, no text proves
        elif (
            proof and proof.text == article.text.sha256 and proof.figures.get(entry.id) == figure_digest(dataset, entry)
        ):
            found[entry.id] = Proof.PROVEN
        else:
            found[entry.id] = Proof.NOT_PROVEN
    return found


def covered(dataset: Dataset) -> dict[str, StoredCoverage]:
    """The coverage of each article whose text and phrases are still those that it was counted with."""
    return {
        article: proof.coverage
        for article, proof in stored(dataset)[0].items()
        if proof.text == dataset.articles[article].text.sha256
        and proof.coverage.basis == coverage_basis(dataset, article)
    }


def unproven(dataset: Dataset) -> Iterator[Problem]:
    """What keeps figures from being proven though their text is held, as their records say; broken proof files.

    An article without a proof, or with one of another text, is told once; with one that fits, figure by figure.
    """
    proofs, problems = stored(dataset)
    yield from problems
    marks, fresh = status(dataset), covered(dataset)
    for article, record in dataset.articles.items():
        if not declared(record.text):
            continue
        entries, proof = dataset.by_article.get(article, ()), proofs.get(article)
        if proof is None or proof.text != record.text.sha256:
            why = Both("chưa có kết quả đối chiếu", "no proof is stored")
            if proof is not None:
                why = Both("kết quả đối chiếu là của văn bản khác", "the stored proof is of another text")
            message = why + Both(
                f": cả {len(entries)} số liệu chưa được đối chiếu", f": none of the {len(entries)} figures is proven"
            )
            yield dataset.problem("articles", article, ("text", "sha256"), message, _HINT)
            continue
        for entry in entries:
            if marks[entry.id] is Proof.NOT_PROVEN:
                message = Both("không có trong kết quả đối chiếu, hoặc đã đổi sau đó",
                               "not in the stored proof, or changed since")  # fmt: skip
                yield dataset.figure_problem(entry, "printed", message, _HINT)
        if article not in fresh:
            message = Both(
                "figures, blanks hoặc not_figures đã đổi sau khi mọi con số được soát",
                "figures, blanks or not_figures changed since every numeral was accounted for",
            )
            yield dataset.problem("articles", article, ("text", "sha256"), message, _HINT)


def content(dataset: Dataset, result: Result) -> bytes:
    """The bytes of a complete article's proof: the same for the same data and text."""
    assert result.complete
    assert result.coverage is not None
    coverage = {
        "basis": coverage_basis(dataset, result.article),
        "numerals": result.coverage.numerals,
        "in_figures": result.coverage.in_figures,
        "listed": dict(result.coverage.listed),
        "by_rule": dict(result.coverage.by_rule),
        "left_over": 0,
    }
    figures = {entry.id: figure_digest(dataset, entry) for entry in dataset.by_article[result.article]}
    proof = {
        "article": result.article,
        "text": dataset.articles[result.article].text.sha256,
        "coverage": coverage,
        "figures": figures,
    }
    return (json.dumps(proof, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _plain(number: Decimal | None) -> str | None:
    return None if number is None else exact(number)


def _digest(of: object) -> str:
    text = json.dumps(of, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:32]
