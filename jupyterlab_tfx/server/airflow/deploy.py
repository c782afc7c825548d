"""Puts an exported pipeline into Airflow's DAGs folder: compiled, with the file that Airflow reads."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import tempfile
from pathlib import Path

from ...airflow import DAG_FILE, dag_file
from ..tensorboard.interpreter import Interpreter

#: Seconds for the compiler, which imports TFX and packs user code into wheels.
TIMEOUT = 300.0
#: Python files beside the pipeline that components may import, at most.
MAX_FILES = 200


class DeployError(ValueError):
    """The pipeline cannot be deployed as it is. The text says why."""


async def deploy(folder: Path, dags: Path, interpreter: Interpreter) -> str:
    """Compile the ``pipeline.py`` of a folder into the DAGs folder; return the pipeline's name.

    What Airflow may be reading is replaced file by file, each whole or not at all, the DAG's own file last.

    Args:
        folder: An exported pipeline.
        dags: Airflow's DAGs folder.
        interpreter: The Python that has TFX, of a kernel; Airflow's tasks are told to use it.

    Raises:
        DeployError: the folder has no pipeline, or it does not compile.
    """
    module = folder / "pipeline.py"
    if not module.is_file():
        raise DeployError(f"{folder.name} has no pipeline.py: export the notebook's pipeline first.")
    if not dags.is_dir():
        raise DeployError("There is no DAGs folder where c.TfxExtension.airflow_dags says.")
    with tempfile.TemporaryDirectory(prefix="jupyterlab-tfx-") as scratch:
        ir = Path(scratch) / "pipeline.json"
        await _compile(interpreter, module, ir)
        name = str(json.loads(ir.read_text("utf-8"))["pipelineInfo"]["id"])
        target = dags / _file_name(name)
        target.mkdir(exist_ok=True)
        beside = sorted(path for path in folder.glob("*.py") if path.name != DAG_FILE)[:MAX_FILES]
        for path in (*beside, ir):
            _replace(target / path.name, path.read_bytes())
    _replace(target / DAG_FILE, _own_dag_file(folder, interpreter.path))
    # Airflow reads every Python file that speaks of a DAG; these need TFX.
    _replace(target / ".airflowignore", "\n".join(path.name for path in beside).encode())
    return name


async def _compile(interpreter: Interpreter, module: Path, ir: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        *(interpreter.path, "-m", "jupyterlab_tfx.node", "compile"),
        *("--module", str(module), "--out", str(ir)),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, **interpreter.environment},
        cwd=module.parent,
    )
    try:
        _, errors = await asyncio.wait_for(process.communicate(), TIMEOUT)
    except asyncio.TimeoutError:
        process.kill()
        await process.wait()
        raise DeployError(f"The pipeline did not compile within {TIMEOUT:.0f} seconds.") from None
    if process.returncode != 0:
        last = errors.decode(errors="replace").strip().splitlines()[-1:] or ["the compiler said nothing"]
        raise DeployError(f"The pipeline does not compile: {last[0][:500]}")


def _own_dag_file(folder: Path, python: str) -> bytes:
    """Return the folder's own file where a person has changed it, else a new one."""
    own = folder / DAG_FILE
    if own.is_file() and own.read_text("utf-8") != dag_file():
        return own.read_bytes()
    return dag_file(python).encode()


def _file_name(name: str) -> str:
    return (
        "".join(letter if letter.isalnum() or letter in "._-" else "_" for letter in name).lstrip(".") or "_"
    )


def _replace(target: Path, content: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".", delete=False) as file:
        file.write(content)
    os.chmod(file.name, 0o644)
    shutil.move(file.name, target)
