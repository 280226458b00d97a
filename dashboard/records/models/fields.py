"""The types that all records share: ids, texts in both languages, dates, exact numbers, closed lists of words."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StringConstraints,
)
from pydantic_core import CoreSchema, core_schema

from dashboard.language.bilingual import Both, Refused
from dashboard.language.dates import Period

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-_.][a-z0-9]+)*$")]


MOST_ENTRIES = 500
"""How many figures a file may have, or numerals that are none: ten times what is in the longest article there is."""


def _says(text: str) -> str:
    if not text.strip():
        raise Refused(Both("chữ để trống", "empty text"), Both("điền vào", "fill it in"))
    return text


Said = Annotated[str, Field(min_length=1), AfterValidator(_says)]
"""A text that says something."""


Phrase = Annotated[str, StringConstraints(max_length=500)]
"""Words of an article: thirteen at most, but what are words is asked of none that could not be so many."""


class _PeriodField:
    """Reads ``2019-10-18``, ``2019-10``, ``2019``, ``2015/2019`` or ``undated`` as a Period."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            Period.parse,
            json_schema_input_schema=core_schema.union_schema([core_schema.str_schema(), core_schema.int_schema()]),
        )


When = Annotated[Period, _PeriodField]


def _a_day(when: Period) -> Period:
    if when.precision != "day":
        raise Refused(f"{when}" + Both(" không phải một ngày", " is not a day"), Both("viết ", "write ") + "2019-10-18")
    return when


Day = Annotated[When, AfterValidator(_a_day)]


def _exact(value: object) -> object:
    """A whole number as Decimal; anything else as it is, for the strict check that follows."""
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


Number = Annotated[Decimal, BeforeValidator(_exact)]


class Word(StrEnum):
    """A closed list of words: read from the word itself, though records are strict about types."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return {**handler(source), "strict": False}


class Record(BaseModel):
    """A record that forbids unknown keys and never coerces one type into another."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Text(Record):
    """The same words in both languages of the interface."""

    vi: Said = Field(description="Tiếng Việt | Vietnamese")
    en: Said = Field(description="Tiếng Anh | English")

    def __getitem__(self, language: str) -> str:
        return self.vi if language == "vi" else self.en
