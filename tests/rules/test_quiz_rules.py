"""Rules about the quiz, each on the small project with one thing changed, or with as many questions as it takes."""

import pytest

FILE = "data/quiz.yml"
ASKED = "    asks: What is drift?\n"
TEXTS = ("Data that change", "Code that grows", "A model at rest", "A wrong server")


def numbered(what: str, text: str = "How many are {many}?") -> str:
    """A question with a number, and what it rests on."""
    rests = "[{form: more, role: second, figures: [survey/python], verdict: supported}]"
    return f'    asks: "{text}"\n    numbers:\n      many: {{{what}}}\n    rests_on: {rests}\n'


def several(rights: str, texts: tuple[str, ...] = TEXTS, first: int = 0) -> str:
    """As many questions as letters, with the right answer where it says; its text is the first. Numbered on."""
    made = ""
    for place, letter in enumerate(rights, first):
        others = list(texts[1:])
        others.insert("ABCD".index(letter), texts[0])
        made += (
            f"  - id: q{place}\n    objective: explain the terms of a case\n    asks: What is {place}?\n    answers:\n"
        )
        for each in others:
            made += f"      - {{text: {each}, feedback: So it is.{', right: true' if each == texts[0] else ''}}}\n"
    return made


@pytest.fixture
def with_questions(sound):
    """The mistakes of the small project with these questions in place of its own."""
    from sidebyside.project import examine

    def made(questions: str) -> list[str]:
        (sound / FILE).write_text("questions:\n" + questions, encoding="utf-8")
        return [str(mistake) for mistake in examine(sound).mistakes]

    return made


def test_an_objective_of_no_section(broken_by):
    assert broken_by(FILE, "explain the terms of a case", "explain the term of a case") == [
        f"{FILE}:3:16: quiz.term.objective: no section has this objective; did you mean 'explain the terms of a case'?"
    ]


def test_an_objective_that_is_like_no_other(broken_by):
    assert broken_by(FILE, "explain the terms of a case", "sing") == [
        f"{FILE}:3:16: quiz.term.objective: no section has this objective; "
        "copy one from data/sections.yml, word by word"
    ]


def test_no_right_answer(broken_by):
    assert broken_by(FILE, ", right: true", "") == [
        f"{FILE}:6:7: quiz.term.answers: 0 answers are right; mark exactly one with right: true"
    ]


def test_two_right_answers(broken_by):
    assert broken_by(FILE, "has no part in it.", "has no part in it., right: true") == [
        f"{FILE}:6:7: quiz.term.answers: 2 answers are right; mark exactly one with right: true"
    ]


def test_an_answer_twice(broken_by):
    assert broken_by(FILE, "A wrong server", "A model at Rest") == [
        f"{FILE}:9:16: quiz.term.answers.4.text: another answer says the same; write four"
    ]


def test_a_question_twice(with_questions):
    assert with_questions(several("AB").replace("What is 1?", "what is 0?")) == [
        f"{FILE}:12:11: quiz.q1.asks: 'q0' asks the same; ask something else"
    ]


def test_answers_of_unlike_length(broken_by):
    assert broken_by(FILE, "A wrong server", "A server that went down at night") == [
        f"{FILE}:6:7: quiz.term.answers: the longest answer has 32 letters and the shortest 15; "
        "make them alike, at most 1.6 to one"
    ]


@pytest.mark.parametrize(("longest", "count"), [("A server that br", 0), ("A server that bre", 1)])
def test_answers_of_just_like_length(broken_by, longest, count):
    broken_by(FILE, "A model at rest", "Some model")
    assert len(broken_by(FILE, "A wrong server", longest)) == count


def test_length_counts_numbers_as_they_are_shown(broken_by):
    text = "'{many}', feedback"
    found = broken_by(FILE, ASKED, numbered("figure: survey/python, of: first", "How many?"))
    assert found == [f"{FILE}:6:7: quiz.term.numbers.many: no text has '{{many}}'; say it, or remove the number"]
    found = broken_by(FILE, "A wrong server, feedback", text)
    assert found == [
        f"{FILE}:9:7: quiz.term.answers: the longest answer has 16 letters and the shortest 6; "
        "make them alike, at most 1.6 to one"
    ]


@pytest.mark.parametrize(("word", "right"), [("longest", "Data that do change"), ("shortest", "Data change")])
def test_the_right_answer_by_its_length(with_questions, word, right):
    assert with_questions(several("ABCDABCD", (right, *TEXTS[1:]))) == [
        f"{FILE}:2:3: quiz: the right answer is the {word} in 8 of 8 questions; change some, 40% are the most"
    ]


