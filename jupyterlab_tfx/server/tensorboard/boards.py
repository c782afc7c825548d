"""The boards of this server: started, found again, stopped, and ended when nobody reads them."""

from __future__ import annotations

import asyncio
import atexit
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ...protocol import Record
from .interpreter import Interpreter
from .leftovers import Leftovers
from .logdirs import Events, Logdir, flags_of, look
from .process import MissingError, StartError, TensorBoardProcess

#: Seconds that a board may take to come up.
START_LIMIT = 60.0
#: Seconds between looks for boards that nobody reads.
_LOOK = 15.0
#: Seconds for which what is known of the logdirs is good enough.
_FRESH = 2.0


@dataclass
class Board:
    """One TensorBoard over a set of logdirs. States: ``starting``, ``running``, ``failed``."""

    id: str
    logdirs: tuple[Logdir, ...]
    #: Seconds without a reader after which it ends; 0 for never.
    idle: float
    started_at: float
    state: str = "starting"
    doing: str = "starting the interpreter"
    #: What is the matter, in a sentence; empty where nothing is.
    message: str = ""
    #: The end of what TensorBoard complained of.
    detail: str = ""
    #: Whether what is the matter is that no environment has TensorBoard.
    missing: bool = False
    process: TensorBoardProcess = field(default_factory=TensorBoardProcess)
    last_read: float = field(default_factory=time.monotonic)
    #: Set when the state has left ``starting``.
    settled: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None
    _events: Events = field(default_factory=Events)
    _looked: float = 0.0

    def read(self) -> None:
        """Note that somebody reads it."""
        self.last_read = time.monotonic()

    async def record(self) -> Record:
        """Return it as the protocol's TensorBoard."""
        if time.monotonic() - self._looked > _FRESH:
            self._events = await asyncio.get_running_loop().run_in_executor(None, look, self.logdirs)
            self._looked = time.monotonic()
        return {
            "id": self.id,
            "state": self.state,
            "doing": self.doing,
            "message": self.message,
            "detail": self.detail,
            "missing": self.missing,
            "logdirs": [{"name": each.name, "uri": each.uri} for each in self.logdirs],
            "withoutEvents": list(self._events.missing),
            "eventsAt": None if self._events.written is None else self._events.written * 1000,
            "startedAt": self.started_at * 1000,
        }


