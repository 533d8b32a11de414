"""The colors of the light theme, for what leaves the site: a file of its own knows none of the site's variables."""

import re

LIGHT = {
    "paper": "#faf9f6",
    "card": "#fff",
    "ink": "#1f2328",
    "muted": "#5b6470",
    "rule": "#e3e0d8",
    "blue": "#1a5fa0",
    "blue-tint": "#e3edf7",
    "orange": "#a8480a",
    "orange-tint": "#fbe9da",
    "green": "#1f6b43",
    "green-tint": "#dff0e5",
    "purple": "#7a3d99",
    "purple-tint": "#f1e6f7",
}
"""As overrides/assets/stylesheets/theme.css has them."""


def fixed(drawing: str) -> str:
    """A drawing with the light colors in place of variables. Raises KeyError where there is no such color."""
    return re.sub(r"var\(--sb-([a-z-]+)\)", lambda found: LIGHT[found[1]], drawing)
