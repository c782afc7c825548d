"""The command line: ``compile``, ``run`` and ``watch``, exit codes, and one JSON object as the last line."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from typing import Any

from .outcome import EXIT_USAGE, UsageError

#: Runtime parameters as a JSON object, for orchestrators that hand them on without a shell.
PARAMETERS_VARIABLE = "TFX_PARAMETERS"


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out the command; return the exit code."""
    options = _parser().parse_args(arguments)
    # TFX appends what is left in sys.argv to the flags of Beam.
    sys.argv = sys.argv[:1]
    try:
        code, result = options.command(options)
    except UsageError as error:
        code, result = _refuse(str(error))
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in ("tfx", "ml_metadata"):
            raise
        code, result = _refuse(f"{sys.executable} has no TFX: run {sys.executable} -m pip install tfx.")
    sys.stderr.flush()
    # On a line of its own, whatever the component printed last.
    print(f"\n{json.dumps(result)}", flush=True)
    return int(code)


def _refuse(message: str) -> tuple[int, dict[str, Any]]:
    print(message, file=sys.stderr)
    return EXIT_USAGE, {"state": "failed", "error": message}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m jupyterlab_tfx.node",
        description="Compiles a TFX pipeline, runs one node of it, or watches all.",
        epilog="Exit codes of run: 0 done or cached, 99 skipped, 1 failed, 143 canceled, 2 wrong arguments. "
        "The last line of the output is a JSON object.",
    )
    commands = parser.add_subparsers(required=True, metavar="compile | run | watch")

    compile_ = commands.add_parser("compile", help="write the pipeline's intermediate representation as JSON")
    compile_.add_argument("--module", required=True, help="the Python file that has the pipeline")
    compile_.add_argument("--function", default="create_pipeline", help="what returns it (%(default)s)")
    compile_.add_argument(
        "--argument", action="append", default=[], metavar="NAME=VALUE", help="an argument of that function"
    )
    compile_.add_argument("--out", required=True, help="the JSON file to write")
    compile_.set_defaults(command=_compile)

    run = commands.add_parser("run", help="run one node")
    run.add_argument("--ir", required=True, help="the JSON file that compile wrote")
    run.add_argument("--node", required=True, help="the node's id, such as Trainer")
    run.add_argument("--run-id", required=True, help="the same for all nodes of one run")
    _takes_parameters(run)
    run.set_defaults(command=_run)

    watch = commands.add_parser(
        "watch", help="run the runner file of an exported pipeline, and tell of its nodes"
    )
    watch.add_argument("--events", required=True, help="the file to write events to, a JSON object each line")
    watch.add_argument("runner", help="local_runner.py or beam_runner.py")
    watch.add_argument("--end-with-parent", action="store_true", help="cancel the run when stdin ends")
    _takes_parameters(watch)
    watch.set_defaults(command=_watch)
    return parser


def _takes_parameters(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--parameter",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help=f"a runtime parameter; more of them as a JSON object in {PARAMETERS_VARIABLE}",
    )


def _compile(options: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    from .compile import compile_module

    return 0, compile_module(options.module, options.function, _pairs(options.argument), options.out)


def _run(options: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    from .run import run_node

    outcome = run_node(options.ir, options.node, options.run_id, _parameters(options))
    return outcome.exit_code, outcome.as_json()


def _watch(options: argparse.Namespace) -> tuple[int, dict[str, Any]]:
    from .watch import end_with_parent, watch

    if options.end_with_parent:
        end_with_parent()
    outcome = watch(options.runner, options.events, _parameters(options))
    return outcome.exit_code, outcome.as_json()


def _parameters(options: argparse.Namespace) -> dict[str, Any]:
    return {**_from_environment(), **_pairs(options.parameter)}


def _pairs(texts: Sequence[str]) -> dict[str, str]:
    pairs = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not (name and equals):
            raise UsageError(f"Write {text} as NAME=VALUE.")
        pairs[name] = value
    return pairs


def _from_environment() -> dict[str, Any]:
    text = os.environ.get(PARAMETERS_VARIABLE) or "{}"
    try:
        parameters = json.loads(text)
    except json.JSONDecodeError as error:
        raise UsageError(f"{PARAMETERS_VARIABLE} is no JSON: {error}.") from None
    if not isinstance(parameters, dict):
        raise UsageError(f"{PARAMETERS_VARIABLE} is no JSON object.")
    # What an orchestrator leaves open has the pipeline's own default.
    return {name: value for name, value in parameters.items() if value is not None}


if __name__ == "__main__":
    code = main()
    # Threads of Beam and of gRPC that do not end would keep the process, and the orchestrator waiting.
    os._exit(code)
