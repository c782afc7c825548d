"""Which execution answered a cached run, and whether a newer one could have."""

from __future__ import annotations

from typing import Any

from ..protocol import Record

_OUTPUT = 4  # ml_metadata.proto.Event.OUTPUT
_INPUT = 3  # ml_metadata.proto.Event.INPUT
_COMPLETE = 3  # ml_metadata.proto.Execution.COMPLETE
#: Properties of an execution that differ between equal runs.
_OWN_PROPERTIES = frozenset({"state", "run_id", "checksum_md5", "pipeline_root"})
#: The CacheMatch of a cached run whose execution is not known.
NO_MATCH: Record = dict.fromkeys(("executionId", "finishedAt", "newestExecutionId", "newestFinishedAt"))


def cache_match(context: Any, decision: Any) -> Record:
    """Return the CacheMatch of a driver's decision.

    The execution that made the outputs is the one with the first OUTPUT event for them. Newer complete ones
    with the same type, exec properties and inputs would have been as good; TFX takes the oldest
    (``tfx/orchestration/metadata.py``, ``get_cached_outputs``).
    """
    from tfx.orchestration import metadata

    outputs = [artifact.id for values in decision.output_dict.values() for artifact in values]
    inputs = {artifact.id for values in decision.input_dict.values() for artifact in values}
    with metadata.Metadata(context.metadata_connection_config) as handle:
        store = handle.store
        events = store.get_events_by_artifact_ids(outputs) if outputs else []
        producers = {event.execution_id for event in events if event.type == _OUTPUT}
        producers.discard(decision.execution_id)
        if not producers:
            return NO_MATCH
        used = store.get_executions_by_id([min(producers)])[0]
        pipeline = next(
            (c for c in store.get_contexts_by_execution(used.id) if c.name == context.pipeline_name),
            None,
        )
        siblings = store.get_executions_by_context(pipeline.id) if pipeline else [used]
        equal = [
            other
            for other in siblings
            if other.type_id == used.type_id
            and other.last_known_state == _COMPLETE
            and _essence(other) == _essence(used)
        ]
        newest = used
        for other in sorted(equal, key=lambda e: e.id, reverse=True):
            events = store.get_events_by_execution_ids([other.id])
            if {event.artifact_id for event in events if event.type == _INPUT} == inputs:
                newest = other
                break
    return _match(used, newest)


def _essence(execution: Any) -> dict[str, str]:
    """Return the properties that decide a match, as text."""
    return {name: str(value) for name, value in execution.properties.items() if name not in _OWN_PROPERTIES}


def _match(used: Any, newest: Any) -> Record:
    return {
        "executionId": used.id,
        "finishedAt": float(used.last_update_time_since_epoch),
        "newestExecutionId": newest.id,
        "newestFinishedAt": float(newest.last_update_time_since_epoch),
    }
