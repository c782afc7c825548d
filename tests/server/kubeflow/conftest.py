"""The stand-in, compiled pipelines, and the routes."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ..conftest import Ask, routes_below
from .stand_in import StandIn, listen

#: Stands in for ``kubeflow_runner.py``, which needs TFX: `tests/kubeflow` compiles with the real one.
RUNNER = """
import json, sys
options = dict(argument.lstrip("-").split("=", 1) for argument in sys.argv[1:] if "=" in argument)
assert sys.argv[-2:] == ["--diff", "--write"]
if "image" in options and " " in options["image"]:
    sys.exit("ValueError: no such image")
job = json.load(open("job.json"))
job["runtimeConfig"]["gcsOutputDirectory"] = options["pipeline-root"]
if "label" in options:
    name, value = options["label"].split("=")
    job["labels"] = {name: value}
json.dump(job, open(options["output"], "w"))
print("--- pipeline_spec.json\\n+++ compiled now\\n-old\\n+new")
print("note: push_destination of Pusher is a path of this machine.", file=sys.stderr)
"""


def job() -> Any:
    """Return a PipelineJob as TFX compiles it, of four tasks, two of which are one resolver."""
    schema = {"artifactType": {"instanceSchema": "title: tfx.Model\ntype: object\n"}}
    before = {
        "Gen": [],
        "Latest-model-blessing-resolver": [],
        "Latest-model-resolver": ["Latest-model-blessing-resolver"],
        "Trainer": ["Gen"],
        "Pusher": ["Trainer", "Latest-model-resolver"],
    }
    names = {name: {"executorLabel": f"{name}_executor"} for name in before}
    return {
        "displayName": "penguins",
        "labels": {"tfx_runner": "kubeflow_v2"},
        "runtimeConfig": {"gcsOutputDirectory": ""},
        "pipelineSpec": {
            "pipelineInfo": {"name": "penguins"},
            "schemaVersion": "2.1.0",
            "sdkVersion": "tfx-1.16.0",
            "components": {
                name: {**label, "outputDefinitions": {"artifacts": {"model": schema}}}
                for name, label in names.items()
            },
            "deploymentSpec": {
                "executors": {
                    f"{name}_executor": {"resolver": {}}
                    if "resolver" in name
                    else {"container": {"image": "i"}}
                    for name in names
                }
            },
            "root": {
                "dag": {
                    "tasks": {
                        name: {
                            "taskInfo": {"name": name},
                            "componentRef": {"name": name},
                            **({"dependentTasks": those} if those else {}),
                        }
                        for name, those in before.items()
                    }
                },
                "inputDefinitions": {
                    "parameters": {
                        "steps": {"parameterType": "NUMBER_INTEGER", "defaultValue": 300.0},
                        "data": {"parameterType": "STRING", "defaultValue": "gs://bucket/data"},
                    }
                },
            },
        },
    }


@pytest.fixture
def exported(tmp_path: Path, jp_root_dir: Path) -> str:
    """The folder of an exported pipeline, as the routes name it."""
    folder = jp_root_dir / "penguins-pipeline"
    folder.mkdir()
    (folder / "kubeflow_runner.py").write_text(RUNNER)
    (folder / "job.json").write_text(json.dumps(job()))
    return folder.name


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    """Both orchestrators, in a thread."""
    known, loop, listening = StandIn(), asyncio.new_event_loop(), threading.Event()

    async def start() -> None:
        listen(known)
        listening.set()

    def serve() -> None:
        asyncio.set_event_loop(loop)
        loop.create_task(start())
        loop.run_forever()

    thread = threading.Thread(target=serve)
    thread.start()
    assert listening.wait(30)
    yield known
    loop.call_soon_threadsafe(loop.stop)
    thread.join()


@pytest.fixture
def call(ask: Ask) -> Ask:
    """Ask a route about an orchestrator."""
    return routes_below(ask, "runs")
