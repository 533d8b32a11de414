"""The quiz as built: choosing and starting over, by finger and by keyboard, hosted and from disk, and on paper."""

import gzip
import re
from collections.abc import Callable
from typing import Any

import pytest
from driving import OVERFLOW, Visitor
from playwright.sync_api import Page, expect
from reading import Site

pytestmark = pytest.mark.site

SMALL = """() => [...document.querySelectorAll(".sb-options label, .sb-score button, .sb-solution summary")]
  .filter(each => each.getBoundingClientRect().height < 24 || each.getBoundingClientRect().right > innerWidth).length"""


@pytest.fixture(params=["hosted", "offline"])
def open_page(request: pytest.FixtureRequest, visit: Callable[..., Visitor]) -> Callable[..., Page]:
    """Opens a page of the quiz in each form of the site; the one from disk without a network."""

    def opened(page: str = "quiz", **options: Any) -> Page:
        built: Site = request.getfixturevalue(request.param)
        if request.param == "hosted":
            where = request.getfixturevalue("address") + built.address(f"teach/{page}.md")
        else:
            where = (built.folder / built.address(f"teach/{page}.md")).as_uri()
            options["offline"] = True
        return visit(**options).open(where)

    return opened


@pytest.fixture
def questions(data: Callable[[str], Any]) -> list[dict[str, Any]]:
    """The questions as they are written."""
    return data("quiz.yml")["questions"]


def letter(question: dict[str, Any]) -> str:
    """The letter of the right answer."""
    return "ABCD"[[bool(answer.get("right")) for answer in question["answers"]].index(True)]


def wrong(question: dict[str, Any]) -> str:
    """The letter of a wrong answer."""
    return "B" if letter(question) == "A" else "A"


def choose(page: Page, question: dict[str, Any], chosen: str) -> None:
    page.locator(f"#question-{question['id']} input[value={chosen}]").check()


def test_a_choice_brings_its_feedback_and_only_first_tries_count(
    open_page: Callable[..., Page], questions: list[dict[str, Any]]
) -> None:
    page = open_page()
    one, two = questions[0], questions[7]
    score = page.locator("[data-part=score]").first
    said = page.locator(f"#question-{one['id']}-feedback")
    expect(said).to_be_hidden()
    choose(page, one, wrong(one))
    expect(said).to_contain_text("Not right. ")
    expect(said.locator("a").last).to_have_attribute("href", re.compile("#"))
    expect(score).to_contain_text("1 of 9 answered, 0 of them right")
    choose(page, one, letter(one))
    expect(said).to_contain_text(re.compile(r"^Right\. "))
    expect(score).to_contain_text("1 of 9 answered, 0 of them right")
    choose(page, two, letter(two))
    expect(page.locator(f"#question-{two['id']}-feedback")).to_contain_text(
        next(answer["feedback"] for answer in two["answers"] if answer.get("right"))
    )
    for each in page.locator("[data-part=score]").all():
        expect(each).to_contain_text("In all: 2 of 40 answered, 1 of them right at the first try.")
    assert page.url.rstrip("#").endswith(("quiz/", "quiz.html")), "nothing of it is in the address"
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('quiz')).length") == 0


def test_starting_over(open_page: Callable[..., Page], questions: list[dict[str, Any]]) -> None:
    page = open_page()
    first, last = questions[0], questions[-1]
    choose(page, first, "A")
    choose(page, last, "A")
    page.get_by_role("button", name="Start this part over").first.click()
    expect(page.locator(f"#question-{first['id']} input:checked")).to_have_count(0)
    expect(page.locator(f"#question-{first['id']} input").first).to_be_focused()
    expect(page.locator("[data-part=score]").first).to_contain_text("0 of 9 answered. In all: 1 of 40")
    page.get_by_role("button", name="Start everything over").last.click()
    expect(page.locator(".sb-question input:checked")).to_have_count(0)
    expect(page.locator(".sb-feedback:not(:empty)")).to_have_count(0)
    choose(page, last, letter(last))
    expect(page.locator("[data-part=score]").last).to_contain_text("In all: 1 of 40 answered, 1 of them right")


def test_by_keyboard_one_may_look_at_the_answers_before_one_chooses(
    open_page: Callable[..., Page], questions: list[dict[str, Any]]
) -> None:
    page = open_page()
    question = questions[0]
    said = page.locator(f"#question-{question['id']}-feedback")
    steps = "ABCD".index(letter(question))
    page.locator(f"#question-{question['id']} input").first.focus()
    for _ in range(steps or 4):
        page.keyboard.press("ArrowDown")
        expect(said).to_contain_text("Enter or the space bar chooses")
    expect(page.locator("[data-part=score]").first).to_contain_text("0 of 9 answered")
    page.keyboard.press("Enter")
    expect(said).to_contain_text("Right.")
    expect(page.locator("[data-part=score]").first).to_contain_text("1 of 9 answered, 1 of them right")
    expect(page.locator(f"#question-{question['id']} input:checked")).to_have_attribute(
        "aria-describedby", f"question-{question['id']}-feedback"
    )


