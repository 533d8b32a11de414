"""Pictures: what they say in words, their data, and that what is drawn is where the data say."""

import re
import shutil
from xml.etree import ElementTree

import pytest
import third_role

from sidebyside.load import load
from sidebyside.render import drawing, pictures
from sidebyside.render.calls import Calls
from sidebyside.render.drawing import NARROW, WIDE, Canvas, Scale
from sidebyside.render.links import Links
from sidebyside.render.picture_calls import drawings
from sidebyside.render.pictures.drawn import own_labels

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def dataset(sound):
    draft, mistakes = load(sound)
    assert mistakes == []
    return draft.dataset


@pytest.fixture(scope="module")
def whole(root_of_all):
    return load(root_of_all)[0].dataset


@pytest.fixture(scope="module")
def root_of_all(request):
    return request.config.rootpath


@pytest.fixture(scope="module")
def three(root_of_all, tmp_path_factory):
    """The whole dataset with a third role."""
    root = tmp_path_factory.mktemp("three")
    shutil.copytree(root_of_all / "data", root / "data")
    third_role.add(root)
    return load(root)[0].dataset


def made(dataset, id_):
    return pictures.drawn(dataset, dataset.picture_by_id[id_])


def texts(drawn, width):
    canvas = Canvas("test", width)
    drawn.draw(canvas)
    tree = ElementTree.fromstring(canvas.svg(""))
    return [(each.text, float(each.get("x")), float(each.get("y"))) for each in tree.iter(f"{SVG}text")]


def test_shares_say_how_the_rows_divide(dataset):
    assert made(dataset, "use").finding == (
        "Survey 2022: beyond 5 points, 1 of 2 tools is more common among second roles (most: Python, by 20.0 points); "
        "the other 1 differs by less, or not clearly."
    )


def test_ranges_say_whose_median_is_higher_and_for_how_many_one_role_is_alone(dataset):
    drawn = made(dataset, "pay")
    assert drawn.finding == (
        "Official: beyond 5 %, the median is higher for second roles in 1 of 1 rows; first roles alone in 1."
    )
    assert [cell.text for cell in drawn.rows[0]][4:] == [
        *("First role", "$80,000", "$90,000", "$100,000", "$120,000", "$150,100", "40")
    ]


def test_a_series_says_the_first_and_the_last(dataset):
    assert made(dataset, "jobs").finding == "Employees: 262,440 in 2024, 262,440 in 2025."


def test_the_ladder_says_its_steps_and_what_both_are_asked(dataset):
    assert made(dataset, "ladder").finding == (
        "1 steps for first roles, from Junior to Junior; 1 steps for second roles, from Chief to Chief. 1 of 2 skills "
        "are asked of both. Expert is asked at most in 0 of 1 skills at Junior and 1 of 2 skills at Chief."
    )


def test_the_overlap_puts_skills_by_their_levels(dataset):
    drawn = made(dataset, "overlap")
    assert [(row[0].text, row[1].text) for row in drawn.rows] == [
        ("Statistics", "Firsts a level more"),
        ("Systems", "Same level"),
        ("Algebra", "Same level"),
    ]
    assert drawn.finding.startswith(
        "Our judgment gives 3 of the 6 levels. Of 3 skills the two roles need 3 at levels at"
    )
    assert [(row[2].text, row[3].text) for row in drawn.rows[:2]] == [
        ("Expert", "Survey 2022"),
        ("Working", "our judgment"),
    ]


def test_the_steps_say_who_leads(dataset):
    assert made(dataset, "course").finding == (
        "In our judgment first roles lead in 1 of 3 phases; in look and act neither leads."
    )


def test_the_verdicts_count_every_claim_once(dataset):
    drawn = made(dataset, "verdicts")
    assert len(drawn.rows) == len(dataset.claims)
    assert sum(map(int, re.findall(r"\b\d+\b", drawn.finding))) == 2 * len(dataset.claims)


