"""How far a run is: Beam's stages and elements, and training's epochs. Patches nothing."""

from __future__ import annotations

import contextlib
import math
import os
import struct
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..beam import given_runner
from ..beam.arguments import NO_WORKERS_ELSEWHERE
from ..protocol import Record
from .beam_runners import Decision
from .recorder import Recorder

#: Seconds between two events of one run, at least.
INTERVAL = 0.25
#: Seconds between two looks at a training's event files.
LOOK = 1.0
_RUNNER = "--runner=jupyterlab_tfx.kernel.beam_progress.ProgressRunner"

_following: list[Progress] = []


def beam_stage(name: str, done: int, total: int, elements: int) -> None:
    """Take a word from the Beam runner: a stage begins; elements are those read so far."""
    if _following:
        _following[-1].update(phase=name, done=done, total=total, unit="stages", elements=elements)


class Progress:
    """Progress of one run, told at most four times a second."""

    def __init__(self, run: Record, recorder: Recorder) -> None:
        self.outputs: dict[str, Any] = {}
        self._run = run
        self._recorder = recorder
        self._told = 0.0
        self._ended = threading.Event()

    def beam_arguments(self, decision: Decision) -> list[str] | None:
        """Return the run's Beam arguments, with a runner that counts where they name none.

        The runner is Beam's own in-process one (FnApiRunner). Beam arguments are not part of TFX's cache key.
        """
        arguments = list(decision.arguments or [])
        by_cell = decision.origin in ("cell", "context")
        if given_runner(arguments) is not None or (by_cell and any("--direct_" in a for a in arguments)):
            # None where TFX finds them itself: a list would be no other.
            return None if decision.origin == "context" else arguments
        # TFX packs its whole installation for workers elsewhere wherever Beam has arguments, unless they
        # name an image (tfx/utils/dependency_utils.py): this runner has no workers elsewhere.
        named = any("image" in a or "package" in a or "_file" in a for a in arguments)
        return [*arguments, _RUNNER, *([] if by_cell or named else [NO_WORKERS_ELSEWHERE])]

    def update(self, **fields: Any) -> None:
        """Set the progress; an event goes out unless one just did."""
        nothing: Record = dict.fromkeys(("done", "total", "unit", "elements"))
        self._run["progress"] = {"phase": "", "metrics": {}, **nothing, **fields}
        if time.monotonic() - self._told >= INTERVAL and not self._ended.is_set():
            self._told = time.monotonic()
            self._recorder.run_event(dict(self._run))

    @contextlib.contextmanager
    def following(self, component: Any) -> Iterator[None]:
        """Follow a run while it goes on."""
        thread = None
        _following.append(self)
        if type(component).__name__ in ("Trainer", "Tuner"):
            thread = threading.Thread(target=self._follow_training, name="tfx-progress", daemon=True)
            thread.start()
        try:
            yield
        finally:
            self._ended.set()
            _following.remove(self)
            if thread is not None:
                thread.join(timeout=2)

    def _follow_training(self) -> None:
        reader = EventFiles()
        while not self._ended.wait(LOOK):
            runs = self.outputs.get("model_run") or []
            if runs and "tensorflow" in sys.modules:
                with contextlib.suppress(Exception):
                    if reader.read(runs[0].uri):
                        self.update(
                            phase="training",
                            done=reader.epochs,
                            unit="epochs",
                            metrics=dict(reader.metrics),
                        )


class EventFiles:
    """Reads what is new in TensorBoard's event files: epochs and the newest value of each metric.

    Records are TFRecord (length, checksum, data, checksum); a half-written last one waits for the next look.
    """

    def __init__(self) -> None:
        self.epochs = 0
        self.metrics: dict[str, float] = {}
        self._offsets: dict[str, int] = {}

    def read(self, folder: str) -> bool:
        """Read on; True where there was something new."""
        found = False
        for base, _, names in os.walk(folder):
            for name in names:
                if "tfevents" in name:
                    found = self._read_file(os.path.join(base, name), os.path.basename(base)) or found
        return found

    def _read_file(self, path: str, part: str) -> bool:
        offset = self._offsets.get(path, 0)
        with Path(path).open("rb") as file:
            file.seek(offset)
            data = file.read()
        at = 0
        found = False
        while at + 12 <= len(data):
            (length,) = struct.unpack_from("<Q", data, at)
            if at + 16 + length > len(data):
                break
            found = self._read_event(data[at + 12 : at + 12 + length], part) or found
            at += 16 + length
        self._offsets[path] = offset + at
        return found

    def _read_event(self, data: bytes, part: str) -> bool:
        from tensorflow.core.util import event_pb2

        event = event_pb2.Event.FromString(data)
        found = False
        for value in event.summary.value:
            if value.tag.startswith("epoch_"):
                tensor = value.tensor
                number = tensor.float_val[0] if tensor.float_val else None
                if number is None and len(tensor.tensor_content) >= 4:  # noqa: PLR2004 - bytes of a float
                    (number,) = struct.unpack("<f", tensor.tensor_content[:4])
                name = value.tag[len("epoch_") :]
                key = f"val_{name}" if part == "validation" else name
                if number is not None and math.isfinite(number):
                    self.metrics[key] = float(number)
                self.epochs = max(self.epochs, int(event.step) + 1)
                found = True
        return found
