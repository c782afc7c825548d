"""A pipeline as TFX's compiler sees it, in a form that two pipelines can be compared in.

The intermediate representation is TFX's ``proto/orchestration/pipeline.proto``. What only says where
and when a pipeline runs (its name, root, run, store, cache, Beam arguments) is left out.
"""

from __future__ import annotations

import contextlib
import copy
import hashlib
import json
import os
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..protocol import Record

#: Properties that an ExampleGen's driver adds when it runs.
_ADDED_BY_RUN = {"span", "version", "input_fingerprint"}
#: Modules whose classes are the notebook's own, in the notebook and in the exported files.
_OWN_MODULES = ("__main__", "components", "pipeline")
#: Reads a text file by its path; ``None`` where there is none.
ReadFile = Callable[[str], str | None]


def read_text(path: str) -> str | None:
    """Return a file's text, if it is there."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError):
        return None


def declared_registry() -> Any:
    """Return TFX's registry of what this thread has declared; ``None`` where there is none."""
    module = sys.modules.get("tfx.dsl.context_managers.dsl_context_registry")
    return None if module is None else module.get()


def compile_components(components: Iterable[Any], registry: Any = None) -> Any:
    """Return the intermediate representation of components; they and the registry stay as they are.

    Args:
        components: Nodes of one pipeline.
        registry: Where they were declared, for conditionals; the current thread's by default.
    """
    from tfx import v1 as tfx
    from tfx.dsl.compiler import compiler

    nodes = list(components)
    with _restored(nodes), _registry(registry):
        pipeline = tfx.dsl.Pipeline(
            pipeline_name="pipeline", pipeline_root="root", components=nodes, enable_cache=True
        )
        return compiler.Compiler().compile(pipeline)


def compile_pipeline(pipeline: Any) -> Any:
    """Return the intermediate representation of a pipeline."""
    from tfx.dsl.compiler import compiler

    return compiler.Compiler().compile(pipeline)


@contextlib.contextmanager
def _restored(nodes: list[Any]) -> Iterator[None]:
    """Undo the edges that a Pipeline puts into its nodes."""
    before = [(node, set(node.upstream_nodes), set(node.downstream_nodes)) for node in nodes]
    try:
        yield
    finally:
        for node, upstream, downstream in before:
            node._upstream_nodes = upstream
            node._downstream_nodes = downstream


@contextlib.contextmanager
def _registry(registry: Any) -> Iterator[None]:
    """Let a copy of the registry give its nodes to the pipeline."""
    original = registry if registry is not None else declared_registry()
    if original is None:
        yield
        return
    from tfx.dsl.context_managers import dsl_context_registry

    with dsl_context_registry.use_registry(copy.copy(original)):
        yield


def describe_pipeline(ir: Any, read: ReadFile = read_text) -> Record:
    """Return the nodes of a compiled pipeline: types, channels and properties, by id."""
    deployment = _deployment(ir)
    return {
        node.pipeline_node.node_info.id: _node(node.pipeline_node, deployment, read)
        for node in ir.nodes
        if node.WhichOneof("node") == "pipeline_node"
    }


def _deployment(ir: Any) -> Any:
    from tfx.proto.orchestration import executable_spec_pb2, pipeline_pb2  # noqa: F401 - registers messages

    config = pipeline_pb2.IntermediateDeploymentConfig()
    ir.deployment_config.Unpack(config)
    return config


def _node(node: Any, deployment: Any, read: ReadFile) -> Record:
    inputs = _message(node.inputs)
    for key in inputs.get("inputs", {}).values():
        for channel in key.get("channels", []):
            channel.pop("context_queries", None)
    return {
        "type": _own_name(node.node_info.type.name),
        "executor": _class_path(deployment.executor_specs, node.node_info.id),
        "driver": _class_path(deployment.custom_driver_specs, node.node_info.id),
        "upstream": sorted(node.upstream_nodes),
        "inputs": inputs.get("inputs", {}),
        "inputGraphs": inputs.get("input_graphs", {}),
        "conditions": _conditions(inputs),
        "resolver": inputs.get("resolver_config", {}),
        "outputs": {
            key: _own_name(spec.artifact_spec.type.name) for key, spec in sorted(node.outputs.outputs.items())
        },
        "properties": _properties(node.parameters.parameters, read),
    }


