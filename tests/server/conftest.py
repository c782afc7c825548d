"""A Jupyter server with the extension, and metadata stores."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from tornado.httpclient import HTTPClientError

Answer = tuple[int, Any]
Ask = Callable[..., Awaitable[Answer]]


def make(path: Path, *options: str) -> Path:
    """Write a metadata store with ML Metadata, in a process of its own."""
    script = Path(__file__).with_name("make_store.py")
    subprocess.run([sys.executable, str(script), str(path), *options], check=True, timeout=120)
    return path


@pytest.fixture(scope="session")
def made_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two pipelines; not to be changed."""
    return make(tmp_path_factory.mktemp("stores") / "metadata.sqlite")


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that nothing was written to but its tables."""
    return make(tmp_path_factory.mktemp("stores") / "empty.sqlite", "empty")


@pytest.fixture
def outside(tmp_path: Path, made_store: Path) -> Path:
    """A store outside of the server's root."""
    folder = tmp_path / "outside"
    folder.mkdir()
    return Path(shutil.copy(made_store, folder / "metadata.sqlite"))


@pytest.fixture
def store(jp_root_dir: Path, made_store: Path) -> Path:
    """A store below the server's root."""
    return Path(shutil.copy(made_store, jp_root_dir / "metadata.sqlite"))


@pytest.fixture
def jp_server_config() -> dict[str, Any]:
    """The server's configuration: the extension, and nothing that an administrator set."""
    return {"ServerApp": {"jpserver_extensions": {"jupyterlab_tfx": True}}}


@pytest.fixture
def ask(jp_fetch: Any) -> Ask:
    """Ask a route; return status and document, whatever the status is. A text is sent as it is."""

    async def ask(route: str, body: Any = None, method: str = "", **query: str) -> Answer:
        try:
            response = await jp_fetch(
                *("jupyterlab-tfx", *route.split("/")),
                params=query,
                method=method or ("GET" if body is None else "POST"),
                body=body if body is None or isinstance(body, str) else json.dumps(body),
                request_timeout=300,
            )
        except HTTPClientError as error:
            response = error.response
        return response.code, json.loads(response.body)

    return ask


def routes_below(ask: Ask, base: str) -> Ask:
    """Return what asks the routes below another one."""

    async def call(route: str, body: Any = None, method: str = "", **query: str) -> Answer:
        return await ask(f"{base}/{route}", body, method, **query)

    return call
