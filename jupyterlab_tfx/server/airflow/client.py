"""What the browser asks of Airflow, each in one or a few requests of its REST API."""

from __future__ import annotations

import asyncio
from typing import Any

from ..runs.faults import MissingError, RefusedError
from ..runs.fresh import FreshAnswers
from ..runs.paced_http import at
from . import answers
from .connection import Connection

Record = dict[str, Any]

#: Seconds for which an answer is given to whoever asks for the same: tabs do not add up.
FRESH, FRESH_OVERVIEW = 0.9, 4.0
#: DAGs, runs and tasks in one answer, at most.
MAX_DAGS, MAX_RUNS, MAX_TASKS = 200, 25, 1000
#: Tries to take a DAG from its pause: Airflow may be writing the DAG itself at that moment.
_UNPAUSE_TRIES = 10


class AirflowClient:
    """Asks one Airflow about pipelines and their runs."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._kept = FreshAnswers()

    async def overview(self) -> Record:
        """Return DAGs with the tag ``tfx``, files that Airflow could not import, and how it is itself."""
        return await self._kept.get("overview", FRESH_OVERVIEW, self._overview)

    async def watch(self, dag_id: str, run_id: str | None) -> Record:
        """Return a DAG, its last runs, and the tasks of one of them: of the newest where none is named."""
        return await self._kept.get(f"watch {dag_id} {run_id}", FRESH, lambda: self._watch(dag_id, run_id))

    async def log(self, dag_id: str, run_id: str, task_id: str, attempt: int) -> str:
        """Return the log of one try of a task, as far as it has come."""
        path = at("dags", dag_id, "dagRuns", run_id, "taskInstances", task_id, "logs", str(attempt))
        found = await self.connection.get(path, full_content="true")
        return answers.log_text(found.get("content"))

    async def artifacts(self, dag_id: str, run_id: str, task_id: str) -> list[Record]:
        """Return the TaskArtifacts that a task has told of: its XCom; none where it has not succeeded."""
        task = at("dags", dag_id, "dagRuns", run_id, "taskInstances", task_id)
        try:
            found = await self.connection.get(f"{task}/xcomEntries/return_value")
        except MissingError:
            return []
        return answers.artifacts(found.get("value"))

    async def act(self, asked: Record) -> str | None:
        """Carry out a RunsAction; return the run that began, where one did."""
        dag, run, action = asked["pipeline"], asked["run"] or "", asked["action"]
        if action == "trigger":
            return await self.trigger(dag, asked["parameters"])
        if action in ("pause", "unpause"):
            await self.set_paused(dag, action == "pause")
        elif action == "stop":
            await self.stop(dag, run)
        else:
            await self.clear(dag, run, asked["task"] or "")
        return None

    async def set_paused(self, dag_id: str, paused: bool) -> None:
        """Pause a DAG, or take it from its pause, until Airflow says so itself."""
        for _ in range(_UNPAUSE_TRIES):
            await self.connection.request("PATCH", at("dags", dag_id), {"is_paused": paused})
            if (await self.connection.get(at("dags", dag_id))).get("is_paused") is paused:
                break
            await asyncio.sleep(0.3)
        self._kept.clear()

    async def trigger(self, dag_id: str, parameters: Record) -> str:
        """Begin a run of a DAG that is not paused (any more); return the run's id."""
        await self.set_paused(dag_id, False)
        body: Record = {"conf": parameters}
        if self.connection.api == "/api/v2":
            body["logical_date"] = None
        found = await self.connection.request("POST", at("dags", dag_id, "dagRuns"), body)
        self._kept.clear()
        return str(found["dag_run_id"])

    async def clear(self, dag_id: str, run_id: str, task_id: str) -> None:
        """Run a task and those after it again: what Airflow calls clearing."""
        body = {
            "dry_run": False,
            "dag_run_id": run_id,
            "task_ids": [task_id],
            "include_downstream": True,
            "only_failed": False,
            "reset_dag_runs": True,
        }
        await self.connection.request("POST", f"{at('dags', dag_id)}/clearTaskInstances", body)
        self._kept.clear()

    async def stop(self, dag_id: str, run_id: str) -> None:
        """End a run: its tasks get SIGTERM, and it counts as failed."""
        await self.connection.request("PATCH", at("dags", dag_id, "dagRuns", run_id), {"state": "failed"})
        self._kept.clear()

    async def _overview(self) -> Record:
        dags, errors, health = await asyncio.gather(
            self.connection.get("/dags", tags="tfx", limit=MAX_DAGS, only_active="true"),
            self.connection.get("/importErrors", limit=20, order_by="-timestamp"),
            self._health(),
        )
        page = self.connection.page
        return {
            "pipelines": [answers.dag(found, page) for found in dags.get("dags", [])],
            "importErrors": [
                {"file": str(found.get("filename") or ""), "text": str(found.get("stack_trace") or "")}
                for found in errors.get("import_errors", [])
            ],
            **health,
        }

    async def _watch(self, dag_id: str, run_id: str | None) -> Record:
        details, runs, health = await asyncio.gather(
            self.connection.get(f"{at('dags', dag_id)}/details"),
            self.connection.get(
                at("dags", dag_id, "dagRuns"),
                limit=MAX_RUNS,
                order_by="-run_after" if self.connection.api == "/api/v2" else "-start_date",
            ),
            self._health(),
        )
        page = self.connection.page
        found = [answers.run(one, page) for one in runs.get("dag_runs", [])]
        if run_id is None and found:
            run_id = found[0]["id"]
        return {
            "pipeline": answers.dag(details, page),
            "parameters": answers.parameters(details),
            "runs": found,
            "run": run_id,
            "tasks": [] if run_id is None else await self._tasks(dag_id, run_id),
            **health,
        }

    async def _tasks(self, dag_id: str, run_id: str) -> list[Record]:
        tasks: list[Record] = []
        path = at("dags", dag_id, "dagRuns", run_id, "taskInstances")
        while len(tasks) < MAX_TASKS:
            part = await self.connection.get(path, limit=100, offset=len(tasks))
            found = part.get("task_instances", [])
            tasks += [answers.task(one, self.connection.page) for one in found]
            if not found or len(tasks) >= int(part.get("total_entries") or 0):
                break
        return tasks

    async def _health(self) -> Record:
        """Return what keeps runs from going on, as sentences."""
        path = "/monitor/health" if self.connection.api == "/api/v2" else "/health"
        try:
            found = await self.connection.get(path)
        except RefusedError:
            return {"warnings": []}
        warnings = []
        for part, words in (("scheduler", "scheduler"), ("dag_processor", "DAG processor")):
            status = (found.get(part) or {}).get("status")
            if status == "unhealthy":
                warnings.append(f"Airflow's {words} does not run: nothing goes on until it does.")
        return {"warnings": warnings}
