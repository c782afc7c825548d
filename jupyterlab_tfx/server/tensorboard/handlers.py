"""Routes ``tensorboards``: authenticate, read the request, call, answer."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import Any

from jupyter_server.auth.decorator import authorized
from tornado import web

from ...protocol import PROTOCOL_VERSION, validate
from ..config import TfxExtension
from ..rest import RestHandler
from .boards import Board, Boards
from .interpreter import interpreters
from .logdirs import read_logdirs

#: Seconds for which a request waits for a board that starts.
_WAIT = 20.0


class _BoardsHandler(RestHandler):
    """A route about boards. The front end asks by itself, which is no sign of a person."""

    _track_activity = False

    def initialize(self, extension: TfxExtension, boards: Boards) -> None:  # type: ignore[override]
        """Take the extension's settings, and the boards."""
        super().initialize(extension)
        self.boards = boards

    async def answer_board(self, board: Board) -> None:
        """Finish with one board."""
        self.answer({"protocol": PROTOCOL_VERSION, "boards": [await board.record()]})

    def board(self, board_id: str) -> Board:
        """Return a board.

        Raises:
            FileNotFoundError: there is none.
        """
        board = self.boards.find(board_id)
        if board is None:
            raise FileNotFoundError("This TensorBoard is not running any more. Start it again.")
        return board


class BoardsHandler(_BoardsHandler):
    """``tensorboards``: GET lists them, POST opens one, DELETE stops all."""

    @web.authenticated
    @authorized
    async def get(self) -> None:
        """Answer with all boards."""
        records = await asyncio.gather(*(board.record() for board in self.boards.list()))
        self.answer({"protocol": PROTOCOL_VERSION, "boards": list(records)})

    @web.authenticated
    @authorized
    async def post(self) -> None:
        """Answer with the board of a set of logdirs, which may be starting."""
        self._track_activity = True
        try:
            asked = _body(self.request.body)
            logdirs = await asyncio.get_running_loop().run_in_executor(
                None, read_logdirs, self.extension, asked["logdirs"]
            )
            candidates = interpreters(self.kernel_manager, self.kernel_spec_manager, asked["kernel"])
            board = self.boards.open(
                logdirs, candidates, reload=asked["reloadInterval"], idle=asked["idleMinutes"] * 60
            )
        except Exception as error:
            self.refuse(error)
            return
        await self.answer_board(board)

    @web.authenticated
    @authorized
    async def delete(self) -> None:
        """Stop every board."""
        self._track_activity = True
        await self.boards.stop_all()
        self.answer({"protocol": PROTOCOL_VERSION, "boards": []})


class BoardHandler(_BoardsHandler):
    """``tensorboards/<id>``: GET tells how it is, POST that a person uses it, DELETE stops it."""

    @web.authenticated
    @authorized
    async def get(self, board_id: str) -> None:
        """Answer with the board; with ``wait``, when it has started or failed to."""
        try:
            board = self.board(board_id)
        except FileNotFoundError as error:
            self.refuse(error)
            return
        if self.query("wait"):
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(board.settled.wait(), _WAIT)
        if self.query("reader"):
            board.read()
        await self.answer_board(board)

    @web.authenticated
    @authorized
    async def post(self, board_id: str) -> None:
        """Note that a person works in the board: what keeps the server from being culled."""
        try:
            board = self.board(board_id)
        except FileNotFoundError as error:
            self.refuse(error)
            return
        self._track_activity = True
        board.read()
        await self.answer_board(board)

    @web.authenticated
    @authorized
    async def delete(self, board_id: str) -> None:
        """Stop the board, or its start."""
        self._track_activity = True
        try:
            if not await self.boards.stop(board_id):
                self.board(board_id)
        except FileNotFoundError as error:
            self.refuse(error)
            return
        self.answer({"protocol": PROTOCOL_VERSION, "boards": []})


def _body(body: bytes) -> Any:
    """Read a TensorBoardRequest.

    Raises:
        ValueError: it is something else.
    """
    try:
        asked = json.loads(body)
    except ValueError:
        raise ValueError("The request is no JSON.") from None
    validate("TensorBoardRequest", asked)
    return asked