ALIKE = ("Data do change", "Code will grow", "A model rests", "A wrong place")


def test_one_position_too_often(with_questions):
    found = with_questions(several("AABAACAAD", ALIKE))
    assert f"{FILE}:2:3: quiz: A is right in 6 of 9 questions; move some, so that it is about a quarter" in found


def test_one_position_too_often_in_a_row(with_questions):
    found = with_questions(several("ABAAAADBCDBCDBCD", ALIKE))
    assert f"{FILE}:46:7: quiz.q5.answers: A is right more than 3 times in a row; move an answer" in found


def test_as_many_of_the_longest_and_in_one_position_and_in_a_row_as_may_be(with_questions):
    longer = ("Data that do change", *TEXTS[1:])
    assert with_questions(several("AAAB", longer) + several("BCDACD", ALIKE, first=4)) == []
    assert with_questions(several("ABACADAB", ALIKE)) == []


def test_fewer_questions_may_have_any_pattern(with_questions):
    assert with_questions(several("AAAAAAA")) == []


@pytest.mark.parametrize(
    ("number", "message"),
    [
        ("figure: survey/pythn, of: first", ".figure: no figure 'survey/pythn'; did you mean 'survey/python'?"),
        ("figure: survey/python, of: third", ": 'survey/python' has no number for 'third'"),
        ("figure: survey/python", ": say under `of` whose number it is"),
        ("figure: survey/asked, of: first", ": 'survey/asked' has no number for 'first'"),
        ("figure: survey/python, of: first, what: p25", ": 'survey/python' has no p25 of 'first'"),
        ("figure: survey/wage, of: first, what: base", ": nobody says how many 'survey/wage' rests on"),
        ("figure: survey/wage, what: difference", ": 'survey/wage' has no number for one of the roles"),
        (
            "figure: survey/python, of: first, what: interval",
            ": the interval is that between the roles, not of 'first'; remove `of`",
        ),
        (
            "figure: wish/python-here, of: second",
            ": it rests on fewer than 30, which a question cannot say beside it; choose another",
        ),
        (
            "figure: wish/python-there, what: interval",
            ": it rests on fewer than 30, which a question cannot say beside it; choose another",
        ),
    ],
)
def test_a_number_that_cannot_be_said(broken_by, number, message):
    [found] = broken_by(FILE, ASKED, numbered(number))
    assert found.startswith(f"{FILE}:6:")
    assert found.endswith(f"quiz.term.numbers.many{message}")


@pytest.mark.parametrize(
    "number",
    [
        "figure: survey/pay, of: first, what: p75",
        "figure: survey/pay, of: first, what: base",
        "figure: survey/employment, of: first",
        "figure: survey/wage, of: developers",
        "figure: survey/pay, what: interval",
        "figure: wish/python-here, of: second, what: base",
    ],
)
def test_numbers_that_can_be_said(broken_by, number):
    assert broken_by(FILE, ASKED, numbered(number)) == []


def test_a_number_that_rests_on_just_enough(broken_by):
    broken_by("data/evidence/wish.yml", "{count: 12, of: 20,", "{count: 18, of: 30,")
    assert broken_by(FILE, ASKED, numbered("figure: wish/python-here, of: second")) == []


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        ("figure: survey/python, what: interval", "figure: survey/wage, what: difference", "has no number for one of"),
        ("figure: survey/pythn, of: first", "figure: wish/python-here, of: second", "it rests on fewer than 30"),
    ],
)
def test_a_number_after_one_with_another_mistake(broken_by, one, other, message):
    broken_by("data/evidence/survey.yml", "{count: 400, of: 500}", "{count: 600, of: 500}")
    found = broken_by(FILE, ASKED, numbered(f"{one}}}\n      more: {{{other}", "{many} and {more}"))
    assert any(f"{FILE}:7:13: quiz.term.numbers.more: " in each and message in each for each in found)


@pytest.mark.parametrize("number", ["what: interval", "of: first"])
def test_a_number_that_cannot_be_true_is_one_mistake(broken_by, number):
    broken_by(FILE, ASKED, numbered(f"figure: survey/python, {number}"))
    [found] = broken_by("data/evidence/survey.yml", "{count: 400, of: 500}", "{count: 600, of: 500}")
    assert "survey/python.values.second.count: 600 is out of range" in found


