"""Routes ``background``: authenticate, read the request, call, answer."""

from __future__ import annotations

import asyncio
from pathlib import Path

from jupyter_server.auth.decorator import authorized
from tornado import web

from ...protocol import PROTOCOL_VERSION
from ..config import TfxExtension
from ..rest import RestHandler
from ..tensorboard.interpreter import interpreters
from .runs import BackgroundRuns


class _BackgroundHandler(RestHandler):
    """A route about runs in the background. The front end asks by itself, which is no sign of a person."""

    _track_activity = False

    def initialize(self, extension: TfxExtension, background: BackgroundRuns) -> None:  # type: ignore[override]
        """Take the extension's settings, and the runs."""
        super().initialize(extension)
        self.background = background

    async def tell(self, folder: Path, run: str | None) -> None:
        """Finish with a BackgroundState; files are read in a thread."""
        state = await asyncio.get_running_loop().run_in_executor(None, self.background.state, folder, run)
        self.answer({"protocol": PROTOCOL_VERSION, **state})


class RunsHandler(_BackgroundHandler):
    """``background``: GET ``?folder=…&run=…`` tells of runs, POST begins one."""

    @web.authenticated
    @authorized
    async def get(self) -> None:
        """Answer with a BackgroundState."""
        try:
            folder = self.extension.resolve(self.query("folder"))
            await self.tell(folder, self.query("run") or None)
        except Exception as error:
            self.refuse(error)

    @web.authenticated
    @authorized
    async def post(self) -> None:
        """Carry out a BackgroundStart; answer with a BackgroundState."""
        try:
            asked = self.body("BackgroundStart")
            folder = self.extension.resolve(asked["folder"])
            first = interpreters(self.kernel_manager, self.kernel_spec_manager, asked["kernel"])[0]
            run = await self.background.start(folder, asked["runner"], first, asked["parameters"])
            await self.tell(folder, run)
        except Exception as error:
            self.refuse(error)


class StopHandler(_BackgroundHandler):
    """``background/stop``: POST cancels a run."""

    @web.authenticated
    @authorized
    async def post(self) -> None:
        """Carry out a BackgroundStop; answer with a BackgroundState."""
        try:
            asked = self.body("BackgroundStop")
            folder = self.extension.resolve(asked["folder"])
            await self.background.stop(folder, asked["run"])
            await self.tell(folder, asked["run"])
        except Exception as error:
            self.refuse(error)


class LogHandler(_BackgroundHandler):
    """``background/log?folder=…&run=…&node=…&from=…``: the log of a run or of a node, from a byte on."""

    @web.authenticated
    @authorized
    async def get(self) -> None:
        """Answer with a BackgroundLog."""
        try:
            folder = self.extension.resolve(self.query("folder"))
            start = self.query("from") or "0"
            if not (start.isascii() and start.isdigit()):
                raise ValueError("Give from as a number.")
            part = await asyncio.get_running_loop().run_in_executor(
                None, self.background.log, folder, self.query("run"), self.query("node"), int(start)
            )
        except Exception as error:
            self.refuse(error)
            return
        self.answer({"protocol": PROTOCOL_VERSION, **part})
