"""The stand-in speaks as the real ones do: clients and messages that Kubeflow and Google publish read it."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from ...kubeflow.test_compile import KFP_PYTHON
from .conftest import job
from .stand_in import StandIn


async def test_the_client_of_kubeflow_pipelines(stand_in: StandIn, tmp_path: Path) -> None:
    spec = tmp_path / "job.json"
    spec.write_text(json.dumps(job()))
    script = Path(__file__).with_name("published_kubeflow.py")
    process = await asyncio.create_subprocess_exec(
        *(str(KFP_PYTHON), str(script), stand_in.url, str(spec), "good"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    output, errors = await process.communicate()
    assert process.returncode == 0, errors.decode()[-4000:]
    said = json.loads(output.decode().splitlines()[-1])
    (run,) = stand_in.runs
    assert said == {
        "listed": [run],
        "run": run,
        "state": "RUNNING",
        "tasks": ["root"],
        "created": 2026,
        "ended": "CANCELED",
    }
    assert stand_in.runs[run].body["runtime_config"] == {
        "parameters": {"steps": 5},
        "pipeline_root": "gs://b",
    }


def ask(known: StandIn, path: str, body: Any = None) -> Any:
    """Ask as the server does."""
    data = None if body is None else json.dumps(body).encode()
    headers = {"Authorization": f"Bearer {known.token}", "Content-Type": "application/json"}
    with urlopen(Request(f"{known.url}{path}", data, headers)) as response:
        return json.load(response)


def test_the_messages_of_vertex_ai(stand_in: StandIn) -> None:
    """Google's messages refuse fields that they do not have."""
    from google.cloud.aiplatform_v1.types import ListPipelineJobsResponse, PipelineJob

    jobs = "/v1/projects/my-project/locations/europe-west4/pipelineJobs"
    sent = {
        "displayName": "penguins",
        "pipelineSpec": job()["pipelineSpec"],
        "labels": {"team": "birds"},
        "runtimeConfig": {"gcsOutputDirectory": "gs://b", "parameterValues": {"steps": 5}},
    }
    PipelineJob.from_json(json.dumps(sent))
    PipelineJob.from_json(json.dumps(ask(stand_in, f"{jobs}?pipelineJobId=penguins-1", sent)))
    stand_in.failing = "Trainer"
    for _ in range(5):
        stand_in.step()
    listed = ListPipelineJobsResponse.from_json(json.dumps(ask(stand_in, f"{jobs}?pageSize=5")))
    assert [one.name.rpartition("/")[2] for one in listed.pipeline_jobs] == ["penguins-1"]
    found = PipelineJob.from_json(json.dumps(ask(stand_in, f"{jobs}/penguins-1")))
    assert found.state.name == "PIPELINE_STATE_FAILED"
    states = {task.task_name: task.state.name for task in found.job_detail.task_details}
    assert (states["Gen"], states["Trainer"]) == ("SUCCEEDED", "FAILED")
    (gen,) = (task for task in found.job_detail.task_details if task.task_name == "Gen")
    assert gen.outputs["model"].artifacts[0].schema_title == "tfx.Model"
