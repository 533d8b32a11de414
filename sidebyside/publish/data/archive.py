"""One zip file of everything, the same bytes from the same files by the same version of zlib."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date


def packed(held: Mapping[str, bytes], day: date) -> bytes:
    """The files by their paths, deflated, with nothing in it that depends on the machine or the hour."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for path, content in held.items():
            about = zipfile.ZipInfo(path, (day.year, day.month, day.day, 0, 0, 0))
            about.create_system = 3  # Unix, wherever it is made
            about.external_attr = 0o100644 << 16
            package.writestr(about, content, zipfile.ZIP_DEFLATED, compresslevel=9)
    return out.getvalue()
