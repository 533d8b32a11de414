"""The names that chapters may call."""

from sidebyside.render.calls import Calls


def test_the_names_are_the_public_methods():
    assert {"side_by_side", "figure", "difference", "pay", "cite", "role", "example"} <= set(Calls.names())
    assert not {"names", "TABLES", "_figure"} & set(Calls.names())
