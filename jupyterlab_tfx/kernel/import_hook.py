"""Waits for modules to be imported, and imports none."""

from __future__ import annotations

import contextlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import ModuleType
from typing import Any

Call = Callable[[], None]


class ImportHook(importlib.abc.MetaPathFinder):
    """Calls when a module begins to be loaded, and when it was. Finds nothing by itself.

    What it has to say is said while a module is loaded, never while it is looked for: whoever looks holds
    Python's global import lock, and may not wait for a lock of ours. What a call raises is dropped.

    Args:
        before: Calls by the full name of the module that begins to be loaded.
        after: Calls by the full name of the module that was loaded.
    """

    def __init__(self, before: Mapping[str, Call], after: Mapping[str, Call]) -> None:
        self._before = before
        self._after = after
        self._searching = False

    def install(self) -> None:
        """Begin to wait."""
        sys.meta_path.insert(0, self)

    def remove(self) -> None:
        """Wait no more."""
        with contextlib.suppress(ValueError):
            sys.meta_path.remove(self)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Let the others find the module; wrap the loader of one that matters."""
        if self._searching or not (fullname in self._before or fullname in self._after):
            return None
        with self._search():
            spec = importlib.util.find_spec(fullname)
        if spec is None or spec.loader is None:
            return None
        spec.loader = _Loader(spec.loader, self._before.get(fullname), self._after.get(fullname))
        return spec

    @contextlib.contextmanager
    def _search(self) -> Iterator[None]:
        self._searching = True
        try:
            yield
        finally:
            self._searching = False


class _Loader(importlib.abc.Loader):
    """Loads as another loader does, and says when it begins and when it is done."""

    def __init__(self, loader: Any, begins: Call | None, loaded: Call | None) -> None:
        self._loader = loader
        self._begins = begins
        self._loaded = loaded

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType | None:
        """Create as the other loader does."""
        return self._loader.create_module(spec)  # type: ignore[no-any-return]

    def exec_module(self, module: ModuleType) -> None:
        """Execute as the other loader does, between the two calls."""
        self._say(self._begins)
        self._loader.exec_module(module)
        self._say(self._loaded)

    @staticmethod
    def _say(call: Call | None) -> None:
        if call is not None:
            with contextlib.suppress(Exception):
                call()

    def __getattr__(self, name: str) -> Any:
        """Answer as the other loader for all else (``get_source`` …)."""
        return getattr(self._loader, name)
