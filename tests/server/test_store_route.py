"""``GET store``, ``GET stores`` and ``GET version``: what they answer, and to whom."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from tornado.httpclient import HTTPClientError

from jupyterlab_tfx import __version__
from jupyterlab_tfx.protocol import PROTOCOL_VERSION, validate

from .conftest import Ask


def refused(answer: tuple[int, Any], status: int, *words: str) -> None:
    """Check that a request was refused with a status and a sentence that has some words."""
    code, body = answer
    assert code == status, body
    assert body["message"].endswith((".", ")"))
    for word in words:
        assert word in body["message"]


async def test_version(ask: Ask) -> None:
    assert await ask("version") == (200, {"version": __version__, "protocol": PROTOCOL_VERSION})


@pytest.mark.parametrize("form", ["absolute", "relative", "file"])
async def test_answer(ask: Ask, store: Path, jp_root_dir: Path, form: str) -> None:
    uri = {"absolute": str(store), "relative": store.name, "file": f"file://{store}"}[form]
    code, reply = await ask("store", uri=uri, pipeline="penguins")
    assert code == 200
    validate("StoreReply", reply)
    assert (reply["protocol"], reply["uri"]) == (PROTOCOL_VERSION, uri)
    assert reply["pipelineName"] == "penguins"
    assert [execution["id"] for execution in reply["executions"]] == [1, 2, 3]


async def test_nothing_is_written(ask: Ask, store: Path) -> None:
    before = (store.read_bytes(), store.stat().st_mtime_ns, sorted(os.listdir(store.parent)))
    assert (await ask("store", uri=str(store)))[0] == 200
    assert (store.read_bytes(), store.stat().st_mtime_ns, sorted(os.listdir(store.parent))) == before


async def test_read_only_store_in_a_read_only_folder(ask: Ask, store: Path) -> None:
    folder = store.parent / "kept"
    folder.mkdir()
    copy = Path(shutil.copy(store, folder))
    copy.chmod(0o444)
    folder.chmod(0o555)
    try:
        assert (await ask("store", uri=str(copy)))[0] == 200
    finally:
        folder.chmod(0o755)


@pytest.mark.parametrize(
    "name",
    [
        "a b.sqlite",
        "50%25.sqlite",
        "what?mode=rwc.sqlite",
        "a#b.sqlite",
        "ü€😀.sqlite",
        "a&uri=b;c.sqlite",
        "+.db",
    ],
)
async def test_odd_names(ask: Ask, store: Path, name: str) -> None:
    copy = Path(shutil.copy(store, store.parent / name))
    code, reply = await ask("store", uri=str(copy))
    assert code == 200, reply
    assert reply["pipelineName"] == "taxi"
    assert sorted(os.listdir(store.parent)) == sorted([store.name, name])


async def test_bad_requests(ask: Ask) -> None:
    refused(await ask("store"), 400, "uri is missing")
    refused(await ask("store", uri=""), 400, "uri is missing")
    refused(await ask("store", uri="a\0b"), 404)  # Tornado makes a space of it


async def test_not_there(ask: Ask, jp_root_dir: Path) -> None:
    refused(await ask("store", uri="none.sqlite"), 404, "none.sqlite")
    refused(await ask("store", uri=str(jp_root_dir)), 404)
    refused(await ask("store", uri=f"{jp_root_dir}/{'x' * 5000}"), 404)
    refused(await ask("store", uri="metadata.sqlite/below"), 404)
    assert os.listdir(jp_root_dir) == []


async def test_no_such_pipeline(ask: Ask, store: Path) -> None:
    code, reply = await ask("store", uri=str(store), pipeline="other")
    assert code == 200
    validate("StoreReply", reply)
    assert (reply["pipelineName"], reply["executions"]) == (None, [])
    assert reply["pipelines"] == ["penguins", "taxi"]


async def test_outside_of_the_roots(ask: Ask, outside: Path, jp_root_dir: Path) -> None:
    climbing = f"../{outside.parent.name}/{outside.name}"
    assert (jp_root_dir / climbing).is_file()
    for uri in (str(outside), f"file://{outside}", climbing, f"{jp_root_dir}/{climbing}"):
        refused(await ask("store", uri=uri), 403, "c.TfxExtension.allowed_roots")
    # Whether a file is there outside of the roots is not told either.
    refused(await ask("store", uri=str(outside.with_name("none"))), 403, "c.TfxExtension.allowed_roots")


async def test_root_is_no_prefix(ask: Ask, outside: Path, jp_root_dir: Path) -> None:
    """A folder beside the root whose name begins with the root's."""
    beside = jp_root_dir.with_name(f"{jp_root_dir.name}-2")
    shutil.copytree(outside.parent, beside)
    refused(await ask("store", uri=str(beside / outside.name)), 403)


