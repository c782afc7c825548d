"""The Beam runners that a person chose in the panel: checked, and handed to ``InteractiveContext.run``.

The cells stay as they are. TFX takes ``context.run(component, beam_pipeline_args=…)`` over the context's own
``beam_pipeline_args``; a choice comes in between: what a cell names for one run is meant so, and wins.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..beam import Problem, arguments_of, check_form, check_place
from ..protocol import Record

_SECRET = re.compile(r"^(--?[\w-]*(?:pass|secret|token|credential|api_?key)[\w-]*)=.*$", re.IGNORECASE)


class BeamRunnerError(RuntimeError):
    """The Beam runner that was chosen in the TFX panel cannot be used. The text says what to do."""


@dataclass(frozen=True)
class Decision:
    """The Beam arguments of one run, and who said so."""

    #: None where nobody said anything: TFX's own default.
    arguments: list[str] | None
    origin: str
    choice: Record | None = None

    @property
    def record(self) -> Record:
        """Return a BeamRun of the protocol."""
        shown = [_SECRET.sub(r"\1=…", re.sub(r"://[^/\s@]+@", "://…@", a)) for a in self.arguments or []]
        return {"origin": self.origin, "choice": self.choice, "arguments": shown}


class BeamRunners:
    """The choices of the notebook, for as long as this kernel lives."""

    def __init__(self) -> None:
        self._choices: Record = {"notebook": None, "components": {}}
        #: Program of the Prism that ran last; empty for Beam's own.
        self._prism = ""

    def answer(self, request: Record) -> Record:
        """Answer a UseBeamRequest, whose choices are for the runs from now on, or a CheckBeamRequest."""
        if request["kind"] == "check-beam":
            return check(request["choice"])
        self._choices = request["choices"]
        return {}

    def decide(self, component: Any, context: Any, given: list[str] | None) -> Decision | None:
        """Return the arguments of a component's Beam jobs; None where it has none.

        Args:
            component: What is run.
            context: Its ``InteractiveContext``.
            given: ``beam_pipeline_args`` of this call of ``run``.
        """
        if not is_beam(component):
            return None
        if given:
            return Decision([str(argument) for argument in given], "cell")
        choice = self._choices["components"].get(str(component.id), self._choices["notebook"])
        if choice is not None:
            return Decision(arguments_of(choice), "choice", choice)
        own = context.beam_pipeline_args
        return Decision([str(argument) for argument in own], "context") if own else Decision(None, "none")

    def ensure_usable(self, component: Any, choice: Record) -> None:
        """Look at a choice before it is used: a job that nobody takes would wait for minutes.

        Raises:
            BeamRunnerError: it cannot be used.
        """
        wrong = [
            problem["message"]
            for problem in check(choice, again=True)["problems"]
            if problem["severity"] == "error"
        ]
        if wrong:
            reasons = " ".join(wrong)
            raise BeamRunnerError(
                f"The Beam runner chosen for {component.id} in the TFX panel cannot be used. {reasons}"
            )
        if choice["runner"] == "prism":
            self._take_prism(choice["options"].get("prismLocation", ""))

    def _take_prism(self, location: str) -> None:
        """Let Beam start the Prism of this choice: the first one of a process would stay.

        ``apache_beam/runners/portability/prism_runner.py`` keeps it in ``PrismRunner.shared_handle``.
        """
        if location != self._prism:
            from apache_beam.runners.portability.prism_runner import PrismRunner
            from apache_beam.utils.shared import Shared

            PrismRunner.shared_handle = Shared()
            self._prism = location


def check(choice: Record, *, again: bool = False) -> Record:
    """Return a BeamCheck: the fields, the Beam that is installed, and whether somebody answers.

    Args:
        choice: A BeamChoice.
        again: It was looked at before: what takes long and does not change is left out.
    """
    version = beam_version()
    problems = check_form(choice)
    if version is None:
        problems.append(Problem(None, "error", "The kernel's environment has no Apache Beam: install TFX."))
    else:
        problems += _installed(choice, version)
    if not any(problem.severity == "error" for problem in problems):
        problems += check_place(choice)
        if choice["runner"] == "dataflow" and not again:
            problems += _dataflow_job(choice)
    arguments = arguments_of(choice)
    return {
        "beam": version,
        "arguments": arguments,
        "problems": [problem.record() for problem in problems],
    }


def _dataflow_job(choice: Record) -> list[Problem]:
    """Let Beam look at the arguments and build a job of them; nothing is sent to Google Cloud."""
    from .dataflow import argument_errors, job_of, small_pipeline

    arguments = arguments_of(choice)
    errors = argument_errors(arguments)
    if errors:
        return [Problem(None, "error", f"Apache Beam refuses these arguments: {' '.join(errors)}")]
    try:
        job_of(arguments, small_pipeline)
    except Exception as error:
        return [Problem(None, "error", f"Apache Beam can build no job of these arguments: {error}")]
    return [
        Problem(
            None,
            "warning",
            "Beam takes these arguments, and has built a Dataflow job of them in the kernel. It was not run, "
            "and Google Cloud was not asked: whether the project, the bucket and your rights are good shows "
            "at the first run.",
        )
    ]


def beam_version() -> str | None:
    """Return the version of Apache Beam in this environment, without importing it."""
    try:
        return importlib.metadata.version("apache-beam")
    except importlib.metadata.PackageNotFoundError:
        return None


def is_beam(component: Any) -> bool:
    """Tell whether a component is a Beam job."""
    return any(base.__name__ == "BaseBeamComponent" for base in type(component).__mro__)


def words(choice: Record) -> str:
    """Return where a choice leads, for the line in a cell's output."""
    options = choice["options"]
    place = options.get("endpoint") or options.get("master") or options.get("project") or options.get("mode")
    return f"{choice['runner'].capitalize()}{f' ({place})' if place else ''}"


def _installed(choice: Record, version: str) -> list[Problem]:
    """Return what the installed Beam lacks for a runner."""
    if choice["runner"] != "prism":
        return []
    if not _has_module("runners/portability/prism_runner.py"):
        return [
            Problem(
                None,
                "error",
                f"Apache Beam {version}, which the kernel has, comes without Prism: Beam 2.60 and newer have "
                "it. Choose Direct instead.",
            )
        ]
    location = choice["options"].get("prismLocation")
    kept = Path("~/.apache_beam/cache/prism/bin").expanduser()
    if not location and not (kept.is_dir() and any(kept.iterdir())):
        return [
            Problem(
                "prismLocation",
                "warning",
                "Prism's program is not on this machine yet: Beam downloads it from GitHub at the first run. "
                "Without a network, build it and give its path.",
            )
        ]
    return []


def _has_module(path: str) -> bool:
    spec = importlib.util.find_spec("apache_beam")
    folders = [] if spec is None else list(spec.submodule_search_locations or [])
    return any(Path(folder, path).is_file() for folder in folders)
