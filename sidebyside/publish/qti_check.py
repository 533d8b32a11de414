"""What can be wrong with an assessment of QTI 1.2.1 although it satisfies the schema; `qti` says who reads it how."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from xml.etree.ElementTree import Element

from . import html_check

_QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
ROOT = f"{_QTI}questestinterop"
_READ_BY_CANVAS = re.compile(r"wrong|correct|solution|_i?c$|_all|feedback_\d*_fb", re.IGNORECASE)
_SCORE = "SCORE"
_MOST = 100
"""The score of a right answer."""


def assessment(root: Element, resource: str, meant: Collection[str] = ()) -> Iterator[str]:
    """Mistakes in the assessment of a resource, those of a question with its identifier."""
    found = root.find(f"{_QTI}assessment")
    if found is None or _field(found, "") != "cc.exam.v0p1":
        yield "no assessment of the profile cc.exam.v0p1"
    if found is not None and found.get("ident") != resource:
        yield f"the assessment is called {found.get('ident')!r}, and its resource {resource!r}"
    items = list(root.iter(f"{_QTI}item"))
    if not items:
        yield "no questions"
    for ident, times in Counter(item.get("ident") for item in items).items():
        if times > 1:
            yield f"{times} questions are called {ident}"
    for item in items:
        for mistake in _question(item, meant):
            yield f"{item.get('ident')}: {mistake}"


def in_several(assessments: dict[str, Element]) -> Iterator[str]:
    """Questions with the same identifier in more than one of a package's assessments."""
    names: dict[str, list[str]] = {}
    for name, root in assessments.items():
        for ident in {item.get("ident", "") for item in root.iter(f"{_QTI}item")}:
            names.setdefault(ident, []).append(name)
    for ident, held in sorted(names.items()):
        if len(held) > 1:
            yield f"{ident}: {' and '.join(held)} have a question with this identifier"


def _field(element: Element, inside: str) -> str | None:
    """The profile that the metadata of an assessment or a question name."""
    for field in element.findall(f"{inside}{_QTI}qtimetadata/{_QTI}qtimetadatafield"):
        if field.findtext(f"{_QTI}fieldlabel") == "cc_profile":
            return field.findtext(f"{_QTI}fieldentry")
    return None


def _question(item: Element, meant: Collection[str]) -> Iterator[str]:
    if _field(item, f"{_QTI}itemmetadata/") != "cc.multiple_choice.v0p1":
        yield "not of the profile cc.multiple_choice.v0p1"
    responses = list(item.iter(f"{_QTI}response_lid"))
    if [each.get("rcardinality") for each in responses] != ["Single"]:
        yield "one response of the cardinality 'Single' is needed"
    labels = [each.get("ident", "") for each in item.iter(f"{_QTI}response_label")]
    if len(set(labels)) != len(labels) or len(labels) < 3:
        yield f"three or more answers with labels of their own are needed; there are {', '.join(labels)}"
    yield from _texts(item, meant)
    yield from _scores(item)
    conditions = list(item.iter(f"{_QTI}respcondition"))
    yield from _conditions(conditions, [each.get("ident") for each in responses], labels)
    yield from _feedback(item)


def _texts(item: Element, meant: Collection[str]) -> Iterator[str]:
    texts = list(item.iter(f"{_QTI}mattext"))
    if not all((each.text or "").strip() for each in texts):
        yield "a text is empty"
    asks = item.find(f"{_QTI}presentation/{_QTI}material/{_QTI}mattext")
    if asks is None or asks.get("texttype") != "text/html":
        yield "the question is not of the type text/html, as which Moodle and Canvas read it"
    if asks is not None and not (asks.text or "").isascii():
        yield "Moodle takes letters of the question that are not ASCII for Latin-1"
    for each in texts:
        is_html = each.get("texttype") == "text/html"
        yield from (html_check.faults if is_html else html_check.as_written)(each.text or "", meant)


def _scores(item: Element) -> Iterator[str]:
    declared = {each.get("varname"): each.get("maxvalue", "") for each in item.iter(f"{_QTI}decvar")}
    if _number(declared.get(_SCORE, "")) != _MOST:
        yield f"{_SCORE} is not declared with {_MOST} as the most"
    for each in item.iter(f"{_QTI}setvar"):
        if each.get("varname") != _SCORE:
            yield f"an answer sets {each.get('varname')!r} and not {_SCORE}"
        if _number(each.text or "") != _MOST:
            yield f"an answer scores {each.text!r}; the right one scores {_MOST}, and no other scores"


def _number(text: str) -> float | None:
    """None if it is none."""
    try:
        return float(text)
    except ValueError:
        return None


def _conditions(conditions: list[Element], responses: list[str | None], labels: list[str]) -> Iterator[str]:
    right: list[str] = []
    judged: list[str] = []
    for condition in conditions:
        scored = any(_number(each.text or "") == _MOST for each in condition.iter(f"{_QTI}setvar"))
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
