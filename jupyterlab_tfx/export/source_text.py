"""Text of a cell by the places that Python's syntax tree gives, and edits of it."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Edit:
    """Replace the characters from ``start`` to ``end``."""

    start: int
    end: int
    text: str


@dataclass
class SourceText:
    """A text whose places are counted as ``ast`` does: lines from 1, columns in bytes of UTF-8."""

    text: str
    _starts: list[int] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Make the indices."""
        self._lines = self.text.split("\n")
        at = 0
        for line in self._lines:
            self._starts.append(at)
            at += len(line) + 1

    def offset(self, line: int, column: int) -> int:
        """Return the character at a place."""
        text = self._lines[line - 1]
        return self._starts[line - 1] + len(text.encode()[:column].decode())

    def span(self, node: ast.stmt | ast.expr) -> tuple[int, int]:
        """Return where a node begins and ends; decorators belong to it."""
        first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])
        start = (
            self.offset(node.lineno, node.col_offset)
            if first == node.lineno
            else self.text.index("@", self._starts[first - 1])
        )
        return start, self.offset(node.end_lineno or node.lineno, node.end_col_offset or 0)

    def of(self, node: ast.stmt | ast.expr) -> str:
        """Return the text of a node."""
        start, end = self.span(node)
        return self.text[start:end]

    def line_of(self, offset: int) -> int:
        """Return the line of a character, from 1."""
        return self.text.count("\n", 0, offset) + 1

    def line_start(self, offset: int) -> int:
        """Return where the line of a character begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def trailing(self, offset: int) -> int:
        """Return the end of a comment that follows on the same line, or the place itself."""
        end = self.text.find("\n", offset)
        rest = self.text[offset : end if end >= 0 else len(self.text)]
        return offset + len(rest.rstrip()) if rest.lstrip().startswith("#") else offset

    def comment_above(self, offset: int) -> int:
        """Return where the comment lines directly above a line begin, or the line itself."""
        start = self.line_start(offset)
        while start > 0:
            above = self.line_start(start - 1)
            if not self.text[above : start - 1].strip().startswith("#"):
                break
            start = above
        return start


def apply_edits(text: str, edits: list[Edit], start: int, end: int) -> str:
    """Return a part of a text, edited. Of edits within each other the outermost counts."""
    found = []
    at = start
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if edit.start < at or edit.end > end:
            continue
        found += [text[at : edit.start], edit.text]
        at = edit.end
    found.append(text[at:end])
    return "".join(found)
