"""Routes ``artifacts/document`` and ``artifacts/file``: authenticate, read the request, call, answer."""

from __future__ import annotations

import asyncio
from typing import Any

from jupyter_server.auth.decorator import authorized
from tornado import web
from tornado.iostream import StreamClosedError

from ..artifacts import make_document, unknown_artifact
from ..protocol import Record
from .byte_range import ByteRange, RangeError, byte_range
from .known import is_remote
from .locations import ByteSource, LocalLocation, Location
from .remote import RemoteLocation
from .rest import RestHandler

_BYTES = "application/octet-stream"


class _ArtifactHandler(RestHandler):
    """A route that reads an artifact by its URI."""

    def location(self) -> Location:
        """Return where the request's URI leads, if that may be read."""
        uri = self.query("uri")
        if not uri:
            raise ValueError("Say which artifact to read: uri is missing.")
        if is_remote(uri):
            self.extension.check_remote(uri)
            return RemoteLocation(uri)
        return LocalLocation(self.extension.resolve_artifact(uri))


class DocumentHandler(_ArtifactHandler):
    """``GET artifacts/document?uri=…&type=…&name=…``: an ArtifactDocument."""

    @web.authenticated
    @authorized
    async def get(self) -> None:
        """Answer with the document; files are read in a thread."""
        try:
            document = await _in_thread(self._document)
        except Exception as error:
            self.refuse(error)
            return
        self.answer(document)

    def _document(self) -> Record:
        location = self.location()
        known = self.extension.known.find(self.query("uri"))
        artifact = dict(known.record if known else unknown_artifact(self.query("uri")))
        for key in ("type", "name"):
            artifact[key] = self.query(key) or artifact[key]
        return make_document(artifact, location.files())


class FileHandler(_ArtifactHandler):
    """``GET artifacts/file?uri=…&path=…``: the bytes of one file, in parts where the request asks so."""

    _etag: str | None = None

    @property
    def content_security_policy(self) -> str:
        """Keep a file that a browser opens by itself from doing anything."""
        return f"{super().content_security_policy}; sandbox"

    def compute_etag(self) -> str | None:
        """Return the file's, not one of the answer."""
        return self._etag

    @web.authenticated
    @authorized
    async def head(self) -> None:
        """Answer with the headers that GET would."""
        await self._answer()

    @web.authenticated
    @authorized
    async def get(self) -> None:
        """Answer with a file, a chunk at a time: the next is read when the last is on its way."""
        await self._answer()

    async def _answer(self) -> None:
        try:
            source = await _in_thread(self._open)
        except Exception as error:
            self.refuse(error)
            return
        try:
            await self._send(source)
        finally:
            await _in_thread(source.close)

    def _open(self) -> ByteSource:
        path = self.query("path")
        if not path:
            raise ValueError("Say which file of the artifact to read: path is missing.")
        return self.location().open(path)

    async def _send(self, source: ByteSource) -> None:
        try:
            part = self._part(source)
        except (RangeError, ValueError) as error:
            self.refuse(error)
            return
        self._etag = source.etag
        self.set_header("ETag", source.etag)
        if self.check_etag_header():
            self.set_status(304)
            await self.finish(set_content_type=_BYTES)
            return
        self.set_header("Content-Type", _BYTES)
        self.set_header("Content-Length", str(part.length))
        if part.partial:
            self.set_status(206)
            last = part.start + part.length - 1
            self.set_header("Content-Range", f"bytes {part.start}-{last}/{source.size}")
        if self.request.method == "GET":
            try:
                await self._stream(source, part)
            except StreamClosedError:  # nobody reads it any more
                return
        await self.finish(set_content_type=_BYTES)

    def _part(self, source: ByteSource) -> ByteRange:
        self.set_header("Accept-Ranges", "bytes")
        self.set_header("Cache-Control", "no-cache")
        header = self.request.headers.get("Range")
        if self.request.headers.get("If-Range") not in (None, source.etag):
            header = None  # what the browser has a part of is another content
        try:
            return byte_range(header, source.size, self.extension.max_answer)
        except RangeError:
            self.set_header("Content-Range", f"bytes */{source.size}")
            raise

    async def _stream(self, source: ByteSource, part: ByteRange) -> None:
        at, end = part.start, part.start + part.length
        while at < end:
            chunk = await _in_thread(source.read, at, min(source.chunk, end - at))
            if not chunk:
                # The headers are gone, with another length: Tornado closes the connection, and the browser
                # sees that something is missing.
                raise EOFError("The file became shorter while it was read.")
            at += len(chunk)
            self.write(chunk)
            await self.flush()


async def _in_thread(call: Any, *arguments: Any) -> Any:
    return await asyncio.get_running_loop().run_in_executor(None, call, *arguments)
