"""JSON Schemas of the YAML files, so that an editor completes and explains while a curator types.

Generated from the models, with the ids of indicators and schemes offered for completion. ``make schema`` writes them to
data/schema/; a YAML file names its schema in its first line, which VS Code's YAML extension reads.
"""

from __future__ import annotations

import json
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from dashboard.records.dataset import Dataset
from dashboard.records.models.article import Article
from dashboard.records.models.fields import Record
from dashboard.records.models.figure import FigureFile
from dashboard.records.table_files import ChartsFile, IndicatorsFile, LocalitiesFile, RulesFile, SchemesFile

FILES: Final[dict[str, type[Record]]] = {
    "figures": FigureFile,
    "article": Article,
    "indicators": IndicatorsFile,
    "localities": LocalitiesFile,
    "schemes": SchemesFile,
    "rules": RulesFile,
    "charts": ChartsFile,
}
_DIALECT: Final = "http://json-schema.org/draft-07/schema#"


class _AsTyped(GenerateJsonSchema):
    """What a curator may type, which is less than what pydantic would take."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:  # noqa: ARG002  pydantic's call
        """A plain number: text is refused."""
        return {"type": "number"}


def schemas(dataset: Dataset) -> dict[str, str]:
    """The text of every schema by file name; the ids of ``dataset`` are offered where one is asked for."""
    found = {}
    for name, model in FILES.items():
        schema = model.model_json_schema(mode="validation", schema_generator=_AsTyped)
        _offer(schema, dataset)
        found[f"{name}.json"] = json.dumps({"$schema": _DIALECT, **schema}, ensure_ascii=False, indent=1) + "\n"
    return found


def _offer(schema: dict[str, Any], dataset: Dataset) -> None:
    """Offer known ids for completion; a new one is not marked as an error before it is declared."""
    offered = {"indicator": list(dataset.indicators), "scheme": list(dataset.schemes)}
    for record in [schema, *schema.get("$defs", {}).values()]:
        for name, known in offered.items():
            field = record.get("properties", {}).get(name)
            if field:
                field["examples"] = known
