"""What is wrong with course packages that were spoiled, each in one way."""

import pytest
from packages import changed, held, packed

from sidebyside.publish import cartridge
from sidebyside.publish.cartridge_check import mistakes

MANIFEST, LINK, QUIZ, PAGE = "imsmanifest.xml", "links/case-steps.xml", "quiz/check.xml", "pages/work.html"
NAMESPACE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
SPOILED = {
    "late namespace": (
        MANIFEST,
        f'<manifest xmlns="{NAMESPACE}"',
        f'<manifest xml:base="{"x" * 500}" xmlns="{NAMESPACE}"',
        [f"{MANIFEST}: the namespace is not within the first 500 bytes"],
    ),
    "other schema": (MANIFEST, "1.1.0<", "1.2.0<", [f"{MANIFEST}: schemaversion is '1.2.0' and not '1.1.0'"]),
    "no rights": (
        MANIFEST,
        "Text and questions: Creative",
        "</lomm:string></lomm:description></lomm:rights><lomm:rights><lomm:description><lomm:string>",
        [f"{MANIFEST}: the metadata have no rights/description"],
    ),
    "not hierarchical": (
        MANIFEST,
        'structure="rooted-hierarchy"',
        'structure="flat"',
        [f"{MANIFEST}: the organization is not a rooted hierarchy"],
    ),
    "duplicate identifier": (
        MANIFEST,
        'identifier="chapter-case"',
        'identifier="module-work"',
        ["module-work: 2 identifiers are the same"],
    ),
    "no name": (
        MANIFEST,
        'identifier="chapter-case"',
        'identifier="1:case"',
        ["'1:case': not an identifier that XML allows"],
    ),
    "untitled item": (MANIFEST, "<title>Steps</title>", "<title> </title>", ["item-case-steps: no title"]),
    "title in the metadata": (
        MANIFEST,
        "<metadata><lomm:lom>\n<lomm:general>",
        "<metadata><lomm:lom>\n<lomm:general><lomm:title/>",
        ["item-glossary: Canvas makes a heading of the title in the metadata"],
    ),
    "folder with a resource": (
        MANIFEST,
        'identifier="chapter-case"',
        'identifier="chapter-case" identifierref="link-case"',
        ["chapter-case: an item with a resource must have no items"],
    ),
    "empty folder": (
        MANIFEST,
        ' identifierref="page-work"',
        "",
        ["page-item-work: an empty folder", "page-work: no item"],
    ),
    "reference to nothing": (
        MANIFEST,
        'identifierref="link-case-steps"',
        'identifierref="link-cases"',
        [
            "link-cases: an item names this resource, which does not exist",
            "link-case-steps: no item shows this resource",
        ],
    ),
    "unknown type": (
        MANIFEST,
        'type="imswl_xmlv1p1"',
        'type="imswl_xmlv1p2"',
        ["link-glossary: no resource of type 'imswl_xmlv1p2' is expected"],
    ),
    "type of something else": (
        MANIFEST,
        'identifier="link-case" type="imswl_xmlv1p1"',
        'identifier="link-case" type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment"',
        ["links/case.xml: the root is {http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1}webLink and not {http://"],
    ),
    "missing file": (
        MANIFEST,
        '<file href="links/case.xml"/>',
        '<file href="links/cases.xml"/>',
        ["links/cases.xml: the manifest names this file, which is not", "links/case.xml: the manifest does not name"],
    ),
    "page without href": (MANIFEST, ' href="pages/work.html">', ">", ["page-work: a page names its file as href"]),
    "no link": (
        LINK,
        '<url href="https://example.org/guide',
        '<url href="',
        [f"{LINK}: '/s/case-steps/' is not a whole"],
    ),
    "same window": (LINK, ' target="_blank"', "", [f"{LINK}: does not open in a window of its own"]),
    "address with &": (LINK, "/s/case-steps/", "/?a=1&amp;b=2", [f"{LINK}: Moodle cannot read & in an address"]),
    "broken XML": (LINK, "</title>", "", [f"{LINK}: mismatched tag"]),
    "relative link on a page": (
        PAGE,
        'href="https://example.org/guide/s/case/"',
        'href="s/case/"',
        [f"{PAGE}: 's/case/'"],
    ),
    "page without its encoding": (PAGE, '<meta charset="utf-8">', "", [f"{PAGE}: does not say that it is UTF-8"]),
    "other profile": (QUIZ, "cc.exam.v0p1", "cc.survey.v0p1", [f"{QUIZ}: no assessment of the profile"]),
    "other question": (
        QUIZ,
        "cc.multiple_choice.v0p1",
        "cc.essay.v0p1",
        [f"{QUIZ}: question-term: not of the profile cc.multiple_choice.v0p1"],
    ),
    "unknown answer": (
        QUIZ,
        ">answer-3</varequal>",
        ">answer-5</varequal>",
        ["a condition names 'answer-5' of 'response1', which does not exist", "every answer needs one condition"],
    ),
    "unknown response": (
        QUIZ,
        'respident="response1"',
        'respident="response2"',
        ["a condition names 'answer-1' of 'response2', which does not exist"],
    ),
    "nothing is right": (QUIZ, '<setvar varname="SCORE" action="Set">100</setvar>', "", ["0 right answers"]),
    "two are right": (
        QUIZ,
        '<displayfeedback feedbacktype="Response" linkrefid="answer-2_fb"/>',
        '<setvar>100</setvar><displayfeedback feedbacktype="Response" linkrefid="answer-2_fb"/>',
        ["Open edX takes the first answer with a condition for the right one", "2 right answers"],
    ),
    "an answer that continues": (QUIZ, 'continue="No"', 'continue="Yes"', ["Moodle and Open edX read a condition"]),
    "equal labels": (
        QUIZ,
        '<response_label ident="answer-4">',
        '<response_label ident="answer-3">',
        ["three or more answers with labels of their own", "a condition names 'answer-4'", "every answer needs one"],
    ),
    "empty text": (QUIZ, ">Data that change<", "> <", ["a text is empty"]),
    "missing feedback": (
        QUIZ,
        '<itemfeedback ident="answer-1_fb">',
        '<itemfeedback ident="answer-9_fb">',
        ["feedback 'answer-1_fb' does not exist", "feedback 'answer-9_fb' is never shown"],
    ),
    "feedback with a name that means something": (
        QUIZ,
        "general_fb",
        "correct_fb",
        ["feedback 'correct_fb' does not exist", "feedback 'general_fb' is never shown"],
    ),
    "feedback where Moodle does not look": (QUIZ, "<flow_mat>", "", ["mismatched tag"]),
}


