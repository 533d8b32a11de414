"""Tables of figures: kinds beside each other, claims with their verdicts, ladders, single numbers, variants."""

import re
from html import unescape

import pytest

from sidebyside.load import load
from sidebyside.model import FEW, LEAST
from sidebyside.render.calling import CallError
from sidebyside.render.calls import Calls
from sidebyside.render.lines import LineMaker
from sidebyside.render.links import Links


@pytest.fixture
def dataset(sound):
    return load(sound)[0].dataset


@pytest.fixture
def calls(dataset):
    return Calls(dataset, Links("index.md"))


@pytest.fixture
def made(dataset):
    """Gives the lines of the row of the market with this id."""
    table = dataset.tables["market"]
    maker = LineMaker(dataset, Links("index.md"), table, table.rows)
    return lambda id_: maker.lines(next(row for row in table.rows if row.id == id_))


def words(fragment: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", fragment))).strip()


def numbers(line) -> list[str]:
    return [cell.number.replace("\u00a0", " ") for cell in line.cells] if line else []


# Kinds beside each other


def test_each_kind_has_its_own_numbers_and_no_number_is_made_of_two(made):
    found = made("python-use-and-adverts")
    assert numbers(found.lead) == ["60.0 %", "80.0 %"]
    assert numbers(found.lead.beside[0]) == ["75.0 %", "45.0 %"]


def test_a_second_source_of_the_first_kind_has_a_line_below_without_the_other_kind(made):
    [further] = made("python-use-and-adverts").further
    assert (further.name, numbers(further), further.beside) == ("Poll 2025", ["50.0 %", "53.3 %"], (None,))


def test_kinds_that_point_opposite_ways_are_said_to(made):
    assert "Answers and adverts point opposite ways." in made("python-use-and-adverts").lead.notes


def test_a_row_with_one_kind_only_says_nothing_about_agreement(made):
    assert made("containers-in-adverts").lead.notes == ()
    assert made("sql-in-use").lead.notes == ()


def test_a_difference_that_is_clear_in_one_kind_only_is_said_to_be(sound):
    path = sound / "data" / "evidence" / "wish.yml"
    path.write_text(path.read_text().replace("difference: [-0.4, -0.2]", "difference: [-0.4, 0.2]"))
    dataset = load(sound)[0].dataset
    table = dataset.tables["market"]
    maker = LineMaker(dataset, Links("index.md"), table, table.rows)
    assert "Clear in answers only." in maker.lines(table.rows[0]).lead.notes


def test_the_table_has_columns_for_each_kind_and_says_where_there_is_no_figure(calls):
    table = calls.side_by_side("market", id="t")
    assert table.count('colspan="3">Answers') == 1
    assert "Adverts <span" in table  # with the base that all its numbers share
    assert words(table).count("no figure") == 2
    assert 'data-kind="Adverts"' in table


def test_rows_are_chosen_and_sorted_by_the_column_that_is_named(calls):
    table = calls.side_by_side("market", id="t", only="clear", sort="difference", by="advert")
    rows = [words(row) for row in re.findall(r'<th scope="row".*?</th>', table, re.DOTALL)]
    assert [row.split()[0] for row in rows if not row.startswith("Poll")] == ["Python", "Containers"]
    with pytest.raises(CallError, match="no column of kind 'official'"):
        calls.side_by_side("market", id="t", by="official")


# Few answers


def test_a_number_that_rests_on_few_carries_a_warning_and_one_on_too_few_is_not_shown(calls):
    assert (FEW, LEAST) == (30, 10)
    entry = words(calls.figures("wish", "tools"))
    assert "60.0 % 40.0 to 80.0 12 of 20 few: n 20" in entry
    assert "too few to show" in entry
    assert "22.2" not in entry  # 2 of 9


def test_a_sentence_cannot_name_a_number_that_is_not_shown(calls):
    with pytest.raises(CallError, match="rests on fewer than 10 for 'second'; it is not shown"):
        calls.figure("wish/python-there", "second")
    with pytest.raises(CallError, match="there is no difference"):
        calls.difference("wish/python-there")


@pytest.mark.parametrize(("n", "shown"), [(29, "few: n 29"), (30, "30")])
def test_a_distribution_on_few_values_carries_the_warning_in_its_table(sound, n, shown):
    path = sound / "data" / "evidence" / "survey.yml"
    path.write_text(path.read_text().replace("{n: 40, p10", f"{{n: {n}, p10"))
    found = Calls(load(sound)[0].dataset, Links("index.md")).distributions("survey/pay", id="t", title="Pay")
    assert f"{shown} " in words(found) + " "


def test_a_distribution_on_too_few_values_is_not_shown(sound):
    path = sound / "data" / "evidence" / "survey.yml"
    path.write_text(path.read_text().replace("{n: 40, p10", "{n: 9, p10"))
    calls = Calls(load(sound)[0].dataset, Links("index.md"))
    assert "100,030" not in calls.distributions("survey/pay", id="t", title="Pay")
    assert "100,030" not in calls.figures("survey", "pay").partition("Wage")[0]
    with pytest.raises(CallError, match="fewer than 10"):
        calls.pay("survey/pay", "first")


# Claims


def test_a_claim_has_its_verdict_its_figures_who_says_it_and_its_anchor(calls):
    found = calls.claims("said")
    assert 'id="claim-python"' in found
    first, second, third = (words(each) for each in found.split('<div class="sb-claim')[1:])
    assert "The second writes Python more." in first
    assert "Partly supported by the rule for “more”" in first
    assert "answers, Survey 2022" in first
    assert "20.0 points more ■ seconds 10.2 to 30.3" in first
    assert "no clear difference 3.3 points more ■ seconds −14.1 to 20.5" in first
    assert "Said by A neighbor, What I heard" in first
    assert "threshold: above 55.0 %" in second
    assert "95 % interval 50.2 to 69.1" in second
    assert "Cannot be tested" in third
    assert "What would be needed: A diary of both." in third


def test_the_filter_counts_every_verdict(calls):
    found = words(calls.verdicts())
    assert "all 3" in found
    assert "partly supported 2" in found
    assert "contradicted 0" in found
    assert "cannot be tested 1" in found


def test_text_of_a_claim_is_shown_as_it_is(sound):
    path = sound / "data" / "claims.yml"
    path.write_text(path.read_text().replace("Nobody has looked.", "<b>Nobody</b> {{ 7*7 }} *looked*."))
    found = Calls(load(sound)[0].dataset, Links("index.md")).claims("said")
    assert "<b>" not in found
    assert "&lt;b&gt;Nobody" in found or "&#60;b&#62;Nobody" in found
    assert "{{" not in found
    assert "*looked*" not in found


def test_claims_of_no_group_are_refused(calls):
    with pytest.raises(CallError, match="no group 'sayd' of claims; did you mean 'said'"):
        calls.claims("sayd")
    with pytest.raises(CallError, match="no verdict 'right'"):
        calls.count("claims", "right")


def test_publications_are_listed_with_how_often_they_are_quoted(calls):
    found = calls.publications(id="p")
    assert 'id="publication-gossip"' in found
    assert words(found).endswith("What I heard A neighbor 2020 2026-11-21 3")


def test_an_archived_copy_is_shown_where_one_is_known(sound):
    for name, id_ in (("sources", "survey"), ("publications", "gossip")):
        file, address = sound / f"data/{name}.yml", f"    address: https://example.org/{id_}\n"
        copy = f"https://web.archive.org/web/20261120093000/https://example.org/{id_}"
        file.write_text(file.read_text().replace(address, f"{address}    archived: {copy}\n"))
    calls = Calls(load(sound)[0].dataset, Links("index.md"))
    about, listed = calls.about_source("survey"), calls.publications(id="p")
    assert 'href="https://web.archive.org/web/20261120093000/https://example.org/survey"' in about
    assert "Archived copy https://web.archive.org/web/20261120093000/https://example.org/survey Read" in words(about)
    assert 'href="https://web.archive.org/web/20261120093000/https://example.org/gossip"' in listed
    assert words(listed).endswith("2026-11-21, archived copy 3")
    assert "rchived copy" not in calls.about_source("poll")


# Ladders, single numbers, variants


def test_a_ladder_has_a_column_for_each_step_and_says_what_is_not_asked(calls):
    found = calls.ladder("survey", id="l", title="Steps")
    rows = [words(row) for row in re.findall(r'<tr class="sb-own">.*?</tr>', found, re.DOTALL)]
    assert rows == ["Statistics Working Expert", "Systems not asked Working"]
    assert 'data-label="Junior"' in found
    assert 'href="data/sources/survey/#junior-statistics"' in found
    assert "grade 2" in words(found)


def test_a_ladder_of_a_source_without_steps_is_refused(calls):
    with pytest.raises(CallError, match="'poll' has no topic 'steps'"):
        calls.ladder("poll", id="l", title="Steps")


def test_single_numbers_have_their_interval_and_period_only_where_they_say_something(calls):
    found = words(calls.estimates("survey/employment", id="e", title="Employed"))
    assert found.endswith("Number 95 % interval Period Employment 262,440 256,782 to 268,098 2022")
    alone = words(calls.estimates("survey/wage", id="e", title="Wages"))
    assert "interval" not in alone
    assert "Wage: developers" in alone
    with pytest.raises(CallError, match="'survey/entry' is no number"):
        calls.estimates("survey/entry", id="e", title="Entries")


def test_variants_stand_below_the_whole_with_whether_the_sign_holds(calls):
    found = calls.robustness("wish/python", id="r", title="Again")
    rows = [words(row) for row in re.findall(r'<tr class="sb-own">.*?</tr>', found, re.DOTALL)]
    assert rows[0].startswith("all 75.0 % 45.0 % 30.0 points more ● firsts")
    assert rows[1].startswith("here 50.0 % 60.0 % few: n 20")
    assert rows[1].endswith("turns, not clear")
    assert rows[2].endswith("too few to tell")


def test_a_figure_without_variants_is_refused(calls):
    with pytest.raises(CallError, match="'survey/python' was not computed in parts"):
        calls.robustness("survey/python", id="r", title="Again")


def test_the_history_shows_versions_and_ids(calls):
    found = words(calls.changes())
    assert found.startswith("0.1.0 2026-11-20 The beginning. Added 1 figures")
    assert "survey/python" in found


def test_the_feed_of_changes_is_linked(calls):
    found = calls.feed("what is new")
    assert found == '<a type="application/atom+xml" href="data/changes.xml">what is new</a>'
