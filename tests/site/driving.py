"""A web server for the built site, and a visitor with a browser who notes every error and every other host."""

import re
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Route, expect

PHONES = (390, 320)
SCREENS = (768, 1280)
OVERFLOW = """async () => {
  const overflow = () => document.documentElement.scrollWidth - innerWidth, end = performance.now() + 1000;
  while (overflow() > 0 && performance.now() < end) await new Promise(requestAnimationFrame);  // something still moves
  return overflow();
}"""
PICTURES = """() => [...document.querySelectorAll(".sb-picture")].map(picture => ({
  id: picture.id,
  shown: [...picture.querySelectorAll("svg")].filter(each => each.getBoundingClientRect().width > 0).map(svg => ({
    name: svg.getAttribute("class"),
    right: svg.getBoundingClientRect().right,
    letters: Math.min(...[...svg.querySelectorAll("text")]
      .map(text => [parseFloat(getComputedStyle(text).fontSize), text.getScreenCTM()])
      .map(([size, to]) => size * Math.hypot(to.a, to.b))),
  })),
}))"""
ANSWER = """words => new Promise(resolve => {
  const input = document.querySelector(".md-search__input");
  const links = (item) => [...item.querySelectorAll(".md-search-result__link")].map(link => link.href);
  const seen = new MutationObserver(() => resolve({
    seconds: (performance.now() - begun) / 1000,
    items: [...document.querySelectorAll(".md-search-result__item")].map(links),
  }));
  seen.observe(document.querySelector(".md-search-result__meta"), { childList: true });
  input.value = words;
  const begun = performance.now();
  input.dispatchEvent(new KeyboardEvent("keyup"));
})"""
Headers = Callable[[str], dict[str, str]]
FOREIGN = re.compile(r"^(?!(file|data|blob|about):|https?://127\.0\.0\.1[:/])")


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, below: str, folder: Path, headers: Headers, folders: bool, **kwargs: Any) -> None:
        self.below = below
        self.more = headers
        self.folders = folders
        super().__init__(*args, directory=str(folder), **kwargs)

    def translate_path(self, path: str) -> str:
        is_folder = path.partition("?")[0].endswith("/")
        if not path.startswith(self.below) or (is_folder and not self.folders):
            return str(Path(self.directory) / "outside")
        return super().translate_path("/" + path.removeprefix(self.below))

    def list_directory(self, path: str) -> None:
        self.send_error(404)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not self.path.startswith(self.below) or not page.is_file():
            super().send_error(code, message, explain)
            return
        text = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(text)

    def end_headers(self) -> None:
        for name, value in self.more("/" + self.path.partition("?")[0].removeprefix(self.below)).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *args: Any) -> None:
        """Says nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, *args: Any) -> None:
        """Says nothing: a browser that leaves a page hangs up."""


@contextmanager
def served(folder: Path, below: str = "/", headers: Headers = lambda _: {}, *, folders: bool = True) -> Iterator[str]:
    """Serves a folder, which may be filled later, below a path and nothing outside it; yields the address.

    What does not exist is answered with the site's own page for that. `headers`: for a path, what else is sent.
    `folders`: whether a folder stands for its index.html; on a disk it does not.
    """
    handler = partial(_Handler, below=below, folder=folder, headers=headers, folders=folders)
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{below}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@dataclass
class Found:
    """What a search has found."""

    seconds: float
    """From the last key to the results."""
    items: list[list[str]]
    """For each page, best first, the addresses of what is found of it."""

    def rank(self, address: str) -> int | None:
        """The place of a page among the pages; None if it is not shown."""
        pages = [re.split("[?#]", links[0])[0] for links in self.items]
        return pages.index(address) + 1 if address in pages else None


class Visitor:
    """Somebody with a browser. Requests to other hosts are noted and go nowhere; errors are noted."""

    def __init__(self, context: BrowserContext) -> None:
        self.foreign: list[str] = []
        self.errors: list[str] = []
        context.route(FOREIGN, self._refuse)
        context.on("console", self._listen)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        self.page: Page = context.new_page()
        self.page.on("websocket", lambda socket: self.foreign.append(socket.url))
        self.page.set_default_timeout(10_000)

    def _refuse(self, route: Route) -> None:
        self.foreign.append(route.request.url)
        route.abort()

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location.get('url')})")

    def complaints(self) -> list[str]:
        """What went wrong since the last time that somebody asked."""
        found = self.errors + [f"another host is asked: {address}" for address in self.foreign]
        self.errors.clear()
        self.foreign.clear()
        return found

    def open(self, address: str) -> Page:
        """The page at the address, with everything that it loads."""
        self.page.goto(address)
        return self.page

    def begin(self, address: str) -> Page:
        """The page at the address, with the theme's script, which comes as soon as somebody does something.

        It asks for the sitemap, to know which links are to pages that it can put in the place of this one.
        """
        with self.page.expect_response("**/sitemap.xml"):
            self.open(address)
            self.page.mouse.move(1, 1)
        return self.page

    def follow(self, link: Locator) -> str:
        """Scrolls to a link, looks, clicks; gives the id to which it leads."""
        link.scroll_into_view_if_needed()
        self.page.wait_for_timeout(300)  # instant navigation loses the fragment if a scroll is less than 0.1 s old
        address = link.get_attribute("href") or ""
        link.click()
        return address.partition("#")[2]

    def search(self, words: str, path: str, fragment: str = "") -> Locator:
        """Opens the search and types the words; the result that leads to the place, once there is one."""
        self.open_search()
        self.page.keyboard.type(words)
        ends = f"[href$='#{fragment}']" if fragment else ""
        result = self.page.locator(f".md-search-result__item a[href*='{path}']{ends}").first
        expect(result).to_be_visible(timeout=10_000)
        return result

    def found(self, words: str) -> Found:
        """What the search, which is open, shows for the words when they stand there as a whole."""
        return Found(**self.page.evaluate(ANSWER, words))

    def open_search(self) -> None:
        """Opens the search of the page, and waits until it is ready."""
        self.page.locator(".md-search__input:visible, label.md-header__button[for=__search]:visible").first.click()
        ready = self.page.locator(".md-search-result__meta")
        expect(ready).to_have_text("Type to start searching")


@contextmanager
def visiting(browser: Browser, **options: Any) -> Iterator[Visitor]:
    """A visitor with a profile of their own."""
    context = browser.new_context(**options)
    try:
        yield Visitor(context)
    finally:
        context.close()


@dataclass
class Walk:
    """What somebody met who opened every page once."""

    complaints: dict[str, list[str]] = field(default_factory=dict)
    """For each page."""
    overflow: dict[int, dict[str, int]] = field(default_factory=lambda: {width: {} for width in (*SCREENS, *PHONES)})
    """For each width of the window and each page, by how many pixels the page is wider."""
    pictures: dict[int, list[dict[str, Any]]] = field(
        default_factory=lambda: {width: [] for width in (*SCREENS, *PHONES)}
    )
    """For each width of the window the pictures, which of their drawings is shown and how large its letters are."""


def walk(visitor: Visitor, site: str, paths: Iterable[str]) -> Walk:
    """Opens every page once, and makes the window wider and narrower there."""
    met = Walk()
    for path in paths:
        page = visitor.open(site + path)
        for width, overflow in met.overflow.items():
            page.set_viewport_size({"width": width, "height": 740})
            overflow[path] = page.evaluate(OVERFLOW)
            met.pictures[width] += page.evaluate(PICTURES)
        met.complaints[path] = visitor.complaints()
    return met
