"""Predicting takes a while: it is done beside the person's cells, tells how far it is, and can be stopped."""

from __future__ import annotations

import dataclasses
import threading
import uuid
from collections.abc import Callable

from ..protocol import Record
from .asked_model import AskedModel, Value
from .evaluated import Evaluated, find_evaluated
from .frozen_model import make_frozen
from .predictions import kept_file, make_predictions
from .validate import RefusedError

#: Jobs that are remembered after their end, for who asks later.
MAX_ENDED = 20


class _CanceledError(Exception):
    """Somebody stopped the job."""


@dataclasses.dataclass
class _Job:
    """A job, as a PredictionJob tells it."""

    evaluation: str
    what: str
    name: str = dataclasses.field(default_factory=lambda: uuid.uuid4().hex)
    state: str = "running"
    done: int = 0
    total: int | None = None
    path: str | None = None
    message: str | None = None
    cancel: threading.Event = dataclasses.field(default_factory=threading.Event)

    def record(self) -> Record:
        """Return the PredictionJob."""
        told = ("state", "done", "total", "path", "message")
        return {"job": self.name, **{name: getattr(self, name) for name in told}}

    def progress(self, done: int, total: int | None) -> None:
        """Take how far it is; the job ends here where somebody stopped it."""
        if self.cancel.is_set():
            raise _CanceledError
        self.done, self.total = done, total


class PredictionJobs:
    """The jobs of one kernel. Safe to call from any thread."""

    def __init__(self, namespace: Callable[[], Record]) -> None:
        self._namespace = namespace
        self._lock = threading.Lock()
        self._jobs: dict[str, _Job] = {}
        self._asked: AskedModel | None = None

    def start(self, what: str, evaluation: str, model: str | None, examples: str | None) -> Record:
        """Begin to predict, or join who does so already; return a PredictionJob.

        Args:
            what: ``predictions``; or ``model``, which is made for the browser after them.
            evaluation: URI of a ModelEvaluation artifact.
            model: URI of the model, for where no store knows.
            examples: The same of the examples.
        """
        with self._lock:
            for job in self._jobs.values():
                is_same = (job.evaluation, job.what) == (evaluation, what)
                if is_same and job.state == "running" and not job.cancel.is_set():
                    return job.record()
            ended = [job.name for job in self._jobs.values() if job.state != "running"]
            for name in ended[: max(0, len(ended) - MAX_ENDED)]:
                del self._jobs[name]
            job = _Job(evaluation, what)
            self._jobs[job.name] = job
        find = (dict(self._namespace()), evaluation, model, examples)
        threading.Thread(
            target=_work, args=(job, lambda: find_evaluated(*find)), name="jupyterlab-tfx", daemon=True
        ).start()
        return job.record()

    def look(self, name: str, cancel: bool = False) -> Record:
        """Return a job's PredictionJob; stop it where that is wanted.

        Raises:
            RefusedError: there is no such job.
        """
        with self._lock:
            job = self._jobs.get(name)
        if job is None:
            raise RefusedError("The kernel knows nothing of these predictions any more. Make them again.")
        if cancel:
            job.cancel.set()
        return job.record()

    def ask(
        self, evaluation: str, model: str | None, examples: str | None, rows: list[dict[str, Value]]
    ) -> Record:
        """Return an AskModelValue; arguments are as in :meth:`start`, and the rows' raw features.

        Raises:
            RefusedError: the model cannot be asked.
        """
        with self._lock:
            asked = self._asked
        evaluated = find_evaluated(dict(self._namespace()), evaluation, model, examples)
        if asked is None or asked.evaluated.key != evaluated.key:
            asked = AskedModel(evaluated, evaluated.spec.prediction_key)
            with self._lock:
                self._asked = asked
        said = asked.predict([asked.example(row) for row in rows]) if rows else None
        return {"predictions": [] if said is None else said.tolist()}

    def stop(self) -> None:
        """Stop all jobs."""
        with self._lock:
            for job in self._jobs.values():
                job.cancel.set()


def _work(job: _Job, find: Callable[[], Evaluated]) -> None:
    try:
        evaluated = find()
        job.progress(0, None)
        job.path = kept_file(evaluated, "predictions") or make_predictions(evaluated, job.progress)
        if job.what == "model":
            job.path = kept_file(evaluated, "model") or make_frozen(evaluated, job.progress)
        job.state = "done"
    except _CanceledError:
        job.state = "canceled"
    except RefusedError as error:
        job.message = str(error)
        job.state = "failed"
    except Exception as error:
        job.message = f"The predictions could not be made: {type(error).__name__}: {error}"[:2000]
        job.state = "failed"
