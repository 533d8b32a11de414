"""The history of the data as a feed (Atom 1.0, RFC 4287): an entry for each release, for whoever cites a number.

A feed reader knows entries by their ids. They say nothing of the site's address, so that they stay when it moves.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from uuid import UUID, uuid5

from ..model import Release
from ..render.citations import LANGUAGE
from ..render.links import CHANGES, FEED, release_anchor
from .html import fill
from .metadata import TEXT_LICENCE
from .site import Published

ID = UUID("daa69c19-60f3-41de-a505-6163e7743981")
"""The feed's own id; those of its entries follow from it and their versions."""


def feed(made: Published) -> str:
    """The feed of all releases, the newest first."""
    releases = made.dataset.releases
    times = [_time(release, releases[place + 1 :]) for place, release in enumerate(releases)]
    return fill(
        "changes.xml",
        made=made,
        language=LANGUAGE,
        licence=TEXT_LICENCE,
        id=ID.urn,
        own=made.site.address + FEED,
        page=made.site.page(CHANGES),
        updated=times[0],
        entries=[
            {
                "release": release,
                "time": moment,
                "id": uuid5(ID, release.version).urn,
                "href": made.site.page(CHANGES, release_anchor(release.version)),
                "html": _told(release),
            }
            for release, moment in zip(releases, times, strict=True)
        ],
    )


def _time(release: Release, earlier: Sequence[Release]) -> str:
    """Its day, and a minute for each earlier one of that day, for readers sort entries by time."""
    minutes = sum(each.date == release.date for each in earlier)
    return f"{datetime.combine(release.date, time()) + timedelta(minutes=minutes):%Y-%m-%dT%H:%M:%SZ}"


def _told(release: Release) -> str:
    """A release in HTML. What is new is counted; what is gone or has other numbers is named, for it may be cited."""
    return fill("release.html", release=release)
