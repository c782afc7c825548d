"""Apache Airflow: one task for each node, in an environment without TFX."""

from __future__ import annotations

from ...airflow import DAG_FILE, dag_file
from ..plan import Plan
from .target import Target


def _files(_plan: Plan) -> dict[str, str]:
    return {DAG_FILE: dag_file()}


def _start(_plan: Plan) -> str:
    return (
        "```bash\npython -m jupyterlab_tfx.node compile --module pipeline.py --out pipeline.json\n```\n\n"
        f"and copy this folder into the DAGs folder of Airflow 3, 2.11 or 2.10. `{DAG_FILE}` reads "
        "`pipeline.json`, and Airflow's environment needs neither TFX nor jupyterlab-tfx: each task starts "
        "the Python that `TFX_PYTHON` names, in the environment of Airflow's workers or in the file."
    )


AIRFLOW = Target("airflow", "Apache Airflow", _start, _files)
