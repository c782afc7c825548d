"""Which part of a file a request asks for."""

from __future__ import annotations

import pytest

from jupyterlab_tfx.server.byte_range import ByteRange, RangeError, TooLongError, byte_range


@pytest.mark.parametrize(
    ("header", "start", "length"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=0-99", 0, 100),
        ("bytes=10-19", 10, 10),
        ("bytes=90-", 90, 10),
        ("bytes=90-5000", 90, 10),
        ("bytes=-10", 90, 10),
        ("bytes=-5000", 0, 100),
        (" Bytes = 10 - 19 ", 10, 10),
    ],
)
def test_one_range(header: str, start: int, length: int) -> None:
    assert byte_range(header, 100, 1000) == ByteRange(start, length, True)


@pytest.mark.parametrize("header", [None, "", "lines=1-2", "x"])
def test_all(header: str | None) -> None:
    assert byte_range(header, 100, 1000) == ByteRange(0, 100, False)


@pytest.mark.parametrize(
    "header",
    [
        "bytes=",
        "bytes=-",
        "bytes",
        "bytes=a-b",
        "bytes=5-4",
        "bytes=100-",
        "bytes=100-200",
        "bytes=-0",
        "bytes=0-1,4-5",
        "bytes=0x1-2",
        "bytes=1--2",
        f"bytes={'9' * 30}-",
        f"bytes={'9' * 20}-",
        "bytes=٣-٤",
    ],
)
def test_no_such_range(header: str) -> None:
    with pytest.raises(RangeError) as caught:
        byte_range(header, 100, 1000)
    assert str(caught.value).endswith(".")


def test_empty_file() -> None:
    assert byte_range(None, 0, 1000) == ByteRange(0, 0, False)
    for header in ("bytes=0-", "bytes=-1"):
        with pytest.raises(RangeError):
            byte_range(header, 0, 1000)


def test_too_long() -> None:
    for header in (None, "bytes=0-99"):
        with pytest.raises(TooLongError, match=r"100 B.*99 B at most"):
            byte_range(header, 100, 99)
    assert byte_range("bytes=1-99", 100, 99).length == 99
