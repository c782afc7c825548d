"""Folders that a board reads: which may be, what they are called, whether there is anything in them."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..config import TfxExtension
from ..known import is_remote

#: Logdirs of one board, at most.
MAX_LOGDIRS = 50
#: Files that are looked at for events, at most.
_MAX_FILES = 5_000


@dataclass(frozen=True)
class Logdir:
    """One logdir: ``path`` as TensorBoard takes it, ``uri`` as it was asked for."""

    name: str
    uri: str
    path: str


def read_logdirs(extension: TfxExtension, asked: Sequence[Any]) -> tuple[Logdir, ...]:
    """Return logdirs that may be read, each once, with names that differ.

    Raises:
        NotAllowedError: one lies outside of the allowed folders.
        ValueError: there are none or too many, or TensorBoard cannot take one.
    """
    if not 0 < len(asked) <= MAX_LOGDIRS:
        raise ValueError(f"Choose 1 to {MAX_LOGDIRS} training runs for a board.")
    found: dict[str, Logdir] = {}
    names: set[str] = set()
    for one in asked:
        uri = one["uri"]
        if not uri or "\0" in uri:
            raise ValueError("Say which folder to open: a log directory is empty.")
        path = _path(extension, uri)
        if path in found:
            continue
        if "," in path and len(asked) > 1:
            raise ValueError(
                f"TensorBoard cannot compare folders that have a comma in their path: {uri[:200]}."
            )
        name = _free_name(one["name"] or os.path.basename(path), names)
        names.add(name)
        found[path] = Logdir(name, uri, path)
    return tuple(found.values())


def _path(extension: TfxExtension, uri: str) -> str:
    if is_remote(uri):
        extension.check_remote(uri)
        return uri
    return str(extension.resolve_artifact(uri))


def _free_name(wanted: str, taken: set[str]) -> str:
    """Return a name that ``--logdir_spec`` can hold, which none has yet."""
    plain = "".join(" " if c in ",:/\\" or not c.isprintable() else c for c in wanted).strip()[:100] or "run"
    name, number = plain, 2
    while name in taken:
        name, number = f"{plain} ({number})", number + 1
    return name


def flags_of(logdirs: Sequence[Logdir]) -> dict[str, str]:
    """Return the flag that names the logdirs to TensorBoard."""
    if len(logdirs) == 1:
        return {"logdir": logdirs[0].path}
    return {"logdir_spec": ",".join(f"{each.name}:{each.path}" for each in logdirs)}


@dataclass(frozen=True)
class Events:
    """What is known of the event files of a set of logdirs."""

    #: Names of logdirs that have none.
    missing: tuple[str, ...] = ()
    #: When one was last written to, in seconds since the epoch; None where there is none that was looked at.
    written: float | None = None


def look(logdirs: Sequence[Logdir]) -> Events:
    """Return what is known of the event files of local logdirs. May take time: not for the event loop."""
    newest = {each.name: _newest(each.path) for each in logdirs if not is_remote(each.path)}
    return Events(
        tuple(name for name, written in newest.items() if written is None),
        max((written for written in newest.values() if written), default=None),
    )


def _newest(path: str) -> float | None:
    """Return when an event file was last written to; None where none is; 0 where there are too many."""
    seen, newest = 0, None
    for folder, _, files in os.walk(path):
        for name in files:
            if "tfevents" in name:
                with contextlib.suppress(OSError):  # it was removed just now
                    newest = max(newest or 0, os.stat(os.path.join(folder, name)).st_mtime)
            seen += 1
            if seen > _MAX_FILES:
                return newest or 0  # TensorBoard will say
    return newest
