"""Raw folders made up for a test."""

from datetime import date
from pathlib import Path

from sidebyside.evidence.raw import RawFolder
from sidebyside.model import Licence, RawFile, Source


def raw_folder(root: Path, source: str, files: dict[str, str]) -> RawFolder:
    """A folder with the files' texts below `source`, and the source that names them."""
    (root / source).mkdir()
    for name, text in files.items():
        (root / source / name).write_text(text, encoding="utf-8")
    return RawFolder(
        root,
        Source(
            id=source,
            title="Made up",
            short="Made up",
            publisher="Nobody",
            date="2025",
            address="https://example.org",
            licence=Licence(name="CC0", wording="CC0"),
            read=date(2026, 11, 20),
            kinds=("usage",),
            files=tuple(RawFile(path=f"{source}/{name}", sha256="0" * 64) for name in files),
            limits=("made up",),
        ),
    )
