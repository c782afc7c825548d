"""A compiled pipeline: kept until it is submitted, and what can be read in it."""

from __future__ import annotations

import asyncio
import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ...kubeflow import RUNNER_FILE, SPEC_FILE
from ..runs.orchestrator import Deployed
from ..tensorboard.interpreter import Interpreter

Record = dict[str, Any]

#: Seconds for the compiler, which imports TFX and packs module files into wheels.
TIMEOUT = 300.0
#: Characters of a difference that is shown, at most.
MAX_CHANGES = 100_000

# The kinds of runtime parameters → the protocol's. What is not named is a text.
_KINDS = {"NUMBER_INTEGER": "integer", "NUMBER_DOUBLE": "number"}
# TFX makes two tasks of one resolver.
_BLESSING, _RESOLVER = "-model-blessing-resolver", "-model-resolver"
# Of a resolver's two tasks the state that tells more comes first.
_TELLING = ("failed", "stopped", "running", "queued", "none", "skipped", "success", "cached")


class CompileError(ValueError):
    """The pipeline does not compile as it is. The text says why."""


@dataclass(frozen=True)
class Compiled:
    """A PipelineJob that ``kubeflow_runner.py`` has written."""

    job: Record

    @property
    def name(self) -> str:
        """The pipeline's."""
        return pipeline_name(self.job["pipelineSpec"]) or ""

    @property
    def root(self) -> str:
        """Where artifacts go."""
        return str((self.job.get("runtimeConfig") or {}).get("gcsOutputDirectory") or "")


async def compile_folder(
    folder: Path, interpreter: Interpreter, values: dict[str, str]
) -> tuple[Compiled, Deployed]:
    """Compile an exported pipeline as its ``kubeflow_runner.py`` does from a terminal.

    Args:
        folder: The exported files; the specification is written there.
        interpreter: The Python that has TFX.
        values: ``root``; ``image``, and lines of ``images``, ``resources`` and ``labels``, where wanted.

    Raises:
        CompileError: the folder has no such file, or it does not compile.
    """
    if not (folder / RUNNER_FILE).is_file():
        raise CompileError(
            f"{folder.name} has no {RUNNER_FILE}: export the pipeline for Kubeflow Pipelines first."
        )
    if not values.get("root"):
        raise CompileError("Give the pipeline root, such as gs://bucket/folder.")
    arguments = [f"--pipeline-root={values['root']}", f"--output={SPEC_FILE}"]
    if values.get("image"):
        arguments.append(f"--image={values['image']}")
    for field, option in (("images", "component-image"), ("resources", "resources"), ("labels", "label")):
        lines = (line.strip() for line in values.get(field, "").splitlines())
        arguments += [f"--{option}={line}" for line in lines if line]
    code, changes, errors = await _run(folder, interpreter, [*arguments, "--diff", "--write"])
    if code != 0:
        last = errors.strip().splitlines()[-1:] or ["the compiler said nothing"]
        raise CompileError(f"The pipeline does not compile: {last[0][:500]}")
    compiled = Compiled(json.loads((folder / SPEC_FILE).read_text("utf-8")))
    notes = [line.removeprefix("note: ") for line in errors.splitlines() if line.startswith("note: ")]
    return compiled, Deployed(compiled.name, notes, changes[:MAX_CHANGES])


async def _run(folder: Path, interpreter: Interpreter, arguments: list[str]) -> tuple[int, str, str]:
    process = await asyncio.create_subprocess_exec(
        *(interpreter.path, RUNNER_FILE, *arguments),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, **interpreter.environment},
        cwd=folder,
    )
    try:
        output, errors = await asyncio.wait_for(process.communicate(), TIMEOUT)
    except asyncio.TimeoutError:
        process.kill()
        await process.wait()
        raise CompileError(f"The pipeline did not compile within {TIMEOUT:.0f} seconds.") from None
    return process.returncode or 0, output.decode(errors="replace"), errors.decode(errors="replace")


def pipeline_name(spec: Record) -> str | None:
    """Return the name in a specification; None where it is none."""
    name = (spec.get("pipelineInfo") or {}).get("name")
    return name if isinstance(name, str) and name else None


def pipeline(name: str, url: str) -> Record:
    """Return a RunsPipeline."""
    return {"id": name, "description": "", "paused": False, "file": "", "broken": False, "url": url}


def parameters(spec: Record) -> list[Record]:
    """Return the RunsParameters of a specification."""
    found = []
    inputs = ((spec.get("root") or {}).get("inputDefinitions") or {}).get("parameters") or {}
    for name, definition in sorted(inputs.items()):
        value = definition.get("defaultValue")
        found.append(
            {
                "name": name,
                "kind": _KINDS.get(str(definition.get("parameterType")), "string"),
                "value": None if value is None else value if isinstance(value, str) else json.dumps(value),
            }
        )
    return found


def given(values: Record) -> Record:
    """Return runtime parameters without those that were emptied, which keep their defaults."""
    return {name: value for name, value in values.items() if value is not None}


def resolvers(spec: Record) -> list[str]:
    """Return the tasks that look for artifacts of earlier runs, which only Vertex AI Pipelines does."""
    executors = (spec.get("deploymentSpec") or {}).get("executors") or {}
    found = (label.removesuffix("_executor") for label, one in executors.items() if "resolver" in one)
    return sorted({_node(task) for task in found})


def tasks(spec: Record, found: list[Record]) -> list[Record]:
    """Return the PipelineTasks of a run: one for each node, those that have not begun among them.

    Args:
        spec: The run's specification.
        found: PipelineTasks as the orchestrator tells them, by the names of the specification's tasks.
    """
    by_name = {task["id"]: task for task in found}
    by_node: dict[str, list[Record]] = {}
    for name in _ordered(((spec.get("root") or {}).get("dag") or {}).get("tasks") or {}):
        node = _node(name)
        by_node.setdefault(node, []).append(by_name.get(name) or not_begun(name))
    return [
        {**min(those, key=lambda task: _TELLING.index(task["state"])), "id": node}
        for node, those in by_node.items()
    ]


def not_begun(name: str) -> Record:
    """Return the PipelineTask of one that waits."""
    return {
        "id": name,
        "state": "none",
        "message": "",
        "tries": 0,
        "maxTries": 1,
        "startedAt": None,
        "endedAt": None,
        "url": "",
    }


def milliseconds(text: object) -> float | None:
    """Return a time as milliseconds since the epoch; None where there is none."""
    if not isinstance(text, str) or not text:
        return None
    whole, _, rest = text.partition(".")
    # Times have up to nine decimals, Python's up to six.
    fraction = rest.rstrip("Z")[:6]
    moment = datetime.fromisoformat(
        f"{whole.rstrip('Z')}{'.' + fraction.ljust(6, '0') if fraction else ''}+00:00"
    )
    # The zero time of Go stands for none.
    return moment.timestamp() * 1000 if moment.year > 1970 else None  # noqa: PLR2004


def _node(task: str) -> str:
    return task.removesuffix(_BLESSING).removesuffix(_RESOLVER)


def _ordered(found: Record) -> list[str]:
    """Return the names of tasks, each after those that it depends on."""
    done: dict[str, None] = {}
    waiting = sorted(found)
    while waiting:
        ready = [
            name
            for name in waiting
            if all(
                before in done or before not in found for before in found[name].get("dependentTasks") or []
            )
        ]
        done.update(dict.fromkeys(ready or waiting))
        waiting = [name for name in waiting if name not in done]
    return list(done)
