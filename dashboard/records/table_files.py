"""The files of data/ that are one table each, and the model of each."""

from __future__ import annotations

from pydantic import Field

from dashboard.records.models.chart import Chart, Theme
from dashboard.records.models.fields import MOST_ENTRIES, Record
from dashboard.records.models.indicator import Indicator, Scheme
from dashboard.records.models.locality import LocalityRecord
from dashboard.records.models.rule import Rule
from dashboard.records.source_files import CHARTS, INDICATORS, LOCALITIES, RULES, SCHEMES


class SchemesFile(Record):
    """data/schemes.yaml"""

    schemes: list[Scheme] = Field(max_length=MOST_ENTRIES)


class IndicatorsFile(Record):
    """data/indicators.yaml"""

    indicators: list[Indicator] = Field(max_length=2 * MOST_ENTRIES)


class LocalitiesFile(Record):
    """data/localities.yaml"""

    localities: list[LocalityRecord]


class RulesFile(Record):
    """data/rules.yaml"""

    rules: list[Rule] = Field(max_length=MOST_ENTRIES)


class ChartsFile(Record):
    """data/charts.yaml"""

    themes: list[Theme] = Field(max_length=MOST_ENTRIES)
    charts: list[Chart] = Field(max_length=MOST_ENTRIES)


TABLES: dict[str, type[Record]] = {
    SCHEMES: SchemesFile, INDICATORS: IndicatorsFile, LOCALITIES: LocalitiesFile,
    RULES: RulesFile, CHARTS: ChartsFile,
}  # fmt: skip
