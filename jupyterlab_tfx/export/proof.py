"""Asks the Python that has TFX what an exported pipeline is."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

#: What stands before the answer on standard output, which TFX and TensorFlow write to as well.
PROOF_MARK = "jupyterlab-tfx: "


def prove(python: str, folder: Path, notebook: Path | None, context: str | None) -> dict[str, Any]:
    """Compile the exported pipeline, and what the notebook declares, in a process of their own.

    Returns:
        What :mod:`jupyterlab_tfx.kernel.prove` prints: ``exported``, ``declared``, ``failures`` or ``error``.
    """
    command = [python, "-m", "jupyterlab_tfx.kernel.prove", str(folder)]
    if notebook is not None:
        command += ["--notebook", str(notebook)]
        command += ["--context", context] if context is not None else []
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - the chosen Python
    return read_answer(done.stdout, done.stderr, done.returncode)


def read_answer(output: str, errors: str, code: int) -> dict[str, Any]:
    """Return the answer of such a process from what it wrote, or ``error`` where it wrote none."""
    for line in reversed(output.splitlines()):
        if line.startswith(PROOF_MARK):
            answer: dict[str, Any] = json.loads(line.removeprefix(PROOF_MARK))
            return answer
    last = errors.strip().splitlines()[-1:] or [f"it ended with code {code}"]
    return {"error": last[0]}