@pytest.fixture
def content(published) -> bytes:
    return cartridge.cartridge(published(), with_quiz=True)


def test_a_package_without_mistakes_has_none(content):
    assert list(mistakes(content)) == []


@pytest.mark.parametrize("case", SPOILED)
def test_every_mistake_is_found(content, case):
    name, old, new, expected = SPOILED[case]
    found = list(mistakes(changed(content, name, old, new)))
    assert len(found) == len(expected), found
    assert all(start in line for start, line in zip(expected, found, strict=True)), found


def test_feedback_by_a_name_that_canvas_reads_otherwise(content):
    found = list(mistakes(changed(changed(content, QUIZ, "answer-1_fb", "solution"), QUIZ, "answer-1_fb", "solution")))
    assert found == [f"{QUIZ}: question-term: Canvas takes feedback 'solution' for something else, because of its name"]


def test_feedback_outside_flow_mat(content):
    text = held(content)[QUIZ].replace("<flow_mat>", "").replace("</flow_mat>", "")
    files = [(name, text if name == QUIZ else kept) for name, kept in held(content).items()]
    assert list(mistakes(packed(files))) == [f"{QUIZ}: question-term: Moodle reads feedback only in flow_mat"]


def test_questions_with_the_same_name(content):
    text = held(content)[QUIZ]
    item = text[text.index("<item ") : text.index("</item>") + len("</item>")]
    assert list(mistakes(changed(content, QUIZ, item, item * 2))) == [f"{QUIZ}: 2 questions are called question-term"]


def test_an_organization_without_modules_and_none_at_all(content):
    text = held(content)[MANIFEST]
    start, end = text.index("<organization "), text.index("</organizations>")
    none = list(mistakes(changed(content, MANIFEST, text[start:end], "")))
    assert none[0] == f"{MANIFEST}: 0 organizations"
    empty = (
        '<organization identifier="organization" structure="rooted-hierarchy"><item identifier="root"/></organization>'
    )
    bare = list(mistakes(changed(content, MANIFEST, text[start:end], empty)))
    assert bare[0] == f"{MANIFEST}: 1 roots with 0 modules"


def test_files_that_do_not_belong_there(content):
    files = list(held(content).items())
    found = list(mistakes(packed([*files, ("links/größe.xml", "<a/>"), ("../out.html", "")])))
    assert len(found) == 4, found
    assert found[0] == "'links/größe.xml': not a relative path of ASCII letters, digits, hyphens and full stops"
    assert found[2:] == [
        "../out.html: the manifest does not name this file",
        "links/größe.xml: the manifest does not name this file",
    ]
    assert list(mistakes(packed(files[1:])))[-1] == f"no {MANIFEST}"
    assert list(mistakes(packed([*files[1:], files[0]]))) == [f"{MANIFEST} is not the first file"]
