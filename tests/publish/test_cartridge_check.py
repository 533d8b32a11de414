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
        [
            "link-case: links/cases.xml is the file of something else",
            "links/cases.xml: the manifest names this file, which is not",
            "links/case.xml: the manifest does not name",
        ],
    ),
    "page without href": (MANIFEST, ' href="pages/work.html">', ">", ["page-work: a page names its file as href"]),
    "no link": (
        LINK,
        '<url href="https://example.org/guide',
        '<url href="',
        [f"{LINK}: '/s/case-steps/' is not a whole"],
    ),
    "same window": (LINK, ' target="_blank"', "", [f"{LINK}: does not open in a window of its own"]),
    "address with &": (
        LINK,
        "/s/case-steps/",
        "/s/case-steps/?a=1&amp;b=2",
        [f"{LINK}: Moodle cannot read & in an address"],
    ),
    "address of another section": (
        LINK,
        "/s/case-steps/",
        "/s/case/",
        [f"{LINK}: 'https://example.org/guide/s/case/' leads to something else than link-case-steps says"],
    ),
    "address that does not stay": (
        LINK,
        "/s/case-steps/",
        "/work/case/",
        [f"{LINK}: 'https://example.org/guide/work/case/' leads to something else than link-case-steps says"],
    ),
    "address on another host": (
        LINK,
        "https://example.org/guide",
        "https://example.com/guide",
        [f"{LINK}: leads to https://example.com/guide, and the other links to https://example.org/guide"],
    ),
    "dependency on nothing": (
        MANIFEST,
        '<file href="links/case.xml"/>',
        '<file href="links/case.xml"/><dependency identifierref="link-cases"/>',
        ["link-case: depends on 'link-cases', which does not exist"],
    ),
    "broken XML": (LINK, "</title>", "", [f"{LINK}: mismatched tag"]),
    "relative link on a page": (
        PAGE,
        'href="https://example.org/guide/s/case/"',
        'href="s/case/"',
        [f"{PAGE}: 's/case/'"],
    ),
    "address in single quotes": (PAGE, "</body>", "<p><a href='s/case/'>a</a></p></body>", [f"{PAGE}: 's/case/' is"]),
    "address without quotes": (PAGE, "</body>", "<p><a href=s/case/>a</a></p></body>", [f"{PAGE}: 's/case/' is not"]),
    "address in brackets": (PAGE, "https://example.org/guide/s/case/", "https://[case/", [f"{PAGE}: 'https://[case/'"]),
    "address with a space": (PAGE, "/s/case/", "/s/the case/", [f"{PAGE}: 'https://example.org/guide/s/the case/'"]),
    "picture beside the page": (
        PAGE,
        "</body>",
        '<img src="a.png" alt=""></body>',
        [f"{PAGE}: 'a.png' is not a whole"],
    ),
    "script": (PAGE, "</body>", "<script>run()</script></body>", [f"{PAGE}: <script> is a script, or has one"]),
    "script in an attribute": (PAGE, "<h1>", '<h1 onclick="run()">', [f"{PAGE}: <h1> is a script, or has one"]),
    "open element": (PAGE, "</h1>", "", [f"{PAGE}: <h1> is not closed"]),
    "element closed as in XML": (PAGE, "</body>", "<p/></body>", [f"{PAGE}: <p> is not closed"]),
    "elements that are never closed": (PAGE, "</html>", "", [f"{PAGE}: <html> is not closed"]),
    "closed twice": (PAGE, "</h1>", "</h1></h1>", [f"{PAGE}: </h1> closes nothing"]),
    "markup escaped twice on a page": (
        PAGE,
        "</body>",
        "<p>&lt;b&gt;</p></body>",
        [f"{PAGE}: '<b>' is shown as it is"],
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
    "another variable": (QUIZ, 'setvar varname="SCORE"', 'setvar varname="X"', ["an answer sets 'X' and not SCORE"]),
    "no variable": (
        QUIZ,
        'decvar varname="SCORE"',
        'decvar varname="X"',
        ["SCORE is not declared with 100 as the most"],
    ),
    "another most": (QUIZ, 'maxvalue="100"', 'maxvalue="ten"', ["SCORE is not declared with 100 as the most"]),
    "a score that is no number": (
        QUIZ,
        ">100</setvar>",
        ">ten</setvar>",
        ["question-term: an answer scores 'ten'; the right one scores 100, and no other scores", "0 right answers"],
    ),
    "half a score": (QUIZ, ">100</setvar>", ">50</setvar>", ["an answer scores '50'", "0 right answers"]),
    "several answers at once": (
        QUIZ,
        'rcardinality="Single"',
        'rcardinality="Multiple"',
        [f"{QUIZ}: question-term: one response of the cardinality 'Single' is needed"],
    ),
    "assessment of something else": (
        QUIZ,
        '<assessment ident="quiz-check"',
        '<assessment ident="quiz-work"',
        [f"{QUIZ}: the assessment is called 'quiz-work', and its resource 'quiz-check'"],
    ),
    "letters that Moodle misreads": (QUIZ, "What is drift?", "What is the “drift”?", ["Moodle takes letters of the"]),
    "question that is not HTML": (
        QUIZ,
        'texttype="text/html">&lt;p&gt;What is drift?&lt;/p&gt;',
        'texttype="text/plain">What is drift?',
        ["the question is not of the type text/html"],
    ),
    "question escaped twice": (
        QUIZ,
        "What is drift?",
        "What is &amp;lt;b&amp;gt;drift?",
        ["'<b>' is shown as it is written"],
    ),
    "answer escaped twice": (
        QUIZ,
        ">Data that change<",
        ">Data &amp;amp; code<",
        ["'&amp;' is shown as it is written"],
    ),
    "open element in a question": (QUIZ, "&lt;/p&gt;", "", [f"{QUIZ}: question-term: <p> is not closed"]),
    "two are right": (
        QUIZ,
        '<displayfeedback feedbacktype="Response" linkrefid="answer-2_fb"/>',
        '<setvar varname="SCORE">100</setvar><displayfeedback feedbacktype="Response" linkrefid="answer-2_fb"/>',
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


def test_questions_with_the_same_name_in_two_assessments(content):
    files = list(held(content).items())
    found = list(mistakes(packed([*files, ("quiz/work.xml", held(content)[QUIZ])])))
    assert found == [
        "quiz/work.xml: the manifest does not name this file",
        "question-term: quiz/check.xml and quiz/work.xml have a question with this identifier",
    ]


def test_links_whose_files_are_swapped(content):
    case, glossary = '"links/case.xml"', '"links/glossary.xml"'
    once = changed(content, MANIFEST, case, '"links/other.xml"')
    swapped = changed(changed(once, MANIFEST, glossary, case), MANIFEST, '"links/other.xml"', glossary)
    found = sorted(mistakes(swapped))
    assert [line.partition(":")[0] for line in found] == [
        "link-case",
        "link-glossary",
        "links/case.xml",
        "links/glossary.xml",
    ]
    assert found[0] == "link-case: links/glossary.xml is the file of something else"


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
