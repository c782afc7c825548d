"""A real kernel, talked to as a browser does: cells with ids, comms, subshells."""

from __future__ import annotations

import os
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jupyter_client.manager import KernelManager
from jupyter_client.threaded import ThreadedKernelClient

from jupyterlab_tfx.protocol import COMM_TARGET, PROTOCOL_VERSION, ProtocolError, validate

Record = dict[str, Any]

#: What the front end executes, silently (``src/kernel/attach.ts``).
ATTACH = "__import__('jupyterlab_tfx.kernel', fromlist=['attach']).attach()"
#: Seconds to wait for what must come.
PATIENCE = 120.0


@dataclass
class Cell:
    """One execute request and all that came of it."""

    outputs: list[Record] = field(default_factory=list)
    reply: Record | None = None
    idle: bool = False

    @property
    def text(self) -> str:
        """What it printed."""
        return "".join(o["text"] for o in self.outputs if "text" in o)


class LiveKernel:
    """A kernel process with a client; every method is for the test's own thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._changed = threading.Condition()
        self._cells: dict[str, Cell] = {}
        self._replies: dict[str, Record] = {}
        self._comms: dict[str, LiveComm] = {}
        self._heard = threading.Event()
        # What was wrong with a message, found in the client's thread: raised where a test waits next.
        self._faults: list[Exception] = []
        (folder / "ipython").mkdir(parents=True, exist_ok=True)
        environment = {
            **os.environ,
            "IPYTHONDIR": str(folder / "ipython"),
            "JUPYTERLAB_TFX_VALIDATE": "1",
            "TF_CPP_MIN_LOG_LEVEL": "2",
            "TMPDIR": str(folder),
        }
        self._manager = KernelManager(kernel_name="python3")
        self._manager.start_kernel(cwd=str(folder), env=environment)
        client = self._client = ThreadedKernelClient()
        client.load_connection_info(self._manager.get_connection_info())
        client.start_channels(stdin=False, hb=False)
        client.iopub_channel.call_handlers = self._on_iopub
        client.shell_channel.call_handlers = self._on_reply
        client.control_channel.call_handlers = self._on_reply
        # Nothing is heard on iopub before the subscription is there: ask until something is.
        deadline = time.monotonic() + PATIENCE
        while not self._heard.is_set() and time.monotonic() < deadline:
            self.send("kernel_info_request", {})
            self._heard.wait(0.5)

    def stop(self) -> None:
        """End the kernel."""
        self._client.stop_channels()
        self._manager.shutdown_kernel(now=True)

    def send(
        self,
        kind: str,
        content: Record,
        *,
        channel: str = "shell",
        subshell: str | None = None,
        metadata: Record | None = None,
    ) -> str:
        """Send a message; return its id."""
        message = self._client.session.msg(kind, content, metadata=metadata)
        if subshell is not None:
            message["header"]["subshell_id"] = subshell
        identity = str(message["header"]["msg_id"])
        if kind == "execute_request":
            self._cells[identity] = Cell()
        getattr(self._client, f"{channel}_channel").send(message)
        return identity

    def start(
        self, code: str, cell_id: str | None = None, *, silent: bool = False, subshell: str | None = None
    ) -> Cell:
        """Begin to run a cell as JupyterLab does; ``finish`` waits for its end."""
        content = {
            "code": code,
            "silent": silent,
            "store_history": not silent,
            "user_expressions": {},
            "allow_stdin": False,
            "stop_on_error": False,
        }
        metadata = {"cellId": cell_id, "deletedCells": [], "recordTiming": False} if cell_id else {}
        return self._cells[self.send("execute_request", content, subshell=subshell, metadata=metadata)]

    def finish(self, cell: Cell) -> Cell:
        """Wait until a cell has ended and all of its output is there."""
        self.wait(lambda: cell.reply is not None and cell.idle, "the cell to end")
        return cell

    def run(self, code: str, cell_id: str | None = None, **options: Any) -> Cell:
        """Run a cell to its end, well or badly."""
        return self.finish(self.start(code, cell_id, **options))

    def good(self, code: str, cell_id: str | None = None, **options: Any) -> Cell:
        """Run a cell that must not fail."""
        cell = self.run(code, cell_id, **options)
        assert cell.reply is not None
        assert cell.reply["status"] == "ok", "\n".join(cell.reply.get("traceback", []))
        return cell

    def value(self, expression: str) -> Any:
        """Return a value of the kernel, by way of its repr; nothing of it is recorded as a cell."""
        content = {"code": "", "silent": True, "store_history": False, "user_expressions": {"x": expression}}
        identity = self.send("execute_request", content)
        cell = self.finish(self._cells[identity])
        assert cell.reply is not None
        result = cell.reply["user_expressions"]["x"]
        assert result["status"] == "ok", result
        import ast

        return ast.literal_eval(result["data"]["text/plain"])

    def attach(self, subshell: str | None = None) -> None:
        """Attach the kernel side, by the front end's silent execute."""
        self.good(ATTACH, silent=True, subshell=subshell)

    def control(self, kind: str, content: Record | None = None) -> Record:
        """Ask on the control channel."""
        identity = self.send(kind, content or {}, channel="control")
        self.wait(lambda: identity in self._replies, f"an answer to {kind}")
        return self._replies.pop(identity)

    def subshell(self) -> str:
        """Make a subshell; return its id."""
        return str(self.control("create_subshell_request")["subshell_id"])

    def interrupt(self) -> None:
        """Interrupt as the server does."""
        self._manager.interrupt_kernel()

    def comm(self, subshell: str | None = None) -> LiveComm:
        """Open a comm to the kernel side; nothing is said on it yet."""
        comm = LiveComm(self, subshell)
        self._comms[comm.comm_id] = comm
        comm.open()
        return comm

    def comms(self) -> list[LiveComm]:
        """Return the comms that were opened and not closed."""
        return [comm for comm in self._comms.values() if not comm.closed]

    def wait(self, condition: Callable[[], Any], what: str, seconds: float = PATIENCE) -> Any:
        """Return a condition's value as soon as it is true."""
        deadline = time.monotonic() + seconds
        with self._changed:
            while not (value := condition()):
                if self._faults:
                    raise self._faults.pop()
                left = deadline - time.monotonic()
                if left <= 0 or not self._manager.is_alive():
                    raise AssertionError(f"Waited in vain for {what}.")
                self._changed.wait(min(left, 1))
        return value

    def _on_iopub(self, message: Record) -> None:
        self._heard.set()
        with self._changed:
            kind, content = message["msg_type"], message["content"]
            cell = self._cells.get(message["parent_header"].get("msg_id", ""))
            if kind in ("comm_msg", "comm_close"):
                comm = self._comms.get(content["comm_id"])
                if comm is not None:
                    try:
                        comm.receive(kind, content.get("data"))
                    except ProtocolError as fault:
                        self._faults.append(fault)
            elif cell is not None and kind == "status":
                cell.idle = cell.idle or content["execution_state"] == "idle"
            elif cell is not None and kind in ("stream", "display_data", "execute_result", "error"):
                cell.outputs.append(content)
            self._changed.notify_all()

    def _on_reply(self, message: Record) -> None:
        with self._changed:
            identity = message["parent_header"].get("msg_id", "")
            if identity in self._cells:
                self._cells[identity].reply = message["content"]
            else:
                self._replies[identity] = message["content"]
            self._changed.notify_all()


