"""Executions of the metadata store, brought back: runs before the attachment, outputs of another run."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator
from typing import Any

from ..protocol import Record
from .describe import (
    artifact_map,
    artifacts_in,
    channel_artifacts,
    context_class,
    full_type,
    named_objects,
    node_class,
    properties_record,
)
from .recorder import Recorder, now

OUTPUT = 4  # ml_metadata.proto.Event.OUTPUT
INPUT = 3  # ml_metadata.proto.Event.INPUT
_COMPLETE, _CACHED = 3, 5  # ml_metadata.proto.Execution.State


def _context_of(namespace: Record, component: Any) -> Any:
    """Return a context whose pipeline made the component's outputs; else the namespace's last one."""
    kind = context_class()
    contexts = [context for _, context in named_objects(namespace, kind)] if kind else []
    for context in contexts:
        for channel in component.outputs.values():
            for artifact in artifacts_in(channel):
                if artifact.uri.startswith(os.path.join(str(context.pipeline_root), "")):
                    return context
    return contexts[-1] if contexts else None


def _run_record(recorder: Recorder, component: Any, context: Any, **fields: Any) -> Record:
    """Return a Run with what is the same for every run that was not observed."""
    return {
        "run": len(recorder.runs) + 1,
        "componentKey": recorder.component_key(component),
        "componentId": str(component.id),
        "type": full_type(component),
        "variables": recorder.variables_of(component),
        **_cell_of(recorder, recorder.variables_of(component)),
        "context": recorder.context_key(context),
        "enableCache": True,
        "cache": None,
        "oldCode": None,
        "inputs": channel_artifacts(component),
        "outputs": {},
        "execProperties": properties_record(component.exec_properties),
        "files": [],
        "progress": None,
        "error": None,
        "beam": None,
        **fields,
    }


def earlier_runs(namespace: Record, recorder: Recorder) -> Iterator[Record]:
    """Yield a Run for each component of the namespace whose outputs are of an execution that is no known run.

    They come in the order of their executions.
    """
    kind = node_class()
    found = []
    seen = set()
    for _, component in named_objects(namespace, kind) if kind else []:
        if id(component) in seen:
            continue
        seen.add(id(component))
        context = _context_of(namespace, component)
        ids = [a.id for channel in component.outputs.values() for a in artifacts_in(channel) if a.id]
        execution = None
        if context and ids:
            with contextlib.suppress(Exception):  # its store may be gone; there may be others
                execution = _last_execution(context, ids)
        # What a failed run left behind has ids too: its execution stays running for ever.
        if execution is not None and execution.last_known_state in (_COMPLETE, _CACHED):
            found.append((execution.id, component, context, execution))
    known = {(run["context"], run["executionId"]) for run in recorder.runs}
    for _, component, context, execution in sorted(found, key=lambda item: item[0]):
        if (recorder.context_key(context), execution.id) in known:
            continue
        yield _run_record(
            recorder,
            component,
            context,
            state="cached" if execution.last_known_state == _CACHED else "done",
            startedAt=float(execution.create_time_since_epoch),
            endedAt=float(execution.last_update_time_since_epoch),
            executionId=execution.id,
            inputs=artifact_map(artifacts_of(context, execution.id, INPUT)),
            # All of them: a function component's inputs lose their state in the store when it runs.
            outputs=artifact_map(artifacts_of(context, execution.id, OUTPUT)),
        )


def _last_execution(context: Any, artifacts: list[int]) -> Any:
    from tfx.orchestration import metadata

    with metadata.Metadata(context.metadata_connection_config) as handle:
        events = handle.store.get_events_by_artifact_ids(artifacts)
        ids = {event.execution_id for event in events if event.type == OUTPUT}
        return handle.store.get_executions_by_id([max(ids)])[0] if ids else None


def artifacts_of(context: Any, execution_id: int, event_type: int) -> dict[str, list[Any]]:
    """Return an execution's inputs or outputs by key, as the store has them."""
    from tfx.orchestration import metadata
    from tfx.types import artifact_utils

    found: dict[str, list[Any]] = {}
    with metadata.Metadata(context.metadata_connection_config) as handle:
        store = handle.store
        for event in store.get_events_by_execution_ids([execution_id]):
            if event.type == event_type:
                proto = store.get_artifacts_by_id([event.artifact_id])[0]
                kind = store.get_artifact_types_by_id([proto.type_id])[0]
                artifact = artifact_utils.deserialize_artifact(kind, proto)
                found.setdefault(event.path.steps[0].key, []).append(artifact)
    return found


def _cell_of(recorder: Recorder, variables: list[str]) -> Record:
    """Return id and execution count of the last cell that ran one of these variables."""
    names = "|".join(re.escape(name) for name in variables if name.isidentifier())
    call = re.compile(rf"\.run\(\s*(?:component\s*=\s*)?(?:{names})\b")
    for cell in reversed(recorder.cells):
        if names and call.search(cell["source"]):
            return {"cellId": cell["cellId"], "count": cell["count"]}
    return {"cellId": None, "count": None}


def use_execution(component: Any, execution_id: int, recorder: Recorder | None) -> None:
    """See :func:`jupyterlab_tfx.kernel.use_execution`."""
    from IPython.core.getipython import get_ipython
    from tfx.orchestration import metadata

    context = _context_of(get_ipython().user_ns, component)
    if context is None:
        raise ValueError("There is no InteractiveContext in this notebook. Make one first.")
    with metadata.Metadata(context.metadata_connection_config) as handle:
        store = handle.store
        executions = store.get_executions_by_id([execution_id])
        if not executions or executions[0].last_known_state not in (_COMPLETE, _CACHED):
            raise ValueError(f"The metadata store has no complete execution {execution_id}.")
        execution = executions[0]
        pipelines = {c.name for c in store.get_contexts_by_execution(execution_id)}
        if (
            execution.properties["component_id"].string_value != component.id
            or context.pipeline_name not in pipelines
        ):
            raise ValueError(f"Execution {execution_id} is not one of {component.id}.")
    outputs = artifacts_of(context, execution_id, OUTPUT)
    for artifacts in outputs.values():
        for artifact in artifacts:
            if "://" not in artifact.uri and not os.path.exists(artifact.uri):
                raise ValueError(f"The files of execution {execution_id} are gone: {artifact.uri}")
    for key, artifacts in outputs.items():
        component.outputs[key].set_artifacts(artifacts)
    if recorder is not None:
        finished = float(execution.last_update_time_since_epoch)
        match = {"executionId": execution_id, "finishedAt": finished}
        newest = {"newestExecutionId": execution_id, "newestFinishedAt": finished}
        last = [r for r in recorder.runs if r["componentKey"] == recorder.component_key(component)]
        record = _run_record(
            recorder,
            component,
            context,
            state="cached",
            startedAt=now(),
            endedAt=now(),
            executionId=execution_id,
            outputs=artifact_map(outputs),
            cache={**match, **newest},
        )
        if last:
            same = ("cellId", "count", "files", "inputs", "oldCode", "execProperties")
            record.update({name: last[-1][name] for name in same})
        recorder.run_event(record)
