"""TFX objects of the kernel as records of the protocol. TFX is here already when these are called."""

from __future__ import annotations

import json
import math
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..protocol import Record

#: Values of exec properties and artifact properties are cut at this many characters.
MAX_TEXT = 20_000
#: Items of a list or dictionary in the namespace that are looked at.
MAX_ITEMS = 200

# ml_metadata.proto.metadata_store_pb2.Artifact.State
_ARTIFACT_STATES = {
    1: "pending",
    2: "published",
    3: "marked-for-deletion",
    4: "deleted",
    5: "abandoned",
    6: "reference",
}


def scalar(value: Any) -> str | int | float | bool | None:
    """Return a value as the protocol's Json: a scalar, or text."""
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, str):
        return value[:MAX_TEXT]
    try:
        return json.dumps(value, default=str)[:MAX_TEXT]
    except (TypeError, ValueError):
        return str(value)[:MAX_TEXT]


def _properties(values: Any) -> Record:
    """Return a map of ml_metadata's Value messages as scalars."""
    found: Record = {}
    for name, value in values.items():
        kind = value.WhichOneof("value")
        if kind == "struct_value":
            from google.protobuf import json_format

            found[name] = scalar(json_format.MessageToDict(value.struct_value))
        elif kind in ("proto_value", None):
            found[name] = None
        else:
            found[name] = scalar(getattr(value, kind))
    return found


def _splits(text: Any) -> list[str]:
    try:
        names = json.loads(text) if text else []
    except ValueError:
        return []
    return [str(name) for name in names] if isinstance(names, list) else []


def artifact_record(artifact: Any) -> Record:
    """Return an Artifact of the protocol for a ``tfx.types.Artifact``."""
    proto = artifact.mlmd_artifact
    custom = _properties(proto.custom_properties)
    state = _ARTIFACT_STATES.get(proto.state, "unknown")
    if state == "unknown" and custom.get("state") == "published":
        state = "published"  # the interactive launcher writes the state as a property
    properties = _properties(proto.properties)
    return {
        "id": proto.id or None,
        "type": str(artifact.type_name),
        "uri": proto.uri,
        "name": str(custom.get("name") or proto.name),
        "state": state,
        "splits": _splits(properties.get("split_names")),
        "properties": properties,
        "customProperties": custom,
    }


def artifacts_in(channel: Any) -> list[Any]:
    """Return the artifacts of a channel. One that nothing filled yet holds an artifact with no id, no URI."""
    return [artifact for artifact in channel.get() if artifact.id or artifact.uri]


def artifact_map(values: Any, published_only: bool = False) -> Record:
    """Return artifacts by key, from lists of artifacts or from channels."""
    found: Record = {}
    for key, items in (values or {}).items():
        artifacts = artifacts_in(items) if hasattr(items, "get") else items
        records = [artifact_record(artifact) for artifact in artifacts]
        if published_only:
            records = [record for record in records if record["state"] == "published"]
        found[str(key)] = records
    return found


def properties_record(values: Any) -> Record:
    """Return exec properties as scalars or JSON text."""
    return {str(key): scalar(value) for key, value in (values or {}).items()}


def full_type(component: Any) -> str:
    """Return the full name of a component's class."""
    kind = type(component)
    return f"{kind.__module__}.{kind.__qualname__}"


def _doc(component: Any) -> str:
    text = (type(component).__doc__ or "").strip().split("\n\n")[0]
    sentence = " ".join(text.split()).split(". ")[0].rstrip(".")
    return f"{sentence[:300]}." if sentence else ""


def node_class() -> type | None:
    """Return TFX's class of all nodes, if it was imported."""
    module = sys.modules.get("tfx.dsl.components.base.base_node")
    return getattr(module, "BaseNode", None)


def context_class() -> type | None:
    """Return InteractiveContext, if it was imported."""
    module = sys.modules.get("tfx.orchestration.experimental.interactive.interactive_context")
    return getattr(module, "InteractiveContext", None)


