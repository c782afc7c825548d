"""Puts bytes of files into a document, as many as there is room for."""

from __future__ import annotations

import base64
import gzip

from ..protocol import Record
from .files import Files

#: Bytes of a file that are read to see whether they fit.
MAX_READ = 4_000_000
# What compresses better than this is cut sooner than it had to be.
_BEST_RATIO = 20
# Of what is cut to fit by an estimate, so much is kept that it does.
_MARGIN = 0.9


class Room:
    """What is left of a document's length."""

    def __init__(self, length: int) -> None:
        self.left = length

    def put_whole(self, record: Record, files: Files, path: str, most: int) -> bool:
        """Give an ArtifactFile all of its bytes; False where they do not fit, or cannot be read."""
        if record["size"] > MAX_READ:
            return False
        content = _read(files, path, MAX_READ)
        if content is None or len(content) != record["size"]:
            return False
        encoding, text = _encoded(content)
        return self._put(record, encoding, text, most)

    def put_start(self, record: Record, files: Files, path: str, most: int) -> bool:
        """Give an ArtifactFile its first bytes; False where these are not all."""
        most = max(0, min(most, self.left))
        packed = path.endswith(".gz")
        content = _read(files, path, min(MAX_READ, most * 3 // 4 if packed else most * _BEST_RATIO))
        while content is not None:
            encoding, text = ("base64", _base64(content)) if packed else _encoded(content)
            if self._put(record, encoding, text, most):
                return bool(len(content) == record["size"])
            if not content:
                break
            content = content[: min(int(len(content) * most / len(text) * _MARGIN), len(content) - 1)]
        return False

    def _put(self, record: Record, encoding: str, text: str, most: int) -> bool:
        length = len(encoding) + len(text)  # the record had room for null and null
        if length > min(most, self.left):
            return False
        record["encoding"], record["data"] = encoding, text
        self.left -= length
        return True


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _encoded(content: bytes) -> tuple[str, str]:
    """Return how bytes are encoded, and that: compressed where it is shorter so."""
    packed = gzip.compress(content, mtime=0)
    return ("gzip+base64", _base64(packed)) if len(packed) < len(content) else ("base64", _base64(content))


def _read(files: Files, path: str, length: int) -> bytes | None:
    """Return the first bytes of a file; None where it cannot be read, or was removed."""
    try:
        return files.read(path, length)
    except OSError:
        return None
