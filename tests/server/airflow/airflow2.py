"""A stand-in for Airflow 2.10: it speaks the real REST API v1, and keeps one DAG with one task and its runs.

The shapes are those of Airflow's own ``v1.yaml`` and of the tests of its endpoints. Nothing runs here: tests
say what has become of the task.
"""

from __future__ import annotations

import base64
import json
from typing import Any

from tornado.web import Application, RequestHandler

USER, PASSWORD = "admin", "secret"
START, END = "2026-01-02T00:00:00+00:00", "2026-01-02T00:00:03.500000+00:00"


class Airflow2:
    """What the stand-in knows."""

    def __init__(self) -> None:
        self.url = ""
        self.paused = True
        self.runs: list[dict[str, Any]] = []
        self.state: str | None = "success"
        self.tries = 1
        self.log = "*** Found local files:\n[2026-01-02] {subprocess.py:93} INFO - 'quoted' \\ text\n"
        self.xcom: str | None = json.dumps(
            {"outputs": {"model": [{"id": 7, "type": "Model", "uri": "/runs/Make/model/7"}]}}
        )
        self.import_errors: list[dict[str, Any]] = []
        self.scheduler = "healthy"
        #: Method and path of what changed something, and its body.
        self.changes: list[tuple[str, dict[str, Any]]] = []

    def application(self) -> Application:
        """Return the server."""
        return Application([(r"/api/v1/(.*)", _V1, {"airflow": self})])

    def dag(self) -> dict[str, Any]:
        """Return a DAG."""
        return {
            "dag_id": "small",
            "dag_display_name": "small",
            "default_view": "grid",
            "description": "The TFX pipeline small.",
            "file_token": "Ii9kYWdzL3NtYWxsLnB5Ig.x",
            "fileloc": "/dags/small/airflow_dag.py",
            "has_import_errors": bool(self.import_errors),
            "is_active": True,
            "is_paused": self.paused,
            "is_subdag": False,
            "max_active_runs": 1,
            "owners": ["airflow"],
            "root_dag_id": None,
            "schedule_interval": None,
            "tags": [{"name": "tfx"}],
            "timetable_description": "Never, external triggers only",
        }

    def details(self) -> dict[str, Any]:
        """Return a DAG with its details."""
        param = {
            "__class": "airflow.models.param.Param",
            "description": None,
            "schema": {"type": ["null", "number"]},
            "value": 0.1,
        }
        return {**self.dag(), "catchup": False, "doc_md": None, "params": {"rate": param}}

    def run(self, id_: str, conf: dict[str, Any], state: str) -> dict[str, Any]:
        """Return a run."""
        return {
            "conf": conf,
            "dag_id": "small",
            "dag_run_id": id_,
            "data_interval_end": START,
            "data_interval_start": START,
            "end_date": END if state in ("success", "failed") else None,
            "execution_date": START,
            "external_trigger": True,
            "last_scheduling_decision": START,
            "logical_date": START,
            "note": None,
            "run_type": "manual",
            "start_date": START,
            "state": state,
        }

    def task(self, run_id: str) -> dict[str, Any]:
        """Return the task in a run."""
        return {
            "dag_id": "small",
            "dag_run_id": run_id,
            "duration": 3.5,
            "end_date": END,
            "execution_date": START,
            "executor": None,
            "executor_config": "{}",
            "hostname": "worker-1",
            "map_index": -1,
            "max_tries": 1,
            "note": None,
            "operator": "NodeOperator",
            "pid": 100,
            "pool": "default_pool",
            "pool_slots": 1,
            "priority_weight": 1,
            "queue": "default",
            "queued_when": START,
            "rendered_fields": {},
            "rendered_map_index": None,
            "sla_miss": None,
            "start_date": START,
            "state": self.state,
            "task_display_name": "Make",
            "task_id": "Make",
            "trigger": None,
            "triggerer_job": None,
            "try_number": self.tries,
            "unixname": "airflow",
        }


