"""The order of a plan, and the list that it is made of, on the small project with adverts added."""

import re
from dataclasses import replace

import pytest

from sidebyside.model import Share
from sidebyside.project import examine
from sidebyside.render import planner
from sidebyside.render.calls import Calls
from sidebyside.render.links import Links, Site

SITE = Site("https://example.org/", "Which?", "", "The Authors")
COUNTS = {  # of a hundred, for each of the roles
    "wanted-more": ("advert", 10, 60),
    "wanted": ("advert", 40, 41),
    "rare": ("advert", 2, 4),
    "used": ("usage", 20, 70),
    "seldom": ("usage", 20, 22),
}


@pytest.fixture
def project(sound):
    return examine(sound)


def with_tools(dataset, counts: dict[str, tuple], extra: str = ""):
    """The dataset with other tools, each with one share for each role; `extra` is the id of a further role."""
    ids = [role.id for role in dataset.roles] + ([extra] if extra else [])
    survey = dataset.evidence_by_source["survey"]
    model = dataset.figures["survey/python"]
    figures = tuple(
        model.model_copy(
            update={
                "id": f"survey/{name}",
                "kind": kind,
                "values": {id_: Share(count=count, of=100) for id_, count in zip(ids, shares, strict=False)},
            }
        )
        for name, (kind, *shares) in counts.items()
    )
    row = dataset.tables["tools"].rows[0]
    rows = tuple(row.model_copy(update={"id": name, "evidence": (f"survey/{name}",)}) for name in counts)
    levels = {"evidence": (), "levels": dict.fromkeys(ids, "expert")}
    table = dataset.tables["skills"]
    alike = table.model_copy(update={"rows": tuple(row.model_copy(update=levels) for row in table.rows)})
    skills = {"skills": alike} if extra else {}
    others = tuple(figure for figure in survey.complete() if figure.name not in counts)
    return replace(
        dataset,
        roles=dataset.roles + ((dataset.roles[0].model_copy(update={"id": extra}),) if extra else ()),
        evidence=tuple(
            each if each is not survey else survey.model_copy(update={"figures": figures + others})
            for each in dataset.evidence
        ),
        tables=dataset.tables | {"tools": dataset.tables["tools"].model_copy(update={"rows": rows})} | skills,
    )


def order(dataset, start, goal) -> list[tuple[str, str]]:
    return [(id_, place.band) for (_, id_), place in planner.places(dataset, start, goal).items()]


def test_what_adverts_ask_for_more_comes_first_then_levels_then_what_they_ask_of_both(project):
    assert order(with_tools(project.dataset, COUNTS), "first", "second") == [
        ("wanted-more", "more"),
        ("wanted", "asked"),
        ("used", "used"),
    ]
    assert order(with_tools(project.dataset, COUNTS), "second", "first") == [
        ("statistics", "level"),
        ("wanted", "asked"),
        ("wanted-more", "asked"),
    ]


def test_without_a_start_nothing_is_compared_and_adverts_come_first(project):
    assert order(with_tools(project.dataset, COUNTS), None, "second") == [
        ("wanted-more", "asked"),
        ("wanted", "asked"),
        ("algebra", "level"),
        ("statistics", "level"),
        ("systems", "level"),
        ("used", "used"),
    ]


def test_the_numbers_of_places_follow_the_order(project):
    found = planner.places(with_tools(project.dataset, COUNTS), None, "second")
    assert [place.order for place in found.values()] == list(range(1, len(found) + 1))


def test_the_larger_share_comes_first_within_a_band(project):
    counts = {"small": ("advert", 1, 30), "large": ("advert", 1, 70), "middle": ("advert", 1, 50)}
    assert [id_ for id_, band in order(with_tools(project.dataset, counts), "first", "second")][:3] == [
        "large",
        "middle",
        "small",
    ]


def test_a_number_that_rests_on_too_few_asks_for_nothing(project):
    dataset = with_tools(project.dataset, {"few": ("advert", 1, 60)})
    figure = dataset.figures["survey/few"]
    few = figure.model_copy(update={"values": figure.values | {"second": Share(count=6, of=9)}})
    dataset.figures["survey/few"] = few
    assert ("few", "more") not in order(dataset, "first", "second")


def test_three_roles_are_compared_two_by_two(project):
    dataset = with_tools(project.dataset, {"tool": ("advert", 10, 60, 62)}, extra="third")
    figure = dataset.figures["survey/tool"].model_copy(update={"difference": (0.3, 0.6)})
    assert planner.clearly_more(dataset, figure, "first", "second") == "second"
    assert planner.clearly_more(dataset, figure, "second", "first") == "second"
    assert planner.clearly_more(dataset, figure, "second", "third") is None  # the stored one is of the first two
    assert planner.clearly_more(dataset, figure, "third", "first") == "third"
    assert order(dataset, "second", "third")[0][1] == "asked"
    assert order(dataset, "first", "third")[0] == ("tool", "more")


@pytest.fixture
def fragment(project):
    calls = Calls(project.dataset, Links("path/switch.md", SITE), project.outline)
    return calls.planner(id="x")


def test_the_list_has_every_skill_with_its_tools_levels_and_sections(fragment):
    assert re.findall(r'data-skill="([^"]*)"', fragment) == ["statistics", "systems", "algebra"]
    assert re.findall(r'data-tool="([^"]*)"', fragment) == ["python", "sql", "cloud"]
    assert fragment.count('type="checkbox"') == 6
    first = fragment.partition('data-skill="systems"')[0]
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", first.partition('data-skill="statistics"')[2]))
    assert "● First Expert ■ Second Working" in words
    assert "answers ●firsts 60.0 % ■seconds 80.0 %" in words
    assert "To read: A case; Tools" in words
    assert "To learn from: A Book (2.5 hours)" in words


def test_it_says_where_the_roles_do_not_differ_and_where_nothing_is_counted(fragment):
    sql, cloud = fragment.partition('data-tool="sql"')[2].split('data-tool="cloud"')
    assert "no clear difference" in sql
    assert "no figure" in cloud.partition("</li>")[0]


def test_places_of_all_plans_stand_at_each_row(fragment):
    assert 'data-skill="statistics" data-places="1.0:level.1 x.0:level.1 x.1:level.2"' in re.sub(
        r'data-places="([^"]*)"', lambda found: f'data-places="{" ".join(sorted(found[1].split()))}"', fragment
    )
    assert 'data-tool="python" data-places="' in fragment


def test_a_page_asks_for_the_scripts_once_and_has_no_blank_line(fragment):
    assert 'data-scripts="planner-plan planner"' in fragment
    assert "\n\n" not in fragment
    assert 'data-home="https://example.org/s/switch/"' in fragment
    assert "style=" not in fragment


def test_before_there_is_an_outline_it_is_empty(project):
    assert Calls(project.dataset, Links("path/switch.md", SITE)).planner(id="x") == ""
