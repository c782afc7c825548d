"""Kubeflow Pipelines by its REST API v2beta1: see ``backend/api/v2beta1`` of kubeflow/pipelines."""

from __future__ import annotations

import json
import re
from datetime import datetime, timezone
from typing import Any
from urllib.parse import urlencode

from tornado.httpclient import HTTPResponse

from ..runs.faults import AwayError, DeniedError, MissingError, RefusedError
from ..runs.paced_http import FORBIDDEN, MISSING, UNAUTHORIZED, PacedHttp, at, json_object
from . import specification
from .spec_client import Run, SpecClient
from .specification import Compiled, milliseconds

Record = dict[str, Any]

API = "/apis/v2beta1"
#: Runs in one answer; of one pipeline there may be fewer.
PAGE = 50

# RuntimeState of run.proto → the protocol's, of runs and of tasks. What is not named waits.
_RUNS = {
    "PENDING": "queued",
    "PAUSED": "queued",
    "RUNNING": "running",
    "CANCELING": "running",
    "SUCCEEDED": "success",
    "SKIPPED": "success",
    "FAILED": "failed",
    "CANCELED": "stopped",
}
_TASKS = {**_RUNS, "SKIPPED": "skipped"}


class KubeflowClient(SpecClient):
    """Asks one Kubeflow Pipelines about runs."""

    def __init__(self, url: str, token: str, namespace: str, compiled: dict[str, Compiled]) -> None:
        """Take the address, which the pages of its own are below too.

        Raises:
            ValueError: it is no address.
        """
        super().__init__(compiled)
        self._http = PacedHttp(url, "Kubeflow Pipelines", "http://localhost:8888")
        self.url = self._http.url
        self.namespace = namespace
        #: Of Kubeflow Pipelines; empty where it does not say.
        self.version = ""
        self._token = token
        self._experiment: str | None = None
        #: Specifications of uploaded pipelines, by pipeline and version.
        self._versions: dict[tuple[str, str], Record] = {}

    async def open(self) -> None:
        """Find out whether it is there, and takes the token.

        Raises:
            OrchestratorError: it does not.
        """
        health = await self._ask("GET", "/healthz")
        if "multi_user" not in health and "pipeline_store" not in health:
            raise AwayError(f"There is no Kubeflow Pipelines at {self.url} that answers by its REST API.")
        self.version = str(health.get("tag_name") or "")
        if health.get("multi_user") and not self.namespace:
            raise ValueError("This Kubeflow Pipelines has namespaces: give yours.")
        await self._list(1)

    def page(self, run: str) -> str:
        """Return the address of a page of its own."""
        return f"{self.url}/#/runs{at('details', run) if run else ''}"

    async def list_runs(self) -> list[Run]:
        """Return the last runs, the newest first."""
        return [run for found in await self._list(PAGE) if (run := await self._run(found))]

    async def get_run(self, run: str) -> Run:
        """Return a run with its tasks."""
        found = await self._run(await self._ask("GET", at("runs", run)))
        if found is None:
            raise MissingError(f"Kubeflow Pipelines does not tell which pipeline the run {run} is of.")
        return found

    async def submit(self, job: Record, name: str, root: str, parameters: Record) -> str:
        """Begin a run; return its id."""
        body: Record = {
            "display_name": f"{name} {datetime.now(timezone.utc):%Y-%m-%d %H:%M:%S}",
            "pipeline_spec": job["pipelineSpec"],
            "runtime_config": {"parameters": parameters, **({"pipeline_root": root} if root else {})},
        }
        if self.namespace:
            body["experiment_id"] = await self._experiment_id()
        return str((await self._ask("POST", "/runs", body))["run_id"])

    async def cancel(self, run: str) -> None:
        """Ask for a run to end."""
        await self._ask("POST", f"{at('runs', run)}:terminate")

    async def _experiment_id(self) -> str:
        """Return the namespace's experiment: its default one, or the first."""
        if self._experiment is None:
            query = urlencode({"namespace": self.namespace, "page_size": PAGE})
            found = (await self._ask("GET", f"/experiments?{query}")).get("experiments") or []
            names = {str(one.get("display_name")): str(one["experiment_id"]) for one in found}
            if not names:
                raise RefusedError(f"The namespace {self.namespace} has no experiment: make one first.")
            self._experiment = names.get("Default") or next(iter(names.values()))
        return self._experiment

    async def _list(self, size: int) -> list[Record]:
        query: dict[str, str | int] = {"page_size": size, "sort_by": "created_at desc"}
        if self.namespace:
            query["namespace"] = self.namespace
        found = await self._ask("GET", f"/runs?{urlencode(query)}")
        return [run for run in found.get("runs") or [] if run.get("storage_state") != "ARCHIVED"]

    async def _run(self, found: Record) -> Run | None:
        """Return a run; None where it has no specification, as those of other makers have."""
        spec = await self._spec(found)
        name = specification.pipeline_name(spec)
        if name is None:
            return None
        config = found.get("runtime_config") or {}
        details = (found.get("run_details") or {}).get("task_details") or []
        record = {
            "id": str(found["run_id"]),
            "state": _RUNS.get(str(found.get("state")), "queued"),
            "message": _error(found),
            "queuedAt": milliseconds(found.get("created_at")),
            "startedAt": milliseconds(found.get("scheduled_at")) or milliseconds(found.get("created_at")),
            "endedAt": milliseconds(found.get("finished_at")),
            "parameters": json.dumps(config.get("parameters") or {}),
            "url": self.page(str(found["run_id"])),
        }
        return Run(
            name, record, spec, str(config.get("pipeline_root") or ""), [_task(one) for one in details]
        )

    async def _spec(self, found: Record) -> Record:
        spec = found.get("pipeline_spec")
        reference = found.get("pipeline_version_reference") or {}
        if not spec and reference.get("pipeline_version_id"):
            ids = (str(reference.get("pipeline_id")), str(reference["pipeline_version_id"]))
            if ids not in self._versions:
                version = await self._ask("GET", at("pipelines", ids[0], "versions", ids[1]))
                self._versions[ids] = version.get("pipeline_spec") or {}
            spec = self._versions[ids]
        if not isinstance(spec, dict):
            return {}
        # With settings for Kubernetes it is one of two.
        inner = spec.get("pipeline_spec")
        return inner if isinstance(inner, dict) else spec

    async def _ask(self, method: str, path: str, body: Record | None = None) -> Record:
        headers = {"Authorization": f"Bearer {self._token}"} if self._token else {}
        response = await self._http.send(method, API + path, body, headers)
        if response.code == UNAUTHORIZED or 300 <= response.code < 400:  # noqa: PLR2004
            raise DeniedError(
                "Kubeflow Pipelines does not take this token (any more): connect again with a new one."
                if self._token
                else "Kubeflow Pipelines wants a token: connect with one."
            )
        if response.code == FORBIDDEN:
            raise DeniedError(f"Kubeflow Pipelines does not let you do this: {_reason(response)}")
        if response.code == MISSING:
            raise MissingError(f"Kubeflow Pipelines has no such thing: {_reason(response)}")
        if response.code >= 400:  # noqa: PLR2004
            raise RefusedError(f"Kubeflow Pipelines refused: {_reason(response)}")
        return json_object(response)


def _task(found: Record) -> Record:
    executor = found.get("executor_detail") or {}
    started = milliseconds(found.get("start_time"))
    return {
        "id": str(found.get("display_name") or ""),
        "state": _TASKS.get(str(found.get("state")), "queued"),
        "message": _error(found),
        "tries": (1 + len(executor.get("failed_main_jobs") or [])) if started else 0,
        "maxTries": 1,
        "startedAt": started,
        "endedAt": milliseconds(found.get("end_time")),
        "url": "",
    }


def _error(found: Record) -> str:
    return str((found.get("error") or {}).get("message") or "")[:2000]


def _reason(response: HTTPResponse) -> str:
    """Return its own reason: the message of a google.rpc.Status, without the server's places in code."""
    found = json_object(response)
    text = str(found.get("message") or found.get("error") or response.reason)
    return re.sub(r"\s+", " ", text)[:1000]
