"""Compiles the pipeline beside it for Kubeflow Pipelines and Vertex AI Pipelines.

What it writes is a PipelineJob as JSON, whose `pipelineSpec` both of them run. It needs TFX and, of Kubeflow
Pipelines, the messages alone: pip install kfp-pipeline-spec
"""

import argparse
import difflib
import json
import os
import re
import sys

_LABEL = re.compile(r"[a-z][a-z0-9_-]{0,62}")
_VALUE = re.compile(r"[a-z0-9_-]{0,63}")


def compile_pipeline(pipeline_root, image=None, images=None, resources=None, labels=None):
    """Returns the PipelineJob that TFX's KubeflowV2DagRunner makes of the pipeline.

    Args:
      pipeline_root: Folder of the artifacts, such as gs://bucket/folder.
      image: Container image with TFX and this folder, at the same path as here. Without one it is TFX's own,
        and the module files are packed into wheels in the pipeline root.
      images: Other images, by the component's id.
      resources: By the component's id: `cpu` (cores), `memory` (GB), `accelerator` (its type) and `count`.
      labels: The job's labels by name, for Vertex AI Pipelines.
    """
    if image or images:
        os.environ["UNSUPPORTED_DO_NOT_PACKAGE_USER_MODULES"] = "1"
    from ml_metadata.proto import metadata_store_pb2
    from tfx import v1 as tfx

    import pipeline

    experimental = tfx.orchestration.experimental
    if not hasattr(experimental, "KubeflowV2DagRunner"):
        raise SystemExit("This needs the messages of Kubeflow Pipelines: pip install kfp-pipeline-spec")
    config = experimental.KubeflowV2DagRunnerConfig(
        default_image=image,
        # The older schema has values that Kubeflow Pipelines does not read any more.
        use_pipeline_spec_2_1=True,
    )
    made = pipeline.create_pipeline(
        pipeline_root=pipeline_root,
        # Both orchestrators have metadata stores of their own.
        metadata_connection_config=metadata_store_pb2.ConnectionConfig(
            fake_database=metadata_store_pb2.FakeDatabaseConfig()
        ),
    )
    _title_own_types()
    job = experimental.KubeflowV2DagRunner(config=config).run(made, write_out=False)
    _add_defaults(job, made)
    containers = _containers(job)
    for component in {**(images or {}), **(resources or {})}:
        if component not in containers:
            known = ", ".join(sorted(containers))
            raise SystemExit(f"No container runs {component}. Those that have one: {known}.")
    for component, own_image in (images or {}).items():
        containers[component]["image"] = own_image
    for component, wanted in (resources or {}).items():
        containers[component]["resources"] = _resource_spec(wanted)
    job["labels"] = {**job.get("labels", {}), **(labels or {})}
    return job


def _title_own_types():
    """Gives artifact types that are not TFX's the title which TFX's container imports them by.

    TFX takes the type's name for it, and refuses names without a dot and types with properties.
    """
    from tfx.orchestration.kubeflow.v2 import compiler_utils
    from tfx.types.artifact import PropertyType

    kinds = {PropertyType.INT: "integer", PropertyType.FLOAT: "number", PropertyType.STRING: "string"}
    schema_of_tfx = compiler_utils.get_artifact_schema

    def schema(artifact_type):
        if artifact_type.__module__.partition(".")[0] == "tfx":
            return schema_of_tfx(artifact_type)
        lines = [f"title: {artifact_type.__module__}.{artifact_type.__qualname__}", "type: object"]
        properties = sorted((artifact_type.PROPERTIES or {}).items())
        lines += ["properties:"] if properties else []
        for name, own in properties:
            lines += [f"  {name}:", f"    type: {kinds.get(own.type, 'object')}"]
        return "\n".join(lines) + "\n"

    compiler_utils.get_artifact_schema = schema


def _add_defaults(job, made):
    """Writes the defaults of runtime parameters, which TFX leaves out of this schema."""
    from tfx import v1 as tfx

    inputs = job["pipelineSpec"]["root"].get("inputDefinitions", {}).get("parameters", {})
    for component in made.components:
        for value in component.exec_properties.values():
            is_parameter = isinstance(value, tfx.dsl.experimental.RuntimeParameter)
            if is_parameter and value.name in inputs and value.default is not None:
                inputs[value.name]["defaultValue"] = value.default


