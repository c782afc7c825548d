"""JupyterLab for the browser tests. It has no protection at all: never use it for anything else."""

import os

from jupyterlab.galata import configure_jupyter_server

c = get_config()  # noqa: F821

configure_jupyter_server(c)
c.ServerApp.ip = "127.0.0.1"
c.ServerApp.port = int(os.environ["TFX_TEST_PORT"])
c.ServerApp.allow_root = True
c.FileContentsManager.delete_to_trash = False
