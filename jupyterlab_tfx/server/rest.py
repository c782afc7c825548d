"""What the REST routes share: whose resource they are, how a query is read, and how faults are told."""

from __future__ import annotations

import functools
import json
from collections.abc import Awaitable, Callable
from typing import Any

from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import APIHandler
from tornado import web

from ..protocol import PROTOCOL_VERSION, validate
from .byte_range import RangeError, TooLongError
from .config import NotAllowedError, TfxExtension
from .locations import UnreadableError
from .runs.faults import AwayError, DeniedError, RefusedError
from .store import StoreError, StoreLockedError

Record = dict[str, Any]

# Faults that are not ours, each with its status. Their texts are sentences for the browser.
_STATUSES: tuple[tuple[type[Exception], int], ...] = (
    (NotAllowedError, 403),
    (DeniedError, 403),
    (FileNotFoundError, 404),
    (TooLongError, 413),
    (RangeError, 416),
    (UnreadableError, 422),
    (RefusedError, 422),
    (StoreLockedError, 503),
    (AwayError, 503),
    (StoreError, 422),
    (ValueError, 400),
)


class RestHandler(APIHandler):
    """A route of the extension."""

    auth_resource = "jupyterlab_tfx"

    def initialize(self, extension: TfxExtension) -> None:
        """Take the extension's settings."""
        self.extension = extension

    async def prepare(self) -> None:  # type: ignore[override]
        """Refuse whoever is not logged in, whatever is asked; but for what a browser asks beforehand."""
        await super().prepare()
        if self.request.method != "OPTIONS" and self.current_user is None:
            raise web.HTTPError(403)

    def query(self, name: str) -> str:
        """Return a query argument as it was sent, blanks and all; empty where there is none.

        Raises:
            ValueError: it is no text, or holds a NUL.
        """
        values = self.request.query_arguments.get(name, [b""])
        try:
            text = values[-1].decode("utf-8")
        except UnicodeDecodeError:
            raise ValueError(f"{name} is no UTF-8.") from None
        if "\0" in text:
            raise ValueError(f"{name} holds a NUL, which no path does.")
        return text

    def number(self, name: str, default: str = "") -> int:
        """Return a query argument that is a number, not below 0.

        Raises:
            ValueError: it is none.
        """
        text = self.query(name) or default
        if not (text.isascii() and text.isdigit()):
            raise ValueError(f"Give {name} as a number.")
        return int(text)

    def body(self, definition: str) -> Any:
        """Read what a person asks for: a request of the protocol.

        Raises:
            ValueError: it is not what the definition says.
        """
        self._track_activity = True
        try:
            asked = json.loads(self.request.body)
        except ValueError:
            raise ValueError("The request is no JSON.") from None
        validate(definition, asked)
        return asked

    def answer(self, value: Record) -> None:
        """Finish with a JSON document."""
        self.finish(json.dumps(value))

    def refuse(self, error: Exception) -> None:
        """Finish with the status and the sentence of a fault."""
        status = next((status for kind, status in _STATUSES if isinstance(error, kind)), 500)
        message = str(error)
        if status == 500:  # noqa: PLR2004 - the status that means a fault of ours
            self.log.error("jupyterlab_tfx: %s", error, exc_info=error)
            message = f"That failed ({type(error).__name__}): the Jupyter server's log tells why."
        self.set_status(status)
        self.answer({"message": message})


def answered(method: Callable[..., Awaitable[Record]]) -> Callable[..., Awaitable[None] | None]:
    """Let a RestHandler's method return a document of the protocol, without its version, or raise.

    Who is logged in and authorized gets it; of a fault, status and sentence.
    """

    @web.authenticated
    @authorized
    @functools.wraps(method)
    async def answer(self: RestHandler, *parts: str) -> None:
        try:
            found = await method(self, *parts)
        except Exception as error:
            self.refuse(error)
        else:
            self.answer({"protocol": PROTOCOL_VERSION, **found})

    return answer
