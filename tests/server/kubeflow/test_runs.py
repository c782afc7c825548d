"""The routes ``runs/kubeflow`` and ``runs/vertex``, with a stand-in that speaks the real REST of both."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jupyterlab_tfx.protocol import validate

from ..conftest import Ask
from .stand_in import ACCOUNT, StandIn

ROOT = "gs://my-bucket/pipelines"
BOTH = pytest.mark.parametrize("name", ["kubeflow", "vertex"])


@pytest.fixture(autouse=True)
def _machine(stand_in: StandIn, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine of Google Cloud: what google-auth asks there is the stand-in."""
    host = stand_in.url.removeprefix("http://")
    for name in ("GOOGLE_APPLICATION_CREDENTIALS", "GOOGLE_CLOUD_PROJECT", "CLOUD_ML_REGION", "NO_GCE_CHECK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CLOUDSDK_CONFIG", str(tmp_path))
    monkeypatch.setenv("GCE_METADATA_HOST", host)
    monkeypatch.setenv("GCE_METADATA_IP", host)
    # Read when it was first imported.
    monkeypatch.setattr("google.auth.compute_engine._metadata._GCE_METADATA_HOST", host)


@pytest.fixture
def connect(call: Ask, stand_in: StandIn, jp_serverapp: Any) -> Callable[[str], Any]:
    """Connect to one of both."""
    handlers = [
        rule.target_kwargs for rule in _rules(jp_serverapp.web_app) if "orchestrators" in rule.target_kwargs
    ]
    handlers[0]["orchestrators"]["vertex"].extension.vertex_endpoint = stand_in.url

    async def connect(name: str, **instead: str) -> tuple[int, Any]:
        kubeflow = {"url": stand_in.url, "token": "good", "namespace": ""}
        vertex = {"project": "my-project", "region": "europe-west4", "account": ""}
        return await call(name, {"values": {**(kubeflow if name == "kubeflow" else vertex), **instead}})

    return connect


def _rules(application: Any) -> list[Any]:
    found = []
    for rule in application.default_router.rules:
        found += getattr(rule.target, "rules", [])
    return [rule for rule in found if isinstance(getattr(rule, "target_kwargs", None), dict)]


def deploying(folder: str, **more: str) -> dict[str, Any]:
    """Return a RunsDeploy."""
    return {"folder": folder, "kernel": None, "values": {"root": ROOT, **more}}


def action(name: str, **more: Any) -> dict[str, Any]:
    """Return a RunsAction."""
    return {"action": name, "pipeline": "penguins", "run": None, "task": None, "parameters": {}, **more}


def states(watch: Any) -> dict[str, str]:
    """Return the states of tasks."""
    return {task["id"]: task["state"] for task in watch["tasks"]}


async def begin(name: str, call: Ask, folder: str, **parameters: Any) -> str:
    """Compile and start a run; return its id."""
    code, done = await call(f"{name}/deploy", deploying(folder))
    assert code == 200, done
    code, done = await call(f"{name}/action", action("trigger", parameters=parameters))
    assert code == 200, done
    validate("RunsDone", done)
    return str(done["run"])


@BOTH
async def test_nobody_is_connected(name: str, call: Ask) -> None:
    code, state = await call(name)
    validate("RunsState", state)
    assert (code, state["state"], state["message"], state["pipelines"]) == (200, "off", "", [])
    code, refused = await call(f"{name}/watch", pipeline="penguins")
    assert code == 403
    assert refused["message"].endswith("connect first.")
    assert (await call("nobody"))[0] == 400


