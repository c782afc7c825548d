"""Folders that a board reads: which may be, what they are called, whether there is anything in them."""

from __future__ import annotations

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


def without_events(logdirs: Sequence[Logdir]) -> list[str]:
    """Return names of local logdirs with no event file in them. May take time: not for the event loop."""
    return [each.name for each in logdirs if not is_remote(each.path) and not _has_events(each.path)]


def _has_events(path: str) -> bool:
    seen = 0
    for _, _, files in os.walk(path):
        for name in files:
            if "tfevents" in name:
                return True
            seen += 1
            if seen > _MAX_FILES:  # too much to look through: TensorBoard will say
                return True
    return False
