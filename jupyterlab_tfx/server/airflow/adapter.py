"""Airflow as an orchestrator of the routes ``runs/airflow``."""

from __future__ import annotations

import os
from pathlib import Path

from ..config import NotAllowedError
from ..runs.orchestrator import About, Client, Deployed, Orchestrator
from ..tensorboard.interpreter import Interpreter
from .client import AirflowClient
from .connection import Connection, Credentials
from .deploy import deploy

#: Where the environment has the credentials of the configured Airflow.
USER_VARIABLE, PASSWORD_VARIABLE, TOKEN_VARIABLE = (
    "TFX_AIRFLOW_USER",
    "TFX_AIRFLOW_PASSWORD",
    "TFX_AIRFLOW_TOKEN",
)


class Airflow(Orchestrator):
    """Airflow 2 or 3, by its REST API."""

    name = "airflow"
    title = "Airflow"
    actions = ("trigger", "pause", "stop", "clear", "log", "artifacts")

    async def open(self, values: dict[str, str]) -> Client:
        """Connect with ``url`` and either ``user`` and ``password`` or ``token``."""
        get = values.get
        credentials = Credentials(get("user", ""), get("password", ""), get("token", ""))
        connection = Connection(get("url", ""), credentials)
        await connection.open()
        return AirflowClient(connection)

    def about(self, client: Client | None) -> About:
        """Tell the address and who is connected."""
        if not isinstance(client, AirflowClient):
            return About(self.extension.airflow_url)
        known = client.connection
        return About(known.url, known.credentials.user, known.version)

    def configured(self) -> dict[str, str] | None:
        """Return the environment's credentials: for the configured address alone."""
        if not self.extension.airflow_url:
            return None
        names = {"user": USER_VARIABLE, "password": PASSWORD_VARIABLE, "token": TOKEN_VARIABLE}
        found = {field: os.environ.get(variable, "") for field, variable in names.items()}
        return {"url": self.extension.airflow_url, **found}

    async def known(self) -> dict[str, str]:
        """Return the configured address."""
        return {"url": self.extension.airflow_url}

    def can(self) -> list[str]:
        """Return what can be done; deploying, where the server knows the DAGs folder."""
        return [*self.actions, "deploy"] if self.extension.airflow_dags else list(self.actions)

    async def deploy(self, folder: Path, interpreter: Interpreter, values: dict[str, str]) -> Deployed:
        """Compile an exported pipeline into the DAGs folder."""
        if not self.extension.airflow_dags:
            raise NotAllowedError(
                "The server knows no DAGs folder: set c.TfxExtension.airflow_dags in its configuration."
            )
        return Deployed(await deploy(folder, Path(self.extension.airflow_dags), interpreter))
