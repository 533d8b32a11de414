"""The whole as one SQLite file, the same bytes from the same data.

It is written in a fixed order and packed (VACUUM); then what the library notes about itself is overwritten: its version
and its counters of changes, which mean nothing in a file that nobody writes to.
"""

import sqlite3
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ...model.published import ClaimList, Comparison, SourceList, VocabularyList
from ...model.shown import PictureCell, ShownPicture, ShownTable, TableCell
from ...render.facts import plain
from ..site import Published
from . import csvs

PAGE = 4096
VERSION = 1
"""Of the data's form; it stands in the file as `user_version`."""
APPLICATION = 0x53425953
"""SBYS: whose file it is."""
WRITER = 3_040_000
"""The version of SQLite that the file says it is written by: any that reads this form."""

SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE roles (id TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, plural TEXT NOT NULL,
  purpose TEXT NOT NULL, question TEXT NOT NULL, delivers TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE words (vocabulary TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, label TEXT NOT NULL,
  description TEXT, PRIMARY KEY (vocabulary, id)) WITHOUT ROWID;
CREATE TABLE sources (id TEXT PRIMARY KEY, title TEXT NOT NULL, publisher TEXT NOT NULL, date TEXT NOT NULL,
  address TEXT NOT NULL, read TEXT NOT NULL, license TEXT NOT NULL, license_address TEXT, license_wording TEXT NOT NULL,
  credit TEXT) WITHOUT ROWID;
CREATE TABLE source_limits (source TEXT NOT NULL REFERENCES sources, position INTEGER NOT NULL, says TEXT NOT NULL,
  PRIMARY KEY (source, position)) WITHOUT ROWID;

CREATE TABLE figures (id TEXT PRIMARY KEY, source TEXT NOT NULL REFERENCES sources, topic TEXT NOT NULL,
  kind TEXT NOT NULL, origin TEXT NOT NULL, statistic TEXT NOT NULL, unit TEXT NOT NULL, title TEXT NOT NULL,
  base TEXT NOT NULL, filter TEXT, period TEXT NOT NULL, measure TEXT NOT NULL, interval_method TEXT NOT NULL,
  variant_of TEXT REFERENCES figures, variant TEXT, note TEXT) WITHOUT ROWID;
CREATE TABLE figure_values (figure TEXT NOT NULL REFERENCES figures, subject TEXT NOT NULL, label TEXT,
  value REAL NOT NULL, low REAL, high REAL, n INTEGER, count INTEGER, p10 REAL, p25 REAL, p75 REAL, p90 REAL,
  p75_at_least REAL, p90_at_least REAL, clusters INTEGER, relative_standard_error REAL, level TEXT, listed INTEGER,
  PRIMARY KEY (figure, subject)) WITHOUT ROWID;
CREATE TABLE differences (figure TEXT PRIMARY KEY REFERENCES figures, subject TEXT NOT NULL REFERENCES roles,
  minus TEXT NOT NULL REFERENCES roles, value REAL NOT NULL, low REAL, high REAL, clear INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE comparisons (id TEXT PRIMARY KEY, title TEXT NOT NULL, caption TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE comparison_rows (comparison TEXT NOT NULL REFERENCES comparisons, id TEXT NOT NULL,
  position INTEGER NOT NULL, name TEXT NOT NULL, in_group TEXT NOT NULL, level TEXT, kind TEXT, section TEXT, note TEXT,
  PRIMARY KEY (comparison, id)) WITHOUT ROWID;
CREATE TABLE comparison_cells (comparison TEXT NOT NULL, row TEXT NOT NULL, role TEXT NOT NULL REFERENCES roles,
  words TEXT, level TEXT, part TEXT, absent TEXT, PRIMARY KEY (comparison, row, role),
  FOREIGN KEY (comparison, row) REFERENCES comparison_rows) WITHOUT ROWID;
CREATE TABLE comparison_figures (comparison TEXT NOT NULL, row TEXT NOT NULL, position INTEGER NOT NULL,
  figure TEXT NOT NULL REFERENCES figures, PRIMARY KEY (comparison, row, position),
  FOREIGN KEY (comparison, row) REFERENCES comparison_rows) WITHOUT ROWID;

CREATE TABLE publications (id TEXT PRIMARY KEY, title TEXT NOT NULL, by TEXT NOT NULL, date TEXT NOT NULL,
  address TEXT NOT NULL, read TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE claims (id TEXT PRIMARY KEY, position INTEGER NOT NULL, in_group TEXT NOT NULL, claim TEXT NOT NULL,
  form TEXT NOT NULL, verdict TEXT NOT NULL, answer TEXT NOT NULL, needs TEXT) WITHOUT ROWID;
CREATE TABLE claim_figures (claim TEXT NOT NULL REFERENCES claims, position INTEGER NOT NULL,
  figure TEXT NOT NULL REFERENCES figures, PRIMARY KEY (claim, position)) WITHOUT ROWID;
CREATE TABLE claim_said_by (claim TEXT NOT NULL REFERENCES claims, publication TEXT NOT NULL REFERENCES publications,
  PRIMARY KEY (claim, publication)) WITHOUT ROWID;

CREATE TABLE shown (id TEXT PRIMARY KEY, what TEXT NOT NULL CHECK (what IN ('table', 'picture')), title TEXT NOT NULL,
  caption TEXT NOT NULL, page TEXT NOT NULL, address TEXT NOT NULL,
  comparison TEXT REFERENCES comparisons) WITHOUT ROWID;
CREATE TABLE shown_columns (shown TEXT NOT NULL REFERENCES shown, id TEXT NOT NULL, position INTEGER NOT NULL,
  title TEXT NOT NULL, role TEXT REFERENCES roles, kind TEXT, about TEXT, PRIMARY KEY (shown, id)) WITHOUT ROWID;
CREATE TABLE shown_rows (shown TEXT NOT NULL REFERENCES shown, position INTEGER NOT NULL, id TEXT NOT NULL,
  line INTEGER NOT NULL, under TEXT, name TEXT NOT NULL, line_name TEXT, base TEXT, notes TEXT,
  PRIMARY KEY (shown, position)) WITHOUT ROWID;
CREATE TABLE shown_cells (shown TEXT NOT NULL, row INTEGER NOT NULL, column_id TEXT NOT NULL, text TEXT NOT NULL,
  verdict TEXT, role TEXT REFERENCES roles, base TEXT, label TEXT, term TEXT, margin REAL,
  PRIMARY KEY (shown, row, column_id),
  FOREIGN KEY (shown, row) REFERENCES shown_rows,
  FOREIGN KEY (shown, column_id) REFERENCES shown_columns) WITHOUT ROWID;
CREATE TABLE shown_numbers (shown TEXT NOT NULL, row INTEGER NOT NULL, column_id TEXT NOT NULL, part INTEGER NOT NULL,
  statistic TEXT NOT NULL, value REAL, low REAL, high REAL, n INTEGER, at_least INTEGER NOT NULL DEFAULT 0, unit TEXT,
  subject TEXT, minus TEXT, figure TEXT REFERENCES figures, PRIMARY KEY (shown, row, column_id, part),
  FOREIGN KEY (shown, row, column_id) REFERENCES shown_cells) WITHOUT ROWID;

CREATE VIEW values_of_roles AS
  SELECT f.id AS figure, f.title, f.kind, s.title AS source, r.name AS role, f.unit, v.value, v.low, v.high, v.n,
    v.level, v.listed, f.base, f.period, f.variant_of
  FROM figure_values v JOIN figures f ON f.id = v.figure JOIN sources s ON s.id = f.source
  JOIN roles r ON r.id = v.subject;
CREATE VIEW clear_differences AS
  SELECT f.id AS figure, f.title, f.kind, s.title AS source, f.unit, d.value, d.low, d.high,
    CASE WHEN d.value > 0 THEN d.subject ELSE d.minus END AS more_in, s.license
  FROM differences d JOIN figures f ON f.id = d.figure JOIN sources s ON s.id = f.source
  WHERE d.clear AND f.variant_of IS NULL;
CREATE VIEW rows_with_figures AS
  SELECT c.comparison, c.id AS row, c.name, e.position, f.id AS figure, f.kind, f.source, v.subject, f.unit, v.value,
    v.low, v.high, v.n, f.variant_of
  FROM comparison_rows c JOIN comparison_figures e ON e.comparison = c.comparison AND e.row = c.id
  JOIN figures f ON f.id = e.figure JOIN figure_values v ON v.figure = f.id;
"""


@dataclass(frozen=True)
class Contents:
    """Everything that goes into the file, as the other files have it."""

    made: Published
    sources: SourceList
    vocabularies: VocabularyList
    comparisons: tuple[Comparison, ...]
    claims: ClaimList
    tables: tuple[ShownTable, ...]
    pictures: tuple[ShownPicture, ...]


def database(contents: Contents) -> bytes:
    """The file. Raises sqlite3.IntegrityError where something refers to what is not there."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.execute(f"PRAGMA page_size = {PAGE}")
        connection.execute("PRAGMA encoding = 'UTF-8'")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.executescript(SCHEMA)
        connection.execute("BEGIN")
        _fill(connection, contents)
        connection.execute("COMMIT")
        if wrong := connection.execute("PRAGMA foreign_key_check").fetchall():
            raise sqlite3.IntegrityError(f"{wrong[0][0]} refers to {wrong[0][2]}, which does not have it")
        connection.execute("VACUUM")
        return signed(connection.serialize())
    finally:
        connection.close()


def signed(content: bytes) -> bytes:
    """The file with the same words about its writer, whatever library wrote it (SQLite's file format, 1.3)."""
    head = bytearray(content[:100])
    head[24:28] = head[40:44] = head[92:96] = struct.pack(">I", 1)
    head[28:32] = struct.pack(">I", len(content) // PAGE)
    head[96:100] = struct.pack(">I", WRITER)
    return bytes(head) + content[100:]


def _fill(connection: sqlite3.Connection, contents: Contents) -> None:
    made, dataset = contents.made, contents.made.dataset

    def put(table: str, rows: Iterable[Sequence[Any]]) -> None:
        rows = [tuple(row) for row in rows]
        if rows:
            connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)

    release = made.release
    about = {
        "title": f"{made.site.name} The data",
        "version": release.version,
        "date": release.date.isoformat(),
        "address": made.site.page("data/index.md"),
        "license": "CC BY 4.0 for our own part; sources have theirs",
    }
    put("about", sorted(about.items()))
    put("roles", ((id_, at, *rest) for at, (id_, *rest) in enumerate(csvs.roles(dataset), 1)))
    put("words", csvs.vocabularies(contents.vocabularies))
    put("sources", (row[:10] for row in csvs.sources(contents.sources)))
    put("source_limits", ((each.id, at, says) for each in dataset.sources for at, says in enumerate(each.limits, 1)))
    put("figures", _figures(contents))
    put("figure_values", _values(contents))
    differences = csvs.differences(dataset)
    put("differences", ((*row[:3], *row[4:7], int(row[7] == "true")) for row in differences))
    put("comparisons", ((each.id, each.title, each.caption) for each in contents.comparisons))
    put(
        "comparison_rows",
        (
            (found.id, row.id, at, row.name, row.group, row.level, row.kind, row.section, row.note)
            for found in contents.comparisons
            for at, row in enumerate(found.rows, 1)
        ),
    )
    roles = [role.id for role in dataset.roles]
    put(
        "comparison_cells",
        (
            (found.id, row.id, role, *(kept.get(role) for kept in (row.words, row.levels, row.parts, row.absent)))
            for found in contents.comparisons
            for row in found.rows
            for role in roles
        ),
    )
    evidence = list(csvs.evidence(contents.comparisons, contents.claims))
    put("comparison_figures", (row for row in evidence if row[0] != "claims"))
    put("publications", csvs.publications(contents.claims))
    put("claims", ((row[0], at, *row[1:7]) for at, row in enumerate(csvs.claims(contents.claims), 1)))
    put("claim_figures", (row[1:] for row in evidence if row[0] == "claims"))
    put("claim_said_by", ((each.id, by) for each in contents.claims.claims for by in each.said_by))
    for table in contents.tables:
        _put_table(put, table)
    for picture in contents.pictures:
        _put_picture(put, picture)


def _figures(contents: Contents) -> Iterable[Sequence[Any]]:
    dataset = contents.made.dataset
    for each in dataset.figures.values():
        yield (
            *(each.id, each.source, each.topic, each.kind, dataset.evidence_by_source[each.source].origin),
            *(each.statistic, each.unit, each.title, each.base, each.filter, each.period, each.measure),
            *(each.interval, each.variant_of, each.variant, each.note),
        )


def _values(contents: Contents) -> Iterable[Sequence[Any]]:
    """As figures.csv has them."""
    kept = (
        *("id", "subject", "label", "value", "low", "high", "n", "count", "p10", "p25", "p75", "p90"),
        *("p75_at_least", "p90_at_least", "clusters", "relative_standard_error", "level"),
    )
    for row in csvs.figures(contents.made):
        line = dict(zip(csvs.FIGURES.heads, row, strict=True))
        listed = line["listed"]
        yield (*(line[name] for name in kept), None if listed is None else int(listed == "true"))


def _put_table(put: Any, table: ShownTable) -> None:
    put("shown", [(table.id, "table", table.title, table.caption, table.page, table.address, table.comparison)])
    columns = enumerate(table.columns, 1)
    put(
        "shown_columns", ((table.id, each.id, at, each.title, each.role, each.kind, each.about) for at, each in columns)
    )
    rows = list(enumerate(table.rows, 1))
    put(
        "shown_rows",
        (
            (
                *(table.id, at, row.id, row.line, row.group, row.name, row.line_name, row.base),
                "; ".join(row.notes) or None,
            )
            for at, row in rows
        ),
    )
    cells = [(at, id_, cell) for at, row in rows for id_, cell in row.cells.items()]
    put(
        "shown_cells",
        (
            (
                *(table.id, at, id_, cell.text, cell.verdict, cell.role, cell.base, cell.label),
                *(cell.term.id if cell.term else None, plain(cell.margin)),
            )
            for at, id_, cell in cells
        ),
    )
    _put_numbers(put, table.id, cells)


def _put_picture(put: Any, picture: ShownPicture) -> None:
    put("shown", [(picture.id, "picture", picture.title, picture.finding, picture.page, picture.address, None)])
    columns = enumerate(picture.columns, 1)
    put("shown_columns", ((picture.id, each.id, at, each.title, None, None, None) for at, each in columns))
    put("shown_rows", ((picture.id, at, str(at), 1, None, "", *[None] * 3) for at, _ in enumerate(picture.rows, 1)))
    cells = [(at, id_, cell) for at, row in enumerate(picture.rows, 1) for id_, cell in row.items()]
    put(
        "shown_cells",
        (
            (picture.id, at, id_, cell.text, *[None] * 4, cell.term.id if cell.term else None, None)
            for at, id_, cell in cells
        ),
    )
    _put_numbers(put, picture.id, cells)


def _put_numbers(put: Any, shown: str, cells: Iterable[tuple[int, str, TableCell | PictureCell]]) -> None:
    numbers = ((at, id_, part, number) for at, id_, cell in cells for part, number in enumerate(cell.numbers, 1))
    put(
        "shown_numbers",
        (
            (
                *(shown, at, id_, part, each.statistic, plain(each.value), plain(each.low), plain(each.high)),
                *(each.n, int(each.at_least), each.unit, each.subject, each.minus, each.figure),
            )
            for at, id_, part, each in numbers
        ),
    )
