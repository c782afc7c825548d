"""The runs of this server: started, watched by their files, stopped, and ended with it."""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import json
import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..tensorboard.interpreter import Interpreter
from ..tensorboard.process import child_environment
from .parameters import runtime_parameters
from .records import RUNNERS, RUNS, list_runs, log_part, read_run, run_folder

Record = dict[str, Any]

#: Seconds between asking a run to end and making it: the node says so in the metadata store meanwhile.
GRACE = 10.0
#: Where the process finds the values of runtime parameters, as a JSON object.
PARAMETERS_VARIABLE = "TFX_PARAMETERS"
#: Bytes of a log in one answer, at most.
MAX_LOG = 400_000


class BusyError(ValueError):
    """A run of the same pipeline goes on."""


@dataclass
class _Live:
    """A process that leads a group of its own, in which whatever its components start is too."""

    process: asyncio.subprocess.Process
    folder: Path
    task: asyncio.Task[None] | None = None
    stopped: bool = False


class BackgroundRuns:
    """Starts runs; everything that is told of them is read from their files."""

    def __init__(self) -> None:
        self._live: dict[str, _Live] = {}
        self._starting: set[Path] = set()
        atexit.register(self.end_all)

    async def start(
        self, folder: Path, runner: str, interpreter: Interpreter, parameters: Record | None = None
    ) -> str:
        """Begin a run of an exported pipeline; return its id.

        Args:
            folder: The exported pipeline.
            runner: ``local`` or ``beam``.
            interpreter: The Python that has TFX, of a kernel.
            parameters: Values of runtime parameters by name.

        Raises:
            FileNotFoundError: the pipeline was not exported for that runner.
            ValueError: it has no runtime parameters of these names.
            BusyError: another run of it goes on: both would write to one metadata store.
        """
        file = folder / RUNNERS[runner]
        if not file.is_file() or not (folder / "pipeline.py").is_file():
            raise FileNotFoundError(
                f"{folder.name} has no {file.name}: export the notebook's pipeline first, for TFX "
                f"{'LocalDagRunner' if runner == 'local' else 'and Apache Beam'}."
            )
        known = [each["name"] for each in runtime_parameters(folder)] if parameters else []
        unknown = sorted(set(parameters or {}) - set(known))
        if unknown:
            raise ValueError(
                f"The exported pipeline takes no runtime parameter {', '.join(unknown)}. Export it again "
                "where the notebook has it."
            )
        if folder in self._starting or any(live.folder == folder for live in self._live.values()):
            raise BusyError("A run of this pipeline goes on. Wait for its end, or stop it.")
        self._starting.add(folder)
        try:
            return await self._launch(folder, file, runner, interpreter, parameters or {})
        finally:
            self._starting.remove(folder)

    async def _launch(
        self, folder: Path, file: Path, runner: str, interpreter: Interpreter, parameters: Record
    ) -> str:
        path = self._make_folder(folder, runner)
        log = (path / "log.txt").open("ab")
        try:
            process = await asyncio.create_subprocess_exec(
                *(interpreter.path, "-u", "-m", "jupyterlab_tfx.node", "watch", "--end-with-parent"),
                *("--events", str(path / "events.jsonl"), str(file)),
                cwd=folder,
                # It ends when this pipe does, which is when this server ends, however that happens.
                stdin=asyncio.subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={
                    **child_environment(),
                    **interpreter.environment,
                    # Command lines are seen by every user of the machine.
                    PARAMETERS_VARIABLE: json.dumps(parameters),
                },
                start_new_session=True,
            )
        except OSError as error:
            raise FileNotFoundError(f"{interpreter.path} cannot be run: {error.strerror}.") from None
        finally:
            log.close()
        live = _Live(process, folder)
        self._live[path.name] = live
        live.task = asyncio.create_task(self._follow(path, live))
        return path.name

    def state(self, folder: Path, run: str | None) -> Record:
        """Return a pipeline's runs, and the nodes of one: of the newest where none is named."""
        ids = list_runs(folder)
        shown = run if run in ids else next(iter(ids), None)
        runs, nodes = [], []
        for each in ids:
            record, its_nodes = read_run(run_folder(folder, each), lives=each in self._live)
            runs.append(record)
            if each == shown:
                nodes = its_nodes
        runners = [name for name, file in RUNNERS.items() if (folder / file).is_file()]
        parameters = runtime_parameters(folder)
        return {"runners": runners, "parameters": parameters, "runs": runs, "run": shown, "nodes": nodes}

    def log(self, folder: Path, run: str, node: str, start: int) -> Record:
        """Return a part of the log of a run, or of a node of it, from a byte on."""
        return log_part(run_folder(folder, run), node, start, MAX_LOG)

    async def stop(self, folder: Path, run: str) -> None:
        """Cancel a run; return when its processes are gone. Nothing where it has ended."""
        run_folder(folder, run)
        live = self._live.get(run)
        if live is None or live.folder != folder:
            return
        live.stopped = True
        _signal(live, signal.SIGTERM)
        if live.task is not None:
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(asyncio.shield(live.task), GRACE)
            _signal(live, signal.SIGKILL)
            await live.task

    def end_all(self) -> None:
        """Cancel all, where there is no time to wait: each sees to its own end, as its pipe ends too."""
        for live in self._live.values():
            _signal(live, signal.SIGTERM)

    def _make_folder(self, folder: Path, runner: str) -> Path:
        stamp = time.strftime("%Y%m%d-%H%M%S")
        for number in range(1000):
            path = folder / RUNS / f"{stamp}-{number:03}-{runner}"
            with contextlib.suppress(FileExistsError):
                path.mkdir(parents=True)
                return path
        raise BusyError("Too many runs were started in this second.")

    async def _follow(self, path: Path, live: _Live) -> None:
        """Wait for the process; say how it ended where it could not, and end what it left."""
        status = await live.process.wait()
        _signal(live, signal.SIGKILL)
        record, _ = read_run(path, lives=True)
        if record["state"] in ("starting", "running"):
            reason = None if live.stopped else f"Its process ended ({_words(status)}): see the log."
            event = {
                "event": "end",
                "at": time.time() * 1000,
                "state": "canceled" if live.stopped else "failed",
                "reason": reason,
            }
            with (path / "events.jsonl").open("a", encoding="utf-8") as file:
                # On a line of its own: the process may have been killed in the middle of one.
                file.write("\n" + json.dumps(event) + "\n")
        self._live.pop(path.name, None)


def _signal(live: _Live, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(live.process.pid, number)


def _words(status: int) -> str:
    return f"exit status {status}" if status >= 0 else f"killed by {signal.Signals(-status).name}"