def _containers(job):
    """Returns the container of each component that has one, by its id."""
    executors = job["pipelineSpec"]["deploymentSpec"]["executors"]
    return {
        label.removesuffix("_executor"): executor["container"]
        for label, executor in executors.items()
        if "container" in executor
    }


def _resource_spec(wanted):
    spec = {}
    if "cpu" in wanted:
        spec["cpuLimit"] = float(wanted["cpu"])
    if "memory" in wanted:
        spec["memoryLimit"] = float(wanted["memory"])
    if "accelerator" in wanted:
        spec["accelerator"] = {"type": wanted["accelerator"], "count": str(int(wanted.get("count", 1)))}
    return spec


def local_paths(job):
    """Returns a sentence for each value that names a file which other machines do not have."""
    root, found = job["pipelineSpec"]["root"], []
    base = os.path.abspath(getattr(sys.modules["pipeline"], "BASE_FOLDER", os.path.dirname(__file__)))
    own = os.path.dirname(os.path.abspath(__file__))
    for name, parameter in sorted(root.get("inputDefinitions", {}).get("parameters", {}).items()):
        if base in str(parameter.get("defaultValue")):
            found.append(f"The runtime parameter {name} has a path of this machine as its default.")
    for task, spec in sorted(root["dag"]["tasks"].items()):
        for name, value in sorted(spec.get("inputs", {}).get("parameters", {}).items()):
            text = json.dumps(value.get("runtimeValue", {}).get("constant"))
            if base in text.replace(own, ""):
                found.append(f"{name} of {task} is a path of this machine.")
    return found


def read_resources(text):
    """Reads `cpu:4,memory:16,NVIDIA_TESLA_T4:1`, in any order, any of them left out."""
    found = {}
    for part in text.split(","):
        name, _, amount = (piece.strip() for piece in part.partition(":"))
        if not re.fullmatch(r"\d+(\.\d+)?", amount):
            raise argparse.ArgumentTypeError(f"{part}: write cpu:4,memory:16,NVIDIA_TESLA_T4:1")
        if name in ("cpu", "memory"):
            found[name] = float(amount)
        else:
            found["accelerator"], found["count"] = name, int(float(amount))
    return found


def _pair(text):
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise argparse.ArgumentTypeError(f"{text}: write NAME=VALUE")
    return name.strip(), value.strip()


def _resources(text):
    component, value = _pair(text)
    return component, read_resources(value)


def _label(text):
    name, value = _pair(text)
    if not _LABEL.fullmatch(name) or not _VALUE.fullmatch(value):
        raise argparse.ArgumentTypeError(f"{text}: labels have lower-case letters, digits, - and _")
    return name, value


def main(arguments=None):
    """Compiles, and writes what is new; with `--diff` shows it instead, and returns 1 where there is some."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--pipeline-root", required=True, help="such as gs://BUCKET/FOLDER")
    parser.add_argument("--image", help="with TFX and this folder, at the same path (default: TFX's own)")
    several = {"action": "append", "default": []}
    parser.add_argument("--component-image", metavar="ID=IMAGE", type=_pair, **several)
    parser.add_argument(
        "--resources", metavar="ID=cpu:4,memory:16,NVIDIA_TESLA_T4:1", type=_resources, **several
    )
    parser.add_argument("--label", metavar="NAME=VALUE", type=_label, **several)
    parser.add_argument("--output", default="pipeline_spec.json")
    parser.add_argument("--diff", action="store_true", help="write nothing: show what would be other")
    parser.add_argument("--write", action="store_true", help="with --diff: write it all the same")
    given = parser.parse_args(arguments)
    job = compile_pipeline(
        given.pipeline_root,
        given.image,
        dict(given.component_image),
        dict(given.resources),
        dict(given.label),
    )
    for sentence in local_paths(job):
        print(f"note: {sentence}", file=sys.stderr)
    text = json.dumps(job, indent=1, sort_keys=True) + "\n"
    before = ""
    if os.path.exists(given.output):
        with open(given.output, encoding="utf-8") as file:
            before = file.read()
    if given.diff:
        lines = (before.splitlines(keepends=True), text.splitlines(keepends=True))
        if before or not given.write:
            sys.stdout.writelines(difflib.unified_diff(*lines, given.output, "compiled now"))
        if not given.write:
            return int(before != text)
    with open(given.output, "w", encoding="utf-8") as file:
        file.write(text)
    if not given.diff:
        print(f"wrote {given.output}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
