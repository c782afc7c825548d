"""A stand-in for Kubeflow Pipelines and for Vertex AI Pipelines: it runs nothing, and speaks their real REST.

Paths, fields and states are those of ``backend/api/v2beta1`` in kubeflow/pipelines and of
``google/cloud/aiplatform/v1`` in googleapis; the metadata server's are those that google-auth asks. Tests
hold it against the clients that Kubeflow and Google publish. A run goes on by a step when it is told to.

As a program it prints ``{"url": …}`` and runs until it is ended; ``POST /stand-in/step`` goes on by a step.
"""

from __future__ import annotations

import asyncio
import json
import socket
import uuid
from datetime import datetime, timedelta, timezone
from typing import Any

from tornado import web
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

Record = dict[str, Any]

ACCOUNT = "runner@my-project.iam.gserviceaccount.com"
# The states of a task here → those of both.
_VERTEX = {"running": "RUNNING", "done": "SUCCEEDED", "cached": "SKIPPED", "failed": "FAILED"}
_KUBEFLOW = {"running": "RUNNING", "done": "SUCCEEDED", "cached": "SKIPPED", "failed": "FAILED"}
_BEGIN = datetime(2026, 5, 4, 10, tzinfo=timezone.utc)


def stamp(second: int) -> str:
    """Return a time as both write it."""
    return (_BEGIN + timedelta(seconds=second)).strftime("%Y-%m-%dT%H:%M:%SZ")


class StandInRun:
    """A run, whose tasks begin and end by steps."""

    def __init__(self, id_: str, spec: Record, body: Record, second: int) -> None:
        self.id, self.spec, self.body = id_, spec, body
        self.state = "running"
        self.created = second
        self.ended: int | None = None
        #: State, begin and end of each task that has begun.
        self.tasks: dict[str, list[Any]] = {}

    def step(self, second: int, failing: str) -> None:
        """End what runs, and begin what can."""
        if self.state != "running":
            return
        for name, task in self.tasks.items():
            if task[0] == "running":
                task[0], task[2] = ("failed" if name == failing else "done"), second
        known = self.spec["root"]["dag"]["tasks"]
        done = {name for name, task in self.tasks.items() if task[0] in ("done", "cached")}
        for name in sorted(known):
            if name not in self.tasks and set(known[name].get("dependentTasks") or []) <= done:
                self.tasks[name] = ["running", second, None]
        if not any(task[0] == "running" for task in self.tasks.values()):
            failed = any(task[0] == "failed" for task in self.tasks.values())
            self.state, self.ended = ("failed" if failed else "done"), second


class StandIn:
    """What both know, and how they fail."""

    def __init__(self) -> None:
        self.url = ""
        self.runs: dict[str, StandInRun] = {}
        self.second = 0
        #: The token that is taken; what the metadata server gives.
        self.token = "good"
        self.given_token = "good"
        #: Statuses of the next answers, before anything else is looked at.
        self.faults: list[int] = []
        #: The task that fails.
        self.failing = ""
        #: Every request: method, path, body.
        self.asked: list[tuple[str, str, Any]] = []

    def add(self, id_: str, spec: Record, body: Record) -> StandInRun:
        """Begin a run."""
        self.second += 1
        self.runs[id_] = StandInRun(id_, spec, body, self.second)
        return self.runs[id_]

    def step(self) -> None:
        """Let all runs go on."""
        self.second += 10
        for run in self.runs.values():
            run.step(self.second, self.failing)

    def newest(self) -> list[StandInRun]:
        """Return the runs, the newest first."""
        return sorted(self.runs.values(), key=lambda run: -run.created)

    def application(self) -> web.Application:
        """Return what answers."""
        vertex = r"/v1/projects/([^/]+)/locations/([^/]+)/pipelineJobs"
        options = {"known": self}
        return web.Application(
            [
                (r"/apis/v2beta1/(healthz|runs)", KubeflowRuns, options),
                (r"/apis/v2beta1/runs/([^/:]+)(:terminate)?", KubeflowRun, options),
                (vertex, VertexRuns, options),
                (rf"{vertex}/([^/:]+)(:cancel)?", VertexRun, options),
                (r"(/computeMetadata/v1.*|/)", Metadata, options),
                (r"/stand-in/step", Step, options),
            ]
        )


class Handler(web.RequestHandler):
    """A route of the stand-in."""

    def initialize(self, known: StandIn) -> None:
        self.known = known

    def body(self) -> Record:
        return json.loads(self.request.body or b"{}")


