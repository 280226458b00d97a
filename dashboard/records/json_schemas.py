"""JSON Schemas of the YAML files, so that an editor completes and explains while a curator types.

Generated from the models, with the ids of indicators and schemes offered for completion. ``make schema`` writes them to
data/schema/; a YAML file names its schema in its first line, which VS Code's YAML extension reads.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from dashboard.records.dataset import Dataset
from dashboard.records.models.article import Article
from dashboard.records.models.fields import Record
from dashboard.records.models.figure import FigureFile, FigureRecord
from dashboard.records.shared_fields import LIST
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
        if model is FigureFile:
            _allow_groups(schema)
        _offer(schema, {"indicator": list(dataset.indicators), "scheme": list(dataset.schemes)})
        found[f"{name}.json"] = _text({"$schema": _DIALECT, **schema})
    return found


def _allow_groups(schema: dict[str, Any]) -> None:
    """Let figures stand in a group with the fields that they share (``shared_fields``)."""
    own = {key: {"$ref": f"#/$defs/FigureRecord/properties/{key}"} for key in FigureRecord.model_fields}
    figure = {"additionalProperties": False, "properties": own, "type": "object"}
    shared = {key: one for key, one in own.items() if key not in ("value", "grade", "printed", "key")}
    schema["$defs"]["FigureGroup"] = {
        "additionalProperties": False,
        "description": "Điều các số liệu dưới đây có chung, viết một lần | What these figures share, written once",
        "properties": {**shared, LIST: {"items": figure, "minItems": 1, "type": "array"}},
        "required": [LIST],
        "title": "FigureGroup",
        "type": "object",
    }
    listed = schema["properties"][LIST]
    listed["items"] = {"anyOf": [listed["items"], {"$ref": "#/$defs/FigureGroup"}]}


def offering(text: str, offered: Mapping[str, list[str]]) -> str:
    """A schema that was written before, with other ids offered for some properties."""
    schema = json.loads(text)
    _offer(schema, offered)
    return _text(schema)


def _text(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _offer(schema: dict[str, Any], offered: Mapping[str, list[str]]) -> None:
    """Offer known ids for completion; a new one is not marked as an error before it is declared."""
    for record in [schema, *schema.get("$defs", {}).values()]:
        for name, known in offered.items():
            field = record.get("properties", {}).get(name)
            if field and "$ref" not in field:
                field["examples"] = known
