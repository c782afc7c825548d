"""The module by which TFX's own runners take runtime parameters: they have no way to give any."""

from __future__ import annotations

#: Its path, beside the runner files.
PARAMETERS_FILE = "runtime_parameters.py"

_TEXT = '''"""Values for the runtime parameters of a run: --parameter NAME=VALUE in the command line."""

import argparse
import sys

from google.protobuf import json_format
from tfx.orchestration.portable import runtime_parameter_utils

# TFX's own, which the runner gives a value itself.
RUN_ID = 'pipeline-run-id'


def from_command_line():
    """Returns the values by name; what else the command line has is left to Apache Beam."""
    parser = argparse.ArgumentParser()
    parser.add_argument(
        '--parameter',
        action='append',
        default=[],
        metavar='NAME=VALUE',
        help='a runtime parameter of the pipeline; may be given several times',
    )
    given, rest = parser.parse_known_args()
    for text in given.parameter:
        if '=' not in text.lstrip('='):
            parser.error(f'write --parameter {text} as NAME=VALUE')
    sys.argv[1:] = rest
    return dict(text.split('=', 1) for text in given.parameter)


def runner_with(runner, values):
    """Returns one of TFX's runners, with values for parameters; the others have their defaults."""

    class Runner(runner):
        def run_with_ir(self, pipeline, *args, **kwargs):
            set_parameters(pipeline, values)
            return super().run_with_ir(pipeline, *args, **kwargs)

    return Runner()


def set_parameters(pipeline, values):
    """Puts values in the place of the parameters of a compiled pipeline; ends where they are wrong."""
    kinds = _kinds(json_format.MessageToDict(pipeline))
    unknown = sorted(values.keys() - kinds.keys())
    if unknown:
        known = ', '.join(sorted(kinds.keys() - {RUN_ID})) or 'none'
        sys.exit(f'The pipeline has no runtime parameter {", ".join(unknown)}. It has: {known}.')
    typed = {}
    for name, text in values.items():
        try:
            typed[name] = {'INT': int, 'DOUBLE': float}.get(kinds[name], str)(text)
        except ValueError:
            sys.exit(f'The runtime parameter {name} takes {kinds[name]}, not {text!r}.')
    resolved = runtime_parameter_utils.substitute_runtime_parameter(pipeline, typed)
    missing = sorted(name for name, value in resolved.items() if value is None and name != RUN_ID)
    if missing:
        sys.exit(f'Give a value to the runtime parameters {", ".join(missing)}, with --parameter NAME=VALUE.')


def _kinds(part):
    """Returns the type of each runtime parameter by its name: STRING, INT or DOUBLE."""
    found = {}
    parts = part if isinstance(part, list) else part.values() if isinstance(part, dict) else []
    if isinstance(part, dict) and 'name' in part.get('runtimeParameter', {}):
        found[part['runtimeParameter']['name']] = part['runtimeParameter'].get('type', 'STRING')
    for each in parts:
        found.update(_kinds(each))
    return found
'''


def parameters_file() -> str:
    """Return its text."""
    return _TEXT
