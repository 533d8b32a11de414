"""The macros as the first page of the sound project calls them."""

from pathlib import Path

import pytest

from sidebyside.load import load
from sidebyside.model import Dataset
from sidebyside.render.calls import Calls
from sidebyside.render.links import Links


@pytest.fixture
def dataset(sound: Path) -> Dataset:
    return load(sound)[0].dataset


@pytest.fixture
def calls(dataset: Dataset) -> Calls:
    return Calls(dataset, Links("index.md"))
