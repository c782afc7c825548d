"""TFX's LocalDagRunner: one component after the other, in one process."""

from __future__ import annotations

from ..plan import Plan
from .parameters_file import PARAMETERS_FILE, parameters_file
from .target import Target

_RUNNER = '''"""Runs the pipeline {name} here, one component after the other."""

from tfx import v1 as tfx

from pipeline import create_pipeline
from runtime_parameters import from_command_line, runner_with

if __name__ == '__main__':
    values = from_command_line()
    runner_with(tfx.orchestration.LocalDagRunner, values).run(create_pipeline())
'''


def _files(plan: Plan) -> dict[str, str]:
    return {"local_runner.py": _RUNNER.format(name=plan.name), PARAMETERS_FILE: parameters_file()}


def _start(_plan: Plan) -> str:
    return (
        "```bash\npython local_runner.py\n```\n\nruns it here, one component after the other. "
        "`--parameter NAME=VALUE` gives a runtime parameter a value, and may be there several times."
    )


LOCAL = Target("local", "TFX LocalDagRunner", _start, _files)
