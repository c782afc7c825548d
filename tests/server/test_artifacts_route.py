"""``GET artifacts/document`` and ``GET artifacts/file``: what they answer, to whom, and what they refuse."""

from __future__ import annotations

import asyncio
import base64
import gzip
import json
import os
import sqlite3
import sys
import tracemalloc
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from tornado.httpclient import HTTPClientError
from tornado.simple_httpclient import HTTPStreamClosedError

from jupyterlab_tfx.protocol import validate
from jupyterlab_tfx.server.locations import LocalFile

from .conftest import Ask

Fetch = Callable[..., Awaitable[Any]]
CONTENT = bytes(range(256)) * 400


@pytest.fixture
def fetch(jp_fetch: Any) -> Fetch:
    """Ask for a file; return the response, whatever its status is."""

    async def fetch(uri: object, path: str, **options: Any) -> Any:
        try:
            return await jp_fetch(
                "jupyterlab-tfx", "artifacts", "file", params={"uri": str(uri), "path": path}, **options
            )
        except HTTPClientError as error:
            return error.response

    return fetch


@pytest.fixture
def model(jp_root_dir: Path) -> Path:
    """An artifact below the server's root, with one file."""
    folder = jp_root_dir / "runs" / "Trainer" / "model" / "6"
    (folder / "Format-Serving").mkdir(parents=True)
    (folder / "Format-Serving" / "saved_model.pb").write_bytes(CONTENT)
    return folder


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file outside of what may be read."""
    path = tmp_path / "elsewhere" / "secret.txt"
    path.parent.mkdir()
    path.write_text("a secret")
    return path


def refused(response: Any, status: int, *words: str) -> None:
    """Check that a file was refused with a status and a sentence that has some words."""
    assert response.code == status, response.body
    message = json.loads(response.body)["message"]
    assert message.endswith("."), message
    assert "secret\n" not in message
    for word in words:
        assert word in message


FILE = "Format-Serving/saved_model.pb"


class TestDocument:
    """``GET artifacts/document``."""

    @pytest.mark.parametrize("form", ["absolute", "relative", "file", "slash"])
    async def test_answer(self, ask: Ask, model: Path, jp_root_dir: Path, form: str) -> None:
        uri = {
            "absolute": str(model),
            "relative": str(model.relative_to(jp_root_dir)),
            "file": f"file://{model}",
            "slash": f"{model}/",
        }[form]
        code, document = await ask("artifacts/document", uri=uri)
        assert code == 200
        validate("ArtifactDocument", document)
        assert (document["uri"], document["type"], document["id"]) == (uri, "Model", None)
        (file,) = document["files"]
        assert (file["path"], file["size"]) == (FILE, len(CONTENT))
        assert gzip.decompress(base64.b64decode(file["data"])) == CONTENT

    async def test_type_and_name(self, ask: Ask, model: Path) -> None:
        _, document = await ask("artifacts/document", uri=str(model), type="MyModel", name="mine:1")
        assert (document["type"], document["name"]) == ("MyModel", "mine:1")
        (model / FILE).rename(model / "other")
        _, document = await ask("artifacts/document", uri=str(model))
        assert document["type"] == "Unknown"
        assert document["problem"].endswith(".")

    async def test_not_there(self, ask: Ask, jp_root_dir: Path) -> None:
        """An artifact whose files are gone still has its properties to show."""
        for uri in ("none", "x" * 5000, f"{jp_root_dir}/a/b"):
            code, document = await ask("artifacts/document", uri=uri, type="Schema")
            assert code == 200
            validate("ArtifactDocument", document)
            assert document["problem"]
            assert document["files"] == []

    async def test_what_the_store_says(self, ask: Ask, store: Path, jp_root_dir: Path) -> None:
        """Properties, id and type of an artifact in a store that was read."""
        with sqlite3.connect(store) as writer:
            writer.execute("UPDATE Artifact SET uri = ? WHERE id = 1", (f"{jp_root_dir}/examples/1",))
        writer.close()
        uri = f"{jp_root_dir}/examples/1"
        _, before = await ask("artifacts/document", uri=uri)
        assert (before["type"], before["properties"]) == ("Unknown", {})
        assert (await ask("store", uri=str(store), pipeline="penguins"))[0] == 200
        for form in (uri, f"{uri}/", f"file://{uri}"):
            _, document = await ask("artifacts/document", uri=form)
            validate("ArtifactDocument", document)
            assert (document["id"], document["type"], document["state"]) == (1, "Examples", "published")
            assert document["splits"] == ["train", "eval"]
            assert document["customProperties"] == {"span": 0}
        _, document = await ask("artifacts/document", uri=uri, type="Other")
        assert document["type"] == "Other"

    async def test_refusals(self, ask: Ask, secret: Path, jp_root_dir: Path) -> None:
        (jp_root_dir / "link").symlink_to(secret.parent)
        for uri in (str(secret.parent), str(secret), "link", "../elsewhere", "/", "/proc/self", "x/../../.."):
            code, body = await ask("artifacts/document", uri=uri)
            assert code == 403, uri
            assert "c.TfxExtension.allowed_roots" in body["message"]
            assert "secret" not in json.dumps(body).replace("secret.txt is outside", "")
        assert (await ask("artifacts/document"))[0] == 400
        assert (await ask("artifacts/document", uri="a\0b"))[0] == 400

    async def test_links_inside_that_lead_out(
        self, ask: Ask, fetch: Fetch, secret: Path, model: Path
    ) -> None:
        (model / "leak").symlink_to(secret)
        (model / "folder").symlink_to(secret.parent)
        _, document = await ask("artifacts/document", uri=str(model), type="Mine")
        assert [file["path"] for file in document["files"]] == [FILE]
        refused(await fetch(model, "leak"), 403, "leads out of the artifact")
        refused(await fetch(model, "folder/secret.txt"), 403, "leads out of the artifact")

    async def test_remote(self, ask: Ask) -> None:
        for uri in ("gs://bucket/a", "s3://bucket/a", "http://host/a", "gs://", "gs://b/../c", "gs://b//c"):
            code, body = await ask("artifacts/document", uri=uri)
            assert code == 403, uri
            assert body["message"].endswith(".")

    async def test_fault_of_ours(self, ask: Ask, model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object) -> None:
            raise RuntimeError("a secret")

        monkeypatch.setattr("jupyterlab_tfx.server.artifact_handlers.make_document", fail)
        code, body = await ask("artifacts/document", uri=str(model))
        assert (code, "secret" in body["message"]) == (500, False)


class TestFile:
    """``GET artifacts/file``."""

    async def test_all(self, fetch: Fetch, model: Path) -> None:
        response = await fetch(model, FILE)
        assert (response.code, response.body) == (200, CONTENT)
        headers = response.headers
        assert headers["Content-Type"] == "application/octet-stream"
        assert headers["Content-Length"] == str(len(CONTENT))
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in [part.strip() for part in headers["Content-Security-Policy"].split(";")]
        assert headers["Accept-Ranges"] == "bytes"
        assert "Content-Encoding" not in headers

    @pytest.mark.parametrize(("start", "end"), [(0, 0), (0, 9), (1000, 70_000), (102_399, 102_399)])
    async def test_range(self, fetch: Fetch, model: Path, start: int, end: int) -> None:
        response = await fetch(model, FILE, headers={"Range": f"bytes={start}-{end}"})
        assert (response.code, response.body) == (206, CONTENT[start : end + 1])
        assert response.headers["Content-Range"] == f"bytes {start}-{end}/102400"
        assert response.headers["Content-Length"] == str(end - start + 1)

    async def test_end(self, fetch: Fetch, model: Path) -> None:
        response = await fetch(model, FILE, headers={"Range": "bytes=-10"})
        assert (response.code, response.body) == (206, CONTENT[-10:])
        response = await fetch(model, FILE, headers={"Range": "bytes=102390-"})
        assert (response.code, response.body) == (206, CONTENT[-10:])

    async def test_no_such_range(self, fetch: Fetch, model: Path) -> None:
        for header in ("bytes=102400-", "bytes=5-1", "bytes=0-1,3-4"):
            response = await fetch(model, FILE, headers={"Range": header})
            refused(response, 416)
            assert response.headers["Content-Range"] == "bytes */102400"

    async def test_etag(self, fetch: Fetch, model: Path) -> None:
        etag = (await fetch(model, FILE)).headers["ETag"]
        response = await fetch(model, FILE, headers={"If-None-Match": etag})
        assert (response.code, response.body) == (304, b"")
        same = await fetch(model, FILE, headers={"Range": "bytes=1-2", "If-Range": etag})
        assert (same.code, same.headers["ETag"]) == (206, etag)
        os.utime(model / FILE, ns=(1, 1))
        assert (await fetch(model, FILE, headers={"If-None-Match": etag})).code == 200
        other = await fetch(model, FILE, headers={"Range": "bytes=1-2", "If-Range": etag})
        assert (other.code, len(other.body)) == (200, len(CONTENT))

    async def test_head(self, fetch: Fetch, model: Path) -> None:
        response = await fetch(model, FILE, method="HEAD")
        assert (response.code, response.body) == (200, b"")
        assert response.headers["Content-Length"] == str(len(CONTENT))
        assert response.headers["Content-Type"] == "application/octet-stream"
        assert (await fetch(model, "none", method="HEAD")).code == 404

    async def test_empty_file(self, fetch: Fetch, model: Path) -> None:
        (model / "BLESSED").touch()
        response = await fetch(model, "BLESSED")
        assert (response.code, response.body, response.headers["Content-Length"]) == (200, b"", "0")
        assert (await fetch(model, "BLESSED", headers={"Range": "bytes=0-"})).code == 416

    async def test_file_by_itself(self, ask: Ask, fetch: Fetch, model: Path) -> None:
        _, document = await ask("artifacts/document", uri=str(model / FILE))
        (file,) = document["files"]
        assert (await fetch(model / FILE, file["path"])).body == CONTENT
        assert (await fetch(model / FILE, "other")).code == 404

    @pytest.mark.parametrize(
        "name",
        ["a b", " a", "a ", "50%25", "a?b", "a#b", "ü€😀", "a&b=c;d", "+", "a\nb", "\x1b[31m", "-", "~"],
    )
    async def test_odd_names(self, ask: Ask, fetch: Fetch, model: Path, name: str) -> None:
        (model / name).write_text(name)
        _, document = await ask("artifacts/document", uri=str(model), type="Mine")
        (path,) = (file["path"] for file in document["files"] if file["path"] != FILE)
        response = await fetch(model, path)
        assert (response.code, response.body) == (200, name.encode())

    async def test_not_there(self, fetch: Fetch, model: Path) -> None:
        os.mkfifo(model / "pipe")
        (model / "round").symlink_to("round")
        for path in ("none", "Format-Serving", f"{FILE}/below", "x" * 5000, "a/" * 3000, "pipe", "round"):
            refused(await fetch(model, path), 404, "There is no file")
        refused(await fetch(model.with_name("7"), FILE), 404)

    async def test_paths_that_leave(self, fetch: Fetch, model: Path, secret: Path, jp_root_dir: Path) -> None:
        (jp_root_dir / "other").write_text("other")
        for path in ("..", "../../../other", "Format-Serving/../../x", str(secret), "/etc/passwd", "//etc"):
            refused(await fetch(model, path), 403, "relative to its URI")
        refused(await fetch(model, ""), 400, "path is missing")
        refused(await fetch("", FILE), 400, "uri is missing")
        refused(await fetch(model, "a\0b"), 400, "NUL")
        refused(await fetch(secret.parent, secret.name), 403, "c.TfxExtension.allowed_roots")

    async def test_bytes_that_are_no_text(self, jp_serverapp: Any, http_server_client: Any) -> None:
        url = f"{jp_serverapp.base_url}jupyterlab-tfx/artifacts/file?uri=%ff&path=a"
        with pytest.raises(HTTPClientError) as caught:
            await http_server_client.fetch(
                url, headers={"Authorization": f"token {jp_serverapp.identity_provider.token}"}
            )
        refused(caught.value.response, 400, "uri is no UTF-8")

    async def test_file_that_may_not_be_read(
        self, fetch: Fetch, model: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object) -> int:
            raise PermissionError

        monkeypatch.setattr("jupyterlab_tfx.server.locations.os.open", refuse)
        refused(await fetch(model, FILE), 403, "may not read saved_model.pb")

    async def test_file_that_becomes_shorter(
        self, jp_fetch: Any, model: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The connection ends before the length that was said: the browser knows that it has not all."""
        monkeypatch.setattr(LocalFile, "chunk", 1000)
        read = LocalFile.read

        def shorter(self: LocalFile, start: int, length: int) -> bytes:
            return b"" if start > 50_000 else read(self, start, length)

        monkeypatch.setattr(LocalFile, "read", shorter)
        with pytest.raises(HTTPStreamClosedError):
            await jp_fetch("jupyterlab-tfx", "artifacts", "file", params={"uri": str(model), "path": FILE})

    async def test_nothing_is_written(self, ask: Ask, fetch: Fetch, model: Path) -> None:
        def state() -> list[tuple[str, int, int]]:
            paths = [model, *model.rglob("*")]
            return [(str(p), p.stat().st_mtime_ns, p.stat().st_size) for p in paths]

        before = state()
        await ask("artifacts/document", uri=str(model))
        await fetch(model, FILE)
        await fetch(model, "new")
        assert state() == before

    @pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
    async def test_only_reading(self, fetch: Fetch, model: Path, method: str) -> None:
        body = {"body": "{}"} if method != "DELETE" else {}
        assert (await fetch(model, FILE, method=method, **body)).code in (403, 405)
        assert (model / FILE).read_bytes() == CONTENT