class LiveComm:
    """A comm to the kernel side: requests with answers, and the events so far."""

    def __init__(self, kernel: LiveKernel, subshell: str | None) -> None:
        self.kernel = kernel
        self.comm_id = uuid.uuid4().hex
        self.events: list[Record] = []
        self.replies: list[Record] = []
        self.closed = False
        self._subshell = subshell
        self._last = 0

    def open(self) -> None:
        """Send comm_open."""
        content = {"comm_id": self.comm_id, "target_name": COMM_TARGET, "data": {}}
        self.kernel.send("comm_open", content, subshell=self._subshell)

    def close(self) -> None:
        """Send comm_close, and wait until the kernel has read it."""
        self.closed = True
        self.kernel.send("comm_close", {"comm_id": self.comm_id, "data": {}}, subshell=self._subshell)
        self.kernel.run("", silent=True, subshell=self._subshell)

    def receive(self, kind: str, data: Any) -> None:
        """Take a message; each must be what the schema says."""
        if kind == "comm_close":
            self.closed = True
        elif "event" in data:
            validate("Event", data)
            self.events.append(data)
        else:
            validate("Reply", data)
            self.replies.append(data)

    def say(self, data: Any) -> Record:
        """Send any data; return the one reply to it."""
        before = len(self.replies)
        self.kernel.send("comm_msg", {"comm_id": self.comm_id, "data": data}, subshell=self._subshell)
        self.kernel.wait(lambda: len(self.replies) > before, f"a reply to {str(data)[:80]}")
        return self.replies[before]

    def ask(self, kind: str, **arguments: Any) -> Any:
        """Ask as the front end does; return the value of a good reply."""
        self._last += 1
        request = {"id": self._last, "kind": kind, **arguments}
        validate("Request", request)
        reply = self.say(request)
        assert reply["id"] == self._last
        assert reply["ok"], reply
        return reply["value"]

    def hello(self) -> Record:
        """Shake hands; return the handshake's value."""
        value: Record = self.ask("hello", protocol=PROTOCOL_VERSION, client="0.0.0-test")
        validate("HelloValue", value)
        return value

    def of(self, kind: str) -> list[Record]:
        """Return the events of a kind so far."""
        return [event for event in self.events if event["event"] == kind]

    def runs(self) -> list[Record]:
        """Return the runs told of, each as it was told last, in order."""
        latest = {event["run"]["run"]: event["run"] for event in self.of("run")}
        return [latest[number] for number in sorted(latest)]

    def run(self) -> Record:
        """Return the last run, which must have ended."""
        self.kernel.wait(lambda: self.runs() and self.runs()[-1]["endedAt"] is not None, "the run's end")
        return self.runs()[-1]

    def cell(self, cell_id: str) -> Record:
        """Return the last cell event of a cell."""

        def find() -> Record | None:
            found = [event for event in self.of("cell") if event["cell"]["cellId"] == cell_id]
            return found[-1] if found else None

        event: Record = self.kernel.wait(find, f"the event of cell {cell_id}")
        return event
