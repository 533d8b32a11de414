"""What can be wrong with a Common Cartridge although its files satisfy the schemas, and what importers stumble over.

It reads the finished bytes and knows nothing of how they were made. The schemas themselves are not checked here.
"""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

MANIFEST = "imsmanifest.xml"
_PACKAGE = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
_LOM = "{http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest}"
_LINK = "{http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1}"
_QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
_READ_FOR_NAMESPACE = 500
"""How many bytes of the manifest Moodle reads before it decides what the package is; 1,024 in newer versions."""
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_PATH = re.compile(r"[A-Za-z0-9_-]+(?:[/.][A-Za-z0-9_-]+)*")
_ADDRESS = re.compile(r'\b(?:href|src)="([^"]*)"')
_READ_BY_CANVAS = re.compile(r"wrong|correct|solution|_i?c$|_all|feedback_\d*_fb", re.IGNORECASE)
_MOST = 100
"""The score of a right answer."""


def mistakes(content: bytes) -> Iterator[str]:
    """Everything that is wrong with the package, each in a sentence that names the file or the identifier."""
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
            yield from _file(resource, file.get("href", ""), held, trees)


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
        identifier = resource.get("identifier")
        if identifier not in used:
            yield f"{identifier}: no item shows this resource"
        hrefs = [each.get("href", "") for each in resource.iter(f"{_PACKAGE}file")]
        if len(hrefs) != 1:
            yield f"{identifier}: {len(hrefs)} files"
        if (resource.get("href") in hrefs) != (resource.get("type") == "webcontent"):
            yield f"{identifier}: a page names its file as href, and no other resource does"
    named = Counter(each.get("href", "") for each in manifest.iter(f"{_PACKAGE}file"))
    for href, times in named.items():
        if href not in names:
            yield f"{href}: the manifest names this file, which is not in the package"
        if times > 1:
            yield f"{href}: {times} resources name this file"
    for name in sorted(names - set(named) - {MANIFEST}):
        yield f"{name}: the manifest does not name this file"


def _file(resource: Element, href: str, held: dict[str, bytes], trees: dict[str, Element]) -> Iterator[str]:
    kind = resource.get("type", "")
    if kind == "webcontent":
        yield from _page(href, held.get(href, b"").decode(errors="replace"))
    elif kind not in _ROOTS:
        yield f"{resource.get('identifier')}: no resource of type {kind!r} is expected"
    elif href in trees:
        root, check = _ROOTS[kind]
        if trees[href].tag != root:
            yield f"{href}: the root is {trees[href].tag} and not {root}"
        else:
            yield from check(href, trees[href])


def _page(name: str, html: str) -> Iterator[str]:
    if '<meta charset="utf-8">' not in html:
        yield f"{name}: does not say that it is UTF-8"
    for address in _ADDRESS.findall(html):
        yield from _whole(name, address)


def _link(name: str, link: Element) -> Iterator[str]:
    if not (link.findtext(f"{_LINK}title") or "").strip():
        yield f"{name}: no title"
    url = link.find(f"{_LINK}url")
    address = "" if url is None else url.get("href", "")
    yield from _whole(name, address)
    if url is None or url.get("target") != "_blank":
        yield f"{name}: does not open in a window of its own"
    if "&" in address:
        yield f"{name}: Moodle cannot read & in an address"


def _whole(name: str, address: str) -> Iterator[str]:
    """A package lies elsewhere, so what it links has to be named with its host."""
    split = urlsplit(address)
    if split.scheme not in ("http", "https") or not split.hostname:
        yield f"{name}: {address!r} is not a whole address"


def _assessment(name: str, root: Element) -> Iterator[str]:
    assessment = root.find(f"{_QTI}assessment")
    if assessment is None or _field(assessment, "") != "cc.exam.v0p1":
        yield f"{name}: no assessment of the profile cc.exam.v0p1"
    items = list(root.iter(f"{_QTI}item"))
    if not items:
        yield f"{name}: no questions"
    for ident, times in Counter(item.get("ident") for item in items).items():
        if times > 1:
            yield f"{name}: {times} questions are called {ident}"
    for item in items:
        for mistake in _question(item):
            yield f"{name}: {item.get('ident')}: {mistake}"


def _field(element: Element, inside: str) -> str | None:
    """The profile that the metadata of an assessment or a question name."""
    for field in element.findall(f"{inside}{_QTI}qtimetadata/{_QTI}qtimetadatafield"):
        if field.findtext(f"{_QTI}fieldlabel") == "cc_profile":
            return field.findtext(f"{_QTI}fieldentry")
    return None


def _question(item: Element) -> Iterator[str]:
    if _field(item, f"{_QTI}itemmetadata/") != "cc.multiple_choice.v0p1":
        yield "not of the profile cc.multiple_choice.v0p1"
    responses = [each.get("ident") for each in item.iter(f"{_QTI}response_lid")]
    labels = [each.get("ident", "") for each in item.iter(f"{_QTI}response_label")]
    if len(set(labels)) != len(labels) or len(labels) < 3:
        yield f"three or more answers with labels of their own are needed; there are {', '.join(labels)}"
    if not all((each.text or "").strip() for each in item.iter(f"{_QTI}mattext")):
        yield "a text is empty"
    conditions = list(item.iter(f"{_QTI}respcondition"))
    yield from _conditions(conditions, responses, labels)
    yield from _feedback(item)


def _conditions(conditions: list[Element], responses: list[str | None], labels: list[str]) -> Iterator[str]:
    right: list[str] = []
    judged: list[str] = []
    for condition in conditions:
        scored = [each for each in condition.iter(f"{_QTI}setvar") if float(each.text or 0) == _MOST]
        equal = list(condition.iter(f"{_QTI}varequal"))
        if equal and condition.get("continue") == "Yes":
            yield "Moodle and Open edX read a condition of an answer only where it does not continue"
        if scored and judged:
            yield "Open edX takes the first answer with a condition for the right one"
        for each in equal:
            label = each.text or ""
            if label not in labels or each.get("respident") not in responses:
                yield f"a condition names {label!r} of {each.get('respident')!r}, which does not exist"
            judged.append(label)
            right.extend([label] if scored else [])
    if len(right) != 1:
        yield f"{len(right)} right answers"
    if sorted(judged) != sorted(labels):
        yield "every answer needs one condition"


def _feedback(item: Element) -> Iterator[str]:
    shown = {each.get("linkrefid", "") for each in item.iter(f"{_QTI}displayfeedback")}
    written = Counter(each.get("ident", "") for each in item.iter(f"{_QTI}itemfeedback"))
    for ident in sorted(shown - set(written)):
        yield f"feedback {ident!r} does not exist"
    for ident, times in written.items():
        if ident not in shown:
            yield f"feedback {ident!r} is never shown"
        if times > 1:
            yield f"{times} texts of feedback are called {ident!r}"
        if _READ_BY_CANVAS.search(ident):
            yield f"Canvas takes feedback {ident!r} for something else, because of its name"
    if any(
        each.find(f"{_QTI}flow_mat/{_QTI}material/{_QTI}mattext") is None for each in item.iter(f"{_QTI}itemfeedback")
    ):
        yield "Moodle reads feedback only in flow_mat"


_ROOTS: dict[str, tuple[str, Callable[[str, Element], Iterator[str]]]] = {
    "imswl_xmlv1p1": (f"{_LINK}webLink", _link),
    "imsqti_xmlv1p2/imscc_xmlv1p1/assessment": (f"{_QTI}questestinterop", _assessment),
}
"""For each type of resource the root of its file, and what checks it."""
