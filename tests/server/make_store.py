"""Writes a metadata store with ML Metadata itself, as TFX's two launchers do: ``python make_store.py FILE``.

A process of its own: the server's side of the tests never imports ``ml_metadata``.
"""

from __future__ import annotations

import sys
from typing import Any

from ml_metadata.metadata_store import metadata_store
from ml_metadata.proto import metadata_store_pb2 as mlmd

Execution, Artifact, Event = mlmd.Execution, mlmd.Artifact, mlmd.Event


def value(thing: Any) -> mlmd.Value:
    """Return a value's message."""
    if isinstance(thing, dict):
        found = mlmd.Value()
        found.struct_value.update(thing)
        return found
    kinds = {str: "string_value", int: "int_value", float: "double_value", bool: "bool_value"}
    return mlmd.Value(**{kinds[type(thing)]: thing})


class Writer:
    """One store, and the types in it."""

    def __init__(self, path: str) -> None:
        config = mlmd.ConnectionConfig()
        config.sqlite.filename_uri = path
        self.store = metadata_store.MetadataStore(config)

    def context(self, kind: str, name: str) -> mlmd.Context:
        """Return a context, made once."""
        found = self.store.get_context_by_type_and_name(kind, name)
        if found is None:
            type_id = self.store.put_context_type(mlmd.ContextType(name=kind))
            self.store.put_contexts([mlmd.Context(type_id=type_id, name=name)])
            found = self.store.get_context_by_type_and_name(kind, name)
        return found

    def execution(
        self,
        kind: str,
        state: int,
        contexts: list[tuple[str, str]],
        properties: dict[str, Any],
        custom: dict[str, Any],
        artifacts: list[tuple[str, int, mlmd.Artifact]],
    ) -> tuple[int, list[int]]:
        """Write an execution with its artifacts; return the ids."""
        types = {str: mlmd.STRING, int: mlmd.INT, float: mlmd.DOUBLE, bool: mlmd.BOOLEAN, dict: mlmd.STRUCT}
        type_id = self.store.put_execution_type(
            mlmd.ExecutionType(name=kind, properties={k: types[type(v)] for k, v in properties.items()}),
            can_add_fields=True,
            can_omit_fields=True,
        )
        execution = Execution(type_id=type_id, last_known_state=state)
        for target, values in ((execution.properties, properties), (execution.custom_properties, custom)):
            for name, thing in values.items():
                target[name].CopyFrom(value(thing))
        pairs = []
        for index, (key, event_type, artifact) in enumerate(artifacts):
            event = Event(type=event_type)
            event.path.steps.add().key = key
            event.path.steps.add().index = index
            pairs.append((artifact, event))
        execution_id, artifact_ids, _ = self.store.put_execution(
            execution, pairs, [self.context(*context) for context in contexts]
        )
        return execution_id, list(artifact_ids)

    def artifact(
        self, kind: str, uri: str, properties: dict[str, Any], custom: dict[str, Any]
    ) -> mlmd.Artifact:
        """Return an artifact, not written yet."""
        type_id = self.store.put_artifact_type(
            mlmd.ArtifactType(name=kind, properties=dict.fromkeys(properties, mlmd.STRING)),
            can_add_fields=True,
            can_omit_fields=True,
        )
        artifact = Artifact(type_id=type_id, uri=uri, name=f"name of {uri}", state=Artifact.LIVE)
        for target, values in ((artifact.properties, properties), (artifact.custom_properties, custom)):
            for name, thing in values.items():
                target[name].CopyFrom(value(thing))
        return artifact


def interactive(writer: Writer) -> None:
    """Write what an InteractiveContext does: a run per component."""
    pipeline = ("pipeline", "penguins")
    made = writer.artifact("Examples", "/data/examples/1", {"split_names": '["train", "eval"]'}, {"span": 0})
    own = {"component_id": "CsvExampleGen", "run_id": "t1", "pipeline_name": "penguins", "state": "complete"}
    _, (examples,) = writer.execution(
        "tfx.components.example_gen.csv_example_gen.component.CsvExampleGen",
        Execution.COMPLETE,
        [pipeline, ("run", "penguins.t1"), ("component_run", "penguins.t1.CsvExampleGen")],
        {**own, "input_base": "/data"},
        {"flag": True, "half": 0.5, "large": 2**40, "tree": {"a": [1, "b", None, True]}},
        [("examples", Event.OUTPUT, made)],
    )
    made.id = examples
    writer.execution(
        "tfx.components.statistics_gen.component.StatisticsGen",
        Execution.CACHED,
        [pipeline, ("run", "penguins.t2")],
        {"component_id": "StatisticsGen", "run_id": "t2"},
        {},
        [
            ("examples", Event.INPUT, made),
            ("statistics", Event.OUTPUT, writer.artifact("ExampleStatistics", "/data/s/2", {}, {})),
        ],
    )
    # A failure publishes nothing: it stays running for ever.
    pending = writer.artifact("Schema", "/data/schema/3", {"split_names": "no json"}, {"name": "schema:t3"})
    pending.state = Artifact.PENDING
    writer.execution(
        "tfx.components.schema_gen.component.SchemaGen",
        Execution.RUNNING,
        [pipeline, ("run", "penguins.t3")],
        {"component_id": "SchemaGen", "run_id": "t3"},
        {},
        [("schema", Event.OUTPUT, pending)],
    )


def orchestrated(writer: Writer) -> None:
    """Write what the runners of TFX's IR do: one run, a context per node."""
    pipeline = "taxi"
    for node, state, custom in (
        ("Trainer", Execution.COMPLETE, {"train_args": "{}"}),
        ("Pusher", Execution.FAILED, {"__execution_error__": "No room.", "__execution_set_size__": 1}),
    ):
        writer.execution(
            f"tfx.components.{node.lower()}.component.{node}",
            state,
            [("pipeline", pipeline), ("pipeline_run", "taxi-run-1"), ("node", f"{pipeline}.{node}")],
            {},
            custom,
            [],
        )


if __name__ == "__main__":
    writer = Writer(sys.argv[1])
    if "empty" not in sys.argv:
        interactive(writer)
        orchestrated(writer)
