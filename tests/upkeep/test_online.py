"""Asking addresses, with a server that answers in all the ways that hosts do, and an archive that has some copies."""

import json
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest

from sidebyside.upkeep import online

LEADS = {
    "/moved": (301, "/there"),
    "/moved-far": (308, "/moved"),
    "/for-now": (302, "/there"),
    "/moved-for-now": (301, "/for-now"),
    "/with-a-slash": (301, "/with-a-slash/"),
    "/moved-to-nothing": (301, "/gone"),
    "/round": (302, "/round"),
}
STATUS = {"/there": 200, "/with-a-slash/": 200, "/refused": 403, "/gone": 404, "/retired": 410, "/down": 500}
COPIED = "http://web.archive.org/web/20261118101112/https://example.org/page"
HELD = {"available": True, "url": COPIED, "status": "200"}
ARCHIVE = {
    "https://example.org/page": {"archived_snapshots": {"closest": HELD}},
    "https://example.org/": {"archived_snapshots": {"closest": HELD}},
    "https://example.org/error": {"archived_snapshots": {"closest": HELD | {"status": "404"}}},
    "https://example.org/never": {"archived_snapshots": {}},
    "https://example.org/odd": [],
}


class _Host(BaseHTTPRequestHandler):
    asked: list[tuple[str, str]]

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        before = self.asked.count((self.command, path))
        self.asked.append((self.command, path))
        body = b""
        if path == "/available":
            [address], [day] = (parse_qs(query)[name] for name in ("url", "timestamp"))
            assert day == "20261120"
            self.send_response(200)
            body = json.dumps(ARCHIVE[address]).encode()
        elif path in LEADS:
            status, target = LEADS[path]
            self.send_response(status)
            self.send_header("Location", target)
        elif path == "/not-for-heads":
            self.send_response(405 if self.command == "HEAD" else 200)
        elif path == "/busy":
            self.send_response(200 if before >= 2 and self.command == "GET" else 503)
        elif path == "/later":
            self.send_response(200 if before and self.command == "GET" else 429)
            self.send_header("Retry-After", "7")
        elif path == "/far-later":
            self.send_response(200 if before and self.command == "GET" else 429)
            self.send_header("Retry-After", "100000")
        else:
            self.send_response(STATUS[path])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    _Host.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Host)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that somebody waited, which nobody does."""
    found: list[float] = []
    monkeypatch.setattr("time.sleep", found.append)
    return found


@pytest.mark.parametrize(
    ("path", "state", "said"),
    [
        ("/there", "there", "200 OK"),
        ("/there#part", "there", "200 OK"),
        ("/with-a-slash", "there", "200 OK"),
        ("/not-for-heads", "there", "200 OK"),
        ("/busy", "there", "200 OK"),
        ("/later", "there", "200 OK"),
        ("/moved", "moved", "moved to {host}/there"),
        ("/moved#part", "moved", "moved to {host}/there#part"),
        ("/moved-far", "moved", "moved to {host}/there"),
        ("/moved-for-now", "moved", "moved to {host}/for-now"),
        ("/for-now", "led on", "leads to {host}/there"),
        ("/moved-to-nothing", "gone", "404 Not Found"),
        ("/gone", "gone", "404 Not Found"),
        ("/retired", "gone", "410 Gone"),
        ("/refused", "refused", "403 Forbidden"),
        ("/down", "unclear", "500 Internal Server Error"),
        ("/round", "unclear", "too many redirects"),
    ],
)
def test_what_a_host_answers_is_told(host: str, waits: list[float], path: str, state: str, said: str) -> None:
    [answer] = online.asked([host + path])
    assert answer == online.Answer(host + path, state, said.format(host=host))


def test_what_is_busy_is_asked_again_after_waits_that_grow(host: str, waits: list[float]) -> None:
    list(online.asked([f"{host}/down"], pause=3))
    assert _Host.asked == [("HEAD", "/down")] + [("GET", "/down")] * online.TRIES
    assert waits == [6, 12, 3]  # the first further try is at once, the last wait is before the next address


def test_what_is_gone_is_not_asked_again(host: str, waits: list[float]) -> None:
    list(online.asked([f"{host}/gone"], pause=3))
    assert _Host.asked == [("HEAD", "/gone"), ("GET", "/gone")]
    assert waits == [3]


@pytest.mark.parametrize(("path", "wait"), [("/later", 7), ("/far-later", online.LONGEST)])
def test_a_host_says_how_long_to_wait_but_not_for_hours(host: str, waits: list[float], path: str, wait: int) -> None:
    [answer] = online.asked([host + path], pause=3)
    assert answer.state == "there"
    assert waits == [wait, 3]


def test_a_host_that_is_not_there_is_unclear_and_no_error(waits: list[float]) -> None:
    [answer] = online.asked(["http://127.0.0.1:9/"], pause=3)
    assert answer.state == "unclear"
    assert "refused" in answer.said
    assert waits == [6, 12, 3]


def test_a_state_says_what_to_do() -> None:
    assert all(online.STATES.values())


@pytest.mark.parametrize(
    ("address", "copy"),
    [
        ("https://example.org/page", COPIED.replace("http:", "https:", 1)),
        ("https://example.org/page#part", COPIED.replace("http:", "https:", 1)),
        ("https://example.org/", None),
        ("https://example.org/error", None),
        ("https://example.org/never", None),
        ("https://example.org/odd", None),
    ],
)
def test_the_archive_is_asked_for_a_copy_of_the_address(
    host: str, waits: list[float], address: str, copy: str | None
) -> None:
    wanted = [(address, date(2026, 11, 20))]
    assert list(online.copies(wanted, archive=f"{host}/available")) == [(address, copy)]


def test_an_archive_that_does_not_answer_has_no_copies(host: str, waits: list[float]) -> None:
    wanted = [("https://example.org/page", date(2026, 11, 20))]
    assert list(online.copies(wanted, archive=f"{host}/there")) == [("https://example.org/page", None)]
    assert list(online.copies(wanted, archive="http://127.0.0.1:9/")) == [("https://example.org/page", None)]
