"""Predicting takes a while: it is a job that tells how far it is, and can be stopped."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable

from ..protocol import Record
from .asked_model import AskedModel, Value
from .evaluated import Evaluated, find_evaluated
from .frozen_model import make_frozen
from .jobs import Job, Jobs
from .predictions import kept_file, make_predictions


@dataclasses.dataclass
class _Job(Job):
    """A job, as a PredictionJob tells it."""

    evaluation: str
    what: str
    done: int = 0
    total: int | None = None
    path: str | None = None

    def record(self) -> Record:
        """Return the PredictionJob."""
        told = ("state", "done", "total", "path", "message")
        return {"job": self.name, **{name: getattr(self, name) for name in told}}

    def progress(self, done: int, total: int | None) -> None:
        """Take how far it is; the job ends here where somebody stopped it."""
        self.check()
        self.done, self.total = done, total


class PredictionJobs:
    """The jobs of one kernel. Safe to call from any thread."""

    def __init__(self, namespace: Callable[[], Record]) -> None:
        self._namespace = namespace
        self._lock = threading.Lock()
        self._jobs: Jobs[_Job] = Jobs(
            "The kernel knows nothing of these predictions any more. Make them again.",
            "The predictions could not be made: ",
        )
        self._asked: AskedModel | None = None

    def start(self, what: str, evaluation: str, model: str | None, examples: str | None) -> Record:
        """Begin to predict, or join who does so already; return a PredictionJob.

        Args:
            what: ``predictions``; or ``model``, which is made for the browser after them.
            evaluation: URI of a ModelEvaluation artifact.
            model: URI of the model, for where no store knows.
            examples: The same of the examples.
        """
        find = (dict(self._namespace()), evaluation, model, examples)
        job = _Job(evaluation, what)
        return self._jobs.start(
            job,
            lambda: _work(job, lambda: find_evaluated(*find)),
            lambda other: (other.evaluation, other.what) == (evaluation, what),
        ).record()

    def look(self, name: str, cancel: bool = False) -> Record:
        """Return a job's PredictionJob; stop it where that is wanted.

        Raises:
            RefusedError: there is no such job.
        """
        return self._jobs.look(name, cancel).record()

    def ask(
        self,
        evaluation: str,
        model: str | None,
        examples: str | None,
        output: str,
        rows: list[dict[str, Value]],
    ) -> Record:
        """Return an AskModelValue; arguments are as in :meth:`start`.

        Args:
            evaluation: As there.
            model: As there.
            examples: As there.
            output: The key of the model's output that is asked for; empty where it has one.
            rows: Their raw features.

        Raises:
            RefusedError: the model cannot be asked.
        """
        with self._lock:
            asked = self._asked
        evaluated = find_evaluated(dict(self._namespace()), evaluation, model, examples)
        if asked is None or asked.evaluated.key != evaluated.key:
            asked = AskedModel(evaluated)
            with self._lock:
                self._asked = asked
        said = asked.predict([asked.example(row) for row in rows], output) if rows else None
        return {"predictions": [] if said is None else said.tolist()}

    def stop(self) -> None:
        """Stop all jobs."""
        self._jobs.stop()


def _work(job: _Job, find: Callable[[], Evaluated]) -> str:
    evaluated = find()
    job.progress(0, None)
    job.path = kept_file(evaluated, "predictions") or make_predictions(evaluated, job.progress)
    if job.what == "model":
        job.path = kept_file(evaluated, "model") or make_frozen(evaluated, job.progress)
    return "done"
