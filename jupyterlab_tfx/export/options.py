"""What a person chooses of an export."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def _no_file(_: str) -> str | None:
    return None


@dataclass(frozen=True)
class Options:
    """Choices of an export. Whatever is ``None`` is taken from the notebook."""

    #: File name of the notebook, as the exported files name it.
    notebook: str = "notebook.ipynb"
    #: The notebook's folder as seen from the folder that is written.
    folder: str = ".."
    #: Names in the registry of targets.
    targets: tuple[str, ...] = ("local",)
    #: Variable of the context whose pipeline is exported, where the notebook has several.
    context: str | None = None
    name: str | None = None
    root: str | None = None
    #: Path of the SQLite file.
    metadata: str | None = None
    #: Beam arguments of all components, before those that were chosen in the panel for all.
    beam_args: tuple[str, ...] | None = None
    #: Whether the Beam runners that were chosen in the panel are taken over.
    beam_choice: bool = True
    #: ``variable.argument`` of components that become runtime parameters; ``None``: where the data are.
    parameters: tuple[str, ...] | None = None
    #: Python text of values by name: what no cell defines, or what another value is wanted for.
    constants: Mapping[str, str] = field(default_factory=dict)
    #: Python text of the values that the kernel has, by name; ``None`` where a value has none.
    kernel_values: Mapping[str, str | None] = field(default_factory=dict)
    #: Reads a text file by its path as seen from the notebook's folder; ``None`` where there is none.
    read_file: Callable[[str], str | None] = _no_file

    @property
    def stem(self) -> str:
        """The notebook's name without its ending."""
        return posixpath.splitext(posixpath.basename(self.notebook))[0] or "notebook"
