"""While somebody writes: what is saved is shown, a mistake is told, and the site that was good stays up."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from building import append, copy_project, environment, free_port, place, replace

pytestmark = pytest.mark.site

PATIENCE = 120  # seconds for a machine that is busy; a build takes ten to twenty
CHAPTER, TOOLS = "docs/compare/tools.md", "data/tools.yml"
TITLE = 'id="tools"'


class Serving:
    """`make serve` on a copy of the project."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._log = root.parent / "log"
        port = free_port()
        self.address = f"http://127.0.0.1:{port}/"
        options = ["--strict", "--livereload", "--dirty", "--dev-addr", f"127.0.0.1:{port}"]
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", *options],
                cwd=root,
                env=environment(root, TMPDIR=str(root.parent)),
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    @property
    def output(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def page(self, path: str = "compare/tools/") -> str:
        """A page as it is served now; empty where nothing is served soon."""
        try:
            with urlopen(self.address + path, timeout=20) as answer:
                return answer.read().decode()
        except (URLError, OSError):
            return ""

    def until(self, is_so: Callable[[], bool]) -> bool:
        """Waits until it is so; whether it ever was."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            if is_so():
                return True
            time.sleep(0.1)
        return False

    def shows(self, text: str) -> bool:
        """Waits until the page has the text; whether it ever had."""
        return self.until(lambda: text in self.page())

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=10)


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    server = Serving(copy_project(tmp_path_factory.mktemp("serve")))
    try:
        assert server.shows(TITLE), server.output
        yield server
    finally:
        server.stop()


def test_a_changed_sentence_is_shown(serving: Serving) -> None:
    append(serving.root / CHAPTER, "\nThis sentence was added while the site was served.\n")
    assert serving.shows("This sentence was added while the site was served."), serving.output


def test_what_is_made_of_the_page_follows(serving: Serving) -> None:
    append(serving.root / CHAPTER, "\nThis sentence is in the embed, too.\n")
    assert serving.shows("This sentence is in the embed, too."), serving.output
    assert "This sentence is in the embed, too." not in serving.page("embed/tools/")
    assert serving.until(lambda: "This sentence is in the embed, too." in serving.page("embed/tools/")), serving.output
    assert serving.shows("This sentence is in the embed, too."), "the whole site lost what was there before it"
    assert "assets/stylesheets/site." in serving.page()


def test_a_changed_cell_of_a_table_is_shown(serving: Serving) -> None:
    replace(serving.root / TOOLS, "name: XGBoost", "name: XGBoost of today")
    assert serving.shows("XGBoost of today"), serving.output


def test_changed_code_and_templates_of_the_package_are_shown(serving: Serving) -> None:
    render = serving.root / "sidebyside/render"
    append(render / "numbers.py", '\n\ndef percent(share: float, places: int = 1) -> str:\n    return "changed code"\n')
    replace(render / "templates/macros.html", "<caption>", '<caption title="changed template">')
    assert serving.shows("changed code"), serving.output
    assert serving.shows("changed template"), serving.output


def test_a_mistake_is_told_with_its_place_while_the_old_site_stays_and_mending_it_is_enough(serving: Serving) -> None:
    tools = serving.root / TOOLS
    good = tools.read_text(encoding="utf-8")
    try:
        replace(tools, "[kaggle-2022/pytorch,", "[kaggle-2022/pytroch,")
        assert serving.until(lambda: "pytroch" in serving.output), serving.output
        told = next(line for line in serving.output.splitlines() if "pytroch" in line)
        assert told.startswith(f"data/tools.yml:{place(tools, 'kaggle-2022/pytroch')}: tools.pytorch.evidence")
        assert "did you mean 'kaggle-2022/pytorch'" in told
        assert serving.until(lambda: "Aborted" in serving.output or serving.process.poll() is not None)
        assert serving.process.poll() is None, serving.output
        assert "Traceback" not in serving.output
        is_up = TITLE in serving.page()
    finally:
        tools.write_text(good.replace("name: PyTorch\n", "name: PyTorch, mended\n"), encoding="utf-8")
    assert serving.shows("PyTorch, mended"), serving.output
    assert is_up, "while there is a mistake, the site that was built before should still be served"
