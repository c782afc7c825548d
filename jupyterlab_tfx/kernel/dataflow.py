"""What Dataflow would be given: Beam's own look at the arguments, and the job that it makes of them.

Nothing is sent. Beam's validator as a whole asks Google Cloud about the bucket, and creating a job uploads
files: the parts of both are used that do neither.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..protocol import Record

_STAGED = "pipeline.pb"


def argument_errors(arguments: Sequence[str]) -> list[str]:
    """Return what Beam itself has against the arguments of a Dataflow job."""
    from apache_beam.options import pipeline_options
    from apache_beam.options.pipeline_options_validator import PipelineOptionsValidator
    from apache_beam.runners.dataflow.dataflow_runner import DataflowRunner

    options = pipeline_options.PipelineOptions(list(arguments))
    validator = PipelineOptionsValidator(options, DataflowRunner())
    cloud = options.view_as(pipeline_options.GoogleCloudOptions)
    errors = list(validator.validate_cloud_options(cloud))
    for name in ("temp_location", "staging_location"):
        if name == "temp_location" or getattr(cloud, name):
            errors += validator.validate_gcs_path(cloud, name)
    return [str(error) for error in errors]


def job_of(arguments: Sequence[str], build: Callable[[Any], Any]) -> Record:
    """Return the job that Dataflow would be asked to run, as its REST API takes it.

    Args:
        arguments: Of a Beam pipeline that runs on Dataflow.
        build: Puts the transforms into a pipeline that it is given.
    """
    import json

    import apache_beam as beam
    from apache_beam.options import pipeline_options
    from apache_beam.runners.dataflow.internal import apiclient
    from apache_beam.transforms import environments

    options = pipeline_options.PipelineOptions([*arguments, "--no_auth"])
    cloud = options.view_as(pipeline_options.GoogleCloudOptions)
    cloud.staging_location = cloud.staging_location or cloud.temp_location
    pipeline = beam.Pipeline(argv=["--runner=FnApiRunner"])
    build(pipeline)
    image = apiclient.get_container_image_from_options(options)
    workers = environments.DockerEnvironment.from_container_image(image)
    proto = pipeline.to_runner_api(default_environment=workers)
    job = apiclient.Job(options, proto)
    job.proto.environment = apiclient.Environment(
        packages=[],
        options=options,
        environment_version="",
        proto_pipeline_staged_url=f"{cloud.staging_location}/{_STAGED}",
        proto_pipeline=proto,
    ).proto
    found: Record = json.loads(str(job))
    steps = [each for each in proto.components.transforms.values() if not each.subtransforms]
    return {"job": found, "image": image, "steps": len(steps)}


def small_pipeline(pipeline: Any) -> None:
    """Put two transforms into a pipeline: enough to see whether the arguments make a job."""
    import apache_beam as beam

    _ = pipeline | beam.Create([1]) | beam.Map(str)
