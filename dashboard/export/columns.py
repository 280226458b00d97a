"""The columns of exported figures: those of the frame, the proof of each figure, and where it can be read."""

from __future__ import annotations

from dashboard.articles.verify.proofs import Proof
from dashboard.figures.figure_columns import COLUMNS, Column
from dashboard.language.words import LANGUAGES, Language


def figure_columns() -> tuple[Column, ...]:
    """The columns of the table of figures: those of the frame, in its order, then the proof and the link."""
    proof = Column("proof", words={str(proof): proof for proof in Proof})
    return (*COLUMNS.values(), proof, Column("link"))


def foreign(name: str, names: frozenset[str], language: Language) -> bool:
    """Whether a column repeats another one in the other language: unit_en where ``names`` has unit_vi too."""
    stem, _, own = name.rpartition("_")
    return own in LANGUAGES and own != language and f"{stem}_{language}" in names
