"""Compiles an exported pipeline in a process of its own: ``python -m jupyterlab_tfx.kernel.prove FOLDER``."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys

from ..export.proof import PROOF_MARK
from ..protocol import Record

_MODULES = ("pipeline", "components")


def exported_pipeline(folder: str) -> Record:
    """Import ``pipeline.py`` of a folder, and return the nodes of what it makes.

    Raises:
        Exception: whatever the file raises.
    """
    from .pipeline_ir import compile_pipeline, describe_pipeline

    before = list(sys.path)
    sys.path.insert(0, os.path.abspath(folder))
    for name in _MODULES:
        sys.modules.pop(name, None)
    try:
        return describe_pipeline(compile_pipeline(importlib.import_module("pipeline").create_pipeline()))
    finally:
        sys.path[:] = before
        for name in _MODULES:
            sys.modules.pop(name, None)


def main(arguments: list[str] | None = None) -> int:
    """Print one line of JSON: ``exported``, and ``declared`` with ``failures`` where a notebook is given."""
    parser = argparse.ArgumentParser(prog="python -m jupyterlab_tfx.kernel.prove", description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--notebook")
    parser.add_argument("--base", help="the notebook's folder; that of the file where it is left out")
    parser.add_argument("--context")
    given = parser.parse_args(arguments)
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    answer: Record = {}
    try:
        answer["exported"] = exported_pipeline(given.folder)
        if given.notebook:
            from .declared import declared_pipeline

            with open(given.notebook, encoding="utf-8") as file:
                notebook = json.load(file)
            base = given.base or os.path.dirname(os.path.abspath(given.notebook))
            answer["declared"], answer["failures"] = declared_pipeline(notebook, base, given.context)
    except Exception as error:
        answer["error"] = f"{type(error).__name__}: {error}"
    print(f"\n{PROOF_MARK}{json.dumps(answer, sort_keys=True)}", flush=True)
    return 1 if "error" in answer else 0


if __name__ == "__main__":
    sys.exit(main())
