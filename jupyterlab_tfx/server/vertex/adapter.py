"""Vertex AI Pipelines as an orchestrator of the routes ``runs/vertex``."""

from __future__ import annotations

import asyncio
from pathlib import Path

from ..config import TfxExtension
from ..kubeflow.specification import Compiled, compile_folder
from ..runs.orchestrator import About, Client, Deployed, Orchestrator
from ..tensorboard.interpreter import Interpreter
from .client import VertexClient
from .credentials import default_credentials, machine

#: Seconds for the machine's metadata, which is asked where there may be none.
MACHINE_TIMEOUT = 3.0


class Vertex(Orchestrator):
    """Vertex AI Pipelines, with the application default credentials of where the server runs."""

    name = "vertex"
    title = "Vertex AI Pipelines"
    actions = ("trigger", "stop", "artifacts", "deploy")

    def __init__(self, extension: TfxExtension) -> None:
        super().__init__(extension)
        self._compiled: dict[str, Compiled] = {}
        self._machine: dict[str, str] | None = None

    async def open(self, values: dict[str, str]) -> Client:
        """Connect with ``project`` and ``region``, and ``account`` where runs have another one."""
        credentials, project = await default_credentials()
        given = {name: value.strip() for name, value in values.items()}
        client = VertexClient(
            self.extension.vertex_endpoint,
            given.get("project") or project,
            given.get("region", ""),
            credentials,
            self._compiled,
        )
        client.runs_as = given.get("account", "")
        await client.open()
        return client

    def about(self, client: Client | None) -> About:
        """Tell project and region, and whose credentials they are."""
        if not isinstance(client, VertexClient):
            return About()
        return About(f"{client.project}/{client.region}", client.account)

    async def known(self) -> dict[str, str]:
        """Return project, region and pipeline root as the machine names them, asked once."""
        if self._machine is None:
            try:
                self._machine = await asyncio.wait_for(machine(), MACHINE_TIMEOUT)
            except asyncio.TimeoutError:
                self._machine = {}
        return self._machine

    async def deploy(self, folder: Path, interpreter: Interpreter, values: dict[str, str]) -> Deployed:
        """Compile an exported pipeline: what is started next is this."""
        compiled, done = await compile_folder(folder, interpreter, values)
        self._compiled[compiled.name] = compiled
        if isinstance(self._client, VertexClient):
            self._client.refresh()
        return done
