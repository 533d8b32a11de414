"""The report on links and the age of data, with a server that answers in all the ways that hosts do."""

import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sidebyside import upkeep
from sidebyside.__main__ import main
from sidebyside.project import Project, examine


class _Host(BaseHTTPRequestHandler):
    asked: list[tuple[str, str]]

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        before = self.asked.count((self.command, self.path))
        self.asked.append((self.command, self.path))
        if self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "/there")
        elif self.path == "/not-for-heads":
            self.send_response(405 if self.command == "HEAD" else 200)
        elif self.path == "/busy":
            self.send_response(200 if before else 503)
        else:
            self.send_response({"/there": 200, "/refused": 403, "/gone": 404, "/down": 500}[self.path])
        self.send_header("Content-Length", "0")
        self.end_headers()

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
def small(sound: Path) -> Project:
    return examine(sound)


@pytest.mark.parametrize(
    ("path", "state", "said"),
    [
        ("/there", "there", "200"),
        ("/there#part", "there", "200"),
        ("/not-for-heads", "there", "200"),
        ("/busy", "there", "200"),
        ("/refused", "unclear", "403"),
        ("/gone", "gone", "404"),
        ("/down", "unclear", "500"),
    ],
)
def test_what_a_host_answers_is_told(host: str, path: str, state: str, said: str) -> None:
    (answer,) = upkeep.asked([host + path], pause=0)
    assert (answer.address, answer.state, answer.said[:3]) == (host + path, state, said)


def test_what_leads_elsewhere_is_told_with_where_it_leads(host: str) -> None:
    (answer,) = upkeep.asked([f"{host}/moved"], pause=0)
    assert (answer.state, answer.said) == ("moved", f"{host}/there")


def test_what_may_come_back_is_asked_for_again_and_what_is_gone_is_not(host: str) -> None:
    list(upkeep.asked([f"{host}/down", f"{host}/gone"], pause=0))
    assert _Host.asked.count(("GET", "/down")) == upkeep.TRIES
    assert _Host.asked.count(("GET", "/gone")) == 1


def test_a_host_that_is_not_there_is_unclear_and_no_error(host: str) -> None:
    (answer,) = upkeep.asked(["http://127.0.0.1:9/"], pause=0)
    assert answer.state == "unclear"
    assert answer.said


def test_every_address_is_named_with_what_names_it(small: Project) -> None:
    found = upkeep.addresses(small.dataset, small.chapters)
    assert list(found) == sorted(found)
    for source in small.dataset.sources:
        assert f"source {source.id}" in found[source.address]
        if source.licence.address:
            assert f"source {source.id}" in found[source.licence.address]
    for publication in small.dataset.publications:
        assert f"publication {publication.id}" in found[publication.address]


def test_an_address_that_a_chapter_names_is_found(sound: Path) -> None:
    home = sound / "docs/index.md"
    home.write_text(home.read_text() + "\nSee [there](https://example.org/typed).\n")
    project = examine(sound)
    assert upkeep.addresses(project.dataset, project.chapters)["https://example.org/typed"] == ["docs/index.md"]


def test_the_oldest_comes_first_with_its_days(small: Project) -> None:
    found = upkeep.ages(small.dataset)
    assert [each.on for each in found] == sorted(each.on for each in found)
    data = small.dataset
    assert len(found) == len(data.sources) + len(data.publications) + len(data.resources)
    first = found[0]
    assert upkeep.Read("source", "x", date(2026, 1, 1)).age(date(2026, 3, 2)) == 60
    assert f"| {first.age(date(2030, 1, 1))} | {first.on} | {first.kind} {first.id} |" in upkeep.report(
        data, small.chapters, date(2030, 1, 1)
    )


def test_the_report_has_a_line_for_what_is_not_simply_there(small: Project) -> None:
    address = small.dataset.sources[0].address
    answers = [
        upkeep.Answer(address, "gone", "404 Not | Found"),
        upkeep.Answer("https://example.org/a", "moved", "https://example.org/b"),
        upkeep.Answer("https://example.org/c", "there", "200"),
    ]
    said = upkeep.report(small.dataset, small.chapters, date(2030, 1, 1), answers)
    assert "3 addresses: 1 there, 1 moved, 0 unclear, 1 gone." in said
    assert rf"| gone | {address} | 404 Not \| Found | source {small.dataset.sources[0].id}" in said
    assert "https://example.org/c" not in said


def test_the_command_prints_the_ages_and_asks_nobody_unless_told(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(root), "upkeep"]) == 0
    said = capsys.readouterr().out
    assert "| source kaggle-2022 |" in said
    assert "of which none was asked for" in said
