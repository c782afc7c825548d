"""The routes ``airflow``, with a real Airflow 3."""

from __future__ import annotations

import asyncio
import json

import pytest

from jupyterlab_tfx.protocol import validate

from ..conftest import Ask
from .asking import action, connect, run_state, states, trigger, until, watching
from .conftest import Airflow

pytestmark = pytest.mark.timeout(900)


async def test_nobody_is_connected(call: Ask) -> None:
    code, state = await call("")
    validate("RunsState", state)
    assert (code, state["state"], state["message"]) == (200, "off", "")
    code, refused = await call("watch", pipeline="small")
    assert (code, refused["message"]) == (403, "The server is not connected to Airflow: connect first.")


async def test_connects_and_forgets(airflow: Airflow, call: Ask) -> None:
    code, refused = await call("", airflow.connect(password="wrong"))
    assert (code, refused["message"]) == (403, "Airflow does not take this user and password.")
    code, refused = await call("", airflow.connect(url="http://127.0.0.1:1"))
    assert (code, refused["message"]) == (503, "Airflow does not answer at http://127.0.0.1:1.")
    code, refused = await call("", airflow.connect(url="file:///etc/passwd"))
    assert code == 400

    code, state = await call("", airflow.connect())
    validate("RunsState", state)
    assert (code, state["state"], state["url"], state["user"]) == (200, "connected", airflow.url, "admin")
    assert state["version"].startswith("3.")
    assert airflow.password not in json.dumps(state)
    _, state = await call("", method="DELETE")
    assert state["state"] == "off"


async def test_what_is_there(call: Ask, airflow: Airflow) -> None:
    await connect(airflow, call)
    _, found = await call("watch", pipeline="small")
    validate("RunsWatch", found)
    assert found["parameters"] == [
        {"name": "text", "kind": "string", "value": "a"},
    ]
    assert found["pipeline"]["url"] == f"{airflow.url}/dags/small"
    code, refused = await call("watch", pipeline="no/such")
    assert code == 422
    assert "Airflow refused" in refused["message"]


async def test_a_failed_task_is_put_right_and_cleared(call: Ask, airflow: Airflow) -> None:
    await connect(airflow, call)
    broken = airflow.folder / "broken-Judge"
    broken.touch()
    run = await trigger(call, text="'$(id)' b")
    found = await until(watching(call, run), lambda found: run_state(found) == "failed")
    assert states(found) == {"Make": "success", "Judge": "failed", "Push": "upstream-failed"}
    assert json.loads(found["runs"][0]["parameters"]) == {"text": "'$(id)' b"}

    query = {"pipeline": "small", "run": run, "task": "Judge", "try": "1"}
    code, log = await call("log", **query, **{"from": "0"})
    validate("RunsLog", log)
    assert code == 200
    assert "ValueError: The scales are broken." in log["text"]
    assert """{"text": "'$(id)' b"}""".replace("'", "\\u0027") in log["text"] or "$(id)" in log["text"]
    _, rest = await call("log", **query, **{"from": str(log["next"])})
    assert rest == {"protocol": rest["protocol"], "text": "", "next": log["next"]}

    of = {"pipeline": "small", "run": run}
    assert (await call("artifacts", **of, task="Judge"))[1]["artifacts"] == []
    _, made = await call("artifacts", **of, task="Make")
    validate("RunsArtifacts", made)
    assert made["artifacts"] == [{"key": "made", "id": 7, "type": "Model", "uri": "/runs/Make/7"}]

    broken.unlink()
    code, _ = await call("action", action("clear", run=run, task="Judge"))
    assert code == 200
    found = await until(watching(call, run), lambda found: run_state(found) == "success")
    assert states(found) == {"Make": "success", "Judge": "success", "Push": "success"}
    assert {task["id"]: task["tries"] for task in found["tasks"]} == {"Make": 1, "Judge": 2, "Push": 1}


async def test_a_run_is_stopped_with_its_task(call: Ask, airflow: Airflow) -> None:
    await connect(airflow, call)
    hold = airflow.folder / "hold-Make"
    hold.touch()
    run = await trigger(call)
    await until(watching(call, run), lambda found: states(found).get("Make") == "running")
    log = lambda: call("log", pipeline="small", run=run, task="Make", **{"try": "1", "from": "0"})  # noqa: E731
    await until(log, lambda log: "The node Make begins" in log["text"])
    code, _ = await call("action", action("stop", run=run))
    assert code == 200
    await until(watching(call, run), lambda found: run_state(found) == "failed")
    ended = airflow.folder / "ended-Make"
    while not ended.exists():
        await asyncio.sleep(0.1)
    hold.unlink()


async def test_paused_and_not(call: Ask, airflow: Airflow) -> None:
    await connect(airflow, call)
    assert (await call("action", action("pause")))[0] == 200
    assert (await call("watch", pipeline="small"))[1]["pipeline"]["paused"] is True
    assert (await call("action", action("unpause")))[0] == 200
    assert (await call("watch", pipeline="small"))[1]["pipeline"]["paused"] is False
