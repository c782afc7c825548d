"""The file that runs a compiled pipeline on Apache Airflow. Standard library only, for every side."""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["DAG_FILE", "dag_file"]

#: Name of the file; ``pipeline.json`` lies beside it.
DAG_FILE = "airflow_dag.py"


def dag_file(tfx_python: str = "python3") -> str:
    """Return the text of ``airflow_dag.py``: the same for every pipeline, but for its settings.

    Args:
        tfx_python: Path of the Python that has TFX and jupyterlab-tfx, where Airflow's tasks run; the
            variable TFX_PYTHON of Airflow's workers comes before it.
    """
    text = (Path(__file__).parent / DAG_FILE).read_text("utf-8")
    line = f'TFX_PYTHON = os.environ.get("TFX_PYTHON", {_quoted(tfx_python)})'
    return re.sub(r"^TFX_PYTHON = .*$", lambda _: line, text, count=1, flags=re.MULTILINE)


def _quoted(text: str) -> str:
    """Return a Python literal in double quotes, as the rest of the file has them."""
    return '"' + repr('"' + text)[2:-1].replace('"', '\\"') + '"'