async def test_links_out_of_the_root(ask: Ask, outside: Path, jp_root_dir: Path) -> None:
    (jp_root_dir / "file.sqlite").symlink_to(outside)
    (jp_root_dir / "folder").symlink_to(outside.parent)
    (jp_root_dir / "twice").symlink_to("folder")
    (jp_root_dir / "round").symlink_to("round")
    for uri in ("file.sqlite", f"folder/{outside.name}", f"twice/{outside.name}"):
        refused(await ask("store", uri=uri), 403)
        refused(await ask("store", uri=f"{jp_root_dir}/{uri}"), 403)
    refused(await ask("store", uri="round"), 404)


async def test_links_inside_of_the_root(ask: Ask, store: Path, jp_root_dir: Path) -> None:
    (jp_root_dir / "link.sqlite").symlink_to(store)
    assert (await ask("store", uri="link.sqlite"))[0] == 200


async def test_databases_of_the_browser_s_choice(ask: Ask) -> None:
    for uri in (
        "mysql://host/db",
        "postgresql://me:pass@host/db",
        "sqlite:///x.db",
        "http://host/x",
        "gs://b/x",
    ):
        refused(await ask("store", uri=uri), 403, "c.TfxExtension.stores")
    refused(await ask("store", uri="store:none"), 403, "c.TfxExtension.stores")


class TestConfigured:
    """With what an administrator sets."""

    @pytest.fixture
    def jp_server_config(self, outside: Path) -> dict[str, Any]:
        stores = {
            "good": f"sqlite:///{outside}",
            "odd": "mysql+nothing://me:secret@host/db",
            "bad": "me:secret@host",
            "away": "mysql://me:secret@host/db",
        }
        return {
            "ServerApp": {"jpserver_extensions": {"jupyterlab_tfx": True}},
            "TfxExtension": {"allowed_roots": [str(outside.parent)], "stores": stores},
        }

    async def test_allowed_root(self, ask: Ask, outside: Path) -> None:
        assert (await ask("store", uri=str(outside)))[0] == 200
        refused(await ask("store", uri=str(outside.parent.with_name("other"))), 403)

    async def test_named_store(self, ask: Ask, outside: Path) -> None:
        code, reply = await ask("store", uri="store:good", pipeline="taxi")
        assert code == 200
        validate("StoreReply", reply)
        assert reply["uri"] == "store:good"
        outside.unlink()
        code, reply = await ask("store", uri="store:good")
        assert code == 422
        assert not outside.exists()

    async def test_names(self, ask: Ask) -> None:
        assert await ask("stores") == (200, {"stores": ["away", "bad", "good", "odd"]})

    async def test_secrets_stay_here(self, ask: Ask) -> None:
        for name in ("odd", "bad", "away"):
            code, reply = await ask("store", uri=f"store:{name}")
            assert code == 422
            assert "secret" not in reply["message"]
        assert "Install it there." in reply["message"]