class _V1(RequestHandler):
    def initialize(self, airflow: Airflow2) -> None:
        self.airflow = airflow

    def prepare(self) -> None:
        wanted = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        open_ = self.request.path in ("/api/v1/version", "/api/v1/health")
        if not open_ and self.request.headers.get("Authorization") != wanted:
            self._problem(401, "Unauthorized", None)

    def get(self, path: str) -> None:
        known = self.airflow
        run_id = path.split("/")[3] if path.startswith("dags/small/dagRuns/") else ""
        task = f"dags/small/dagRuns/{run_id}/taskInstances"
        if path == "dags":
            assert self.get_query_argument("limit") is not None
            self._reply({"dags": [known.dag()], "total_entries": 1})
        elif path == "dags/small/dagRuns":
            self._reply({"dag_runs": known.runs[::-1], "total_entries": len(known.runs)})
        elif run_id and run_id not in [run["dag_run_id"] for run in known.runs]:
            self._problem(404, "DAGRun not found", f"DagRun with run_id: '{run_id}' not found")
        elif path == f"{task}/Make/xcomEntries/return_value" and known.xcom is not None:
            entry = {"dag_id": "small", "execution_date": START, "key": "return_value", "map_index": -1}
            self._reply({**entry, "task_id": "Make", "timestamp": END, "value": known.xcom})
        else:
            found: dict[str, Any] | None = {
                "version": {"version": "2.10.5", "git_version": None},
                "health": {
                    "metadatabase": {"status": "healthy"},
                    "scheduler": {"latest_scheduler_heartbeat": START, "status": known.scheduler},
                    "triggerer": {"latest_triggerer_heartbeat": None, "status": None},
                    "dag_processor": {"latest_dag_processor_heartbeat": None, "status": None},
                },
                "importErrors": {
                    "import_errors": known.import_errors,
                    "total_entries": len(known.import_errors),
                },
                "dags/small": known.dag(),
                "dags/small/details": known.details(),
                task: {"task_instances": [known.task(run_id)], "total_entries": 1},
                # As marshmallow writes a list of pairs into a field of text.
                f"{task}/Make/logs/1": {
                    "content": str([("worker-1", known.log)]),
                    "continuation_token": "eyJlbmRfb2ZfbG9nIjp0cnVlfQ.x",
                },
            }.get(path)
            self._reply(found) if found else self._problem(404, "Not Found", f"{path} was not found")

    def patch(self, path: str) -> None:
        body = self._changed()
        if path == "dags/small":
            self.airflow.paused = body["is_paused"]
            self._reply(self.airflow.dag())
            return
        (run,) = (run for run in self.airflow.runs if path == f"dags/small/dagRuns/{run['dag_run_id']}")
        run["state"] = body["state"]
        self._reply(run)

    def post(self, path: str) -> None:
        body = self._changed()
        if path == "dags/small/dagRuns":
            if set(body) - {"conf", "dag_run_id", "logical_date", "execution_date", "note"}:
                self._problem(400, "Bad Request", "Unknown field.")
                return
            self.airflow.runs.append(
                self.airflow.run(f"manual__{len(self.airflow.runs)}", body["conf"], "queued")
            )
            self._reply(self.airflow.runs[-1])
        elif path == "dags/small/clearTaskInstances":
            self._reply({"task_instances": [{"task_id": "Make", "dag_id": "small"}]})
        else:
            self._problem(404, "Not Found", f"{path} was not found")

    def _changed(self) -> dict[str, Any]:
        body: dict[str, Any] = json.loads(self.request.body)
        self.airflow.changes.append((f"{self.request.method} {self.request.path}", body))
        return body

    def _reply(self, value: dict[str, Any]) -> None:
        self.finish(json.dumps(value))

    def _problem(self, status: int, title: str, detail: str | None) -> None:
        """Finish as RFC 7807 has it."""
        self.set_status(status)
        kind = "https://airflow.apache.org/docs/apache-airflow/2.10.5/stable-rest-api-ref.html"
        self.set_header("Content-Type", "application/problem+json")
        self.finish(json.dumps({"detail": detail, "status": status, "title": title, "type": kind}))
