"""Common Cartridges 1.1 of the guide: packages of links, and of the quiz, that learning management systems import.

A part of the guide is a module, in the order of the navigation, and so is the chapter that explains the numbers. The
pages for teachers, the figures by source and the pages about the site are not assigned to learners. In a module every
chapter is a folder of links: to the whole chapter, and to each section that teaches something. Folders have no links of
their own, which the standard forbids. They end up as

- headings with indented links in Canvas (`flatten_item` in instructure/canvas-lms, context_module_importer.rb);
- labels with indented links in Moodle (`create_instances` in moodle/moodle, cc2moodle.php);
- subsections, one unit a link, in Open edX (`normalize` in openedx/cc2olx, models.py).

So a teacher can take out a chapter, or all but three sections of it, without looking for what belongs together.
Nothing lies deeper. The title of a link is its section's alone, for it stands below its chapter; the link's file, of
which systems make another name, has both. Minutes are not in titles, for they change with the text and titles are
copied: they stand on a page that every module begins with, together with its objectives. That page, and one about
license and credits in a module of its own, are there because importers drop the descriptions and rights of the
manifest. Moodle puts the first module above the others, as "General", which fits a module about the package and no
other.

Descriptions of items have no title of their own: Canvas would make a heading of it. Moodle looks for the namespace in
the first bytes of the manifest (500 in older versions) and writes titles of modules as they are, so they may have no
`&`.

Identifiers follow from permanent ids, so what a system knows by its identifier is replaced when a newer package is
imported. The same site always gives the same bytes: files are stored, for what compressing gives depends on the
version of a library, and have the release's date. `cartridge_check` finds what schemas do not; a package with a
mistake is not published.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel

from ..guide import PARTS
from ..model import Dataset, Question
from ..outline import Entry
from ..render import quiz, snippets
from ..render.citations import LANGUAGE
from . import archive, cartridge_check, html_check, qti
from .html import fill
from .metadata import TEXT_LICENCE
from .site import Make, Published

GUIDE, WITH_QUIZ = "teach/guide.imscc", "teach/guide-with-quiz.imscc"
"""The links alone, and the links with the quiz."""
ASSIGNED = (*PARTS, "data/method.md")
"""What learners read: the guide, and the chapter that explains its numbers."""
ABOUT = "License, credits and how to cite"
_MODULE_ABOUT = "About this guide"


@dataclass(frozen=True)
class Chapter:
    """A chapter with those of its sections that teach something."""

    entry: Entry
    level: str
    sections: tuple[Entry, ...]


@dataclass(frozen=True)
class Module:
    """A part of the guide."""

    part: str
    """Its folder below docs/."""
    title: str
    chapters: tuple[Chapter, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class _Resource:
    id: str
    type: str
    path: str
    """In the package."""
    text: str

    @property
    def is_page(self) -> bool:
        return self.type == "webcontent"


@dataclass(frozen=True)
class _Item:
    """What a teacher sees: a folder, or something in it."""

    id: str
    title: str
    resource: str = ""
    description: str = ""
    objectives: tuple[str, ...] = ()
    items: tuple["_Item", ...] = ()


def files(made: Published) -> Iterator[tuple[str, Make]]:
    """The packages. What makes one raises ValueError with every mistake that it would have."""
    yield GUIDE, partial(_checked, made, GUIDE, with_quiz=False)
    yield WITH_QUIZ, partial(_checked, made, WITH_QUIZ, with_quiz=True)


def _checked(made: Published, path: str, *, with_quiz: bool) -> bytes:
    content = cartridge(made, with_quiz=with_quiz)
    if mistakes := list(cartridge_check.mistakes(content, frozenset(_markup(made.dataset)))):
        raise ValueError("\n".join(f"{path}: {mistake}" for mistake in mistakes))
    return content


def _markup(value: Any) -> Iterator[str]:
    """What looks like markup in the texts of the dataset, where it is to be read as it is."""
    if isinstance(value, str):
        yield from html_check.markup(value)
    elif isinstance(value, Mapping):
        yield from _markup(tuple(value.values()))
    elif isinstance(value, tuple):
        for each in value:
            yield from _markup(each)
    elif isinstance(value, Dataset | BaseModel):
        yield from _markup(tuple(vars(value).values()))


def modules(made: Published) -> list[Module]:
    """The parts of the guide in the order of the navigation, by the titles that they have there."""
    found = []
    assigned = [page for page in made.outline.order if page.startswith(ASSIGNED)]
    for part in dict.fromkeys(page.partition("/")[0] for page in assigned):
        pages = [page for page in assigned if page.startswith(f"{part}/")]
        title = made.navigation.get(pages[0]) or part.capitalize()
        asked = tuple(each for each in made.dataset.questions if quiz.part_of(made.dataset, each) == part)
        found.append(Module(part, title, tuple(_chapter(made, page) for page in pages), asked))
    return found


def _chapter(made: Published, page: str) -> Chapter:
    title, *rest = made.outline.by_page[page]
    level = made.dataset.term("educational_levels", title.level).label if title.level else ""
    return Chapter(title, level, tuple(each for each in rest if each.depth == 2 and each.section.objectives))


def cartridge(made: Published, *, with_quiz: bool) -> bytes:
    """The package: a zip file whose first file is its manifest."""
    resources = [_about(made)]
    shown = [_Item("module-about", _MODULE_ABOUT, items=(_Item("page-item-about", ABOUT, resources[0].id),))]
    for module in modules(made):
        items = []
        for item, resource in _contents(made, module, with_quiz=with_quiz):
            items.append(item)
            resources.extend(resource)
        shown.append(_Item(f"module-{module.part}", module.title, items=tuple(items)))
    tags = (tag for page in made.outline.order for tag in made.outline.meta[page].get("tags", ()))
    manifest = fill(
        "cartridge-manifest.xml",
        made=made,
        name="guide-with-quiz" if with_quiz else "guide",
        language=LANGUAGE,
        description=f"{made.site.description} Release {made.release.version}.",
        keywords=list(dict.fromkeys([*(role.name for role in made.dataset.roles), *tags])),
        rights=_rights(made),
        shown=shown,
        resources=resources,
    )
    return _packed(made, [("imsmanifest.xml", manifest), *((each.path, each.text) for each in resources)])


def _contents(made: Published, module: Module, *, with_quiz: bool) -> Iterator[tuple[_Item, list[_Resource]]]:
    """What lies in a module, each with the files of its own."""
    page = _teaches(made, module)
    yield _Item(f"page-item-{module.part}", _teaching(module), page.id), [page]
    for chapter in module.chapters:
        whole = _link(made, chapter.entry, f"The whole chapter: {chapter.entry.title}")
        links = [whole, *(_link(made, entry, entry.title) for entry in chapter.sections)]
        folder = _Item(f"chapter-{chapter.entry.id}", chapter.entry.title, items=tuple(item for item, _ in links))
        yield folder, [resource for _, resource in links]
    if with_quiz and module.questions:
        id_, title = f"quiz-{module.part}", f"Quiz: {module.title}"
        text = qti.assessment(made, id_, title, module.questions)
        yield _Item(f"quiz-item-{module.part}", title, id_), [_Resource(id_, qti.TYPE, f"quiz/{module.part}.xml", text)]


def _link(made: Published, entry: Entry, title: str) -> tuple[_Item, _Resource]:
    resource = _Resource(
        f"link-{entry.id}",
        "imswl_xmlv1p1",
        f"links/{entry.id}.xml",
        fill("cartridge-link.xml", title=made.outline.full_title(entry), href=made.site.short(entry.id)),
    )
    return _Item(f"item-{entry.id}", title, resource.id, made.description(entry), entry.section.objectives), resource


def _teaches(made: Published, module: Module) -> _Resource:
    text = fill(
        "cartridge-module.html",
        made=made,
        module=module,
        title=_teaching(module),
        minutes=sum(chapter.entry.minutes or 0 for chapter in module.chapters),
        licence=TEXT_LICENCE,
        about=ABOUT,
        citation=_citation(made),
    )
    return _Resource(f"page-{module.part}", "webcontent", f"pages/{module.part}.html", text)


def _teaching(module: Module) -> str:
    """The title of a module's page: with the module's name, for a system may keep all pages in one place."""
    return f"What this module teaches: {module.title}"


def _about(made: Published) -> _Resource:
    text = fill(
        "cartridge-about.html",
        made=made,
        title=ABOUT,
        is_local=urlsplit(made.site.address).hostname in ("127.0.0.1", "localhost"),
        licence=TEXT_LICENCE,
        notices=_notices(made),
        share_alike=_share_alike(made),
        citation=_citation(made),
    )
    return _Resource("page-about", "webcontent", "pages/about.html", text)


def _citation(made: Published) -> str:
    return snippets.cited(snippets.whole(made.dataset, made.site), "apa", made.site)


def _rights(made: Published) -> str:
    shared = (
        f"What is made of figures under the {name} has to be shared alike: {at}" for name, at in _share_alike(made)
    )
    return " ".join(
        [
            f"Text and questions: Creative Commons Attribution 4.0 International (CC BY 4.0), {TEXT_LICENCE}",
            *_notices(made),
            *shared,
        ]
    )


def _notices(made: Published) -> list[str]:
    """The credits that sources ask for, each once."""
    return list(dict.fromkeys(filter(None, (source.licence.notice for source in made.dataset.sources))))


def _share_alike(made: Published) -> list[tuple[str, str]]:
    """Names and addresses of the licenses of databases that ask for the same license of what is made of them."""
    found = (source.licence for source in made.dataset.sources)
    return list(
        dict.fromkeys((each.name, each.address) for each in found if each.name.startswith("ODbL") and each.address)
    )


def _packed(made: Published, held: list[tuple[str, str]]) -> bytes:
    """The files in a zip file, with nothing in it that depends on the machine or the hour."""
    return archive.packed(((path, text.encode()) for path, text in held), made.release.date, deflated=False)
