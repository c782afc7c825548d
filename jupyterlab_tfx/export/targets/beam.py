"""TFX's BeamDagRunner: the pipeline itself is a Beam job."""

from __future__ import annotations

from ..plan import Plan
from .target import Target

_RUNNER = '''"""Runs the pipeline {name} as an Apache Beam job: independent components side by side."""

from tfx.orchestration.beam.beam_dag_runner import BeamDagRunner

from pipeline import create_pipeline

# Of the job that starts the components; those that are Beam jobs themselves have create_pipeline's.
ORCHESTRATOR_ARGS = ['--runner=FnApiRunner']

if __name__ == '__main__':
    BeamDagRunner(beam_orchestrator_args=ORCHESTRATOR_ARGS).run(create_pipeline())
'''


def _files(plan: Plan) -> dict[str, str]:
    return {"beam_runner.py": _RUNNER.format(name=plan.name)}


def _start(_plan: Plan) -> str:
    return (
        "```bash\npython beam_runner.py\n```\n\nruns it as an Apache Beam job on this machine. Where a "
        "component outgrows the machine, give its Beam arguments (`--runner=FlinkRunner …`) in `pipeline.py`."
    )


BEAM = Target("beam", "Apache Beam", _start, _files)
