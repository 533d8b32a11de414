"""A project to which something is added, and what came of it."""

import io
import re
import sys
from difflib import ndiff
from pathlib import Path
from typing import Any

import pytest
import yaml

from sidebyside.__main__ import main

NAVIGATION = "nav:\n  - Data:\n      - data/sources/survey.md\n      - claims.md\n"
WORDS = {"first": "Begins: and asks.", "second": "Follows, later."}
ANSWERS: dict[str, dict[str, Any]] = {
    "tools": {"name": "Weights & Biases", "group": "languages", "cells": WORDS, "step": "statistics"},
    "skills": {
        "name": "Topology",
        "group": "mathematics",
        "cells": WORDS,
        "evidence": ["survey/asked-of-one"],
        "levels": {"first": "expert"},
        "read": ["case-steps", "home"],
        "resource": "course",
    },
    "responsibilities": {
        "name": "Stop",
        "group": "start",
        "parts": {"first": "leads", "second": "supports"},
        "cells": WORDS,
    },
    "education": {"name": "Other", "group": "degrees", "evidence": ["survey/python"], "note": "It's one of few."},
    "salaries": {
        "name": "2022",
        "group": "official",
        "kind": "official",
        "level": "entry",
        "evidence": ["survey/wage"],
        "absent": {"second": "Nobody counts them: there are few."},
    },
    "levels": {"name": "End", "group": "ladder", "level": "entry", "cells": WORDS, "evidence": ["survey/pay"]},
    "market": {
        "name": "Jobs",
        "group": "counted",
        "evidence": ["survey/employment"],
        "absent": {"second": "No code."},
        "note": "A note of so many words that no line of 120 characters has room for all of them, though it "
        'does not end there but goes on, with "quotes", it\'s true, and a colon: this one, # and a sign.',
    },
    "glance": {"name": "Pay again", "group": "all", "section": "home", "cells": WORDS, "evidence": ["survey/pay"]},
}
SOURCE = {
    "title": 'A survey of "cats"',
    "short": "Cats 2026",
    "publisher": "Somebody",
    "date": "2026",
    "address": "https://example.org/cats?of=2026",
    "licence": {"name": "CC0", "wording": 'In the public domain: "take it".'},
    "read": "2026-11-22",
    "kinds": ["usage", "advert"],
    "limits": ["It asked cats only.", "It's small."],
    "lead": "What cats say.",
}
SECTION = {
    "page": "work/case.md",
    "after": "case-steps",
    "title": "Who asks",
    "text": "Somebody asks, and " + "somebody else waits for it, which is a judgment of ours, " * 3 + "and so on.",
    "objectives": ["explain who asks in a case"],
    "level": "advanced",
    "aligns": {"soc": ["15-2051.00"], "skills": ["survey/asked"]},
}


def files(root: Path) -> dict[str, str]:
    """All files of a project by their path."""
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*") if path.is_file()}


def add(root: Path, what: str, answers: dict[str, Any]) -> int:
    """The exit status of the command with a file of answers."""
    path = root.parent / "answers.yml"
    path.write_text(yaml.safe_dump(answers, sort_keys=False), encoding="utf-8")
    return main(["--root", str(root), "add", what, "--answers", str(path)])


def typed(root: Path, what: str, lines: list[str], patch: pytest.MonkeyPatch, *, terminal: bool = False) -> int:
    """The exit status of the command with a line for each answer, sent by a program or typed at a terminal."""
    sent = io.StringIO("".join(f"{line}\n" for line in lines))
    sent.isatty = lambda: terminal
    patch.setattr(sys, "stdin", sent)
    return main(["--root", str(root), "add", what])


def asked(root: Path, what: str, answers: dict[str, list[str]], patch: pytest.MonkeyPatch) -> int:
    """The exit status of the command with somebody who answers each question by its name, or presses Enter."""
    left = {name: list(texts) for name, texts in answers.items()}

    def answer(question: str) -> str:
        texts = left.get(re.split(r" \[|> $", question)[0], [])
        return texts.pop(0) if texts else ""

    patch.setattr("builtins.input", answer)
    status = typed(root, what, [], patch, terminal=True)
    assert not any(left.values()), f"nothing asked for {left}"
    return status


def differences(before: dict[str, str], after: dict[str, str]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """For each file that has any, the lines that were added and those that are gone."""
    added: dict[str, list[str]] = {}
    gone: dict[str, list[str]] = {}
    for path in sorted(before.keys() | after.keys()):
        for line in ndiff(before.get(path, "").splitlines(), after.get(path, "").splitlines()):
            if line[0] in "+-":
                (added if line[0] == "+" else gone).setdefault(path, []).append(line[2:])
    return added, gone