@BOTH
async def test_from_compiling_to_the_end(
    name: str, call: Ask, connect: Any, exported: str, stand_in: StandIn
) -> None:
    code, state = await connect(name)
    assert (code, state["state"]) == (200, "connected"), state
    validate("RunsState", state)
    code, done = await call(f"{name}/deploy", deploying(exported, labels="team=birds"))
    assert code == 200, done
    assert done["pipeline"] == "penguins"
    assert done["changes"].splitlines()[-2:] == ["-old", "+new"]
    assert "push_destination of Pusher is a path of this machine." in done["notes"]
    resolver = "Kubeflow Pipelines does not run Latest: only Vertex AI Pipelines looks for earlier artifacts."
    assert (resolver in done["notes"]) is (name == "kubeflow")

    _, watch = await call(f"{name}/watch", pipeline="penguins")
    validate("RunsWatch", watch)
    assert (watch["runs"], watch["tasks"]) == ([], [])
    assert watch["parameters"] == [
        {"name": "data", "kind": "string", "value": "gs://bucket/data"},
        {"name": "steps", "kind": "integer", "value": "300.0"},
    ]
    _, done = await call(f"{name}/action", action("trigger", parameters={"steps": 5, "data": None}))
    of = {"pipeline": "penguins", "run": done["run"]}
    _, watch = await call(f"{name}/watch", **of)
    assert states(watch) == {"Gen": "none", "Latest": "none", "Trainer": "none", "Pusher": "none"}
    assert json.loads(watch["runs"][0]["parameters"]) == {"steps": 5}
    (sent,) = (run.body for run in stand_in.runs.values())
    if name == "vertex":
        assert sent["labels"] == {"team": "birds"}
        assert sent["runtimeConfig"] == {"gcsOutputDirectory": ROOT, "parameterValues": {"steps": 5}}
    else:
        assert sent["runtime_config"] == {"pipeline_root": ROOT, "parameters": {"steps": 5}}

    stand_in.step()
    await asyncio.sleep(1)
    _, watch = await call(f"{name}/watch", **of)
    assert states(watch) == {"Gen": "running", "Latest": "running", "Trainer": "none", "Pusher": "none"}
    for _ in range(4):
        stand_in.step()
    await asyncio.sleep(1)
    _, watch = await call(f"{name}/watch", **of)
    validate("RunsWatch", watch)
    assert set(states(watch).values()) == {"success"}
    (run,) = watch["runs"]
    assert (run["state"], run["endedAt"] - run["startedAt"] > 0) == ("success", True)
    assert run["id"] in run["url"]
    _, made = await call(f"{name}/artifacts", **of, task="Trainer")
    validate("RunsArtifacts", made)
    if name == "vertex":
        (model,) = made["artifacts"]
        assert (model["key"], model["type"], model["uri"].startswith(ROOT)) == ("model", "Model", True)
    text = json.dumps([state, watch, stand_in.asked, done])
    assert "good" not in text


@BOTH
async def test_a_task_fails(name: str, call: Ask, connect: Any, exported: str, stand_in: StandIn) -> None:
    await connect(name)
    run = await begin(name, call, exported)
    stand_in.failing = "Trainer"
    for _ in range(4):
        stand_in.step()
    _, watch = await call(f"{name}/watch", pipeline="penguins", run=run)
    assert states(watch) == {"Gen": "success", "Latest": "success", "Trainer": "failed", "Pusher": "none"}
    (trainer,) = (task for task in watch["tasks"] if task["id"] == "Trainer")
    assert "exited with" in trainer["message"]
    assert watch["runs"][0]["state"] == "failed"


@BOTH
async def test_a_run_is_stopped_and_begun_again_from_itself(
    name: str, call: Ask, connect: Any, exported: str, stand_in: StandIn
) -> None:
    await connect(name)
    run = await begin(name, call, exported)
    code, _ = await call(f"{name}/action", action("stop", run=run))
    assert code == 200
    _, watch = await call(f"{name}/watch", pipeline="penguins", run=run)
    assert watch["runs"][0]["state"] == "stopped"
    # A server that has compiled nothing begins what ran last.
    await call(name, method="DELETE")
    await connect(name)
    _, state = await call(name)
    assert [one["id"] for one in state["pipelines"]] == ["penguins"]
    code, done = await call(f"{name}/action", action("trigger"))
    assert (code, done["run"] != run) == (200, True)
    assert len(stand_in.runs) == 2


