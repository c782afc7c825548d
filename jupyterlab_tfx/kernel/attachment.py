"""One kernel's attachment: comms, hooks on cells, and the observer behind them."""

from __future__ import annotations

import contextlib
import os
import platform
import re
import sys
from collections.abc import Callable, Iterator
from typing import Any

from .. import __version__
from ..protocol import COMM_TARGET, PROTOCOL_VERSION, ProtocolError, Record, validate
from .display import leave_display, use_display
from .observer import Observer
from .pipeline_ir import declared_registry
from .prediction_jobs import PredictionJobs
from .proofs import Proofs, literal_values
from .recorder import Recorder
from .subshell import current_subshell, delete_subshell
from .validate import RefusedError, validate_schema

#: Bytes of cell sources from before the attachment that are remembered.
MAX_HISTORY = 4_000_000


class Attachment:
    """Everything that :func:`jupyterlab_tfx.kernel.attach` sets up; ``detach`` undoes it."""

    def __init__(self, shell: Any, detached: Callable[[], None]) -> None:
        self._shell = shell
        self._detached = detached
        self._comms: dict[str, Any] = {}
        #: By comm, the subshell that it is answered in.
        self._subshells: dict[str, str | None] = {}
        self.recorder = Recorder(lambda: shell.user_ns, self._emit)
        self.observer = Observer(self.recorder, self._cell)
        self._predictions = PredictionJobs(lambda: shell.user_ns)
        self._registry: Any = None
        self._proofs = Proofs(lambda: shell.user_ns, self.recorder.context_of, lambda: self._registry)
        self._cell_id: str | None = None
        self._ended = False
        # Whether the hook before the running cell was there: not where the attachment came in its middle.
        self._saw_start = False
        self._read_history()
        self.observer.install()
        use_display(shell, "attachment")
        self._earlier_runs()
        self._registry = declared_registry()
        shell.events.register("pre_run_cell", self._before_cell)
        shell.events.register("post_run_cell", self._after_cell)
        shell.kernel.comm_manager.register_target(COMM_TARGET, self._open)

    def detach(self) -> None:
        """Undo every hook. Comms that are open stay, and answer only that this has ended."""
        self._ended = True
        self._predictions.stop()
        self._proofs.stop()
        self.observer.remove()
        leave_display(self._shell, "attachment")
        for name, hook in (
            ("pre_run_cell", self._before_cell),
            ("post_run_cell", self._after_cell),
        ):
            with contextlib.suppress(ValueError):
                self._shell.events.unregister(name, hook)
        with contextlib.suppress(KeyError):
            self._shell.kernel.comm_manager.unregister_target(COMM_TARGET, self._open)
        self._comms.clear()
        self._detached()

    def _open(self, comm: Any, _message: Record) -> None:
        comm.on_msg(lambda message: self._receive(comm, message))
        comm.on_close(lambda _: self._close(comm))

    def _close(self, comm: Any) -> None:
        self._comms.pop(comm.comm_id, None)
        subshell = self._subshells.pop(comm.comm_id, None)
        # A page that is closed says so in the main shell; what it asks for after that may not be heard.
        if subshell is not None and current_subshell(self._shell.kernel) is None:
            delete_subshell(self._shell.kernel, subshell)

    def _emit(self, event: Record) -> None:
        if os.environ.get("JUPYTERLAB_TFX_VALIDATE"):
            validate("Event", event)
        for comm in list(self._comms.values()):
            with contextlib.suppress(Exception):
                comm.send(event)

    def _receive(self, comm: Any, message: Record) -> None:
        """Answer one request. Every fault becomes an ErrorReply: a comm handler has nobody to raise to."""
        data = message["content"].get("data")
        request = data.get("id") if isinstance(data, dict) and type(data.get("id")) is int else None
        try:
            if self._ended:
                raise _EndedError("The kernel side was detached. Attach it again.")
            if request is not None and data.get("kind") == "hello":
                self._check_version(data)
            validate("Request", data)
            reply = {"id": request, "ok": True, "value": self._answer(comm, data)}
        except _VersionError as error:
            reply = _error(request, "version", str(error))
        except ProtocolError as error:
            reply = _error(request, "bad-request", f"The request cannot be read: {error}")
        except RefusedError as error:
            reply = _error(request, "bad-request", str(error))
        except _EndedError as error:
            reply = _error(request, "internal", str(error))
        except Exception as error:
            reply = _error(request, "internal", f"{type(error).__name__}: {error}")
        comm.send(reply)

    @staticmethod
    def _check_version(data: Record) -> None:
        if data.get("protocol") != PROTOCOL_VERSION:
            raise _VersionError(
                f"The kernel's environment has jupyterlab_tfx {__version__} (protocol "
                f"{PROTOCOL_VERSION}), the front end speaks protocol {data.get('protocol')}. Install the "
                "front end's version there and restart the kernel."
            )

    def _answer(self, comm: Any, data: Record) -> Record:
        kind = data["kind"]
        if kind == "hello":
            self._comms[comm.comm_id] = comm
            self._subshells[comm.comm_id] = current_subshell(self._shell.kernel)
            return {
                "protocol": PROTOCOL_VERSION,
                "version": __version__,
                "python": platform.python_version(),
                "executable": sys.executable,
                "pid": os.getpid(),
                "snapshot": self.recorder.snapshot(),
            }
        if kind == "snapshot":
            return self.recorder.snapshot()
        if kind == "check-files":
            return {"files": self.recorder.check_files()}
        if kind == "validate":
            asked = {name: data[name] for name in ("schema", "environment", "previous", "serving")}
            return validate_schema(data["statistics"], **asked)
        if kind in ("use-beam", "check-beam"):
            return self.observer.beam.answer(data)
        if kind == "prove":
            asked = {name: data[name] for name in ("folder", "base", "context", "notebook")}
            return self._proofs.start(**asked)
        if kind == "proof":
            return self._proofs.look(data["proof"], data["cancel"])
        if kind == "values":
            return {"values": literal_values(self._shell.user_ns, data["names"])}
        if kind == "predict":
            return self._predictions.start(data["what"], *_evaluated(data))
        if kind == "prediction-job":
            return self._predictions.look(data["job"], data["cancel"])
        if kind == "ask-model":
            return self._predictions.ask(*_evaluated(data), data["output"], data["rows"])
        self._comms.pop(comm.comm_id, None)
        if not self._comms:
            self.detach()
        return {}

    def _cell(self) -> tuple[str | None, int | None]:
        """Return the id and the execution count of the cell that is running."""
        return self._cell_id or self._asked_cell(), self._shell.execution_count

    def _asked_cell(self) -> str | None:
        """Return the cell that the front end asked this thread to run."""
        identity = (self._shell.kernel.get_parent() or {}).get("metadata", {}).get("cellId")
        return identity if isinstance(identity, str) else None

    def _before_cell(self, info: Any) -> None:
        with self._guarded():
            self._cell_begins(info)

    def _after_cell(self, result: Any) -> None:
        with self._guarded():
            self._cell_ended(result)

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        """Keep a fault of ours out of the person's cell, where IPython would print it."""
        try:
            yield
        except Exception:
            self._shell.kernel.log.warning("jupyterlab_tfx", exc_info=True)

    def _cell_begins(self, info: Any) -> None:
        self._saw_start = True
        self._cell_id = self._asked_cell()
        if self._cell_id is not None:
            name = self._shell.compile.get_code_name(
                info.raw_cell, info.raw_cell, self._shell.execution_count
            )
            self.recorder.cell_files[name] = self._cell_id

    def _cell_ended(self, result: Any) -> None:
        self._registry = declared_registry()  # it is the main thread's, and this is that thread
        info = result.info
        if info is not None and info.store_history and not info.silent:
            self.recorder.cell_event(
                {
                    "cellId": self._cell_id or self._asked_cell(),
                    "count": result.execution_count,
                    "ok": bool(result.success),
                    "source": info.raw_cell,
                }
            )
        if not self._saw_start:
            self._earlier_runs()  # what the cell ran while the hooks came
        self._saw_start = False
        self._cell_id = None

    def _read_history(self) -> None:
        """Take what ran before from IPython's own list of inputs: newest first, until it is enough."""
        size = 0
        cells: list[Record] = []
        inputs = list(self._shell.history_manager.input_hist_parsed)
        for count in range(len(inputs) - 1, 0, -1):
            source = inputs[count]
            if not isinstance(source, str) or size + len(source) > MAX_HISTORY:
                break
            size += len(source)
            cells.append(
                {
                    "cellId": None,
                    "count": count,
                    "ok": None,
                    "source": _raw(self._shell, count, source),
                }
            )
        self.recorder.cells = cells[::-1]

    def _earlier_runs(self) -> None:
        """Tell of components that ran before the attachment, as the metadata store has them."""
        from .describe import node_class

        if node_class() is not None:
            from .earlier import earlier_runs

            with contextlib.suppress(Exception):
                for run in earlier_runs(self._shell.user_ns, self.recorder):
                    self.recorder.run_event(run)


class _VersionError(Exception):
    """The front end speaks another version."""


class _EndedError(Exception):
    """The attachment was undone."""


def _evaluated(data: Record) -> tuple[str, str | None, str | None]:
    return data["evaluation"], data["model"], data["examples"]


def _raw(shell: Any, count: int, transformed: str) -> str:
    """Return a cell as it was typed: ``In`` holds it with magics turned into calls."""
    raw = getattr(shell.history_manager, "input_hist_raw", [])
    return raw[count] if count < len(raw) and isinstance(raw[count], str) else transformed


def _error(request: int | None, kind: str, message: str) -> Record:
    # Nothing that looks like a password in a URL leaves the kernel in a message.
    clean = re.sub(r"://[^/\s@]+@", "://…@", message)[:2000]
    return {"id": request, "ok": False, "error": {"kind": kind, "message": clean}}
