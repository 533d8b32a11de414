"""A figure computed again in a part of its base: one that is like the whole but for who is counted."""

from typing import TypeVar

from ..model import FigureBase

F = TypeVar("F", bound=FigureBase)


def variant(figure: F, name: str, words: str) -> F:
    """The figure as that of the part: `name` ends its id, `words` say which part it is."""
    return figure.model_copy(
        update={
            "id": f"{figure.id}-{name}",
            "topic": f"strata-{name}",
            "title": f"{figure.title}, {words}",
            "base": f"{figure.base}, {words}",
            "variant_of": figure.id,
            "variant": words,
        }
    )
