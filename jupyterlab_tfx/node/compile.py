"""From a Python file to the intermediate representation, with TFX's own compiler."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .ir import write_ir
from .outcome import UsageError


def compile_module(module: str, function: str, arguments: Mapping[str, str], out: str) -> dict[str, Any]:
    """Compile the pipeline that a function of a Python file returns; write it as JSON.

    The user code of module files is packed into wheels below the pipeline root, as TFX's runners do.

    Returns:
        Name of the pipeline, its nodes in topological order, and the path that was written.

    Raises:
        UsageError: there is no such file or function, or it returns no pipeline.
    """
    from tfx.orchestration import pipeline as tfx_pipeline
    from tfx.orchestration.portable import tfx_runner

    path = Path(module).absolute()
    if not path.is_file() or path.suffix != ".py":
        raise UsageError(f"{module} is no Python file.")
    # Under its own name: `run` imports the executors of the module's own components by it.
    sys.path.insert(0, str(path.parent))
    loaded = importlib.import_module(path.stem)
    create = getattr(loaded, function, None)
    if not callable(create):
        raise UsageError(f"{module} has no function {function}. Name the one that returns the pipeline.")
    pipeline = create(**arguments)
    if not isinstance(pipeline, tfx_pipeline.Pipeline):
        raise UsageError(f"{function} of {module} returns no tfx.orchestration.pipeline.Pipeline.")
    ir = tfx_runner._make_pipeline_proto(pipeline)
    write_ir(ir, out)
    return {
        "pipeline": ir.pipeline_info.id,
        "nodes": [node.pipeline_node.node_info.id for node in ir.nodes],
        "ir": str(Path(out).absolute()),
    }
