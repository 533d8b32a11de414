"""Zip files that hold nothing of the machine or the hour that made them."""

import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime, time
from pathlib import Path
from typing import IO


def write(out: Path | IO[bytes], held: Iterable[tuple[str, bytes]], at: datetime, *, deflated: bool) -> None:
    """Writes files, each a path and what it holds, in the order in which they are given.

    `at`: what every file in it says of its age. Raises ValueError for a time before 1980, which zip files cannot name.
    Stored files give the same bytes everywhere; deflated ones depend on the version of zlib that Python was built with.
    """
    how = zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED
    with zipfile.ZipFile(out, "w", how, compresslevel=9) as package:
        for path, data in held:
            about = zipfile.ZipInfo(path, at.timetuple()[:6])
            about.create_system = 3  # Unix, wherever it is made
            about.external_attr = 0o100644 << 16
            package.writestr(about, data, how, 9)


def packed(held: Iterable[tuple[str, bytes]], day: date, *, deflated: bool) -> bytes:
    """A zip file of the files, of the beginning of a day."""
    out = io.BytesIO()
    write(out, held, datetime.combine(day, time()), deflated=deflated)
    return out.getvalue()
