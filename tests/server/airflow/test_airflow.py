"""The routes ``airflow``, with a real Airflow 3."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest

from jupyterlab_tfx.protocol import validate

from .conftest import Airflow, Call, open_gate

pytestmark = pytest.mark.timeout(300)


async def until(ask: Callable[[], Any], good: Callable[[Any], bool]) -> Any:
    """Ask until the answer is good; the test's own limit ends what never is."""
    while True:
        code, value = await ask()
        assert code == 200, value
        if good(value):
            return value
        await asyncio.sleep(0.3)


async def connect(airflow: Airflow, call: Call) -> None:
    """Connect the server, and wait until the DAG has been read."""
    code, _ = await call("", airflow.connect())
    assert code == 200
    await until(lambda: call(""), lambda state: [dag["id"] for dag in state["dags"]] == ["small"])


def watching(call: Call, run: str) -> Callable[[], Any]:
    """Return what asks for a run."""
    return lambda: call("watch", dag="small", run=run)


def states(found: Any) -> dict[str, str]:
    """Return the states of tasks."""
    return {task["id"]: task["state"] for task in found["tasks"]}


def run_state(found: Any) -> str:
    """Return the state of the watched run."""
    (state,) = (run["state"] for run in found["runs"] if run["id"] == found["run"])
    return str(state)


async def trigger(call: Call, **parameters: str) -> str:
    """Begin a run; return its id."""
    code, done = await call("action", action("trigger", parameters=parameters))
    assert code == 200, done
    validate("AirflowDone", done)
    return str(done["run"])


def action(name: str, **more: Any) -> dict[str, Any]:
    """Return an AirflowAction."""
    return {"action": name, "dag": "small", "run": None, "task": None, "parameters": {}, **more}


async def test_nobody_is_connected(call: Call) -> None:
    code, state = await call("")
    validate("AirflowState", state)
    assert (code, state["state"], state["message"]) == (200, "off", "")
    code, refused = await call("watch", dag="small")
    assert (code, refused["message"]) == (403, "The server is not connected to Airflow: connect first.")


async def test_connects_and_forgets(airflow: Airflow, call: Call) -> None:
    code, refused = await call("", airflow.connect(password="wrong"))
    assert (code, refused["message"]) == (403, "Airflow does not take this user and password.")
    code, refused = await call("", airflow.connect(url="http://127.0.0.1:1"))
    assert (code, refused["message"]) == (503, "Airflow does not answer at http://127.0.0.1:1.")
    code, refused = await call("", airflow.connect(url="file:///etc/passwd"))
    assert code == 400

    code, state = await call("", airflow.connect())
    validate("AirflowState", state)
    assert (code, state["state"], state["url"], state["user"]) == (200, "connected", airflow.url, "admin")
    assert state["version"].startswith("3.")
    assert airflow.password not in json.dumps(state)
    _, state = await call("", method="DELETE")
    assert state["state"] == "off"


async def test_what_is_there(call: Call, airflow: Airflow) -> None:
    await connect(airflow, call)
    _, found = await call("watch", dag="small")
    validate("AirflowWatch", found)
    assert found["parameters"] == [
        {"name": "text", "kind": "string", "value": "a"},
    ]
    assert found["dag"]["url"] == f"{airflow.url}/dags/small"
    code, refused = await call("watch", dag="no/such")
    assert code == 422
    assert "Airflow refused" in refused["message"]