class Boards:
    """Every board of this server, by its id."""

    def __init__(self, runtime_dir: str, log: Any, start_limit: float = START_LIMIT) -> None:
        self._log = log
        self._start_limit = start_limit
        self._boards: dict[str, Board] = {}
        self._leftovers = Leftovers(Path(runtime_dir))
        self._looker: asyncio.Task[None] | None = None
        ended = self._leftovers.reap()
        if ended:
            log.info("jupyterlab_tfx: ended %d TensorBoards of a Jupyter server that was killed", ended)
        atexit.register(self.kill_all)

    def list(self) -> list[Board]:
        """Return the boards, oldest first."""
        return list(self._boards.values())

    def find(self, board_id: str) -> Board | None:
        """Return a board; None where there is none of that id."""
        return self._boards.get(board_id)

    def open(
        self, logdirs: Sequence[Logdir], candidates: Sequence[Interpreter], *, reload: int, idle: float
    ) -> Board:
        """Return the board of a set of logdirs: the one that is there, or one that starts.

        Args:
            logdirs: What it reads.
            candidates: Interpreters to try, in order.
            reload: Seconds between looks for new events.
            idle: Seconds without a reader after which it ends; 0 for never.
        """
        wanted = {each.path for each in logdirs}
        for board in self._boards.values():
            if board.state != "failed" and {each.path for each in board.logdirs} == wanted:
                board.idle = idle
                board.read()
                return board
        for board_id in [b.id for b in self.list() if {each.path for each in b.logdirs} == wanted]:
            del self._boards[board_id]  # one that failed: this is the next try
        board = Board(uuid.uuid4().hex, tuple(logdirs), idle, time.time())
        self._boards[board.id] = board
        flags = {
            **flags_of(logdirs),
            "host": "127.0.0.1",
            "port": 0,
            "reload_interval": float(reload),
            "reload_multifile": True,
            # Its data server listens on a port that every user of the machine may read from.
            "load_fast": "false",
        }
        board.task = asyncio.create_task(self._run(board, candidates, flags))
        if self._looker is None or self._looker.done():
            self._looker = asyncio.create_task(self._look())
        return board

    async def stop(self, board_id: str) -> bool:
        """End a board, or its start; return whether it was there."""
        board = self._boards.pop(board_id, None)
        if board is None:
            return False
        if board.task:
            board.task.cancel()
            await asyncio.wait([board.task])
        if not self._boards and self._looker and self._looker is not asyncio.current_task():
            self._looker.cancel()
        return True

    async def stop_all(self) -> None:
        """End every board."""
        await asyncio.gather(*(self.stop(board_id) for board_id in list(self._boards)))

    def kill_all(self) -> None:
        """End every process at once: the server ends."""
        for board in self._boards.values():
            board.process.kill()
            if board.process.pid is not None:
                self._leftovers.remove(board.process.pid)

    async def _run(self, board: Board, candidates: Sequence[Interpreter], flags: Record) -> None:
        """Start a board and stay with it to its end."""
        try:
            await asyncio.wait_for(self._start(board, candidates, flags), self._start_limit)
            board.state, board.doing = "running", ""
            board.read()
            board.settled.set()
            how = await board.process.wait()
            self._fail(board, f"TensorBoard has ended by itself ({how}). Start it again.")
        except asyncio.TimeoutError:
            self._fail(
                board,
                f"TensorBoard was not ready after {self._start_limit:g} seconds: it was {board.doing}. "
                "Try again, or look at what it wrote.",
            )
        except MissingError:
            board.missing = True
            self._fail(
                board,
                "TensorBoard is not installed, neither in the kernel's environment nor in the Jupyter "
                "server's. Install it, then start the board again.",
            )
        except StartError as error:
            self._fail(board, str(error))
        except asyncio.CancelledError:
            raise
        except Exception as error:
            self._log.error("jupyterlab_tfx: %s", error, exc_info=error)
            self._fail(board, f"TensorBoard could not be started ({type(error).__name__}).")
        finally:
            await asyncio.shield(self._end(board))

    async def _start(self, board: Board, candidates: Sequence[Interpreter], flags: Record) -> None:
        for interpreter in candidates:
            if board.process.pid is not None:
                self._leftovers.remove(board.process.pid)
            board.process = TensorBoardProcess()
            try:
                await board.process.start(
                    [interpreter.path],
                    flags,
                    environment=interpreter.environment,
                    on_spawn=self._leftovers.add,
                    on_doing=lambda doing: _note(board, doing),
                )
            except MissingError:
                if interpreter == candidates[-1]:
                    raise
                continue
            return

    async def _end(self, board: Board) -> None:
        await board.process.end()
        if board.process.pid is not None:
            self._leftovers.remove(board.process.pid)
        board.settled.set()

    def _fail(self, board: Board, message: str) -> None:
        board.state, board.message, board.detail = "failed", message, board.process.detail
        board.settled.set()

    async def _look(self) -> None:
        """End boards that nobody has read for their time."""
        while self._boards:
            await asyncio.sleep(_LOOK)
            await self.stop_idle()

    async def stop_idle(self) -> None:
        """End what nobody has read for its time."""
        now = time.monotonic()
        for board in self.list():
            if board.state != "starting" and 0 < board.idle < now - board.last_read:
                self._log.info("jupyterlab_tfx: a TensorBoard ends that nobody reads")
                await self.stop(board.id)


#: What a process says it does, as a part of a sentence.
_DOING = {"importing": "importing TensorFlow and TensorBoard", "starting": "looking for its plugins"}


def _note(board: Board, doing: str) -> None:
    board.doing = _DOING.get(doing, doing[:100])