class TestLargeFile:
    """Five gigabytes, most of which are a hole."""

    SIZE = 5_000_000_000

    @pytest.fixture
    def large(self, model: Path) -> Path:
        with (model / "large").open("wb") as file:
            file.write(b"begin")
            file.seek(self.SIZE - 3)
            file.write(b"end")
        return model

    async def test_parts(self, ask: Ask, fetch: Fetch, large: Path) -> None:
        _, document = await ask("artifacts/document", uri=str(large), type="Mine")
        assert {f["path"]: f["size"] for f in document["files"]}["large"] == self.SIZE
        response = await fetch(large, "large", headers={"Range": "bytes=-3"})
        assert (response.code, response.body) == (206, b"end")
        assert response.headers["Content-Range"] == "bytes 4999999997-4999999999/5000000000"
        response = await fetch(large, "large", headers={"Range": "bytes=2500000000-2500000003"})
        assert response.body == bytes(4)

    async def test_memory(self, fetch: Fetch, large: Path) -> None:
        """A long answer is never in memory as a whole."""
        received = 0

        def take(chunk: bytes) -> None:
            nonlocal received
            received += len(chunk)

        await fetch(large, "large", headers={"Range": "bytes=0-9"})
        tracemalloc.start()
        try:
            await fetch(large, "large", headers={"Range": "bytes=0-79999999"}, streaming_callback=take)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert received == 80_000_000
        assert peak < 10_000_000

    async def test_browser_that_goes(
        self,
        jp_serverapp: Any,
        jp_http_port: int,
        large: Path,
        monkeypatch: pytest.MonkeyPatch,
        http_server_client: Any,
    ) -> None:
        """Reading ends, and the file is closed, soon after nobody wants it any more."""
        closed = asyncio.Event()
        loop = asyncio.get_running_loop()
        reads = 0
        close, read = LocalFile.close, LocalFile.read

        def note(self: LocalFile) -> None:
            close(self)
            loop.call_soon_threadsafe(closed.set)

        def count(self: LocalFile, start: int, length: int) -> bytes:
            nonlocal reads
            reads += 1
            return read(self, start, length)

        monkeypatch.setattr(LocalFile, "close", note)
        monkeypatch.setattr(LocalFile, "read", count)
        query = urlencode({"uri": str(large), "path": "large"})
        reader, writer = await asyncio.open_connection("127.0.0.1", jp_http_port)
        writer.write(
            f"GET {jp_serverapp.base_url}jupyterlab-tfx/artifacts/file?{query} HTTP/1.1\r\n"
            "Host: 127.0.0.1\r\n"
            f"Authorization: token {jp_serverapp.identity_provider.token}\r\n\r\n".encode()
        )
        head = await reader.readuntil(b"\r\n\r\n")
        assert b" 200 " in head.split(b"\r\n")[0]
        assert b"Content-Length: 5000000000" in head
        assert (await reader.readexactly(5)) == b"begin"
        await reader.readexactly(1_000_000)
        assert not closed.is_set()
        writer.close()
        await asyncio.wait_for(closed.wait(), 10)
        assert reads < 200  # of 19,074


