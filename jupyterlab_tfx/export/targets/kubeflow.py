"""Kubeflow Pipelines v2 and Vertex AI Pipelines: a specification, compiled by TFX."""

from __future__ import annotations

from ..plan import Plan
from .target import Target

_RUNNER = '''"""Compiles the pipeline {name} for Kubeflow Pipelines and Vertex AI Pipelines."""

import argparse

from tfx import v1 as tfx

from pipeline import create_pipeline


def compile_pipeline(image, pipeline_root, output):
    """Writes the specification that Kubeflow Pipelines and Vertex AI Pipelines run.

    Args:
      image: Container image with TFX and this folder, at the same path as here.
      pipeline_root: Folder of the artifacts, such as gs://bucket/folder.
      output: File to write, .json or .yaml.
    """
    experimental = tfx.orchestration.experimental
    if not hasattr(experimental, 'KubeflowV2DagRunner'):
        raise SystemExit("This needs the kfp package: pip install 'tfx[kfp]'")
    config = experimental.KubeflowV2DagRunnerConfig(default_image=image)
    runner = experimental.KubeflowV2DagRunner(config=config, output_filename=output)
    runner.run(create_pipeline(pipeline_root=pipeline_root), write_out=True)


if __name__ == '__main__':
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--image', required=True)
    parser.add_argument('--pipeline-root', required=True)
    parser.add_argument('--output', default={output!r})
    arguments = parser.parse_args()
    compile_pipeline(arguments.image, arguments.pipeline_root, arguments.output)
'''


def _files(plan: Plan) -> dict[str, str]:
    output = "pipeline_spec.json"
    return {"kubeflow_runner.py": _RUNNER.format(name=plan.name, output=output)}


def _start(_plan: Plan) -> str:
    return (
        "```bash\npython kubeflow_runner.py --image IMAGE --pipeline-root gs://BUCKET/FOLDER\n```\n\n"
        "writes `pipeline_spec.json` (with `pip install 'tfx[kfp]'`), which Kubeflow Pipelines and Vertex AI "
        "Pipelines run. The image holds TFX, and this folder at the same path as here."
    )


KUBEFLOW = Target("kubeflow", "Kubeflow Pipelines, Vertex AI Pipelines", _start, _files)
