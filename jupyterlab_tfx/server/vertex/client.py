"""Vertex AI Pipelines: ``projects.locations.pipelineJobs`` of the REST API v1."""

from __future__ import annotations

import json
import re
import secrets
from datetime import datetime, timezone
from typing import Any
from urllib.parse import quote, urlencode

from tornado.httpclient import HTTPResponse

from ..kubeflow import specification
from ..kubeflow.spec_client import Run, SpecClient
from ..kubeflow.specification import Compiled, milliseconds
from ..runs.faults import DeniedError, MissingError, RefusedError
from ..runs.paced_http import FORBIDDEN, MISSING, UNAUTHORIZED, PacedHttp, at, json_object
from .credentials import Credentials

Record = dict[str, Any]

#: Runs in one answer; of one pipeline there may be fewer.
PAGE = 50
CONSOLE = "https://console.cloud.google.com/vertex-ai"

# PipelineState of pipeline_state.proto → the protocol's. What is not named waits.
_RUNS = {
    "PIPELINE_STATE_QUEUED": "queued",
    "PIPELINE_STATE_PENDING": "queued",
    "PIPELINE_STATE_PAUSED": "queued",
    "PIPELINE_STATE_RUNNING": "running",
    "PIPELINE_STATE_CANCELLING": "running",
    "PIPELINE_STATE_SUCCEEDED": "success",
    "PIPELINE_STATE_FAILED": "failed",
    "PIPELINE_STATE_CANCELLED": "stopped",
}
# PipelineTaskDetail.State of pipeline_job.proto.
_TASKS = {
    "PENDING": "queued",
    "RUNNING": "running",
    "SUCCEEDED": "success",
    "CANCEL_PENDING": "running",
    "CANCELLING": "running",
    "CANCELLED": "stopped",
    "FAILED": "failed",
    "SKIPPED": "cached",
    "NOT_TRIGGERED": "skipped",
}
_REGION = re.compile(r"[a-z]+-[a-z]+\d+")
_PROJECT = re.compile(r"[a-z0-9.:-]+")


