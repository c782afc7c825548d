"""An artifact as plain text and as HTML with no script: for nbconvert, GitHub and an untrusted notebook."""

from __future__ import annotations

import html
from collections.abc import Iterator

from ..protocol import Record

# Properties that are said in another row.
_SAID = ("split_names", "name", "state")
_LEFT = "text-align: left"

#: Characters of one value, and rows of a kind, that are shown.
MAX_VALUE = 500
MAX_ROWS = 20


def static_text(document: Record) -> str:
    """Return an ArtifactDocument as lines of text, with no control characters in them."""
    lines = [f"{_shown(document['type'])} {_shown(document['name'])}".rstrip()]
    lines += [f"  {name}: {value}" for name, value in _rows(document)]
    return "\n".join(lines)


def static_html(document: Record) -> str:
    """Return an ArtifactDocument as a table; what is in it is escaped."""
    rows = "".join(
        f'<tr><th style="{_LEFT}">{html.escape(name)}</th><td style="{_LEFT}">{html.escape(value)}</td></tr>'
        for name, value in _rows(document)
    )
    title = f"{_shown(document['type'])} {_shown(document['name'])}".rstrip()
    return f"<table><caption><b>{html.escape(title)}</b></caption><tbody>{rows}</tbody></table>"


def _rows(document: Record) -> Iterator[tuple[str, str]]:
    """Yield what is to be said of an artifact: names and values, to be escaped."""
    if document["id"] is not None:
        yield "id", str(document["id"])
    if document["state"] != "unknown":
        yield "state", document["state"]
    yield "uri", _shown(document["uri"])
    if document["splits"]:
        yield "splits", _shown(", ".join(document["splits"]))
    properties = {**document["properties"], **document["customProperties"]}
    shown = [
        (name, value) for name, value in properties.items() if name not in ("split_names", "name", "state")
    ]
    for name, value in shown[:MAX_ROWS]:
        yield _shown(name), _shown(str(value))
    if len(shown) > MAX_ROWS:
        yield "…", f"{len(shown) - MAX_ROWS} more properties"
    for file in document["files"][:MAX_ROWS]:
        yield _shown(file["path"]), size_text(file["size"])
    more = document["fileCount"] - min(len(document["files"]), MAX_ROWS)
    if more > 0:
        yield "…", f"{more} more files"
    if document["problem"]:
        yield "problem", _shown(document["problem"])


def size_text(size: int) -> str:
    """Return bytes in a unit that reads well: ``512 B``, ``1.5 kB``, ``2.0 GB``."""
    value = float(size)
    for unit in ("B", "kB", "MB", "GB"):
        if value < 999.5:  # noqa: PLR2004 - what would read 1000
            return f"{size} B" if unit == "B" else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:.1f} TB"


def _shown(text: str) -> str:
    """Return text on one line, of bounded length, with nothing in it that a terminal or a reader's eye obeys.

    Control characters (ANSI sequences begin with one) and marks that change the direction of writing become
    visible escapes.
    """
    cut = text[:MAX_VALUE] + ("…" if len(text) > MAX_VALUE else "")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in cut)
