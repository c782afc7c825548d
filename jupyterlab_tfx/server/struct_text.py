"""Reads ``google.protobuf.Struct``, as ML Metadata's tables hold it, without protobuf."""

from __future__ import annotations

import base64
import json
import struct
from collections.abc import Iterator
from typing import Any

#: What a property of type STRUCT begins with in the column ``string_value``.
PREFIX = "mlmd-struct::"
_VARINT, _DOUBLE, _BYTES = 0, 1, 2  # wire types
_NUMBER, _STRING, _BOOLEAN, _STRUCT, _LIST = 2, 3, 4, 5, 6  # fields of google.protobuf.Value


def struct_text(value: str) -> str:
    """Return a stored Struct as JSON text; what is no Struct stays as it is."""
    try:
        return json.dumps(_struct(base64.b64decode(value.removeprefix(PREFIX), validate=True)))
    except (ValueError, IndexError, struct.error):
        return value


def _fields(data: bytes) -> Iterator[tuple[int, Any]]:
    """Yield field numbers and values of a message."""
    at = 0
    while at < len(data):
        tag, at = _varint(data, at)
        if tag & 7 == _VARINT:
            value, at = _varint(data, at)
            yield tag >> 3, value
        elif tag & 7 == _DOUBLE:
            yield tag >> 3, struct.unpack_from("<d", data, at)[0]
            at += 8
        elif tag & 7 == _BYTES:
            size, at = _varint(data, at)
            if at + size > len(data):
                raise ValueError("cut off")
            yield tag >> 3, data[at : at + size]
            at += size
        else:
            raise ValueError(f"wire type {tag & 7}")


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:  # noqa: PLR2004 - the last byte has no continuation bit
            return value, at


def _struct(data: bytes) -> dict[str, Any]:
    found = {}
    for _, entry in _fields(data):
        pair = dict(_fields(entry))
        found[pair[1].decode() if 1 in pair else ""] = _value(pair.get(2, b""))
    return found


def _value(data: bytes) -> Any:
    for field, value in _fields(data):
        if field == _NUMBER:
            return int(value) if value.is_integer() else value
        if field == _STRING:
            return value.decode()
        if field == _BOOLEAN:
            return bool(value)
        if field == _STRUCT:
            return _struct(value)
        if field == _LIST:
            return [_value(item) for _, item in _fields(value)]
    return None
