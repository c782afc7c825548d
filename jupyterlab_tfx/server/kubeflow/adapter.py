"""Kubeflow Pipelines as an orchestrator of the routes ``runs/kubeflow``."""

from __future__ import annotations

import os
from pathlib import Path

from ..config import TfxExtension
from ..runs.orchestrator import About, Client, Deployed, Orchestrator
from ..tensorboard.interpreter import Interpreter
from .client import KubeflowClient
from .specification import Compiled, compile_folder, resolvers

#: Where the environment has the token of the configured address.
TOKEN_VARIABLE = "TFX_KUBEFLOW_TOKEN"  # noqa: S105 - its name


class Kubeflow(Orchestrator):
    """Kubeflow Pipelines 2."""

    name = "kubeflow"
    title = "Kubeflow Pipelines"
    actions = ("trigger", "stop", "deploy")

    def __init__(self, extension: TfxExtension) -> None:
        super().__init__(extension)
        self._compiled: dict[str, Compiled] = {}

    async def open(self, values: dict[str, str]) -> Client:
        """Connect with ``url`` and, where it wants them, ``token`` and ``namespace``."""
        get = values.get
        client = KubeflowClient(
            get("url", ""), get("token", ""), get("namespace", "").strip(), self._compiled
        )
        await client.open()
        return client

    def about(self, client: Client | None) -> About:
        """Tell the address and the namespace."""
        if not isinstance(client, KubeflowClient):
            return About(self.extension.kubeflow_url)
        return About(client.url, client.namespace, client.version)

    def configured(self) -> dict[str, str] | None:
        """Return the environment's token: for the configured address alone."""
        url = self.extension.kubeflow_url
        return {"url": url, "token": os.environ.get(TOKEN_VARIABLE, "")} if url else None

    async def known(self) -> dict[str, str]:
        """Return the configured address."""
        return {"url": self.extension.kubeflow_url}

    async def deploy(self, folder: Path, interpreter: Interpreter, values: dict[str, str]) -> Deployed:
        """Compile an exported pipeline: what is started next is this."""
        compiled, done = await compile_folder(folder, interpreter, values)
        self._compiled[compiled.name] = compiled
        if isinstance(self._client, KubeflowClient):
            self._client.refresh()
        notes = [
            f"Kubeflow Pipelines does not run {task}: only Vertex AI Pipelines looks for earlier artifacts."
            for task in resolvers(compiled.job["pipelineSpec"])
        ]
        return Deployed(done.pipeline, [*notes, *done.notes], done.changes)
