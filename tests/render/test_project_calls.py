"""The history of the data, and where to send a mistake."""

from html import unescape

from fragments import spaced

from sidebyside.load import load
from sidebyside.render.calls import Calls
from sidebyside.render.links import Links, Site


def test_where_to_send_a_mistake_depends_on_what_the_site_knows(sound):
    dataset = load(sound)[0].dataset
    assert "issue where you got this project" in Calls(dataset, Links("index.md")).tracker()
    known = Calls(dataset, Links("index.md", Site(repository="https://example.org/project/"))).tracker()
    assert 'href="https://example.org/project/issues/new"' in unescape(known)


def test_the_history_shows_versions_and_ids(calls):
    found = spaced(calls.changes())
    assert found.startswith("0.1.0 2026-11-20 The beginning. Added 1 figures")
    assert "survey/python" in found


def test_the_feed_of_changes_is_linked(calls):
    found = calls.feed("what is new")
    assert found == '<a type="application/atom+xml" href="data/changes.xml">what is new</a>'