class Api(Handler):
    """A route that wants the token, and may fail."""

    def prepare(self) -> None:
        self.known.asked.append(
            (self.request.method or "", self.request.uri or "", self.request.body.decode())
        )
        if self.known.faults:
            status = self.known.faults.pop(0)
            if status == 429:
                self.set_header("Retry-After", "2")
            self.refuse(
                status, {429: "RESOURCE_EXHAUSTED", 500: "INTERNAL"}.get(status, "UNAVAILABLE"), "No luck."
            )
        elif self.request.headers.get("Authorization") != f"Bearer {self.known.token}":
            self.refuse(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.")

    def refuse(self, status: int, name: str, message: str) -> None:
        self.set_status(status)
        if self.request.path.startswith("/v1/"):
            self.finish({"error": {"code": status, "message": message, "status": name}})
        else:
            # A google.rpc.Status, as grpc-gateway writes it.
            self.finish({"code": 13, "message": message, "details": []})

    def found(self, id_: str) -> StandInRun | None:
        if id_ not in self.known.runs:
            self.refuse(404, "NOT_FOUND", f"The run {id_} is not there.")
        return self.known.runs.get(id_)


class KubeflowRuns(Api):
    """RunService.ListRuns and CreateRun, and HealthzService."""

    def get(self, what: str) -> None:
        if what == "healthz":
            self.finish({"multi_user": False, "pipeline_store": "database"})
            return
        assert self.get_argument("sort_by") == "created_at desc"
        size = int(self.get_argument("page_size"))
        runs = [kubeflow_run(run, False) for run in self.known.newest()][:size]
        self.finish({"runs": runs, "total_size": len(self.known.runs)} if runs else {})

    def post(self, _what: str) -> None:
        asked = self.body()
        spec = asked["pipeline_spec"]
        if "root" not in spec:
            self.refuse(400, "INVALID_ARGUMENT", "Failed to fetch a template: unknown template format")
            return
        self.finish(kubeflow_run(self.known.add(str(uuid.uuid4()), spec, asked), True))


class KubeflowRun(Api):
    """RunService.GetRun and TerminateRun."""

    def get(self, id_: str, _action: str | None) -> None:
        if run := self.found(id_):
            self.finish(kubeflow_run(run, True))

    def post(self, id_: str, action: str | None) -> None:
        assert action == ":terminate"
        if run := self.found(id_):
            run.state, run.ended = "stopped", self.known.second
            self.finish({})


def kubeflow_run(run: StandInRun, whole: bool) -> Record:
    """Return a Run of run.proto."""
    state = {"running": "RUNNING", "done": "SUCCEEDED", "failed": "FAILED", "stopped": "CANCELED"}[run.state]
    found: Record = {
        "experiment_id": "9c5a0c7e-0000-4000-8000-000000000000",
        "run_id": run.id,
        "display_name": run.body["display_name"],
        "storage_state": "AVAILABLE",
        "pipeline_spec": run.spec,
        "runtime_config": run.body["runtime_config"],
        "service_account": "pipeline-runner",
        "created_at": stamp(run.created),
        "scheduled_at": stamp(run.created),
        # The zero time stands for none.
        "finished_at": "1970-01-01T00:00:00Z" if run.ended is None else stamp(run.ended),
        "state": state,
        "state_history": [{"update_time": stamp(run.created), "state": "PENDING"}],
    }
    if whole:
        own = [(f"{name}-driver", "done", task[1], task[1]) for name, task in run.tasks.items()]
        tasks = [("root", "running", run.created, None), *own]
        tasks += [(name, *task) for name, task in run.tasks.items()]
        found["run_details"] = {"task_details": [kubeflow_task(run, *task) for task in tasks]}
    return found


def kubeflow_task(run: StandInRun, name: str, state: str, begin: int, end: int | None) -> Record:
    """Return a PipelineTaskDetail of run.proto."""
    found: Record = {
        "run_id": run.id,
        "task_id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{run.id}/{name}")),
        "display_name": name,
        "create_time": stamp(run.created),
        "start_time": stamp(begin),
        "end_time": "1970-01-01T00:00:00Z" if end is None else stamp(end),
        "state": _KUBEFLOW[state],
    }
    if state == "failed":
        found["error"] = {"code": 2, "message": f"{name} exited with status 1."}
    return found


class VertexRuns(Api):
    """PipelineService.ListPipelineJobs and CreatePipelineJob."""

    def get(self, project: str, region: str) -> None:
        size = int(self.get_argument("pageSize"))
        jobs = [vertex_job(run, project, region, False) for run in self.known.newest()][:size]
        self.finish({"pipelineJobs": jobs} if jobs else {})

    def post(self, project: str, region: str) -> None:
        asked = self.body()
        parameters = asked["pipelineSpec"]["root"].get("inputDefinitions", {}).get("parameters", {})
        unknown = set(asked["runtimeConfig"].get("parameterValues", {})) - set(parameters)
        if unknown:
            self.refuse(400, "INVALID_ARGUMENT", f"Unknown parameters: {', '.join(sorted(unknown))}.")
            return
        run = self.known.add(self.get_argument("pipelineJobId"), asked["pipelineSpec"], asked)
        self.finish(vertex_job(run, project, region, True))


