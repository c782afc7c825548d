"""What passes between a browser and a board, and what does not."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any, ClassVar

import pytest

from .conftest import Boards, Fetch, children, request, running
from .test_boards import handlers

MANY = 50_000_000
#: Every route of the boards, for a board that there is none of.
ROUTES = (
    ("tensorboards",),
    ("tensorboards", "0" * 32),
    ("tensorboard", "0" * 32),
    ("tensorboard", "0" * 32, "data", "runs"),
)


class Recorder(BaseHTTPRequestHandler):
    """Stands in for TensorBoard: keeps what it is asked, and answers with what must not pass."""

    seen: ClassVar[list[tuple[str, str, dict[str, str], bytes]]] = []
    #: Set by who has read the first of the events.
    go_on: ClassVar[Event] = Event()

    def do_GET(self) -> None:
        if self.path.endswith("/events"):
            self.send_events()
            return
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.seen.append((self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, body))
        moved = self.path.endswith("/moved")
        self.send_response(302 if moved else 200)
        if moved:
            self.send_header("Location", "http://127.0.0.1:1/elsewhere?a=1")
        length = MANY if self.path.endswith("/many") else 2
        self.send_header("Set-Cookie", "_xsrf=stolen; Path=/")
        self.send_header("Server", "TensorBoard")
        self.send_header("Content-Security-Policy", "default-src 'self'; frame-ancestors *")
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(length))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(b"x" * length)

    do_POST = do_HEAD = do_GET  # noqa: N815

    def send_events(self) -> None:
        """Send one server-sent event, and the next when that has been read."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        self.wfile.write(b"data: 1\n\n")
        self.wfile.flush()
        assert self.go_on.wait(60)
        self.wfile.write(b"data: 2\n\n")

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def recorded(boards: Boards, run: Path, jp_serverapp: Any, jp_asyncio_loop: Any) -> Iterator[str]:
    """A board whose requests go to the recorder."""
    board = jp_asyncio_loop.run_until_complete(running(boards, "run"))
    server = HTTPServer(("127.0.0.1", 0), Recorder)
    Thread(target=server.serve_forever, daemon=True).start()
    Recorder.seen.clear()
    Recorder.go_on.clear()
    (_, options), *_ = handlers(jp_serverapp)
    options["boards"].find(board).process.port = server.server_port
    yield board
    server.shutdown()
    server.server_close()


async def test_nothing_that_tells_who_the_person_is_passes(recorded: str, fetch: Fetch) -> None:
    secrets = {
        "Cookie": "username-localhost=me; _xsrf=token",
        "X-XSRFToken": "token",
        "X-Forwarded-For": "10.0.0.1",
        "X-Api-Key": "key",
        "Proxy-Authorization": "Basic abc",
        "Referer": "http://localhost/lab?token=abc",
        "Upgrade": "websocket",
        "TE": "trailers",
        "Accept-Language": "eo",
    }
    response = await fetch("tensorboard", recorded, "data", "a%2Fb", params={"q": "ä b"}, headers=secrets)
    assert response.code == 200
    assert response.body == b"xx"
    assert "x=" not in str(response.headers)
    for name in ("Server", "Access-Control-Allow-Origin"):
        assert response.headers.get(name) not in ("TensorBoard", "*")
    assert "stolen" not in str(response.headers.get_list("Set-Cookie"))
    ((method, path, headers, _),) = Recorder.seen
    assert method == "GET"
    assert path.endswith("/data/a%2Fb?q=%C3%A4+b")
    assert len(path) > 40
    assert set(headers) <= {"host", "connection", "accept-encoding", "user-agent", "accept-language"}
    assert headers["accept-language"] == "eo"


async def test_forms_pass_from_the_boards_own_page(recorded: str, fetch: Fetch) -> None:
    response = await fetch("tensorboard", recorded, "data", method="POST", body="tag=loss")
    assert response.code == 200
    assert Recorder.seen[0][3] == b"tag=loss"
    head = await fetch("tensorboard", recorded, "data", method="HEAD")
    assert head.code == 200
    assert head.headers["Content-Length"] == "2"


async def test_redirects_stay_in_the_board(recorded: str, fetch: Fetch, jp_base_url: str) -> None:
    base = f"{jp_base_url}jupyterlab-tfx/tensorboard/{recorded}/"
    slash = await fetch("tensorboard", recorded, params={"a": "1"})
    assert slash.code == 308
    assert slash.headers["Location"] == f"{base}?a=1"
    moved = await fetch("tensorboard", recorded, "moved")
    assert moved.code == 302
    assert moved.headers["Location"] == f"{base}elsewhere?a=1"


async def test_long_answers_are_handed_on(recorded: str, fetch: Fetch) -> None:
    response = await fetch("tensorboard", recorded, "many", request_timeout=60)
    assert len(response.body) == MANY


