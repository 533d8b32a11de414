"""What the first page and the summary lean on is computed again in parts, and the method page shows the result."""

import re

import pytest
from jinja2 import nodes

from sidebyside import derive
from sidebyside.chapters import read
from sidebyside.load import load
from sidebyside.model import LEAST, EstimateFigure
from sidebyside.render import numbers
from sidebyside.render.calls import Calls
from sidebyside.render.links import Links

FIRST, SECOND = "data-scientist", "machine-learning-engineer"


@pytest.fixture(scope="module")
def dataset(root):
    return load(root)[0].dataset


@pytest.fixture(scope="module")
def chapters(root):
    return {chapter.page: chapter for chapter in read(root / "docs")[0]}


def called(chapter, name: str):
    return [call for call in chapter.template.find_all(nodes.Call) if getattr(call.node, "name", None) == name]


@pytest.fixture(scope="module")
def shown(chapters) -> set[str]:
    """The figures in the table of the method page."""
    [call] = called(chapters["data/method.md"], "robustness")
    return {argument.value for argument in call.args}


@pytest.fixture(scope="module")
def leaned_on(dataset, chapters) -> set[str]:
    """The figures with an interval that the summary and the cards of the first page compare."""
    on_cards = Calls(dataset, Links("index.md")).role_cards(
        id="c", table="tools", rows=[(label.value, id_.value, "") for label, id_ in _rows(chapters["index.md"])]
    )
    ids = {
        f"{source}/{name}" for source, name in re.findall(r'href="data/sources/([a-z0-9-]+)/#([a-z0-9-]+)"', on_cards)
    }
    ids |= {id_ for row in dataset.tables["glance"].rows for id_ in row.evidence}
    found = set()
    for figure in (dataset.figures[id_] for id_ in ids):
        difference = derive.difference(figure, FIRST, SECOND)
        # A premium at equal seniority is itself a difference within strata.
        if difference and difference.interval and not isinstance(figure, EstimateFigure):
            found.add(figure.id)
    return found


def _rows(chapter):
    [call] = called(chapter, "role_cards")
    [rows] = [kw.value for kw in call.kwargs if kw.key == "rows"]
    return [row.items[:2] for row in rows.items]


def test_everything_that_the_summaries_lean_on_is_in_the_table(leaned_on, shown):
    assert len(leaned_on) >= 10
    assert leaned_on <= shown


def test_surveys_and_adverts_have_a_variant_for_each_stratum_and_pay_one_that_counts_repeats(dataset, shown):
    expected = {"kaggle-2022": 5, "stackoverflow-2025": 2, "adverts-2024": 2, "aijobs": 1}
    for id_ in shown:
        variants = [figure for figure in dataset.figures.values() if figure.variant_of == id_]
        assert len(variants) == expected[id_.partition("/")[0]], id_


def test_a_variant_differs_from_its_whole_only_in_who_is_counted(dataset):
    for figure in dataset.figures.values():
        if figure.variant_of and figure.kind != "pay-band":
            whole = dataset.figures[figure.variant_of]
            assert (figure.unit, figure.kind, figure.filter) == (whole.unit, whole.kind, whole.filter)
            for role, value in figure.values.items():
                assert LEAST <= numbers.counted(value) < numbers.counted(whole.values[role])


def test_strata_of_one_division_add_up_to_the_whole(dataset):
    """Everybody has a country, and everybody an age."""
    figures = dataset.figures
    for name in ("pytorch", "activity-analyze", "education-master-or-higher"):
        whole = figures[f"kaggle-2022/{name}"].values
        for division in (("in-india", "in-the-us", "in-other-countries"), ("under-30", "30-or-older")):
            parts = [figures[f"kaggle-2022/{name}-{part}"].values for part in division]
            for role in (FIRST, SECOND):
                assert sum(part[role].count for part in parts) == whole[role].count
                assert sum(part[role].of for part in parts) == whole[role].of
    whole = figures["adverts-2024/kubernetes"].values
    parts = [figures[f"adverts-2024/kubernetes-{part}"].values for part in ("us", "elsewhere")]
    for role in (FIRST, SECOND):
        assert sum(part[role].count for part in parts) == whole[role].count
        assert sum(part[role].of for part in parts) == whole[role].of