def test_a_mark_stands_where_its_share_is(dataset):
    """Of two roles with 60 and 80 of 100, on the scale that the drawing's own ticks tell."""
    drawn = made(dataset, "use")
    canvas = Canvas("test", WIDE)
    drawn.draw(canvas)
    ends = {text: x for text, x, _ in texts(drawn, WIDE) if text and text.endswith("%")}
    start, end = ends["0\u00a0%"], max(ends.values())
    high = max(float(text.split("\u00a0")[0]) for text in ends)
    marks = re.findall(r'<path d="([^"]*)" stroke="var\(--sb-blue\)" stroke-width="9"', canvas.svg(""))[1:]
    places = [float(x) for each in marks for x in re.findall(r"M([\d.]+),", each)]
    expected = [start + share / high * (end - start) for share in (50, 60)]
    assert sorted(places) == pytest.approx(expected, abs=0.1)


def test_what_is_not_clear_is_hollow(dataset):
    """Of two tools one tells the roles apart."""
    canvas = Canvas("test", WIDE)
    made(dataset, "use").draw(canvas)
    inner = re.findall(r'<path d="([^"]*)" stroke="var\(--sb-paper\)" stroke-width="5.6"', canvas.svg(""))
    assert [each.count("M") for each in inner] == [1]


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("roles", ["whole", "three"])
def test_no_text_leaves_a_drawing_or_lies_on_another(request, roles, width):
    """All pictures of the site, each text with the width that its letters have."""
    dataset = request.getfixturevalue(roles)
    for picture in dataset.pictures:
        drawn = pictures.drawn(dataset, picture)
        canvas = Canvas(picture.id, width)
        drawn.draw(canvas)
        tree = ElementTree.fromstring(canvas.svg(""))
        boxes = []
        for each in tree.iter(f"{SVG}text"):
            if each.get("transform"):
                continue
            size = float(each.get("font-size"))
            long = drawing.measure(each.text, size, bold=each.get("font-weight") == "700") / drawing.SLACK
            x, y = float(each.get("x")), float(each.get("y"))
            left = {"start": x, "middle": x - long / 2, "end": x - long}[each.get("text-anchor", "start")]
            assert left >= -0.5, (picture.id, width, each.text)
            assert left + long <= width + 0.5, (picture.id, width, each.text)
            assert 0 < y <= canvas.height, (picture.id, width, each.text)
            boxes.append((left, left + long, y - 0.7 * size, y, each.text))
        for at, (left, right, top, bottom, text) in enumerate(boxes):
            for left_2, right_2, top_2, bottom_2, other in boxes[at + 1 :]:
                apart = right <= left_2 or right_2 <= left or bottom <= top_2 or bottom_2 <= top
                assert apart, (picture.id, width, text, other)


def test_letters_are_large_enough_on_a_phone(whole):
    for picture in whole.pictures:
        canvas = Canvas(picture.id, NARROW)
        pictures.drawn(whole, picture).draw(canvas)
        sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', canvas.svg(""))]
        assert min(sizes) >= 10.5, picture.id


def test_every_finding_is_of_the_data_and_every_drawing_the_same_again(whole):
    for picture in whole.pictures:
        first, again = (pictures.drawn(whole, picture) for _ in range(2))
        assert first.finding == again.finding
        assert drawings(picture, first) == drawings(picture, again)
        assert first.rows, picture.id
        assert len({len(row) for row in first.rows} | {len(first.heads)}) == 1, picture.id


def test_a_drawing_names_itself_and_says_its_finding(dataset):
    picture = dataset.picture_by_id["use"]
    wide, narrow = drawings(picture, pictures.drawn(dataset, picture))
    for drawn in (wide, narrow):
        assert 'role="img" aria-labelledby="use-title" aria-describedby="use-finding"' in drawn
    ids = re.findall(r'\bid="([^"]+)"', wide + narrow)
    assert len(ids) == len(set(ids))


def test_text_from_data_is_no_markup(sound):
    path = sound / "data/grids/steps.yml"
    path.write_text(path.read_text().replace("name: Look", "name: <script>a</script>"))
    draft, _ = load(sound)
    for id_ in ("map", "course"):
        picture = draft.dataset.picture_by_id[id_]
        wide, _ = drawings(picture, pictures.drawn(draft.dataset, picture))
        assert "<script" not in wide
        ElementTree.fromstring(wide)


def test_without_an_outline_nothing_is_drawn(dataset):
    calls = Calls(dataset, Links("pictures.md"))
    assert "<svg" not in calls.picture(id="use")
    assert "of 2 tools" in calls.picture(id="use")