async def test_a_boards_own_requests_are_no_activity(
    boards: Boards, fetch: Fetch, run: Path, jp_serverapp: Any
) -> None:
    board = await running(boards, "run")
    jp_serverapp.web_app.settings.pop("api_last_activity", None)
    await fetch("tensorboard", board, "data", "runs")
    await boards("GET")
    await boards("GET", board, params={"reader": "1"})
    assert "api_last_activity" not in jp_serverapp.web_app.settings
    await boards("POST", board)
    assert "api_last_activity" in jp_serverapp.web_app.settings


async def test_another_user_of_the_machine_finds_nothing(
    boards: Boards, run: Path, jp_serverapp: Any, fetch: Fetch
) -> None:
    board = await running(boards, "run")
    (_, options), *_ = handlers(jp_serverapp)
    process = options["boards"].find(board).process
    (pid,) = children()
    secret = process.prefix.strip("/").encode()
    assert secret not in Path(f"/proc/{pid}/cmdline").read_bytes()
    assert secret not in Path(f"/proc/{pid}/environ").read_bytes()
    assert process.prefix not in json.dumps(await boards("GET"))
    reader, writer = await asyncio.open_connection("127.0.0.1", process.port)
    writer.write(b"GET /data/runs HTTP/1.0\r\n\r\n")
    assert b" 404 " in await reader.readline()
    writer.close()
    assert os.getpgid(pid) == pid


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE", "PUT", "HEAD", "PATCH"])
async def test_nothing_without_the_token(boards: Boards, fetch: Fetch, run: Path, method: str) -> None:
    board = await running(boards, "run")
    for path in (*ROUTES, ("tensorboards", board), ("tensorboard", board), ("tensorboard", board, "data")):
        response = await fetch(
            *path, method=method, allow_nonstandard_methods=True, headers={"Authorization": ""}
        )
        assert response.code == 403, path
        assert b"train" not in response.body
    preflight = await fetch("tensorboard", board, "data", method="OPTIONS", headers={"Authorization": ""})
    assert preflight.body == b""
    assert (await boards("GET", board))["boards"][0]["state"] == "running"


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE", "HEAD"])
async def test_nothing_for_whom_the_server_does_not_let(
    fetch: Fetch, jp_serverapp: Any, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    asked: list[tuple[str, str]] = []

    def is_authorized(_handler: Any, _user: Any, action: str, resource: str) -> bool:
        asked.append((action, resource))
        return False

    monkeypatch.setattr(jp_serverapp.authorizer, "is_authorized", is_authorized)
    for path in ROUTES:
        response = await fetch(*path, method=method, body="" if method == "POST" else None)
        assert response.code in (403, 405), path
        assert (response.code == 405) == (not asked), path
        assert {resource for _, resource in asked} <= {"jupyterlab_tfx"}
        asked.clear()


@pytest.mark.parametrize(
    ("policy", "framers"),
    [
        (None, "'self'"),
        ("frame-ancestors 'none'", "'self'"),
        (
            "default-src 'self'; frame-ancestors 'self' https://portal.example",
            "'self' https://portal.example",
        ),
    ],
)
async def test_only_who_shows_jupyterlab_shows_a_board(
    recorded: str,
    fetch: Fetch,
    jp_serverapp: Any,
    monkeypatch: pytest.MonkeyPatch,
    policy: str | None,
    framers: str,
) -> None:
    headers = {"Content-Security-Policy": policy} if policy else {}
    monkeypatch.setitem(jp_serverapp.web_app.settings, "headers", headers)
    response = await fetch("tensorboard", recorded, "index.html")
    assert response.headers.get_list("Content-Security-Policy") == [
        "default-src 'self'; frame-ancestors *",
        f"frame-ancestors {framers}",
    ]


async def test_no_websocket_is_handed_on(recorded: str, fetch: Fetch) -> None:
    headers = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version": "13",
    }
    response = await fetch("tensorboard", recorded, "data", headers=headers)
    assert response.code == 200
    ((_, _, seen, _),) = Recorder.seen
    assert not {name for name in seen if "websocket" in name or name == "upgrade"}
    assert seen["connection"] == "close"


async def test_events_are_handed_on_as_they_come(recorded: str, fetch: Fetch) -> None:
    first: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()

    def take(chunk: bytes) -> None:
        if not first.done():
            first.set_result(chunk)
            Recorder.go_on.set()

    await fetch("tensorboard", recorded, "events", streaming_callback=take)
    assert await first == b"data: 1\n\n"


async def test_logdirs_are_read_only_where_artifacts_are(
    boards: Boards, run: Path, tmp_path: Path, jp_root_dir: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (jp_root_dir / "link").symlink_to(outside)
    for uri in (str(outside), "../outside", "run/../../outside", "link", "/proc/self", "gs://bucket/run"):
        refused = await boards("POST", json=request(uri))
        assert "allowed_roots" in refused["message"] or "dots" in refused["message"], uri
    for asked in ({}, [], request(), request(""), request("run", reloadInterval=0), {"logdirs": "run"}):
        assert "message" in await boards("POST", json=asked)
    assert children() == []
