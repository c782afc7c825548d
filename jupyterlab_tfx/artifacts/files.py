"""Where an artifact's files are: what a document is made from, and the files of a local folder."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Protocol

# JupyterLab makes the first wherever somebody opens a file; the second has predictions (kernel/evaluated.py).
_NOT_TFX = {".ipynb_checkpoints", "jupyterlab-tfx"}


class Files(Protocol):
    """The files at a URI, read-only. Paths are relative to it, with slashes.

    Every method may raise OSError: FileNotFoundError where there is nothing at the URI.
    """

    #: Whether the URI is itself a file; its path is then its name.
    single: bool
    #: Files that ``paths`` returns at most.
    limit: int

    def paths(self) -> list[str]:
        """Return the files, sorted, those of outer folders first; ``limit`` at most."""

    def size(self, path: str) -> int:
        """Return a file's size in bytes."""

    def read(self, path: str, length: int) -> bytes:
        """Return the first bytes of a file, ``length`` at most."""


class LocalFiles:
    """The regular files at a local path. Links that lead out of it are not there."""

    def __init__(self, root: str | os.PathLike[str], limit: int = 10_000) -> None:
        self.root = Path(os.path.realpath(root))
        self.limit = limit
        self.single = os.path.isfile(self.root)  # Path's raises where a name is too long

    def paths(self) -> list[str]:
        """See :class:`Files`."""
        if self.single:
            return [self.root.name]
        found: list[str] = []
        folders = [""]
        for folder in folders:  # grows while it is read: outer folders come first
            try:
                entries = sorted(os.scandir(self.root / folder), key=lambda entry: entry.name)
            except OSError:
                if not folder:
                    raise
                continue
            for entry in entries:
                path = f"{folder}{entry.name}"
                if entry.name in _NOT_TFX:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{path}/")
                elif entry.is_file(follow_symlinks=False) or (entry.is_symlink() and self._is_here(path)):
                    found.append(path)
                    if len(found) == self.limit:
                        return found
        return found

    def size(self, path: str) -> int:
        """See :class:`Files`."""
        return self._at(path).stat().st_size

    def read(self, path: str, length: int) -> bytes:
        """See :class:`Files`."""
        with self._at(path).open("rb") as file:
            return file.read(length)

    def _at(self, path: str) -> Path:
        return self.root if self.single else self.root / path

    def _is_here(self, path: str) -> bool:
        """Tell whether a link leads to a regular file below the root."""
        real = os.path.realpath(self.root / path)
        try:
            return stat.S_ISREG(os.stat(real).st_mode) and Path(real).is_relative_to(self.root)
        except OSError:
            return False
