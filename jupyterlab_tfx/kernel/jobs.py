"""What takes a while is done beside the person's cells, is known by a name, and can be stopped."""

from __future__ import annotations

import dataclasses
import threading
import uuid
from collections.abc import Callable
from typing import Generic, TypeVar

from .validate import RefusedError

#: Jobs that are remembered after their end, for who asks later.
MAX_ENDED = 20
#: Characters of a failure, at most.
MAX_MESSAGE = 2000


class CanceledError(Exception):
    """Somebody stopped the job."""


@dataclasses.dataclass
class Job:
    """A job that goes on or has ended."""

    name: str = dataclasses.field(default_factory=lambda: uuid.uuid4().hex, init=False)
    #: ``running``, ``canceled``, ``failed``, or what the work has come to.
    state: str = dataclasses.field(default="running", init=False)
    #: Why it failed.
    message: str | None = dataclasses.field(default=None, init=False)

    def check(self) -> None:
        """End the work here where somebody stopped it.

        Raises:
            CanceledError: somebody did.
        """
        if self.state == "canceled":
            raise CanceledError

    def stop(self) -> None:
        """End what the work waits for. Called once, when somebody stops the job."""


AnyJob = TypeVar("AnyJob", bound=Job)


class Jobs(Generic[AnyJob]):
    """The jobs of one kind in one kernel. Safe to call from any thread.

    Args:
        unknown: What is said of a job that is not known.
        failure: What comes before the text of an error that nobody foresaw.
    """

    def __init__(self, unknown: str, failure: str = "") -> None:
        self._unknown = unknown
        self._failure = failure
        self._lock = threading.Lock()
        self._jobs: dict[str, AnyJob] = {}

    def start(
        self, job: AnyJob, work: Callable[[], str], same: Callable[[AnyJob], bool] | None = None
    ) -> AnyJob:
        """Begin a job in a thread of its own; return it, or one that goes on already and does the same.

        Args:
            job: Not begun yet.
            work: Does it, and returns the state that it ends in.
            same: Whether another job does the same.
        """
        with self._lock:
            running = [each for each in self._jobs.values() if each.state == "running"]
            for each in running:
                if same is not None and same(each):
                    return each
            ended = [each.name for each in self._jobs.values() if each.state != "running"]
            for name in ended[: max(0, len(ended) - MAX_ENDED)]:
                del self._jobs[name]
            self._jobs[job.name] = job
        threading.Thread(target=self._carry_out, args=(job, work), name="jupyterlab-tfx", daemon=True).start()
        return job

    def look(self, name: str, cancel: bool = False) -> AnyJob:
        """Return a job; stop it where that is wanted.

        Raises:
            RefusedError: there is no such job.
        """
        with self._lock:
            job = self._jobs.get(name)
        if job is None:
            raise RefusedError(self._unknown)
        if cancel and self._end(job, "canceled"):
            job.stop()
        return job

    def stop(self) -> None:
        """Stop all jobs."""
        for name in list(self._jobs):
            self.look(name, cancel=True)

    def _carry_out(self, job: AnyJob, work: Callable[[], str]) -> None:
        try:
            self._end(job, work())
        except CanceledError:
            self._end(job, "canceled")
        except RefusedError as error:
            self._end(job, "failed", str(error))
        except Exception as error:
            self._end(job, "failed", f"{self._failure}{type(error).__name__}: {error}")

    def _end(self, job: AnyJob, state: str, message: str | None = None) -> bool:
        """Let a job end, but for one that has; tell whether it did."""
        with self._lock:
            if job.state != "running":
                return False
            # Before the state: who sees that it has failed wants to know why.
            job.message = None if message is None else message[:MAX_MESSAGE]
            job.state = state
            return True
