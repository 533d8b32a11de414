"""Raw folders made up for a test."""

import zipfile
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from sidebyside.evidence.raw import RawFolder
from sidebyside.model import Licence, RawFile, Source

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return f'<c t="b"><v>{value:d}</v></c>'
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f"<c><v>{value}</v></c>"


def write_workbook(path, *sheets: list[list]) -> None:
    """The smallest xlsx file with these sheets."""
    numbers = range(1, len(sheets) + 1)
    names = "".join(f'<sheet name="sheet {i}" sheetId="{i}" r:id="rId{i}"/>' for i in numbers)
    links = "".join(
        f'<Relationship Id="rId{i}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in numbers
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{names}</sheets></workbook>'
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'
        )
        for i, rows in zip(numbers, sheets, strict=True):
            body = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
            archive.writestr(
                f"xl/worksheets/sheet{i}.xml", f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'
            )


def raw_folder(root: Path, source: str, files: dict[str, str | list[list]]) -> RawFolder:
    """A folder with the files below `source`, texts or sheets of a workbook, and the source that names them."""
    (root / source).mkdir()
    for name, content in files.items():
        if isinstance(content, str):
            (root / source / name).write_text(content, encoding="utf-8")
        else:
            write_workbook(root / source / name, content)
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
