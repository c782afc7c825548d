"""Where an artifact is: its files for the document, and one file's bytes. Local here; see also remote.py."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Protocol

from ..artifacts import Files, LocalFiles
from .config import NotAllowedError


class UnreadableError(Exception):
    """A store that this server cannot read from. The text says why in a sentence."""


class ByteSource(Protocol):
    """An open file. Reading and closing may take time: not for the event loop."""

    size: int
    #: Tells one content from another; in double quotes, as the header ETag wants it.
    etag: str
    #: Bytes that are best read at once.
    chunk: int

    def read(self, start: int, length: int) -> bytes:
        """Return bytes from ``start`` on: fewer than ``length`` only where the file has become shorter."""

    def close(self) -> None:
        """Let go of the file."""


class Location(Protocol):
    """A URI that may be read."""

    def files(self) -> Files:
        """Return the files at the URI."""

    def open(self, path: str) -> ByteSource:
        """Open a file; ``path`` is relative to the URI.

        Raises:
            NotAllowedError: the path leaves the URI, or the server may not read it.
            FileNotFoundError: there is no such file.
        """


def check_path(path: str) -> None:
    """Look at a relative path from a request.

    Raises:
        NotAllowedError: it leaves the artifact.
    """
    if path.startswith("/") or ".." in path.split("/"):
        raise NotAllowedError("The path leaves the artifact: give one that is relative to its URI.")


class LocalLocation:
    """A folder or a file of this machine; ``root`` is its real path."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def files(self) -> Files:
        """See :class:`Location`."""
        return LocalFiles(self._root)

    def open(self, path: str) -> ByteSource:
        """See :class:`Location`."""
        check_path(path)
        # A file that is opened by itself goes by its own name.
        single = path == self._root.name and os.path.isfile(self._root)
        target = self._root if single else Path(os.path.realpath(self._root / path))
        if not target.is_relative_to(self._root):
            raise NotAllowedError(f"{_last(path)} is a link that leads out of the artifact.")
        try:
            return LocalFile(target)
        except PermissionError:
            raise NotAllowedError(f"The Jupyter server may not read {_last(path)}.") from None
        except OSError:  # not there, a folder, a name that is too long
            raise FileNotFoundError(f"There is no file {_last(path)} in the artifact.") from None


class LocalFile:
    """A regular file of this machine. A pipe or a device, which might wait for ever, is none."""

    chunk = 256 * 1024

    def __init__(self, path: Path) -> None:
        # The path is real: a link in its place came after it was looked at.
        self._file = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOFOLLOW)
        status = os.fstat(self._file)
        self.size = status.st_size
        self.etag = f'"{status.st_size:x}-{status.st_mtime_ns:x}"'
        if not stat.S_ISREG(status.st_mode):
            self.close()
            raise FileNotFoundError(path)

    def read(self, start: int, length: int) -> bytes:
        """See :class:`ByteSource`."""
        return os.pread(self._file, length, start)

    def close(self) -> None:
        """See :class:`ByteSource`."""
        os.close(self._file)


def _last(path: str) -> str:
    return path.rpartition("/")[2][:200]
