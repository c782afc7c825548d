"""Two pipelines, each as its compiler sees it, and the difference in words."""

from __future__ import annotations

import json
import posixpath
from typing import Any

_PARTS = {
    "type": "type",
    "executor": "executor",
    "driver": "driver",
    "upstream": "list of components that run before it",
    "conditions": "conditions",
    "resolver": "way to resolve artifacts",
    "inputGraphs": "way to resolve inputs",
}
_MAX_TEXT = 160


def differences(notebook: dict[str, Any], exported: dict[str, Any], folder: str) -> list[str]:
    """Return what is different, a sentence each; empty where the two are the same.

    Args:
        notebook: Nodes by id, of the notebook's pipeline.
        exported: Nodes by id, of the exported one.
        folder: The notebook's folder, where its relative paths begin.
    """
    found = []
    for node in sorted(notebook.keys() - exported.keys()):
        found.append(f"{node} is in the notebook only.")
    for node in sorted(exported.keys() - notebook.keys()):
        found.append(f"{node} is in the exported pipeline only.")
    for node in sorted(notebook.keys() & exported.keys()):
        found += _node(node, notebook[node], exported[node], folder)
    return found


def _node(node: str, before: dict[str, Any], after: dict[str, Any], folder: str) -> list[str]:
    found = []
    for part, word in _PARTS.items():
        if not same_value(before.get(part), after.get(part), folder):
            found.append(_different(f"The {word} of {node}", before.get(part), after.get(part)))
    for part, word in (("inputs", "input"), ("outputs", "output"), ("properties", "property")):
        one, other = before.get(part) or {}, after.get(part) or {}
        for key in sorted(one.keys() | other.keys()):
            if not same_value(one.get(key), other.get(key), folder):
                shown = [
                    _channels(value) if part == "inputs" else value
                    for value in (one.get(key), other.get(key))
                ]
                found.append(_different(f"The {word} {key} of {node}", *shown))
    return found


def _channels(value: Any) -> Any:
    """Return an input as ``Trainer.model``, where it is one channel or several."""
    channels = value.get("channels") if isinstance(value, dict) else None
    if not channels:
        return value
    names = [
        f"{c.get('producer_node_query', {}).get('id', 'any')}.{c.get('output_key', '*')}" for c in channels
    ]
    return ", ".join(names)


def _different(what: str, before: Any, after: Any) -> str:
    if before in (None, {}, []):
        return f"{what} is in the exported pipeline only: {_text(after)}."
    if after in (None, {}, []):
        return f"{what} is in the notebook only: {_text(before)}."
    return f"{what} is {_text(before)} in the notebook, and {_text(after)} in the exported pipeline."


def _text(value: Any) -> str:
    if isinstance(value, dict) and value.keys() == {"name", "sha256"}:
        return f"{value['name']} ({value['sha256'][:8]})"
    text = value if isinstance(value, str) else json.dumps(value, sort_keys=True)
    return text if len(text) <= _MAX_TEXT else f"{text[:_MAX_TEXT]}…"


def same_value(one: Any, other: Any, folder: str) -> bool:
    """Compare two values; texts that are paths to the same place are the same."""
    if isinstance(one, dict) and isinstance(other, dict):
        keys = one.keys() | other.keys()
        return all(same_value(one.get(key), other.get(key), folder) for key in keys)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(lambda a, b: same_value(a, b, folder), one, other))
    if isinstance(one, str) and isinstance(other, str):
        return one == other or _place(one, folder) == _place(other, folder)
    return bool(one == other)


def _place(path: str, folder: str) -> str:
    return path if "://" in path else posixpath.normpath(posixpath.join(folder, path))
