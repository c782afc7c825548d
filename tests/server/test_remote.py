"""Artifacts in a bucket, through the real fsspec."""

from __future__ import annotations

import base64
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import fsspec
import pytest
from fsspec.registry import _registry
from tornado.httpclient import HTTPClientError

from jupyterlab_tfx.protocol import validate
from jupyterlab_tfx.server.remote import RemoteFile, RemoteFiles

from .cloud import InFolder, InMemory
from .conftest import Ask

Fetch = Callable[..., Awaitable[Any]]
URI = "gs://bucket/runs/Trainer/model/6"


@pytest.fixture
def jp_server_config() -> dict[str, Any]:
    return {
        "ServerApp": {"jpserver_extensions": {"jupyterlab_tfx": True}},
        "TfxExtension": {"allowed_roots": ["gs://bucket/runs/", "s3://bucket"]},
    }


@pytest.fixture(params=[InMemory, InFolder])
def bucket(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A bucket with one artifact, in the real fsspec."""
    kind = request.param
    # As register_implementation does, which nothing undoes: other tests are without gcsfs.
    monkeypatch.setitem(_registry, "gs", kind)
    monkeypatch.setattr(kind, "fault", None)
    if kind is InFolder:
        monkeypatch.setattr(kind, "folder", str(tmp_path / "cloud"))
    else:
        monkeypatch.setattr(kind, "store", {})
    kind.clear_instance_cache()
    bucket = fsspec.filesystem("gs", use_listings_cache=False)
    assert type(bucket) is kind
    for path in ("value", "more/a", "more/b/c"):
        name = f"{URI.removeprefix('gs://')}/{path}"
        bucket.makedirs(name.rpartition("/")[0], exist_ok=True)
        bucket.pipe_file(name, f"content of {path}".encode())
    return bucket


@pytest.fixture
def fetch(jp_fetch: Any) -> Fetch:
    """Ask for a file; return the response, whatever its status is."""

    async def fetch(uri: str, path: str, **headers: str) -> Any:
        try:
            return await jp_fetch(
                "jupyterlab-tfx", "artifacts", "file", params={"uri": uri, "path": path}, headers=headers
            )
        except HTTPClientError as error:
            return error.response

    return fetch


@pytest.mark.parametrize("uri", [URI, f"{URI}/"])
async def test_document(ask: Ask, bucket: Any, uri: str) -> None:
    code, document = await ask("artifacts/document", uri=uri, type="Mine")
    assert code == 200
    validate("ArtifactDocument", document)
    assert [file["path"] for file in document["files"]] == ["value", "more/a", "more/b/c"]
    assert [file["size"] for file in document["files"]] == [16, 17, 19]
    assert base64.b64decode(document["files"][1]["data"]) == b"content of more/a"
    assert (document["problem"], document["truncated"], document["fileCount"]) == (None, False, 3)


async def test_object_by_itself(ask: Ask, fetch: Fetch, bucket: Any) -> None:
    _, document = await ask("artifacts/document", uri=f"{URI}/value", type="String")
    (file,) = document["files"]
    assert (file["path"], base64.b64decode(file["data"])) == ("value", b"content of value")
    assert (await fetch(f"{URI}/value", "value")).body == b"content of value"


async def test_file(fetch: Fetch, bucket: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RemoteFile, "chunk", 5)
    response = await fetch(URI, "more/a")
    assert (response.code, response.body) == (200, b"content of more/a")
    assert response.headers["Content-Length"] == "17"
    for asked, got in (("0-6", b"content"), ("8-9", b"of"), ("11-99", b"more/a"), ("16-", b"a")):
        part = await fetch(URI, "more/a", Range=f"bytes={asked}")
        assert (part.code, part.body) == (206, got)
    assert (await fetch(URI, "more/a", Range="bytes=17-")).code == 416
    part = await fetch(URI, "more/a", Range="bytes=-6")
    assert (part.code, part.body) == (206, b"more/a")
    assert part.headers["ETag"] == response.headers["ETag"]
    assert (await fetch(URI, "more/a", **{"If-None-Match": part.headers["ETag"]})).code == 304
    bucket.pipe_file(f"{URI.removeprefix('gs://')}/more/a", b"another content")
    assert (await fetch(URI, "more/a")).headers["ETag"] != part.headers["ETag"]


async def test_refusals(ask: Ask, fetch: Fetch, bucket: Any) -> None:
    assert (await fetch(URI, "none")).code == 404
    assert (await fetch(URI, "more")).code == 404
    assert (await fetch(URI, "../7/value")).code == 403
    assert (await fetch(URI, "/value")).code == 403
    for uri in (
        "gs://bucket",
        "gs://bucket/runs2/a",
        "gs://bucket/runs/../a",
        "gs://bucket/runs//a",
        "gs://other/runs",
        "gcs://bucket/runs",
        "hdfs://bucket/runs",
        "file:gs://bucket/runs",
    ):
        code, body = await ask("artifacts/document", uri=uri)
        assert code == 403, uri
        assert body["message"].endswith(".")


async def test_package_of_the_scheme(ask: Ask, bucket: Any) -> None:
    code, body = await ask("artifacts/document", uri="s3://bucket/a")
    assert (code, "pip install s3fs" in body["message"]) == (422, True)


async def test_nothing_there(ask: Ask, bucket: Any) -> None:
    code, document = await ask("artifacts/document", uri="gs://bucket/runs/none")
    assert code == 200
    assert "There is nothing at gs://bucket/runs/none" in document["problem"]


class CloudError(Exception):
    """What a cloud's own package raises."""


@pytest.mark.parametrize(
    ("fault", "status", "word"),
    [
        (CloudError("a secret"), 422, "CloudError"),
        (PermissionError("a secret"), 403, "may not read"),
        (TimeoutError("a secret"), 422, "TimeoutError"),
    ],
)
async def test_faults(
    ask: Ask,
    fetch: Fetch,
    bucket: Any,
    monkeypatch: pytest.MonkeyPatch,
    fault: Exception,
    status: int,
    word: str,
) -> None:
    """A sentence, and nothing of the fault's own text."""
    monkeypatch.setattr(type(bucket), "fault", fault)
    response = await fetch(URI, "value")
    message = json.loads(response.body)["message"]
    assert (response.code, word in message, "secret" in message) == (status, True, False)
    code, document = await ask("artifacts/document", uri=URI, type="Mine")
    assert code == 200
    assert document["problem"].endswith(".")
    assert "secret" not in document["problem"]


def test_many_objects(bucket: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RemoteFiles, "limit", 2)
    assert len(RemoteFiles(bucket, URI.removeprefix("gs://")).paths()) == 2
