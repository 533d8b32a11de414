"""The small project with a navigation and with comments, which have to stay."""

from pathlib import Path

import pytest
from projects import NAVIGATION


@pytest.fixture
def project(sound: Path) -> Path:
    (sound / "mkdocs.yml").write_text(NAVIGATION, encoding="utf-8")
    tools = sound / "data/tools.yml"
    text = tools.read_text(encoding="utf-8")
    commented = text.replace("  - id: cloud\n", "\n  # Rented.\n  - id: cloud # for a while\n") + "# The end.\n"
    tools.write_text("# Who uses what.\n" + commented, encoding="utf-8")
    return sound
