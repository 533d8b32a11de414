"""What a visit costs a reader: kilobytes by kind for the first page and for the next one, as a phone transfers them.

`make bench-visits` serves site/ with gzip and opens it in a phone-sized Chromium. Response headers are counted. A first
visit has nothing kept from before; the next page is reached by a link, with what the first one left.
"""

import argparse
import gzip
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from sidebyside.browser import opened

PAGES = (
    *("", "compare/skills/", "compare/tools/", "compare/education/"),
    *("roles/titles/", "check/claims/", "path/choose/"),
)
"""The home page, three with tables, of which the first has about 30 rows, words, claims, an instrument."""
NEXT = "work/goals/"
PHONE = {"width": 412, "height": 823}
KINDS = ("Document", "Stylesheet", "Script", "Image", "Other")
LINK = """to => document.querySelector("article").append(
  Object.assign(document.createElement("a"), { href: to, id: "to", textContent: "on" }))"""
_PICTURE = re.compile(r'<svg[^>]* class="sb-(?:wide|narrow)".*?</svg>', re.DOTALL)
_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".md")


class _Handler(SimpleHTTPRequestHandler):
    """Files with gzip, as hosts for static sites serve them."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(404)
            return
        is_compressed = file.suffix in _COMPRESSED
        data = _compressed(file) if is_compressed else file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file.name))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        if is_compressed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: Any) -> None:
        """Says nothing."""


@cache
def _compressed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 6, mtime=0)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The folder on a port of this machine; yields the address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


class Transfers:
    """What a page transfers, counted by the browser itself."""

    def __init__(self, page: Any) -> None:
        """`page`: of Playwright; what it transfers from now on counts."""
        self.bytes: Counter[str] = Counter()
        self.requests = 0
        self._kinds: dict[str, str] = {}
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.responseReceived", self._received)
        session.on("Network.loadingFinished", self._finished)

    def _received(self, event: dict[str, Any]) -> None:
        if event["response"]["url"].startswith("http") and not event["response"].get("fromDiskCache"):
            self._kinds[event["requestId"]] = event["type"] if event["type"] in KINDS else "Other"

    def _finished(self, event: dict[str, Any]) -> None:
        if kind := self._kinds.pop(event["requestId"], None):
            self.bytes[kind] += event["encodedDataLength"]
            self.requests += 1

    def taken(self) -> dict[str, float]:
        """Kilobytes by kind since the last look, all of them, and the number of requests."""
        found = {kind: self.bytes[kind] / 1000 for kind in KINDS}
        found |= {"all": sum(self.bytes.values()) / 1000, "requests": self.requests}
        self.bytes.clear()
        self.requests = 0
        return found


def visit(browser: Any, address: str, path: str) -> dict[str, dict[str, float]]:
    """A first visit to a page without touching it, then a touch, then the next page."""
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True, device_scale_factor=1.75)
    page = context.new_page()
    transfers = Transfers(page)
    page.goto(address + path, wait_until="networkidle")
    found = {"first": transfers.taken()}
    page.evaluate("scrollTo(0, 300)")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    found["touched"] = transfers.taken()
    page.evaluate(LINK, address + NEXT)
    page.evaluate("document.getElementById('to').click()")
    page.wait_for_url(address + NEXT)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    found["next"] = transfers.taken()
    context.close()
    return found


def drawings(file: Path) -> float:
    """What the drawings in a page add to it, in kilobytes with gzip."""
    html = file.read_text(encoding="utf-8")
    return (len(gzip.compress(html.encode(), 6)) - len(gzip.compress(_PICTURE.sub("", html).encode(), 6))) / 1000


def main() -> None:
    """Prints a line for each page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="the built site")
    parser.add_argument("--all", action="store_true", help="every page of the navigation, the largest first")
    arguments = parser.parse_args()
    site = arguments.site
    paths = [*pages(site)] if arguments.all else PAGES
    heads = ("HTML", "drawings", "CSS", "JS", "rest", "first visit", "requests", "touched", "next page")
    print(f"{'kB':28}" + "".join(f"{head:>12}" for head in heads))
    rows = []
    with served(site) as address, opened() as browser:
        for path in paths:
            found = visit(browser, address, path)
            first, drawn = found["first"], drawings(site / path / "index.html")
            rest = first["Image"] + first["Other"]
            sizes = (first["Document"], drawn, first["Stylesheet"], first["Script"], rest, first["all"])
            rows.append((path, sizes, first["requests"], found["touched"]["all"], found["next"]["all"]))
    for path, sizes, requests, touched, following in sorted(rows, key=lambda row: -row[1][-1]):
        cells = "".join(f"{size:12.1f}" for size in sizes)
        print(f"{path or 'home':28}{cells}{requests:12d}{touched:12.1f}{following:12.1f}")


def pages(site: Path) -> Iterator[str]:
    """The chapters: what the sitemap lists."""
    yield from re.findall(r"<loc>https?://[^/]+/(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
