"""What a cell's output has of an artifact: the document for our views, and two static forms of it."""

from __future__ import annotations

import os

from ..artifacts import MIME_TYPE, Files, LocalFiles, make_document, static_html, static_text
from ..protocol import Record, validate
from .describe import artifact_record
from .remote_files import RemoteFiles
from .static import tables_of


def artifact_bundle(artifact: object) -> Record:
    """Return the mime bundle of a ``tfx.types.Artifact``.

    Nothing is raised: an artifact that cannot be shown is said to be so.
    """
    try:
        record = artifact_record(artifact)
        record["uri"] = _absolute(record["uri"])
        files = _files(record["uri"])
        document = make_document(record, files)
        if os.environ.get("JUPYTERLAB_TFX_VALIDATE"):
            validate("ArtifactDocument", document)
        tables = tables_of(document, files)
        return {
            MIME_TYPE: document,
            "text/html": static_html(document, tables),
            "text/plain": static_text(document, tables),
        }
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"[:300]
        return {"text/plain": f"This artifact cannot be shown ({reason})."}


def _absolute(uri: str) -> str:
    """Return a URI that means the same to the server, which has another working folder."""
    return uri if not uri or "://" in uri else os.path.abspath(uri)


def _files(uri: str) -> Files:
    return RemoteFiles(uri) if "://" in uri else LocalFiles(uri)
