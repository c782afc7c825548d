"""Artifacts in a bucket, through fsspec."""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from tornado.httpclient import HTTPClientError

from jupyterlab_tfx.protocol import validate
from jupyterlab_tfx.server.remote import RemoteFile, RemoteFiles

from .cloud import Bucket, fsspec
from .conftest import Ask

Fetch = Callable[..., Awaitable[Any]]
URI = "gs://bucket/runs/Trainer/model/6"


@pytest.fixture
def jp_server_config() -> dict[str, Any]:
    return {
        "ServerApp": {"jpserver_extensions": {"jupyterlab_tfx": True}},
        "TfxExtension": {"allowed_roots": ["gs://bucket/runs/", "s3://bucket"]},
    }


@pytest.fixture
def bucket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bucket:
    """A bucket with one artifact."""
    folder = tmp_path / "cloud"
    for path in ("value", "more/a", "more/b/c"):
        (folder / "bucket/runs/Trainer/model/6" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "bucket/runs/Trainer/model/6" / path).write_text(f"content of {path}")
    bucket = Bucket(folder)
    monkeypatch.setitem(sys.modules, "fsspec", fsspec(bucket))
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
async def test_document(ask: Ask, bucket: Bucket, uri: str) -> None:
    code, document = await ask("artifacts/document", uri=uri, type="Mine")
    assert code == 200
    validate("ArtifactDocument", document)
    assert [file["path"] for file in document["files"]] == ["value", "more/a", "more/b/c"]
    assert [file["size"] for file in document["files"]] == [16, 17, 19]
    assert base64.b64decode(document["files"][1]["data"]) == b"content of more/a"
    assert (document["problem"], document["truncated"], document["fileCount"]) == (None, False, 3)


async def test_object_by_itself(ask: Ask, fetch: Fetch, bucket: Bucket) -> None:
    _, document = await ask("artifacts/document", uri=f"{URI}/value", type="String")
    (file,) = document["files"]
    assert (file["path"], base64.b64decode(file["data"])) == ("value", b"content of value")
    assert (await fetch(f"{URI}/value", "value")).body == b"content of value"


async def test_file(fetch: Fetch, bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RemoteFile, "chunk", 5)
    response = await fetch(URI, "more/a")
    assert (response.code, response.body) == (200, b"content of more/a")
    assert response.headers["Content-Length"] == "17"
    part = await fetch(URI, "more/a", Range="bytes=-6")
    assert (part.code, part.body) == (206, b"more/a")
    assert part.headers["ETag"] == response.headers["ETag"]
    assert (await fetch(URI, "more/a", **{"If-None-Match": part.headers["ETag"]})).code == 304
    path = bucket.folder / URI.removeprefix("gs://") / "more/a"
    path.write_text("another content")
    assert (await fetch(URI, "more/a")).headers["ETag"] != part.headers["ETag"]


async def test_refusals(ask: Ask, fetch: Fetch, bucket: Bucket) -> None:
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


async def test_package_of_the_scheme(ask: Ask, bucket: Bucket) -> None:
    code, body = await ask("artifacts/document", uri="s3://bucket/a")
    assert (code, "pip install s3fs" in body["message"]) == (422, True)


async def test_nothing_there(ask: Ask, bucket: Bucket) -> None:
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
    ask: Ask, fetch: Fetch, bucket: Bucket, fault: Exception, status: int, word: str
) -> None:
    """A sentence, and nothing of the fault's own text."""
    bucket.fault = fault
    response = await fetch(URI, "value")
    message = json.loads(response.body)["message"]
    assert (response.code, word in message, "secret" in message) == (status, True, False)
    code, document = await ask("artifacts/document", uri=URI, type="Mine")
    assert code == 200
    assert document["problem"].endswith(".")
    assert "secret" not in document["problem"]


def test_many_objects(bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RemoteFiles, "limit", 2)
    assert len(RemoteFiles(bucket, URI.removeprefix("gs://")).paths()) == 2
