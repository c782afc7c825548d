"""Files of an artifact where TFX itself reads them: ``gs://`` and what else its file systems know."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator


class RemoteFiles:
    """See :class:`jupyterlab_tfx.artifacts.Files`. TFX is here already when these are asked for."""

    #: Each is a question to a store that may be far away.
    limit = 1_000

    def __init__(self, root: str) -> None:
        self._root = root.rstrip("/")
        self.single = False

    def paths(self) -> list[str]:
        """Ask for the list."""
        from tfx.dsl.io import fileio

        with _as_os_error():
            if not fileio.exists(self._root):
                raise FileNotFoundError(self._root)
            self.single = not fileio.isdir(self._root)
            if self.single:
                return [self._root.rpartition("/")[2]]
            found: list[str] = []
            for folder, _, names in fileio.walk(self._root):
                below = folder.rstrip("/")[len(self._root) :].lstrip("/")
                found += [f"{below}/{name}".lstrip("/") for name in names]
                if len(found) >= self.limit:
                    break
        return sorted(found[: self.limit], key=lambda path: (path.count("/"), path))

    def size(self, path: str) -> int:
        """Ask for a size."""
        from tfx.dsl.io import fileio

        with _as_os_error():
            return int(fileio.stat(self._at(path)).length)

    def read(self, path: str, length: int) -> bytes:
        """Ask for first bytes."""
        from tfx.dsl.io import fileio

        with _as_os_error(), fileio.open(self._at(path), "rb") as file:
            return bytes(file.read(length))

    def _at(self, path: str) -> str:
        return self._root if self.single else f"{self._root}/{path}"


@contextlib.contextmanager
def _as_os_error() -> Iterator[None]:
    """Turn TensorFlow's own errors into OSError."""
    try:
        yield
    except FileNotFoundError:
        raise
    except Exception as error:
        name = type(error).__name__
        raise (FileNotFoundError if name == "NotFoundError" else OSError)(name) from error
