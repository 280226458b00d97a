"""A place as it stood at the time of its figures, and an entry of data/localities.yaml."""

from __future__ import annotations

from pydantic import Field

from dashboard.records.models.fields import Choice, NonEmptyText, Number, Record, Slug, Text, When


class Level(Choice):
    """The administrative level of a locality, as it stood at the time of the figure."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


RANK = {level: rank for rank, level in enumerate(Level)}
"""The order of the levels, the province first."""


class Measure(Record):
    """A number from another source than the articles, with its date and that source."""

    value: Number
    date: When
    source: Text


class LocalityRecord(Record):
    """What a curator adds on a place of data/units.tsv, or all of a place that is not there."""

    id: Slug = Field(
        description="Mã của nơi cấp trên, dấu chấm, và mã riêng của nơi này | "
        "The parent's id, a full stop, and the place's own slug"
    )
    name: NonEmptyText | None = Field(
        None, description="Tên tiếng Việt, không kèm chữ chỉ loại | The name without its type word, in Vietnamese"
    )
    type: Text | None = Field(
        None, description="Loại: tỉnh, huyện, phường … | tỉnh / province, huyện / district, phường / ward …"
    )
    level: Level | None = None
    parent: Slug | None = None
    code: str | None = Field(
        None, pattern=r"^[0-9]{2,5}$", description="Mã của cơ quan thống kê, trong ngoặc kép | GSO code, in quotes"
    )
    code_valid: When | None = Field(
        None, description="Mã này chỉ nơi này từ bao giờ đến bao giờ | Between which dates the code meant this place"
    )
    source: Text | None = Field(
        None,
        description="Theo đâu, khi điều ghi ở trên khác data/units.tsv | "
        "By which source, where something above differs from data/units.tsv",
    )
    population: Measure | None = None
    area_km2: Measure | None = None
    became: Text | None = Field(
        None, description="Điều cần nói thêm về việc nơi này thành nơi nào | What is to be added on what became of it"
    )


class Locality(Record):
    """A place as it stood at the time of its latest figure: the list of units with what curators add to it."""

    id: Slug
    name: str
    type: Text
    level: Level
    parent: Slug | None = None
    code: str | None = Field(None, pattern=r"^[0-9]{2,5}$")
    code_valid: When | None = None
    source: Text | None = None
    population: Measure | None = None
    area_km2: Measure | None = None
    became: Text | None = None
    noted: Text | None = None
    """What of ``became`` a curator wrote."""
