"""Run by Airflow's Python: reads a DAG file as its DAG processor does; prints what it found as JSON."""

import json
import os
import runpy
import sys
import time

from airflow.serialization.serialized_objects import DagSerialization

start = time.monotonic()
dag = runpy.run_path(sys.argv[1])["dag"]
seconds = time.monotonic() - start
again = DagSerialization.from_dict(DagSerialization.to_dict(dag))
found = {
    "seconds": seconds,
    "id": dag.dag_id,
    "heavy": sorted({"tfx", "tensorflow", "jupyterlab_tfx"} & set(sys.modules)),
    "params": {name: param.schema["type"] for name, param in dag.params.items()},
    "defaults": dag.params.dump(),
    "serialized": sorted(again.task_ids),
    "tasks": {
        task.task_id: {
            "upstream": sorted(task.upstream_task_ids),
            "group": task.task_group.group_id,
            "rule": task.trigger_rule.value,
            "retries": task.retries,
            "environment": task.env,
        }
        for task in dag.tasks
    },
}
print(json.dumps(found))
os._exit(0)
