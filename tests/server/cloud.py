"""A stand-in for fsspec: a bucket that is a local folder, with what fsspec's own file systems answer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any


class Bucket:
    """The calls of fsspec's AbstractFileSystem that the server makes, and no other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        #: Raised by every call, where it is set: as a cloud's own package would.
        self.fault: Exception | None = None

    def info(self, path: str) -> dict[str, Any]:
        """Return what is known of an object or a folder."""
        if self.fault is not None:
            raise self.fault
        local = self.folder / path
        status = local.stat()
        kind = "file" if local.is_file() else "directory"
        return {"name": path, "size": status.st_size, "type": kind, "etag": f'"{status.st_mtime_ns}"'}

    def walk(self, path: str, *, detail: bool) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
        """Yield folders with what is in them; nothing for one that is not there."""
        assert detail
        for folder, folders, files in os.walk(self.folder / path):
            name = Path(folder).relative_to(self.folder).as_posix()
            yield (
                name,
                {entry: self.info(f"{name}/{entry}") for entry in folders},
                {entry: self.info(f"{name}/{entry}") for entry in files},
            )

    def cat_file(self, path: str, *, start: int, end: int) -> bytes:
        """Return a part of an object."""
        if self.fault is not None:
            raise self.fault
        return (self.folder / path).read_bytes()[start:end]


def fsspec(bucket: Any) -> ModuleType:
    """Return a module ``fsspec`` that has gcsfs installed, and not s3fs."""
    module = ModuleType("fsspec")

    def filesystem(scheme: str, **options: object) -> Any:
        if scheme != "gs":
            raise ImportError(f"Install {scheme}fs")
        assert options == {"use_listings_cache": False}
        return bucket

    module.filesystem = filesystem  # type: ignore[attr-defined]
    return module
