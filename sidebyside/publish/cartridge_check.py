"""What can be wrong with a Common Cartridge although its files satisfy the schemas, and what importers stumble over.

It reads the finished bytes and knows nothing of how they were made, but that a resource's identifier, its file and its
address name the same section or part. `qti_check` reads the assessments in it, and `html_check` the pages. The schemas
themselves are not checked here.
"""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from pathlib import PurePosixPath
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from . import html_check, qti_check

MANIFEST = "imsmanifest.xml"
_PACKAGE = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
_LOM = "{http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest}"
_LINK = "{http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1}"
_LINK_ROOT = f"{_LINK}webLink"
_PERMANENT = re.compile(r"(?P<site>[^?#]*)/s/(?P<id>[^/?#]+)/(?:[?#].*)?")
"""The address of a section that stays."""
_READ_FOR_NAMESPACE = 500
"""How many bytes of the manifest Moodle reads before it decides what the package is; 1,024 in newer versions."""
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_PATH = re.compile(r"[A-Za-z0-9_-]+(?:[/.][A-Za-z0-9_-]+)*")


def mistakes(content: bytes, meant: Collection[str] = ()) -> Iterator[str]:
    """Everything that is wrong with the package, each in a sentence that names the file or the identifier.

    `meant`: markup that somebody wrote to be read as such on a page.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = [each.filename for each in package.infolist()]
        held = {name: package.read(name) for name in names}
    yield from _names(names)
    if MANIFEST not in held:
        yield f"no {MANIFEST}"
        return
    first = re.sub(rb"\s+", b" ", held[MANIFEST][:_READ_FOR_NAMESPACE])
    if f'xmlns="{_PACKAGE[1:-1]}"'.encode() not in first:
        yield f"{MANIFEST}: the namespace is not within the first {_READ_FOR_NAMESPACE} bytes"
    trees: dict[str, Element] = {}
    for name in (name for name in names if name.endswith(".xml")):
        try:
            trees[name] = ElementTree.fromstring(held[name])
        except ElementTree.ParseError as error:
            yield f"{name}: {error}"
    if MANIFEST not in trees:
        return
    manifest = trees[MANIFEST]
    yield from _profile(manifest)
    yield from _identifiers(manifest)
    yield from _organization(manifest)
    yield from _resources(manifest, set(names))
    for resource in manifest.iter(f"{_PACKAGE}resource"):
        for file in resource.iter(f"{_PACKAGE}file"):
            yield from _file(resource, file.get("href", ""), held, trees, meant)
    yield from _elsewhere({name: tree for name, tree in trees.items() if tree.tag == _LINK_ROOT})
    yield from qti_check.in_several({name: tree for name, tree in trees.items() if tree.tag == qti_check.ROOT})


def _names(names: list[str]) -> Iterator[str]:
    if names[:1] != [MANIFEST]:
        yield f"{MANIFEST} is not the first file"
    for name, times in Counter(names).items():
        if times > 1:
            yield f"{name}: {times} files have this name"
        if not _PATH.fullmatch(name):
            yield f"{name!r}: not a relative path of ASCII letters, digits, hyphens and full stops"


def _profile(manifest: Element) -> Iterator[str]:
    if manifest.tag != f"{_PACKAGE}manifest":
        yield f"{MANIFEST}: the root is {manifest.tag}"
    for name, wanted in (("schema", "IMS Common Cartridge"), ("schemaversion", "1.1.0")):
        said = manifest.findtext(f"{_PACKAGE}metadata/{_PACKAGE}{name}")
        if said != wanted:
            yield f"{MANIFEST}: {name} is {said!r} and not {wanted!r}"
    lom = manifest.find(f"{_PACKAGE}metadata/{_LOM}lom")
    for path in ("general/title", "general/description", "rights/description"):
        inside = "/".join(f"{_LOM}{name}" for name in (*path.split("/"), "string"))
        if lom is None or not (lom.findtext(inside) or "").strip():
            yield f"{MANIFEST}: the metadata have no {path}"


def _identifiers(manifest: Element) -> Iterator[str]:
    found = Counter(each.attrib["identifier"] for each in manifest.iter() if "identifier" in each.attrib)
    for identifier, times in found.items():
        if times > 1:
            yield f"{identifier}: {times} identifiers are the same"
        if not _NAME.fullmatch(identifier):
            yield f"{identifier!r}: not an identifier that XML allows"


def _organization(manifest: Element) -> Iterator[str]:
    organizations = manifest.findall(f"{_PACKAGE}organizations/{_PACKAGE}organization")
    if len(organizations) != 1:
        yield f"{MANIFEST}: {len(organizations)} organizations"
        return
    if organizations[0].get("structure") != "rooted-hierarchy":
        yield f"{MANIFEST}: the organization is not a rooted hierarchy"
    roots = organizations[0].findall(f"{_PACKAGE}item")
    modules = [module for root in roots for module in root.findall(f"{_PACKAGE}item")]
    if len(roots) != 1 or not modules:
        yield f"{MANIFEST}: {len(roots)} roots with {len(modules)} modules"
    for module in modules:
        if re.search("[&<]", module.findtext(f"{_PACKAGE}title") or ""):
            yield f"{module.get('identifier')}: Moodle cannot read & and < in the title of a module"
    for item in (item for root in roots for item in root.iter(f"{_PACKAGE}item") if item is not root):
        yield from _item(item)


def _item(item: Element) -> Iterator[str]:
    identifier, inner = item.get("identifier"), item.findall(f"{_PACKAGE}item")
    if not (item.findtext(f"{_PACKAGE}title") or "").strip():
        yield f"{identifier}: no title"
    if item.get("identifierref") and inner:
        yield f"{identifier}: an item with a resource must have no items"
    if not item.get("identifierref") and not inner:
        yield f"{identifier}: an empty folder"
    metadata = item.find(f"{_PACKAGE}metadata")
    if metadata is not None and any(each.tag.endswith("}title") for each in metadata.iter()):
        yield f"{identifier}: Canvas makes a heading of the title in the metadata"


def _resources(manifest: Element, names: set[str]) -> Iterator[str]:
    resources = list(manifest.iter(f"{_PACKAGE}resource"))
    known = {each.get("identifier") for each in resources}
    used = [item.attrib["identifierref"] for item in manifest.iter(f"{_PACKAGE}item") if "identifierref" in item.attrib]
    for reference in used:
        if reference not in known:
            yield f"{reference}: an item names this resource, which does not exist"
    for resource in resources:
        if resource.get("identifier") not in used:
            yield f"{resource.get('identifier')}: no item shows this resource"
        yield from _resource(resource, known)
    named = Counter(each.get("href", "") for each in manifest.iter(f"{_PACKAGE}file"))
    for href, times in named.items():
        if href not in names:
            yield f"{href}: the manifest names this file, which is not in the package"
        if times > 1:
            yield f"{href}: {times} resources name this file"
    for name in sorted(names - set(named) - {MANIFEST}):
        yield f"{name}: the manifest does not name this file"


def _resource(resource: Element, known: set[str | None]) -> Iterator[str]:
    identifier = resource.get("identifier", "")
    for dependency in resource.iter(f"{_PACKAGE}dependency"):
        if dependency.get("identifierref") not in known:
            yield f"{identifier}: depends on {dependency.get('identifierref')!r}, which does not exist"
    hrefs = [each.get("href", "") for each in resource.iter(f"{_PACKAGE}file")]
    if len(hrefs) != 1:
        yield f"{identifier}: {len(hrefs)} files"
    if (resource.get("href") in hrefs) != (resource.get("type") == "webcontent"):
        yield f"{identifier}: a page names its file as href, and no other resource does"
    for href in hrefs:
        if PurePosixPath(href).stem != _of(identifier):
            yield f"{identifier}: {href} is the file of something else"


def _of(identifier: str) -> str:
    """The id of the section or part that a resource is of: what follows its kind, as in `link-<id>`."""
    return identifier.partition("-")[2]


def _file(
    resource: Element,
    href: str,
    held: dict[str, bytes],
    trees: dict[str, Element],
    meant: Collection[str],
) -> Iterator[str]:
    kind, identifier = resource.get("type", ""), resource.get("identifier", "")
    found: Iterator[str] = iter(())
    if kind == "webcontent":
        found = _page(held.get(href, b"").decode(errors="replace"), meant)
    elif kind not in _ROOTS:
        yield f"{identifier}: no resource of type {kind!r} is expected"
    elif href in trees:
        root, check = _ROOTS[kind]
        tag = trees[href].tag
        found = check(trees[href], identifier, meant) if tag == root else iter([f"the root is {tag} and not {root}"])
    yield from (f"{href}: {mistake}" for mistake in found)


def _page(html: str, meant: Collection[str]) -> Iterator[str]:
    if '<meta charset="utf-8">' not in html:
        yield "does not say that it is UTF-8"
    yield from html_check.faults(html, meant)


def _link(link: Element, resource: str, _: Collection[str]) -> Iterator[str]:
    if not (link.findtext(f"{_LINK}title") or "").strip():
        yield "no title"
    url, address = link.find(f"{_LINK}url"), _address(link)
    yield from html_check.whole(address)
    if _behind(address) != _of(resource):
        yield f"{address!r} leads to something else than {resource} says"
    if url is None or url.get("target") != "_blank":
        yield "does not open in a window of its own"
    if "&" in address:
        yield "Moodle cannot read & in an address"


def _address(link: Element) -> str:
    url = link.find(f"{_LINK}url")
    return "" if url is None else url.get("href", "")


def _behind(address: str) -> str:
    """The id that an address leads to; empty if it is none of /s/<id>/."""
    found = _PERMANENT.fullmatch(address)
    return found["id"] if found else ""


def _elsewhere(links: dict[str, Element]) -> Iterator[str]:
    """Links that lead to another site than most do."""
    found = {name: _PERMANENT.fullmatch(_address(link)) for name, link in links.items()}
    sites = {name: match["site"] for name, match in found.items() if match and match["site"]}
    for usual, _ in Counter(sites.values()).most_common(1):
        for name, site in sites.items():
            if site != usual:
                yield f"{name}: leads to {site}, and the other links to {usual}"


_ROOTS: dict[str, tuple[str, Callable[[Element, str, Collection[str]], Iterator[str]]]] = {
    "imswl_xmlv1p1": (_LINK_ROOT, _link),
    "imsqti_xmlv1p2/imscc_xmlv1p1/assessment": (qti_check.ROOT, qti_check.assessment),
}
"""For each type of resource the root of its file, and what checks it, given identifier and markup that is meant."""