class TestConfigured:
    """With what an administrator sets."""

    @pytest.fixture
    def jp_server_config(self, tmp_path: Path, outside: Path) -> dict[str, Any]:
        return {
            "ServerApp": {"jpserver_extensions": {"jupyterlab_tfx": True}},
            "TfxExtension": {
                "allowed_roots": [str(tmp_path / "shared"), "gs://bucket/runs"],
                "stores": {"good": f"sqlite:///{outside}"},
                "max_answer": 1000,
            },
        }

    async def test_allowed_root(self, fetch: Fetch, tmp_path: Path) -> None:
        for name in ("shared", "shared2"):
            (tmp_path / name).mkdir()
            (tmp_path / name / "schema.pbtxt").write_text("x")
        assert (await fetch(tmp_path / "shared", "schema.pbtxt")).body == b"x"
        assert (await fetch(tmp_path / "shared2", "schema.pbtxt")).code == 403

    async def test_longest_answer(self, fetch: Fetch, model: Path) -> None:
        refused(await fetch(model, FILE), 413, "102.4 kB", "1.0 kB at most", "Range")
        assert (await fetch(model, FILE, headers={"Range": "bytes=0-999"})).code == 206
        refused(await fetch(model, FILE, headers={"Range": "bytes=0-1000"}), 413)

    async def test_package_that_is_missing(
        self, ask: Ask, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "fsspec", None)
        code, body = await ask("artifacts/document", uri="gs://bucket/runs/1")
        assert (code, "pip install gcsfs" in body["message"]) == (422, True)
        refused(await fetch("gs://bucket/runs/1", "a"), 422, "pip install gcsfs")
        for uri in ("gs://bucket/runs2", "gs://bucket", "gs://other/runs", "s3://bucket/runs"):
            assert (await ask("artifacts/document", uri=uri))[0] == 403

    async def test_store_of_the_configuration(
        self, ask: Ask, fetch: Fetch, outside: Path, secret: Path
    ) -> None:
        """What it names may be read wherever it lies."""
        with sqlite3.connect(outside) as writer:
            writer.execute("UPDATE Artifact SET uri = ? WHERE id = 1", (str(secret.parent),))
        writer.close()
        assert (await fetch(secret.parent, secret.name)).code == 403
        assert (await ask("store", uri="store:good", pipeline="penguins"))[0] == 200
        assert (await fetch(secret.parent, secret.name)).body == b"a secret"
        assert (await fetch(secret.parent.parent, "elsewhere/secret.txt")).code == 403


