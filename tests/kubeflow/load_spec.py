"""Loads pipeline specifications with the SDK of Kubeflow Pipelines, in its own environment."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from kfp import components


def main() -> None:
    """Print the name and the tasks of each file's pipeline; the SDK refuses what its schema does not have."""
    found = []
    for path in sys.argv[1:]:
        job = json.loads(Path(path).read_text("utf-8"))
        loaded = components.load_component_from_text(json.dumps(job["pipelineSpec"]))
        tasks = loaded.pipeline_spec.root.dag.tasks
        found.append({"name": loaded.name, "tasks": sorted(tasks)})
    print(json.dumps(found))


if __name__ == "__main__":
    main()
