"""The artifact document: an artifact with the files that its view needs, for kernel and server alike.

Standard library only: it must load in a kernel's environment and in the server's. Nothing is decoded here;
Python hands over bytes, the front end has the one decoder of each type.
"""

from __future__ import annotations

from .document import MIME_TYPE, make_document, unknown_artifact
from .files import Files, LocalFiles
from .files_per_type import FILES_PER_TYPE
from .static import Cell, Table, static_html, static_text

__all__ = [
    "FILES_PER_TYPE",
    "MIME_TYPE",
    "Cell",
    "Files",
    "LocalFiles",
    "Table",
    "make_document",
    "static_html",
    "static_text",
    "unknown_artifact",
]
