"""What a page says of itself to programs: Open Graph, Highwire tags for reference managers, and schema.org's JSON-LD.

Addresses are whole, and those of the hosted site: a copy on disk says where the original is.
"""

import re
from typing import Any

from ..guide import PARTS
from ..model import Dataset
from ..outline import Entry
from ..render.citations import LANGUAGE
from ..render.index import alignments
from ..render.links import GLOSSARY, HOME, term_anchor
from .downloads import DOWNLOADS, WHOLE
from .site import Published

DATA = "data/index.md"
TEXT_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_YEAR = re.compile(r"\b20\d\d\b")
PREVIEW_SIZE = (1200, 630)


def preview(made: Published, page: str) -> str:
    """The whole address of the picture that stands for a page where it is shared."""
    return f"{made.site.address}{preview_file(page)}"


def preview_file(page: str) -> str:
    """Where in the site the picture of a page is."""
    return f"assets/share/{page.removesuffix('.md').replace('/', '-')}.png"


def tags(made: Published, page: str) -> list[tuple[str, str]]:
    """Open Graph's properties of a page; social networks show them."""
    entry = made.outline.chapter(page)
    width, height = PREVIEW_SIZE
    return [
        ("og:type", "website" if page == HOME else "article"),
        ("og:site_name", made.site.name),
        ("og:title", entry.title),
        ("og:description", made.description(entry)),
        ("og:url", made.site.page(page)),
        ("og:locale", LANGUAGE.replace("-", "_")),
        ("og:image", preview(made, page)),
        ("og:image:type", "image/png"),
        ("og:image:width", str(width)),
        ("og:image:height", str(height)),
        ("og:image:alt", f"{entry.title} – {made.site.name}"),
    ]


def highwire(made: Published, entry: Entry) -> list[tuple[str, str]]:
    """Highwire's tags of a section: with a title of a book, Zotero reads it as a section of that.

    The comma after the author keeps Zotero from taking the last word for a person's name.
    """
    is_part = entry.page not in (HOME, DATA)
    return [
        ("citation_title", made.site.name if entry.page == HOME else made.outline.full_title(entry)),
        *([("citation_book_title", made.site.name)] if is_part else []),
        ("citation_author", f"{made.site.author},"),
        ("citation_publication_date", f"{made.dated(entry):%Y/%m/%d}"),
        ("citation_language", LANGUAGE),
        ("citation_public_url", made.site.short(entry.id)),
        ("citation_fulltext_html_url", made.site.page(entry.page)),
    ]


def linked_data(made: Published, page: str, trail: list[tuple[str, str]]) -> list[dict[str, Any]]:
    """What a page is in schema.org's words. `trail`: title and page of each page that leads to it, the first first."""
    found = []
    if page == HOME:
        found.append(website(made))
    elif page.partition("/")[0] in PARTS:
        found.append(learning_resource(made, page))
    elif page == DATA:
        found.append(dataset(made))
    if page == GLOSSARY:
        found.append(defined_terms(made))
    if trail:
        found.append(breadcrumbs(made, page, trail))
    return [{"@context": "https://schema.org", **each} for each in found]


def website(made: Published) -> dict[str, Any]:
    """The site as a whole."""
    return {
        "@type": "WebSite",
        "@id": f"{made.site.address}#website",
        "name": made.site.name,
        "description": made.site.description,
        "url": made.site.address,
        "inLanguage": LANGUAGE,
        "license": TEXT_LICENCE,
        "version": made.release.version,
        "dateModified": made.release.date.isoformat(),
        "author": _author(made),
        "publisher": _author(made),
    }


