"""What course packages hold: modules, links, objectives, rights and the quiz; always the same bytes."""

import io
import re
import time
import zipfile
from pathlib import Path

import pytest
from packages import CP, LOM, QTI, WL, held, root, titles, tree

from sidebyside.publish import cartridge
from sidebyside.publish.files import contents, files
from sidebyside.publish.site import Published
from sidebyside.render.links import Site

NAVIGATION = {"index.md": "", "work/case.md": "The work", "path/switch.md": "Your way", "check/glossary.md": "Check"}
QUESTION = """
  - id: case-steps
    objective: judge each step of a case
    asks: Is “p < 0.05 & more” – a step?
    answers:
      - {text: A & B, feedback: “Almost” – not.}
      - {text: C < D, feedback: Yes., right: true}
      - {text: 'E "F"', feedback: No.}
      - {text: G or H, feedback: Not at all.}
"""


@pytest.fixture
def made(published) -> Published:
    return published().in_order(NAVIGATION)


@pytest.fixture
def asked(sound: Path, published) -> Published:
    """The same with a second question, in another part."""
    path = sound / "data/quiz.yml"
    path.write_text(path.read_text() + QUESTION)
    return published().in_order(NAVIGATION)


def test_the_modules_are_the_parts_of_the_guide_in_the_order_of_the_navigation(made):
    assert titles(root(cartridge.cartridge(made, with_quiz=False))) == [
        ("About this guide", ["License, credits and how to cite"]),
        ("The work", ["What this module teaches: The work", ("A case", ["The whole chapter: A case", "Steps"])]),
        ("Your way", ["What this module teaches: Your way", ("Switching", ["The whole chapter: Switching"])]),
        ("Check", ["What this module teaches: Check", ("Glossary", ["The whole chapter: Glossary"])]),
    ]


def test_a_part_that_the_navigation_does_not_name_is_called_by_its_folder(published):
    assert [module.title for module in cartridge.modules(published())] == ["Check", "Path", "Work"]


def test_a_link_leads_to_the_permanent_address_in_a_window_of_its_own(made):
    link = tree(cartridge.cartridge(made, with_quiz=False), "links/case-steps.xml")
    assert link.findtext(f"{WL}title") == "A case – Steps"
    assert link.find(f"{WL}url").attrib == {"href": "https://example.org/guide/s/case-steps/", "target": "_blank"}


def test_objectives_are_the_descriptions_of_links(made):
    manifest = tree(cartridge.cartridge(made, with_quiz=False))
    [item] = [each for each in manifest.iter(f"{CP}item") if each.get("identifier") == "item-case-steps"]
    lom = item.find(f"{CP}metadata/{LOM}lom")
    said = lom.findtext(f"{LOM}general/{LOM}description/{LOM}string")
    assert said.endswith("Afterwards you should be able to judge each step of a case.")
    assert lom.findtext(f"{LOM}classification/{LOM}purpose/{LOM}value") == "educational objective"
    assert lom.findtext(f"{LOM}classification/{LOM}description/{LOM}string") == "judge each step of a case"


def test_rights_and_credits_stand_in_the_manifest_and_on_a_page(sound, published):
    path = sound / "data/sources.yml"
    terms = "{name: ODbL 1.0, address: 'https://example.org/odbl', wording: Open., notice: Credit <them> & us.}"
    path.write_text(path.read_text().replace("{name: CC0, wording: In the public domain.}", terms))
    content = cartridge.cartridge(published().in_order(NAVIGATION), with_quiz=False)
    lom = tree(content).find(f"{CP}metadata/{LOM}lom")
    assert lom.findtext(f"{LOM}rights/{LOM}copyrightAndOtherRestrictions/{LOM}value") == "yes"
    rights = lom.findtext(f"{LOM}rights/{LOM}description/{LOM}string")
    assert "https://creativecommons.org/licenses/by/4.0/" in rights
    assert rights.count("Credit <them> & us.") == 1
    assert "ODbL 1.0 has to be shared alike: https://example.org/odbl" in rights
    assert lom.findtext(f"{LOM}general/{LOM}title/{LOM}string") == "Which?"
    assert lom.findtext(f"{LOM}general/{LOM}description/{LOM}string") == "In short. Release 0.1.0."
    assert lom.findtext(f"{LOM}lifeCycle/{LOM}contribute/{LOM}date/{LOM}dateTime") == "2026-11-20"
    keywords = [each.findtext(f"{LOM}string") for each in lom.iter(f"{LOM}keyword")]
    assert len(keywords) == len(set(keywords))
    assert {"case", "example", "steps"} <= set(keywords)
    page = held(content)["pages/about.html"]
    assert page.count("<li>Credit &lt;them&gt; &amp; us.</li>") == 1
    assert '<a href="https://example.org/odbl"' in page
    assert "The Authors. (2026). Which? (Version 0.1.0). https://example.org/guide/" in page


def test_each_module_has_a_page_with_its_objectives_minutes_and_citation(made):
    page = held(cartridge.cartridge(made, with_quiz=False))["pages/work.html"]
    assert "1 chapter of “Which?”, 1 minute of reading in all." in page
    assert '<h2><a href="https://example.org/guide/s/case/" target="_blank" rel="noopener">A case</a></h2>' in page
    assert "One case. 1 minute to read; level: " in page
    assert "<li>explain what a case is</li>" in page
    assert "Steps</a> (1 minute): judge each step of a case</li>" in page
    assert 'href="https://example.org/guide/s/case/cite.html"' in page
    assert "https://creativecommons.org/licenses/by/4.0/" in page
    assert "“License, credits and how to cite”" in page
    assert re.findall(r"<(?:script|style|img|link)|\bstyle=", page) == []