def _conditions(inputs: Record) -> list[Any]:
    """Return the conditions, with their inputs by channel.

    TFX names an input of a condition by its channel when it compiles the condition for the first time, and by
    the node's own key for that channel from then on (``encode_placeholder_with_channels``).
    """
    names = {key: _channel(value) or key for key, value in inputs.get("inputs", {}).items()}

    def named(part: Any) -> Any:
        if isinstance(part, list):
            return [named(each) for each in part]
        if not isinstance(part, dict):
            return part
        found = {key: named(value) for key, value in part.items()}
        placeholder = found.get("placeholder")
        if isinstance(placeholder, dict) and placeholder.get("key") in names:
            placeholder["key"] = names[placeholder["key"]]
        return found

    return [named(inputs["conditionals"][key]) for key in sorted(inputs.get("conditionals", {}))]


def _channel(value: Record) -> str | None:
    """Return which channel an input is, in TFX's name for one without a key; None where it is several."""
    channels = value.get("channels", [])
    if len(channels) != 1:
        return None
    producer, output = channels[0].get("producer_node_query", {}).get("id"), channels[0].get("output_key")
    return f"_{producer}.{output}" if producer and output else None


def _message(message: Any) -> Record:
    from google.protobuf import json_format

    record: Record = json_format.MessageToDict(message, preserving_proto_field_name=True)
    return record


def _own_name(name: str) -> str:
    module, _, rest = name.partition(".")
    return rest if module in _OWN_MODULES and rest else name


def _class_path(specs: Any, node: str) -> str:
    """Return the class that runs a node; its Beam arguments are left out."""
    if node not in specs:
        return ""
    from tfx.proto.orchestration import executable_spec_pb2

    packed = specs[node]
    for kind in ("PythonClassExecutableSpec", "BeamExecutableSpec", "ContainerExecutableSpec"):
        spec = getattr(executable_spec_pb2, kind)()
        if packed.Is(spec.DESCRIPTOR):
            packed.Unpack(spec)
            if kind == "BeamExecutableSpec":
                return _own_name(str(spec.python_executor_spec.class_path))
            if kind == "PythonClassExecutableSpec":
                return _own_name(str(spec.class_path))
            return json.dumps(_message(spec), sort_keys=True)
    return str(packed.type_url)


def _properties(parameters: Any, read: ReadFile) -> Record:
    found: Record = {}
    for name, value in sorted(parameters.items()):
        if name in _ADDED_BY_RUN:
            continue
        plain = _value(value)
        if name in ("module_file", "module_path", "udf_module_file"):
            if plain:
                found["module"] = _module(str(plain), read)
        elif name == "schema_file" and isinstance(plain, str) and read(plain) is not None:
            found[name] = _module(plain, read)
        elif plain is not None:
            found[name] = plain
    return found


def _value(value: Any) -> Any:
    """Return a property's value; of a runtime parameter its default; JSON is read."""
    kind = value.WhichOneof("value")
    if kind == "runtime_parameter":
        holder = value.runtime_parameter.default_value
        kind = holder.WhichOneof("value")
        plain = getattr(holder, kind) if kind else None
    elif kind == "field_value":
        plain = getattr(value.field_value, value.field_value.WhichOneof("value") or "string_value")
    elif kind == "structural_runtime_parameter":
        return "".join(
            part.constant_value
            if part.WhichOneof("value") == "constant_value"
            else part.runtime_parameter.default_value.string_value
            for part in value.structural_runtime_parameter.parts
        )
    else:
        return None if kind is None else _message(value)
    if isinstance(plain, str) and plain[:1] in ("{", "["):
        with contextlib.suppress(ValueError):
            return json.loads(plain)
    return plain


def _module(value: str, read: ReadFile) -> Record:
    """Return a module file's name and a digest of its text, whether it is a file or in a wheel already."""
    name, at, path = value.partition("@")
    text: str | None
    if at and path.endswith(".whl"):
        text = None
        with contextlib.suppress(OSError, KeyError, zipfile.BadZipFile), zipfile.ZipFile(path) as wheel:
            text = wheel.read(f"{name}.py").decode("utf-8", "replace")
    else:
        name = os.path.splitext(os.path.basename(value))[0]
        text = read(value)
    if text is None:
        return {"name": name, "file": value}
    return {"name": name, "sha256": hashlib.sha256(text.encode()).hexdigest()}
