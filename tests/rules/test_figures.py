"""Rules about figures, each on the small project with one thing changed."""

import pytest

FILE = "data/evidence/survey.yml"


def test_a_file_of_an_unknown_source(broken_by):
    found = broken_by(FILE, "source: survey", "source: survy")
    assert f"{FILE}:1:9: evidence.source: no source 'survy'; did you mean 'survey'?" in found
    assert (
        f"{FILE}:1:9: evidence.source: the source is 'survy', but the file is named 'survey'; make them alike" in found
    )
    assert f"{FILE}:15:9: evidence.survey/python.id: 'survey/python' must begin with 'survy/'" in found


def test_evidence_from_other_files(broken_by):
    assert broken_by(FILE, "00ab", "00cd") == [
        f"{FILE}:12:5: evidence.files.1: survey/answers.csv with this sha256 is not among the files of 'survey' "
        "in data/sources.yml; run make evidence"
    ]


def test_computed_from_no_files(broken_by):
    old = f"files:\n  - path: survey/answers.csv\n    sha256: {'0' * 62}ab\n"
    assert broken_by(FILE, old, "") == [
        f"{FILE}:2:9: evidence.origin: computed, but from no files; name them under files"
    ]


def test_kind_that_the_source_has_not(broken_by):
    found = broken_by("data/sources.yml", "kinds: [usage, pay-band, official,", "kinds: [usage, official,")
    assert found == [
        f"{FILE}:32:5: evidence.survey/pay: kind 'pay-band', but the source 'survey' has only usage, official, "
        "framework, taxonomy; correct one of them"
    ]


def test_method_that_does_not_fit(broken_by):
    found = broken_by(FILE, "interval: relative-standard-error", "interval: wilson")
    assert found == [
        f"{FILE}:56:5: evidence.survey/employment: the interval method 'wilson' does not fit 'estimate'; "
        "possible are relative-standard-error, bootstrap, none"
    ]


def test_unit_that_does_not_fit(broken_by):
    assert broken_by(FILE, "unit: share\n", "unit: jobs\n")[0] == (
        f"{FILE}:15:5: evidence.survey/python: the unit 'jobs' does not fit 'share'; possible are share"
    )


def test_a_derived_interval_that_is_stored(broken_by):
    assert broken_by(FILE, "{count: 60, of: 100}", "{count: 60, of: 100, interval: [0.5, 0.7]}") == [
        f"{FILE}:22:45: evidence.survey/python.values.first.interval: the interval is derived by 'wilson'; "
        "remove it, or name the method that it is from"
    ]


def test_an_interval_by_no_method(broken_by):
    assert broken_by(FILE, "{median: 90000}", "{median: 90000, interval: [80000, 95000]}") == [
        f"{FILE}:55:45: evidence.survey/wage.values.developers.interval: an interval, but the figure's interval "
        "method is 'none'; name the method, or remove it"
    ]


def test_a_stored_interval_that_is_missing(broken_by):
    assert broken_by(FILE, ", interval: [95000, 105000]", "") == [
        f"{FILE}:42:14: evidence.survey/pay.values.first: no interval, but 'exact-median' cannot be derived; "
        "store it, or say 'none'"
    ]


def test_an_interval_of_clusters_without_their_number(broken_by):
    old = "    values:\n      first: {count: 50, of: 100}\n      second: {count: 245, of: 500}"
    new = (
        "    interval: cluster-bootstrap\n    difference: [-0.1, 0.1]\n    values:\n"
        "      first: {count: 50, of: 100, clusters: 9, interval: [0.4, 0.6]}\n"
        "      second: {count: 245, of: 500, interval: [0.4, 0.6]}"
    )
    assert broken_by(FILE, old, new) == [
        f"{FILE}:33:15: evidence.survey/sql.values.second: the number of clusters is missing; add it"
    ]


def test_count_beyond_its_base(broken_by):
    assert broken_by(FILE, "count: 60, of: 100", "count: 101, of: 100") == [
        f"{FILE}:22:22: evidence.survey/python.values.first.count: "
        "101 is out of range; it must be at most the base, 100"
    ]


def test_quantiles_out_of_order(broken_by):
    assert broken_by(FILE, "p25: 90020", "p25: 70020") == [
        f"{FILE}:42:39: evidence.survey/pay.values.first.p25: p25 is 70020, less than p10, 80010; correct one of them"
    ]


