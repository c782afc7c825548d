"""Files that are only in memory, some of which cannot be read."""

from __future__ import annotations


class MemoryFiles:
    """Files by path; a value of None is a file that was removed after it was listed."""

    def __init__(
        self, contents: dict[str, bytes | None], *, single: bool = False, limit: int = 10_000
    ) -> None:
        self.contents = contents
        self.single = single
        self.limit = limit

    def paths(self) -> list[str]:
        """Return the files in the order that they were given in."""
        return list(self.contents)[: self.limit]

    def size(self, path: str) -> int:
        """Return a file's size."""
        return len(self._content(path))

    def read(self, path: str, length: int) -> bytes:
        """Return a file's first bytes."""
        return self._content(path)[:length]

    def _content(self, path: str) -> bytes:
        content = self.contents[path]
        if content is None:
            raise FileNotFoundError(path)
        return content
