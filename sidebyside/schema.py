"""data/schema/*.json, made from the models, so that editors complete and check while people type."""

import json
from pathlib import Path

from .load import FILES, FOLDERS


def schemas() -> dict[str, str]:
    """For each file below data/schema/ its JSON Schema as text."""
    models = {name: model for name, (model, _) in {**FILES, **FOLDERS}.items()}
    return {
        f"{name.removesuffix('.yml')}.json": json.dumps(model.model_json_schema(), indent=1, ensure_ascii=False) + "\n"
        for name, model in models.items()
    }


def write(root: Path) -> None:
    """Writes every schema below root/data/schema."""
    folder = root / "data" / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")
