"""Rules about the steps of a plan: every skill and every tool has its place in one of them."""

from collections.abc import Iterator

from ..load import Draft
from ..mistakes import Mistake
from .lookup import unknown

FILE = "planner.yml"


def step_of_no_skill(draft: Draft) -> Iterator[Mistake]:
    """A step for a skill that data/skills.yml does not have."""
    for step in draft.dataset.steps:
        yield from unknown(draft, FILE, ("steps", step.id, "id"), "skills", step.id, "skill")


def skill_without_step(draft: Draft) -> Iterator[Mistake]:
    """A skill that no plan could have."""
    if FILE not in draft.documents:
        return
    known = {id_ for _, id_ in draft.documents[FILE].ids()}
    for row in getattr(draft.dataset.tables.get("skills"), "rows", ()):
        if row.id not in known:
            message = f"data/{FILE} has no step for it; add one, with the sections to read"
            yield draft.mistake("skills.yml", ("rows", row.id, "id"), message)


def unknown_tool(draft: Draft) -> Iterator[Mistake]:
    """A step with a tool that data/tools.yml does not have."""
    for step in draft.dataset.steps:
        for position, tool in enumerate(step.tools):
            yield from unknown(draft, FILE, ("steps", step.id, "tools", position), "tools", tool, "tool")


def tool_without_step(draft: Draft) -> Iterator[Mistake]:
    """A tool that no plan could have."""
    steps = draft.dataset.steps
    if FILE not in draft.documents or len(steps) < len(list(draft.documents[FILE].ids())):
        return  # a step that cannot be read may have it
    known = {tool for step in steps for tool in step.tools}
    for row in getattr(draft.dataset.tables.get("tools"), "rows", ()):
        if row.id not in known:
            message = f"no step of data/{FILE} has it; add it to the tools of the skill that it is used for"
            yield draft.mistake("tools.yml", ("rows", row.id, "id"), message)


def tool_of_two_steps(draft: Draft) -> Iterator[Mistake]:
    """A tool that a plan would have twice."""
    first: dict[str, str] = {}
    for step in draft.dataset.steps:
        for position, tool in enumerate(step.tools):
            if first.setdefault(tool, step.id) != step.id:
                message = f"'{tool}' is among the tools of '{first[tool]}', too; keep one of them"
                yield draft.mistake(FILE, ("steps", step.id, "tools", position), message)


def unknown_section_of_a_step(draft: Draft) -> Iterator[Mistake]:
    """A section to read that data/sections.yml does not have."""
    for step in draft.dataset.steps:
        for position, section in enumerate(step.read):
            yield from unknown(draft, FILE, ("steps", step.id, "read", position), "sections", section, "section")
