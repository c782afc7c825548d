"""Routes ``airflow``: authenticate, read the request, call, answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jupyter_server.auth.decorator import authorized
from tornado import web

from ...protocol import PROTOCOL_VERSION, validate
from ..config import NotAllowedError, TfxExtension
from ..rest import RestHandler
from ..tensorboard.interpreter import interpreters
from .connection import Credentials
from .deploy import deploy
from .service import AirflowService

#: Characters of a log in one answer, at most; the next answer goes on from there.
MAX_LOG = 1_000_000


class _AirflowHandler(RestHandler):
    """A route about Airflow. The front end asks by itself, which is no sign of a person."""

    _track_activity = False

    def initialize(self, extension: TfxExtension, airflow: AirflowService) -> None:  # type: ignore[override]
        """Take the extension's settings, and the connection."""
        super().initialize(extension)
        self.airflow = airflow

    def reply(self, value: dict[str, Any]) -> None:
        """Finish with a document of the protocol."""
        self.answer({"protocol": PROTOCOL_VERSION, **value})

    def body(self, definition: str) -> Any:
        """Read a request.

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


class ConnectionHandler(_AirflowHandler):
    """``airflow``: GET tells how the connection is, POST connects, DELETE forgets it."""

    @web.authenticated
    @authorized
    async def get(self) -> None:
        """Answer with an AirflowState."""
        self.reply(await self.airflow.state())

    @web.authenticated
    @authorized
    async def post(self) -> None:
        """Connect with what the person has given."""
        try:
            asked = self.body("AirflowConnect")
            credentials = Credentials(asked["user"], asked["password"], asked["token"])
            await self.airflow.connect(asked["url"], credentials)
        except Exception as error:
            self.refuse(error)
            return
        self.reply(await self.airflow.state())

    @web.authenticated
    @authorized
    async def delete(self) -> None:
        """Forget the connection."""
        self._track_activity = True
        self.airflow.disconnect()
        self.reply(await self.airflow.state())


class WatchHandler(_AirflowHandler):
    """``airflow/watch?dag=…&run=…``: a pipeline, its runs, and the tasks of one."""

    @web.authenticated
    @authorized
    async def get(self) -> None:
        """Answer with an AirflowWatch."""
        try:
            client = await self.airflow.client()
            found = await client.watch(_named(self.query("dag"), "dag"), self.query("run") or None)
        except Exception as error:
            self.refuse(error)
            return
        self.reply(found)


class LogHandler(_AirflowHandler):
    """``airflow/log?dag=…&run=…&task=…&try=…&from=…``: a task's log, from a character on."""

    @web.authenticated
    @authorized
    async def get(self) -> None:
        """Answer with an AirflowLog."""
        try:
            client = await self.airflow.client()
            names = [_named(self.query(key), key) for key in ("dag", "run", "task")]
            attempt, start = (_number(self.query(key), key) for key in ("try", "from"))
            text = await client.log(names[0], names[1], names[2], attempt)
        except Exception as error:
            self.refuse(error)
            return
        start = min(start, len(text))
        self.reply({"text": text[start : start + MAX_LOG], "next": min(start + MAX_LOG, len(text))})


class ArtifactsHandler(_AirflowHandler):
    """``airflow/artifacts?dag=…&run=…&task=…``: what a task has made."""

    @web.authenticated
    @authorized
    async def get(self) -> None:
        """Answer with an AirflowArtifacts."""
        try:
            client = await self.airflow.client()
            names = [_named(self.query(key), key) for key in ("dag", "run", "task")]
            found = await client.artifacts(names[0], names[1], names[2])
        except Exception as error:
            self.refuse(error)
            return
        self.reply({"artifacts": found})


class ActionHandler(_AirflowHandler):
    """``airflow/action``: POST changes something in Airflow."""

    @web.authenticated
    @authorized
    async def post(self) -> None:
        """Carry out an AirflowAction; answer with an AirflowDone."""
        try:
            asked = self.body("AirflowAction")
            client = await self.airflow.client()
            dag, run, action = asked["dag"], asked["run"] or "", asked["action"]
            if action == "trigger":
                run = await client.trigger(dag, asked["parameters"])
            elif action in ("pause", "unpause"):
                await client.set_paused(dag, action == "pause")
            elif action == "stop":
                await client.stop(dag, _named(run, "run"))
            else:
                await client.clear(dag, _named(run, "run"), _named(asked["task"] or "", "task"))
        except Exception as error:
            self.refuse(error)
            return
        self.reply({"dag": dag, "run": run or None})


class DeployHandler(_AirflowHandler):
    """``airflow/deploy``: POST compiles an exported pipeline into the DAGs folder."""

    @web.authenticated
    @authorized
    async def post(self) -> None:
        """Carry out an AirflowDeploy; answer with an AirflowDone."""
        try:
            asked = self.body("AirflowDeploy")
            if not self.extension.airflow_dags:
                raise NotAllowedError(
                    "The server knows no DAGs folder: set c.TfxExtension.airflow_dags in its configuration."
                )
            folder = self.extension.resolve(asked["folder"])
            first = interpreters(self.kernel_manager, self.kernel_spec_manager, asked["kernel"])[0]
            name = await deploy(folder, Path(self.extension.airflow_dags), first)
        except Exception as error:
            self.refuse(error)
            return
        self.reply({"dag": name, "run": None})


def _named(text: str, what: str) -> str:
    if not text:
        raise ValueError(f"Say which {what}: {what} is missing.")
    return text


def _number(text: str, what: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise ValueError(f"Give {what} as a number.")
    return int(text)
