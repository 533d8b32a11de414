"""A machine that differs from this one in all that a site must not depend on, as far as one machine can play another.

It has another clock, time zone, language and home, other fonts, seeds and rights for new files; the project lies in
another folder, its files are of another age, and folders list what is in them in the opposite order.
"""

import os
import subprocess
import sys
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from building import Build, copy_project, environment
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

LATER = 400 * 24 * 60 * 60
"""How many seconds its clock is ahead."""
OLD = datetime(2001, 2, 3, tzinfo=UTC).timestamp()
STARTED = """
import os
import time

import time_machine

time_machine.travel(time.time() + LATER, tick=True).start()
listed, scanned = os.listdir, os.scandir


class Scanned:
    def __init__(self, path):
        with scanned(path) as entries:
            self.entries = iter(list(entries)[::-1])

    def __iter__(self):
        return self.entries

    def __next__(self):
        return next(self.entries)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.entries = iter(())


os.listdir = lambda path=".": listed(path)[::-1]
os.scandir = lambda path=".": Scanned(path)
"""
"""What Python runs before everything else there."""
FONTS = "<fontconfig><dir>{folder}</dir></fontconfig>"
COUNTERFEIT = "Liberation Sans"
"""The name of a font that vl-convert brings along, and under which this machine has another one."""


class Elsewhere:
    """The other machine; all that it has is below a folder."""

    def __init__(self, folder: Path) -> None:
        self.root = copy_project(folder / "another folder")
        for path in self.root.rglob("*"):
            os.utime(path, (OLD, OLD))
        started, home, fonts = (folder / name for name in ("started", "home", "fonts"))
        for each in (started, home, fonts):
            each.mkdir()
        (started / "sitecustomize.py").write_text(f"LATER = {LATER}\n{STARTED}", encoding="utf-8")
        _counterfeit(fonts)
        settings = folder / "fonts.conf"
        settings.write_text(FONTS.format(folder=fonts), encoding="utf-8")
        self.differs = {
            "PYTHONPATH": os.pathsep.join([str(started), str(self.root)]),
            "PYTHONHASHSEED": "1",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
            "LC_ALL": "C",
            "LANG": "C",
            "TZ": "<+14>-14",
            "HOME": str(home),
            "FONTCONFIG_FILE": str(settings),
        }

    def build(self, site: Path, **options: str) -> Path:
        """The site as it is built there."""
        return Build(site, root=self.root, umask=0o077, **self.differs, **options).good()

    def run(self, *arguments: str | Path, **options: str) -> str:
        """What Python prints there."""
        there = environment(self.root, **self.differs, **options)
        command = [sys.executable, *map(str, arguments)]
        done = subprocess.run(command, cwd=self.root, env=there, umask=0o077, stdout=subprocess.PIPE, check=True)
        return done.stdout.decode()


def _counterfeit(folder: Path) -> None:
    """A font with serifs that says that it is another one, in two weights."""
    [source] = files("fontpkg_source_serif_4").joinpath("files").glob("SourceSerif4[[]*.ttf")
    for style, weight in (("Regular", 400), ("Bold", 700)):
        font = instancer.instantiateVariableFont(TTFont(source), {"wght": weight, "opsz": 14})
        names = {1: COUNTERFEIT, 16: COUNTERFEIT, 2: style, 17: style, 4: f"{COUNTERFEIT} {style}"}
        for record in font["name"].names:
            record.string = names.get(record.nameID, record.toUnicode())
        font["OS/2"].usWeightClass = weight
        font.save(folder / f"{style}.ttf")
