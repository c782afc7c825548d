"""Carries out node commands one after the other in one process, so that TFX is imported once.

Each line of the input is one of these, and each line of the output its answer:

- ``{"arguments": […], "environment": {…}}``: the exit code, and what was printed, also as errors;
- ``{"start": […], "environment": {…}, "log": path}``: begins a command in a process of its own, with what it
  prints in a file: its process id;
- ``{"wait": id}``: its exit code when it has ended; minus the signal that ended it.
"""

import contextlib
import io
import json
import os
import sys

from jupyterlab_tfx.node.__main__ import main


def carry_out(arguments, environment):
    """Run one command; return its exit code and texts."""
    for name in ("TFX_PARAMETERS", "TFX_METADATA", "TFX_METADATA_WAIT"):
        os.environ.pop(name, None)
    os.environ.update(environment)
    out, errors = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
        try:
            code = main(arguments)
        except SystemExit as exit_:
            code = exit_.code
    return [code, out.getvalue(), errors.getvalue()]


def start(arguments, environment, log):
    """Begin a command in a process of its own; return its id."""
    child = os.fork()
    if child == 0:
        file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(file, sys.stdout.fileno())
        os.dup2(file, sys.stderr.fileno())
        os.environ.update(environment)
        os._exit(main(arguments))
    return child


# What a command starts, such as the build of a wheel, may print as it likes.
answers = os.fdopen(os.dup(sys.stdout.fileno()), "w")
os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
for line in sys.stdin:
    asked = json.loads(line)
    if "start" in asked:
        answer = start(asked["start"], asked["environment"], asked["log"])
    elif "wait" in asked:
        answer = os.waitstatus_to_exitcode(os.waitpid(asked["wait"], 0)[1])
    else:
        answer = carry_out(asked["arguments"], asked["environment"])
    print(json.dumps(answer), file=answers, flush=True)
