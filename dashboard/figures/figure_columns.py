"""The columns of the table of figures, each declared once: name and type here, heading and meaning in the catalogue.

The frame takes the types from here, files the headings, the Data page and the data package the meanings.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from dashboard.language.words import LANGUAGES, Language, word

Type = Literal["string", "number", "integer", "boolean", "date", "period"]
"""The types of Table Schema. A ``period`` is text such as 2019-10-18, 2019-10, 2019, 2015/2019 or undated."""

Place = Literal["tooltip", "table", "brief"]
"""Where a plain field is told: on hover, in the table of the Data page, in the table of files made for reading."""

_DTYPES: Final[dict[Type, str]] = {
    "string": "str", "period": "str", "number": "float64", "integer": "Int64", "boolean": "bool",
    "date": "datetime64[s]",
}  # fmt: skip


@dataclass(frozen=True)
class Column:
    """One column: its name in programs; its heading and meaning stand in the catalogue, by its table and name.

    ``required``: never empty. ``refers``: the table and column that its values refer to. ``words``: a closed list of
    values, each with the key of its label. ``width``: in characters, in a sheet made for reading. ``heading``: the
    key of its heading, where that is one of the pages'. ``shown``: where a plain field is told, one that the frame
    takes from the record of a figure as it stands there; what needs words of its own is told by ``charts.wording``.
    """

    name: str
    type: Type = "string"
    table: str = "figures"
    required: bool = False
    refers: tuple[str, str] | None = None
    words: dict[str, str] | None = None
    width: int = 0
    heading: str = ""
    shown: tuple[Place, ...] = ()

    @property
    def dtype(self) -> str:
        """The pandas dtype."""
        return _DTYPES[self.type]

    @property
    def language(self) -> str:
        """The language of a text that has a column for each: "vi" or "en"; "" for any other column."""
        ending = self.name.rpartition("_")[2]
        return ending if ending in LANGUAGES else ""

    def titled(self, language: Language) -> str:
        """Its heading in a language."""
        return word(self.heading or f"columns.{self.table}.{self.name}.heading", language)

    def told(self, language: Language) -> str:
        """Its meaning in a language."""
        return word(f"columns.{self.table}.{self.name}.meaning", language)


_FIGURES: Final = (
    Column("figure_id", "string", required=True),
    Column("article", "string", required=True, refers=("sources", "id")),
    Column("locality", "string", required=True, refers=("localities", "id")),
    Column("locality_label_vi", "string", required=True),
    Column("locality_label_en", "string", required=True),
    Column("level", "string", required=True),
    Column("code", "string"),
    Column("code_valid", "period"),
    Column("indicator", "string", required=True, refers=("indicators", "id")),
    Column("indicator_vi", "string", required=True),
    Column("indicator_en", "string", required=True),
    Column("of_vi", "string"),
    Column("of_en", "string"),
    Column("theme", "string", required=True),
    Column("kind", "string", required=True),
    Column("subject", "string", required=True),
    Column("context", "boolean", required=True),
    Column("value", "number"),
    Column("out_of", "number"),
    Column("before", "number"),
    Column("hedge", "string"),
    Column("hedge_noted", "boolean", required=True),
    Column("unit_vi", "string", required=True),
    Column("unit_en", "string", required=True),
    Column("as_of", "period", required=True),
    Column("as_of_is", "string", required=True),
    Column("as_of_vi", "string", required=True),
    Column("as_of_en", "string", required=True),
    Column("as_of_start", "date"),
    Column("as_of_end", "date"),
    Column("undated", "boolean", required=True),
    Column("term", "boolean"),
    Column("length", "number"),
    Column("adds_up", "boolean", required=True),
    Column("inferred", "boolean", required=True),
    Column("inferred_vi", "string"),
    Column("inferred_en", "string"),
    Column("since", "period"),
    Column("base", "string"),
    Column("base_note_vi", "string"),
    Column("base_note_en", "string"),
    Column("scheme", "string"),
    Column("scheme_vi", "string"),
    Column("scheme_en", "string"),
    Column("scheme_family", "string"),
    Column("title", "boolean"),
    Column("tier", "string"),
    Column("label", "string"),
    Column("label_en", "string"),
    Column("grade", "string"),
    Column("printed", "string"),
    Column("paragraph", "integer"),
    Column("computed", "boolean", required=True),
    Column("inputs", "string"),
    Column("digits", "integer"),
    Column("note_vi", "string"),
    Column("note_en", "string"),
    Column("contradicts_vi", "string"),
    Column("contradicts_en", "string"),
    Column("outlet", "string", required=True),
    Column("published", "period", required=True),
)
COLUMNS: Final[dict[str, Column]] = {column.name: column for column in _FIGURES}
"""The columns of ``frame.build``, in its order."""
PLAIN: Final[dict[str, Column]] = {column.name: column for column in _FIGURES if column.shown}
"""The columns of plain fields."""


def plain_columns(place: Place, language: Language) -> list[Column]:
    """The plain fields that are told in a place and language."""
    return [one for one in PLAIN.values() if place in one.shown and one.language in ("", language)]
