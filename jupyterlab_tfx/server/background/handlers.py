"""Routes ``background``: authenticate, read the request, call, answer."""

from __future__ import annotations

import asyncio
from pathlib import Path

from ..config import TfxExtension
from ..rest import Record, RestHandler, answered
from ..tensorboard.interpreter import interpreters
from .runs import BackgroundRuns


class _BackgroundHandler(RestHandler):
    """A route about runs in the background. The front end asks by itself, which is no sign of a person."""

    _track_activity = False

    def initialize(self, extension: TfxExtension, background: BackgroundRuns) -> None:  # type: ignore[override]
        """Take the extension's settings, and the runs."""
        super().initialize(extension)
        self.background = background

    async def tell(self, folder: Path, run: str | None) -> Record:
        """Return a BackgroundState; files are read in a thread."""
        return await asyncio.get_running_loop().run_in_executor(None, self.background.state, folder, run)


class RunsHandler(_BackgroundHandler):
    """``background``: GET ``?folder=…&run=…`` tells of runs, POST begins one."""

    @answered
    async def get(self) -> Record:
        """Answer with a BackgroundState."""
        folder = self.extension.resolve(self.query("folder"))
        return await self.tell(folder, self.query("run") or None)

    @answered
    async def post(self) -> Record:
        """Carry out a BackgroundStart; answer with a BackgroundState."""
        asked = self.body("BackgroundStart")
        folder = self.extension.resolve(asked["folder"])
        first = interpreters(self.kernel_manager, self.kernel_spec_manager, asked["kernel"])[0]
        run = await self.background.start(folder, asked["runner"], first, asked["parameters"])
        return await self.tell(folder, run)


class StopHandler(_BackgroundHandler):
    """``background/stop``: POST cancels a run."""

    @answered
    async def post(self) -> Record:
        """Carry out a BackgroundStop; answer with a BackgroundState."""
        asked = self.body("BackgroundStop")
        folder = self.extension.resolve(asked["folder"])
        await self.background.stop(folder, asked["run"])
        return await self.tell(folder, asked["run"])


class LogHandler(_BackgroundHandler):
    """``background/log?folder=…&run=…&node=…&from=…``: the log of a run or of a node, from a byte on."""

    @answered
    async def get(self) -> Record:
        """Answer with a BackgroundLog."""
        folder = self.extension.resolve(self.query("folder"))
        start = self.number("from", default="0")
        return await asyncio.get_running_loop().run_in_executor(
            None, self.background.log, folder, self.query("run"), self.query("node"), start
        )