@BOTH
async def test_what_does_not_compile(name: str, call: Ask, connect: Any, exported: str) -> None:
    await connect(name)
    code, refused = await call(f"{name}/deploy", deploying(exported, image="no image"))
    assert (code, refused["message"]) == (400, "The pipeline does not compile: ValueError: no such image")
    code, refused = await call(f"{name}/deploy", {**deploying(exported), "values": {}})
    assert (code, refused["message"]) == (400, "Give the pipeline root, such as gs://bucket/folder.")
    code, refused = await call(f"{name}/deploy", deploying("."))
    assert (code, "export the pipeline" in refused["message"]) == (400, True)
    code, refused = await call(f"{name}/action", action("trigger", pipeline="other"))
    assert (code, "compile it first" in refused["message"]) == (422, True)


@BOTH
async def test_faults(name: str, call: Ask, connect: Any, exported: str, stand_in: StandIn) -> None:
    title = {"kubeflow": "Kubeflow Pipelines", "vertex": "Vertex AI"}[name]
    await connect(name)
    run = await begin(name, call, exported)
    stand_in.faults = [500]
    code, refused = await call(f"{name}/watch", pipeline="penguins", run=run)
    assert (code, refused["message"]) == (422, f"{title} refused: No luck.")

    # Too many requests: nobody is asked until the pause is over.
    stand_in.faults = [429]
    code, refused = await call(f"{name}/watch", pipeline="penguins", run=run)
    assert (code, refused["message"]) == (503, f"{title} has had too many requests, and wants a pause.")
    asked = len(stand_in.asked)
    _, state = await call(name)
    assert (state["state"], "wants a pause" in state["message"]) == ("away", True)
    assert len(stand_in.asked) == asked
    await until(call, name, "connected")

    # Gone, and back.
    stand_in.faults = [503] * 2
    await until(call, name, "away")
    await until(call, name, "connected")
    _, watch = await call(f"{name}/watch", pipeline="penguins", run=run)
    assert watch["run"] == run


async def until(call: Ask, name: str, wanted: str) -> None:
    """Ask until the connection is so."""
    while (await call(name))[1]["state"] != wanted:
        await asyncio.sleep(0.2)


@BOTH
async def test_a_token_that_has_expired(
    name: str, call: Ask, connect: Any, exported: str, stand_in: StandIn
) -> None:
    await connect(name)
    run = await begin(name, call, exported)
    stand_in.token = "newer"
    code, answer = await call(f"{name}/watch", pipeline="penguins", run=run)
    assert code == 403
    assert "connect again" in answer["message"]
    if name == "vertex":
        # The machine gives a new one, which is fetched by itself.
        stand_in.given_token = "newer"
        code, answer = await call(f"{name}/watch", pipeline="penguins", run=run)
        assert (code, answer["run"]) == (200, run)


async def test_a_machine_of_google_cloud_knows_where_it_is(call: Ask, connect: Any) -> None:
    _, state = await call("vertex")
    assert state["values"] == {
        "project": "my-project",
        "region": "europe-west4",
        "root": "gs://my-bucket/pipelines",
    }
    _, state = await connect("vertex", project="")
    assert (state["state"], state["url"], state["user"]) == ("connected", "my-project/europe-west4", ACCOUNT)


async def test_what_is_given_wrongly(call: Ask, connect: Any, stand_in: StandIn) -> None:
    code, refused = await connect("kubeflow", token="")
    assert (code, refused["message"]) == (403, "Kubeflow Pipelines wants a token: connect with one.")
    code, refused = await connect("kubeflow", url="file:///etc/passwd")
    assert code == 400
    code, refused = await connect("kubeflow", url="http://127.0.0.1:1")
    assert (code, refused["message"]) == (503, "Kubeflow Pipelines does not answer at http://127.0.0.1:1.")
    code, refused = await connect("vertex", region="Mars")
    assert (code, refused["message"]) == (400, "Give the region, such as europe-west4.")
    code, refused = await connect("vertex", project="my/project")
    assert code == 400
