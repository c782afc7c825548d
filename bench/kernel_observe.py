"""What observing costs, in real kernels with the real TFX: prints a JSON object of lists of seconds.

Cells with and without the observer take turns in one kernel, with a front end listening, so that both meet
the same machine. A cell's time is the kernel's own, from the request to the end of all hooks.
"""

from __future__ import annotations

import ast
import json
import os
import tempfile
import time
from pathlib import Path
from typing import Any

from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.jsonutil import parse_date
from jupyter_client.manager import KernelManager

STARTS = 5
PAIRS_CACHED = 30
PAIRS_REAL = 12
PATIENCE = 600

SIDE = "__import__('jupyterlab_tfx.kernel', fromlist=['attach'])"
ATTACH = f"{SIDE}.attach()"
DETACH = f"{SIDE}._current().detach()"
# The time, and the processor's seconds of the kernel and of the programs that it ran.
TIMES = "(__import__('time').time(), sum(__import__('os').times()[:4]))"
SET_UP = """
import os, warnings
warnings.simplefilter("ignore")
from tfx import v1 as tfx
from tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext
os.makedirs("data", exist_ok=True)
with open("data/a.csv", "w") as file:
    file.write("x,y,z\\n" + "".join(f"{i},{i % 7},w{i % 100}\\n" for i in range(2000)))
context = InteractiveContext(pipeline_name="bench", pipeline_root=os.path.abspath("runs"))
gen = tfx.components.CsvExampleGen(input_base=os.path.abspath("data"))
context.run(gen)
statistics = tfx.components.StatisticsGen(examples=gen.outputs["examples"])
context.run(statistics)
schema = tfx.components.SchemaGen(statistics=statistics.outputs["statistics"])
context.run(schema)
pass
"""
CACHED = "_ = context.run(schema)"
REAL = "_ = context.run(statistics, enable_cache=False)"


class Kernel:
    """A kernel process and what a front end says to it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        environment = {
            **os.environ,
            "IPYTHONDIR": str(folder),
            "TMPDIR": str(folder),
            # Modules are compiled once, as those of an installed package are.
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(folder.parent / "bytecode"),
        }
        self._manager = KernelManager(kernel_name="python3")
        self._manager.start_kernel(cwd=str(folder), env=environment)
        self._client: BlockingKernelClient = self._manager.client()
        self._client.start_channels()
        self._client.wait_for_ready(timeout=PATIENCE)

    def stop(self) -> None:
        """End it."""
        self._client.stop_channels()
        self._manager.shutdown_kernel(now=True)

    def run(self, code: str, *, silent: bool = False) -> tuple[float, float]:
        """Run a cell; return its seconds and the processor's."""
        before = self._execute("", silent=True)
        after = self._execute(code, silent=silent)
        return after["ended"] - after["started"], after["processor"] - before["processor"]

    def attach(self) -> float:
        """Attach as the front end does, with a comm and the handshake; return its seconds.

        What asking the kernel for nothing takes is not among them.
        """
        start = time.perf_counter()
        self._execute("", silent=True)
        empty = time.perf_counter() - start
        spent = self.run(ATTACH, silent=True)[0]
        start = time.perf_counter()
        comm = {"comm_id": os.urandom(8).hex(), "target_name": "jupyterlab_tfx", "data": {}}
        self._send("comm_open", comm)
        hello = {"id": 1, "kind": "hello", "protocol": 1, "client": "0"}
        self._send("comm_msg", {"comm_id": comm["comm_id"], "data": hello})
        self._execute("", silent=True)
        return spent + time.perf_counter() - start - empty

    def _send(self, kind: str, content: dict[str, Any]) -> None:
        self._client.shell_channel.send(self._client.session.msg(kind, content))

    def _execute(self, code: str, *, silent: bool) -> dict[str, float]:
        reply = self._client.execute_interactive(
            code,
            silent=silent,
            store_history=not silent,
            user_expressions={"times": TIMES},
            timeout=PATIENCE,
            output_hook=lambda _: None,
        )
        content = reply["content"]
        if content["status"] != "ok":
            raise RuntimeError("\n".join(content["traceback"]))
        ended, processor = ast.literal_eval(content["user_expressions"]["times"]["data"]["text/plain"])
        return {
            "started": parse_date(reply["metadata"]["started"]).timestamp(),
            "ended": ended,
            "processor": processor,
        }


def main() -> None:
    """Measure and print."""
    result: dict[str, list[float]] = {"attach": []}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for i in range(STARTS + 1):
            fresh = Kernel(Path(folder, f"fresh{i}"))
            fresh.run("")
            spent = fresh.attach()
            if i > 0:  # the first one compiles
                result["attach"].append(spent)
            fresh.stop()
        kernel = Kernel(Path(folder, "tfx"))
        try:
            kernel.run(SET_UP)
            for name, code, pairs in (("cached", CACHED, PAIRS_CACHED), ("real", REAL, PAIRS_REAL)):
                result.update(measure(kernel, name, code, pairs))
        finally:
            kernel.stop()
    print(json.dumps(result))


def measure(kernel: Kernel, name: str, code: str, pairs: int) -> dict[str, list[float]]:
    """Run a cell with the observer and without, in turns; which is first takes turns as well."""
    result: dict[str, list[float]] = {}
    for i in range(pairs + 1):
        for attached in (i % 2 == 0, i % 2 == 1):
            if attached:
                kernel.attach()
            kernel.run("pass")  # the first cell after attaching tells of all components
            seconds, processor = kernel.run(code)
            if attached:
                kernel.run(DETACH, silent=True)
            if i > 0:  # the first pair warms up
                which = "with" if attached else "without"
                result.setdefault(f"{name}_{which}", []).append(seconds)
                result.setdefault(f"{name}_{which}_processor", []).append(processor)
    return result


if __name__ == "__main__":
    main()
