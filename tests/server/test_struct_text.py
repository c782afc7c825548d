"""Structs as ML Metadata stores them."""

from __future__ import annotations

import base64

import pytest

from jupyterlab_tfx.server.struct_text import PREFIX, struct_text


def stored(data: bytes) -> str:
    return PREFIX + base64.b64encode(data).decode()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", "{}"),
        # {"a": true}: an entry of key "a" and a Value whose field 4 is 1
        (b"\x0a\x07\x0a\x01a\x12\x02\x20\x01", '{"a": true}'),
        # {"a": {}}, {"a": []}, {"a": null}
        (b"\x0a\x07\x0a\x01a\x12\x02\x2a\x00", '{"a": {}}'),
        (b"\x0a\x07\x0a\x01a\x12\x02\x32\x00", '{"a": []}'),
        (b"\x0a\x07\x0a\x01a\x12\x02\x08\x00", '{"a": null}'),
        # {"a": 0.5}
        (b"\x0a\x0e\x0a\x01a\x12\x09\x11\x00\x00\x00\x00\x00\x00\xe0\x3f", '{"a": 0.5}'),
    ],
)
def test_struct(data: bytes, text: str) -> None:
    assert struct_text(stored(data)) == text


@pytest.mark.parametrize(
    "value",
    [
        f"{PREFIX}no base64!",
        stored(b"\x0a"),
        stored(b"\x0a\x7f"),
        stored(b"\x0b\x01"),
        stored(b"\x0a\x03\x11\x00\x00"),
        stored(b"\x0a\x07\x0a\x01\xff\x12\x02\x20\x01"),
        stored(b"\xff" * 12),
    ],
)
def test_what_is_no_struct_stays(value: str) -> None:
    assert struct_text(value) == value
