"""The small project as something to publish."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sidebyside.project import examine
from sidebyside.publish.site import Published
from sidebyside.render.links import Site

ADDRESS = "https://example.org/guide/"


@pytest.fixture
def published(sound: Path) -> Callable[..., Published]:
    """Makes the small project, as it is on disk when it is called, ready to be published."""

    def make(*, folders: bool = True) -> Published:
        project = examine(sound)
        assert project.mistakes == []
        site = Site(ADDRESS, "Which?", "In short.", "The Authors", folders)
        return Published(project.dataset, project.outline, site)

    return make


@pytest.fixture
def rearranged(sound: Path, published: Callable[..., Published]) -> Callable[..., Published]:
    """The small project after a page has moved, a section was given up, and another moved to a page that stays."""
    from sidebyside import registry

    case, home, records = sound / "docs/work/case.md", sound / "docs/index.md", sound / "data/sections.yml"
    home.write_text(home.read_text() + "\n## Steps {#case-steps}\n\n{{ grid('steps', id='case-table') }}\n")
    text = case.read_text().replace('## Steps {#case-steps}\n\n{{ grid("steps", id="case-table") }}\n\n', "")
    text = text.replace("## What to read next {#case-next}", "## What to read next {#case-more}")
    (sound / "docs/check/case.md").write_text(text)
    case.unlink()
    records.write_text(records.read_text().replace("- id: case-next", "- id: case-more\n    former: [case-next]"))
    project = examine(sound)
    registry.update(project.draft, project.chapters, sound)
    return published
