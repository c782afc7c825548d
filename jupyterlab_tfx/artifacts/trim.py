"""Keeps what an artifact's record says short: whoever wrote the metadata store decides how long it is."""

from __future__ import annotations

import json
from typing import Any

from ..protocol import Record

#: Bytes of JSON for the properties, and for the names of splits.
MAX_PROPERTIES = 64_000
MAX_SPLITS = 16_000
#: Characters of one property, tried one after the other.
_LENGTHS = (20_000, 2_000, 200)
_TEXTS = {"type": 300, "uri": 4_000, "name": 1_000}


def json_length(value: object) -> int:
    """Return the bytes of a value as JSON, in the longest of the ways that Jupyter writes it."""
    return len(json.dumps(value))


def trim_artifact(artifact: Record) -> tuple[Record, bool]:
    """Return an Artifact of the protocol that is short, and whether something had to be cut."""
    trimmed = dict(artifact)
    for key, length in _TEXTS.items():
        trimmed[key] = artifact[key][:length]
    trimmed["splits"] = _first(artifact["splits"], MAX_SPLITS)
    for key in ("properties", "customProperties"):
        trimmed[key] = _properties(artifact[key])
    return trimmed, trimmed != artifact


def _properties(properties: Record) -> Record:
    for length in _LENGTHS:
        cut = {_cut(name, 200): _cut(value, length) for name, value in properties.items()}
        if json_length(cut) <= MAX_PROPERTIES // 2:
            return cut
    return dict(_first(list(cut.items()), MAX_PROPERTIES // 2))


def _cut(value: Any, length: int) -> Any:
    return value[:length] if isinstance(value, str) else value


def _first(items: list[Any], most: int) -> list[Any]:
    """Return the first items whose JSON is short enough."""
    for count, item in enumerate(items):
        most -= json_length(item) + 2
        if most < 0:
            return items[:count]
    return items