def test_value_outside_its_interval(broken_by):
    assert broken_by(FILE, "interval: [95000, 105000]", "interval: [105000, 95000]") == [
        f"{FILE}:42:98: evidence.survey/pay.values.first.interval: 105000 to 95000 leaves out the value, 100030; "
        "correct one of them"
    ]


ADVERTS = "data/evidence/wish.yml"


def test_a_difference_of_resampled_values_is_stored(broken_by):
    assert broken_by(ADVERTS, "    difference: [0.1, 0.3]\n", "") == [
        f"{ADVERTS}:46:5: evidence.wish/containers: the interval of the difference is missing; store it"
    ]


def test_a_difference_that_can_be_derived_is_not_stored(broken_by):
    assert broken_by(FILE, "    filter: \"Q1: 'Python'\"\n", "    difference: [0.1, 0.3]\n") == [
        f"{FILE}:19:17: evidence.survey/python.difference: "
        "the interval of the difference follows from 'wilson', or there is none; remove it"
    ]


def test_a_difference_lies_in_its_interval(broken_by):
    assert broken_by(ADVERTS, "difference: [0.1, 0.3]", "difference: [0.25, 0.3]") == [
        f"{ADVERTS}:51:17: evidence.wish/containers.difference: "
        "0.25 to 0.3 leaves out the difference, 0.2; correct one of them"
    ]


def test_a_variant_is_one_of_a_figure_that_exists(broken_by):
    assert broken_by(ADVERTS, "variant_of: wish/python\n", "variant_of: wish/pythn\n") == [
        f"{ADVERTS}:30:17: evidence.wish/python-here.variant_of: no figure 'wish/pythn'; did you mean 'wish/python'?"
    ]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (FILE, "{count: 50, of: 100}", "{count: 100, of: 100}"),
        (FILE, "p25: 90020", "p25: 80010"),
        (FILE, "interval: [95000, 105000]", "interval: [100030, 105000]"),
        (FILE, "interval: [95000, 105000]", "interval: [95000, 100030]"),
    ],
)
def test_what_is_just_possible(broken_by, name, old, new):
    assert broken_by(name, old, new) == []


@pytest.mark.parametrize("interval", ["[-0.25, 0.3]", "[-0.7, -0.25]"])
def test_a_difference_at_the_end_of_its_interval(broken_by, interval):
    assert broken_by(ADVERTS, "{count: 2, of: 9, clusters: 9,", "{count: 3, of: 12, clusters: 9,") == []
    assert broken_by(ADVERTS, "[-0.7, 0.3]", interval) == []


def test_one_resampled_value_has_no_difference(broken_by):
    alone = "      second: {count: 2, of: 9, clusters: 9, interval: [0, 0.5]}\n"
    assert broken_by(ADVERTS, alone, "") == [
        f"{ADVERTS}:40:17: evidence.wish/python-there.difference: "
        "the interval of the difference follows from 'cluster-bootstrap', or there is none; remove it"
    ]
    assert broken_by(ADVERTS, "    difference: [-0.7, 0.3]\n", "") == []


def test_a_stored_difference_is_about_the_two_that_come_first(broken_by):
    old = "      first: {count: 20, of: 200, clusters: 90, interval: [0.05, 0.15]}\n"
    assert broken_by(ADVERTS, old, old.replace("first", "developers") + old) == [
        f"{ADVERTS}:51:17: evidence.wish/containers.difference: "
        "the interval of the difference follows from 'cluster-bootstrap', or there is none; remove it"
    ]


def test_a_difference_that_others_resampled_may_be_unknown(broken_by):
    assert broken_by(ADVERTS, "origin: computed", "origin: transcribed") == []
    assert broken_by(ADVERTS, "    difference: [0.1, 0.3]\n", "") == []


def test_each_file_is_held_to_its_own_source(broken_by):
    found = broken_by("data/sources.yml", "id: poll", "id: pol")
    assert any(mistake.startswith("data/evidence/poll.yml") for mistake in found)
    found = broken_by(FILE, "00ab", "00cd")
    assert any("survey/answers.csv with this sha256 is not among the files of 'survey'" in each for each in found)
    found = broken_by("data/sources.yml", "kinds: [usage, pay-band, official,", "kinds: [usage, official,")
    assert any("kind 'pay-band', but the source 'survey' has only" in each for each in found)
