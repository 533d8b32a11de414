"""What lists and ladders ask of the roles: ESCO's essential skills, and the UK framework at the common grade."""

import pytest
from folders import raw_folder

from sidebyside.evidence import esco, uk_framework
from sidebyside.evidence.raw import slug

DS, MLE = "data-scientist", "machine-learning-engineer"
LADDERS = """role,level_no,role_level,civil_service_grades,skill,skill_level
Data scientist,3,Data scientist,HEO/SEO,Ethics,Working
Data scientist,4,Principal data scientist,SEO/G7,Ethics,Practitioner
Data scientist,4,Principal data scientist,SEO/G7,"Maths, and more",Expert
Machine learning engineer,1,Senior machine learning engineer,SEO/G7/G6,Ethics,Practitioner
Machine learning engineer,1,Senior machine learning engineer,SEO/G7/G6,Systems,Working
Machine learning engineer,2,Lead machine learning engineer,G7/G6,Systems,Expert
"""
LISTS = """occupation,code,relation,skill
data scientist,2511.4,essential,statistics
data scientist,2511.4,essential,data mining
data scientist,2511.4,optional,cooking
artificial intelligence engineer,2511.11,essential,data mining
artificial intelligence engineer,2511.11,essential,Python (computer programming)
database designer,2511.3,essential,use databases
"""


@pytest.fixture
def ladders(tmp_path):
    def read(text: str = LADDERS):
        raw = raw_folder(tmp_path, "uk-framework", {"uk_gdad_skill_levels.csv": text})
        return {figure.name: figure for figure in uk_framework.compute(raw).figures}

    return read


@pytest.fixture
def lists(tmp_path):
    def read(text: str = LISTS):
        raw = raw_folder(tmp_path, "esco", {"esco_essential_skills.csv": text})
        return {figure.name: figure for figure in esco.compute(raw).figures}

    return read


def test_the_roles_are_compared_at_the_common_grade_only(ladders):
    found = {name: figure for name, figure in ladders().items() if figure.topic == "seo-g7"}
    assert {name: (f.values[DS].level, f.values[MLE].level) for name, f in found.items()} == {
        "ethics-seo-g7": ("practitioner", "practitioner"),
        "maths-and-more-seo-g7": ("expert", None),
        "systems-seo-g7": (None, "working"),
    }


def test_every_step_stands_on_the_ladder_of_its_role_lowest_first(ladders):
    steps = [figure for figure in ladders().values() if figure.topic == "steps"]
    assert [(figure.title, figure.values[DS].listed, figure.values[MLE].listed) for figure in steps] == [
        ("Data scientist", True, False),
        ("Principal data scientist", True, False),
        ("Senior machine learning engineer", False, True),
        ("Lead machine learning engineer", False, True),
    ]
    assert steps[0].filter == "civil service grades HEO/SEO"
    assert steps[0].labels == {}


def test_every_skill_of_every_step_has_its_level_and_the_step_as_its_label(ladders):
    found = ladders()
    assert found["lead-machine-learning-engineer-systems"].values[MLE].level == "expert"
    assert found["data-scientist-ethics"].labels == {DS: "Data scientist"}
    assert found["data-scientist-ethics"].topic == "data-scientist"
    assert len([figure for figure in found.values() if ": " in figure.title]) == 6


def test_a_step_of_another_grade_is_an_error(ladders):
    with pytest.raises(ValueError, match="no step 'Principal data scientist' that begins with grade SEO/G7"):
        ladders(LADDERS.replace("Principal data scientist,SEO/G7", "Principal data scientist,G7/G6"))


def test_a_skill_that_stands_twice_on_a_step_is_an_error(ladders):
    with pytest.raises(ValueError, match="has a skill twice"):
        ladders(LADDERS + "Data scientist,4,Principal data scientist,SEO/G7,Ethics,Expert\n")


def test_a_skill_is_listed_for_one_occupation_or_both(lists):
    found = lists()
    assert {name: (f.topic, f.values[DS].listed, f.values[MLE].listed) for name, f in found.items()} == {
        "data-mining": ("both", True, True),
        "python-computer-programming": (MLE, False, True),
        "statistics": (DS, True, False),
    }


def test_an_occupation_without_skills_is_an_error(lists):
    with pytest.raises(ValueError, match=r"no essential skill of occupation 2511\.11"):
        lists(LISTS.replace("2511.11", "2511.12"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Python (computer programming)", "python-computer-programming"), ("A, b & C/d ", "a-b-c-d")],
)
def test_a_slug_has_letters_digits_and_single_hyphens(words, expected):
    assert slug(words) == expected
