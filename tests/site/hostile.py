"""Text that would be markup somewhere, planted into every text of a copy of the dataset."""

import types
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml
from pydantic import BaseModel

from sidebyside.load import FILES, FOLDERS
from sidebyside.model import Text

TEXT = (
    '!planted</script></style></title></textarea></code></svg>--><sb-planted planted="1">'
    "<script>planted.push('a script')</script><img src=x onerror=\"planted.push('onerror')\">"
    "<svg onload=\"planted.push('onload')\"><a href=\"javascript:planted.push('a link')\">x</a>"
    " \" planted=\"2\" onmouseover=\"planted.push('onmouseover')\" ' planted='3' onfocus='planted.push(4)' autofocus='"
    " [a](javascript:planted.push('Markdown')) ![b](x\" onerror=\"planted.push('a picture'))"
    " <javascript:planted.push(5)>"
    " {{ 6543 * 3 }} {{ count('figures') }} {% raw %} {% include 'x' %} {# note #} {## note ##} {#planted-id}"
    " ]]> --> <!-- <![CDATA[ <?x ?> &lt;sb-planted&gt; &amp; &#60;"
    " `a` **b** __c__ ~~d~~ | e | \\f \\\\ $g$ [^1] ${h} %s %00"
)
"""Everything at once, so that each text has all of it. A line feed or a tab is no part of it."""
PRODUCT = "19629"
"""What the sum in it comes to, where something computes it."""
LONG = "planted " + "many words " * 9_000 + "the end of it"
"""A cell of 100 kB."""


def _unwrapped(hint: Any) -> Any:
    """The type without None and without what says more about a list."""
    while get_origin(hint) is Annotated and hint != Text:
        hint = get_args(hint)[0]
    if get_origin(hint) in (Union, types.UnionType):
        members = [member for member in get_args(hint) if member is not type(None)]
        return _unwrapped(members[0]) if len(members) == 1 else hint
    return hint


def _member(hint: Any, node: yaml.MappingNode) -> Any:
    """Of a union, the member that has a field which allows one word alone, and that word stands there."""
    said = {key.value: value.value for key, value in node.value}
    for member in get_args(hint):
        for name, field in member.model_fields.items():
            if get_origin(field.annotation) is Literal and get_args(field.annotation) == (said.get(name),):
                return member
    raise AssertionError(f"none of {hint} is {said}")


def _kind(model: type[BaseModel], name: str) -> str:
    """A field as the model that says it first, which others have it from."""
    first = next(each for each in reversed(model.__mro__) if name in vars(each).get("__annotations__", {}))
    return f"{first.__name__}.{name}"


def texts(hint: Any, node: yaml.Node, kind: str = "") -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Every text that a model allows in a file, as the node that holds it, each with its model and field."""
    hint = _unwrapped(hint)
    if hint == Text:
        if isinstance(node, yaml.ScalarNode) and node.value not in ("null", "~", ""):
            yield kind, node
        return
    if get_origin(hint) in (Union, types.UnionType) and isinstance(node, yaml.MappingNode):
        hint = _member(hint, node)
    if isinstance(hint, type) and issubclass(hint, BaseModel) and isinstance(node, yaml.MappingNode):
        hints = get_type_hints(hint, include_extras=True)
        for key, value in node.value:
            yield from texts(hints[key.value], value, _kind(hint, key.value))
    elif get_origin(hint) is dict and isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from texts(get_args(hint)[1], value, kind)
    elif get_origin(hint) is tuple and isinstance(node, yaml.SequenceNode):
        inner = get_args(hint)
        for place, item in enumerate(node.value):
            yield from texts(inner[0] if inner[-1] is Ellipsis else inner[place], item, kind)


def kinds(hint: Any, kind: str = "", seen: frozenset[Any] = frozenset()) -> Iterator[str]:
    """Every field of a model, and of the models in it, that holds text."""
    hint = _unwrapped(hint)
    if hint == Text:
        yield kind
    elif isinstance(hint, type) and issubclass(hint, BaseModel):
        for name, inner in get_type_hints(hint, include_extras=True).items():
            if name in hint.model_fields and hint not in seen:
                yield from kinds(inner, _kind(hint, name), seen | {hint})
    else:
        for inner in get_args(hint):
            if inner is not Ellipsis and get_origin(hint) is not Literal:
                yield from kinds(inner, kind, seen)


def files(root: Path) -> Iterator[tuple[Path, type[BaseModel]]]:
    """Every file of a dataset with its model."""
    for name, (model, _) in FILES.items():
        yield root / "data" / name, model
    for folder, (model, _) in FOLDERS.items():
        for path in sorted((root / "data" / folder).glob("*.yml")):
            yield path, model


def plant(path: Path, model: type[BaseModel], more: str, spared: frozenset[str]) -> set[str]:
    """Adds to every text of a file but those of the spared fields; gives the fields that have it now."""
    root = yaml.compose(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    done = set()
    for kind, node in texts(model, root):
        if kind not in spared:
            node.value, node.style, node.tag = f"{node.value} {more}", '"', "tag:yaml.org,2002:str"
            done.add(kind)
    written = yaml.serialize(root, Dumper=yaml.CSafeDumper, allow_unicode=True, width=1_000_000)
    path.write_text(written, encoding="utf-8")
    return done
