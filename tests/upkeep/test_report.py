"""The report on the age of data and on links."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sidebyside.__main__ import main
from sidebyside.project import Project, examine
from sidebyside.upkeep import online, report
from sidebyside.upkeep.online import Answer


@pytest.fixture
def small(sound: Path) -> Project:
    return examine(sound)


def test_every_address_is_named_with_what_names_it(small: Project) -> None:
    found = report.addresses(small.dataset, small.chapters)
    assert list(found) == sorted(found)
    for source in small.dataset.sources:
        assert f"source {source.id}" in found[source.address]
        if source.licence.address:
            assert f"source {source.id}" in found[source.licence.address]
    for publication in small.dataset.publications:
        assert f"publication {publication.id}" in found[publication.address]


def test_an_address_that_a_chapter_names_is_found(sound: Path) -> None:
    home = sound / "docs/index.md"
    home.write_text(home.read_text() + "\nSee [there](https://example.org/typed).\n")
    project = examine(sound)
    assert report.addresses(project.dataset, project.chapters)["https://example.org/typed"] == ["docs/index.md"]


def test_the_oldest_comes_first_with_its_days(small: Project) -> None:
    found = report.ages(small.dataset)
    assert [each.on for each in found] == sorted(each.on for each in found)
    data = small.dataset
    assert len(found) == len(data.sources) + len(data.publications) + len(data.resources)
    first = found[0]
    assert report.Read("source", "x", date(2026, 1, 1)).age(date(2026, 3, 2)) == 60
    assert f"| {first.age(date(2030, 1, 1))} | {first.on} | {first.kind} {first.id} |" in report.report(
        data, small.chapters, date(2030, 1, 1)
    )


def test_figures_are_as_old_as_the_newest_year_that_has_come(small: Project) -> None:
    evidence = small.dataset.evidence[0]
    first, *others = (figure.model_copy(update={"period": None}) for figure in evidence.figures)
    named = [first.model_copy(update={"period": "May 2019"}), *others]
    periods = {"2020 to 2034": (2019, 2020), "2026": (2019, 2026), "version 1.2.1": (2019, 2019)}
    for period, (oldest, newest) in periods.items():
        changed = evidence.model_copy(update={"period": period, "figures": tuple(named)})
        data = replace(small.dataset, evidence=(changed,))
        [found] = report.years(data, date(2026, 6, 1))
        assert found == report.Dated(evidence.source, len(named), oldest, newest)
        assert found.is_overdue(date(2026, 6, 1)) == (newest <= 2023)


def test_what_names_no_year_comes_last_and_is_not_overdue(small: Project) -> None:
    evidence = [
        each.model_copy(update={"period": period, "figures": each.figures[:1]})
        for each, period in zip(small.dataset.evidence, ("version 3", "2025", "2021"), strict=False)
    ]
    plain = [
        each.model_copy(update={"figures": tuple(f.model_copy(update={"period": None}) for f in each.figures)})
        for each in evidence
    ]
    found = report.years(replace(small.dataset, evidence=tuple(plain)), date(2026, 6, 1))
    assert [each.newest for each in found] == [2021, 2025, None]
    assert [each.is_overdue(date(2026, 6, 1)) for each in found] == [True, False, False]


def test_what_is_overdue_says_what_to_do(small: Project) -> None:
    early = report.report(small.dataset, small.chapters, min(each.on for each in report.ages(small.dataset)))
    late = report.report(small.dataset, small.chapters, date(2040, 1, 1))
    assert "read it again" not in early
    assert late.count("| read it again |") == len(report.ages(small.dataset))
    assert f"{len(report.ages(small.dataset))} of {len(report.ages(small.dataset))}: more than 365 days ago." in late
    assert "| look for a newer edition |" in late


def test_the_report_has_a_line_for_what_is_not_simply_there(small: Project) -> None:
    address = small.dataset.sources[0].address
    answers = [
        Answer("https://example.org/a", "moved", "moved to https://example.org/b"),
        Answer(address, "gone", "404 Not | Found"),
        Answer("https://example.org/c", "there", "200"),
    ]
    said = report.report(small.dataset, small.chapters, date(2030, 1, 1), answers)
    assert "3 addresses: 1 gone, 1 moved, 0 unclear, 0 refused, 0 led on, 1 there." in said
    assert rf"| {address} | 404 Not \| Found | source {small.dataset.sources[0].id}" in said
    assert said.index("### Gone") < said.index(address) < said.index("### Moved")
    assert "https://example.org/c" not in said


def test_copies_that_the_archive_has_are_lines_to_paste(sound: Path) -> None:
    project = examine(sound)
    source, *others = report.unarchived(project.dataset)
    copy = f"https://web.archive.org/web/20261120093000/{source.address}"
    said = report.report(project.dataset, project.chapters, date(2030, 1, 1), [], {source.address: copy})
    every = len(others) + 1
    assert f"0 of {every} sources and publications name one." in said
    assert f"- data/sources.yml, {source.id}: `    archived: {copy}`" in said
    assert f"It said nothing of {len(others)}: {', '.join(each.id for each in others)}." in said

    file = sound / source.file
    line = f"    address: {source.address}\n"
    file.write_text(file.read_text().replace(line, f"{line}    archived: {copy}\n"))
    project = examine(sound)
    assert project.mistakes == []
    assert report.unarchived(project.dataset) == others
    assert f"1 of {every} sources and publications name one." in report.report(project.dataset, [], date(2030, 1, 1))


@pytest.mark.parametrize(("state", "status"), [("gone", 1), ("unclear", 0), ("moved", 0)])
def test_the_command_fails_where_something_is_gone(
    sound: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, state: online.State, status: int
) -> None:
    copy = "https://web.archive.org/web/20261120093000/https://example.org/survey"
    monkeypatch.setattr(online, "asked", lambda found: [online.Answer(each, state, "said") for each in found])
    monkeypatch.setattr(online, "copies", lambda wanted: [(each, copy) for each, _ in wanted])
    assert main(["--root", str(sound), "upkeep", "--online"]) == status
    said = capsys.readouterr().out
    assert f"### {state.capitalize()}" in said
    assert f"survey: `    archived: {copy}`" in said


def test_the_command_prints_the_ages_and_asks_nobody_unless_told(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(root), "upkeep"]) == 0
    said = capsys.readouterr().out
    assert "| source kaggle-2022 |" in said
    assert "of which none was asked for" in said
