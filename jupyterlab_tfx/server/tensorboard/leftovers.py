"""Boards of a Jupyter server that was killed: a file in Jupyter's runtime folder names what it had started.

A process is known by its id and the time at which it was started, as ids are given again. Only a file's own
user can have written it, and only a process that still is what the file says is ended.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
from pathlib import Path
from typing import Any

_NAME = "jupyterlab-tfx-tensorboard-"


class Leftovers:
    """The processes of this server, for the one after it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / f"{_NAME}{os.getpid()}.json"
        self._children: dict[int, str] = {}

    def add(self, pid: int) -> None:
        """Remember a process."""
        started = start_time(pid)
        if started is not None:
            self._children[pid] = started
            self._write()

    def remove(self, pid: int) -> None:
        """Forget a process that has ended."""
        if self._children.pop(pid, None) is not None:
            self._write()

    def _write(self) -> None:
        if not self._children:
            self._path.unlink(missing_ok=True)
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        content = {
            "server": [os.getpid(), start_time(os.getpid())],
            "children": [[pid, started] for pid, started in self._children.items()],
        }
        draft = self._path.with_suffix(".draft")
        draft.unlink(missing_ok=True)
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            json.dump(content, file)
        draft.replace(self._path)

    def reap(self) -> int:
        """End what servers that are no more have left; return how many processes that were."""
        ended = 0
        for path in self._folder.glob(f"{_NAME}*.json"):
            try:
                if path.is_symlink() or path.stat().st_uid != os.getuid():
                    continue
                content = json.loads(path.read_text())
                if _is(content["server"]):
                    continue
                ended += sum(_end(child) for child in content["children"] if _is(child))
            except (OSError, ValueError, KeyError, TypeError):
                pass  # half a file of a server that was killed while it wrote
            with contextlib.suppress(OSError):
                path.unlink()
        return ended


def start_time(pid: int) -> str | None:
    """Return what tells a process from an earlier one of the same id; None where there is none that runs."""
    try:
        # The name, which may hold anything, is in brackets; then the state, and as the 22nd field the start.
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return None if fields[0] == "Z" else fields[19]
    except (OSError, IndexError):
        if Path("/proc/self/stat").exists():
            return None
    found = subprocess.run(  # noqa: S603 - a number, where there is no /proc
        ["/bin/ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return found.stdout.strip() or None


def _is(process: Any) -> bool:
    pid, started = process
    return isinstance(pid, int) and pid > 1 and started is not None and start_time(pid) == started


def _end(process: Any) -> bool:
    try:
        if os.getpgid(process[0]) != process[0]:  # ours lead their groups
            return False
        os.killpg(process[0], signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return False
    return True
