"""Whether a node may begin: what became of its upstream nodes in the same run.

TFX's own runners run nodes in order and stop at the first failure, so that its launcher only knows that an
input is missing, and fails for it. Other orchestrators run what they are told to.
"""

from __future__ import annotations

from typing import Any

from .executions import executions_of
from .ir import find_node
from .outcome import State


def blocked(handle: Any, ir: Any, node: Any) -> tuple[State, str] | None:
    """Return the state and reason of a node that cannot begin; None where it may.

    A node is skipped where an upstream node that it needs was: that is one inside of a condition, or after
    such a one, with no execution in this run. It fails where one has not run or has failed, unless the
    pipeline says that this node runs whatever became of them.
    """
    from ml_metadata.proto import metadata_store_pb2
    from tfx.proto.orchestration import pipeline_pb2

    options = pipeline_pb2.NodeExecutionOptions
    if node.execution_options.strategy in (
        options.ALL_UPSTREAM_NODES_COMPLETED,
        options.LAZILY_ALL_UPSTREAM_NODES_COMPLETED,
    ):
        return None
    good = (metadata_store_pb2.Execution.COMPLETE, metadata_store_pb2.Execution.CACHED)
    for upstream_id in node.upstream_nodes:
        upstream = find_node(ir, upstream_id)
        found = executions_of(handle, upstream)
        if found and found[-1].last_known_state in good:
            continue
        if not found and _may_be_skipped(handle, ir, upstream):
            if _needs(node, upstream_id):
                return "skipped", f"{upstream_id} was skipped."
        elif not upstream.execution_options.node_success_optional:
            what = "has not succeeded" if found else "has not run"
            return "failed", f"{upstream_id} {what} in this run: run it before {node.node_info.id}."
    return None


def _may_be_skipped(handle: Any, ir: Any, node: Any) -> bool:
    """Tell whether a node without an execution was left out by a condition, its own or one before it."""
    if node.inputs.conditionals:
        return True
    return any(
        not executions_of(handle, upstream) and _may_be_skipped(handle, ir, upstream)
        for upstream in (find_node(ir, upstream_id) for upstream_id in node.upstream_nodes)
    )


def _needs(node: Any, upstream_id: str) -> bool:
    """Tell whether an input that must not be empty comes from that node alone."""
    return any(
        spec.min_count > 0
        and spec.channels
        and all(channel.producer_node_query.id == upstream_id for channel in spec.channels)
        for spec in node.inputs.inputs.values()
    )
