"""Runs the TFX pipeline in pipeline.json, beside this file, on Apache Airflow 3, 2.11 and 2.10.

Each node of the pipeline is a task. A task runs TFX in the environment of TFX_PYTHON; Airflow's own
environment needs neither TFX nor jupyterlab-tfx. Change the settings as you like, and pipeline.json by
compiling it again.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import nullcontext
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

try:
    from airflow.providers.standard.operators.bash import BashOperator
    from airflow.sdk import DAG, BaseOperatorLink, Param, TaskGroup
except ImportError:  # Airflow 2
    from airflow.models.baseoperatorlink import BaseOperatorLink
    from airflow.models.dag import DAG
    from airflow.models.param import Param
    from airflow.operators.bash import BashOperator
    from airflow.utils.task_group import TaskGroup

# Settings.
#: The Python that has TFX and jupyterlab-tfx.
TFX_PYTHON = os.environ.get("TFX_PYTHON", "python3")
#: When runs begin by themselves: None, a cron expression, "@daily", …
SCHEDULE = None
START_DATE = datetime(2024, 1, 1, tzinfo=timezone.utc)
#: Tries after the first one that failed, and the time before each.
RETRIES = 1
RETRY_DELAY = timedelta(seconds=30)
#: Airflow's pools of nodes, such as {"Trainer": "gpu"}; a node that is not named has the default pool.
POOLS: dict[str, str] = {}
#: Runs at the same time.
MAX_ACTIVE_RUNS = 1
#: More of the environment of every task, such as {"TFX_METADATA": "postgresql://…"}. Secrets are better in
#: the environment of Airflow's workers.
ENVIRONMENT: dict[str, str] = {}
#: Address of JupyterLab, such as https://hub.example.org/user/me/lab, for links from a task to its artifacts.
JUPYTERLAB_URL = os.environ.get("JUPYTERLAB_URL", "")

HERE = Path(__file__).resolve().parent
PIPELINE = HERE / "pipeline.json"

#: Says what is missing instead of failing with what a shell says; "exec", so that SIGTERM reaches the node.
COMMAND = """
if ! command -v "$TFX_PYTHON" >/dev/null; then
  echo "There is no Python at $TFX_PYTHON on this worker. Install TFX and jupyterlab-tfx in an environment,"
  echo "and name its Python in the variable TFX_PYTHON of the worker or in $TFX_DAG."
  exit 2
fi
has_both='from importlib.util import find_spec; exit(not (find_spec("tfx") and find_spec("jupyterlab_tfx")))'
if ! "$TFX_PYTHON" -c "$has_both"
then
  echo "The environment of $TFX_PYTHON has no TFX or no jupyterlab-tfx: run"
  echo "$TFX_PYTHON -m pip install tfx jupyterlab-tfx"
  exit 2
fi
exec "$TFX_PYTHON" -m jupyterlab_tfx.node run --ir "$TFX_IR" --node "$TFX_NODE" --run-id "$TFX_RUN_ID"
"""

#: Task groups, by the last part of a node's type.
PHASES = {
    "data": r"\w*ExampleGen|StatisticsGen|\w*SchemaGen|ExampleValidator|DistributionValidator|Importer",
    "training": r"Transform|Tuner|Trainer",
    "evaluation": r"Evaluator|InfraValidator|BulkInferrer|Resolver",
    "deployment": r"\w*Pusher",
}


class ArtifactsLink(BaseOperatorLink):
    """From a task to the artifacts that it made, in JupyterLab."""

    name = "Artifacts"

    def get_link(self, operator: Any, *, ti_key: Any) -> str:
        """Return the address that opens them; empty where there are none, or JUPYTERLAB_URL is not set."""
        outputs = getattr(operator, "outputs", {})
        pairs = [
            ("tfx-artifact", f"{artifact['type']} {artifact['uri']}")
            for artifacts in outputs.values()
            for artifact in artifacts
        ]
        return f"{JUPYTERLAB_URL}?{urlencode(pairs)}" if JUPYTERLAB_URL and pairs else ""


class NodeOperator(BashOperator):
    """Runs one node. The NodeResult that it prints last is the task's XCom."""

    # Airflow 2 wants a plugin for links.
    operator_extra_links = (ArtifactsLink(),) if BaseOperatorLink.__module__.startswith("airflow.sdk") else ()

    def execute(self, context: Any) -> Any:
        """Run it; exit code 99 skips the task."""
        result = super().execute(context)
        self.outputs = json.loads(result or "{}").get("outputs", {})
        return result