def test_where_a_role_cannot_be_read_no_number_is_asked(broken_by):
    broken_by(FILE, ASKED, numbered("figure: survey/python, what: difference"))
    [found] = broken_by("data/roles.yml", "mark: square", "mark: none")
    assert "roles.second.mark" in found


def test_a_misspelt_name_of_a_number(broken_by):
    text = "Are {many} like {mny}?"
    assert broken_by(FILE, ASKED, numbered("figure: survey/python, of: first", text)) == [
        f"{FILE}:2:9: quiz.term.id: '{{mny}}' has no number under numbers; did you mean 'many'?"
    ]


def test_a_name_without_a_number(broken_by):
    assert broken_by(FILE, "What is drift?", "What are {many} drifts?") == [
        f"{FILE}:2:9: quiz.term.id: '{{many}}' has no number under numbers; add it there"
    ]


def test_a_typed_number(broken_by):
    assert broken_by(FILE, "A wrong server", "Some 5 % of it") == [
        f"{FILE}:9:16: quiz.term.answers.4.text: '5 %' is typed; name it {{so}} and give its figure under numbers"
    ]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("What is drift?", "What is 5 % of it?", "4:11: quiz.term.asks"),
        ("It happens on every server.", "It is 5 % of them.", "9:42: quiz.term.answers.4.feedback"),
    ],
)
def test_a_typed_number_in_every_text(broken_by, old, new, place):
    assert broken_by(FILE, old, new) == [
        f"{FILE}:{place}: '5 %' is typed; name it {{so}} and give its figure under numbers"
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A {wrong server", "{wrong"),
        ("A wrong} server", "}"),
        ("A {Wrong} server", "{Wrong}"),
        ("A <b>bad</b> one", "<b>"),
        ("A bad &amp; old one", "&amp;"),
        ("A **bad** server", "**"),
        ("A `bad` server", "`"),
        ("A [bad](b) server", "]("),
    ],
)
def test_a_text_shown_as_it_is_written(broken_by, text, shown):
    assert broken_by(FILE, "A wrong server", f"'{text}'") == [
        f"{FILE}:9:16: quiz.term.answers.4.text: '{shown}' would be shown as it is written; "
        "use words, and {so} only for a number"
    ]


def test_signs_that_are_no_markup(broken_by):
    assert broken_by(FILE, "A wrong server", "'p < q & [r] * s'") == []


def test_a_number_between_signs_is_no_markup(broken_by):
    assert broken_by(FILE, ASKED, numbered("figure: survey/python, of: first", "Is it <{many}>?")) == []


def test_a_number_that_nothing_holds(broken_by):
    text = numbered("figure: survey/python, of: first").partition("    rests_on")[0]
    assert broken_by(FILE, ASKED, text) == [
        f"{FILE}:6:7: quiz.term.numbers: it has numbers; "
        "say under rests_on what the data must show for the right answer to be right"
    ]


def test_data_that_no_longer_say_it(broken_by):
    text = numbered("figure: survey/python, of: first")
    assert broken_by(FILE, ASKED, text) == []
    assert broken_by("data/evidence/survey.yml", "second: {count: 400, of: 500}", "second: {count: 300, of: 500}") == [
        f"{FILE}:7:16: quiz.term.rests_on.1: the figures now say 'no-clear-difference', not 'supported'; "
        "hold the right answer against them again"
    ]


@pytest.mark.parametrize(
    ("premise", "message"),
    [
        (
            "{form: more, role: second, figures: [survey/wage], verdict: supported}",
            ": 'survey/wage' leaves out one of the roles, so nothing of the form 'more' can rest on it; choose another",
        ),
        (
            "{form: range, roles: [first], figures: [survey/pay], verdict: supported}",
            ": give the end that it is about: above or below, low or high",
        ),
        (
            "{form: more, role: secnd, figures: [survey/python], verdict: supported}",
            ".role: no role 'secnd'; did you mean 'second'?",
        ),
        (
            "{form: no-difference, figures: [survey/pythn], verdict: supported}",
            ".figures: no figure 'survey/pythn'; did you mean 'survey/python'?",
        ),
        (
            "{form: range, roles: [first, secnd], figures: [survey/pay], low: 1, verdict: supported}",
            ".roles.2: no role 'secnd'; did you mean 'second'?",
        ),
    ],
)
def test_what_a_question_cannot_rest_on(broken_by, premise, message):
    [found] = broken_by(FILE, ASKED, f"{ASKED}    rests_on: [{premise}]\n")
    assert found.endswith(f"quiz.term.rests_on.1{message}")