def learning_resource(made: Published, page: str) -> dict[str, Any]:
    """A chapter: what it teaches, whom, in how many minutes, and what of public frameworks it serves."""
    entry = made.outline.chapter(page)
    aligned = [
        {
            "@type": "AlignmentObject",
            "alignmentType": "teaches",
            "educationalFramework": each.framework,
            "targetName": each.name,
            "targetUrl": each.address,
            **({"identifier": each.code} if each.code else {}),
        }
        for each in alignments(made.dataset, entry.section)
    ]
    return {
        "@type": "LearningResource",
        "@id": made.site.short(entry.id),
        "name": entry.title,
        "description": made.description(entry),
        "url": made.site.page(page),
        "isPartOf": {"@id": f"{made.site.address}#website"},
        "learningResourceType": "reading",
        "teaches": list(entry.section.objectives),
        **({"educationalLevel": _level(made.dataset, entry.level)} if entry.level else {}),
        "educationalUse": ["self study", "course reading"],
        "timeRequired": f"PT{entry.minutes}M",
        "isAccessibleForFree": True,
        "keywords": list(made.outline.meta[page].get("tags", ())),
        "inLanguage": LANGUAGE,
        "license": TEXT_LICENCE,
        "dateModified": made.dated(entry).isoformat(),
        "version": made.release.version,
        "author": _author(made),
        "publisher": _author(made),
        **({"educationalAlignment": aligned} if aligned else {}),
    }


def dataset(made: Published) -> dict[str, Any]:
    """The data with the files in which they can be had, and what they are made of."""
    data, entry = made.dataset, made.outline.chapter(DATA)
    years = sorted(year for figure in data.figures.values() for year in _YEAR.findall(figure.period))
    return {
        "@type": "Dataset",
        "@id": f"{made.site.address}#data",
        "name": f"{made.site.name} The data",
        "description": made.description(entry),
        "url": made.site.page(DATA),
        "version": made.release.version,
        "dateModified": made.release.date.isoformat(),
        "inLanguage": LANGUAGE,
        "license": [TEXT_LICENCE, *_share_alike(data)],
        "isAccessibleForFree": True,
        "creator": _author(made),
        "publisher": _author(made),
        "keywords": [role.name for role in data.roles],
        "temporalCoverage": f"{years[0]}/{years[-1]}",
        "variableMeasured": [
            {"@type": "PropertyValue", "name": term.label, "description": term.description}
            for term in data.vocabularies.kinds
        ],
        "isBasedOn": [
            {"@type": "CreativeWork", "name": source.title, "url": source.address, **_licence(source.licence.address)}
            for source in data.sources
        ],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": title,
                "contentUrl": made.site.address + path,
                "encodingFormat": media_type,
            }
            for path, title, media_type in (*WHOLE, *((each.path, each.title, each.media_type) for each in DOWNLOADS))
        ],
    }


def _share_alike(data: Dataset) -> list[str]:
    """The licenses of databases that ask for the same license of what is made of them."""
    found = (source.licence for source in data.sources if source.licence.name.startswith("ODbL"))
    return list(dict.fromkeys(licence.address for licence in found if licence.address))


def _licence(address: str | None) -> dict[str, str]:
    return {"license": address} if address else {}


def defined_terms(made: Published) -> dict[str, Any]:
    """The glossary."""
    set_id = made.site.short(made.outline.chapter(GLOSSARY).id)
    return {
        "@type": "DefinedTermSet",
        "@id": f"{set_id}#terms",
        "name": made.outline.chapter(GLOSSARY).title,
        "url": made.site.page(GLOSSARY),
        "license": TEXT_LICENCE,
        "inLanguage": LANGUAGE,
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "@id": made.site.short(term_anchor(term.id)),
                "name": term.name,
                "description": term.definition,
                "termCode": term.id,
                "url": made.site.page(GLOSSARY, term_anchor(term.id)),
            }
            for term in made.dataset.terms
        ],
    }


def breadcrumbs(made: Published, page: str, trail: list[tuple[str, str]]) -> dict[str, Any]:
    """The pages that lead to a page, and the page itself."""
    steps = [*trail, (made.outline.chapter(page).title, page)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": title, "item": made.site.page(step)}
            for position, (title, step) in enumerate(steps, 1)
        ],
    }


def _author(made: Published) -> dict[str, str]:
    return {"@type": "Organization", "name": made.site.author, "url": made.site.address}


def _level(data: Dataset, level: str) -> dict[str, str]:
    term = data.term("educational_levels", level)
    return {"@type": "DefinedTerm", "name": term.label, "description": term.description}