class TestKnownStore:
    """A metadata store below the server's root, whose artifacts lie elsewhere."""

    @pytest.fixture
    def named(self, ask: Ask, store: Path) -> Callable[[object], Awaitable[None]]:
        """Let the store name a URI, and read it."""

        async def named(uri: object) -> None:
            with sqlite3.connect(store) as writer:
                writer.execute("UPDATE Artifact SET uri = ? WHERE id = 1", (str(uri),))
            writer.close()
            assert (await ask("store", uri=str(store), pipeline="penguins"))[0] == 200

        return named

    @pytest.fixture
    def output(self, tmp_path: Path) -> Path:
        folder = tmp_path / "elsewhere" / "Trainer" / "model" / "6"
        folder.mkdir(parents=True)
        (folder / "file").write_text("file")
        return folder

    async def test_output(self, fetch: Fetch, named: Any, output: Path) -> None:
        refused(await fetch(output, "file"), 403, "c.TfxExtension.allowed_roots")
        await named(output)
        assert (await fetch(output, "file")).body == b"file"
        assert (await fetch(f"{output}/", "file")).body == b"file"
        # Nothing above or beside it.
        for uri, path in ((output.parent, "6/file"), (output.with_name("66"), "file"), (output, "../6/file")):
            assert (await fetch(uri, path)).code == 403

    async def test_what_is_no_output(self, fetch: Fetch, named: Any, secret: Path, tmp_path: Path) -> None:
        """A store may come from anywhere: it does not open a folder by naming it."""
        (tmp_path / "link" / "a" / "b").mkdir(parents=True)
        (tmp_path / "link" / "a" / "b" / "1").symlink_to(secret.parent)
        for uri in (
            secret.parent,
            "/",
            "/etc",
            tmp_path / "link" / "a" / "b" / "1",
            f"/proc/{os.getpid()}/task/{os.getpid()}",
            f"{secret.parent}/a/../../elsewhere",
        ):
            await named(uri)
            for path in ("secret.txt", "etc/passwd", "passwd", "environ"):
                assert (await fetch(uri, path)).code == 403, (uri, path)

    async def test_somebody_else_s(
        self, fetch: Fetch, named: Any, output: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        mine = os.getuid()
        monkeypatch.setattr("os.getuid", lambda: mine + 1)
        await named(output)
        assert (await fetch(output, "file")).code == 403
        monkeypatch.undo()
        assert (await fetch(output, "file")).code == 200

    async def test_remote(self, ask: Ask, named: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "fsspec", None)
        for uri, status in (("gs://bucket/runs/Trainer/model/6", 422), ("gs://bucket/data", 403)):
            assert (await ask("artifacts/document", uri=uri))[0] == 403
            await named(uri)
            assert (await ask("artifacts/document", uri=uri))[0] == status

    async def test_store_that_may_not_be_read(
        self, ask: Ask, fetch: Fetch, outside: Path, output: Path
    ) -> None:
        with sqlite3.connect(outside) as writer:
            writer.execute("UPDATE Artifact SET uri = ?", (str(output),))
        writer.close()
        assert (await ask("store", uri=str(outside), pipeline="penguins"))[0] == 403
        assert (await fetch(output, "file")).code == 403


@pytest.mark.parametrize("route", ["artifacts/document", "artifacts/file"])
async def test_authentication(jp_fetch: Any, model: Path, route: str) -> None:
    for headers in ({"Authorization": "token wrong"}, {"Authorization": ""}):
        with pytest.raises(HTTPClientError) as caught:
            await jp_fetch(
                "jupyterlab-tfx", *route.split("/"), params={"uri": str(model), "path": FILE}, headers=headers
            )
        assert caught.value.code == 403


@pytest.mark.parametrize("route", ["artifacts/document", "artifacts/file"])
async def test_authorization(
    jp_serverapp: Any, jp_fetch: Any, model: Path, monkeypatch: pytest.MonkeyPatch, route: str
) -> None:
    asked = []

    def refuse(_handler: object, _user: object, action: str, resource: str) -> bool:
        asked.append((action, resource))
        return False

    monkeypatch.setattr(jp_serverapp.authorizer, "is_authorized", refuse)
    with pytest.raises(HTTPClientError) as caught:
        await jp_fetch("jupyterlab-tfx", *route.split("/"), params={"uri": str(model), "path": FILE})
    assert (caught.value.code, asked) == (403, [("read", "jupyterlab_tfx")])


async def test_other_origins(jp_fetch: Any, model: Path) -> None:
    """A page of another site that a logged-in person opens reads nothing here."""
    headers = {"Origin": "http://evil.example", "Authorization": ""}
    with pytest.raises(HTTPClientError) as caught:
        await jp_fetch(
            "jupyterlab-tfx", "artifacts", "file", params={"uri": str(model), "path": FILE}, headers=headers
        )
    assert caught.value.code in (403, 404)