def named_objects(namespace: dict[str, Any], kind: type) -> Iterator[tuple[str, Any]]:
    """Yield the objects of a class that a namespace holds, with how it names them.

    Items of lists, tuples and dictionaries are ``name[0]`` and ``name['key']``.
    """
    for name, value in list(namespace.items()):
        if not isinstance(name, str) or name.startswith("_"):
            continue
        # By type, not isinstance: that asks __class__, where a proxy may run code or raise.
        if issubclass(type(value), kind):
            yield name, value
        elif type(value) in (list, tuple):
            for index, item in enumerate(value[:MAX_ITEMS]):
                if issubclass(type(item), kind):
                    yield f"{name}[{index}]", item
        elif type(value) is dict:
            for key, item in list(value.items())[:MAX_ITEMS]:
                if issubclass(type(item), kind):
                    yield f"{name}[{key!r}]", item


def kind_of(component: Any) -> str:
    """Return ``resolver``, ``importer`` or ``component``."""
    names = {base.__name__ for base in type(component).__mro__}
    if "Resolver" in names or "ResolverNode" in names:
        return "resolver"
    return "importer" if names & {"Importer", "ImporterNode"} else "component"


def _channels(channel: Any) -> Iterable[Any]:
    from tfx.types import channel_utils

    return channel_utils.get_individual_channels(channel)  # type: ignore[no-any-return]


def inputs_of(component: Any) -> dict[str, list[Any]]:
    """Return the individual channels that feed a node, by input name."""
    raw = getattr(component, "raw_inputs", None) or component.inputs
    found = {}
    for key, channel in dict(raw).items():
        try:
            found[str(key)] = list(_channels(channel))
        except (NotImplementedError, TypeError, ValueError):
            found[str(key)] = []
    return found


def channel_artifacts(component: Any) -> Record:
    """Return the artifacts that a node's input channels hold now, by input name."""
    return {
        name: [artifact_record(artifact) for channel in channels for artifact in artifacts_in(channel)]
        for name, channels in inputs_of(component).items()
    }


def component_record(
    component: Any,
    variables: list[str],
    key_of: Callable[[Any], str],
    cell_id: str | None,
    context: str | None,
) -> Record:
    """Return a Component of the protocol."""
    inputs: Record = {}
    for name, channels in inputs_of(component).items():
        inputs[name] = []
        for channel in channels:
            producer = getattr(channel, "producer_component", None)
            inputs[name].append(
                {
                    "producer": getattr(channel, "producer_component_id", None),
                    "producerKey": key_of(producer) if producer is not None else None,
                    "output": getattr(channel, "output_key", None),
                    "type": str(getattr(channel, "type_name", "")),
                }
            )
    return {
        "key": key_of(component),
        "id": str(component.id),
        "type": full_type(component),
        "kind": kind_of(component),
        "variables": variables,
        "cellId": cell_id,
        "doc": _doc(component),
        "inputs": inputs,
        "outputs": {str(k): str(v.type_name) for k, v in component.outputs.items()},
        "execProperties": properties_record(component.exec_properties),
        "context": context,
    }


def store_address(config: Any) -> Record:
    """Return where a metadata connection leads, without user and password."""
    try:
        kind = config.WhichOneof("config")
    except (AttributeError, ValueError):
        host, port = getattr(config, "host", ""), getattr(config, "port", "")
        return {"kind": "grpc" if host else "unknown", "uri": f"{host}:{port}" if host else ""}
    if kind == "sqlite":
        uri = str(config.sqlite.filename_uri)
        return {"kind": "sqlite", "uri": uri if uri.startswith("file:") else os.path.abspath(uri)}
    if kind in ("mysql", "postgresql"):
        part = getattr(config, kind)
        database = getattr(part, "database", "") or getattr(part, "dbname", "")
        return {"kind": kind, "uri": f"{part.host}:{part.port}/{database}"}
    return {"kind": "memory" if kind == "fake_database" else "unknown", "uri": ""}


def context_record(context: Any, variables: list[str], key: str) -> Record:
    """Return a Context of the protocol for an InteractiveContext."""
    return {
        "key": key,
        "variables": variables,
        "pipelineName": str(context.pipeline_name),
        "pipelineRoot": str(context.pipeline_root),
        "store": store_address(context.metadata_connection_config),
    }
