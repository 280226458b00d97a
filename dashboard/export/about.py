"""What every exported file says about itself: whose data, which version, which licence, what was chosen."""

from __future__ import annotations

from typing import Final

from dashboard.export.extract import Extract
from dashboard.language.words import Language

LICENCE: Final = "CC-BY-4.0"
LICENCE_TITLE: Final = "Creative Commons Attribution 4.0 International"
LICENCE_ADDRESS: Final = "https://creativecommons.org/licenses/by/4.0/"

TITLE: Final[dict[Language, str]] = {
    "vi": "Đối sánh: số liệu xây dựng Đảng của các địa phương",
    "en": "Đối sánh: figures on the Communist Party of Vietnam, locality by locality",
}
_CREDIT: Final[dict[Language, str]] = {
    "vi": "Khi dùng lại, ghi “Đối sánh” kèm phiên bản dữ liệu và nói rõ đã sửa gì.",
    "en": "When you reuse it, name “Đối sánh” with the data version, and say what you changed.",
}
_PHRASES: Final[dict[Language, str]] = {
    "vi": "Câu chữ nguyên văn thuộc về bài báo được dẫn; giấy phép này không bao gồm những câu chữ ấy.",
    "en": "The quoted phrases belong to the articles they come from; the licence does not cover them.",
}
_CAVEAT: Final[dict[Language, str]] = {
    "vi": "Số liệu giữ nguyên như bài báo nêu, chưa qua kiểm toán; ô trống là không có số liệu, không bao giờ là số 0.",
    "en": "Figures stay as printed and are not audited; an empty cell means no figure, never zero.",
}
_HEADS: Final[dict[Language, tuple[str, str, str, str, str]]] = {
    "vi": ("Dữ liệu", "Phiên bản dữ liệu", "Giấy phép", "Số dòng số liệu", "Phạm vi"),
    "en": ("Data", "Data version", "Licence", "Rows of figures", "Scope"),
}
_WHOLE: Final[dict[Language, str]] = {"vi": "toàn bộ số liệu", "en": "all figures"}


def lines(extract: Extract) -> list[tuple[str, str]]:
    """(head, text) lines in the language of the extract; a head is "" where the text stands alone."""
    language = extract.language
    data, version, licence, rows, scope = _HEADS[language]
    return [
        (data, TITLE[language]),
        (version, extract.dataset.version),
        (licence, f"CC BY 4.0, {LICENCE_ADDRESS}"),
        (rows, str(len(extract.rows))),
        (scope, ", ".join(extract.scope) or _WHOLE[language]),
        ("", _CREDIT[language]),
        ("", _PHRASES[language]),
        ("", _CAVEAT[language]),
    ]


def description(language: Language) -> str:
    """What the data is and how it may be used, as one text."""
    return " ".join((TITLE[language] + ".", _CAVEAT[language], _CREDIT[language], _PHRASES[language]))
