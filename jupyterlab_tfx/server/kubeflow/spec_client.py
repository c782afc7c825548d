"""What Kubeflow Pipelines and Vertex AI Pipelines have in common: runs that carry their specification."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Any

from ..runs.faults import MissingError, RefusedError
from ..runs.fresh import FreshAnswers
from . import specification
from .specification import Compiled

Record = dict[str, Any]

#: Seconds for which an answer is given to whoever asks for the same.
FRESH, FRESH_OVERVIEW = 0.9, 4.0
#: Runs that are shown, at most.
MAX_RUNS = 25


@dataclass(frozen=True)
class Run:
    """A run as an orchestrator tells it."""

    #: Of the pipeline.
    name: str
    #: A PipelineRun.
    record: Record
    spec: Record
    #: Where its artifacts go; empty where it is not told.
    root: str = ""
    #: PipelineTasks by the names of the specification's tasks, where they were asked for.
    tasks: list[Record] = field(default_factory=list)
    #: TaskArtifacts by the names of those tasks.
    artifacts: dict[str, list[Record]] = field(default_factory=dict)


class SpecClient(ABC):
    """Follows runs, and begins new ones of what was compiled or of what ran last."""

    def __init__(self, compiled: dict[str, Compiled]) -> None:
        """Take what was compiled, by name; it may grow."""
        self._compiled = compiled
        self._kept = FreshAnswers()

    @abstractmethod
    async def list_runs(self) -> list[Run]:
        """Return the last runs, the newest first."""

    @abstractmethod
    async def get_run(self, run: str) -> Run:
        """Return a run with its tasks."""

    @abstractmethod
    async def submit(self, job: Record, name: str, root: str, parameters: Record) -> str:
        """Begin a run; return its id.

        Args:
            job: A PipelineJob: its ``pipelineSpec`` and ``labels`` are taken.
            name: The pipeline's.
            root: Where artifacts go.
            parameters: Those that are not their defaults.
        """

    @abstractmethod
    async def cancel(self, run: str) -> None:
        """Ask for a run to end."""

    @abstractmethod
    def page(self, run: str) -> str:
        """Return the address of a run's page; of the page with all, where none is named."""

    async def overview(self) -> Record:
        """Return the pipelines that were compiled here or have run."""
        return await self._kept.get("overview", FRESH_OVERVIEW, self._overview)

    async def watch(self, pipeline: str, run: str | None) -> Record:
        """Return a RunsWatch."""
        return await self._kept.get(f"watch {pipeline} {run}", FRESH, lambda: self._watch(pipeline, run))

    async def log(self, pipeline: str, run: str, task: str, attempt: int) -> str:
        """Refuse: neither has logs in this API."""
        raise RefusedError("Logs are on the run's own page.")

    async def artifacts(self, pipeline: str, run: str, task: str) -> list[Record]:
        """Return what a task has made, where the orchestrator tells it."""
        return (await self.get_run(run)).artifacts.get(task, [])

    async def act(self, asked: Record) -> str | None:
        """Carry out ``trigger`` or ``stop``."""
        run = None
        if asked["action"] == "trigger":
            run = await self._begin(asked["pipeline"], specification.given(asked["parameters"]))
        elif asked["action"] == "stop":
            await self.cancel(asked["run"])
        else:
            raise RefusedError(f"It cannot {asked['action']}.")
        self._kept.clear()
        return run

    def refresh(self) -> None:
        """Forget kept answers: a pipeline was compiled."""
        self._kept.clear()

    async def _begin(self, pipeline: str, parameters: Record) -> str:
        compiled = self._compiled.get(pipeline)
        if compiled is not None:
            return await self.submit(compiled.job, pipeline, compiled.root, parameters)
        for run in await self.list_runs():
            if run.name == pipeline:
                return await self.submit({"pipelineSpec": run.spec}, pipeline, run.root, parameters)
        raise MissingError(f"There is no compiled pipeline {pipeline}, and no run of it: compile it first.")

    async def _overview(self) -> Record:
        names = dict.fromkeys([*self._compiled, *(run.name for run in await self.list_runs())])
        pipelines = [specification.pipeline(name, self.page("")) for name in names]
        return {"pipelines": pipelines, "importErrors": [], "warnings": []}

    async def _watch(self, pipeline: str, wanted: str | None) -> Record:
        runs = [run for run in await self.list_runs() if run.name == pipeline][:MAX_RUNS]
        chosen = wanted or (runs[0].record["id"] if runs else None)
        shown = None if chosen is None else await self.get_run(chosen)
        compiled = self._compiled.get(pipeline)
        spec = compiled.job["pipelineSpec"] if compiled else runs[0].spec if runs else {}
        return {
            "pipeline": specification.pipeline(pipeline, self.page("")),
            "parameters": specification.parameters(spec),
            "runs": [shown.record if shown and run.record["id"] == chosen else run.record for run in runs],
            "run": chosen,
            "tasks": specification.tasks(shown.spec, shown.tasks) if shown else [],
            "warnings": [],
        }
