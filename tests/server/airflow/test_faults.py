"""What goes wrong with a real Airflow 3, and what the panel is told then."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from typing import Any
from urllib.request import Request, urlopen

import pytest

from ..conftest import Ask
from .asking import connect, run_state, states, trigger, until, watching
from .conftest import Airflow, open_gate

pytestmark = pytest.mark.timeout(900)
PROCESSES = ("scheduler", "dag-processor", "api-server")


async def test_killed_in_the_middle_of_a_run_and_back(airflow: Airflow, call: Ask) -> None:
    await connect(airflow, call)
    hold = airflow.folder / "hold-Make"
    hold.touch()
    run = await trigger(call)
    await until(watching(call, run), lambda found: states(found).get("Make") == "running")
    airflow.steer("kill", *PROCESSES)
    away = await until(lambda: call(""), lambda state: state["state"] != "connected")
    assert (away["state"], away["message"]) == ("away", f"Airflow does not answer at {airflow.url}.")

    airflow.steer("start", *PROCESSES)
    await until(lambda: call(""), lambda state: state["state"] == "connected")
    hold.unlink()
    found = await until(watching(call, run), lambda found: run_state(found) == "success")
    assert states(found) == {"Make": "success", "Judge": "success", "Push": "success"}


async def test_the_scheduler_is_dead(airflow: Airflow, call: Ask) -> None:
    await connect(airflow, call)
    airflow.steer("kill", "scheduler")
    said = ["Airflow's scheduler does not run: nothing goes on until it does."]
    await until(lambda: call(""), lambda state: state["warnings"] == said)
    # Who follows a run is told, too.
    await until(lambda: call("watch", pipeline="small"), lambda found: found["warnings"] == said)
    run = await trigger(call)
    assert run_state((await call("watch", pipeline="small", run=run))[1]) == "queued"
    airflow.steer("start", "scheduler")
    await until(lambda: call(""), lambda state: state["warnings"] == [])
    await until(watching(call, run), lambda found: run_state(found) == "success")


async def test_a_worker_without_tfx(airflow: Airflow, call: Ask) -> None:
    await connect(airflow, call)
    run = await trigger(call, pipeline="lost")
    found = await until(watching(call, run, "lost"), lambda found: run_state(found) == "failed")
    assert states(found)["Make"] == "failed"
    _, log = await call("log", pipeline="lost", run=run, task="Make", **{"try": "1", "from": "0"})
    assert "There is no Python at /nowhere/python on this worker." in log["text"]
    assert "name its Python in the variable TFX_PYTHON" in log["text"]


async def test_a_file_that_airflow_cannot_import(call: Ask, airflow: Airflow) -> None:
    await connect(airflow, call)
    broken = airflow.dags / "broken_dag.py"
    broken.write_text("from airflow.sdk import DAG\nraise RuntimeError('No such luck.')\n")
    state = await until(lambda: call(""), lambda state: state["importErrors"] != [])
    (error,) = state["importErrors"]
    assert error["file"].endswith("broken_dag.py")
    assert "No such luck." in error["text"]
    broken.unlink()
    await until(lambda: call(""), lambda state: state["importErrors"] == [])


async def test_airflow_goes_away_and_comes_back(airflow: Airflow, call: Ask) -> None:
    async with open_gate(airflow) as gate:
        url = f"http://127.0.0.1:{gate.port}"
        assert (await call("", airflow.connect(url=url)))[0] == 200
        await gate.shut()
        away = await until(lambda: call(""), lambda state: state["state"] != "connected")
        assert (away["state"], away["message"]) == ("away", f"Airflow does not answer at {url}.")
        code, refused = await call("watch", pipeline="small")
        assert (code, refused["message"]) == (503, f"Airflow does not answer at {url}.")
        await gate.open()
        await until(lambda: call(""), lambda state: state["state"] == "connected")


async def test_a_token_that_expires(airflow: Airflow, call: Ask) -> None:
    """A token of Airflow's own, but for its time: signed anew with the secret of the test's Airflow."""
    body = json.dumps({"username": airflow.user, "password": airflow.password}).encode()
    request = Request(f"{airflow.url}/auth/token", body, {"Content-Type": "application/json"})
    with urlopen(request) as response:
        head, claims, _ = json.load(response)["access_token"].split(".")
    lasting = {**json.loads(decoded(claims)), "exp": time.time() + 20}
    signed = f"{head}.{encoded(json.dumps(lasting).encode())}"
    secret = (airflow.password * 2).encode()
    digest = {"HS512": hashlib.sha512, "HS384": hashlib.sha384, "HS256": hashlib.sha256}
    kind = digest[json.loads(decoded(head))["alg"]]
    token = f"{signed}.{encoded(hmac.new(secret, signed.encode(), kind).digest())}"

    code, state = await call("", airflow.connect(user="", password="", token=token))
    assert (code, state["state"]) == (200, "connected"), state
    state = await until(lambda: call(""), lambda state: state["state"] != "connected")
    assert (state["state"], state["url"]) == ("off", airflow.url)
    assert state["message"] == "Airflow does not take these credentials (any more): connect again."
    code, refused = await call("watch", pipeline="small")
    assert (code, refused["message"]) == (403, state["message"])
    assert (await call("", airflow.connect()))[1]["state"] == "connected"


async def test_a_token_of_a_password_is_fetched_anew(airflow: Airflow, jp_serverapp: Any) -> None:
    from jupyterlab_tfx.server.airflow.connection import Connection, Credentials

    connection = Connection(airflow.url, Credentials(airflow.user, airflow.password))
    await connection.open()
    connection._token = f"{connection._token}x"
    assert "dags" in await connection.get("/dags", limit=1)


def decoded(text: str) -> bytes:
    """Read a part of a token."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def encoded(data: bytes) -> str:
    """Write a part of a token."""
    return base64.urlsafe_b64encode(data).decode().rstrip("=")
