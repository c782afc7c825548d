"""Runs the runner file of an exported pipeline as it is, and tells how its nodes get on.

TFX's own ``LocalDagRunner`` and ``BeamDagRunner`` launch every node by the portable launcher
(``tfx/orchestration/portable/launcher.py``). In this process that launcher is a class derived from it, which
tells when a node begins and what became of it; all else is TFX's. Events are JSON lines in a file:

- ``importing``: TFX is being imported;
- ``pipeline``: its ``name``, and the ids of its ``nodes`` in their order;
- ``node``: its id and ``state``, ``log`` (how many bytes this process had written to its output by then) and,
  where it ended, ``reason`` and ``outputs`` as in a NodeResult;
- ``end``: ``state`` and ``reason`` of the whole.

Each has ``at``: milliseconds since the epoch.
"""

from __future__ import annotations

import contextlib
import functools
import json
import os
import runpy
import signal
import sys
import threading
import time
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .executions import NodeExecutions
from .outcome import Outcome, UsageError
from .run import MAX_REASON, CanceledError, on_signal, with_runner

#: Seconds for what is canceled to say so in the metadata store, before the process ends.
GRACE = 8.0


class Events:
    """Writes what happens, one JSON line at a time."""

    def __init__(self, path: str) -> None:
        self._file = Path(path).open("a", encoding="utf-8", buffering=1)  # noqa: SIM115 - until the process ends
        self._lock = threading.Lock()
        #: What the pipeline's nodes have come to.
        self.states: dict[str, str] = {}

    def tell(self, event: str, **fields: Any) -> None:
        """Write an event."""
        with self._lock:
            self._file.write(json.dumps({"event": event, "at": time.time() * 1000, **fields}) + "\n")

    def node(self, node: str, state: str, **fields: Any) -> None:
        """Tell of a node."""
        self.states[node] = state
        self.tell("node", node=node, state=state, log=_written(), **fields)


def watch(runner: str, events: str, parameters: Mapping[str, Any] | None = None) -> Outcome:
    """Run a file such as ``local_runner.py`` to its end.

    Args:
        runner: The file; it runs in its own folder, as ``python local_runner.py`` there.
        events: The file to write events to.
        parameters: Values of runtime parameters by name, which the file finds in its command line.

    Raises:
        UsageError: there is no such file.
    """
    path = Path(runner).absolute()
    if not path.is_file():
        raise UsageError(f"{runner} is not there: export the pipeline for it.")
    told = Events(events)
    outcome = Outcome(path.parent.name, path.name, "", "failed")
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, on_signal)
    try:
        os.chdir(path.parent)
        sys.argv = [str(path), *_as_arguments(parameters or {})]
        sys.path.insert(0, str(path.parent))
        told.tell("importing")
        _observe(told)
        runpy.run_path(str(path), run_name="__main__")
        outcome.state = "failed" if "failed" in told.states.values() else "done"
    except SystemExit as left:
        outcome.reason = _why(left.code, path.name)
        outcome.state = "failed" if outcome.reason or "failed" in told.states.values() else "done"
    except CanceledError as canceled:
        outcome.state, outcome.reason = "canceled", str(canceled)
    except BaseException as error:
        traceback.print_exc()
        outcome.reason = f"{type(error).__name__}: {error}"[:MAX_REASON]
    told.tell("end", state=outcome.state, reason=outcome.reason)
    return outcome


def _as_arguments(parameters: Mapping[str, Any]) -> list[str]:
    """Return what an exported runner file takes; no other process sees it."""
    return [part for name, value in parameters.items() for part in ("--parameter", f"{name}={value}")]


def _why(code: object, file: str) -> str | None:
    """Return why a runner file has left; a text is its own reason."""
    if code in (None, 0):
        return None
    if isinstance(code, str):
        print(code, file=sys.stderr)
        return code[:MAX_REASON]
    return f"{file} ended with {code}."


def end_with_parent() -> None:
    """Cancel the run when stdin ends: whoever started this process has ended, however that happened."""

    def wait() -> None:
        with contextlib.suppress(OSError, ValueError):
            sys.stdin.buffer.read()
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(GRACE)
        # What the components have started is in this process's group.
        os.killpg(os.getpgrp(), signal.SIGKILL)

    threading.Thread(target=wait, name="tfx-parent", daemon=True).start()


def _observe(events: Events) -> None:
    """Let TFX's runners and launcher tell; TFX is imported here."""
    from absl import logging  # type: ignore[import-untyped]
    from tfx.orchestration.beam import beam_dag_runner
    from tfx.orchestration.local import local_dag_runner
    from tfx.orchestration.portable import launcher

    # What TFX's own examples set: the log tells what the executors do.
    logging.set_verbosity(logging.INFO)
    for runner in (local_dag_runner.LocalDagRunner, beam_dag_runner.BeamDagRunner):
        _tell_nodes(runner, events)

    class WatchedLauncher(launcher.Launcher):  # type: ignore[misc]
        """TFX's launcher, which tells."""

        def __init__(self, *given: Any, executor_spec: Any = None, **named: Any) -> None:
            super().__init__(*given, executor_spec=with_runner(executor_spec), **named)

        def launch(self) -> Any:
            node = self._pipeline_node.node_info.id
            events.node(node, "running")
            executions = NodeExecutions(None, self._pipeline_node)
            try:
                result = super().launch()
            except BaseException as error:
                canceled = isinstance(error, CanceledError)
                reason = str(error) if canceled else f"{type(error).__name__}: {error}"[:MAX_REASON]
                with contextlib.suppress(Exception), self._mlmd_connection as handle:
                    executions.end(handle, "canceled" if canceled else "failed", reason)
                events.node(node, "canceled" if canceled else "failed", reason=reason, outputs={})
                raise
            with self._mlmd_connection as handle:
                executions.read(handle)
                state, said = executions.state()
                if state == "failed" and not said:
                    said = "The inputs could not be resolved; the log above tells why."
                events.node(node, state, reason=said, outputs=executions.outputs(handle))
            return result

    launcher.Launcher = WatchedLauncher


def _tell_nodes(runner: Any, events: Events) -> None:
    """Let a runner tell the pipeline's nodes before the first one."""
    original = runner.run_with_ir

    @functools.wraps(original)
    def run_with_ir(self: Any, pipeline: Any, *given: Any, **named: Any) -> Any:
        nodes = [node.pipeline_node.node_info.id for node in pipeline.nodes]
        events.tell("pipeline", name=pipeline.pipeline_info.id, nodes=nodes)
        return original(self, pipeline, *given, **named)

    runner.run_with_ir = run_with_ir


def _written() -> int:
    """Return how many bytes the log has by now, where the output is one; else 0."""
    sys.stdout.flush()
    sys.stderr.flush()
    with contextlib.suppress(OSError):
        return os.fstat(2).st_size
    return 0
