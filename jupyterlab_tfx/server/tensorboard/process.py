"""One TensorBoard process: starts it, waits until it serves, keeps what it complains of, ends it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import secrets
import signal
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from .launch import NO_TENSORBOARD

_LAUNCH = Path(__file__).with_name("launch.py")
#: Lines of stderr that are kept.
_TAIL = 40
#: Seconds between asking a process to end and making it.
_GRACE = 3.0
# What a child of the server has no use for, and nobody should find in its environment.
_SECRETS = ("JUPYTERHUB_", "JPY_", "JUPYTER_TOKEN", "CONFIGPROXY_", "GITHUB_TOKEN")


class StartError(Exception):
    """A TensorBoard that did not come up. The text is a sentence."""


class MissingError(StartError):
    """The environment has no TensorBoard."""


class TensorBoardProcess:
    """A child in a process group of its own, which it shares with its own children."""

    def __init__(self) -> None:
        #: Path that all of its addresses begin with. Only this server knows it.
        self.prefix = f"/{secrets.token_urlsafe(32)}"
        #: Port on 127.0.0.1; 0 before it serves.
        self.port = 0
        self._tail: deque[str] = deque(maxlen=_TAIL)
        self._child: asyncio.subprocess.Process | None = None
        self._reader: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int | None:
        """The process, which is the leader of its group; None where there is none."""
        return None if self._child is None else self._child.pid

    @property
    def detail(self) -> str:
        """The end of what it wrote to stderr, without the secret."""
        return "\n".join(self._tail).replace(self.prefix, "")

    async def start(
        self,
        command: Sequence[str],
        flags: Mapping[str, Any],
        *,
        environment: Mapping[str, str],
        on_spawn: Callable[[int], None],
        on_doing: Callable[[str], None],
    ) -> None:
        """Return when it serves. Cancelling ends it.

        Args:
            command: The interpreter, with its options.
            flags: TensorBoard's, by their Python names.
            environment: Variables besides the server's own.
            on_spawn: Told the process id, at once.
            on_doing: Told what it does: ``importing``, ``starting``.

        Raises:
            MissingError: its environment has no TensorBoard.
            StartError: it ended before it served.
        """
        try:
            self._child = await asyncio.create_subprocess_exec(
                *command,
                str(_LAUNCH),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                start_new_session=True,
                env={**child_environment(), **environment},
            )
        except OSError as error:
            raise MissingError(f"{command[0]} cannot be run: {error.strerror}.") from None
        try:
            on_spawn(self._child.pid)
            await self._wait(self._child, {**flags, "path_prefix": self.prefix}, on_doing)
        except BaseException:
            await asyncio.shield(self.end())
            raise

    async def _wait(
        self,
        child: asyncio.subprocess.Process,
        flags: Mapping[str, Any],
        on_doing: Callable[[str], None],
    ) -> None:
        assert child.stdin is not None  # noqa: S101 - pipes, as asked for
        assert child.stdout is not None  # noqa: S101
        self._reader = asyncio.create_task(self._read(child))
        with contextlib.suppress(ConnectionError):
            child.stdin.write(json.dumps(flags).encode() + b"\n")
            await child.stdin.drain()
        while line := await child.stdout.readline():
            try:
                message = json.loads(line)
            except ValueError:  # what a library prints
                continue
            if isinstance(message, dict) and isinstance(message.get("port"), int):
                self.port = message["port"]
                return
            if isinstance(message, dict) and isinstance(message.get("doing"), str):
                on_doing(message["doing"])
        status = await child.wait()
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(asyncio.shield(self._reader), 1)
        if status == NO_TENSORBOARD:
            raise MissingError("The environment has no TensorBoard.")
        raise StartError(f"TensorBoard ended before it was ready ({_status_words(status)}).")

    async def _read(self, child: asyncio.subprocess.Process) -> None:
        assert child.stderr  # noqa: S101 - a pipe, as asked for
        with contextlib.suppress(OSError):
            while chunk := await child.stderr.read(65536):
                text = chunk.decode("utf-8", "replace")
                self._tail.extend(line[:1000] for line in text.splitlines() if line.strip())

    async def wait(self) -> str:
        """Return when the process has ended: how, in words."""
        child = self._child
        assert child is not None  # noqa: S101 - it was started, with a pipe
        assert child.stdout is not None  # noqa: S101
        while await child.stdout.read(65536):  # what plugins print; a full pipe would stop it
            pass
        return _status_words(await child.wait())

    async def end(self) -> None:
        """End the process and its children; return when it is gone."""
        if self._child is None:
            return
        pid = self._child.pid
        if self._child.returncode is None:
            if self._child.stdin:
                self._child.stdin.close()
            _signal_group(pid, signal.SIGTERM)
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._child.wait(), _GRACE)
        _signal_group(pid, signal.SIGKILL)
        await self._child.wait()
        if self._reader:
            self._reader.cancel()

    def kill(self) -> None:
        """End it at once, where there is no time to wait."""
        if self._child is not None and self._child.returncode is None:
            _signal_group(self._child.pid, signal.SIGKILL)


def child_environment() -> dict[str, str]:
    """Return the server's environment without its secrets."""
    return {name: value for name, value in os.environ.items() if not name.startswith(_SECRETS)}


def _signal_group(group: int, which: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, which)


def _status_words(status: int) -> str:
    if status >= 0:
        return f"exit status {status}"
    try:
        return f"killed by {signal.Signals(-status).name}"
    except ValueError:
        return f"killed by signal {-status}"