def test_a_package_of_a_site_without_an_address_says_so(made):
    def about(address: str) -> str:
        there = Published(made.dataset, made.outline, Site(address, "Which?"), made.navigation)
        return held(dict(cartridge.files(there))[cartridge.GUIDE]())["pages/about.html"]

    assert "without the address of a public site" in about("http://127.0.0.1:8000/")
    assert "without the address of a public site" not in about("https://example.org/")


def test_the_quiz_is_in_one_package_only_and_where_there_are_questions(asked):
    packages = dict(contents(cartridge.files(asked)))
    assert set(packages) == {"teach/guide.imscc", "teach/guide-with-quiz.imscc"}
    assert [name for name in held(packages[cartridge.GUIDE]) if name.startswith("quiz/")] == []
    quizzes = [name for name in held(packages[cartridge.WITH_QUIZ]) if name.startswith("quiz/")]
    assert quizzes == ["quiz/work.xml", "quiz/check.xml"]
    without, with_quiz = (titles(root(packages[path])) for path in (cartridge.GUIDE, cartridge.WITH_QUIZ))
    assert with_quiz[1] == ("The work", [*without[1][1], "Quiz: The work"])
    assert with_quiz[2] == without[2]


def _conditions(item) -> list[tuple[str | None, str | None, str]]:
    return [
        (
            condition.findtext(f"{QTI}conditionvar/{QTI}varequal"),
            condition.findtext(f"{QTI}setvar"),
            condition.find(f"{QTI}displayfeedback").get("linkrefid"),
        )
        for condition in item.iter(f"{QTI}respcondition")
    ]


def test_a_question_has_one_right_answer_and_feedback_for_each(asked):
    assessment = tree(cartridge.cartridge(asked, with_quiz=True), "quiz/work.xml").find(f"{QTI}assessment")
    assert (assessment.get("ident"), assessment.get("title")) == ("quiz-work", "Quiz: The work")
    [item] = assessment.iter(f"{QTI}item")
    assert item.get("ident") == "question-case-steps"
    labels = {each.get("ident"): each.findtext(f".//{QTI}mattext") for each in item.iter(f"{QTI}response_label")}
    assert labels == {"answer-1": "A & B", "answer-2": "C < D", "answer-3": 'E "F"', "answer-4": "G or H"}
    assert _conditions(item) == [
        (None, None, "general_fb"),
        ("answer-2", "100", "answer-2_fb"),
        ("answer-1", None, "answer-1_fb"),
        ("answer-3", None, "answer-3_fb"),
        ("answer-4", None, "answer-4_fb"),
    ]
    feedback = {each.get("ident"): each.findtext(f".//{QTI}mattext") for each in item.iter(f"{QTI}itemfeedback")}
    assert feedback["answer-1_fb"] == "“Almost” – not."
    assert feedback["general_fb"] == "The section to read on this: A case – Steps"


def test_a_question_is_html_in_ascii(asked):
    [item] = tree(cartridge.cartridge(asked, with_quiz=True), "quiz/work.xml").iter(f"{QTI}item")
    text = item.find(f"{QTI}presentation/{QTI}material/{QTI}mattext")
    assert text.get("texttype") == "text/html"
    assert text.text == "<p>Is &#8220;p &lt; 0.05 &amp; more&#8221; &#8211; a step?</p>"


def test_the_same_site_gives_the_same_bytes_wherever_it_is_made(published, monkeypatch):
    def made(zone: str, *, folders: bool = True) -> dict[str, bytes]:
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        return dict(contents(cartridge.files(published(folders=folders).in_order(NAVIGATION))))

    first = made("Pacific/Kiritimati")
    assert made("Pacific/Pago_Pago") == first
    assert made("UTC", folders=False) == first
    with zipfile.ZipFile(io.BytesIO(first[cartridge.WITH_QUIZ])) as package:
        kept = {
            (each.date_time, each.create_system, each.external_attr, each.compress_type) for each in package.infolist()
        }
    assert kept == {((2026, 11, 20, 0, 0, 0), 3, 0o100644 << 16, zipfile.ZIP_STORED)}


def test_identifiers_stay_when_words_and_order_change(sound, made, published):
    def identifiers(site: Published) -> set[str | None]:
        return {each.get("identifier") for each in tree(cartridge.cartridge(site, with_quiz=True)).iter()}

    case = sound / "docs/work/case.md"
    case.write_text(case.read_text().replace("## Steps {", "## Each step {").replace("# A case {", "# The case {"))
    navigation = {page: f"{title}!" for page, title in reversed(NAVIGATION.items())}
    assert identifiers(published().in_order(navigation)) == identifiers(made)


def test_a_package_with_a_mistake_is_not_published(published):
    spoiled = published().in_order(NAVIGATION | {"work/case.md": "Work & more"})
    message = "teach/guide.imscc: module-work: Moodle cannot read & and < in the title of a module"
    with pytest.raises(ValueError, match=message):
        list(contents(cartridge.files(spoiled)))


def test_both_packages_are_among_the_sites_files(made, tmp_path):
    packages = {path for path, _ in files(made, tmp_path / "kept") if path.endswith(".imscc")}
    assert packages == {cartridge.GUIDE, cartridge.WITH_QUIZ}
