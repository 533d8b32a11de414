"""The history of the data: what two states differ in, and which version follows."""

import subprocess
import tomllib

import pytest
import yaml

from sidebyside import changes
from sidebyside.__main__ import main
from sidebyside.load import load

NOTHING = {"added": {}, "removed": {}, "changed": ()}


@pytest.fixture
def between(sound, tmp_path):
    """Changes one text in one file of the small project and gives what is different from before."""

    def compared(name: str, old: str, new: str):
        before = changes.read(sound / "data")
        path = sound / "data" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return changes.compare(before, changes.read(sound / "data"))

    return compared


def test_the_same_state_differs_in_nothing(sound):
    state = changes.read(sound / "data")
    assert changes.compare(state, state) == NOTHING


def test_words_may_change_without_an_entry(between):
    assert between("evidence/survey.yml", "title: Python", "title: The language Python") == NOTHING


def test_a_number_that_changed_is_told_with_what_it_was(between):
    [change] = between("evidence/survey.yml", "first: {count: 60, of: 100}", "first: {count: 61, of: 100}")["changed"]
    assert (change.figure, change.value, change.before, change.after) == ("survey/python", "first count", "60", "61")


def test_an_interval_that_came_or_went_is_a_change_too(between):
    [change] = between("evidence/wish.yml", "    difference: [-0.4, -0.2]\n", "")["changed"]
    assert (change.value, change.before, change.after) == ("difference", "-0.4 to -0.2", None)


@pytest.mark.parametrize(
    ("name", "old", "namespace", "id_"),
    [
        ("tools.yml", "id: cloud", "rows", "tools/cloud"),
        ("sections.yml", "id: home-tools", "sections", "home-tools"),
        ("claims.yml", "id: claim-time", "claims", "claim-time"),
        ("publications.yml", "id: gossip", "publications", "gossip"),
        ("glossary.yml", "id: feature-store", "terms", "feature-store"),
        ("resources.yml", "id: course", "resources", "course"),
        ("grids/steps.yml", "id: look", "rows", "grids/steps/look"),
        ("sources.yml", "id: poll", "sources", "poll"),
        ("evidence/survey.yml", "id: survey/wage", "figures", "survey/wage"),
    ],
)
def test_another_id_is_one_gone_and_one_come(between, name, old, namespace, id_):
    found = between(name, old, old + "-again")
    assert found["removed"] == {namespace: (id_,)}
    assert found["added"] == {namespace: (f"{id_}-again",)}


@pytest.mark.parametrize(
    ("difference", "version"),
    [
        ({"removed": {"figures": ("a/b",)}, "added": {"figures": ("a/c",)}, "changed": ("x",)}, "2.0.0"),
        ({"removed": {}, "added": {"figures": ("a/c",)}, "changed": ("x",)}, "1.3.0"),
        ({"removed": {}, "added": {}, "changed": ("x",)}, "1.2.4"),
    ],
)
def test_what_differs_makes_the_version(difference, version):
    assert changes.next_version("1.2.3", difference) == version


def test_the_first_version_is_given(sound):
    assert changes.next_version(None, NOTHING) == "0.1.0"
    with pytest.raises(changes.ChangesError, match="nothing differs"):
        changes.next_version("1.2.3", NOTHING)


def test_the_command_compares_with_a_revision_and_writes_an_entry_that_the_site_can_read(sound, capsys):
    git = ["git", "-C", str(sound), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "before"]):
        subprocess.run([*git, *arguments], check=True)
    path = sound / "data" / "evidence" / "survey.yml"
    path.write_text(path.read_text().replace("{count: 60, of: 100}", "{count: 59, of: 100}"))
    command = ["--root", str(sound), "changes", "HEAD", "--note", "Counted anew.", "--date", "2026-12-01"]
    assert main(command) == 0
    assert capsys.readouterr().out.startswith("0.1.1:")
    newest, first = load(sound)[0].dataset.releases
    assert (newest.version, newest.date.isoformat(), newest.note) == ("0.1.1", "2026-12-01", "Counted anew.")
    assert [change.after for change in newest.changed] == ["59"]
    assert first.version == "0.1.0"


def test_a_revision_that_does_not_exist_is_a_clear_error(sound, capsys):
    subprocess.run(["git", "-C", str(sound), "init", "-q"], check=True)
    assert main(["--root", str(sound), "changes", "v9", "--note", "x"]) == 1
    assert capsys.readouterr().err.startswith("no revision 'v9': ")


def test_the_newest_release_is_that_of_the_package_and_of_the_citation(root):
    newest = load(root)[0].dataset.releases[0]
    assert tomllib.loads((root / "pyproject.toml").read_text())["project"]["version"] == newest.version
    citation = yaml.safe_load((root / "CITATION.cff").read_text())
    assert (str(citation["version"]), citation["date-released"]) == (newest.version, newest.date)


def test_what_a_release_brought_is_there_unless_a_later_one_removed_it(root):
    current = changes.read(root / "data").ids
    releases = load(root)[0].dataset.releases
    for namespace, there in current.items():
        expected: set[str] = set()
        for release in reversed(releases):
            expected |= set(release.added.get(namespace, ()))
            expected -= set(release.removed.get(namespace, ()))
        assert expected, namespace
        assert expected <= there, namespace
