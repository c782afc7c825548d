"""Compiles exports with the real TFX: one process for all, as importing TFX takes half a minute."""

from __future__ import annotations

import json
import runpy
import sys
import traceback

from jupyterlab_tfx.kernel.declared import declared_pipeline
from jupyterlab_tfx.kernel.prove import exported_pipeline


def main() -> None:
    """Read ``{notebook, folder, out, context}`` of each from standard input; write the answers to a file."""
    answers = []
    for task in json.load(sys.stdin):
        try:
            exported = exported_pipeline(task["out"])
            with open(task["notebook"], encoding="utf-8") as file:
                notebook = json.load(file)
            declared, failures = declared_pipeline(notebook, task["folder"], task["context"])
            answer = {"exported": exported, "declared": declared, "failures": failures}
            if task.get("beam"):
                answer["beam"] = beam_arguments(task["out"])
            answers.append(answer)
        except Exception:
            answers.append({"error": traceback.format_exc()})
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump(answers, file)


def beam_arguments(folder: str) -> dict[str, list[str]]:
    """Return the Beam arguments of each node of an exported pipeline, as TFX's compiler has them."""
    from tfx.dsl.compiler.compiler import Compiler
    from tfx.orchestration.local import runner_utils
    from tfx.proto.orchestration import executable_spec_pb2

    ir = Compiler().compile(runpy.run_path(f"{folder}/pipeline.py")["create_pipeline"]())
    config = runner_utils.extract_local_deployment_config(ir)
    specs = {
        node: runner_utils.extract_executor_spec(config, node)
        for node in (each.pipeline_node.node_info.id for each in ir.nodes)
    }
    return {
        node: list(spec.beam_pipeline_args)
        for node, spec in specs.items()
        if isinstance(spec, executable_spec_pb2.BeamExecutableSpec)
    }


if __name__ == "__main__":
    main()
