"""A notebook's code cells as Python: IPython's additions are passed over, files that cells write are kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

#: Cell magics whose body is Python that runs in the notebook's namespace.
_PYTHON_CELL_MAGICS = {"time", "timeit", "capture", "prun", "memit", "mprun"}
#: TFX's own: the cell is for the notebook only.
_SKIPPED_CELL_MAGICS = {"skip_for_export"}
#: Line magics that run the Python behind them, with their options.
_PYTHON_LINE_MAGIC = re.compile(r"%(?:time|timeit|prun|memit)(?:\s+-\w+(?:\s+\d+)?)*\s+(?=\S)")
_ASSIGNED_MAGIC = re.compile(r"(\s*)([\w., ]+?)\s*=\s*([!%][^=].*)$")
_HELP = re.compile(r"[\w.]+\?\??\s*$")


@dataclass(frozen=True)
class Magic:
    """A line that is IPython's, not Python's."""

    line: int
    text: str
    #: Names that it gives a value, such as ``files = !ls``.
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class WrittenFile:
    """What ``%%writefile`` writes."""

    #: As written in the cell: may hold ``{name}`` or ``$name``.
    path: str
    text: str
    append: bool


@dataclass(frozen=True)
class CodeCell:
    """One code cell; every line of ``python`` stands where it stood in the cell."""

    id: str
    #: Number among the notebook's cells, from 1.
    number: int
    source: str
    python: str
    magics: tuple[Magic, ...] = ()
    written: WrittenFile | None = None


class NotebookError(ValueError):
    """What was given is no notebook in Python."""


def read_cells(notebook: Any) -> list[CodeCell]:
    """Return the code cells of a notebook document (nbformat 4).

    Raises:
        NotebookError: it is no such document, or its language is another one.
    """
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list):
        raise NotebookError("This is no notebook of format 4: it has no cells.")
    language = (notebook.get("metadata") or {}).get("kernelspec", {}).get("language", "python")
    if language not in ("python", ""):
        raise NotebookError(f"The notebook is written in {language}; a TFX pipeline is written in Python.")
    found = []
    for number, cell in enumerate(cells, 1):
        if not isinstance(cell, dict) or cell.get("cell_type") != "code":
            continue
        source = cell.get("source", "")
        text = "".join(source) if isinstance(source, list) else str(source)
        found.append(read_cell(str(cell.get("id") or f"cell-{number}"), number, text.replace("\r\n", "\n")))
    return found


def read_cell(identity: str, number: int, source: str) -> CodeCell:
    """Read the magics of a cell."""
    head = re.match(r"\s*%%(\w+)([^\n]*)\n?", source)
    if not head:
        return _python_cell(identity, number, source, source)
    name, rest, body = head[1], head[2], source[head.end() :]
    above = "\n" * source[: head.end()].count("\n")
    if name in _PYTHON_CELL_MAGICS:
        return _python_cell(identity, number, source, above + body)
    written = None
    if name in ("writefile", "file"):
        words = rest.split()
        path = " ".join(word for word in words if word not in ("-a", "--append")).strip("'\"")
        text = body.rstrip("\n") + "\n" if body.strip() else ""
        written = WrittenFile(path, text, "-a" in words or "--append" in words) if path else None
    # A magic that is not known may have run Python, and so may have given names a value.
    silent = name in _SKIPPED_CELL_MAGICS or written is not None
    magics = () if silent else (Magic(1, head[0].strip()),)
    return CodeCell(identity, number, source, "", magics, written)


def _python_cell(identity: str, number: int, source: str, python: str) -> CodeCell:
    if not re.search(r"[%!?]", python):
        return CodeCell(identity, number, source, python)
    scan, lines, magics = _Scan(), [], []
    continued = False
    for index, line in enumerate(python.split("\n"), 1):
        if continued:  # of a magic
            continued = line.endswith("\\")
            lines.append("")
            continue
        fresh = scan.fresh
        kept, magic = _plain(line, index) if fresh else (line, None)
        if magic is not None:
            magics.append(magic)
            continued = line.endswith("\\")
        lines.append(kept)
        scan.line(kept)
    return CodeCell(identity, number, source, "\n".join(lines), tuple(magics))


def _plain(line: str, index: int) -> tuple[str, Magic | None]:
    """Return a line with its magic passed over; a block must not be left empty."""
    start = line.lstrip()
    indent = line[: len(line) - len(start)]
    timed = _PYTHON_LINE_MAGIC.match(start)
    if timed:
        return indent + start[timed.end() :], None
    if start[:1] in ("%", "!", "?") or _HELP.match(start):
        return f"{indent}pass" if indent else "", Magic(index, start.rstrip())
    assigned = _ASSIGNED_MAGIC.match(line)
    if not assigned:
        return line, None
    before, names, magic = assigned.groups()
    run = _PYTHON_LINE_MAGIC.match(magic)
    if run:
        return f"{before}{names} = {magic[run.end() :]}", None
    targets = tuple(name.strip() for name in names.split(",") if name.strip())
    return f"{before}pass" if before else "", Magic(index, line.strip(), targets)


@dataclass
class _Scan:
    """Follows strings and brackets through a text, line by line."""

    _open: int = 0
    _quote: str = ""
    _continued: bool = False
    _pairs: dict[str, int] = field(
        default_factory=lambda: {**dict.fromkeys("([{", 1), **dict.fromkeys(")]}", -1)}
    )

    @property
    def fresh(self) -> bool:
        """Whether a statement may begin here."""
        return self._open == 0 and not self._quote and not self._continued

    def line(self, text: str) -> None:
        """Take the next line in."""
        self._continued = False
        at = 0
        while at < len(text):
            char = text[at]
            if self._quote:
                if char == "\\":
                    at += 1
                elif text.startswith(self._quote, at):
                    at += len(self._quote) - 1
                    self._quote = ""
            elif char == "#":
                break
            elif char in "\"'":
                self._quote = char * 3 if text.startswith(char * 3, at) else char
                at += len(self._quote) - 1
            elif char in self._pairs:
                self._open = max(0, self._open + self._pairs[char])
            elif char == "\\" and at == len(text) - 1:
                self._continued = True
            at += 1
        if len(self._quote) == 1:
            self._quote = ""  # a string in single quotes ends with its line
