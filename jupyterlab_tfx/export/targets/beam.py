"""TFX's BeamDagRunner: the pipeline itself is a Beam job."""

from __future__ import annotations

from ..plan import Plan
from .parameters_file import PARAMETERS_FILE, parameters_file
from .target import Target

_RUNNER = '''"""Runs the pipeline {name} as an Apache Beam job: independent components side by side."""

import sys

from tfx.orchestration.beam.beam_dag_runner import BeamDagRunner

from pipeline import create_pipeline
from runtime_parameters import from_command_line, runner_with

if __name__ == '__main__':
    values = from_command_line()
    # The job that starts the components takes the other arguments; without any it runs in memory.
    if len(sys.argv) == 1:
        sys.argv.append('--runner=FnApiRunner')
    runner_with(BeamDagRunner, values).run(create_pipeline())
'''


def _files(plan: Plan) -> dict[str, str]:
    return {"beam_runner.py": _RUNNER.format(name=plan.name), PARAMETERS_FILE: parameters_file()}


def _start(_plan: Plan) -> str:
    return (
        "```bash\npython beam_runner.py\n```\n\nruns it as an Apache Beam job on this machine. Where a "
        "component outgrows the machine, give its Beam arguments (`--runner=FlinkRunner …`) in "
        "`pipeline.py`. "
        "`--parameter NAME=VALUE` gives a runtime parameter a value, and may be there several times."
    )


BEAM = Target("beam", "Apache Beam", _start, _files)
