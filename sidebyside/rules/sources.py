"""Rules about sources and publications."""

import re
from collections.abc import Iterator

from ..load import Draft
from ..mistakes import Mistake
from ..model import SNAPSHOT

_PAGE = re.compile(r"https?://([^#]*?)/?(?:#.*)?")
"""What an address has apart from the part of a page, the slash at the end, and whether it is encrypted."""


def archived_copy_of_something_else(draft: Draft) -> Iterator[Mistake]:
    """A source or a publication whose archived copy is not one of its address."""
    for name, found in (("sources", draft.dataset.sources), ("publications", draft.dataset.publications)):
        for each in found:
            copied = each.archived and re.sub(f"^{SNAPSHOT}", "", each.archived)
            if copied and _PAGE.fullmatch(copied)[1] != _PAGE.fullmatch(each.address)[1]:
                message = f"a copy of '{copied}'; the address is '{each.address}'"
                yield draft.mistake(f"{name}.yml", (name, each.id, "archived"), message)