class VertexClient(SpecClient):
    """Asks Vertex AI about the runs of one project in one region."""

    def __init__(
        self,
        endpoint: str,
        project: str,
        region: str,
        credentials: Credentials,
        compiled: dict[str, Compiled],
    ) -> None:
        """Take who asks, and where.

        Args:
            endpoint: Address of the API, with ``{region}`` in it.
            project: Id of the Google Cloud project.
            region: Such as europe-west4.
            credentials: Whose tokens are sent.
            compiled: What was compiled, by name.

        Raises:
            ValueError: project or region is none.
        """
        super().__init__(compiled)
        if not _PROJECT.fullmatch(project):
            raise ValueError("Give the id of the Google Cloud project, such as my-project.")
        if not _REGION.fullmatch(region):
            raise ValueError("Give the region, such as europe-west4.")
        self.project, self.region = project, region
        self._http = PacedHttp(
            endpoint.replace("{region}", region), "Vertex AI", "https://{region}-aiplatform.googleapis.com"
        )
        self._credentials = credentials
        self._jobs = f"/v1{at('projects', project, 'locations', region, 'pipelineJobs')}"
        #: Service account that runs run as; empty for the project's own.
        self.runs_as = ""

    @property
    def account(self) -> str:
        """Who asks, where that is known."""
        return self._credentials.account

    async def open(self) -> None:
        """Find out whether the credentials are taken.

        Raises:
            OrchestratorError: they are not, or Vertex AI does not answer.
        """
        await self._ask("GET", f"{self._jobs}?pageSize=1")

    def page(self, run: str) -> str:
        """Return the address of a page of the Google Cloud console."""
        runs = f"{CONSOLE}{at('locations', self.region, 'pipelines', 'runs', run)}" if run else ""
        return f"{runs or CONSOLE + '/pipelines/runs'}?{urlencode({'project': self.project})}"

    async def list_runs(self) -> list[Run]:
        """Return the last runs, the newest first."""
        query = urlencode({"pageSize": PAGE, "orderBy": "create_time desc"})
        found = await self._ask("GET", f"{self._jobs}?{query}")
        return [run for job in found.get("pipelineJobs") or [] if (run := self._run(job))]

    async def get_run(self, run: str) -> Run:
        """Return a run with its tasks."""
        found = self._run(await self._ask("GET", self._jobs + at(run)))
        if found is None:
            raise MissingError(f"Vertex AI does not tell which pipeline the run {run} is of.")
        return found

    async def submit(self, job: Record, name: str, root: str, parameters: Record) -> str:
        """Begin a run; return its id."""
        if not root.startswith("gs://"):
            raise RefusedError(
                "Vertex AI writes to a bucket: compile with a pipeline root such as gs://bucket/folder."
            )
        # What google-cloud-aiplatform makes of a name, and something for two in one second.
        stem = re.sub(r"[^-0-9a-z]+", "-", name.lower()).strip("-")[:80]
        id_ = f"{stem}-{datetime.now(timezone.utc):%Y%m%d%H%M%S}-{secrets.token_hex(2)}"
        body: Record = {
            "displayName": name[:128],
            "pipelineSpec": job["pipelineSpec"],
            "labels": job.get("labels") or {},
            "runtimeConfig": {"gcsOutputDirectory": root, "parameterValues": parameters},
        }
        if self.runs_as:
            body["serviceAccount"] = self.runs_as
        found = await self._ask("POST", f"{self._jobs}?pipelineJobId={quote(id_)}", body)
        return str(found["name"]).rpartition("/")[2]

    async def cancel(self, run: str) -> None:
        """Ask for a run to end."""
        await self._ask("POST", f"{self._jobs}{at(run)}:cancel", {})

    def _run(self, found: Record) -> Run | None:
        """Return a run; None where it has no specification of a pipeline."""
        spec = found.get("pipelineSpec") or {}
        name = specification.pipeline_name(spec)
        if name is None:
            return None
        id_ = str(found["name"]).rpartition("/")[2]
        config = found.get("runtimeConfig") or {}
        details = (found.get("jobDetail") or {}).get("taskDetails") or []
        record = {
            "id": id_,
            "state": _RUNS.get(str(found.get("state")), "queued"),
            "message": _error(found),
            "queuedAt": milliseconds(found.get("createTime")),
            "startedAt": milliseconds(found.get("startTime")),
            "endedAt": milliseconds(found.get("endTime")),
            "parameters": json.dumps(config.get("parameterValues") or {}),
            "url": self.page(id_),
        }
        return Run(
            name,
            record,
            spec,
            str(config.get("gcsOutputDirectory") or ""),
            [_task(one) for one in details],
            {str(one.get("taskName")): _artifacts(one) for one in details},
        )

    async def _ask(self, method: str, path: str, body: Record | None = None) -> Record:
        """Ask Vertex AI. A token that has expired is fetched anew once.

        Raises:
            OrchestratorError: it refused, or does not answer.
        """
        response = await self._send(method, path, body, False)
        if response.code == UNAUTHORIZED:
            response = await self._send(method, path, body, True)
        if response.code == UNAUTHORIZED:
            raise DeniedError("Vertex AI does not take these credentials (any more): connect again.")
        if response.code == FORBIDDEN:
            raise DeniedError(f"Vertex AI does not let you do this: {_reason(response)}")
        if response.code == MISSING:
            raise MissingError(f"Vertex AI has no such thing: {_reason(response)}")
        if response.code >= 400:  # noqa: PLR2004
            raise RefusedError(f"Vertex AI refused: {_reason(response)}")
        return json_object(response)

    async def _send(self, method: str, path: str, body: Record | None, anew: bool) -> HTTPResponse:
        token = await self._credentials.token(anew)
        return await self._http.send(method, path, body, {"Authorization": f"Bearer {token}"})


def _task(found: Record) -> Record:
    detail = found.get("executorDetail") or {}
    failed = (detail.get("containerDetail") or {}).get("failedMainJobs") or []
    started = milliseconds(found.get("startTime"))
    return {
        "id": str(found.get("taskName") or ""),
        "state": _TASKS.get(str(found.get("state")), "queued"),
        "message": _error(found),
        "tries": 1 + len(failed) if started else 0,
        "maxTries": 1,
        "startedAt": started,
        "endedAt": milliseconds(found.get("endTime")),
        "url": "",
    }


def _artifacts(found: Record) -> list[Record]:
    """Return TaskArtifacts; their types are TFX's, such as ``tfx.Examples``."""
    return [
        {
            "key": key,
            "id": None,
            "type": str(artifact.get("schemaTitle") or "").rpartition(".")[2],
            "uri": str(artifact["uri"]),
        }
        for key, made in (found.get("outputs") or {}).items()
        for artifact in made.get("artifacts") or []
        if artifact.get("uri")
    ]


def _error(found: Record) -> str:
    return str((found.get("error") or {}).get("message") or "")[:2000]


def _reason(response: HTTPResponse) -> str:
    """Return Google's own reason."""
    error = json_object(response).get("error")
    text = error.get("message") if isinstance(error, dict) else None
    return re.sub(r"\s+", " ", str(text or response.reason))[:1000]
