"""What stands in the way of an export, each anchored to the cell that it is about."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Problem:
    """One finding, in words."""

    #: ``undefined-name``, ``kernel-only``, ``magic-name``, ``run-result``, ``local-path``, ``secret``,
    #: ``defined-twice``, ``syntax``, ``no-components``, ``parameter``, ``pipeline``, ``beam-image``.
    code: str
    #: An error keeps the files from being written.
    severity: Severity
    message: str
    cell_id: str | None = None
    #: Number of the cell in the notebook, from 1; of its line, from 1.
    cell: int | None = None
    line: int | None = None
    #: The name that it is about, where it is about one: what a constant may be given for.
    name: str | None = None
    #: Python text of the value that the kernel has, offered as a constant.
    offer: str | None = None

    def record(self) -> dict[str, Any]:
        """Return the record of the protocol."""
        record = asdict(self)
        return {"cellId" if key == "cell_id" else key: value for key, value in record.items()}

    def sentence(self) -> str:
        """Return it for a terminal, with where it is."""
        place = "" if self.cell is None else f"cell {self.cell}"
        if place and self.line is not None:
            place += f", line {self.line}"
        return f"{self.severity}: {place + ': ' if place else ''}{self.message}"


class ExportError(ValueError):
    """An option that cannot be met, in words for the person."""
