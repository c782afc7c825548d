"""Artifacts in Google Cloud Storage and S3, through fsspec where it is installed. Read-only."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from typing import Any

from ..artifacts import Files
from .config import NotAllowedError
from .locations import ByteSource, UnreadableError, check_path

#: The package that reads a scheme.
PACKAGES = {"gs": "gcsfs", "s3": "s3fs"}
# What stores say of an object's content or of its time.
_VERSIONS = ("etag", "ETag", "generation", "updated", "LastModified", "mtime", "created")


class RemoteLocation:
    """A folder or an object at a URL."""

    def __init__(self, url: str) -> None:
        self._scheme, _, self._root = url.rstrip("/").partition("://")

    def files(self) -> Files:
        """See :class:`.locations.Location`."""
        return RemoteFiles(self._filesystem(), self._root)

    def open(self, path: str) -> ByteSource:
        """See :class:`.locations.Location`."""
        check_path(path)
        filesystem = self._filesystem()
        name = path.rpartition("/")[2][:200]
        try:
            if path == self._root.rpartition("/")[2]:
                with contextlib.suppress(FileNotFoundError):
                    return RemoteFile(filesystem, self._root)  # an object by itself goes by its own name
            return RemoteFile(filesystem, f"{self._root}/{path}")
        except FileNotFoundError:
            raise FileNotFoundError(f"There is no file {name} in the artifact.") from None
        except PermissionError:
            raise NotAllowedError(f"The Jupyter server's account may not read {name}.") from None
        except OSError as error:
            raise UnreadableError(f"{name} cannot be read from {self._scheme}:// ({error}).") from None

    def _filesystem(self) -> Any:
        package = PACKAGES.get(self._scheme)
        if package is None:
            raise UnreadableError("The Jupyter server reads local files, gs:// and s3://, and nothing else.")
        try:
            import fsspec

            # What a run has just written must be seen.
            return fsspec.filesystem(self._scheme, use_listings_cache=False)
        except ImportError:
            raise UnreadableError(
                f"To read {self._scheme}:// the Jupyter server's environment needs {package}. "
                f"Install it there (pip install {package}) and restart the server."
            ) from None


class RemoteFiles:
    """The objects below a URL; see :class:`jupyterlab_tfx.artifacts.Files`."""

    limit = 1_000

    def __init__(self, filesystem: Any, root: str) -> None:
        self._filesystem = filesystem
        self._root = root
        self._sizes: dict[str, int] = {}
        self.single = False

    def paths(self) -> list[str]:
        """Ask for the list; sizes come with it."""
        with _as_os_error():
            info = self._filesystem.info(self._root)
            self.single = info["type"] == "file"
            if self.single:
                self._sizes = {self._root.rpartition("/")[2]: int(info["size"])}
            else:
                self._sizes = self._walk()
        return sorted(self._sizes, key=lambda path: (path.count("/"), path))

    def size(self, path: str) -> int:
        """Return what the list said."""
        return self._sizes[path]

    def read(self, path: str, length: int) -> bytes:
        """Ask for an object's first bytes."""
        with _as_os_error():
            at = self._root if self.single else f"{self._root}/{path}"
            return bytes(self._filesystem.cat_file(at, start=0, end=length))

    def _walk(self) -> dict[str, int]:
        sizes: dict[str, int] = {}
        top = None
        for folder, _, objects in self._filesystem.walk(self._root, detail=True):
            top = folder if top is None else top
            for name, info in objects.items():
                if name:  # an object that stands for the folder has none
                    sizes[f"{folder}/{name}"[len(top) :].lstrip("/")] = int(info["size"] or 0)
                if len(sizes) == self.limit:
                    return sizes
        return sizes


class RemoteFile:
    """An object, read in parts; see :class:`.locations.ByteSource`."""

    chunk = 4 * 1024 * 1024

    def __init__(self, filesystem: Any, path: str) -> None:
        self._filesystem = filesystem
        self._path = path
        with _as_os_error():
            info = filesystem.info(path)
        if info["type"] != "file":
            raise FileNotFoundError(path)
        self.size = int(info["size"])
        version = "".join(str(info.get(key, "")) for key in _VERSIONS)
        self.etag = f'"{self.size:x}-{hashlib.sha256(version.encode()).hexdigest()[:16]}"'

    def read(self, start: int, length: int) -> bytes:
        """Ask for a part."""
        with _as_os_error():
            return bytes(self._filesystem.cat_file(self._path, start=start, end=start + length))

    def close(self) -> None:
        """Nothing is open."""


@contextlib.contextmanager
def _as_os_error() -> Iterator[None]:
    """Turn what a cloud's own package raises into OSError; its text, which may hold anything, is left out."""
    try:
        yield
    except (FileNotFoundError, PermissionError):
        raise
    except Exception as error:
        raise OSError(type(error).__name__) from error
