"""The part of a file that a request asks for: RFC 9110's ``Range`` with one range of bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..artifacts.static import size_text

_ONE_RANGE = re.compile(r"bytes=([0-9]{0,20})-([0-9]{0,20})", re.IGNORECASE)


class RangeError(ValueError):
    """There is no such part of the file, or the request asks for several."""


class TooLongError(ValueError):
    """The part is longer than one answer may be."""


@dataclass(frozen=True)
class ByteRange:
    """Bytes from ``start`` on.

    Attributes:
        partial: Whether the request asked for a part, even if that is the whole file.
    """

    start: int
    length: int
    partial: bool


def byte_range(header: str | None, size: int, most: int) -> ByteRange:
    """Return the part of a file that a ``Range`` header asks for; all of it where there is no header.

    Args:
        header: The header's value. Another unit than bytes is ignored, as the RFC has it.
        size: Bytes of the file.
        most: Bytes of one answer, at most.

    Raises:
        RangeError: the file has no such part, or it is not one range.
        TooLongError: the part is longer than an answer may be.
    """
    part = ByteRange(0, size, False)
    if header is not None and header.strip().lower().startswith("bytes"):
        part = _part(header, size)
    if part.length > most:
        raise TooLongError(
            f"That would be {size_text(part.length)}, and one answer has {size_text(most)} at most "
            "(c.TfxExtension.max_answer). Ask for a part of the file, with Range."
        )
    return part


def _part(header: str, size: int) -> ByteRange:
    match = _ONE_RANGE.fullmatch(header.replace(" ", ""))
    if match is None or match.groups() == ("", ""):
        raise RangeError("Ask for one range of bytes, such as bytes=0-65535.")
    first, last = match.groups()
    start = int(first) if first else max(0, size - int(last))
    end = min(size, int(last) + 1) if first and last else size
    if start >= end:
        raise RangeError(f"The file has {size} bytes: there is no range {header.strip()[:60]}.")
    return ByteRange(start, end - start, True)