def runtime_parameters(part: Any, found: dict[str, Any]) -> dict[str, Any]:
    """Collect the runtime parameters of a part of pipeline.json by name."""
    if isinstance(part, dict):
        if "runtimeParameter" in part:
            parameter = part["runtimeParameter"]
            found[parameter["name"]] = parameter
        for value in part.values():
            runtime_parameters(value, found)
    elif isinstance(part, list):
        for value in part:
            runtime_parameters(value, found)
    return found


def param(parameter: dict[str, Any]) -> Param:
    """Return a field of Airflow's trigger form; what is left empty has the pipeline's own default."""
    kind = {"INT": "integer", "DOUBLE": "number"}.get(parameter.get("type", ""), "string")
    default = next(iter(parameter.get("defaultValue", {}).values()), None)
    if kind != "string" and default is not None:
        default = {"integer": int, "number": float}[kind](default)
    return Param(default, type=["null", kind])


def phase(node: dict[str, Any]) -> str | None:
    """Return the task group of a node; None for components of one's own."""
    kind = node["nodeInfo"]["type"]["name"].rpartition(".")[2]
    return next((name for name, kinds in PHASES.items() if re.fullmatch(kinds, kind)), None)


def task(node: dict[str, Any]) -> NodeOperator:
    """Return the task of a node."""
    node_id = node["nodeInfo"]["id"]
    strategy = node.get("executionOptions", {}).get("strategy", "")
    return NodeOperator(
        task_id=re.sub(r"[^\w.-]", "_", node_id),
        bash_command=COMMAND,
        env={
            "TFX_PYTHON": TFX_PYTHON,
            "TFX_DAG": __file__,
            "TFX_IR": str(PIPELINE),
            "TFX_NODE": node_id,
            "TFX_RUN_ID": "{{ run_id }}",
            # As JSON in the environment: no shell takes values apart.
            "TFX_PARAMETERS": "{{ params | tojson }}",
            **ENVIRONMENT,
        },
        append_env=True,
        cwd=str(HERE),
        pool=POOLS.get(node_id),
        retries=RETRIES,
        retry_delay=RETRY_DELAY,
        # The node itself knows whether it is skipped with those before it.
        trigger_rule="all_done" if strategy.endswith("ALL_UPSTREAM_NODES_COMPLETED") else "none_failed",
        doc=node["nodeInfo"]["type"]["name"],
    )


def make_dag() -> DAG:
    """Return the DAG of pipeline.json."""
    pipeline = json.loads(PIPELINE.read_text("utf-8"))
    name = pipeline["pipelineInfo"]["id"]
    nodes = [node["pipelineNode"] for node in pipeline["nodes"]]
    parameters = runtime_parameters(pipeline, {})
    with DAG(
        dag_id=re.sub(r"[^\w.-]", "_", name),
        description=f"The TFX pipeline {name}.",
        schedule=SCHEDULE,
        start_date=START_DATE,
        catchup=False,
        max_active_runs=MAX_ACTIVE_RUNS,
        tags=["tfx"],
        params={key: param(parameter) for key, parameter in parameters.items() if key != "pipeline-run-id"},
        doc_md=__doc__,
    ) as made:
        groups = {
            name: TaskGroup(name, prefix_group_id=False) if name else nullcontext()
            for name in dict.fromkeys(phase(node) for node in nodes)
        }
        tasks = {}
        for node in nodes:
            with groups[phase(node)]:
                tasks[node["nodeInfo"]["id"]] = task(node)
        for node in nodes:
            for upstream in node.get("upstreamNodes", []):
                tasks[node["nodeInfo"]["id"]].set_upstream(tasks[upstream])
    return made


dag = make_dag()
