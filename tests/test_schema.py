"""data/schema/ is made from the models, is current, and says the same as they do."""

import json

import jsonschema
import pytest

from sidebyside import document, schema
from sidebyside.load import FILES, FOLDERS


def test_the_committed_schemas_are_current(root):
    folder = root / "data" / "schema"
    committed = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    assert committed == schema.schemas(), "run make schema"


def every_file(root):
    return [path for folder in ("", *FOLDERS) for path in sorted((root / "data" / folder).glob("*.yml"))]


def schema_of(path):
    """The name of a file's schema; all files of a folder share one."""
    return path.parent.name if path.parent.name in FOLDERS else path.stem


def test_every_file_names_its_schema(root):
    for path in every_file(root):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        up = "../" if path.parent.name in FOLDERS else ""
        assert first == f"# yaml-language-server: $schema={up}schema/{schema_of(path)}.json", path


def test_every_file_is_valid_by_its_schema(root):
    schemas = {name: json.loads(text) for name, text in schema.schemas().items()}
    for path in every_file(root):
        found, _ = document.read(path.name, path.read_bytes())
        jsonschema.validate(found.data, schemas[f"{schema_of(path)}.json"])


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_schema_refuses_an_unknown_key(name):
    known = json.loads(schema.schemas()[f"{name.removesuffix('.yml')}.json"])
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"unknown": 1}, known)
