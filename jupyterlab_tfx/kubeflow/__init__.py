"""The files that compile a pipeline for Kubeflow Pipelines. Standard library only, for every side."""

from __future__ import annotations

from pathlib import Path

__all__ = ["IMAGE_FILE", "RUNNER_FILE", "SPEC_FILE", "image_file", "runner_file"]

#: What compiles; ``pipeline.py`` lies beside it.
RUNNER_FILE = "kubeflow_runner.py"
#: What it writes: a PipelineJob, as JSON.
SPEC_FILE = "pipeline_spec.json"
#: Makes an image of TFX and the exported folder.
IMAGE_FILE = "Dockerfile"


def runner_file() -> str:
    """Return the text of ``kubeflow_runner.py``: the same for every pipeline."""
    return (Path(__file__).parent / RUNNER_FILE).read_text("utf-8")


def image_file() -> str:
    """Return the text of the ``Dockerfile``: the same for every pipeline."""
    return (Path(__file__).parent / IMAGE_FILE).read_text("utf-8")
