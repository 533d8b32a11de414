"""A copy of the project that compares three roles: every number and every word of the third one is made up.

What is added is what CONTRIBUTING.md says under "Add a role", in the same order, and nothing but files of data/.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml

THIRD = "data-engineer"
ROLE = {
    "id": THIRD,
    "name": "data engineer",
    "plural": "data engineers",
    "short": "data engineer",
    "short_plural": "data engineers",
    "purpose": "Turns sources into tables.",
    "question": "Where does it come from, and can we rely on it?",
    "delivers": "a table that is there every morning",
    "other_titles": ["analytics engineer"],
    "codes": {
        "esco": None,
        "esco_label": None,
        "soc": ["15-1243.00"],
        "soc_version": "O*NET 30.0",
        "uk_framework": "Data engineer",
    },
    "color": "green",
    "mark": "triangle",
    "fill": "dotted",
}
SAID = "Moves what the other two need from where it is made to where they can use it."
WHY_NOT = "Not counted for this role."
COUNTED = ("kaggle-2022", "adverts-2024", "aijobs")
"""Sources that know the third role; in each of them some figures leave it out."""
BASE = 500


def add_name(root: Path) -> None:
    """Adds the role to the list of roles, and nothing of what follows."""
    with changed(root / "data" / "roles.yml") as roles:
        roles["roles"].append(ROLE)


def add(root: Path) -> None:
    """Adds the role to the project below `root`, with everything that the rules ask for."""
    add_name(root)
    data = root / "data"
    for source in COUNTED:
        with changed(data / "evidence" / f"{source}.yml") as evidence:
            _count(evidence, _named(data))
    figures = {figure["id"]: figure for path in data.glob("evidence/*.yml") for figure in _read(path)["figures"]}
    for name, complete in TABLES.items():
        with changed(data / f"{name}.yml") as table:
            for row in table["rows"]:
                complete(row, [figures[id_] for id_ in row.get("evidence", ())])
    with changed(data / "assessment.yml") as assessment:
        _ask(assessment)


@contextmanager
def changed(path: Path) -> Iterator[Any]:
    """What a file has, to be changed; it is written afterwards."""
    found = _read(path)
    yield found
    path.write_text(yaml.dump(found, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


# Figures


def _named(data: Path) -> dict[str, set[str]]:
    """By figure the forms of the claims and of the premises that name it, and `profile` for those of the assessment."""
    found: dict[str, set[str]] = {}
    said = [*_read(data / "claims.yml")["claims"]]
    said += [each for question in _read(data / "quiz.yml")["questions"] for each in question.get("rests_on", ())]
    said += [{"form": "profile", **each} for each in _read(data / "assessment.yml")["dimensions"]]
    for each in said:
        for id_ in each.get("figures", ()):
            found.setdefault(id_, set()).add(each["form"])
    return found


def _count(evidence: Any, named: dict[str, set[str]]) -> None:
    """Gives the role a value in most figures that have one for the others."""
    evidence["roles"][THIRD] = "made up"
    sides = cycle(("above", "none", "between", "below", "above"))
    for figure in evidence["figures"]:
        forms = named.get(figure["id"], set())
        side = next(sides) if not forms else "below" if forms == {"more"} or "profile" in forms else "none"
        if side == "none" or "variant_of" in figure or len(figure["values"]) < 2:
            continue
        others = list(figure["values"].values())
        make = {"share": _share, "quantiles": _quantiles}.get(figure["statistic"])
        if make:
            figure["values"][THIRD] = make(others, side)


def _share(others: list[dict], side: str) -> dict:
    shares = [each["count"] / each["of"] for each in others]
    share = {
        "above": min(max(shares) + 0.1, 0.97),
        "between": sum(shares) / len(shares),
        "below": min(shares) * 0.5,
    }[side]
    made = {"count": round(share * BASE), "of": BASE}
    if "interval" in others[0]:
        value = made["count"] / BASE
        made |= {"clusters": 300, "interval": [max(0, value - 0.04), min(1, value + 0.04)]}
    return made


def _quantiles(others: list[dict], side: str) -> dict:
    factor = {"above": 1.15, "between": 1.02, "below": 0.8}[side]
    first = others[0]
    made = {
        key: round(first[key] * factor) for key in ("p10", "p25", "median", "p75", "p90") if first.get(key) is not None
    }
    made |= {key: first[key] for key in ("n", "clusters") if key in first}
    if "interval" in first:
        made["interval"] = [round(end * factor) for end in first["interval"]]
    return made


# Rows


def _says(row: dict, figures: list[dict]) -> None:
    """Its words, where the others have any."""
    if row.get("cells"):
        row["cells"][THIRD] = SAID


def _skill(row: dict, figures: list[dict]) -> None:
    """Its words, and a level by our judgment, unless a figure gives one."""
    _says(row, figures)
    levels = row.get("levels") or {}
    asked = [value["level"] for each in figures for value in each["values"].values() if value.get("level")]
    row["levels"] = levels | {THIRD: [*levels.values(), *asked][-1]}


def _responsibility(row: dict, figures: list[dict]) -> None:
    """Its words, and its part."""
    _says(row, figures)
    row["parts"][THIRD] = "supports" if "leads" in row["parts"].values() else "shares"


def _absent(row: dict, figures: list[dict]) -> None:
    """Why it has no figure, where it has none."""
    if not any(THIRD in figure["values"] for figure in figures):
        row["absent"] = (row.get("absent") or {}) | {THIRD: WHY_NOT}


TABLES: dict[str, Callable[[dict, list[dict]], None]] = {
    "glance": _says,
    "skills": _skill,
    "tools": _says,
    "responsibilities": _responsibility,
    "education": _says,
    "levels": _says,
    "salaries": _absent,
    "market": _absent,
}


def _ask(assessment: Any) -> None:
    """Kinds of work that set it apart from the others, with statements about them."""
    for name in ("moving", "guarding"):
        assessment["dimensions"].append(
            {"id": name, "name": name.capitalize(), "meaning": f"{name.capitalize()} data.", "leans": [THIRD]}
            | {"why": "Made up."}
        )
        assessment["statements"] += [
            {"id": f"{name}-{place}", "dimension": name, "keyed": "agree" if place % 2 else "disagree"}
            | {"text": f"I like statement {place} about {name}."}
            for place in range(4)
        ]
