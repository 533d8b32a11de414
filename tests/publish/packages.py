"""Reading and spoiling course packages."""

import io
import zipfile
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

CP = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
LOM = "{http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest}"
WL = "{http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1}"
QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"


def held(content: bytes) -> dict[str, str]:
    """The package's files by their names."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def tree(content: bytes, name: str = "imsmanifest.xml") -> Element:
    """One of the package's files, as XML."""
    return ElementTree.fromstring(held(content)[name])


def titles(item: Element) -> list:
    """The titles of what lies in a folder, each folder as its title and a list."""
    found = []
    for inner in item.findall(f"{CP}item"):
        title, deeper = inner.findtext(f"{CP}title"), titles(inner)
        found.append((title, deeper) if deeper else title)
    return found


def root(content: bytes) -> Element:
    """The item in which the modules lie."""
    return next(tree(content).iter(f"{CP}item"))


def packed(files: list[tuple[str, str]]) -> bytes:
    """A package of these files, in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in files:
            package.writestr(name, text)
    return out.getvalue()


def changed(content: bytes, name: str, old: str, new: str) -> bytes:
    """The package with one text in one of its files changed, at its first place."""
    files = held(content)
    assert old in files[name], f"the test looks for {old!r} in {name}, which is not there"
    return packed([(path, text.replace(old, new, 1) if path == name else text) for path, text in files.items()])
