"""The file that Airflow reads: in a real Airflow, over real compiled pipelines."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from jupyterlab_tfx.airflow import DAG_FILE, dag_file

from ..node.node_command import Small


def read(python: Path, folder: Path) -> dict[str, Any]:
    """Return what Airflow finds in a folder."""
    done = subprocess.run(
        [str(python), str(Path(__file__).parent / "read_dag.py"), str(folder / DAG_FILE)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "AIRFLOW_HOME": str(folder / "home")},
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.fixture
def deployed(small: Small) -> Path:
    """The small pipeline with the file beside it."""
    (small.folder / DAG_FILE).write_text(dag_file("/opt/t'f\"x/python"))
    return small.folder


def test_a_task_for_each_node(airflow_python: Path, deployed: Path) -> None:
    found = read(airflow_python, deployed)
    assert found["id"] == "small"
    assert found["heavy"] == []
    tasks = found["tasks"]
    assert set(tasks) == {"Make", "Judge", "Wait", "Push", "Announce", *(f"Count{n}" for n in range(16))}
    assert found["serialized"] == sorted(tasks)
    assert tasks["Make"]["upstream"] == []
    assert tasks["Judge"]["upstream"] == ["Make"]
    assert tasks["Push"]["upstream"] == ["Judge", "Make"]
    assert {task["rule"] for task in tasks.values()} == {"none_failed"}
    assert tasks["Make"]["environment"]["TFX_PYTHON"] == "/opt/t'f\"x/python"
    assert tasks["Make"]["environment"]["TFX_IR"] == str(deployed / "pipeline.json")


def test_runtime_parameters_are_params(airflow_python: Path, deployed: Path) -> None:
    found = read(airflow_python, deployed)
    assert found["params"] == {"text": ["null", "string"], "pipeline-root": ["null", "string"]}
    assert found["defaults"] == {"text": "a", "pipeline-root": str(deployed / "root")}


def test_nodes_of_tfx_are_grouped_by_phase(airflow_python: Path, tmp_path: Path) -> None:
    """A part of TFX's representation of a pipeline, with ids that Airflow does not take."""
    types = {"Csv Gen": "CsvExampleGen", "Trainer": "Trainer", "Pusher": "Pusher", "Mine": "Mine"}
    pipeline = {
        "pipelineInfo": {"id": "my pipeline"},
        "nodes": [
            {"pipelineNode": {"nodeInfo": {"id": id_, "type": {"name": f"tfx.components.{kind}"}}}}
            for id_, kind in types.items()
        ],
    }
    pipeline["nodes"][1]["pipelineNode"]["upstreamNodes"] = ["Csv Gen"]
    pipeline["nodes"][2]["pipelineNode"]["executionOptions"] = {"strategy": "ALL_UPSTREAM_NODES_COMPLETED"}
    (tmp_path / "pipeline.json").write_text(json.dumps(pipeline))
    (tmp_path / DAG_FILE).write_text(dag_file())
    found = read(airflow_python, tmp_path)
    assert found["id"] == "my_pipeline"
    groups = {name: task["group"] for name, task in found["tasks"].items()}
    assert groups == {"Csv_Gen": "data", "Trainer": "training", "Pusher": "deployment", "Mine": None}
    assert found["tasks"]["Trainer"]["upstream"] == ["Csv_Gen"]
    assert found["tasks"]["Pusher"]["rule"] == "all_done"


@pytest.mark.parametrize("there", [False, True])
def test_says_what_a_worker_lacks(there: bool, tmp_path: Path) -> None:
    """The command of a task, in a shell: where there is no Python, and where it has no TFX."""
    python = tmp_path / "python"
    if there:
        python.write_text("#!/bin/sh\nexit 1\n")
        python.chmod(0o755)
    command = dag_file().split('COMMAND = """')[1].split('"""')[0]
    done = subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": os.environ["PATH"], "TFX_PYTHON": str(python), "TFX_DAG": "/dags/airflow_dag.py"},
    )
    assert done.returncode == 2
    said = f"{python} -m pip install tfx jupyterlab-tfx" if there else f"There is no Python at {python}"
    assert said in done.stdout
