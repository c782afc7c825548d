"""Reads the files beside a notebook, and writes an exported pipeline."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

#: A text file beside a notebook is taken in only up to this size.
MAX_BYTES = 2_000_000


def reader(folder: Path) -> Callable[[str], str | None]:
    """Return a function that reads a text file by its path as seen from a folder, and none outside."""
    root = folder.resolve()

    def read(path: str) -> str | None:
        file = (root / path).resolve()
        try:
            if not file.is_relative_to(root) or not file.is_file() or file.stat().st_size > MAX_BYTES:
                return None
            return file.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    return read


def seen_from(folder: Path, notebook_folder: Path) -> str:
    """Return the notebook's folder as seen from the exported one, with slashes."""
    return Path(os.path.relpath(notebook_folder.resolve(), folder.resolve())).as_posix()


def present(folder: Path, paths: list[str]) -> dict[str, str | None]:
    """Return the text that each file has now; ``None`` where there is none."""
    found: dict[str, str | None] = {}
    for path in paths:
        try:
            found[path] = (folder / path).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            found[path] = None
    return found


def write_files(folder: Path, files: dict[str, str]) -> list[str]:
    """Write the files that are not there as they should be; return their paths.

    Each is written whole beside its place first: what reads it meanwhile sees the old or the new one.
    """
    written = []
    for path, text in files.items():
        target = folder / path
        if present(folder, [path])[path] == text:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        new = target.with_name(f".{target.name}.new")
        new.write_text(text, "utf-8", newline="\n")
        new.replace(target)
        written.append(path)
    return written
