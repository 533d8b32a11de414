"""What readers type into the search, as queries.yml beside this file has it, and where the page that they want is.

As a command, `searching.py SITE SITE-OFFLINE`, this prints the place of each, hosted and from disk, and how long they
took.
"""

import argparse
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import yaml
from driving import Found, Visitor, served, visiting
from reading import Site

from sidebyside.browser import opened

QUERIES = Path(__file__).with_name("queries.yml")
FIRST = 3
"""The page that is wanted is among so many."""


@dataclass(frozen=True)
class Query:
    """What somebody types."""

    query: str
    page: str
    """The chapter that they want, as its path below docs/."""
    kind: str
    either: str | None = None
    """A chapter that serves as well."""
    why: str | None = None
    """Why it does."""

    def rank(self, found: Found, root: str, site: Site) -> int | None:
        """The place of what they want in what was found on the site, which is at `root`; None if it is not there."""
        chapters = filter(None, (self.page, self.either))
        return min(filter(None, (found.rank(root + site.address(chapter)) for chapter in chapters)), default=None)


def queries() -> list[Query]:
    """Every query."""
    return [Query(**each) for each in yaml.safe_load(QUERIES.read_text(encoding="utf-8"))]


def asked(visitor: Visitor, root: str) -> Iterator[tuple[Query, Found]]:
    """Each query, typed into the search of the site at `root`."""
    visitor.open(f"{root}index.html")
    visitor.open_search()
    for query in queries():
        yield query, visitor.found(query.query)


def main() -> None:
    """Prints a line for each query."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="the folder of the site as it is served")
    parser.add_argument("offline", type=Path, help="the folder of the site that is opened from disk")
    folders = parser.parse_args()
    hosted, offline = Site(folders.site, folders=True), Site(folders.offline, folders=False)
    forms = (hosted, served(hosted.folder)), (offline, nullcontext(f"{offline.folder.resolve().as_uri()}/"))
    answers: list[list[tuple[int | None, float]]] = []
    with opened() as browser:
        for site, serving in forms:
            with serving as root, visiting(browser, viewport={"width": 1280, "height": 800}) as visitor:
                found = [(query.rank(each, root, site), each.seconds) for query, each in asked(visitor, root)]
            answers.append(found)
    print(f"{'query':32}{'kind':18}{'page that is wanted':36}{'hosted':>8}{'offline':>8}")
    for query, *ranks in zip(queries(), *answers, strict=True):
        places = "".join(f"{rank or '-':>8}" for rank, _ in ranks)
        print(f"{query.query:32}{query.kind:18}{query.page:36}{places}")
    for name, form in zip(("hosted", "offline"), answers, strict=True):
        good = sum(rank is not None and rank <= FIRST for rank, _ in form)
        times = [1000 * seconds for _, seconds in form]
        print(f"{name}: {good} of {len(form)} among the first {FIRST}; ", end="")
        print(f"from key to results {median(times):.0f} ms, at most {max(times):.0f}")


if __name__ == "__main__":
    main()
