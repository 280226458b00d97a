"""What every exported file says about itself: whose data, which version, which licence, what was chosen."""

from __future__ import annotations

from typing import Final

from dashboard.export.extract import Extract
from dashboard.language.words import Language, word

LICENCE: Final = "CC-BY-4.0"
LICENCE_TITLE: Final = "Creative Commons Attribution 4.0 International"
LICENCE_ADDRESS: Final = "https://creativecommons.org/licenses/by/4.0/"


def lines(extract: Extract) -> list[tuple[str, str]]:
    """(head, text) lines in the language of the extract; a head is "" where the text stands alone."""
    language = extract.language
    said = {
        "data": word("file_title", language),
        "version": extract.dataset.version,
        "licence": f"CC BY 4.0, {LICENCE_ADDRESS}",
        "rows": str(len(extract.rows)),
        "scope": ", ".join(extract.scope) or word("file_all", language),
    }
    heads = [(word(f"file_{key}", language), text) for key, text in said.items()]
    return [*heads, *(("", word(key, language)) for key in ("file_credit", "file_phrases", "file_caveat"))]


def description(language: Language) -> str:
    """What the data is and how it may be used, as one text."""
    title, *said = (word(f"file_{key}", language) for key in ("title", "caveat", "credit", "phrases"))
    return " ".join((f"{title}.", *said))
