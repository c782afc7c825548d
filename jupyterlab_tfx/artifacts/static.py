"""An artifact as plain text and as HTML with no script: for nbconvert, GitHub and an untrusted notebook."""

from __future__ import annotations

import html
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ..protocol import Record

# Properties that are said in another row.
_SAID = ("split_names", "name", "state")
_LEFT = ' style="text-align: left"'  # where Jupyter's own style would have it right, as numbers are

#: What stands in a table: text as it is in the data, a number, or nothing.
Cell: TypeAlias = str | int | float | None

#: Characters of one value, and properties and files that are shown.
MAX_VALUE = 500
MAX_FACTS = 20
#: Rows of a table, and characters of all of the HTML.
MAX_ROWS = 100
MAX_HTML = 64_000
#: Rows and columns of a table as text, characters of a cell there, and of all of the text.
TEXT_ROWS = 10
TEXT_COLUMNS = 12
TEXT_CELL = 24
MAX_TEXT = 8_000


@dataclass(frozen=True)
class Table:
    """Figures of an artifact, in rows; the first column names them.

    Attributes:
        title: What they are figures of, such as the split.
        head: Names of the columns; none for facts, which are names and values.
        rows: Each as long as the head.
        more: Rows that there are besides.
    """

    title: str
    head: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]
    more: int = 0


def static_text(document: Record, tables: Sequence[Table] = ()) -> str:
    """Return an ArtifactDocument as lines of text, with no control characters in them.

    Args:
        document: The document.
        tables: What its files say. The first rows of each are shown.
    """
    lines = [_title(document)]
    for table in tables:
        lines += _table_text(table)
    lines += [f"  {name}: {value}" for name, value in _facts(document)]
    text = "\n".join(lines)
    return text if len(text) <= MAX_TEXT else f"{text[:MAX_TEXT].rpartition(chr(10))[0]}\n  …"


def static_html(document: Record, tables: Sequence[Table] = ()) -> str:
    """Return an ArtifactDocument as tables; what is in it is escaped.

    Args:
        document: The document.
        tables: What its files say, as many rows as there is room for.
    """
    title = f"<p><b>{html.escape(_title(document))}</b></p>"
    facts = _table_html(Table("", (), list(_facts(document))), MAX_HTML // 2)
    room = MAX_HTML - len(title) - len(facts)
    shown = []
    for table in tables:
        made = _table_html(table, room)
        room -= len(made)
        shown.append(made)
    return "".join([title, *shown, facts])


def size_text(size: int) -> str:
    """Return bytes in a unit that reads well: ``512 B``, ``1.5 kB``, ``2.0 GB``."""
    value = float(size)
    for unit in ("B", "kB", "MB", "GB"):
        if value < 999.5:  # noqa: PLR2004 - what would read 1000
            return f"{size} B" if unit == "B" else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:.1f} TB"


def cell_text(value: Cell) -> str:
    """Return what stands in a cell: six digits of a number that is no integer."""
    if value is None:
        return ""
    if isinstance(value, float):
        if math.isfinite(value):
            return f"{value:.6g}"
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return _shown(str(value))


def _title(document: Record) -> str:
    return f"{_shown(document['type'])} {_shown(document['name'])}".rstrip()


def _facts(document: Record) -> Iterator[tuple[str, str]]:
    """Yield what is to be said of an artifact besides what its files say: names and values, to be escaped."""
    if document["problem"]:
        yield "problem", _shown(document["problem"])
    if document["id"] is not None:
        yield "id", str(document["id"])
    if document["state"] != "unknown":
        yield "state", document["state"]
    yield "uri", _shown(document["uri"])
    if document["splits"]:
        yield "splits", _shown(", ".join(document["splits"]))
    properties = {**document["properties"], **document["customProperties"]}
    shown = [(name, value) for name, value in properties.items() if name not in _SAID]
    for name, value in shown[:MAX_FACTS]:
        yield _shown(name), _shown(str(value))
    if len(shown) > MAX_FACTS:
        yield "…", f"{len(shown) - MAX_FACTS} more properties"
    for file in document["files"][:MAX_FACTS]:
        yield _shown(file["path"]), size_text(file["size"])
    more = document["fileCount"] - min(len(document["files"]), MAX_FACTS)
    if more > 0:
        yield "…", f"{more} more files"


def _table_html(table: Table, room: int) -> str:
    """Return a table with as many rows as have room; nothing where not even its head has."""
    caption = f"<caption><b>{html.escape(_shown(table.title))}</b></caption>" if table.title else ""
    names = "".join(f"<th{_LEFT}>{html.escape(_shown(name))}</th>" for name in table.head)
    head = f"<thead><tr>{names}</tr></thead>" if names else ""
    start, end = f"<table>{caption}{head}<tbody>", "</tbody></table>"
    room -= len(start) + len(end) + 100  # what is said of the rows that are left out
    if room < 0:
        return ""
    rows: list[str] = []
    for row in table.rows[:MAX_ROWS]:
        made = _row_html(row)
        room -= len(made)
        if room < 0:
            break
        rows.append(made)
    more = len(table.rows) - len(rows) + table.more
    if more > 0:
        rows.append(_row_html(("…", f"and {more} more")))
    return f"{start}{''.join(rows)}{end}"


def _row_html(row: tuple[Cell, ...]) -> str:
    first, *others = row
    cells = "".join(
        f"<td{_LEFT if isinstance(value, str) else ''}>{html.escape(cell_text(value))}</td>"
        for value in others
    )
    return f"<tr><th{_LEFT}>{html.escape(cell_text(first))}</th>{cells}</tr>"


def _table_text(table: Table) -> list[str]:
    """Return the first rows and columns of a table as lines, in columns."""
    rows = [tuple(_cut(cell_text(cell)) for cell in row[:TEXT_COLUMNS]) for row in table.rows[:TEXT_ROWS]]
    head = tuple(_cut(_shown(name)) for name in table.head[:TEXT_COLUMNS])
    lines = [f"  {_shown(table.title)}"] if table.title else []
    every = [head, *rows] if head else rows
    widths = [max(len(cell) for cell in column) for column in zip(*every, strict=False)]
    for row in every:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=False))
        lines.append(f"    {'  '.join(cells)}".rstrip())
    more = len(table.rows) - len(rows) + table.more
    return [*lines, f"    … and {more} more"] if more > 0 else lines


def _cut(text: str) -> str:
    return text if len(text) <= TEXT_CELL else f"{text[: TEXT_CELL - 1]}…"


def _shown(text: str) -> str:
    """Return text on one line, of bounded length, with nothing in it that a terminal or a reader's eye obeys.

    Control characters (ANSI sequences begin with one) and marks that change the direction of writing become
    visible escapes.
    """
    cut = text[:MAX_VALUE] + ("…" if len(text) > MAX_VALUE else "")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in cut)
