"""`make sections`: what is new is recorded, what moves is followed, what is given up leads on."""

import yaml

from sidebyside import lock, registry
from sidebyside.project import examine

REGISTRY, LOCK = "data/sections.yml", "data/sections.lock"


def update(root):
    project = examine(root)
    return registry.update(project.draft, project.chapters, root)


def change(root, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def records(root) -> dict[str, dict]:
    return {each["id"]: each for each in yaml.safe_load((root / REGISTRY).read_text())["sections"]}


def messages(root) -> list[str]:
    return [str(mistake) for mistake in examine(root).mistakes]


def test_new_ids_are_recorded_and_locked_and_nothing_else_changes(sound):
    page = sound / "docs" / "index.md"
    page.write_text(page.read_text() + "\n## New {#new}\n\n{{ side_by_side('tools', id='new-table') }}\n")
    before = (sound / REGISTRY).read_text(), (sound / LOCK).read_text()
    assert update(sound).new == ["new", "new-table"]
    assert (sound / REGISTRY).read_text().startswith(before[0])
    assert (sound / LOCK).read_text() == before[1] + "new index.md\nnew-table index.md\n"
    assert messages(sound) == []
    again = update(sound)
    assert (again.new, again.moved, again.retired, again.mended) == ([], {}, {}, {})


def test_the_first_ids_of_a_project(sound):
    (sound / REGISTRY).write_text("sections: []\n")
    (sound / LOCK).unlink()
    assert len(update(sound).new) == 40
    lacking = ("no objectives", "no level", "no section has this objective")  # which are for people to write
    assert [each for each in messages(sound) if not any(words in each for words in lacking)] == []


def test_a_heading_with_other_words_keeps_its_address(sound):
    before = (sound / REGISTRY).read_text(), (sound / LOCK).read_text()
    change(sound, "docs/index.md", "## Tools {#home-tools}", "## What they use {#home-tools}")
    assert str(update(sound)) == "0 new ids"
    assert ((sound / REGISTRY).read_text(), (sound / LOCK).read_text()) == before
    assert examine(sound).outline.entries["home-tools"].title == "What they use"


def test_a_section_that_moved_is_followed_by_record_lock_and_links(sound):
    change(sound, "docs/claims.md", "\n\n", "\n\nSee [the steps](work/case.md#case-steps).\n\n")
    text = (sound / "docs/work/case.md").read_text()
    start, end = text.index("## Steps"), text.index("## What this")
    (sound / "docs/work/case.md").write_text(text[:start] + text[end:])
    with (sound / "docs/index.md").open("a") as page:
        page.write("\n" + text[start:end])
    assert "the id 'case-steps' is recorded on work/case.md; if it has moved, run make sections" in messages(sound)[0]
    made = update(sound)
    assert made.moved == {
        "case-steps": ("work/case.md", "index.md"),
        "case-table": ("work/case.md", "index.md"),
    }
    assert made.mended == {"claims.md": 1}
    assert "[the steps](index.md#case-steps)" in (sound / "docs/claims.md").read_text()
    assert records(sound)["case-steps"]["page"] == "index.md"
    assert records(sound)["case-steps"]["objectives"] == ["judge each step of a case"]
    locked = lock.read(sound / LOCK).addresses
    assert ("case-steps", "work/case.md") in locked
    assert ("case-steps", "index.md") in locked
    assert messages(sound) == []


def test_a_page_that_moved_is_followed_by_links_from_it_and_to_it(sound):
    change(sound, "docs/index.md", "\n\n", "\n\n[A case](work/case.md), [its steps](work/case.md#case-steps).\n\n")
    (sound / "docs/check/old").mkdir()
    (sound / "docs/check/old/case.md").write_text((sound / "docs/work/case.md").read_text())
    (sound / "docs/work/case.md").unlink()
    made = update(sound)
    assert len(made.moved) == 5
    assert (
        "[A case](check/old/case.md), [its steps](check/old/case.md#case-steps)."
        in (sound / "docs/index.md").read_text()
    )
    moved = (sound / "docs/check/old/case.md").read_text()
    assert "[feature store](../glossary.md)" in moved
    assert "[The glossary](../glossary.md)" in moved
    assert messages(sound) == []
    assert update(sound).mended == {}


def test_links_in_a_section_that_moved_lead_where_they_did(sound):
    change(
        sound,
        "docs/check/glossary.md",
        "## What this",
        "## More {#more}\n\n[Here](glossary.md), [a case](../work/case.md).\n\n## What this",
    )
    update(sound)
    text = (sound / "docs/check/glossary.md").read_text()
    start, end = text.index("## More"), text.index("## What this")
    (sound / "docs/check/glossary.md").write_text(text[:start] + text[end:])
    with (sound / "docs/index.md").open("a") as page:
        page.write("\n" + text[start:end])
    assert update(sound).mended == {"index.md": 2}
    assert "[Here](check/glossary.md), [a case](work/case.md)." in (sound / "docs/index.md").read_text()


def test_a_section_that_is_split_keeps_its_id_on_its_first_part(sound):
    change(sound, "docs/work/case.md", "Drift again", "## More steps {#case-more}\n\nDrift again")
    assert update(sound).new == ["case-more"]
    assert messages(sound) == [
        message
        for message in messages(sound)
        if "sections.case-more.id: no objectives; say what a reader of this section can do afterwards" in message
    ]


def test_an_id_that_is_given_up_leads_to_the_one_that_takes_its_place(sound):
    change(sound, "docs/index.md", "\n\n", "\n\n[Steps](work/case.md#case-steps).\n\n")
    change(sound, "docs/work/case.md", "## Steps {#case-steps}\n\n", "")
    change(
        sound,
        REGISTRY,
        "level: beginner\n  - id: case-steps",
        "level: beginner\n    former: [case-steps]\n  - id: case-steps",
    )
    made = update(sound)
    assert made.retired == {"case-steps": "case"}
    assert "case-steps" not in records(sound)
    assert "[Steps](work/case.md#case)." in (sound / "docs/index.md").read_text()
    assert messages(sound) == []
    assert examine(sound).outline.leads_to("case-steps").id == "case"


def test_what_led_to_an_id_leads_on_when_that_is_given_up_too(sound):
    test_an_id_that_is_given_up_leads_to_the_one_that_takes_its_place(sound)
    text = (sound / "docs/work/case.md").read_text().replace("# A case {#case}", "# Another case {#another}")
    (sound / "docs/work/case.md").write_text(text)
    update(sound)
    change(
        sound,
        REGISTRY,
        "- id: another",
        "- id: another\n    former: [case]\n    objectives: [judge it]\n    level: advanced",
    )
    assert update(sound).retired == {"case": "another"}
    assert sorted(records(sound)["another"]["former"]) == ["case", "case-steps"]
    assert messages(sound) == []


def test_data_may_go_on_naming_an_id_that_was_given_up(sound):
    from sidebyside.render.learning import glossary
    from sidebyside.render.links import Links

    change(sound, "data/glossary.yml", "see: case", "see: case-steps")
    test_an_id_that_is_given_up_leads_to_the_one_that_takes_its_place(sound)
    shown = glossary(examine(sound).dataset, Links("check/glossary.md"))
    assert "../../work/case/#case" in [more for terms in shown.values() for _, _, more in terms]
