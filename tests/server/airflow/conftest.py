"""A real Airflow 3, with the file of an exported pipeline, and a stand-in for TFX's environment."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import subprocess
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from jupyterlab_tfx.airflow import DAG_FILE, dag_file

from ..conftest import Ask, routes_below

REPOSITORY = Path(__file__).parents[3]
#: Stands in for the Python of TFX's environment: it prints what the node command prints, and fails, waits or
#: says that it was ended as it is told by files beside the DAG.
STAND_IN = r"""#!/bin/bash
[ "$1" = -c ] && exit 0
echo "The node $TFX_NODE begins with $TFX_PARAMETERS."
if [ -e "$PWD/broken-$TFX_NODE" ]; then
  echo "ValueError: The scales are broken."
  exit 1
fi
trap 'touch "$PWD/ended-$TFX_NODE"; exit 143' TERM
while [ -e "$PWD/hold-$TFX_NODE" ]; do sleep 0.1; done
echo "{\"outputs\": {\"made\": [{\"id\": 7, \"type\": \"Model\", \"uri\": \"/runs/$TFX_NODE/7\"}]}}"
"""
NODES = {"Make": [], "Judge": ["Make"], "Push": ["Judge"]}

#: Airflow notices at once what it has minutes for else.
HASTY = {
    "AIRFLOW__SCHEDULER__SCHEDULER_HEALTH_CHECK_THRESHOLD": "20",
    "AIRFLOW__SCHEDULER__ORPHANED_TASKS_CHECK_INTERVAL": "10",
    "AIRFLOW__API_AUTH__JWT_LEEWAY": "0",
}


@dataclass
class Airflow:
    """A running Airflow, and the folder of the one DAG in it."""

    url: str
    user: str
    password: str
    dags: Path
    process: subprocess.Popen[str]

    def steer(self, word: str, *parts: str) -> None:
        """``kill`` or ``start`` some of its processes."""
        assert self.process.stdin is not None
        for part in parts:
            self.process.stdin.write(f"{word} {part}\n")
        self.process.stdin.flush()

    @property
    def folder(self) -> Path:
        return self.dags / "small"

    def connect(self, **instead: str) -> dict[str, dict[str, str]]:
        """Return an RunsConnect."""
        values = {"url": self.url, "user": self.user, "password": self.password, "token": ""}
        return {"values": {**values, **instead}}


def deploy(dags: Path, name: str, python: Path) -> None:
    """Put the file into the DAGs folder, and what it reads of a compiled pipeline."""
    folder = dags / name
    folder.mkdir(parents=True)
    parameter = {"name": "text", "type": "STRING", "defaultValue": {"stringValue": "a"}}
    pipeline = {
        "pipelineInfo": {"id": name},
        "parameters": {"text": {"runtimeParameter": parameter}},
        "nodes": [
            {
                "pipelineNode": {
                    "nodeInfo": {"id": node, "type": {"name": f"tests.{node}"}},
                    "upstreamNodes": upstream,
                }
            }
            for node, upstream in NODES.items()
        ],
    }
    (folder / "pipeline.json").write_text(json.dumps(pipeline))
    (folder / DAG_FILE).write_text(dag_file(str(python)).replace("RETRIES = 1", "RETRIES = 0"))


@pytest.fixture(scope="session")
def airflow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Airflow]:
    """Airflow on a free port, ended with all that it started."""
    home = tmp_path_factory.mktemp("airflow")
    python = home / "stand-in"
    python.write_text(STAND_IN)
    python.chmod(0o755)
    deploy(home / "dags", "small", python)
    deploy(home / "dags", "lost", Path("/nowhere/python"))
    process = subprocess.Popen(
        ["node", str(REPOSITORY / "scripts" / "airflow.mjs"), "--empty", "--steered", "--home", str(home)],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, **HASTY},
    )
    assert process.stdout is not None
    said = []
    for line in process.stdout:
        said.append(line)
        if line.startswith("{"):
            break
    else:
        pytest.fail("".join(said))
    found = json.loads(said[-1])
    yield Airflow(found["url"], found["user"], found["password"], Path(found["dags"]), process)
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=60)
    assert process.returncode == 0, said
    assert processes_of(home) == []
    # A process with a title of its own has no environment to be known by.
    with pytest.raises(URLError):
        urlopen(found["url"], timeout=10)


def processes_of(home: Path) -> list[int]:
    """Return the processes that have this AIRFLOW_HOME."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if f"AIRFLOW_HOME={home}".encode() in (folder / "environ").read_bytes().split(b"\0"):
                found.append(int(folder.name))
    return found


@pytest.fixture
def call(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Ask a route about Airflow."""
    # On a machine that has much to do, an Airflow that answers late is none that is away.
    monkeypatch.setattr("jupyterlab_tfx.server.runs.paced_http.TIMEOUT", 120.0)
    return routes_below(ask, "runs/airflow")


class Gate:
    """An address that leads to Airflow while it is open, and where nobody answers while it is shut."""

    def __init__(self, port: int) -> None:
        self._airflow = port
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self.port = 0

    async def open(self) -> None:
        self._server = await asyncio.start_server(self._pass, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def shut(self) -> None:
        assert self._server is not None
        self._server.close()
        for writer in list(self._writers):
            writer.close()
        await self._server.wait_closed()

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", self._airflow)
        self._writers |= {writer, back}
        await asyncio.gather(self._copy(reader, back), self._copy(there, writer))
        self._writers -= {writer, back}

    async def _copy(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while data := await reader.read(65536):
                writer.write(data)
                await writer.drain()
        writer.close()


@contextlib.asynccontextmanager
async def open_gate(airflow: Airflow) -> AsyncIterator[Gate]:
    """An open gate before Airflow."""
    gate = Gate(int(airflow.url.rpartition(":")[2]))
    await gate.open()
    yield gate
    await gate.shut()
