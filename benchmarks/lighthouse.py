"""What Lighthouse says of the built site, as a phone on a simulated slow network meets it: `make bench-lighthouse`.

Times depend on the machine and on what else it does: close everything, and compare within one run.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from visits import PAGES, pages, served

from sidebyside.browser import program

BIN = Path(sys.executable).parent
LIGHTHOUSE = BIN.parent / "lighthouse" / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = {
    "first-contentful-paint": "first paint",
    "largest-contentful-paint": "largest",
    "total-blocking-time": "blocking",
    "cumulative-layout-shift": "shift",
}
"""The audits that are printed, in milliseconds but for the shift, with their heads."""


def judged(address: str) -> dict[str, Any]:
    """One report of Lighthouse on a page. Raises CalledProcessError where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "report.json")
        flags = "--chrome-flags=--headless --no-sandbox --disable-gpu"
        command = [BIN / "node", LIGHTHOUSE, address, "--output=json", f"--output-path={out}", "--quiet", flags]
        subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": str(program())})
        return json.loads(out.read_text(encoding="utf-8"))


def missed(report: dict[str, Any]) -> set[str]:
    """What counts and is not perfect, but for the times, which are printed."""
    counted = {
        each["id"] for name in CATEGORIES[1:] for each in report["categories"][name]["auditRefs"] if each["weight"]
    }
    return {id_ for id_ in counted if report["audits"][id_]["score"] not in (1, None)}


def main() -> None:
    """Prints a line for each page, the median of some runs, and what of it is not perfect."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="the built site")
    parser.add_argument("--all", action="store_true", help="every page of the navigation")
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    print(f"{'':28}" + "".join(f"{head:>16}" for head in (*CATEGORIES, *TIMES.values())))
    with served(arguments.site) as address:
        for path in pages(arguments.site) if arguments.all else PAGES:
            reports = [judged(address + path) for _ in range(arguments.runs)]
            scores = [median(each["categories"][name]["score"] for each in reports) * 100 for name in CATEGORIES]
            times = [median(each["audits"][name]["numericValue"] for each in reports) for name in TIMES]
            cells = "".join(f"{score:16.0f}" for score in scores) + "".join(f"{each:16,.0f}" for each in times[:3])
            print(f"{path or 'home':28}{cells}{times[3]:16.3f}", flush=True)
            for id_ in sorted(set().union(*map(missed, reports))):
                print(f"    {id_}: {reports[0]['audits'][id_]['title']}")


if __name__ == "__main__":
    main()
