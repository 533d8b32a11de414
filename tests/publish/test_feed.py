"""The feed of what has changed."""

import re
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import yaml

from sidebyside.publish import feed, page
from sidebyside.publish.files import files

ATOM = "{http://www.w3.org/2005/Atom}"
NEWER = {
    "version": "1.0.0",
    "date": "2027-02-03",
    "note": "Python & <R> again.",
    "added": {"figures": ["survey/r", "survey/sql"], "rows": ["tools/sql"]},
    "removed": {"rows": ["tools/old"]},
    "changed": [{"figure": "survey/python", "value": "first count", "before": "1", "after": "2"}],
}


def _release(sound: Path) -> None:
    history = sound / "data/changes.yml"
    data = yaml.safe_load(history.read_text())
    data["releases"].insert(0, NEWER)
    history.write_text(yaml.safe_dump(data, sort_keys=False))


def test_a_feed_reader_finds_every_release(sound, published):
    _release(sound)
    found = feedparser.parse(feed.feed(published()))
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    assert found.feed.title == "Which? What has changed"
    assert (found.feed.author, found.feed.updated) == ("The Authors", "2027-02-03T00:00:00Z")
    assert found.feed.rights.startswith("CC BY 4.0")
    links = {link.rel: link.href for link in found.feed.links}
    assert links["self"] == "https://example.org/guide/data/changes.xml"
    assert links["alternate"] == "https://example.org/guide/data/changes/"
    assert [entry.title for entry in found.entries] == ["Release 1.0.0", "Release 0.1.0"]
    newest = found.entries[0]
    assert newest.link == "https://example.org/guide/data/changes/#release-1-0-0"
    assert newest.summary == "Python & <R> again."
    assert newest.updated_parsed[:3] == (2027, 2, 3)
    [told] = newest.content
    assert told.type == "text/html"
    text = " ".join(re.sub(r"<[^>]*>", " ", told.value).split())
    assert "Added: 2 figures, 1 rows." in text
    assert "Removed rows: tools/old ." in text
    assert "survey/python first count 1 2" in text
    assert "Changed: no figure has another number" in found.entries[1].content[0].value


def test_releases_of_one_day_come_one_after_the_other(sound, published):
    history = sound / "data/changes.yml"
    data = yaml.safe_load(history.read_text())
    data["releases"] = [
        {"version": version, "date": NEWER["date"], "note": "More."} for version in ("1.2.0", "1.1.0", "1.0.0")
    ] + data["releases"]
    history.write_text(yaml.safe_dump(data, sort_keys=False))
    found = feedparser.parse(feed.feed(published()))
    day = NEWER["date"]
    assert [entry.updated for entry in found.entries[:3]] == [f"{day}T00:0{minute}:00Z" for minute in (2, 1, 0)]
    assert [entry.published for entry in found.entries] == [entry.updated for entry in found.entries]
    assert found.feed.updated == f"{day}T00:02:00Z"


def test_every_element_that_the_standard_asks_for_is_there_once(sound, published):
    """RFC 4287, sections 4.1.1 and 4.1.2."""
    _release(sound)
    root = ElementTree.fromstring(feed.feed(published()))
    assert root.tag == f"{ATOM}feed"
    for each in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(each.findall(f"{ATOM}{name}")) == 1, name
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", each.findtext(f"{ATOM}updated"))
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    ids = [each.text for each in root.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids) == 3


def test_ids_are_the_same_wherever_the_site_is_and_whatever_is_released_later(sound, published):
    """They are written down here, for a feed reader would show a release with another id as new."""
    known = {
        "feed": "urn:uuid:daa69c19-60f3-41de-a505-6163e7743981",
        "Release 0.1.0": "urn:uuid:880e4441-8fd2-5c51-a672-3bdf7893645e",
    }
    before = feedparser.parse(feed.feed(published()))
    _release(sound)
    after = feedparser.parse(feed.feed(published()))
    for found in (before, after):
        assert {"feed": found.feed.id, "Release 0.1.0": found.entries[-1].id} == known


def test_pages_name_the_feed_so_that_the_theme_takes_it_for_no_translation(published, tmp_path):
    made = published()
    assert "data/changes.xml" in dict(files(made, tmp_path))
    head = page.head(made, "work/case.md", [])
    assert '<link rel="alternate " type="application/atom+xml" href="../../data/changes.xml"' in head
    from_disk = published(folders=False)
    assert "data/changes.xml" not in dict(files(from_disk, tmp_path))
    assert "atom+xml" not in page.head(from_disk, "work/case.md", [])
