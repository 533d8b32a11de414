"""Rules about sources and publications."""

from collections.abc import Iterator

from ..load import Draft
from ..mistakes import Mistake
from ..model import addresses


def archived_copy_of_something_else(draft: Draft) -> Iterator[Mistake]:
    """A source or a publication whose archived copy is not one of its address."""
    for name, found in (("sources", draft.dataset.sources), ("publications", draft.dataset.publications)):
        for each in found:
            copied = each.archived and addresses.copied(each.archived)
            if copied and not addresses.same(copied, each.address):
                message = f"a copy of '{copied}'; the address is '{each.address}'"
                yield draft.mistake(f"{name}.yml", (name, each.id, "archived"), message)