async def test_locked(ask: Ask, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jupyterlab_tfx.server.store.LOCK_SECONDS", 0)
    writer = sqlite3.connect(store, isolation_level=None)
    try:
        writer.execute("BEGIN EXCLUSIVE")
        refused(await ask("store", uri=str(store)), 503, "locked by a process that writes to it")
        writer.execute("ROLLBACK")
        assert (await ask("store", uri=str(store)))[0] == 200
    finally:
        writer.close()


async def test_no_metadata_store(ask: Ask, jp_root_dir: Path, store: Path) -> None:
    contents = {
        "empty": b"",
        "text": b"not a database at all, and longer than a header of one hundred bytes would ever be" * 4,
        "cut": store.read_bytes()[:5000],
        "header": store.read_bytes()[:100],
        "torn": store.read_bytes()[:4096] + b"\xff" * (store.stat().st_size - 4096),
    }
    for name, content in contents.items():
        (jp_root_dir / name).write_bytes(content)
        refused(await ask("store", uri=name), 422, "cannot be read as a metadata store")
        assert (jp_root_dir / name).read_bytes() == content
    other = sqlite3.connect(jp_root_dir / "other")
    other.execute("CREATE TABLE Context (id INT)")
    other.close()
    refused(await ask("store", uri="other"), 422, "no such")


async def test_values_that_are_not_what_they_should_be(ask: Ask, store: Path) -> None:
    with sqlite3.connect(store) as writer:
        writer.execute(
            "UPDATE ExecutionProperty SET string_value = CAST(x'ff00fe' AS BLOB) WHERE name = 'state'"
        )
        writer.execute("UPDATE ExecutionProperty SET double_value = 9e999 WHERE name = 'half'")
        writer.execute("UPDATE Execution SET last_known_state = 99 WHERE id = 2")
        writer.execute("UPDATE Artifact SET state = 99, uri = NULL")
    writer.close()
    code, reply = await ask("store", uri=str(store), pipeline="penguins")
    assert code == 200, reply
    validate("StoreReply", reply)
    assert reply["executions"][0]["execProperties"]["half"] == "inf"
    assert reply["executions"][1]["state"] == "unknown"
    with sqlite3.connect(store) as writer:
        writer.execute(
            "UPDATE ExecutionProperty SET string_value = CAST(x'ff00fe' AS TEXT) WHERE name = 'state'"
        )
    writer.close()
    refused(await ask("store", uri=str(store), pipeline="penguins"), 422, "cannot be read")


async def test_fault_of_ours(ask: Ask, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its text, which may hold anything, goes to the log and not to the browser."""

    def fail(*_: object) -> None:
        raise RuntimeError("a secret")

    monkeypatch.setattr("jupyterlab_tfx.server.handlers.read_executions", fail)
    code, reply = await ask("store", uri=str(store))
    assert code == 500
    assert reply == {"message": "That failed (RuntimeError): the Jupyter server's log tells why."}


@pytest.mark.parametrize("route", ["version", "store", "stores"])
async def test_authentication(jp_fetch: Any, store: Path, route: str) -> None:
    """Nobody is answered without the server's token, nor with another one."""
    for headers in ({"Authorization": "token wrong"}, {"Authorization": ""}):
        with pytest.raises(HTTPClientError) as caught:
            await jp_fetch("jupyterlab-tfx", route, params={"uri": str(store)}, headers=headers)
        assert caught.value.code == 403
        assert b"penguins" not in caught.value.response.body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
async def test_only_get(jp_fetch: Any, store: Path, method: str) -> None:
    body = {"body": "{}"} if method != "DELETE" else {}
    with pytest.raises(HTTPClientError) as caught:
        await jp_fetch("jupyterlab-tfx", "store", method=method, params={"uri": quote(str(store))}, **body)
    assert caught.value.code in (403, 405)


@pytest.mark.parametrize("route", ["version", "store", "stores"])
async def test_authorization(
    jp_serverapp: Any, ask: Ask, store: Path, monkeypatch: pytest.MonkeyPatch, route: str
) -> None:
    """An authorizer is asked for reading this extension's resource, and its refusal holds."""
    asked = []

    def refuse(_handler: object, _user: object, action: str, resource: str) -> bool:
        asked.append((action, resource))
        return False

    monkeypatch.setattr(jp_serverapp.authorizer, "is_authorized", refuse)
    code, _ = await ask(route, uri=str(store))
    assert code == 403
    assert asked == [("read", "jupyterlab_tfx")]
