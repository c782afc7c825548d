"""The executions of one node in one run, in ML Metadata: read, begun again, ended with a reason."""

from __future__ import annotations

from typing import Any

from .outcome import State


def executions_of(handle: Any, node: Any) -> list[Any]:
    """Return the executions of a node in the run that its contexts name, the newest last.

    Finds the node's own context and the run's, as TFX's compiler names them, and makes neither.
    """
    from ml_metadata.metadata_store import metadata_store

    ids = []
    for spec in node.contexts.contexts:
        if spec.type.name in ("node", "pipeline_run"):
            name = spec.name.field_value.string_value
            context = handle.store.get_context_by_type_and_name(spec.type.name, name)
            if context is None:
                return []
            ids.append(context.id)
    query = " AND ".join(f"contexts_{'ab'[index]}.id = {id_}" for index, id_ in enumerate(ids))
    options = metadata_store.ListOptions(filter_query=query)
    return sorted(handle.store.get_executions(list_options=options), key=lambda found: int(found.id))


class NodeExecutions:
    """What is known of one node in one run; ``read`` first."""

    def __init__(self, ir: Any, node: Any) -> None:
        self._ir = ir
        self._node = node
        self._execution: Any = None

    def read(self, handle: Any) -> None:
        """Take the newest execution."""
        self._execution = next(reversed(executions_of(handle, self._node)), None)

    @property
    def id(self) -> int | None:
        """Its id; None where the node has not begun in this run."""
        return None if self._execution is None else int(self._execution.id)

    @property
    def successful(self) -> bool:
        """Whether the node is done in this run."""
        return self.state()[0] in ("done", "cached")

    def state(self) -> tuple[State, str | None]:
        """Return the state and, of a failure, the reason that is written in the execution."""
        from ml_metadata.proto import metadata_store_pb2

        if self._execution is None:
            return "skipped", "A condition of the pipeline is not met."
        state = metadata_store_pb2.Execution.State.Name(self._execution.last_known_state)
        if state in ("COMPLETE", "CACHED"):
            return ("done" if state == "COMPLETE" else "cached"), None

        # Imports TensorFlow.
        from tfx.orchestration.portable.mlmd import execution_lib

        result = execution_lib.get_execution_result(self._execution, ignore_parse_errors=True)
        return ("canceled" if state == "CANCELED" else "failed"), result and result.result_message

    def outputs(self, handle: Any) -> dict[str, list[dict[str, Any]]]:
        """Return the output artifacts by key, each with ``id``, ``type`` and ``uri``.

        Reads the paths of events as TFX's ``event_lib`` does: pairs of an output's key and an index.
        """
        from ml_metadata.proto import metadata_store_pb2

        if self._execution is None:
            return {}
        kinds = metadata_store_pb2.Event
        places = [
            (key.key, index.index, event.artifact_id)
            for event in handle.store.get_events_by_execution_ids([self._execution.id])
            if event.type in (kinds.OUTPUT, kinds.INTERNAL_OUTPUT, kinds.DECLARED_OUTPUT)
            for key, index in zip(event.path.steps[::2], event.path.steps[1::2], strict=True)
        ]
        artifacts = handle.store.get_artifacts_by_id(sorted({artifact for _, _, artifact in places}))
        by_id = {found.id: {"id": found.id, "type": found.type, "uri": found.uri} for found in artifacts}
        outputs: dict[str, list[dict[str, Any]]] = {}
        for key, _, artifact in sorted(places):
            outputs.setdefault(key, []).append(by_id[artifact])
        return outputs

    def begin_again(self, handle: Any) -> None:
        """Make an earlier try that failed, was canceled or killed a running one again.

        The launcher takes the same execution, and so the same output folders: what the earlier try left in
        them is removed, as a Beam pipeline with other shards would leave files of both.
        """
        from ml_metadata.proto import metadata_store_pb2
        from tfx.dsl.io import fileio
        from tfx.orchestration.portable import outputs_utils

        if self._execution is None:
            return
        resolver = outputs_utils.OutputsResolver(
            pipeline_node=self._node,
            pipeline_info=self._ir.pipeline_info,
            pipeline_runtime_spec=self._ir.runtime_spec,
        )
        outputs = resolver.generate_output_artifacts(self._execution.id)
        left = {key: [one for one in found if fileio.exists(one.uri)] for key, found in outputs.items()}
        outputs_utils.remove_output_dirs(left)
        self._put(handle, metadata_store_pb2.Execution.RUNNING, "")

    def end(self, handle: Any, state: State, reason: str) -> None:
        """Publish that the node failed or was canceled, and why, where it had begun and is not done."""
        from ml_metadata.proto import metadata_store_pb2

        self.read(handle)
        if self._execution is not None and not self.successful:
            states = {
                "failed": metadata_store_pb2.Execution.FAILED,
                "canceled": metadata_store_pb2.Execution.CANCELED,
            }
            self._put(handle, states[state], reason)

    def _put(self, handle: Any, state: int, reason: str) -> None:
        """Write a state; the reason stands where TFX has the result of an executor."""
        from tfx.orchestration.portable.mlmd import execution_lib
        from tfx.proto.orchestration import execution_result_pb2

        self._execution.last_known_state = state
        result = execution_result_pb2.ExecutionResult(code=1 if reason else 0, result_message=reason)
        execution_lib.set_execution_result(result, self._execution)
        handle.store.put_executions([self._execution])