class VertexRun(Api):
    """PipelineService.GetPipelineJob and CancelPipelineJob."""

    def get(self, project: str, region: str, id_: str, _action: str | None) -> None:
        if run := self.found(id_):
            self.finish(vertex_job(run, project, region, True))

    def post(self, _project: str, _region: str, id_: str, action: str | None) -> None:
        assert action == ":cancel"
        if run := self.found(id_):
            run.state, run.ended = "stopped", self.known.second
            self.finish({})


def vertex_job(run: StandInRun, project: str, region: str, whole: bool) -> Record:
    """Return a PipelineJob of pipeline_job.proto."""
    states = {"running": "RUNNING", "done": "SUCCEEDED", "failed": "FAILED", "stopped": "CANCELLED"}
    found: Record = {
        "name": f"projects/123/locations/{region}/pipelineJobs/{run.id}",
        "displayName": run.body["displayName"],
        "createTime": stamp(run.created).replace("Z", ".123456Z"),
        "startTime": stamp(run.created).replace("Z", ".123456789Z"),
        "updateTime": stamp(run.created),
        "pipelineSpec": run.spec,
        "state": f"PIPELINE_STATE_{states[run.state]}",
        "labels": run.body.get("labels", {}),
        "runtimeConfig": run.body["runtimeConfig"],
        "serviceAccount": ACCOUNT,
    }
    if run.ended is not None:
        found["endTime"] = stamp(run.ended)
    if run.state == "failed":
        found["error"] = {"code": 9, "message": f"The DAG failed because some tasks failed in {project}."}
    if whole:
        details = [
            vertex_task(run, number, name, *task) for number, (name, task) in enumerate(run.tasks.items(), 2)
        ]
        root = {"taskId": "1", "taskName": run.id, "state": "RUNNING", "startTime": stamp(run.created)}
        found["jobDetail"] = {"taskDetails": [root, *details]}
    return found


def vertex_task(run: StandInRun, number: int, name: str, state: str, begin: int, end: int | None) -> Record:
    """Return a PipelineTaskDetail of pipeline_job.proto."""
    found: Record = {
        "taskId": str(number),
        "parentTaskId": "1",
        "taskName": name,
        "createTime": stamp(begin),
        "startTime": stamp(begin),
        "state": _VERTEX[state],
        "executorDetail": {"containerDetail": {"mainJob": f"projects/123/locations/r/customJobs/{number}"}},
    }
    if end is not None:
        found["endTime"] = stamp(end)
    if state == "failed":
        found["error"] = {"code": 9, "message": f"{name}: the replica workerpool0-0 exited with 1."}
    if state in ("done", "cached"):
        root = run.body["runtimeConfig"]["gcsOutputDirectory"]
        outputs = run.spec["components"][name].get("outputDefinitions", {}).get("artifacts", {})
        found["outputs"] = {
            key: {
                "artifacts": [
                    {
                        "name": f"projects/123/locations/r/metadataStores/default/artifacts/{number}",
                        "uri": f"{root}/123/{run.id}/{name}_{number}/{key}",
                        "schemaTitle": schema["artifactType"]["instanceSchema"].splitlines()[0][
                            len("title: ") :
                        ],
                    }
                ]
            }
            for key, schema in outputs.items()
        }
    return found


class Metadata(Handler):
    """The metadata server of a machine in Google Cloud, as google-auth and a person's curl ask it."""

    def get(self, path: str) -> None:
        if self.request.headers.get("Metadata-Flavor") != "Google":
            self.set_status(403)
            return
        self.set_header("Metadata-Flavor", "Google")
        name = path.removeprefix("/computeMetadata/v1").strip("/")
        texts = {
            "": "computeMetadata/",
            "project/project-id": "my-project",
            "universe/universe-domain": "googleapis.com",
            "instance/zone": "projects/123/zones/europe-west4-a",
            "instance/attributes/gcs-data-bucket": "my-bucket",
        }
        account = {
            "email": ACCOUNT,
            "aliases": ["default"],
            "scopes": ["https://www.googleapis.com/auth/cloud-platform"],
        }
        if name.endswith("/token"):
            self.finish({"access_token": self.known.given_token, "expires_in": 3599, "token_type": "Bearer"})
        elif name.startswith("instance/service-accounts/"):
            self.finish(account)
        elif name in texts:
            self.set_header("Content-Type", "application/text")
            self.finish(texts[name])
        else:
            self.set_status(404)


class Step(Handler):
    """The test lets runs go on."""

    def post(self) -> None:
        self.known.step()
        self.finish({"runs": {id_: run.state for id_, run in self.known.runs.items()}})


def listen(known: StandIn) -> HTTPServer:
    """Answer at a free port of the loopback address."""
    (bound,) = bind_sockets(0, "127.0.0.1", family=socket.AF_INET)
    server = HTTPServer(known.application())
    server.add_sockets([bound])
    known.url = f"http://127.0.0.1:{bound.getsockname()[1]}"
    return server


async def main() -> None:
    """Run until it is ended."""
    known = StandIn()
    listen(known)
    print(json.dumps({"url": known.url}), flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