async def test_a_failed_task_is_put_right_and_cleared(call: Call, airflow: Airflow) -> None:
    await connect(airflow, call)
    broken = airflow.folder / "broken-Judge"
    broken.touch()
    run = await trigger(call, text="'$(id)' b")
    found = await until(watching(call, run), lambda found: run_state(found) == "failed")
    assert states(found) == {"Make": "success", "Judge": "failed", "Push": "upstream-failed"}
    assert json.loads(found["runs"][0]["parameters"]) == {"text": "'$(id)' b"}

    query = {"dag": "small", "run": run, "task": "Judge", "try": "1"}
    code, log = await call("log", **query, **{"from": "0"})
    validate("AirflowLog", log)
    assert code == 200
    assert "ValueError: The scales are broken." in log["text"]
    assert """{"text": "'$(id)' b"}""".replace("'", "\\u0027") in log["text"] or "$(id)" in log["text"]
    _, rest = await call("log", **query, **{"from": str(log["next"])})
    assert rest == {"protocol": rest["protocol"], "text": "", "next": log["next"]}

    broken.unlink()
    code, _ = await call("action", action("clear", run=run, task="Judge"))
    assert code == 200
    found = await until(watching(call, run), lambda found: run_state(found) == "success")
    assert states(found) == {"Make": "success", "Judge": "success", "Push": "success"}
    assert {task["id"]: task["tries"] for task in found["tasks"]} == {"Make": 1, "Judge": 2, "Push": 1}


async def test_a_run_is_stopped_with_its_task(call: Call, airflow: Airflow) -> None:
    await connect(airflow, call)
    hold = airflow.folder / "hold-Make"
    hold.touch()
    run = await trigger(call)
    await until(watching(call, run), lambda found: states(found).get("Make") == "running")
    log = lambda: call("log", dag="small", run=run, task="Make", **{"try": "1", "from": "0"})  # noqa: E731
    await until(log, lambda log: "The node Make begins" in log["text"])
    code, _ = await call("action", action("stop", run=run))
    assert code == 200
    await until(watching(call, run), lambda found: run_state(found) == "failed")
    ended = airflow.folder / "ended-Make"
    while not ended.exists():
        await asyncio.sleep(0.1)
    hold.unlink()


async def test_paused_and_not(call: Call, airflow: Airflow) -> None:
    await connect(airflow, call)
    assert (await call("action", action("pause")))[0] == 200
    assert (await call("watch", dag="small"))[1]["dag"]["paused"] is True
    assert (await call("action", action("unpause")))[0] == 200
    assert (await call("watch", dag="small"))[1]["dag"]["paused"] is False


async def test_a_file_that_airflow_cannot_import(call: Call, airflow: Airflow) -> None:
    await connect(airflow, call)
    broken = airflow.dags / "broken_dag.py"
    broken.write_text("from airflow.sdk import DAG\nraise RuntimeError('No such luck.')\n")
    state = await until(lambda: call(""), lambda state: state["importErrors"] != [])
    (error,) = state["importErrors"]
    assert error["file"].endswith("broken_dag.py")
    assert "No such luck." in error["text"]
    broken.unlink()
    await until(lambda: call(""), lambda state: state["importErrors"] == [])


async def test_airflow_goes_away_and_comes_back(airflow: Airflow, call: Call) -> None:
    async with open_gate(airflow) as gate:
        url = f"http://127.0.0.1:{gate.port}"
        assert (await call("", airflow.connect(url=url)))[0] == 200
        await gate.shut()
        away = await until(lambda: call(""), lambda state: state["state"] != "connected")
        assert (away["state"], away["message"]) == ("away", f"Airflow does not answer at {url}.")
        code, refused = await call("watch", dag="small")
        assert (code, refused["message"]) == (503, f"Airflow does not answer at {url}.")
        await gate.open()
        await until(lambda: call(""), lambda state: state["state"] == "connected")


async def test_an_expired_token_is_fetched_anew(airflow: Airflow, jp_serverapp: Any) -> None:
    from jupyterlab_tfx.server.airflow.connection import Connection, Credentials
    from jupyterlab_tfx.server.airflow.faults import AirflowDeniedError

    connection = Connection(airflow.url, Credentials(airflow.user, airflow.password))
    await connection.open()
    connection._token = f"{connection._token}x"
    assert "dags" in await connection.get("/dags", limit=1)

    given = Connection(airflow.url, Credentials(token=connection._token))
    await given.open()
    given._token = "expired"
    with pytest.raises(AirflowDeniedError, match="connect again"):
        await given.get("/dags", limit=1)
