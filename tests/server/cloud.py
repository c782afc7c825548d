"""Stand-ins for a cloud: file systems of fsspec's own that the real fsspec gives out for ``gs://``.

What is not here is what only gcsfs and s3fs do: to authenticate, and to ask over a network.
"""

from __future__ import annotations

from typing import Any, ClassVar

from fsspec.implementations.dirfs import DirFileSystem
from fsspec.implementations.local import LocalFileSystem
from fsspec.implementations.memory import MemoryFileSystem


class Faulty:
    """Raises what is set instead of answering, as a cloud's own package would."""

    fault: ClassVar[Exception | None] = None

    def info(self, path: str, **options: Any) -> Any:
        """See fsspec's AbstractFileSystem."""
        self._fail()
        return super().info(path, **options)  # type: ignore[misc]

    def cat_file(self, path: str, **options: Any) -> Any:
        """See fsspec's AbstractFileSystem."""
        self._fail()
        return super().cat_file(path, **options)  # type: ignore[misc]

    def _fail(self) -> None:
        if self.fault is not None:
            raise self.fault


class InMemory(Faulty, MemoryFileSystem):  # type: ignore[misc]
    """Objects in memory: folders are but the beginnings of names."""

    protocol = ("gs",)
    store: ClassVar[dict[str, Any]] = {}
    pseudo_dirs: ClassVar[list[str]] = [""]


class InFolder(Faulty, DirFileSystem):  # type: ignore[misc]
    """Files below a folder: sizes, times and parts are those of the disk."""

    protocol = ("gs",)
    folder: ClassVar[str] = ""

    def __init__(self, **options: Any) -> None:
        super().__init__(path=self.folder, fs=LocalFileSystem(), **options)
