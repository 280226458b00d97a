"""The columns of the files with figures: those of the frame, the proof of each figure, and where it can be read."""

from __future__ import annotations

from dashboard.articles.verify.proofs import Proof
from dashboard.figures.figure_columns import COLUMNS, Column
from dashboard.language.words import LANGUAGES, Language, word


def figure_columns() -> tuple[Column, ...]:
    """The columns of the table of figures: those of the frame, in its order, then the proof and the link."""
    proof = Column(
        "proof", "string", ("Đối chiếu", "Checked"),
        ("Số liệu đã được đối chiếu với văn bản bài báo hay chưa; số tính ra thì bỏ trống",
         "Whether the figure was checked against the article's own text; missing for a computed figure"),
        words={str(proof): (word(proof, "vi"), word(proof, "en")) for proof in Proof},
    )  # fmt: skip
    link = Column(
        "link", "string", ("Liên kết", "Link"),
        ("Địa chỉ bài báo trên mạng, tại nguyên văn của số liệu; bỏ trống nếu không rõ địa chỉ hoặc là số tính ra",
         "The article's web address, at the figure's printed phrase; missing where unknown, and for a computed figure"),
    )  # fmt: skip
    return (*COLUMNS.values(), proof, link)


def foreign(name: str, names: frozenset[str], language: Language) -> bool:
    """Whether a column is the one of the other language, of two that ``names`` has: unit_en beside unit_vi."""
    stem, _, own = name.rpartition("_")
    return own in LANGUAGES and own != language and f"{stem}_{language}" in names
