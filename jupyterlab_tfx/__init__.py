"""The JupyterLab front end for TensorFlow Extended (TFX).

One package for three processes: the prebuilt front end (``labextension``), the Jupyter server
extension (:mod:`jupyterlab_tfx.server`) and the kernel side (:mod:`jupyterlab_tfx.kernel`). This
module imports none of them, so that importing it costs nothing in any process.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

try:
    from ._version import __version__
except ImportError:  # a source tree that was never built
    __version__ = "0.0.0.dev0"

__all__ = ["__version__"]


def _jupyter_labextension_paths() -> list[dict[str, str]]:
    """Tell JupyterLab where the prebuilt front end is."""
    return [{"src": "labextension", "dest": "jupyterlab-tfx"}]


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    """Tell Jupyter Server which module holds the server extension."""
    return [{"module": "jupyterlab_tfx"}]


def _load_jupyter_server_extension(server_app: ServerApp) -> None:
    """Add the routes below ``<base_url>/jupyterlab-tfx/`` to a running server."""
    from .server import load

    load(server_app)


def load_ipython_extension(shell: object) -> None:
    """Let TFX's artifacts be shown in this notebook: ``%load_ext jupyterlab_tfx``."""
    from .kernel.display import use_display

    use_display(shell, "extension")


def unload_ipython_extension(shell: object) -> None:
    """Undo ``%load_ext jupyterlab_tfx``."""
    from .kernel.display import leave_display

    leave_display(shell, "extension")
