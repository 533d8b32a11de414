"""The course packages, as built: nothing is wrong with them, nothing is missing, and all links lead to the site."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from reading import Site

from sidebyside.publish.cartridge_check import mistakes

pytestmark = pytest.mark.site

GUIDE, WITH_QUIZ = "teach/guide.imscc", "teach/guide-with-quiz.imscc"
CP = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
ASSIGNED = re.compile(r"(?:compare|roles|work|path|check)/|data/method\.md$")


def _held(site: Site, path: str) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(site.files[path].read_bytes())) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def _modules(site: Site, path: str) -> dict[str | None, Element]:
    """The modules by their titles, in their order."""
    [top] = ElementTree.fromstring(_held(site, path)["imsmanifest.xml"]).findall(
        f"{CP}organizations/{CP}organization/{CP}item"
    )
    return {module.findtext(f"{CP}title"): module for module in top.findall(f"{CP}item")}


@pytest.mark.parametrize("path", [GUIDE, WITH_QUIZ])
def test_nothing_is_wrong_with_a_package(site: Site, path: str) -> None:
    assert list(mistakes(site.files[path].read_bytes())) == []


def test_every_link_leads_to_a_permanent_address_of_the_site(site: Site) -> None:
    held = _held(site, GUIDE)
    addresses = [re.findall(r'<url href="([^"]+)"', text) for name, text in held.items() if name.startswith("links/")]
    assert all(len(each) == 1 for each in addresses)
    on_pages = [re.findall(r'href="([^"]+/s/[^"]+)"', text) for name, text in held.items() if name.endswith(".html")]
    for address in (address for each in (*addresses, *on_pages) for address in each):
        path = re.sub(r"^https?://[^/]+/", "", address)
        assert f"{path}index.html" in site.files or path in site.files, address


def test_modules_chapters_and_sections_are_those_of_the_guide(site: Site, data: Callable[[str], Any]) -> None:
    modules = _modules(site, GUIDE)
    assert list(modules) == ["About this guide", "Compare", "The roles", "The work", "Your way", "Check", "Data"]
    linked = {
        item.get("identifier", "").removeprefix("item-")
        for module in modules.values()
        for item in module.iter(f"{CP}item")
        if item.get("identifier", "").startswith("item-")
    }
    records = data("sections.yml")["sections"]
    assert linked == {each["id"] for each in records if each.get("objectives") and ASSIGNED.match(each["page"])}
    folders = [len(module.findall(f"{CP}item/{CP}item/..")) for module in modules.values()]
    assert sum(folders) == len({each["page"] for each in records if ASSIGNED.match(each["page"])})


def test_every_question_is_in_the_quiz_of_its_module(site: Site, data: Callable[[str], Any]) -> None:
    held = _held(site, WITH_QUIZ)
    quizzes = [ElementTree.fromstring(text) for name, text in held.items() if name.startswith("quiz/")]
    idents = sorted(item.get("ident", "") for quiz in quizzes for item in quiz.iter(f"{QTI}item"))
    assert idents == sorted(f"question-{each['id']}" for each in data("quiz.yml")["questions"])
    last = [
        module.findall(f"{CP}item")[-1].findtext(f"{CP}title") or "" for module in _modules(site, WITH_QUIZ).values()
    ]
    assert sum(title.startswith("Quiz: ") for title in last) == len(quizzes) > 0


def test_the_packages_differ_by_the_quiz_alone(site: Site) -> None:
    without, with_quiz = _held(site, GUIDE), _held(site, WITH_QUIZ)
    assert {name for name in with_quiz if name not in without} == {
        name for name in with_quiz if name.startswith("quiz/")
    }
    assert all(with_quiz[name] == text for name, text in without.items() if name != "imsmanifest.xml")


def test_they_name_the_address_that_the_site_was_told(hosted: Site, offline: Site, address: str) -> None:
    assert f'href="{address}s/tools/"' in _held(hosted, GUIDE)["links/tools.xml"]
    assert 'href="http://127.0.0.1:8000/s/tools/"' in _held(offline, GUIDE)["links/tools.xml"]
