"""The Markdown of every page says what the page says: nothing is lost, nothing stands twice."""

import re
from collections import Counter
from collections.abc import Iterator

import feedparser
import pytest
from markdown_it import MarkdownIt
from reading import Element, Page, Site

from sidebyside.publish.markdown import LONG

pytestmark = pytest.mark.site

NUMBER = re.compile(r"\d[\d,.]*")
WORD = re.compile(r"\w[\w'’-]*")
CLICKED = {
    *("headerlink", "sb-embed", "sb-filter", "sb-letters", "sb-choices", "sb-feedback", "sb-entry-links", "sb-end"),
    *("sb-handout-head", "sb-hint-to-print", "sb-sheet-head", "sb-printed"),
}
"""Classes of what a reader of Markdown has no use for."""


@pytest.fixture(scope="session")
def twins(hosted: Site) -> dict[str, Page]:
    """The twin of every page as a reader of Markdown shows it, by the path of the page."""
    reader = MarkdownIt().enable("table")
    found = {path: file for path, file in hosted.files.items() if path.endswith(".md")}
    return {
        path.removesuffix(".md"): Page(path, reader.render(file.read_text(encoding="utf-8")))
        for path, file in found.items()
    }


def _seen(element: Element) -> Iterator[Element | str]:
    """What of an element a reader of Markdown wants: elements and texts in their order."""
    for child in element.children:
        if isinstance(child, str):
            yield child
            continue
        given = child.attributes
        unseen = child.tag in ("svg", "script", "button", "select") or given.get("aria-hidden") == "true"
        unseen |= "hidden" in given or given.get("href", "").endswith("/cite.html")
        unseen |= child.tag in ("caption", "span") and element.tag in ("table", "a") and "sb-hidden" in child.classes
        unseen |= child.tag == "details" and "sb-picture" in element.classes and len(child.find("tr")) > LONG + 1
        if not (unseen or CLICKED & {*child.classes}):
            yield " " if child.tag == "details" else ""
            yield child
            yield from _seen(child)
            yield " "


def _article(page: Page) -> Element:
    [found] = page.root.find("article")
    return found


def _texts(element: Element) -> str:
    return "".join(each for each in _seen(element) if isinstance(each, str))


def _tables(element: Element) -> list[Element]:
    return [each for each in _seen(element) if isinstance(each, Element) and each.tag == "table"]


def _numbers(element: Element) -> Counter[str]:
    """With those in the name of a row as often as the row has lines, for the twin repeats it."""
    texts = [_texts(each) for each in element.find("tbody")] + _names_again(element)
    return Counter(number.rstrip(".,") for text in texts for number in NUMBER.findall(text))


def _names_again(element: Element) -> list[str]:
    """The names of rows, once for each further line of theirs."""
    found, name = [], ""
    for row in element.find("tr"):
        if "sb-own" in row.classes:
            lines = (each if isinstance(each, str) else _texts(each) for each in row.find("th")[0].children)
            name = next(line for line in lines if line.strip())
        elif "sb-further" in row.classes:
            found.append(name)
    return found


def test_every_page_has_its_twin_and_names_it(hosted: Site, twins: dict[str, Page]) -> None:
    pages = {path: page for path, page in hosted.pages.items() if path != "404.html"}
    assert set(twins) == set(pages)
    for path, page in pages.items():
        links = [each.attributes for each in page.root.find("link")]
        named = [each["href"] for each in links if each.get("type") == "text/markdown"]
        assert [hosted.target(page, each)[0] for each in named] == [f"{path}.md"]


def test_every_number_of_every_table_is_in_the_same_table_of_the_twin_and_none_stands_twice(
    hosted: Site, twins: dict[str, Page]
) -> None:
    count = 0
    for path, twin in twins.items():
        own, again = _tables(_article(hosted.pages[path])), twin.root.find("table")
        assert len(own) == len(again), path
        for here, there in zip(own, again, strict=True):
            assert _numbers(here) == _numbers(there), (path, here.attributes.get("id"))
            count += _numbers(here).total()
    assert count > 10_000


