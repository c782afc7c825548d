"""Asks the routes ``runs/airflow``, and reads their answers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from jupyterlab_tfx.protocol import validate

from ..conftest import Ask
from .conftest import Airflow


async def until(ask: Callable[[], Any], good: Callable[[Any], bool]) -> Any:
    """Ask until the answer is good; the test's own limit ends what never is."""
    while True:
        code, value = await ask()
        assert code == 200, value
        if good(value):
            return value
        await asyncio.sleep(0.3)


async def connect(airflow: Airflow, call: Ask) -> None:
    """Connect the server, and wait until the DAG has been read."""
    code, _ = await call("", airflow.connect())
    assert code == 200
    await until(
        lambda: call(""), lambda state: [dag["id"] for dag in state["pipelines"]] == ["lost", "small"]
    )


def watching(call: Ask, run: str, pipeline: str = "small") -> Callable[[], Any]:
    """Return what asks for a run."""
    return lambda: call("watch", pipeline=pipeline, run=run)


def states(found: Any) -> dict[str, str]:
    """Return the states of tasks."""
    return {task["id"]: task["state"] for task in found["tasks"]}


def run_state(found: Any) -> str:
    """Return the state of the watched run."""
    (state,) = (run["state"] for run in found["runs"] if run["id"] == found["run"])
    return str(state)


async def trigger(call: Ask, pipeline: str = "small", **parameters: Any) -> str:
    """Begin a run; return its id."""
    code, done = await call("action", action("trigger", pipeline=pipeline, parameters=parameters))
    assert code == 200, done
    validate("RunsDone", done)
    return str(done["run"])


def action(name: str, **more: Any) -> dict[str, Any]:
    """Return an RunsAction."""
    return {"action": name, "pipeline": "small", "run": None, "task": None, "parameters": {}, **more}
