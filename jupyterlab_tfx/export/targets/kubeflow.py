"""Kubeflow Pipelines v2 and Vertex AI Pipelines: a specification, compiled by TFX."""

from __future__ import annotations

from ...kubeflow import IMAGE_FILE, RUNNER_FILE, SPEC_FILE, image_file, runner_file
from ..plan import Plan
from .target import Target


def _files(_plan: Plan) -> dict[str, str]:
    return {RUNNER_FILE: runner_file(), IMAGE_FILE: image_file()}


def _start(_plan: Plan) -> str:
    return (
        "```bash\npip install kfp-pipeline-spec\n"
        f"python {RUNNER_FILE} --pipeline-root gs://BUCKET/FOLDER\n```\n\n"
        f"writes `{SPEC_FILE}`, which Kubeflow Pipelines and Vertex AI Pipelines run in TFX's own image, "
        "with the module files as wheels in the pipeline root. Where the pipeline needs more "
        f"(`components.py`, packages), build an image with the `{IMAGE_FILE}`, and name it with `--image`. "
        "`--resources Trainer=cpu:4,memory:16,NVIDIA_TESLA_T4:1`, `--component-image Trainer=IMAGE` and "
        "`--label team=ml` may be given several times. `--diff` shows what would be other than at the last "
        "time, and writes nothing."
    )


KUBEFLOW = Target("kubeflow", "Kubeflow Pipelines, Vertex AI Pipelines", _start, _files)
