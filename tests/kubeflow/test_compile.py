"""Both examples compile for Kubeflow Pipelines as a person does it, and its own SDK reads what comes out."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from jupyterlab_tfx.export.writing import write_files
from jupyterlab_tfx.kubeflow import RUNNER_FILE, SPEC_FILE

from ..export.cells import ROOT, export_file

#: The Python of the environment that `requirements/kfp.lock` makes.
KFP_PYTHON = ROOT / ".cache/kfp/env/bin/python"
#: Compiles, and then again with other choices: TFX is imported once.
TWICE = """
import sys
import kubeflow_runner
assert kubeflow_runner.main(sys.argv[1:]) == 0
print('-- again')
assert kubeflow_runner.main([*sys.argv[1:], '--diff']) == 0
print('-- other')
assert kubeflow_runner.main([*sys.argv[1:], '--label', 'team=other', '--diff']) == 1
"""
IMAGE = "registry.example.org/penguins:1"


@dataclass(frozen=True)
class Compiled:
    """What a compile has made, printed and noted."""

    job: Any
    said: str
    notes: str
    out: Path


def compiled(name: str, out: Path, *more: str) -> Compiled:
    """Export an example and compile it."""
    made = export_file(ROOT / f"examples/{name}.ipynb", out, None, targets=("kubeflow",))
    write_files(out, made.files)
    done = subprocess.run(
        [sys.executable, "-c", TWICE, "--image", IMAGE, "--pipeline-root", "gs://bucket/runs", *more],
        cwd=out,
        capture_output=True,
        text=True,
        check=False,
        timeout=500,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return Compiled(json.loads((out / SPEC_FILE).read_text("utf-8")), done.stdout, done.stderr, out)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Compiled, Compiled]:
    """Both examples, compiled side by side: most of it is the import of TFX."""
    choices = [
        *("--resources", "Trainer=cpu:4,memory:16,NVIDIA_TESLA_T4:1", "--resources", "CsvExampleGen=cpu:2"),
        *("--component-image", "Trainer=registry.example.org/gpu:1", "--label", "team=birds"),
    ]
    folders = [tmp_path_factory.mktemp(name) for name in ("penguins", "flights")]
    with ThreadPoolExecutor() as pool:
        one = pool.submit(compiled, "penguins", folders[0], *choices)
        other = pool.submit(compiled, "flights", folders[1])
        return one.result(), other.result()


@pytest.fixture
def penguins(both: tuple[Compiled, Compiled]) -> Compiled:
    """The penguins, with resources, an image of the Trainer's own and labels."""
    return both[0]


@pytest.fixture
def flights(both: tuple[Compiled, Compiled]) -> Compiled:
    """The flights: a tuner, a resolver, and a component and a type of the notebook's own."""
    return both[1]


def container(job: Any, component: str) -> Any:
    """Return what runs a component."""
    return job["pipelineSpec"]["deploymentSpec"]["executors"][f"{component}_executor"]["container"]


def test_images_resources_and_labels_are_in_the_job(penguins: Compiled) -> None:
    job = penguins.job
    assert container(job, "Transform")["image"] == IMAGE
    assert container(job, "Trainer")["image"] == "registry.example.org/gpu:1"
    assert container(job, "Trainer")["resources"] == {
        "cpuLimit": 4.0,
        "memoryLimit": 16.0,
        "accelerator": {"type": "NVIDIA_TESLA_T4", "count": "1"},
    }
    # TFX's runner forgets the resources of an ExampleGen that reads files.
    assert container(job, "CsvExampleGen")["resources"] == {"cpuLimit": 2.0}
    assert job["labels"]["team"] == "birds"
    assert job["runtimeConfig"]["gcsOutputDirectory"] == "gs://bucket/runs"


def test_runtime_parameters_have_their_defaults(penguins: Compiled) -> None:
    job, notes = penguins.job, penguins.notes
    parameters = job["pipelineSpec"]["root"]["inputDefinitions"]["parameters"]
    default = str(ROOT / "examples/data/penguins")
    assert parameters == {"example_gen_input_base": {"parameterType": "STRING", "defaultValue": default}}
    assert "note: The runtime parameter example_gen_input_base has a path of this machine" in notes
    assert "note: push_destination of Pusher is a path of this machine." in notes


def test_two_compiles_are_the_same_or_told_apart(penguins: Compiled) -> None:
    said = penguins.said
    again, other = said.partition("-- again\n")[2].split("-- other\n")
    assert again == ""
    changed = [line for line in other.splitlines() if line[0] in "+-"]
    assert changed == [
        "--- pipeline_spec.json",
        "+++ compiled now",
        '-  "team": "birds",',
        '+  "team": "other",',
    ]


def test_types_of_the_notebook_are_titled_by_what_imports_them(flights: Compiled) -> None:
    outputs = flights.job["pipelineSpec"]["components"]["DelayReporter"]["outputDefinitions"]
    schema = outputs["artifacts"]["report"]["artifactType"]["instanceSchema"]
    assert schema.splitlines()[:2] == ["title: components.DelayReport", "type: object"]
    assert "  flights:\n    type: integer\n" in schema


def test_the_sdk_of_kubeflow_pipelines_loads_both(penguins: Compiled, flights: Compiled) -> None:
    files = [str(out / SPEC_FILE) for out in (penguins.out, flights.out)]
    done = subprocess.run(
        [str(KFP_PYTHON), str(Path(__file__).with_name("load_spec.py")), *files],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    one, other = json.loads(done.stdout.splitlines()[-1])
    assert one["name"] == "penguins"
    assert one["tasks"] == sorted(penguins.job["pipelineSpec"]["root"]["dag"]["tasks"])
    assert other["name"] == "flights"
    assert {"DelayReporter", "Tuner", "LatestBlessedModel-model-resolver"} <= set(other["tasks"])


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--resources", "Trainer=4"), "write cpu:4,memory:16,NVIDIA_TESLA_T4:1"),
        (("--resources", "Trainer"), "write NAME=VALUE"),
        (("--label", "Team=Birds"), "labels have lower-case letters"),
    ],
)
def test_what_is_written_wrongly_is_said_before_tfx_is_imported(
    arguments: tuple[str, str], sentence: str
) -> None:
    runner = ROOT / "jupyterlab_tfx/kubeflow" / RUNNER_FILE
    done = subprocess.run(
        [sys.executable, str(runner), "--pipeline-root", "gs://b/r", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert sentence in done.stderr
