"""TFX's LocalDagRunner: one component after the other, in one process."""

from __future__ import annotations

from ..plan import Plan
from .target import Target

_RUNNER = '''"""Runs the pipeline {name} here, one component after the other."""

from tfx import v1 as tfx

from pipeline import create_pipeline

if __name__ == '__main__':
    tfx.orchestration.LocalDagRunner().run(create_pipeline())
'''


def _files(plan: Plan) -> dict[str, str]:
    return {"local_runner.py": _RUNNER.format(name=plan.name)}


def _start(_plan: Plan) -> str:
    return "```bash\npython local_runner.py\n```\n\nruns it here, one component after the other."


LOCAL = Target("local", "TFX LocalDagRunner", _start, _files)
