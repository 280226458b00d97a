"""The stored proof: what was proved of each article, as digests that stop fitting when a figure or a text changes.

One file an article, ``data/proofs/<article>.json``, written by ``doisanh verify --articles DIR --write`` and by
nothing else. It is kept with the data, so that a clone without the articles' texts can tell what was proved.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from typing import Any, Final

from pydantic import Field, ValidationError

from dashboard.articles.text.paragraphs import Paragraph
from dashboard.articles.text.phrases import Found, locate, stands
from dashboard.articles.verify.article import Result
from dashboard.articles.verify.text_files import declared
from dashboard.language.bilingual import Both
from dashboard.language.number_format import exact
from dashboard.language.numerals import find
from dashboard.records.dataset import Dataset, Entry
from dashboard.records.models.article import Reading
from dashboard.records.models.fields import Record
from dashboard.records.problems import Problem
from dashboard.records.source_files import PROOFS

_HINT = Both(
    "chạy doisanh verify --articles DIR --write ở nơi có văn bản",
    "run doisanh verify --articles DIR --write where the texts are held",
)


class Proof(StrEnum):
    """What the mark beside a figure says: on what evidence it stands, from the best down."""

    PROVEN = "proven"  # proved against the article's whole text, and unchanged since
    PROVEN_IN_PART = "proven_in_part"  # proved against the part of it that was read, and unchanged since
    SEEN_AGAIN = "seen_again"  # no text is held; a second reader found it in the article
    NOT_PROVEN = "not_proven"  # a text is held, but never proved it, or it changed since: the digest does not fit
    TEXT_NOT_HELD = "text_not_held"  # noted, not checked: no text is held, and nobody looked again

    @property
    def checked(self) -> bool:
        """Whether its phrase stands once in a text that was held in hand."""
        return self in (Proof.PROVEN, Proof.PROVEN_IN_PART)


class StoredCoverage(Record):
    """What accounted for the numerals of the text; ``basis`` is the digest of all phrases that it rests on."""

    basis: str
    numerals: int = Field(ge=0)
    in_figures: int = Field(ge=0)
    listed: dict[str, int]
    by_rule: dict[str, int]
    left_over: int = Field(0, ge=0)


class StoredProof(Record):
    """The proof of one article: the digest of its text, and by figure id that of the figure's fields.

    ``paragraphs``: how many the text has. ``around``: the words before and after a phrase that is not alone in it, by
    figure id: as many as tell its place from the others.
    """

    article: str
    text: str
    coverage: StoredCoverage
    figures: dict[str, str]
    paragraphs: int | None = Field(None, ge=1)
    around: dict[str, tuple[str, str]] = Field(default_factory=dict)


_EVERYWHERE: Final = ("", "")
_MOST_AROUND: Final = 6
"""Words kept around a phrase: a few, so that no sentence of an article gets into the data."""
_WORD: Final = re.compile(r"\S+")


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
        proof = _parsed(raw)
        if proof is None:
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
            again = article.text.seen_again and not entry.figure.unseen
            found[entry.id] = Proof.SEEN_AGAIN if again else Proof.TEXT_NOT_HELD
        elif entry.figure.hedge_noted:
            found[entry.id] = Proof.NOT_PROVEN  # what only the reader says, no text proves
        elif (
            proof and proof.text == article.text.sha256 and proof.figures.get(entry.id) == figure_digest(dataset, entry)
        ):
            found[entry.id] = Proof.PROVEN if article.text.read is Reading.FULL else Proof.PROVEN_IN_PART
        else:
            found[entry.id] = Proof.NOT_PROVEN
    return found


def length(dataset: Dataset, article: str) -> int | None:
    """How many paragraphs the whole text of an article has; None where that is not known."""
    proof, text = _of(dataset, article), dataset.articles[article].text
    return proof.paragraphs if proof and text.read is Reading.FULL and proof.text == text.sha256 else None


def around(dataset: Dataset, entry: Entry) -> tuple[str, str]:
    """The words before and after a figure's phrase that tell its place from others; "" where none are needed or known.

    They are known only of a figure that is proven.
    """
    proof = _of(dataset, entry.article)
    if not proof or entry.id not in proof.around or proof.text != dataset.articles[entry.article].text.sha256:
        return _EVERYWHERE
    return proof.around[entry.id] if proof.figures.get(entry.id) == figure_digest(dataset, entry) else _EVERYWHERE


def _of(dataset: Dataset, article: str) -> StoredProof | None:
    raw = dataset.texts.get(f"{PROOFS}/{article}.json")
    proof = _parsed(raw) if raw else None
    return proof if proof and proof.article == article else None


@lru_cache(maxsize=4096)
def _parsed(raw: bytes) -> StoredProof | None:
    """The proof in the bytes of a file; None where it is none. Many marks ask the same few files."""
    try:
        return StoredProof.model_validate_json(raw)
    except ValidationError:
        return None


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
            if not marks[entry.id].checked:
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
    proof: dict[str, Any] = {
        "article": result.article,
        "text": dataset.articles[result.article].text.sha256,
        "coverage": coverage,
        "figures": figures,
        "paragraphs": len(result.text.paragraphs),
    }
    texts = result.text.paragraphs
    told = ((entry, _around(entry, texts)) for entry in dataset.by_article[result.article])
    if apart := {entry.id: words for entry, words in told if words != _EVERYWHERE}:
        proof["around"] = apart
    return (json.dumps(proof, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _around(entry: Entry, texts: Sequence[Paragraph]) -> tuple[str, str]:
    """The fewest words before and after a phrase with which it stands once in the whole text."""
    figure, found = entry.figure, locate(entry.figure.printed, entry.figure.paragraph, texts)
    assert isinstance(found, Found)
    if sum(len(stands(figure.printed, one)) for one in texts) == 1:
        return _EVERYWHERE
    text, (start, end) = found.paragraph.text, (found.start, found.end)
    before = [word.start() for word in _WORD.finditer(text, 0, start)][::-1]
    after = [word.end() for word in _WORD.finditer(text, end)]
    few = [(n, left) for n in range(1, _MOST_AROUND + 1) for left in range(n, -1, -1)]
    for n, left in few:  # the fewest first; of as many, those before
        if left > len(before) or n - left > len(after):
            continue
        first, last = before[left - 1] if left else start, after[n - left - 1] if n > left else end
        if sum(len(stands(text[first:last], one)) for one in texts) == 1:
            return text[first:start].strip(), text[end:last].strip()
    return _EVERYWHERE


def _plain(number: Decimal | None) -> str | None:
    return None if number is None else exact(number)


def _digest(of: object) -> str:
    text = json.dumps(of, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:32]
