"""Runs one TensorBoard: the child process, in the interpreter of a kernel's environment.

That environment may have nothing of ours, so this file is run by its path and imports the standard library
and TensorBoard alone. What it is told comes as a JSON line on stdin: flags that nobody may read on a command
line. What it tells are JSON lines on stdout: ``doing``, then ``port``. It ends when stdin does, which is when
the Jupyter server ends, however that happens.
"""

import json
import mimetypes
import os
import sys
import urllib.parse

#: Exit status where the environment has no TensorBoard.
NO_TENSORBOARD = 86


def tell(**message: object) -> None:
    """Write one JSON line to the Jupyter server."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Read the flags, serve, and wait for the end of stdin."""
    flags = json.loads(sys.stdin.readline())
    tell(doing="importing")
    try:
        from tensorboard import main_lib, program
    except ModuleNotFoundError as error:
        sys.stderr.write(f"{error}\n")
        sys.stderr.flush()
        os._exit(NO_TENSORBOARD)
    main_lib.global_init()
    mimetypes.add_type("text/javascript", ".js")  # not what the registry of some systems says
    tensorboard = program.TensorBoard()
    tell(doing="starting")
    tensorboard.configure(argv=["tensorboard"], **flags)
    # Not main(): that leaves a file for other programs to find the board by, with the secret prefix in it.
    url = urllib.parse.urlparse(tensorboard.launch())
    tell(port=url.port)
    sys.stdin.read()
    os._exit(0)  # without waiting for the threads that read event files


if __name__ == "__main__":
    del sys.path[0]  # this folder: nothing of TensorBoard's is to be taken from here
    main()
