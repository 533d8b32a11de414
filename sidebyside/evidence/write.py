"""Evidence as YAML: the same bytes from the same values."""

from typing import Any

import yaml

from ..model import Evidence

HEAD = """\
# yaml-language-server: $schema=../schema/evidence.json
# Written by `make evidence`; never edited by hand.
"""


def as_yaml(evidence: Evidence) -> str:
    """The text of data/evidence/<source>.yml; keys in the model's order, numbers as short as they are exact."""
    data = evidence.model_dump(mode="json", exclude_defaults=True)
    return HEAD + yaml.safe_dump(_short(data), sort_keys=False, allow_unicode=True, width=10_000)


class _Flow(dict[str, Any]):
    """A mapping that is written on one line."""


class _FlowList(list[Any]):
    """A list that is written on one line."""


yaml.SafeDumper.add_representer(
    _Flow, lambda dumper, data: dumper.represent_mapping("tag:yaml.org,2002:map", data, flow_style=True)
)
yaml.SafeDumper.add_representer(
    _FlowList, lambda dumper, data: dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)
)


def _short(value: Any, key: str = "") -> Any:
    """Whole floats as integers, and the values of a figure on one line for each role."""
    if isinstance(value, dict):
        inner = {name: _short(item, name) for name, item in value.items()}
        return {name: _Flow(item) for name, item in inner.items()} if key == "values" else inner
    if isinstance(value, list):
        short = [_short(item) for item in value]
        return _FlowList(short) if key == "difference" else short
    return int(value) if isinstance(value, float) and value.is_integer() else value
