"""The types that all records share: ids, texts in both languages, dates, exact numbers, closed lists."""

from __future__ import annotations

import re
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
from dashboard.language.words import in_both

_ID = "[a-z0-9]+(?:[-_.][a-z0-9]+)*"
Slug = Annotated[str, StringConstraints(pattern=f"^{_ID}$")]


def is_id(text: str) -> bool:
    """Whether a text has the form of an id."""
    return re.fullmatch(_ID, text) is not None


MOST_ENTRIES = 500
"""How many entries a list of a file may have: ten times as many as the longest article needs."""


def _not_blank(text: str) -> str:
    if not text.strip():
        raise Refused(Both("chữ để trống", "empty text"), Both("điền vào", "fill it in"))
    return text


NonEmptyText = Annotated[str, Field(min_length=1), AfterValidator(_not_blank)]
"""A text that is more than white space."""

PlaceName = Annotated[str, StringConstraints(max_length=200), AfterValidator(_not_blank)]
"""The id of a place, or a name that ``records.localities`` finds it by: "huyện Quảng Ninh, tỉnh Quảng Bình"."""

Phrase = Annotated[str, StringConstraints(max_length=500)]
"""Words copied from an article. ``checks.articles`` allows 13 words; this limit keeps huge texts away from it."""


class _PeriodField:
    """Reads ``2019-10-18``, ``2019-10``, ``2019``, ``2015/2019`` or ``undated`` as a Period."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            Period.parse,
            json_schema_input_schema=core_schema.union_schema([core_schema.str_schema(), core_schema.int_schema()]),
        )


When = Annotated[Period, _PeriodField]


def _single_day(when: Period) -> Period:
    if when.precision != "day":
        raise Refused(f"{when}" + Both(" không phải một ngày", " is not a day"), Both("viết ", "write ") + "2019-10-18")
    return when


Day = Annotated[When, AfterValidator(_single_day)]


def _int_as_decimal(value: object) -> object:
    """An int as a Decimal; anything else unchanged, for pydantic's strict check that follows."""
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


Number = Annotated[Decimal, BeforeValidator(_int_as_decimal)]


class Choice(StrEnum):
    """A closed list of words. Strict records would ask for the enum's member; this takes the plain string too."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return {**handler(source), "strict": False}


class Record(BaseModel):
    """The base of all records: unknown keys are forbidden, and no value is converted to another type."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Text(Record):
    """The same words in both languages of the interface."""

    vi: NonEmptyText = Field(description="Tiếng Việt | Vietnamese")
    en: NonEmptyText = Field(description="Tiếng Anh | English")

    @classmethod
    def said(cls, key: str, **values: object) -> Text:
        """The interface's own words for a key, filled as by ``words.in_both``."""
        return cls(**in_both(key, **values))

    def __getitem__(self, language: str) -> str:
        return self.vi if language == "vi" else self.en
