"""Compiles exports with the real TFX: one process for all, as importing TFX takes half a minute."""

from __future__ import annotations

import json
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
            answers.append({"exported": exported, "declared": declared, "failures": failures})
        except Exception:
            answers.append({"error": traceback.format_exc()})
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump(answers, file)


if __name__ == "__main__":
    main()
