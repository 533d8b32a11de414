"""The JSON Schemas of the published files, made from their models, and of the CSV files, made from their layouts.

A model here is closed, so that nothing is published that it does not describe; its schema is open, for version 1 may
get more fields.
"""

import json
from typing import Any

from pydantic import BaseModel

from ...model import published, shown
from ...schema import schemas as of_dataset
from .csvs import LAYOUTS, Field, Layout

MODELS: dict[str, type[BaseModel]] = {
    "index": published.FileList,
    "table": shown.ShownTable,
    "picture": shown.ShownPicture,
    "figures": published.FigureList,
    "sources": published.SourceList,
    "source": published.SourceFigures,
    "comparison": published.Comparison,
    "claims": published.ClaimList,
    "roles": published.RoleList,
    "vocabularies": published.VocabularyList,
}
"""The models by the names of their schemas."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def of_files() -> dict[str, str]:
    """Paths below schema/ with the schemas of the published files, and of the YAML that the dataset is written in."""
    own = {f"{name}.json": _text({"$schema": DIALECT, **opened(of_model(model))}) for name, model in MODELS.items()}
    tables = {f"csv/{name}.json": _text(of_layout(layout)) for name, layout in LAYOUTS.items()}
    return own | tables | {f"dataset/{name}": text for name, text in of_dataset().items()}


def of_model(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of a model, as its files are written."""
    return model.model_json_schema(by_alias=True, mode="validation")


def opened(schema: Any) -> Any:
    """The schema without the ban on fields that it does not know."""
    if isinstance(schema, dict):
        closed = schema.get("additionalProperties") is False
        return {key: opened(value) for key, value in schema.items() if not (closed and key == "additionalProperties")}
    return [opened(each) for each in schema] if isinstance(schema, list) else schema


def of_layout(layout: Layout) -> dict[str, Any]:
    """A layout as a Table Schema (Frictionless)."""
    refer = [
        {"fields": [field.name], "reference": {"resource": field.refers[0], "fields": [field.refers[1]]}}
        for field in layout.fields
        if field.refers
    ]
    return {
        "fields": [_field(field) for field in layout.fields],
        "missingValues": [""],
        "primaryKey": list(layout.key),
        **({"foreignKeys": refer} if refer else {}),
    }


def _field(field: Field) -> dict[str, Any]:
    required = {"constraints": {"required": True}} if field.required else {}
    return {"name": field.name, "type": field.type, "description": field.description, **required}


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