def _body(twin: Page) -> Element:
    """The twin up to the line below which it is cited."""
    found = Element("", {})
    last = max(place for place, each in enumerate(twin.root.children) if isinstance(each, Element) and each.tag == "hr")
    found.children = twin.root.children[:last]
    return found


def _words(element: Element) -> Counter[str]:
    return Counter(WORD.findall(_texts(element).lower()))


def test_the_twin_has_the_words_of_the_page(hosted: Site, twins: dict[str, Page]) -> None:
    for path, twin in twins.items():
        page, again = _words(_article(hosted.pages[path])), _words(twin.root)
        assert page - again == Counter(), path


def test_the_words_of_a_page_stand_once_in_the_twin(hosted: Site, twins: dict[str, Page]) -> None:
    """But for what it says of itself, heads of columns, which it has for each kind of evidence, and names of rows."""
    for path, twin in twins.items():
        page, again = _words(_article(hosted.pages[path])), _words(_body(twin))
        for name in _names_again(_article(hosted.pages[path])):
            page.update(WORD.findall(name.lower()))
        assert (again - page).total() < 80 + 0.02 * page.total(), path


def test_addresses_in_twins_are_whole_and_lead_somewhere(hosted: Site, twins: dict[str, Page], address: str) -> None:
    root = Page("index.html", "")
    for path, twin in twins.items():
        found = [each for each in twin.addresses if each.startswith(address)]
        assert found
        for each in twin.addresses:
            assert re.match(r"https?://|mailto:", each), (path, each)
        for each in found:
            target, fragment = hosted.target(root, each.removeprefix(address) or ".")
            assert target in hosted.files, (path, each)
            assert not fragment or fragment in hosted.pages[target].by_id, (path, each)


def test_every_section_of_a_page_is_linked_by_its_permanent_address(
    hosted: Site, twins: dict[str, Page], address: str
) -> None:
    for path, twin in twins.items():
        ids = [each.attributes.get("data-id") for each in _article(hosted.pages[path]).find("a", "headerlink")]
        linked = set(twin.addresses)
        assert [id_ for id_ in ids if id_ and f"{address}s/{id_}/" not in linked] == [], path


def test_no_sign_of_html_is_left(hosted: Site) -> None:
    for path in hosted.files:
        if path.endswith(".md"):
            text = hosted.files[path].read_text(encoding="utf-8")
            outside = re.sub(r"^(`{3,}).*?^\1$|(`+)[^`\n]+\2", "", text, flags=re.MULTILINE | re.DOTALL)
            assert re.findall(r"<(?!br>|https?://)[a-z/]", outside) == [], path
            assert outside.count("¶") == (3 if path == "teach/index.html.md" else 0), (
                path
            )  # which says what the sign does
            assert "\ue000" not in text, path
            assert "\ue001" not in text, path
            assert not re.search(r"\) [,.;](?:\s|$)", text), path


def test_the_list_for_tools_leads_to_every_twin(hosted: Site, address: str) -> None:
    listed = re.findall(r"\]\((.+?)\)", hosted.files["llms.txt"].read_text(encoding="utf-8"))
    paths = [each.removeprefix(address) for each in listed if each.startswith(address)]
    assert sorted(each for each in paths if each.endswith(".md")) == sorted(
        path for path in hosted.files if path.endswith(".md")
    )
    assert {hosted.target(Page("index.html", ""), each)[0] for each in paths} <= set(hosted.files)


def test_a_copy_on_disk_has_neither_twins_nor_feed(offline: Site) -> None:
    assert [path for path in offline.files if path.endswith((".md", "llms.txt", "changes.xml"))] == []


def test_the_feed_of_changes_leads_to_the_release_on_its_page(hosted: Site, address: str) -> None:
    found = feedparser.parse(hosted.files["data/changes.xml"].read_bytes())
    assert not found.bozo
    page = hosted.page("data/changes.md")
    for entry in found.entries:
        where, _, anchor = entry.link.partition("#")
        assert where == f"{address}data/changes/"
        assert entry.title.removeprefix("Release ") in page.by_id[anchor].text
    [link] = [each for each in page.root.find("link") if each.attributes.get("type") == "application/atom+xml"]
    assert hosted.target(page, link.attributes["href"])[0] == "data/changes.xml"