def test_a_number_that_rests_on_few_carries_its_warning(sound):
    path = sound / "data/evidence/survey.yml"
    path.write_text(path.read_text().replace("first: {n: 40, p10", "first: {n: 12, p10"))
    draft, _ = load(sound)
    said = [text for text, _, _ in texts(made(draft.dataset, "pay"), NARROW)]
    assert "$100,000 (few: n\u00a012)" in said


# Drawing


@pytest.mark.parametrize(
    ("low", "high", "most", "expected"),
    [
        (0, 0.87, 6, [0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        (0, 0.87, 3, [0, 0.5, 1.0]),
        (59_000, 275_000, 7, [50_000, 100_000, 150_000, 200_000, 250_000, 300_000]),
        (3, 3, 4, [3]),
    ],
)
def test_ticks_are_round_and_reach_around_the_data(low, high, most, expected):
    assert drawing.ticks(low, high, most) == pytest.approx(expected)


def test_a_scale_is_straight():
    scale = Scale(0, 2, 100, 200)
    assert [scale(value) for value in (0, 1, 2, 3)] == [100, 150, 200, 250]


def test_text_is_cut_at_words_and_a_long_word_has_its_own_line():
    assert drawing.wrap("a bb ccc", 10_000) == ["a bb ccc"]
    assert drawing.wrap("one incomprehensibilities two", 60) == ["one", "incomprehensibilities", "two"]
    assert drawing.wrap("", 60) == []


@pytest.mark.parametrize(
    ("mark", "course"),
    [
        ("disc", 'd="M10,20h.01" stroke="var(--sb-blue)" stroke-width="9" stroke-linecap="round"'),
        ("square", 'd="M10,20h.01" stroke="var(--sb-blue)" stroke-width="8.1" stroke-linecap="square"'),
        ("triangle", 'd="M10,14.1L15.7,24.4L4.3,24.4z" fill="var(--sb-blue)"'),
        ("diamond", 'd="M10,13.5L16.5,20L10,26.5L3.5,20z" fill="var(--sb-blue)"'),
    ],
)
def test_each_mark_has_a_shape_of_its_own(dataset, mark, course):
    canvas = Canvas("test", WIDE)
    canvas.marks(dataset.roles[0].model_copy(update={"mark": mark}), [(10, 20)])
    assert f"<path {course}/>" in canvas.content()


def test_each_filling_has_a_pattern_of_its_own(dataset):
    found = set()
    for fill in ("hatched", "dotted", "striped"):
        canvas = Canvas("test", WIDE)
        role = dataset.roles[0].model_copy(update={"fill": fill})
        canvas.area(0, 0, 9, 9, canvas.fill(role))
        found.add(canvas.content())
        assert "<pattern " in canvas.content()
    assert len(found) == 3
    assert canvas.fill(dataset.roles[0]) == "var(--sb-blue)"


def test_a_legend_that_is_too_long_goes_on_in_the_next_line(three):
    canvas = Canvas("test", NARROW)
    canvas.legend(three.roles, 13, has_areas=True)
    drawn = ElementTree.fromstring(canvas.svg(""))
    names = {each.text: float(each.get("y")) for each in drawn.iter(f"{SVG}text")}
    assert names["Data scientists"] == names["ML engineers"] < names["Data engineers"]


def test_what_is_painted_alike_is_one_element():
    canvas = Canvas("test", WIDE)
    canvas.line(0, 1, 5, 1)
    canvas.line(0, 2, 0, 7)
    canvas.line(0, 3, 4, 9)
    canvas.area(1, 1, 2, 2, "red")
    assert canvas.content() == (
        '<path d="M0,1H5M0,2V7M0,3L4,9" stroke="var(--sb-rule)" stroke-width="1" fill="none"/>'
        '<path d="M1,1h2v2h-2z" fill="red"/>'
    )


def test_a_source_that_calls_a_role_otherwise_is_quoted(dataset):
    figures = [figure for figure in dataset.figures.values() if figure.source == "poll"]
    assert own_labels(dataset, figures) == ["seconds as “the second/other”"]
    assert own_labels(dataset, [dataset.figures["survey/python"]]) == []
