"""Routes ``runs/<orchestrator>``: authenticate, read the request, call, answer."""

from __future__ import annotations

from ..config import TfxExtension
from ..rest import Record, RestHandler, answered
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

    def named(self, *keys: str) -> list[str]:
        """Return query arguments that must be there.

        Raises:
            ValueError: one is not.
        """
        for key in keys:
            _check_named(self.query(key), key)
        return [self.query(key) for key in keys]


class ConnectionHandler(_RunsHandler):
    """``runs/<name>``: GET tells how the connection is, POST connects, DELETE forgets it."""

    @answered
    async def get(self, name: str) -> Record:
        """Answer with a RunsState."""
        return await self.orchestrator(name).state()

    @answered
    async def post(self, name: str) -> Record:
        """Connect with what the person has given."""
        asked = self.body("RunsConnect")
        orchestrator = self.orchestrator(name)
        await orchestrator.connect(asked["values"])
        return await orchestrator.state()

    @answered
    async def delete(self, name: str) -> Record:
        """Forget the connection."""
        self._track_activity = True
        orchestrator = self.orchestrator(name)
        orchestrator.disconnect()
        return await orchestrator.state()


class WatchHandler(_RunsHandler):
    """``runs/<name>/watch?pipeline=…&run=…``: a pipeline, its runs, and the tasks of one."""

    @answered
    async def get(self, name: str) -> Record:
        """Answer with a RunsWatch."""
        client = await self.orchestrator(name).client()
        (pipeline,) = self.named("pipeline")
        return await client.watch(pipeline, self.query("run") or None)


class LogHandler(_RunsHandler):
    """``runs/<name>/log?pipeline=…&run=…&task=…&try=…&from=…``: a task's log, from a character on."""

    @answered
    async def get(self, name: str) -> Record:
        """Answer with a RunsLog."""
        client = await self.orchestrator(name).client()
        pipeline, run, task = self.named("pipeline", "run", "task")
        attempt, start = self.number("try"), self.number("from")
        text = await client.log(pipeline, run, task, attempt)
        start = min(start, len(text))
        return {"text": text[start : start + MAX_LOG], "next": min(start + MAX_LOG, len(text))}


class ArtifactsHandler(_RunsHandler):
    """``runs/<name>/artifacts?pipeline=…&run=…&task=…``: what a task has made."""

    @answered
    async def get(self, name: str) -> Record:
        """Answer with a RunsArtifacts."""
        client = await self.orchestrator(name).client()
        pipeline, run, task = self.named("pipeline", "run", "task")
        return {"artifacts": await client.artifacts(pipeline, run, task)}


class ActionHandler(_RunsHandler):
    """``runs/<name>/action``: POST changes something there."""

    @answered
    async def post(self, name: str) -> Record:
        """Carry out a RunsAction; answer with a RunsDone."""
        asked = self.body("RunsAction")
        if asked["action"] in ("stop", "clear"):
            _check_named(asked["run"], "run")
        if asked["action"] == "clear":
            _check_named(asked["task"], "task")
        client = await self.orchestrator(name).client()
        run = await client.act(asked)
        return {"pipeline": asked["pipeline"], "run": run or asked["run"], "notes": [], "changes": ""}


class DeployHandler(_RunsHandler):
    """``runs/<name>/deploy``: POST compiles an exported pipeline and takes it there."""

    @answered
    async def post(self, name: str) -> Record:
        """Carry out a RunsDeploy; answer with a RunsDone."""
        asked = self.body("RunsDeploy")
        orchestrator = self.orchestrator(name)
        folder = self.extension.resolve(asked["folder"])
        first = interpreters(self.kernel_manager, self.kernel_spec_manager, asked["kernel"])[0]
        done = await orchestrator.deploy(folder, first, asked["values"])
        return {"pipeline": done.pipeline, "run": None, "notes": done.notes, "changes": done.changes}


def _check_named(text: str | None, what: str) -> None:
    if not text:
        raise ValueError(f"Say which {what}: {what} is missing.")
