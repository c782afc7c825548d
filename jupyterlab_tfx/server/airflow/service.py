"""The server's one connection to Airflow: configured, or made by a person; in memory only."""

from __future__ import annotations

import os
from typing import Any

from ..config import TfxExtension
from .client import AirflowClient
from .connection import Connection, Credentials
from .faults import AirflowAwayError, AirflowDeniedError, AirflowError

Record = dict[str, Any]

#: Where the environment has the credentials of the configured Airflow.
USER_VARIABLE, PASSWORD_VARIABLE, TOKEN_VARIABLE = (
    "TFX_AIRFLOW_USER",
    "TFX_AIRFLOW_PASSWORD",
    "TFX_AIRFLOW_TOKEN",
)


class AirflowService:
    """Connects, and tells how the connection is."""

    def __init__(self, extension: TfxExtension) -> None:
        self.extension = extension
        self._client: AirflowClient | None = None
        self._left = False
        #: Why the configured credentials were refused: they are not sent again and again.
        self._denied = ""

    async def connect(self, url: str, credentials: Credentials) -> None:
        """Connect to an Airflow instead of the one before.

        Raises:
            AirflowError: it does not answer, or does not take the credentials.
        """
        connection = Connection(url, credentials)
        await connection.open()
        self._client = AirflowClient(connection)
        self._left = False

    def disconnect(self) -> None:
        """Forget the connection and its credentials."""
        self._client = None
        self._left = True

    async def client(self) -> AirflowClient:
        """Return the client; connects first where the configuration and the environment suffice.

        Raises:
            AirflowDeniedError: somebody has to connect.
        """
        if self._client is None and self._tried() and not self._denied:
            try:
                await self.connect(self.extension.airflow_url, self._configured())
            except AirflowDeniedError as error:
                self._denied = str(error)
        if self._client is None:
            raise AirflowDeniedError(self._denied or "The server is not connected to Airflow: connect first.")
        return self._client

    async def state(self) -> Record:
        """Return an AirflowState: what there is, or why not."""
        message, overview, state = "", None, "connected"
        try:
            client = await self.client()
            overview = await client.overview()
        except AirflowAwayError as error:
            state, message = "away", str(error)
        except AirflowError as error:
            state, message = "off", "" if self._client is None and not self._tried() else str(error)
        known = self._client
        return {
            "state": state,
            "message": message,
            "url": known.connection.url if known else self.extension.airflow_url,
            "user": known.connection.credentials.user if known else "",
            "version": known.connection.version if known else "",
            "deploys": bool(self.extension.airflow_dags),
            **(overview or {"dags": [], "importErrors": [], "warnings": []}),
        }

    def _tried(self) -> bool:
        return bool(self.extension.airflow_url) and not self._left

    def _configured(self) -> Credentials:
        """Return the environment's credentials: for the configured address alone."""
        get = os.environ.get
        return Credentials(get(USER_VARIABLE, ""), get(PASSWORD_VARIABLE, ""), get(TOKEN_VARIABLE, ""))
