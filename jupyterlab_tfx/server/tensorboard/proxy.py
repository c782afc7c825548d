"""Route ``tensorboard/<id>/…``: hands a request to a board's process and its answer back, a chunk at a time.

Nothing that tells who the person is goes to the process, and nothing that it says to the browser about the
server's own address (cookies, redirects to elsewhere) comes back.
"""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable
from urllib.parse import urlsplit

from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import APIHandler
from jupyter_server.utils import url_path_join
from tornado import web
from tornado.http1connection import HTTP1Connection, HTTP1ConnectionParameters
from tornado.httputil import HTTPHeaders, HTTPMessageDelegate, RequestStartLine, ResponseStartLine
from tornado.iostream import IOStream, StreamClosedError
from tornado.tcpclient import TCPClient

from ..config import TfxExtension
from ..rest import RestHandler
from .boards import Board, Boards

#: The process sees these headers of a request, and no others.
_TO_CHILD = (
    "Accept", "Accept-Encoding", "Accept-Language", "Cache-Control", "Content-Type", "If-Modified-Since",
    "If-None-Match", "Pragma", "Range", "User-Agent",
)  # fmt: skip
#: The browser sees these headers of an answer, and no others.
_TO_BROWSER = (
    "Accept-Ranges", "Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Language",
    "Content-Length", "Content-Range", "Content-Security-Policy", "Content-Type", "ETag", "Expires",
    "Last-Modified", "Pragma", "Vary", "X-Content-Type-Options",
)  # fmt: skip
_PARAMETERS = HTTP1ConnectionParameters(
    chunk_size=256 * 1024, max_body_size=1 << 50, max_header_size=1 << 18, no_keep_alive=True
)


