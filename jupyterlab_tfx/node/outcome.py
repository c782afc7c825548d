"""What became of a node: the states, their exit codes, and the JSON object that tells more."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

State = Literal["done", "cached", "skipped", "failed", "canceled"]

#: Of wrong arguments, as argparse has it: nothing was run, and trying again does not help.
EXIT_USAGE = 2
#: 99 is what Airflow's BashOperator takes for "skipped"; 143 is how a shell tells of SIGTERM.
_EXIT_CODES: dict[State, int] = {"done": 0, "cached": 0, "skipped": 99, "failed": 1, "canceled": 143}


class UsageError(ValueError):
    """The command cannot be carried out as it was given. The text says what to change."""


@dataclass
class Outcome:
    """What became of one node in one run."""

    pipeline: str
    node: str
    run_id: str
    state: State
    #: Id of the execution in the metadata store; None where none was made.
    execution: int | None = None
    #: Why it failed, was skipped or canceled.
    reason: str | None = None
    #: Artifacts by output key, each with ``id``, ``type`` and ``uri``.
    outputs: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def exit_code(self) -> int:
        """Exit code of the process."""
        return _EXIT_CODES[self.state]

    def as_json(self) -> dict[str, Any]:
        """Return a NodeResult of the protocol."""
        return {
            "pipeline": self.pipeline,
            "node": self.node,
            "runId": self.run_id,
            "state": self.state,
            "execution": self.execution,
            "reason": self.reason,
            "outputs": self.outputs,
            "seconds": round(self.seconds, 3),
        }
