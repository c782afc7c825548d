"""The content of an artifact's files, read with what the kernel has loaded already."""

from __future__ import annotations

import base64
import contextlib
import gzip
import re
import struct
import sys
import zlib
from collections.abc import Iterator
from typing import Any

from ...artifacts import Files
from ...protocol import Record

#: Bytes of all files of an artifact that are read.
MAX_BYTES = 4_000_000
#: Bytes of a file in text format: Python takes up to 0.1 s for so many.
MAX_TEXT_FORMAT = 32_000
#: Bytes of records, decompressed.
MAX_RECORDS = 4_000_000
_GZIP = b"\x1f\x8b"


def loaded(module: str) -> Any:
    """Return a module that is loaded.

    Raises:
        LookupError: it is not, and nothing is to be imported for a summary.
    """
    return sys.modules[module]


class Content:
    """The files that an ArtifactDocument names."""

    def __init__(self, document: Record, files: Files) -> None:
        self.document = document
        self._files = files
        self._left = MAX_BYTES

    def paths(self, pattern: str) -> list[str]:
        """Return the paths that a regular expression is all of."""
        every = (str(file["path"]) for file in self.document["files"])
        return [path for path in every if re.fullmatch(pattern, path)]

    def by_split(self, name: str) -> dict[str, list[str]]:
        """Return the files whose name a regular expression is all of, by split; ``""`` is no split."""
        found: dict[str, list[str]] = {split: [] for split in self.document["splits"]}
        for path in self.paths(f"(?:[^/]+/)?(?:{name})"):
            folder = path.rpartition("/")[0]
            found.setdefault(re.sub("^Split(Pair)?-", "", folder), []).append(path)
        return {split: paths for split, paths in found.items() if paths}

    def whole(self, path: str) -> bytes | None:
        """Return all of a file: what the document has of it, else what is there; None where it is long."""
        file = self._file(path)
        if file["size"] > self._left:
            return None
        content = _carried(file)
        if len(content) != file["size"]:
            try:
                content = self._files.read(path, file["size"])
            except OSError:
                return None
        self._left -= len(content)
        return content

    def start(self, path: str) -> bytes:
        """Return what the document has of a file."""
        return _carried(self._file(path))

    def most(self, path: str) -> bytes:
        """Return all of a file, or of a long one what the document has."""
        content = self.whole(path)
        return self.start(path) if content is None else content

    def is_cut(self, path: str, content: bytes) -> bool:
        """Tell whether content is only a part of a file."""
        return bool(len(content) < self._file(path)["size"])

    def message(self, path: str, message: Any) -> Any:
        """Return a file as a message of protobuf, of a class; None where it is too long, or is none."""
        content = self.whole(path)
        with contextlib.suppress(Exception):
            return None if content is None else message.FromString(content)
        return None

    def text_message(self, path: str, message: Any) -> tuple[Any, bool]:
        """Return a file in protobuf's text format as a message of a class, and whether it was cut.

        Of a long one, the fields that are complete.
        """
        content = self.most(path)
        cut = len(content) > MAX_TEXT_FORMAT or self.is_cut(path, content)
        if cut:
            content = content[:MAX_TEXT_FORMAT]
            content = content[: content.rfind(b"\n}\n") + 3]
        text = content.decode("utf-8")
        return loaded("google.protobuf.text_format").Parse(text, message(), allow_unknown_field=True), cut

    def _file(self, path: str) -> Record:
        return next(file for file in self.document["files"] if file["path"] == path)


def records(content: bytes) -> Iterator[bytes]:
    """Yield the records of a TFRecord file's content, without looking at checksums.

    It may be compressed, and cut off: what is not complete is left out.
    """
    if content.startswith(_GZIP):
        content = zlib.decompressobj(wbits=31).decompress(content, MAX_RECORDS)
    at = 0
    while at + 12 <= len(content):
        (length,) = struct.unpack_from("<Q", content, at)
        if at + 12 + length > len(content):
            return
        yield content[at + 12 : at + 12 + length]
        at += 16 + length


def _carried(file: Record) -> bytes:
    """Return the bytes that the document has of a file."""
    if file["data"] is None:
        return b""
    content = base64.b64decode(file["data"])
    return gzip.decompress(content) if file["encoding"] == "gzip+base64" else content
