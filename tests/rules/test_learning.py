"""Rules about terms and resources, each on the small project with one thing changed."""

TERMS, RESOURCES = "data/glossary.yml", "data/resources.yml"


def test_a_term_that_leads_to_no_section(broken_by):
    assert broken_by(TERMS, "see: case", "see: cases") == [
        f"{TERMS}:6:10: glossary.drift.see: no section 'cases'; did you mean 'case'?"
    ]


def test_a_word_that_leads_to_two_terms(broken_by):
    assert broken_by(TERMS, "[drift, drifts]", "[drift, Features]") == [
        f"{TERMS}:7:9: glossary.feature.id: 'features' is a form of 'drift', too; a word can lead to one term only"
    ]


def test_a_term_out_of_its_alphabetic_place(broken_by):
    assert broken_by(TERMS, "name: drift", "name: zone") == [
        f"{TERMS}:7:9: glossary.feature.id: 'feature' is not in its alphabetic place",
        f"{TERMS}:11:9: glossary.feature-store.id: 'feature store' is not in its alphabetic place",
    ]


def test_a_term_may_begin_with_a_figure(broken_by):
    assert broken_by(TERMS, "name: drift", "name: 1-hot") == []


def test_two_terms_of_one_name_are_in_order(broken_by):
    assert broken_by(TERMS, "name: feature\n", "name: drift\n") == []


def test_a_resource_for_an_unknown_skill(broken_by):
    assert broken_by(RESOURCES, "skills: [systems]", "skills: [system]") == [
        f"{RESOURCES}:18:14: resources.course.skills: no skill 'system'; did you mean 'systems'?"
    ]


def test_a_gap_without_anything_to_learn_from(broken_by):
    assert broken_by(RESOURCES, "skills: [statistics, systems]", "skills: [systems]") == [
        "data/skills.yml:8:9: skills.statistics.id: its levels differ, and data/resources.yml has nothing to learn it "
        "from; add a resource"
    ]


def test_skills_that_cannot_be_read_have_no_gap(broken_by):
    [found] = broken_by("data/skills.yml", "rows:\n", "rows: [\n")
    assert "not valid YAML" in found


def test_a_skill_of_an_unknown_figure_is_asked_for_nothing_else(broken_by):
    assert broken_by("data/skills.yml", "[survey/asked-of-one]", "[survey/asked-of-on]") == [
        "data/skills.yml:18:16: skills.systems.evidence: "
        "no figure 'survey/asked-of-on'; did you mean 'survey/asked-of-one'?"
    ]


def test_a_skill_without_a_gap_needs_no_resource(sound):
    from sidebyside.load import load

    data = load(sound)[0].dataset
    assert not [each for each in data.resources if "algebra" in each.skills]
