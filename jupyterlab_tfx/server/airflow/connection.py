"""One connection to Airflow: its address, who asks, and the pace of asking.

Credentials stay in this process's memory. They are sent to the address that they were given for, and nowhere
else.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from tornado.httpclient import HTTPResponse

from ..runs.faults import AwayError, DeniedError, MissingError, RefusedError
from ..runs.paced_http import FORBIDDEN, MISSING, UNAUTHORIZED, PacedHttp, at, json_object


@dataclass(frozen=True)
class Credentials:
    """Who asks: a user with a password, or a token; neither for an Airflow that asks for none."""

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)


class Connection:
    """Sends requests to one Airflow, of version 2 (REST API v1) or 3 (v2)."""

    def __init__(self, url: str, credentials: Credentials) -> None:
        """Take the address.

        Raises:
            ValueError: it is no address of a web server.
        """
        self._http = PacedHttp(url, "Airflow", "http://localhost:8080")
        self.url = self._http.url
        self.credentials = credentials
        #: Of Airflow, such as 3.3.2; empty until ``open``.
        self.version = ""
        self._token = credentials.token

    def page(self, dag_id: str, run_id: str = "", task_id: str = "") -> str:
        """Return the address of a page of Airflow's own: of a DAG, of a run of it, of a task there."""
        if self.version.startswith("2."):
            query = {"dag_run_id": run_id, "task_id": task_id}
            return f"{self.url}{at('dags', dag_id, 'grid')}?{urlencode(query)}"
        names = {"dags": dag_id, "runs": run_id, "tasks": task_id}
        return self.url + at(*(part for pair in names.items() if pair[1] for part in pair))

    @property
    def api(self) -> str:
        """``/api/v2`` of Airflow 3, ``/api/v1`` of Airflow 2."""
        return "/api/v1" if self.version.startswith("2.") else "/api/v2"

    async def open(self) -> None:
        """Find out the version, and whether the credentials are taken.

        Raises:
            AwayError: nobody answers there, or it is no Airflow.
            DeniedError: they are not.
        """
        for api in ("/api/v2", "/api/v1"):
            response = await self._http.send("GET", f"{api}/version", None, {})
            found = json_object(response).get("version") if response.code == 200 else None  # noqa: PLR2004
            if isinstance(found, str):
                self.version = found
                await self.get("/dags", limit=1)
                return
        raise AwayError(f"There is no Airflow at {self.url} that answers by its REST API.")

    async def get(self, path: str, **query: str | int) -> dict[str, Any]:
        """Return the JSON object of a GET below ``/api/v2``; parts of the path are quoted by ``at``."""
        text = "&".join(f"{name}={quote(str(value), safe='')}" for name, value in query.items())
        return await self.request("GET", f"{path}?{text}" if text else path)

    async def request(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Send a request below ``/api/v2``; return the JSON object of the answer.

        A token that has expired is fetched anew once.

        Raises:
            AwayError: nobody answers; until a pause is over, nobody is asked.
            DeniedError: the credentials are not taken, or may not do this.
            MissingError: Airflow has no such thing.
            RefusedError: Airflow refused, for another reason.
        """
        response = await self._http.send(method, self.api + path, body, await self._authorization())
        if _is_stale(response) and self._renewable():
            self._token = ""
            response = await self._http.send(method, self.api + path, body, await self._authorization())
        if _is_stale(response):
            raise DeniedError("Airflow does not take these credentials (any more): connect again.")
        if response.code == FORBIDDEN:
            raise DeniedError(f"Airflow does not let you do this: {_reason(response)}")
        if response.code == MISSING:
            raise MissingError(f"Airflow refused: {_reason(response)}")
        if response.code >= 400:  # noqa: PLR2004
            raise RefusedError(f"Airflow refused: {_reason(response)}")
        return json_object(response)

    def _renewable(self) -> bool:
        return bool(self.credentials.password) and not self.version.startswith("2.")

    async def _authorization(self) -> dict[str, str]:
        known = self.credentials
        if self.version.startswith("2.") and known.password:
            pair = base64.b64encode(f"{known.user}:{known.password}".encode()).decode()
            return {"Authorization": f"Basic {pair}"}
        if not self._token and known.password:
            body = {"username": known.user, "password": known.password}
            response = await self._http.send("POST", "/auth/token", body, {})
            token = json_object(response).get("access_token") if response.code < 400 else None  # noqa: PLR2004
            if not isinstance(token, str):
                raise DeniedError("Airflow does not take this user and password.")
            self._token = token
        return {"Authorization": f"Bearer {self._token}"} if self._token else {}


def _is_stale(response: HTTPResponse) -> bool:
    """Tell whether a token is not taken (any more): Airflow 3 says 403 of one, as of what is not allowed."""
    return response.code == UNAUTHORIZED or (
        response.code == FORBIDDEN and "token" in _reason(response).lower()
    )


def _reason(response: HTTPResponse) -> str:
    """Return Airflow's own reason, as text."""
    detail = json_object(response).get("detail") or response.reason
    if isinstance(detail, dict):
        detail = detail.get("reason") or detail.get("message") or detail
    return (detail if isinstance(detail, str) else json.dumps(detail))[:1000]
