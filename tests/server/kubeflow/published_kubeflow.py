"""Asks the stand-in with the client that Kubeflow publishes, in its own environment."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import kfp
import kfp_server_api


def main() -> None:
    """Submit a specification twice and follow one run; print what the client has read."""
    url, spec, token = sys.argv[1:]
    client = kfp.Client(host=url, existing_token=token)
    experiment = "9c5a0c7e-0000-4000-8000-000000000000"
    job = json.loads(Path(spec).read_text("utf-8"))
    run = client._run_api.run_service_create_run(
        run=kfp_server_api.V2beta1Run(
            experiment_id=experiment,
            display_name="one",
            pipeline_spec=job["pipelineSpec"],
            runtime_config=kfp_server_api.V2beta1RuntimeConfig(
                parameters={"steps": 5}, pipeline_root="gs://b"
            ),
        )
    )
    listed = client.list_runs(page_size=5, sort_by="created_at desc").runs
    found = client.get_run(run.run_id)
    client.terminate_run(run.run_id)
    print(
        json.dumps(
            {
                "listed": [one.run_id for one in listed],
                "run": found.run_id,
                "state": found.state,
                "tasks": [task.display_name for task in found.run_details.task_details],
                "created": found.created_at.year,
                "ended": client.get_run(run.run_id).state,
            }
        )
    )


if __name__ == "__main__":
    main()
