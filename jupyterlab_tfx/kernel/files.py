"""What tells one content of a module file or of a data folder from another."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import time
from pathlib import Path

from ..protocol import Record

#: Files of a data folder that are looked at, at most.
MAX_FILES = 10_000

#: Seconds that looking at one path may take after every cell.
QUICK = 0.02


def module_fingerprint(path: str) -> str | None:
    """Return a digest of a file's bytes; None where it cannot be read."""
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return None


def left_copy(path: str) -> str | None:
    """Return the copy of a module file that TFX imports instead of a new one, if there is such a copy.

    TFX installs the packaged file into a temporary folder at the end of ``sys.path``, and leaves that there
    when the import fails (``import_func_from_module`` in ``tfx/utils/import_utils.py``): from then on the
    first copy is the one that is found.
    """
    found = _on_path(path)
    if found is None or os.path.realpath(found) == os.path.realpath(path):
        return None
    return found if found.startswith(os.path.join(tempfile.gettempdir(), "")) else None


def is_imported_itself(path: str) -> bool:
    """Tell whether TFX imports a module file from its own place, and not as it was packaged.

    It does where the file's folder is on ``sys.path``, as the notebook's is: the packaged copy comes last.
    """
    found = _on_path(path)
    return found is not None and os.path.realpath(found) == os.path.realpath(path)


def _on_path(path: str) -> str | None:
    """Return the first file on ``sys.path`` that has a module file's name."""
    copies = (os.path.abspath(os.path.join(entry, os.path.basename(path))) for entry in sys.path)
    return next((copy for copy in copies if os.path.isfile(copy)), None)


def data_fingerprint(path: str) -> str | None:
    """Return a digest of the names, sizes and times below a folder (or of one file).

    TFX's own fingerprint of a span is of sizes and times too (``tfx/components/example_gen/utils.py``).
    None where there is nothing to read.
    """
    root = Path(path)
    try:
        if root.is_file():
            files = [root]
        else:
            files = []
            for folder, _, names in os.walk(root):
                files += [Path(folder, name) for name in names]
                if len(files) > MAX_FILES:
                    break
        if not files:
            return None
        digest = hashlib.sha256()
        for file in sorted(files)[:MAX_FILES]:
            digest.update(f"{file}\0{_size_and_time(file)}\n".encode("utf-8", "surrogateescape"))
        return digest.hexdigest()
    except OSError:
        return None


def _size_and_time(file: Path) -> str:
    """Return what changes with a file; a link to nowhere, or a file just removed, has none."""
    try:
        stat = file.stat()
    except OSError:
        return ""
    return f"{stat.st_size}\0{stat.st_mtime_ns}"


def file_record(path: str, role: str) -> Record:
    """Return a FileFingerprint of the protocol for a path as it is now."""
    fingerprint = module_fingerprint(path) if role == "module" else data_fingerprint(path)
    return {"path": path, "role": role, "fingerprint": fingerprint}


class Watch:
    """Files that runs have read, looked at again when asked: nothing polls."""

    def __init__(self) -> None:
        self._records: dict[str, Record] = {}
        self._stats: dict[str, tuple[int, int]] = {}
        self._seconds: dict[str, float] = {}

    def add(self, record: Record) -> None:
        """Remember a file; what it is now is looked up."""
        self._records[record["path"]] = self._look(record["path"], record["role"])
        self._stats.pop(record["path"], None)

    def records(self) -> list[Record]:
        """Return all files as they were when last looked at."""
        return list(self._records.values())

    def check(self, *, quick: bool = False) -> list[Record]:
        """Look at all files again and return those that changed; quickly, without those that take long."""
        changed = []
        for path, old in self._records.items():
            if quick and self._seconds[path] > QUICK:
                continue
            if old["role"] == "module" and self._same_stat(path):
                continue
            new = self._look(path, old["role"])
            if new != old:
                self._records[path] = new
                changed.append(new)
        return changed

    def _look(self, path: str, role: str) -> Record:
        start = time.perf_counter()
        record = file_record(path, role)
        self._seconds[path] = time.perf_counter() - start
        return record

    def _same_stat(self, path: str) -> bool:
        try:
            stat = os.stat(path)
        except OSError:
            return self._stats.pop(path, None) is None and self._records[path]["fingerprint"] is None
        new = (stat.st_size, stat.st_mtime_ns)
        same = self._stats.get(path) == new
        self._stats[path] = new
        return same