def test_what_was_chosen_is_there_again_after_a_way_through_the_site(
    address: str, visitor: Visitor, questions: list[dict[str, Any]]
) -> None:
    page = visitor.begin(f"{address}teach/quiz/")
    choose(page, questions[0], "A")
    page.locator(f"#question-{questions[0]['id']} legend a").first.click()
    page.wait_for_url("**/data/sources/**")
    page.go_back()
    page.wait_for_url("**/teach/quiz/**")
    expect(page.locator(f"#question-{questions[0]['id']} input:checked")).to_have_value("A")
    choose(page, questions[1], "A")
    expect(page.locator("[data-part=score]").first).to_contain_text("2 of 9 answered")


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_everything_fits(open_page: Callable[..., Page], width: int) -> None:
    page = open_page(viewport={"width": width, "height": 740}, has_touch=True, color_scheme="dark")
    page.locator(".sb-solution summary").first.tap()
    page.locator(".sb-options label").first.tap()
    expect(page.locator(".sb-feedback").first).to_be_visible()
    assert page.evaluate(OVERFLOW) <= 0
    assert page.evaluate(SMALL) == 0


def test_without_scripts_the_answers_are_folded(
    open_page: Callable[..., Page], questions: list[dict[str, Any]]
) -> None:
    page = open_page(java_script_enabled=False)
    expect(page.locator(".sb-question")).to_have_count(len(questions))
    expect(page.locator(".sb-score").first).to_be_hidden()
    answer = page.locator(".sb-solution").first
    expect(answer.locator("li").first).to_be_hidden()
    answer.locator("summary").click()
    expect(answer).to_contain_text(f"{letter(questions[0])} is right.")
    expect(answer.locator("li")).to_have_count(4)


def test_sheet_and_key_agree_with_the_data(open_page: Callable[..., Page], questions: list[dict[str, Any]]) -> None:
    page = open_page("quiz-key")
    letters = page.locator(".sb-letters li").all_inner_texts()
    assert letters == [f"{number} {letter(question)}" for number, question in enumerate(questions, 1)]
    page = open_page("quiz-sheet")
    shown = page.locator(".sb-sheet-questions > li")
    expect(shown).to_have_count(len(questions))
    for place, question in enumerate(questions):
        for position, text in enumerate(shown.nth(place).locator("li").all_inner_texts()):
            if "{" not in (answer := question["answers"][position]["text"]):
                assert " ".join(text.split()) == f"{'ABCD'[position]} {answer}"
    assert not {answer["feedback"] for each in questions for answer in each["answers"]} & set(
        page.locator(".sb-sheet p, .sb-sheet li").all_inner_texts()
    )


def test_on_paper_nothing_is_given_away(open_page: Callable[..., Page], questions: list[dict[str, Any]]) -> None:
    page = open_page()
    page.locator(".sb-solution summary").first.click()
    choose(page, questions[0], "A")
    page.emulate_media(media="print")
    expect(page.locator(".sb-question").first).to_be_visible()
    for gone in (".sb-solution", ".sb-feedback", ".sb-score"):
        expect(page.locator(gone).first).to_be_hidden()


def test_the_sheet_has_few_pages_and_breaks_no_question(hosted: Site, address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}teach/quiz-sheet/")
    pdf = page.pdf(format="A4")
    assert 4 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 6
    page.emulate_media(media="print")
    breaks = page.locator(".sb-sheet-questions > li").evaluate_all(
        "all => all.map(li => getComputedStyle(li).breakInside)"
    )
    assert set(breaks) == {"avoid"}


def test_search_is_not_drowned_in_questions(site: Site) -> None:
    index = site.search_index["docs"]
    assert any("teach/quiz" in entry["location"] for entry in index)
    assert not any("does he do before he improves anything" in entry["text"] for entry in index)


def test_the_scripts_are_small(site: Site) -> None:
    scripts = [site.script(name) for name in ("quiz-score", "quiz")]
    assert sum(len(gzip.compress(script.read_bytes())) for script in scripts) < 3_000


def test_one_choice_is_announced_once(address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}teach/quiz/")
    for question in page.locator(".sb-question").all()[:5]:
        question.locator("label").first.click()
    page.evaluate(
        """() => {
          window.announced = new Set();
          const note = (changes) => changes.forEach(({ target }) => {
            const region = target.parentElement?.closest("[role=status]") ?? target.closest?.("[role=status]");
            if (region) window.announced.add(region);
          });
          new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
        }"""
    )
    page.locator(".sb-question").nth(6).locator("label").first.click()
    expect(page.locator("[data-part=score]").first).to_contain_text("6 of 9 answered")
    assert page.evaluate("[...window.announced].map(each => each.id)") == [
        page.locator(".sb-question").nth(6).locator(".sb-feedback").get_attribute("id")
    ]


def test_an_answer_that_the_arrows_reached_can_be_clicked(address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}teach/quiz/")
    question = page.locator(".sb-question").first
    question.locator("input").first.focus()
    page.keyboard.press("ArrowDown")
    expect(question.locator(".sb-feedback")).to_contain_text("Enter or the space bar")
    expect(page.locator("[data-part=score]").first).to_contain_text("0 of 9 answered")
    question.locator("label").nth(1).click()
    expect(page.locator("[data-part=score]").first).to_contain_text("1 of 9 answered")
