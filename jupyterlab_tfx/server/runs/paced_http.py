"""HTTP to an orchestrator at the pace that it bears.

While it does not answer, or says that it has too much to do, nobody asks it: for a pause that doubles with
every try.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlsplit

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest, HTTPResponse

from .faults import AwayError

#: Seconds for an answer.
TIMEOUT = 15.0
#: Seconds between tries while it is away: doubled each time, up to the second one.
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
#: Bytes of an answer, at most.
MAX_ANSWER = 64_000_000

UNAUTHORIZED, FORBIDDEN, MISSING = 401, 403, 404
_TOO_MANY, _GATEWAY = 429, (502, 503, 504, 599)


class PacedHttp:
    """Sends JSON to one address."""

    def __init__(self, url: str, name: str, example: str) -> None:
        """Take the address.

        Args:
            url: Where it is.
            name: What it is, for sentences.
            example: An address, for the sentence about a wrong one.

        Raises:
            ValueError: it is no address of a web server.
        """
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
            raise ValueError(f"Give the address of {name}, such as {example}, without a user in it.")
        self.url = url.rstrip("/")
        self.name = name
        self._http = AsyncHTTPClient(force_instance=True, max_body_size=MAX_ANSWER)
        self._away_until = 0.0
        self._pause = 0.0
        self._why = ""

    async def send(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> HTTPResponse:
        """Send a request once; return the answer, whatever its status.

        Raises:
            AwayError: nobody answers; until a pause is over, nobody is asked.
        """
        if self._away_until > time.monotonic():
            raise AwayError(self._why)
        request = HTTPRequest(
            self.url + path,
            method,
            headers={"Accept": "application/json", "Content-Type": "application/json", **(headers or {})},
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
            raise self._away(f"{self.name} does not answer at {self.url}.", 0.0)
        if response.code == _TOO_MANY:
            asked = response.headers.get("Retry-After", "")
            raise self._away(
                f"{self.name} has had too many requests, and wants a pause.",
                float(asked) if asked.isascii() and asked.isdigit() else 0.0,
            )
        self._pause = 0.0
        return response

    def _away(self, why: str, asked: float) -> AwayError:
        """Begin a pause, of at least the seconds that were asked for."""
        self._pause = min(max(self._pause * 2, FIRST_PAUSE), LONGEST_PAUSE)
        self._away_until = time.monotonic() + min(max(self._pause, asked), LONGEST_PAUSE * 10)
        self._why = why
        return AwayError(why)


def at(*parts: str) -> str:
    """Return a path of quoted parts: ``at("dags", "a/b")`` is ``/dags/a%2Fb``."""
    return "".join(f"/{quote(part, safe='')}" for part in parts)


def json_object(response: HTTPResponse) -> dict[str, Any]:
    """Return the JSON object of an answer; an empty one where it is none."""
    try:
        value = json.loads(response.body or b"{}")
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