class ProxyHandler(RestHandler):
    """Everything below a board's address. Requests of a page that reloads itself are no sign of a person."""

    _track_activity = False

    def initialize(self, extension: TfxExtension, boards: Boards) -> None:  # type: ignore[override]
        """Take the extension's settings, and the boards."""
        super().initialize(extension)
        self.boards = boards
        self._stream: IOStream | None = None

    def check_xsrf_cookie(self) -> None:
        """Let a board's own page send forms: it does not know Jupyter's token, but has its origin.

        A browser names the origin with every POST, and no other site's page can name ours. On a JupyterHub
        whose people share a host, another person's page has our origin: it does not know the board's id.
        """
        if self.request.method in ("GET", "HEAD") or not hasattr(self, "_jupyter_current_user"):
            return
        if self.token_authenticated or self.settings.get("disable_check_xsrf", False):
            return
        if not self.request.headers.get("Origin") or not self.check_origin():
            raise web.HTTPError(403, "A board takes forms from its own page alone.")

    def set_default_headers(self) -> None:
        """Leave the policy of what a page may load to TensorBoard, which has one."""
        super().set_default_headers()
        self.clear_header("Content-Security-Policy")

    def compute_etag(self) -> str | None:
        """Return none but the process's own, which is among its headers."""
        return None

    @web.authenticated
    @authorized
    async def get(self, board_id: str, path: str) -> None:
        """Hand it on."""
        await self._hand_on(board_id, path)

    @web.authenticated
    @authorized
    async def head(self, board_id: str, path: str) -> None:
        """Hand it on."""
        await self._hand_on(board_id, path)

    @web.authenticated
    @authorized
    async def post(self, board_id: str, path: str) -> None:
        """Hand it on."""
        await self._hand_on(board_id, path)

    def on_connection_close(self) -> None:
        """End the transfer: the browser is gone."""
        super().on_connection_close()
        if self._stream is not None:
            self._stream.close()

    async def _hand_on(self, board_id: str, path: str) -> None:
        if not path:  # its page names everything relative to a folder
            query = f"?{self.request.query}" if self.request.query else ""
            self.redirect(f"{self._base(board_id)}{query}", status=308)
            return
        board = self.boards.find(board_id)
        if board is None or board.state != "running":
            self._refuse(503 if board else 404, "This TensorBoard is not running. Start it again.")
            return
        board.read()
        try:
            self._stream = await TCPClient().connect("127.0.0.1", board.process.port)
        except (OSError, StreamClosedError):
            self._refuse(502, "TensorBoard does not answer. Stop it and start it again.")
            return
        try:
            await self._transfer(board, path, self._stream)
        finally:
            self._stream.close()
        if not self._headers_written:
            self._refuse(502, "TensorBoard broke off before it answered. Try again.")
        elif not self._finished:
            with contextlib.suppress(StreamClosedError):
                await self.finish(set_content_type=self._headers.get("Content-Type", "text/plain"))

    async def _transfer(self, board: Board, path: str, stream: IOStream) -> None:
        """Send the request, and the answer as it comes."""
        method, body = self.request.method or "GET", self.request.body
        target = f"{board.process.prefix}{path}"
        if self.request.query:
            target += f"?{self.request.query}"
        headers = HTTPHeaders({"Host": f"127.0.0.1:{board.process.port}", "Connection": "close"})
        for name in _TO_CHILD:
            for value in self.request.headers.get_list(name):
                headers.add(name, value)
        if method == "POST":
            headers["Content-Length"] = str(len(body))
        connection = HTTP1Connection(stream, is_client=True, params=_PARAMETERS)
        with contextlib.suppress(StreamClosedError):
            await connection.write_headers(RequestStartLine(method, target, "HTTP/1.1"), headers, body)
            await connection.read_response(_Answer(self, board))

    def begin(self, status: int, headers: HTTPHeaders, board: Board) -> None:
        """Take status and headers of the process's answer."""
        self.set_status(status)
        self.clear_header("Content-Type")
        for name in _TO_BROWSER:
            if name in headers:
                self.set_header(name, headers[name])
        self.add_header("Content-Security-Policy", f"frame-ancestors {self._framers()}")
        self.set_header("Referrer-Policy", "same-origin")
        location = headers.get("Location")
        if location is not None:
            self.set_header("Location", self._location(location, board))

    def _framers(self) -> str:
        """Return whose pages may show a board: JupyterLab, and those that the server lets show JupyterLab."""
        policy: str = super(APIHandler, self).content_security_policy  # that of pages
        directives = [directive.split() for directive in policy.split(";")]
        allowed = [one for words in directives if words[:1] == ["frame-ancestors"] for one in words[1:]]
        return " ".join(["'self'", *(one for one in allowed if one not in ("'none'", "'self'"))])

    def _location(self, location: str, board: Board) -> str:
        """Return where a redirect leads, which is never out of the board."""
        parts = urlsplit(location)
        path = parts.path.removeprefix(board.process.prefix).lstrip("/")
        query = f"?{parts.query}" if parts.query else ""
        return f"{self._base(board.id)}{path}{query}"

    def _base(self, board_id: str) -> str:
        return url_path_join(self.base_url, "jupyterlab-tfx", "tensorboard", board_id) + "/"

    def _refuse(self, status: int, message: str) -> None:
        self.set_status(status)
        self.answer({"message": message})


class _Answer(HTTPMessageDelegate):
    """Gives a process's answer to a handler. Returning an awaitable keeps the process waiting."""

    def __init__(self, handler: ProxyHandler, board: Board) -> None:
        self._handler = handler
        self._board = board

    def headers_received(
        self, start_line: RequestStartLine | ResponseStartLine, headers: HTTPHeaders
    ) -> Awaitable[None] | None:
        """See HTTPMessageDelegate."""
        if isinstance(start_line, ResponseStartLine):
            self._handler.begin(start_line.code, headers, self._board)
            return self._handler.flush()
        return None

    def data_received(self, chunk: bytes) -> Awaitable[None] | None:
        """See HTTPMessageDelegate."""
        self._handler.write(chunk)
        return self._handler.flush()
