"""All that the kernel side knows, as records, and the events that tell of each change."""

from __future__ import annotations

import contextlib
import importlib.metadata
import importlib.util
import os
import sys
import threading
import time
import uuid
import weakref
from collections.abc import Callable
from typing import Any

from ..protocol import Record
from .describe import (
    component_record,
    context_class,
    context_record,
    named_objects,
    node_class,
)
from .files import Watch

#: Executions of cells that are remembered.
MAX_CELLS = 2000


def working_folder() -> str:
    """Return the kernel's working folder; empty where somebody removed it."""
    try:
        return os.getcwd()
    except OSError:
        return ""


def now() -> float:
    """Return the time in milliseconds since the epoch."""
    return time.time() * 1000


class Keys:
    """Names objects for as long as they live, without keeping them alive."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._count = 0
        # By identity: what a class calls equal, or cannot hash, is still two objects here.
        self._keys: dict[int, str] = {}

    def __call__(self, thing: Any) -> str:
        """Return the object's key; a new one for a new object."""
        key = self._keys.get(id(thing))
        if key is None:
            self._count += 1
            key = self._keys[id(thing)] = f"{self._prefix}{self._count}"
            weakref.finalize(thing, self._keys.pop, id(thing), None).atexit = False
        return key


class Recorder:
    """State of the kernel side. Safe to call from any thread."""

    def __init__(self, namespace: Callable[[], Record], emit: Callable[[Record], None]) -> None:
        self.lock = threading.RLock()
        self.session = uuid.uuid4().hex
        self.component_key = Keys("component-")
        self.context_key = Keys("context-")
        self.watch = Watch()
        self.runs: list[Record] = []
        self.cells: list[Record] = []
        #: Ids of cells, by the file names that IPython compiled them under.
        self.cell_files: dict[str, str] = {}
        self.importing = False
        self._namespace = namespace
        self._emit = emit
        self._seq = 0
        self._components: list[Record] = []
        self._contexts: list[Record] = []
        self._first_seen: dict[str, str | None] = {}
        self._tfx: Record | None = None
        self._run_in: dict[str, str] = {}

    def tfx_state(self) -> Record:
        """Return a TfxState. TFX is looked for, never imported."""
        if "tfx" in sys.modules and not self.importing:
            state = "imported"
        elif self.importing:
            state = "importing"
        elif self._tfx is not None and self._tfx["state"] == "absent":
            return self._tfx
        else:
            state = "installed" if importlib.util.find_spec("tfx") else "absent"
        if self._tfx is None or self._tfx["state"] != state:
            version = None
            if state != "absent":
                try:
                    version = importlib.metadata.version("tfx")
                except importlib.metadata.PackageNotFoundError:
                    version = None
            self._tfx = {"state": state, "version": version}
        return self._tfx

    def forget_absence(self) -> None:
        """Look again for TFX: a cell may have installed it."""
        if self._tfx is not None and self._tfx["state"] == "absent":
            self._tfx = None

    def event(self, kind: str, **fields: Any) -> None:
        """Send an event to every front end."""
        with self.lock:
            self._seq += 1
            self._emit({"event": kind, "seq": self._seq, **fields})

    def import_begins(self) -> None:
        """Tell that TFX begins to be imported."""
        with self.lock:
            self.importing = True
            self.event("tfx", tfx=self.tfx_state())

    def import_ends(self) -> None:
        """Tell that TFX was imported, where it was told that it begins."""
        with self.lock:
            if self.importing:
                self.importing = False
                self.event("tfx", tfx=self.tfx_state())

    def snapshot(self) -> Record:
        """Return all that is known, files as they are now."""
        with self.lock:
            self.scan(None)
            self.check_files()
            return {
                "session": self.session,
                "seq": self._seq,
                "tfx": self.tfx_state(),
                "cwd": working_folder(),
                "contexts": self._contexts,
                "components": self._components,
                "runs": list(self.runs),
                "files": self.watch.records(),
                "cells": self.cells[-MAX_CELLS:],
            }

    def scan(self, cell_id: str | None) -> bool:
        """Look for TFX objects in the namespace; True where the components are others than before."""
        node, context = node_class(), context_class()
        namespace = self._namespace()
        components = self._scan_components(namespace, node, cell_id) if node else []
        self._contexts = self._scan_contexts(namespace, context) if context else []
        if components == self._components:
            return False
        self._components = components
        return True

    def _scan_components(self, namespace: Record, node: type, cell_id: str | None) -> list[Record]:
        variables: dict[str, list[str]] = {}
        objects: dict[str, Any] = {}
        for name, component in named_objects(namespace, node):
            key = self.component_key(component)
            objects[key] = component
            variables.setdefault(key, []).append(name)
        records = []
        for key, component in objects.items():
            seen = self._first_seen.setdefault(key, cell_id)
            with contextlib.suppress(Exception):  # one odd object must not hide the others
                records.append(
                    component_record(
                        component, variables[key], self.component_key, seen, self._run_in.get(key)
                    )
                )
        return records

    def _scan_contexts(self, namespace: Record, kind: type) -> list[Record]:
        variables: dict[str, list[str]] = {}
        objects: dict[str, Any] = {}
        for name, context in named_objects(namespace, kind):
            key = self.context_key(context)
            objects[key] = context
            variables.setdefault(key, []).append(name)
        records = []
        for key, thing in objects.items():
            with contextlib.suppress(Exception):  # one that is half made has no name or root yet
                records.append(context_record(thing, variables[key], key))
        return records

    def variables_of(self, component: Any) -> list[str]:
        """Return the names that the namespace has for an object."""
        found = named_objects(self._namespace(), type(component))
        return [name for name, value in found if value is component]

    def failed(self, component: Any) -> bool:
        """Tell whether an object's last run failed or was interrupted."""
        key = self.component_key(component)
        last = next((run for run in reversed(self.runs) if run["componentKey"] == key), None)
        return last is not None and last["state"] in ("failed", "interrupted")

    def run_event(self, run: Record) -> None:
        """Remember a run and tell of it."""
        with self.lock:
            if run["run"] > len(self.runs):
                self.runs.append(run)
            else:
                self.runs[run["run"] - 1] = run
            self._run_in[run["componentKey"]] = run["context"]
            self.event("run", run=run)

    def context_of(self, component: Any) -> Any:
        """Return the context that ran a component; ``None`` where none did, or it has no name any more."""
        kind = context_class()
        with self.lock:
            key = self._run_in.get(self.component_key(component))
            named = [] if kind is None else [context for _, context in named_objects(self._namespace(), kind)]
            return next((context for context in named if self.context_key(context) == key), None)

    def cell_event(self, cell: Record) -> None:
        """Remember an executed cell and tell what the namespace holds now."""
        with self.lock:
            if self.cells and self.cells[-1]["ok"] is None and self.cells[-1]["count"] == cell["count"]:
                self.cells.pop()  # it was running when the history was read
            self.cells.append(cell)
            del self.cells[:-MAX_CELLS]
            self.importing = False
            self.forget_absence()
            changed = self.scan(cell["cellId"])
            self.event(
                "cell",
                cell=cell,
                contexts=self._contexts,
                components=self._components if changed else None,
                tfx=self.tfx_state(),
            )
            self.check_files(quick=True)

    def check_files(self, *, quick: bool = False) -> list[Record]:
        """Look again at the files that runs have read, and tell of those that changed.

        Args:
            quick: Leave out what took long the last time, as a folder of many files on a network does.
        """
        with self.lock:
            changed = self.watch.check(quick=quick)
            if changed:
                self.event("files", files=changed)
            return changed
