"""Runs one node with TFX's portable launcher, and sees to what the launcher leaves open.

Follows ``tfx/orchestration/local/local_dag_runner.py``. Beyond it: the reason of a failure is written into
the execution, SIGTERM publishes CANCELED, a second try of the same node in the same run is safe, and a node
after a skipped one is skipped instead of failing for its missing input.

What is known without the launcher, as of a node that is done in this run already, is said before TensorFlow
is imported, which takes nearly all of the time of a node that does nothing.
"""

from __future__ import annotations

import signal
import sys
import time
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .executions import NodeExecutions
from .ir import find_node, read_ir, read_parameters, set_parameters, set_run_id
from .lazy_import import import_when_used
from .outcome import Outcome
from .store import connection_config, open_client, open_metadata, sqlite_path
from .store_lock import NodeTurn, StoreLockedError
from .upstream import blocked

#: Characters of a failure's reason that are kept in the metadata store.
MAX_REASON = 4000


class CanceledError(BaseException):
    """A signal to end. No Exception, so that neither TFX nor a component takes it for a failure."""


def run_node(ir_path: str, node_id: str, run_id: str, parameters: Mapping[str, Any]) -> Outcome:
    """Run one node of a compiled pipeline.

    Args:
        ir_path: What ``compile`` wrote.
        node_id: The node; all its upstream nodes have ended in this run.
        run_id: Name of the run; a node that is done in it is not run again.
        parameters: Values of runtime parameters by name.

    Raises:
        UsageError: the pipeline, node or parameters are not there or do not fit.
    """
    start = time.monotonic()
    import_when_used()
    # User code that is beside the pipeline, such as the module of its own components.
    sys.path.insert(0, str(Path(ir_path).absolute().parent))
    ir = read_ir(ir_path)
    node = find_node(ir, node_id)
    values = read_parameters(ir, parameters)
    set_run_id(ir, run_id)
    outcome = Outcome(ir.pipeline_info.id, node_id, run_id, "failed")
    _Attempt(ir, node, values, outcome).carry_out()
    outcome.seconds = time.monotonic() - start
    return outcome


class _Attempt:
    """One try at a node."""

    def __init__(self, ir: Any, node: Any, values: Mapping[str, Any], outcome: Outcome) -> None:
        self._ir = ir
        self._node = node
        self._values = values
        self._outcome = outcome
        self._config = connection_config(ir)
        self._metadata = open_client(self._config)
        store = sqlite_path(self._config)
        self._turn = NodeTurn(store, outcome.run_id, outcome.node) if store else None
        #: Whether the node's execution, where there is one, is this try's.
        self._began = False
        self._executions = NodeExecutions(ir, node)

    def carry_out(self) -> None:
        """Run the node where it has to run; the outcome says what became of it."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, on_signal)
        try:
            if self._turn is not None:
                self._turn.take()
            if self._may_run():
                self._launch()
        except CanceledError as canceled:
            self._canceled(str(canceled))
            self._outcome.state, self._outcome.reason = "canceled", str(canceled)
            self._outcome.execution = self._executions.id
        except StoreLockedError as error:
            self._could_not_tell(error)
        except Exception as error:
            traceback.print_exc()
            self._failed(f"{type(error).__name__}: {error}"[:MAX_REASON])
        finally:
            if self._turn is not None:
                self._turn.give()

    def _may_run(self) -> bool:
        """Look at what this run has so far; False where the outcome is known already."""
        with self._metadata as handle:
            self._executions.read(handle)
            if self._executions.successful:
                self._read_outcome(handle)
                return False
            held = blocked(handle, self._ir, self._node)
            if held is not None:
                self._outcome.state, self._outcome.reason = held
                return False
        return True

    def _launch(self) -> None:
        # From here on with TensorFlow.
        from tfx.orchestration.local import runner_utils
        from tfx.orchestration.portable import launcher
        from tfx.utils import telemetry_utils

        set_parameters(self._ir, self._outcome.run_id, self._values)
        deployment = runner_utils.extract_local_deployment_config(self._ir)
        self._began = True
        with self._metadata as handle:
            self._executions.begin_again(handle)
        node_id = self._outcome.node
        platform = deployment.node_level_platform_configs.get(node_id)
        with telemetry_utils.scoped_labels({telemetry_utils.LABEL_TFX_RUNNER: "jupyterlab_tfx_node"}):
            launcher.Launcher(
                pipeline_node=self._node,
                mlmd_connection=open_metadata(self._config),
                pipeline_info=self._ir.pipeline_info,
                pipeline_runtime_spec=self._ir.runtime_spec,
                executor_spec=with_runner(runner_utils.extract_executor_spec(deployment, node_id)),
                custom_driver_spec=runner_utils.extract_custom_driver_spec(deployment, node_id),
                platform_config=platform and getattr(platform, platform.WhichOneof("config")),
            ).launch()
        with self._metadata as handle:
            self._executions.read(handle)
            self._read_outcome(handle)

    def _read_outcome(self, handle: Any) -> None:
        """Take the outcome from the store: the launcher says nothing of a skip or a missing input."""
        state, reason = self._executions.state()
        if state == "failed":
            self._failed(reason or "The inputs could not be resolved; the log above tells why.")
            return
        self._outcome.state, self._outcome.reason = state, reason
        self._outcome.execution = self._executions.id
        self._outcome.outputs = self._executions.outputs(handle)

    def _canceled(self, reason: str) -> None:
        if not self._began:
            return  # The execution is that of another process, or of an earlier try.
        try:
            with self._metadata as handle:
                self._executions.end(handle, "canceled", reason)
        except StoreLockedError as error:
            print(error, file=sys.stderr)

    def _could_not_tell(self, error: StoreLockedError) -> None:
        """Take that the store is held: it keeps the node as it was, and the next try begins from there."""
        print(error, file=sys.stderr)
        self._outcome.state, self._outcome.reason = "failed", str(error)
        self._outcome.execution = self._executions.id

    def _failed(self, reason: str) -> None:
        try:
            if self._began:
                with self._metadata as handle:
                    self._executions.end(handle, "failed", reason)
        except StoreLockedError as error:
            print(error, file=sys.stderr)
        self._outcome.state = "failed"
        self._outcome.reason = reason
        self._outcome.execution = self._executions.id


def on_signal(number: int, frame: object) -> None:
    """Cancel what goes on, once."""
    # What is done now, to say so in the metadata store, is not interrupted again.
    for other in (signal.SIGTERM, signal.SIGINT):
        signal.signal(other, signal.SIG_IGN)
    raise CanceledError(f"Canceled by {signal.Signals(number).name}.")


def with_runner(executor_spec: Any) -> Any:
    """Name the Beam runner where the pipeline names none: the one that a notebook uses.

    Outside of IPython, Beam would look for Prism, and download it.
    """
    from tfx.proto.orchestration import executable_spec_pb2

    if isinstance(executor_spec, executable_spec_pb2.BeamExecutableSpec):
        arguments = executor_spec.beam_pipeline_args_placeholders
        if not any(argument.value.string_value.startswith("--runner") for argument in arguments):
            arguments.add().value.string_value = "--runner=FnApiRunner"
    return executor_spec
