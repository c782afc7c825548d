"""One connection to Airflow: its address, who asks, and the pace of asking.

Credentials stay in this process's memory. They are sent to the address that they were given for, and nowhere
else.
"""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest, HTTPResponse

from .faults import AirflowAwayError, AirflowDeniedError, AirflowMissingError, AirflowRefusedError

#: Seconds for an answer.
TIMEOUT = 15.0
#: Seconds between tries while Airflow is away: doubled each time, up to the second one.
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
#: Bytes of an answer, at most.
MAX_ANSWER = 64_000_000

_UNAUTHORIZED, _FORBIDDEN, _MISSING, _GATEWAY = 401, 403, 404, (502, 503, 504, 599)


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
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
            raise ValueError("Give Airflow's address, such as http://localhost:8080, without a user in it.")
        self.url = url.rstrip("/")
        self.credentials = credentials
        #: Of Airflow, such as 3.3.2; empty until ``open``.
        self.version = ""
        self._token = credentials.token
        self._http = AsyncHTTPClient(force_instance=True, max_body_size=MAX_ANSWER)
        self._away_until = 0.0
        self._pause = 0.0

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
            AirflowAwayError: nobody answers there, or it is no Airflow.
            AirflowDeniedError: they are not.
        """
        for api in ("/api/v2", "/api/v1"):
            response = await self._send("GET", f"{api}/version", None, {})
            found = _json(response).get("version") if response.code == 200 else None  # noqa: PLR2004
            if isinstance(found, str):
                self.version = found
                await self.get("/dags", limit=1)
                return
        raise AirflowAwayError(f"There is no Airflow at {self.url} that answers by its REST API.")

    async def get(self, path: str, **query: str | int) -> dict[str, Any]:
        """Return the JSON object of a GET below ``/api/v2``; parts of the path are quoted by ``at``."""
        text = "&".join(f"{name}={quote(str(value), safe='')}" for name, value in query.items())
        return await self.request("GET", f"{path}?{text}" if text else path)

    async def request(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Send a request below ``/api/v2``; return the JSON object of the answer.

        A token that has expired is fetched anew once.

        Raises:
            AirflowAwayError: nobody answers; until a pause is over, nobody is asked.
            AirflowDeniedError: the credentials are not taken, or may not do this.
            AirflowMissingError: Airflow has no such thing.
            AirflowRefusedError: Airflow refused, for another reason.
        """
        response = await self._send(method, self.api + path, body, await self._authorization())
        if _is_stale(response) and self._renewable():
            self._token = ""
            response = await self._send(method, self.api + path, body, await self._authorization())
        if _is_stale(response):
            raise AirflowDeniedError("Airflow does not take these credentials (any more): connect again.")
        if response.code == _FORBIDDEN:
            raise AirflowDeniedError(f"Airflow does not let you do this: {_reason(response)}")
        if response.code == _MISSING:
            raise AirflowMissingError(f"Airflow refused: {_reason(response)}")
        if response.code >= 400:  # noqa: PLR2004
            raise AirflowRefusedError(f"Airflow refused: {_reason(response)}")
        return _json(response)

    def _renewable(self) -> bool:
        return bool(self.credentials.password) and not self.version.startswith("2.")

    async def _authorization(self) -> dict[str, str]:
        known = self.credentials
        if self.version.startswith("2.") and known.password:
            pair = base64.b64encode(f"{known.user}:{known.password}".encode()).decode()
            return {"Authorization": f"Basic {pair}"}
        if not self._token and known.password:
            body = {"username": known.user, "password": known.password}
            response = await self._send("POST", "/auth/token", body, {})
            token = _json(response).get("access_token") if response.code < 400 else None  # noqa: PLR2004
            if not isinstance(token, str):
                raise AirflowDeniedError("Airflow does not take this user and password.")
            self._token = token
        return {"Authorization": f"Bearer {self._token}"} if self._token else {}

    async def _send(
        self, method: str, path: str, body: Mapping[str, Any] | None, headers: Mapping[str, str]
    ) -> HTTPResponse:
        """Send a request once; nobody is asked while Airflow was away a moment ago."""
        wait = self._away_until - time.monotonic()
        if wait > 0:
            raise AirflowAwayError(f"Airflow does not answer at {self.url}.")
        request = HTTPRequest(
            self.url + path,
            method,
            headers={"Accept": "application/json", "Content-Type": "application/json", **headers},
            body=None if body is None else json.dumps(body),
            allow_nonstandard_methods=True,
            connect_timeout=TIMEOUT,
            request_timeout=TIMEOUT,
            # A redirect would take the credentials elsewhere.
            follow_redirects=False,
        )
        try:
            response = await self._http.fetch(request, raise_error=False)
        except (HTTPClientError, OSError, ValueError):
            response = None  # A connection refused, a time-out, or what is no HTTP.
        if response is None or response.code in _GATEWAY:
            self._pause = min(max(self._pause * 2, FIRST_PAUSE), LONGEST_PAUSE)
            self._away_until = time.monotonic() + self._pause
            raise AirflowAwayError(f"Airflow does not answer at {self.url}.")
        self._pause = 0.0
        return response


def at(*parts: str) -> str:
    """Return a path of quoted parts: ``at("dags", "a/b")`` is ``/dags/a%2Fb``."""
    return "".join(f"/{quote(part, safe='')}" for part in parts)


def _is_stale(response: HTTPResponse) -> bool:
    """Tell whether a token is not taken (any more): Airflow 3 says 403 of one, as of what is not allowed."""
    return response.code == _UNAUTHORIZED or (
        response.code == _FORBIDDEN and "token" in _reason(response).lower()
    )


def _json(response: HTTPResponse) -> dict[str, Any]:
    try:
        value = json.loads(response.body or b"{}")
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _reason(response: HTTPResponse) -> str:
    """Return Airflow's own reason, as text."""
    detail = _json(response).get("detail") or response.reason
    if isinstance(detail, dict):
        detail = detail.get("reason") or detail.get("message") or detail
    return (detail if isinstance(detail, str) else json.dumps(detail))[:1000]
