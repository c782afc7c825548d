"""The intermediate representation (IR): TFX's ``pipeline.proto`` as JSON, and its runtime parameters."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .outcome import UsageError


def write_ir(ir: Any, path: str) -> None:
    """Write a compiled pipeline, whole or not at all: an orchestrator may be reading it."""
    from google.protobuf import json_format

    target = Path(path).absolute()
    target.parent.mkdir(parents=True, exist_ok=True)
    text = json_format.MessageToJson(ir, sort_keys=True)
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=target.parent, prefix=f".{target.name}.", delete=False
    ) as file:
        file.write(text + "\n")
    os.chmod(file.name, 0o644)
    os.replace(file.name, target)


def read_ir(path: str) -> Any:
    """Return the ``Pipeline`` message in a JSON file.

    Raises:
        UsageError: there is none.
    """
    from google.protobuf import json_format

    # Messages inside of Any fields are parsed only where their types have been imported.
    from ml_metadata.proto import metadata_store_pb2  # noqa: F401
    from tfx.proto.orchestration import (  # noqa: F401
        executable_spec_pb2,
        local_deployment_config_pb2,
        pipeline_pb2,
        platform_config_pb2,
    )

    try:
        text = Path(path).read_text("utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}). Write it with compile.") from None
    ir = pipeline_pb2.Pipeline()
    try:
        json_format.Parse(text, ir)
    except json_format.ParseError as error:
        raise UsageError(f"{path} is no compiled pipeline: {error}") from None
    return ir


def find_node(ir: Any, node_id: str) -> Any:
    """Return a ``PipelineNode`` by its id.

    Raises:
        UsageError: there is none of that id; the text names those that are there.
    """
    nodes = {node.pipeline_node.node_info.id: node.pipeline_node for node in ir.nodes}
    if node_id not in nodes:
        raise UsageError(f"The pipeline has no node {node_id}. It has: {', '.join(nodes)}.")
    return nodes[node_id]


def runtime_parameters(ir: Any) -> dict[str, Any]:
    """Return all ``RuntimeParameter`` messages of the pipeline by name, TFX's own two included."""
    from tfx.proto.orchestration import pipeline_pb2

    return {
        message.name: message
        for message in _messages(ir)
        if isinstance(message, pipeline_pb2.RuntimeParameter)
    }


def read_parameters(ir: Any, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of runtime parameters by name, each of its parameter's type. Imports no TensorFlow.

    Raises:
        UsageError: a name is unknown, a value is not of the parameter's type, or one has no value.
    """
    from tfx.dsl.compiler import constants

    known = runtime_parameters(ir)
    own = sorted(set(known) - {constants.PIPELINE_RUN_ID_PARAMETER_NAME})
    unknown = sorted(set(given) - set(known))
    if unknown:
        raise UsageError(
            f"The pipeline has no runtime parameter {', '.join(unknown)}. It has: {', '.join(own) or 'none'}."
        )
    missing = [name for name in own if name not in given and not known[name].HasField("default_value")]
    if missing:
        raise UsageError(f"Give a value to the runtime parameters {', '.join(missing)}.")
    return {name: _typed(known[name], value) for name, value in given.items()}


def set_run_id(ir: Any, run_id: str) -> None:
    """Put the run's id in the place of its parameter: it names the run's context. Imports no TensorFlow."""
    from tfx.dsl.compiler import constants
    from tfx.proto.orchestration import pipeline_pb2

    for value in list(_messages(ir)):
        if (
            isinstance(value, pipeline_pb2.Value)
            and value.runtime_parameter.name == constants.PIPELINE_RUN_ID_PARAMETER_NAME
        ):
            value.Clear()
            value.field_value.string_value = run_id


def set_parameters(ir: Any, run_id: str, values: Mapping[str, Any]) -> None:
    """Put values in the place of all runtime parameters, and the run's id, by TFX's own function.

    Imports TensorFlow. In the whole pipeline, not only in one node: input filters hold the run's id as well.
    """
    from tfx.dsl.compiler import constants
    from tfx.orchestration.portable import runtime_parameter_utils

    bindings = {**values, constants.PIPELINE_RUN_ID_PARAMETER_NAME: run_id}
    runtime_parameter_utils.substitute_runtime_parameter(ir, bindings)


def _typed(parameter: Any, value: Any) -> Any:
    types = parameter.DESCRIPTOR.enum_types_by_name["Type"].values_by_number
    kind = types[parameter.type].name
    try:
        return {"INT": int, "DOUBLE": float}.get(kind, str)(value)
    except (TypeError, ValueError):
        raise UsageError(f"The runtime parameter {parameter.name} takes {kind}, not {value!r}.") from None


def _messages(message: Any) -> Iterator[Any]:
    """Go through a message and all within it."""
    yield message
    for field, value in message.ListFields():
        if field.message_type is None:
            continue
        if field.message_type.GetOptions().map_entry:
            if field.message_type.fields_by_name["value"].message_type is None:
                continue
            parts = [value[key] for key in value]
        else:
            parts = value if field.label == field.LABEL_REPEATED else [value]
        for part in parts:
            yield from _messages(part)
