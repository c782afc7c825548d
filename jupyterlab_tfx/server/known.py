"""Artifacts that metadata stores have named: what is known of a URI, and which further paths may be read."""

from __future__ import annotations

import os
import posixpath
import re
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..protocol import Record

#: Artifacts that are remembered, the newest ones.
MAX_ARTIFACTS = 20_000
# Where TFX puts an output: ``<root>/<component>/<output>/<execution id>``, with an index below it where there
# are several; a value is a file there.
_OUTPUT = re.compile(r".*[^/]/[^/]+/[^/]+/[0-9]+(/value)?", re.DOTALL)
_SYSTEM = ("/proc", "/sys", "/dev")


@dataclass(frozen=True)
class KnownArtifact:
    """An Artifact of the protocol, as a store has it.

    Attributes:
        trusted: Whether the store is one that the server's configuration names. Of another, which is a file
            that may have come from anywhere, only what lies where TFX puts outputs is taken at its word.
    """

    record: Record
    trusted: bool

    def may_be_read(self, path: Path) -> bool:
        """Tell whether the artifact's real local path may be read, though it is below no allowed root."""
        if self.trusted:
            return True
        if not _OUTPUT.fullmatch(path.as_posix()) or any(path.is_relative_to(folder) for folder in _SYSTEM):
            return False
        try:
            return path.stat().st_uid == os.getuid()
        except OSError:
            return False

    def may_be_fetched(self, url: str) -> bool:
        """Tell whether the artifact's remote URL may be read, though it is below no allowed root."""
        return self.trusted or _OUTPUT.fullmatch(url) is not None


class KnownArtifacts:
    """Artifacts by URI, from the stores that this server has read since it was started."""

    def __init__(self) -> None:
        self._artifacts: OrderedDict[str, KnownArtifact] = OrderedDict()

    def remember(self, executions: Iterable[Record], *, trusted: bool) -> None:
        """Take the inputs and outputs of executions, as a StoreReply has them."""
        for record in _artifacts(executions):
            key = plain_uri(record["uri"])
            known = self._artifacts.pop(key, None)
            # A file that says the same as the configured store takes nothing away.
            self._artifacts[key] = KnownArtifact(record, trusted or (known is not None and known.trusted))
        while len(self._artifacts) > MAX_ARTIFACTS:
            self._artifacts.popitem(last=False)

    def find(self, uri: str) -> KnownArtifact | None:
        """Return what is known of a URI."""
        return self._artifacts.get(plain_uri(uri))


def _artifacts(executions: Iterable[Record]) -> Iterator[Record]:
    for execution in executions:
        for side in (execution["inputs"], execution["outputs"]):
            for artifacts in side.values():
                yield from (artifact for artifact in artifacts if artifact["uri"])


def plain_uri(uri: str) -> str:
    """Return a URI as it is compared: a local path without dots and doubled slashes, no slash at its end."""
    if is_remote(uri):
        return uri.rstrip("/")
    return posixpath.normpath(uri.removeprefix("file://"))


def is_remote(uri: str) -> bool:
    """Tell whether a URI is no path of this machine."""
    return "://" in uri and not uri.startswith("file://")
