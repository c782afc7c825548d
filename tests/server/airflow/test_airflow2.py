"""The routes ``runs/airflow``, with a stand-in for Airflow 2 that speaks the real REST API v1."""

from __future__ import annotations

import contextlib
import json
from collections.abc import AsyncIterator

from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port

from jupyterlab_tfx.protocol import validate

from ..conftest import Ask
from .airflow2 import PASSWORD, USER, Airflow2
from .asking import action, states, trigger


@contextlib.asynccontextmanager
async def connected(call: Ask) -> AsyncIterator[Airflow2]:
    """The stand-in, which the Jupyter server is connected to."""
    known = Airflow2()
    server = HTTPServer(known.application())
    socket, port = bind_unused_port()
    server.add_sockets([socket])
    known.url = f"http://127.0.0.1:{port}"
    values = {"url": known.url, "user": USER, "password": PASSWORD, "token": ""}
    code, refused = await call("", {"values": {**values, "password": "wrong"}})
    assert (code, "connect again" in refused["message"]) == (403, True)
    code, state = await call("", {"values": values})
    assert (code, state["state"], state["version"]) == (200, "connected", "2.10.5"), state
    yield known
    server.stop()


async def test_what_is_there(call: Ask) -> None:
    async with connected(call) as airflow2:
        airflow2.import_errors = [
            {
                "import_error_id": 1,
                "timestamp": "2026-01-02T00:00:00+00:00",
                "filename": "/dags/a.py",
                "stack_trace": "No such luck.",
            }
        ]
        airflow2.scheduler = "unhealthy"
        _, watch = await call("watch", pipeline="small")
        validate("RunsWatch", watch)
        assert watch["parameters"] == [{"name": "rate", "kind": "number", "value": "0.1"}]
        assert watch["pipeline"] == {
            "id": "small",
            "description": "The TFX pipeline small.",
            "paused": True,
            "file": "/dags/small/airflow_dag.py",
            "broken": True,
            "url": f"{airflow2.url}/dags/small/grid?dag_run_id=&task_id=",
        }
        assert (watch["runs"], watch["run"], watch["tasks"]) == ([], None, [])
        assert watch["warnings"] == ["Airflow's scheduler does not run: nothing goes on until it does."]


async def test_a_run_from_its_beginning_to_its_stop(call: Ask) -> None:
    async with connected(call) as airflow2:
        airflow2.state = "up_for_retry"
        run = await trigger(call, rate=0.5)
        _, watch = await call("watch", pipeline="small", run=run)
        validate("RunsWatch", watch)
        assert states(watch) == {"Make": "retry"}
        (task,) = watch["tasks"]
        assert (task["tries"], task["maxTries"], task["endedAt"] - task["startedAt"]) == (1, 2, 3500)
        assert json.loads(watch["runs"][0]["parameters"]) == {"rate": 0.5}

        for request in (action("clear", run=run, task="Make"), action("stop", run=run), action("pause")):
            code, done = await call("action", request)
            assert code == 200, done
        dag = "/api/v1/dags/small"
        assert airflow2.changes == [
            (f"PATCH {dag}", {"is_paused": False}),
            (f"POST {dag}/dagRuns", {"conf": {"rate": 0.5}}),
            (
                f"POST {dag}/clearTaskInstances",
                {
                    "dry_run": False,
                    "dag_run_id": run,
                    "task_ids": ["Make"],
                    "include_downstream": True,
                    "only_failed": False,
                    "reset_dag_runs": True,
                },
            ),
            (f"PATCH {dag}/dagRuns/{run}", {"state": "failed"}),
            (f"PATCH {dag}", {"is_paused": True}),
        ]


async def test_a_log_and_artifacts(call: Ask) -> None:
    async with connected(call) as airflow2:
        run = await trigger(call)
        of = {"pipeline": "small", "run": run, "task": "Make"}
        _, log = await call("log", **of, **{"try": "1", "from": "0"})
        validate("RunsLog", log)
        assert log["text"] == airflow2.log

        _, made = await call("artifacts", **of)
        validate("RunsArtifacts", made)
        assert made["artifacts"] == [{"key": "model", "id": 7, "type": "Model", "uri": "/runs/Make/model/7"}]
        airflow2.xcom = "a text of somebody else's"
        assert (await call("artifacts", **of))[1]["artifacts"] == []
        airflow2.xcom = None
        assert (await call("artifacts", **of))[1]["artifacts"] == []
        code, refused = await call("log", **{**of, "run": "none", "try": "1", "from": "0"})
        assert (code, refused["message"]) == (422, "Airflow refused: DagRun with run_id: 'none' not found")
