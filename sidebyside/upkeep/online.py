"""Asks addresses outside the site whether they are still there, and a web archive whether it has copies of them."""

import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal
from urllib.parse import urlencode, urljoin

from urllib3 import PoolManager, Retry, Timeout
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from ..model import addresses

PAUSE = 2.0
"""Seconds between two requests, for many addresses are of one host; also what the waits between tries grow from."""
TRIES = 4
"""How often an address is asked that does not answer or is busy: at once again, then after twice the wait each time."""
REDIRECTS = 10
PATIENCE = Timeout(connect=30, read=30)
LONGEST = 120
"""Seconds that a host may ask to be left alone for (`Retry-After`) before it is asked again."""
ARCHIVE = "https://archive.org/wayback/available"
"""Says which copy of an address the Internet Archive has that is closest to a day."""

_AGENT = {"User-Agent": "Mozilla/5.0 (compatible; a monthly look at the links of a guide)", "Accept": "*/*"}
_GONE = frozenset({404, 410})
_REFUSED = frozenset({401, 403, 429, 451, 999})
_BUSY = frozenset({429, 500, 502, 503, 504})
_PERMANENT = frozenset({301, 308})

State = Literal["there", "moved", "led on", "refused", "unclear", "gone"]
STATES: dict[State, str] = {
    "gone": "the host says that there is nothing; name another address or an archived copy",
    "moved": "the host says where it is for good; write that address",
    "unclear": "no answer, or an error; ask again another day",
    "refused": "the host answers no program; look with a browser",
    "led on": "it leads elsewhere for now; nothing to do",
    "there": "it is there",
}
"""What can come of asking, with what to do, the most urgent first."""


@dataclass(frozen=True)
class Answer:
    """What came of asking for an address."""

    address: str
    state: State
    said: str
    """The status, where it leads, or why there is no answer."""


def asked(found: Iterable[str], *, pause: float = PAUSE) -> Iterator[Answer]:
    """Asks for each address, one after the other, and says at once what came of it. `pause`: seconds after each."""
    with PoolManager(headers=_AGENT, timeout=PATIENCE) as pool:
        for address in found:
            yield _ask(pool, address, pause)
            time.sleep(pause)


def _ask(pool: PoolManager, address: str, pause: float) -> Answer:
    """Asks for the head alone, and with patience for the whole where that is not answered as it should be."""
    once = Retry(total=None, connect=0, read=0, status=0, other=0, redirect=REDIRECTS)
    answer = _once(pool, "HEAD", address, once)
    return answer if answer.state in ("there", "moved", "led on") else _once(pool, "GET", address, _patient(pause))


def _patient(pause: float) -> Retry:
    """Tries again, with waits that grow, what is busy or does not answer; as late as a host asks for."""
    return Retry(
        total=TRIES + REDIRECTS,
        connect=TRIES - 1,
        read=TRIES - 1,
        status=TRIES - 1,
        other=0,
        redirect=REDIRECTS,
        status_forcelist=_BUSY,
        allowed_methods=None,
        backoff_factor=pause,
        retry_after_max=LONGEST,
        raise_on_status=False,
    )


def _once(pool: PoolManager, method: str, address: str, retries: Retry) -> Answer:
    """One question, with all that it takes to get an answer; nothing but the head is read."""
    try:
        response = pool.request(method, address, retries=retries, preload_content=False)
    except HTTPError as error:
        return Answer(address, "unclear", str(getattr(error, "reason", None) or error))
    try:
        return _judged(address, response)
    finally:
        response.close()


def _judged(address: str, response: BaseHTTPResponse) -> Answer:
    said = f"{response.status} {response.reason or ''}".strip()
    if response.status in _GONE:
        return Answer(address, "gone", said)
    if response.status in _REFUSED:
        return Answer(address, "refused", said)
    if not 200 <= response.status < 300:
        return Answer(address, "unclear", said)
    for_good, in_the_end = _led(address, response)
    if for_good.rstrip("/") != address.rstrip("/"):
        return Answer(address, "moved", f"moved to {for_good}")
    if in_the_end.rstrip("/") != address.rstrip("/"):
        return Answer(address, "led on", f"leads to {in_the_end}")
    return Answer(address, "there", said)


def _led(address: str, response: BaseHTTPResponse) -> tuple[str, str]:
    """Where an address has moved for good, and where it leads in the end; it goes on naming its part of the page."""
    for_good = in_the_end = address
    for step in response.retries.history if response.retries else ():
        if step.redirect_location:
            is_for_good = step.status in _PERMANENT and for_good == in_the_end
            part = in_the_end.partition("#")[2]
            in_the_end = urljoin(in_the_end, step.redirect_location)
            if part and "#" not in in_the_end:
                in_the_end += f"#{part}"
            for_good = in_the_end if is_for_good else for_good
    return for_good, in_the_end


def copies(wanted: Iterable[tuple[str, date]], *, archive: str = ARCHIVE) -> Iterator[tuple[str, str | None]]:
    """For each address and the day on which it was read, the archived copy closest to that day, or None.

    None also stands for an archive that does not answer.
    """
    with PoolManager(headers=_AGENT, timeout=PATIENCE) as pool:
        for address, day in wanted:
            yield address, _copy(pool, address, day, archive)
            time.sleep(PAUSE)


def _copy(pool: PoolManager, address: str, day: date, archive: str) -> str | None:
    page = address.partition("#")[0]
    question = f"{archive}?{urlencode({'url': page, 'timestamp': f'{day:%Y%m%d}'})}"
    try:
        closest = pool.request("GET", question, retries=_patient(PAUSE)).json()["archived_snapshots"]["closest"]
        found = re.sub(r"^http:", "https:", closest["url"])
        is_good = closest["available"] and closest["status"] == "200"
    except (HTTPError, ValueError, KeyError, TypeError):
        return None
    copied = addresses.copied(found)
    return found if is_good and copied and addresses.same(copied, page) else None
