"""A SQLite metadata store that processes share: each waits for its turn, and for a while only."""

from __future__ import annotations

import fcntl
import hashlib
import os
import sqlite3
import sys
import time

from .outcome import UsageError

#: Seconds that a node waits for its turn at most.
WAIT_VARIABLE = "TFX_METADATA_WAIT"
#: Nodes hold the store for some hundredths of a second; sixteen of them are through in half a minute.
DEFAULT_WAIT = 300.0
_PAUSE = 0.02


class StoreLockedError(Exception):
    """Somebody else holds the metadata store. The text says what to do."""

    def __init__(self, path: str, seconds: float) -> None:
        super().__init__(
            f"The metadata store {path} is held by another process, for more than {seconds:g} seconds. End "
            "what holds it, such as a kernel that hangs or a tool that looks into databases, and run the "
            f"node again, which is safe. The variable {WAIT_VARIABLE} is how many seconds a node waits."
        )


def longest_wait() -> float:
    """Return how many seconds a node waits for its turn.

    Raises:
        UsageError: the environment says something else.
    """
    text = os.environ.get(WAIT_VARIABLE) or str(DEFAULT_WAIT)
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds < float("inf"):
        raise UsageError(f"{WAIT_VARIABLE} is {text}: give it a number of seconds.")
    return seconds


class StoreLock:
    """The turn of a process at one database file.

    Nodes take turns at a lock file beside it, which the operating system gives back when a process ends,
    however it ends. Others, such as a notebook's kernel, know nothing of that file: SQLite's own lock is
    looked at too.
    """

    def __init__(self, path: str, seconds: float) -> None:
        self._path = path
        self._seconds = seconds
        self._file: int | None = None

    def take(self) -> None:
        """Wait for the turn.

        Raises:
            StoreLockedError: it has not come.
        """
        end = time.monotonic() + self._seconds
        self._file = file = os.open(f"{self._path}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            while not _took(file):
                if time.monotonic() > end:
                    raise self.error()
                time.sleep(_PAUSE)
            self._wait_for_others(max(0.0, end - time.monotonic()))
        except BaseException:
            self.give()
            raise

    def give(self) -> None:
        """Let the next one have it."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def error(self) -> StoreLockedError:
        """Return what is said where the turn does not come."""
        return StoreLockedError(self._path, self._seconds)

    def _wait_for_others(self, seconds: float) -> None:
        if not os.path.exists(self._path):
            return
        database = sqlite3.connect(self._path, timeout=seconds, isolation_level=None)
        try:
            database.execute("BEGIN IMMEDIATE")
            database.execute("ROLLBACK")
        except sqlite3.OperationalError as error:
            if is_locked(error):
                raise self.error() from error
            raise
        finally:
            database.close()


class NodeTurn:
    """The turn of a process at a node in a run: an orchestrator that was killed may start it once more.

    One file beside the database has a byte for each node and run, which the operating system locks.
    """

    def __init__(self, path: str, run_id: str, node_id: str) -> None:
        self._path = f"{path}.nodes.lock"
        self._node = node_id
        digest = hashlib.sha256(f"{run_id}\n{node_id}".encode()).digest()
        self._byte = int.from_bytes(digest[:7], "big")
        self._file: int | None = None

    def take(self) -> None:
        """Wait until no other process runs the node; the end of this process gives the turn back too."""
        self._file = file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        told = False
        while True:
            try:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, self._byte)
            except (BlockingIOError, PermissionError):
                if not told:
                    print(
                        f"Another process runs {self._node} in this run already: waiting for its end.",
                        file=sys.stderr,
                        flush=True,
                    )
                told = True
                time.sleep(_PAUSE)
            else:
                return

    def give(self) -> None:
        """Let another process have it."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def _took(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def is_locked(error: BaseException | None) -> bool:
    """Tell whether SQLite, or ML Metadata for it, gave up on a database that another process writes to."""
    text = str(error)
    return "database is locked" in text or "Concurrent writes aborted" in text
