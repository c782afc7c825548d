"""Leaves out of a node's start what nearly no node needs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from types import ModuleType

#: Components on Vertex AI: `tfx.v1` imports them, and with them Google's client of all that Vertex AI has,
#: which is a quarter of the time before a component of one's own, or a module file, begins.
WHEN_USED = frozenset({"tfx.v1.extensions.google_cloud_ai_platform"})


class _WhenUsed(MetaPathFinder):
    """Finds these modules with Python's own lazy loader: they load when something of them is asked for."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return the spec of a module that is loaded when it is used; None of all others."""
        if fullname not in WHEN_USED:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = LazyLoader(spec.loader)
        return spec


def import_when_used() -> None:
    """Let the components on Vertex AI load at their first use, in this process."""
    sys.meta_path.insert(0, _WhenUsed())
