"""Routes ``runs/<orchestrator>``: authenticate, read the request, call, answer."""

from __future__ import annotations

from typing import Any

from jupyter_server.auth.decorator import authorized
from tornado import web

from ...protocol import PROTOCOL_VERSION
from ..config import TfxExtension
from ..rest import RestHandler
from ..tensorboard.interpreter import interpreters
from .orchestrator import Orchestrator

#: Characters of a log in one answer, at most; the next answer goes on from there.
MAX_LOG = 1_000_000


class _RunsHandler(RestHandler):
    """A route about an orchestrator. The front end asks by itself, which is no sign of a person."""

    _track_activity = False

    def initialize(  # type: ignore[override]
        self, extension: TfxExtension, orchestrators: dict[str, Orchestrator]
    ) -> None:
        """Take the extension's settings, and the orchestrators by their names."""
        super().initialize(extension)
        self.orchestrators = orchestrators

    def orchestrator(self, name: str) -> Orchestrator:
        """Return an orchestrator.

        Raises:
            ValueError: there is none of this name.
        """
        if name not in self.orchestrators:
            raise ValueError(f"There is no orchestrator {name[:100]}.")
        return self.orchestrators[name]

    def reply(self, value: dict[str, Any]) -> None:
        """Finish with a document of the protocol."""
        self.answer({"protocol": PROTOCOL_VERSION, **value})


class ConnectionHandler(_RunsHandler):
    """``runs/<name>``: GET tells how the connection is, POST connects, DELETE forgets it."""

    @web.authenticated
    @authorized
    async def get(self, name: str) -> None:
        """Answer with a RunsState."""
        try:
            state = await self.orchestrator(name).state()
        except Exception as error:
            self.refuse(error)
            return
        self.reply(state)

    @web.authenticated
    @authorized
    async def post(self, name: str) -> None:
        """Connect with what the person has given."""
        try:
            asked = self.body("RunsConnect")
            orchestrator = self.orchestrator(name)
            await orchestrator.connect(asked["values"])
            state = await orchestrator.state()
        except Exception as error:
            self.refuse(error)
            return
        self.reply(state)

    @web.authenticated
    @authorized
    async def delete(self, name: str) -> None:
        """Forget the connection."""
        self._track_activity = True
        try:
            orchestrator = self.orchestrator(name)
            orchestrator.disconnect()
            state = await orchestrator.state()
        except Exception as error:
            self.refuse(error)
            return
        self.reply(state)


class WatchHandler(_RunsHandler):
    """``runs/<name>/watch?pipeline=…&run=…``: a pipeline, its runs, and the tasks of one."""

    @web.authenticated
    @authorized
    async def get(self, name: str) -> None:
        """Answer with a RunsWatch."""
        try:
            client = await self.orchestrator(name).client()
            pipeline = _named(self.query("pipeline"), "pipeline")
            found = await client.watch(pipeline, self.query("run") or None)
        except Exception as error:
            self.refuse(error)
            return
        self.reply(found)


class LogHandler(_RunsHandler):
    """``runs/<name>/log?pipeline=…&run=…&task=…&try=…&from=…``: a task's log, from a character on."""

    @web.authenticated
    @authorized
    async def get(self, name: str) -> None:
        """Answer with a RunsLog."""
        try:
            client = await self.orchestrator(name).client()
            names = [_named(self.query(key), key) for key in ("pipeline", "run", "task")]
            attempt, start = (_number(self.query(key), key) for key in ("try", "from"))
            text = await client.log(names[0], names[1], names[2], attempt)
        except Exception as error:
            self.refuse(error)
            return
        start = min(start, len(text))
        self.reply({"text": text[start : start + MAX_LOG], "next": min(start + MAX_LOG, len(text))})


class ArtifactsHandler(_RunsHandler):
    """``runs/<name>/artifacts?pipeline=…&run=…&task=…``: what a task has made."""

    @web.authenticated
    @authorized
    async def get(self, name: str) -> None:
        """Answer with a RunsArtifacts."""
        try:
            client = await self.orchestrator(name).client()
            names = [_named(self.query(key), key) for key in ("pipeline", "run", "task")]
            found = await client.artifacts(names[0], names[1], names[2])
        except Exception as error:
            self.refuse(error)
            return
        self.reply({"artifacts": found})


class ActionHandler(_RunsHandler):
    """``runs/<name>/action``: POST changes something there."""

    @web.authenticated
    @authorized
    async def post(self, name: str) -> None:
        """Carry out a RunsAction; answer with a RunsDone."""
        try:
            asked = self.body("RunsAction")
            if asked["action"] in ("stop", "clear"):
                _named(asked["run"] or "", "run")
            if asked["action"] == "clear":
                _named(asked["task"] or "", "task")
            client = await self.orchestrator(name).client()
            run = await client.act(asked)
        except Exception as error:
            self.refuse(error)
            return
        self.reply({"pipeline": asked["pipeline"], "run": run or asked["run"], "notes": [], "changes": ""})


class DeployHandler(_RunsHandler):
    """``runs/<name>/deploy``: POST compiles an exported pipeline and takes it there."""

    @web.authenticated
    @authorized
    async def post(self, name: str) -> None:
        """Carry out a RunsDeploy; answer with a RunsDone."""
        try:
            asked = self.body("RunsDeploy")
            orchestrator = self.orchestrator(name)
            folder = self.extension.resolve(asked["folder"])
            first = interpreters(self.kernel_manager, self.kernel_spec_manager, asked["kernel"])[0]
            done = await orchestrator.deploy(folder, first, asked["values"])
        except Exception as error:
            self.refuse(error)
            return
        self.reply({"pipeline": done.pipeline, "run": None, "notes": done.notes, "changes": done.changes})


def _named(text: str, what: str) -> str:
    if not text:
        raise ValueError(f"Say which {what}: {what} is missing.")
    return text


def _number(text: str, what: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise ValueError(f"Give {what} as a number.")
    return int(text)
